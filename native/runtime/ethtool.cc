#include "runtime/ethtool.h"

#include <linux/sockios.h>
#include <net/if.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstring>

#include "runtime/unique_fd.h"

namespace netns {

namespace {

// A link, found by its index, and a socket to ask about it.
struct Subject {
  UniqueFd socket;
  ifreq request{};

  Result<> ask(void* data) {
    request.ifr_data = static_cast<char*>(data);
    if (::ioctl(socket.get(), SIOCETHTOOL, &request) < 0) return failure("ioctl");
    return Nothing{};
  }
};

Result<Subject> find(int index) {
  Subject subject;
  subject.socket = UniqueFd(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0));
  if (!subject.socket) return failure("socket");
  subject.request.ifr_ifindex = index;
  if (::ioctl(subject.socket.get(), SIOCGIFNAME, &subject.request) < 0) return failure("ioctl");
  return subject;
}

// A struct of the kernel's with elements behind it, in memory that is aligned for it.
template <typename Head>
class Buffer {
 public:
  explicit Buffer(std::size_t bytes) : words_((sizeof(Head) + bytes + 7) / 8) {}
  Head* head() { return reinterpret_cast<Head*>(words_.data()); }
  const char* elements() const { return reinterpret_cast<const char*>(words_.data()) + sizeof(Head); }

 private:
  std::vector<std::uint64_t> words_;
};

Result<std::uint32_t> count_counters(Subject& subject) {
  Buffer<ethtool_sset_info> info(sizeof(std::uint32_t));
  info.head()->cmd = ETHTOOL_GSSET_INFO;
  info.head()->sset_mask = std::uint64_t{1} << ETH_SS_STATS;
  if (Result<> done = subject.ask(info.head()); !done) return done.failure();
  std::uint32_t count = 0;
  if (info.head()->sset_mask != 0) std::memcpy(&count, info.elements(), sizeof count);
  return count;
}

}  // namespace

std::string fixed_text(const char* text, std::size_t length) { return std::string(text, ::strnlen(text, length)); }

Result<ethtool_drvinfo> driver_info(int index) {
  Result<Subject> subject = find(index);
  if (!subject) return subject.failure();
  ethtool_drvinfo info{};
  info.cmd = ETHTOOL_GDRVINFO;
  if (Result<> done = subject->ask(&info); !done) return done.failure();
  return info;
}

Result<Counters> driver_counters(int index) {
  Result<Subject> subject = find(index);
  if (!subject) return subject.failure();
  Result<std::uint32_t> count = count_counters(*subject);
  if (!count) return count.failure();
  if (*count == 0) return Failure{EOPNOTSUPP, "ioctl", {}};
  // Kernels write as many as there are by then, without a look at how much room there is: queues may have been added.
  std::size_t room = std::size_t{*count} * 2 + 1024;
  Buffer<ethtool_gstrings> names(room * ETH_GSTRING_LEN);
  Buffer<ethtool_stats> values(room * sizeof(std::uint64_t));
  names.head()->cmd = ETHTOOL_GSTRINGS;
  names.head()->string_set = ETH_SS_STATS;
  names.head()->len = *count;
  values.head()->cmd = ETHTOOL_GSTATS;
  values.head()->n_stats = *count;
  if (Result<> done = subject->ask(names.head()); !done) return done.failure();
  if (Result<> done = subject->ask(values.head()); !done) return done.failure();
  std::size_t both = std::min<std::size_t>({names.head()->len, values.head()->n_stats, room});
  Counters counters;
  for (std::size_t at = 0; at < both; at++) {
    std::uint64_t value;
    std::memcpy(&value, values.elements() + at * sizeof value, sizeof value);
    counters.emplace_back(fixed_text(names.elements() + at * ETH_GSTRING_LEN, ETH_GSTRING_LEN), value);
  }
  return counters;
}

}  // namespace netns
