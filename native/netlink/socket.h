// One netlink socket: opening, sending whole windows, receiving whole datagrams. Retries EINTR, and nobody else does.
#pragma once

#include <sys/socket.h>
#include <sys/uio.h>

#include <chrono>
#include <cstddef>
#include <span>

#include "runtime/result.h"
#include "runtime/unique_fd.h"

namespace netns {

using Clock = std::chrono::steady_clock;

struct Received {
  enum class Kind { Datagram, Foreign, Timeout, Stopped, Overrun, Truncated, Failed };
  Kind kind;
  std::size_t length = 0;  // of a Datagram
  int error = 0;           // of a Failed
};

class Socket {
 public:
  // Says whether a datagram came from the kernel. Anyone with CAP_NET_ADMIN in the namespace's user namespace can send
  // to a netlink socket, but only the kernel sends from port 0.
  using FromKernel = bool (*)(const sockaddr_storage& from, socklen_t length);

  Socket() = default;
  // In the calling thread's network namespace, for good: a socket stays in the namespace where it was opened.
  static Result<Socket> open(int protocol);
  // A descriptor that is already a netlink socket, or stands for one (tests).
  static Socket adopt(UniqueFd fd, FromKernel from_kernel);

  explicit operator bool() const { return static_cast<bool>(fd_); }
  int fd() const { return fd_.get(); }
  int receive_buffer() const { return receive_buffer_; }  // bytes, as the kernel accounts them
  void close() { fd_.reset(); }

  // All of it in one sendmsg(2): for rtnetlink this call does the work. At most one thread at a time.
  Result<> send(std::span<iovec> parts) const;
  // Waits until `deadline` or until `stop_fd` becomes readable. `buffer` must hold the largest datagram: 32 KiB for dumps.
  Received receive(std::span<std::byte> buffer, Clock::time_point deadline, int stop_fd) const;

 private:
  Received wait(Clock::time_point deadline, int stop_fd) const;
  Received foreign(Clock::time_point deadline, int stop_fd) const;

  UniqueFd fd_;
  FromKernel from_kernel_ = nullptr;
  int receive_buffer_ = 0;
};

}  // namespace netns
