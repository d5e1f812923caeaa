#include "runtime/open_tun.h"

#include <fcntl.h>
#include <linux/if.h>
#include <linux/if_tun.h>
#include <sys/ioctl.h>

#include <algorithm>
#include <cstring>

namespace netns {

namespace {

constexpr const char* device = "/dev/net/tun";

Result<UniqueFd> attach(const TunPlan& plan, bool first) {
  UniqueFd fd(::open(device, O_RDWR | O_CLOEXEC | O_NONBLOCK));
  if (!fd) return failure("open", device);
  unsigned index = static_cast<unsigned>(plan.index);
  if (first && index != 0 && ::ioctl(fd.get(), TUNSETIFINDEX, &index) < 0) return failure("ioctl", device);
  ifreq request{};
  std::memcpy(request.ifr_name, plan.name.data(), std::min(plan.name.size(), sizeof request.ifr_name - 1));
  int flags = (plan.tap ? IFF_TAP : IFF_TUN) | (plan.pi ? 0 : IFF_NO_PI) | (plan.vnet_header ? IFF_VNET_HDR : 0) |
    (plan.multi_queue ? IFF_MULTI_QUEUE : 0) | (first ? IFF_TUN_EXCL : 0);
  request.ifr_flags = static_cast<short>(flags);
  if (::ioctl(fd.get(), TUNSETIFF, &request) < 0) return failure("ioctl", device);
  return fd;
}

// Until it is persistent the link goes with its last descriptor: that is the undoing of every failure.
Result<> set_up(int fd, const TunPlan& plan) {
  if (plan.owner >= 0 && ::ioctl(fd, TUNSETOWNER, plan.owner) < 0) return failure("ioctl", device);
  if (plan.group >= 0 && ::ioctl(fd, TUNSETGROUP, plan.group) < 0) return failure("ioctl", device);
  if (plan.persist && ::ioctl(fd, TUNSETPERSIST, 1) < 0) return failure("ioctl", device);
  return Nothing{};
}

}  // namespace

Result<std::vector<UniqueFd>> open_tun(const TunPlan& plan) {
  std::vector<UniqueFd> queues;
  for (int queue = 0; queue < plan.queues; queue++) {
    Result<UniqueFd> fd = attach(plan, queue == 0);
    if (!fd) return fd.failure();
    queues.push_back(std::move(*fd));
  }
  if (Result<> ready = set_up(queues.front().get(), plan); !ready) return ready.failure();
  return queues;
}

}  // namespace netns
