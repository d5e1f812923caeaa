#include "netlink/socket.h"

#include <linux/netlink.h>
#include <poll.h>

#include <algorithm>

namespace netns {

namespace {

// Constants that older headers lack; options that an older kernel lacks fail harmlessly and are done without.
constexpr int option_cap_ack = 10;        // NETLINK_CAP_ACK: an error does not quote the whole request
constexpr int option_ext_ack = 11;        // NETLINK_EXT_ACK: the kernel's own words
constexpr int option_strict_check = 12;   // NETLINK_GET_STRICT_CHK: dumps honour their filters
constexpr int wanted_receive_buffer = 4 << 20;

bool port_is_zero(const sockaddr_storage& from, socklen_t length) {
  return length == sizeof(sockaddr_nl) && reinterpret_cast<const sockaddr_nl&>(from).nl_pid == 0;
}

int receive_buffer_of(int fd) {
  int bytes = 0;
  socklen_t length = sizeof bytes;
  ::getsockopt(fd, SOL_SOCKET, SO_RCVBUF, &bytes, &length);
  return bytes;
}

}  // namespace

Result<Socket> Socket::open(int protocol) {
  UniqueFd fd(::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, protocol));
  if (!fd) return failure("socket");
  for (int option : {option_ext_ack, option_cap_ack, option_strict_check}) {
    int on = 1;
    ::setsockopt(fd.get(), SOL_NETLINK, option, &on, sizeof on);
  }
  // SO_RCVBUFFORCE needs CAP_NET_ADMIN; without it net.core.rmem_max caps what SO_RCVBUF gives.
  int bytes = wanted_receive_buffer;
  if (::setsockopt(fd.get(), SOL_SOCKET, SO_RCVBUFFORCE, &bytes, sizeof bytes) < 0)
    ::setsockopt(fd.get(), SOL_SOCKET, SO_RCVBUF, &bytes, sizeof bytes);
  sockaddr_nl address{};
  address.nl_family = AF_NETLINK;  // port 0: the kernel picks one that is unique, which a process id would not be
  if (::bind(fd.get(), reinterpret_cast<sockaddr*>(&address), sizeof address) < 0) return failure("bind");
  return adopt(std::move(fd), port_is_zero);
}

Socket Socket::adopt(UniqueFd fd, FromKernel from_kernel) {
  Socket socket;
  socket.receive_buffer_ = receive_buffer_of(fd.get());
  socket.fd_ = std::move(fd);
  socket.from_kernel_ = from_kernel;
  return socket;
}

Result<> Socket::send(std::span<iovec> parts) const {
  msghdr message{};
  message.msg_iov = parts.data();
  message.msg_iovlen = parts.size();
  ssize_t sent;
  do sent = ::sendmsg(fd_.get(), &message, MSG_NOSIGNAL);
  while (sent < 0 && errno == EINTR);
  if (sent < 0) return failure("sendmsg");
  return Nothing{};
}

Received Socket::wait(Clock::time_point deadline, int stop_fd) const {
  pollfd waits[2] = {{fd_.get(), POLLIN, 0}, {stop_fd, POLLIN, 0}};
  while (true) {
    auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left <= 0) return {Received::Kind::Timeout};
    int ready = ::poll(waits, 2, static_cast<int>(std::min<long long>(left, 1 << 30)));
    if (ready < 0 && errno != EINTR) return {Received::Kind::Failed, 0, errno};
    if (ready > 0 && waits[1].revents) return {Received::Kind::Stopped};
    if (ready > 0) return {Received::Kind::Datagram};
  }
}

// Whoever sends without a pause must not keep the reader from its deadline, nor from the end of the environment.
Received Socket::foreign(Clock::time_point deadline, int stop_fd) const {
  pollfd stop{stop_fd, POLLIN, 0};
  if (::poll(&stop, 1, 0) > 0) return {Received::Kind::Stopped};
  return {Clock::now() < deadline ? Received::Kind::Foreign : Received::Kind::Timeout};
}

Received Socket::receive(std::span<std::byte> buffer, Clock::time_point deadline, int stop_fd) const {
  sockaddr_storage from{};
  iovec part{buffer.data(), buffer.size()};
  while (true) {
    msghdr message{};
    message.msg_name = &from;
    message.msg_namelen = sizeof from;
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    ssize_t length = ::recvmsg(fd_.get(), &message, MSG_DONTWAIT);
    if (length >= 0) {
      if (!from_kernel_(from, message.msg_namelen)) return foreign(deadline, stop_fd);
      // The kernel sends nothing without a header: the other end is gone (tests), or the socket was shut down.
      if (length == 0) return {Received::Kind::Failed, 0, ECONNRESET};
      // The rest of a truncated datagram is lost, so that whatever it was part of is lost too.
      if (message.msg_flags & MSG_TRUNC) return {Received::Kind::Truncated};
      return {Received::Kind::Datagram, static_cast<std::size_t>(length)};
    }
    if (errno == ENOBUFS) return {Received::Kind::Overrun};
    if (errno == EINTR) continue;
    if (errno != EAGAIN && errno != EWOULDBLOCK) return {Received::Kind::Failed, 0, errno};
    Received ready = wait(deadline, stop_fd);
    if (ready.kind != Received::Kind::Datagram) return ready;
  }
}

}  // namespace netns
