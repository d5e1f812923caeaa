#include "runtime/echo.h"

#include <linux/errqueue.h>
#include <linux/icmp.h>
#include <netinet/icmp6.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <time.h>

#include <algorithm>
#include <cstring>

namespace netns {

namespace {

constexpr std::size_t header_length = 8;
constexpr int raw_level = 255;  // SOL_RAW

std::int64_t nanoseconds(const timespec& time) { return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec; }

std::int64_t real_now() {
  timespec time{};
  ::clock_gettime(CLOCK_REALTIME, &time);
  return nanoseconds(time);
}

// RFC 1071; the kernel makes that of ICMPv6 itself.
std::uint16_t checksum(std::span<const unsigned char> bytes) {
  std::uint32_t sum = 0;
  for (std::size_t index = 0; index < bytes.size(); index++) sum += index % 2 ? bytes[index] : bytes[index] << 8;
  while (sum >> 16) sum = (sum & 0xffff) + (sum >> 16);
  return static_cast<std::uint16_t>(~sum);
}

void store16(std::vector<unsigned char>& bytes, std::size_t at, std::uint16_t value) {
  bytes[at] = static_cast<unsigned char>(value >> 8);
  bytes[at + 1] = static_cast<unsigned char>(value);
}

std::uint16_t load16(std::span<const unsigned char> bytes, std::size_t at) { return static_cast<std::uint16_t>(bytes[at] << 8 | bytes[at + 1]); }

template <typename T>
T value_of(const cmsghdr& part) {
  T value{};
  if (part.cmsg_len >= CMSG_LEN(sizeof value)) std::memcpy(&value, CMSG_DATA(&part), sizeof value);
  return value;
}

std::vector<unsigned char> bytes_of(const sockaddr_storage& address) {
  auto copy = [](const auto& from) {
    auto* first = reinterpret_cast<const unsigned char*>(&from);
    return std::vector<unsigned char>(first, first + sizeof from);
  };
  if (address.ss_family == AF_INET) return copy(reinterpret_cast<const sockaddr_in&>(address).sin_addr);
  if (address.ss_family == AF_INET6) return copy(reinterpret_cast<const sockaddr_in6&>(address).sin6_addr);
  return {};
}

// What the kernel says beside a packet.
struct Remarks {
  std::int64_t arrived = 0;
  int ttl = -1;
  sock_extended_err error{};
  sockaddr_storage offender{};
};

Remarks remarks_of(msghdr& message) {
  Remarks remarks;
  for (cmsghdr* part = CMSG_FIRSTHDR(&message); part; part = CMSG_NXTHDR(&message, part)) {
    auto is = [part](int level, int type) { return part->cmsg_level == level && part->cmsg_type == type; };
    if (is(SOL_SOCKET, SCM_TIMESTAMPNS)) remarks.arrived = nanoseconds(value_of<timespec>(*part));
    if (is(IPPROTO_IP, IP_TTL) || is(IPPROTO_IPV6, IPV6_HOPLIMIT)) remarks.ttl = value_of<int>(*part);
    if (!is(IPPROTO_IP, IP_RECVERR) && !is(IPPROTO_IPV6, IPV6_RECVERR)) continue;
    remarks.error = value_of<sock_extended_err>(*part);
    std::size_t rest = std::min(part->cmsg_len - std::min<std::size_t>(part->cmsg_len, CMSG_LEN(sizeof remarks.error)), sizeof remarks.offender);
    std::memcpy(&remarks.offender, CMSG_DATA(part) + sizeof remarks.error, rest);
  }
  return remarks;
}

Result<> set(int fd, int level, int name, const void* value, std::size_t length) {
  if (::setsockopt(fd, level, name, value, static_cast<socklen_t>(length)) < 0) return failure("setsockopt");
  return Nothing{};
}

}  // namespace

EchoSocket::EchoSocket(UniqueFd fd, bool raw, std::vector<unsigned char> address, std::size_t size)
    : fd_(std::move(fd)), raw_(raw), address_(std::move(address)), v6_(address_.size() == sizeof(in6_addr)), size_(size) {}

Result<> EchoSocket::prepare() {
  if (::getrandom(&identifier_, sizeof identifier_, 0) < 0 || ::getrandom(cookie_.data(), cookie_.size(), 0) < 0) return failure("getrandom");
  const int on = 1;
  Result<> done = set(fd(), SOL_SOCKET, SO_TIMESTAMPNS, &on, sizeof on);
  if (done) done = v6_ ? set(fd(), IPPROTO_IPV6, IPV6_RECVHOPLIMIT, &on, sizeof on) : set(fd(), IPPROTO_IP, IP_RECVTTL, &on, sizeof on);
  if (done) done = v6_ ? set(fd(), IPPROTO_IPV6, IPV6_RECVERR, &on, sizeof on) : set(fd(), IPPROTO_IP, IP_RECVERR, &on, sizeof on);
  if (!done || !raw_) return done;
  if (!v6_) {
    const std::uint32_t all_but_replies = ~(1u << ICMP_ECHOREPLY);
    return set(fd(), raw_level, ICMP_FILTER, &all_but_replies, sizeof all_but_replies);
  }
  icmp6_filter filter{};
  ICMP6_FILTER_SETBLOCKALL(&filter);
  ICMP6_FILTER_SETPASS(ICMP6_ECHO_REPLY, &filter);
  return set(fd(), IPPROTO_ICMPV6, ICMP6_FILTER, &filter, sizeof filter);
}

std::vector<unsigned char> EchoSocket::request(std::uint16_t sequence) const {
  std::vector<unsigned char> packet(header_length + size_);
  packet[0] = v6_ ? ICMP6_ECHO_REQUEST : ICMP_ECHO;
  store16(packet, 4, identifier_);
  store16(packet, 6, sequence);
  for (std::size_t index = 0; index < size_; index++) packet[header_length + index] = index < cookie_.size() ? cookie_[index] : static_cast<unsigned char>(index);
  if (!v6_) store16(packet, 2, checksum(packet));
  return packet;
}

Result<> EchoSocket::send(std::uint16_t sequence) {
  std::vector<unsigned char> packet = request(sequence);
  sockaddr_in in{};
  in.sin_family = AF_INET;
  sockaddr_in6 in6{};
  in6.sin6_family = AF_INET6;
  std::memcpy(v6_ ? static_cast<void*>(&in6.sin6_addr) : &in.sin_addr, address_.data(), address_.size());
  auto* to = v6_ ? reinterpret_cast<sockaddr*>(&in6) : reinterpret_cast<sockaddr*>(&in);
  socklen_t length = v6_ ? sizeof in6 : sizeof in;
  {
    std::lock_guard lock(mutex_);
    sent_[sequence] = {real_now(), std::chrono::steady_clock::now()};
  }
  ssize_t done = -1;
  // The first answer may be an ICMP error about an earlier request, pending on the socket: it takes the error away.
  for (int attempt = 0; done < 0 && attempt < 2; attempt++)
    do done = ::sendto(fd(), packet.data(), packet.size(), MSG_DONTWAIT | MSG_NOSIGNAL, to, length);
    while (done < 0 && errno == EINTR);
  if (done >= 0) return Nothing{};
  Failure failed = failure("sendto");
  std::lock_guard lock(mutex_);
  sent_.erase(sequence);
  return failed;
}

std::optional<std::uint16_t> EchoSocket::ours(std::span<const unsigned char> packet, unsigned char type) const {
  if (packet.size() < header_length || packet[0] != type) return std::nullopt;
  // To a datagram socket the kernel gives an identifier of its own, and brings only what bears it.
  if (raw_ && load16(packet, 4) != identifier_) return std::nullopt;
  // Routers quote as little as the header.
  auto quoted = packet.subspan(header_length, std::min({packet.size() - header_length, cookie_.size(), size_}));
  if (!std::equal(quoted.begin(), quoted.end(), cookie_.begin())) return std::nullopt;
  return load16(packet, 6);
}

// A clock that is set in between must not show: the time until now is an upper bound.
double EchoSocket::round_trip(const Sent& sent, std::int64_t arrived) const {
  std::int64_t most = std::chrono::nanoseconds(std::chrono::steady_clock::now() - sent.steady).count();
  std::int64_t stamped = arrived - sent.real;
  return static_cast<double>(arrived != 0 && stamped >= 0 && stamped < most ? stamped : most) / 1e6;
}

std::optional<EchoAnswer> EchoSocket::receive() {
  // Errors first: a pending one would be the result of the other call.
  if (std::optional<EchoAnswer> answer = read(MSG_ERRQUEUE)) return answer;
  return read(0);
}

std::optional<EchoAnswer> EchoSocket::read(int flags) {
  while (true) {
    std::array<unsigned char, 256> bytes;  // the header, the cookie, and IPv4's header before them on a raw socket
    alignas(cmsghdr) std::array<unsigned char, 512> control;
    sockaddr_storage from{};
    iovec part{bytes.data(), bytes.size()};
    msghdr message{};
    message.msg_name = &from;
    message.msg_namelen = sizeof from;
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    ssize_t length = ::recvmsg(fd(), &message, flags | MSG_DONTWAIT);
    if (length < 0 && errno == EAGAIN) return std::nullopt;
    if (length < 0) continue;  // EINTR, or an error that is in the other queue: reported once, and so taken away
    std::span<const unsigned char> packet(bytes.data(), static_cast<std::size_t>(length));
    if (raw_ && !v6_ && flags == 0 && !packet.empty()) packet = packet.subspan(std::min<std::size_t>(packet.size(), (packet[0] & 15u) * 4));
    bool failed = flags != 0;
    std::optional<std::uint16_t> sequence = ours(packet, failed ? (v6_ ? ICMP6_ECHO_REQUEST : ICMP_ECHO) : (v6_ ? ICMP6_ECHO_REPLY : ICMP_ECHOREPLY));
    Remarks remarks = remarks_of(message);
    // What this host itself refuses is what sendto has said.
    if (!sequence || (failed && remarks.error.ee_origin == SO_EE_ORIGIN_LOCAL)) continue;
    std::lock_guard lock(mutex_);
    auto found = sent_.find(*sequence);
    if (found == sent_.end()) continue;  // a second answer
    EchoAnswer answer{.sequence = *sequence};
    answer.from = bytes_of(failed ? remarks.offender : from);
    if (failed) answer.error = static_cast<int>(remarks.error.ee_errno);
    else {
      answer.milliseconds = round_trip(found->second, remarks.arrived);
      answer.ttl = remarks.ttl;
    }
    sent_.erase(found);
    return answer;
  }
}

}  // namespace netns
