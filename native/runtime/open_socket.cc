#include "runtime/open_socket.h"

#include <fcntl.h>
#include <linux/filter.h>
#include <linux/sockios.h>
#include <net/if.h>
#include <netinet/in.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <iterator>

namespace netns {

namespace {

constexpr int first_free = 3;

struct Address {
  sockaddr_storage storage{};
  socklen_t length = 0;
};

// The index within the calling thread's namespace; 0 for no name.
Result<unsigned> index_of(const std::string& device) {
  if (device.empty()) return 0u;
  unsigned index = ::if_nametoindex(device.c_str());
  if (index == 0) return Failure{ENODEV, "if_nametoindex", {}};
  return index;
}

Result<Address> address_of(const SocketPlan& plan) {
  Result<unsigned> scope = index_of(plan.device);
  if (!scope) return scope.failure();
  Address address;
  const std::vector<unsigned char>& bytes = plan.address;
  auto copy = [&bytes](void* to, std::size_t room) { std::memcpy(to, bytes.data(), std::min(room, bytes.size())); };
  if (plan.family == AF_INET) {
    sockaddr_in in{};
    in.sin_family = AF_INET;
    in.sin_port = htons(plan.port);
    copy(&in.sin_addr, sizeof in.sin_addr);
    std::memcpy(&address.storage, &in, address.length = sizeof in);
  } else if (plan.family == AF_INET6) {
    sockaddr_in6 in{};
    in.sin6_family = AF_INET6;
    in.sin6_port = htons(plan.port);
    copy(&in.sin6_addr, sizeof in.sin6_addr);
    if (IN6_IS_ADDR_LINKLOCAL(&in.sin6_addr)) in.sin6_scope_id = *scope;
    std::memcpy(&address.storage, &in, address.length = sizeof in);
  } else {
    sockaddr_un un{};
    un.sun_family = AF_UNIX;
    copy(un.sun_path + 1, sizeof un.sun_path - 1);  // the first byte stays NUL: an abstract name
    address.length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + 1 + std::min(bytes.size(), sizeof un.sun_path - 1));
    std::memcpy(&address.storage, &un, address.length);
  }
  return address;
}

Result<> join(int fd, int family, const SocketGroup& group) {
  Result<unsigned> index = index_of(group.device);
  if (!index) return index.failure();
  int done;
  if (family == AF_INET) {
    ip_mreqn request{};
    std::memcpy(&request.imr_multiaddr, group.address.data(), std::min(sizeof request.imr_multiaddr, group.address.size()));
    request.imr_ifindex = static_cast<int>(*index);
    done = ::setsockopt(fd, IPPROTO_IP, IP_ADD_MEMBERSHIP, &request, sizeof request);
  } else {
    ipv6_mreq request{};
    std::memcpy(&request.ipv6mr_multiaddr, group.address.data(), std::min(sizeof request.ipv6mr_multiaddr, group.address.size()));
    request.ipv6mr_interface = *index;
    done = ::setsockopt(fd, IPPROTO_IPV6, IPV6_ADD_MEMBERSHIP, &request, sizeof request);
  }
  return done < 0 ? Result<>(failure("addMembership")) : Nothing{};
}

Result<> drop_link_local(int fd) {
  constexpr auto source = static_cast<std::uint32_t>(SKF_NET_OFF) + 8;  // of struct ipv6hdr; in an IPv4 header, TTL and protocol
  sock_filter code[] = {
    {BPF_LD | BPF_H | BPF_ABS, 0, 0, source},
    {BPF_ALU | BPF_AND | BPF_K, 0, 0, 0xffc0},
    {BPF_JMP | BPF_JEQ | BPF_K, 0, 1, 0xfe80},
    {BPF_RET | BPF_K, 0, 0, 0},
    {BPF_RET | BPF_K, 0, 0, 0x7fffffff},
  };
  sock_fprog program{static_cast<unsigned short>(std::size(code)), code};
  if (::setsockopt(fd, SOL_SOCKET, SO_ATTACH_FILTER, &program, sizeof program) < 0) return failure("setsockopt");
  return Nothing{};
}

Result<> take_place(int fd, const SocketPlan& plan) {
  Result<Address> address = address_of(plan);
  if (!address) return address.failure();
  auto* name = reinterpret_cast<const sockaddr*>(&address->storage);
  if (plan.bound && ::bind(fd, name, address->length) < 0) return failure("bind");
  if (plan.connected && ::connect(fd, name, address->length) < 0) return failure("connect");
  return Nothing{};
}

Result<> set_up(int fd, const SocketPlan& plan) {
  for (const SocketOption& option : plan.options)
    if (::setsockopt(fd, option.level, option.name, &option.value, sizeof option.value) < 0) return failure("setsockopt");
  if (!plan.device.empty() && ::setsockopt(fd, SOL_SOCKET, SO_BINDTODEVICE, plan.device.data(), static_cast<socklen_t>(plan.device.size())) < 0)
    return failure("setsockopt");
  if (plan.no_link_local)
    if (Result<> dropped = drop_link_local(fd); !dropped) return dropped;
  if (plan.bound || plan.connected)
    if (Result<> placed = take_place(fd, plan); !placed) return placed;
  for (const SocketGroup& group : plan.groups)
    if (Result<> joined = join(fd, plan.family, group); !joined) return joined;
  if (plan.backlog >= 0 && ::listen(fd, plan.backlog) < 0) return failure("listen");
  return Nothing{};
}

}  // namespace

Result<UniqueFd> open_socket(const SocketPlan& plan) {
  UniqueFd fd(::socket(plan.family, plan.type | SOCK_CLOEXEC | SOCK_NONBLOCK, plan.protocol));
  if (!fd) return failure("socket");
  if (fd.get() < first_free) {
    UniqueFd higher(::fcntl(fd.get(), F_DUPFD_CLOEXEC, first_free));
    if (!higher) return failure("fcntl");
    fd = std::move(higher);
  }
  if (Result<> ready = set_up(fd.get(), plan); !ready) return ready.failure();
  return fd;
}

Result<> check_namespace(int socket, dev_t device, ino_t inode) {
  UniqueFd file(::ioctl(socket, SIOCGSKNS));
  if (!file && errno == EPERM) return Nothing{};
  if (!file) return failure("ioctl");
  struct stat state{};
  if (::fstat(file.get(), &state) < 0) return failure("fstat");
  if (state.st_dev != device || state.st_ino != inode) return Failure{EXDEV, "setns", {}};
  return Nothing{};
}

}  // namespace netns
