// ICMP and ICMPv6 echo on one socket, to one address: what ping(8) does, with the kernel's own time of arrival.
#pragma once

#include <netinet/in.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <mutex>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "runtime/result.h"
#include "runtime/unique_fd.h"

namespace netns {

// An answer to one request, or an ICMP error about it.
struct EchoAnswer {
  std::uint16_t sequence = 0;
  double milliseconds = 0;           // round trip; of an answer only
  int ttl = -1;                      // hops left; -1 where the kernel did not say
  int error = 0;                     // the errno that the kernel makes of an ICMP error; 0: an answer
  std::vector<unsigned char> from{}; // who sent it
};

// Owns the socket. A raw one is shown every echo reply of its namespace, a datagram one only its own; both work.
class EchoSocket {
 public:
  EchoSocket(UniqueFd fd, bool raw, std::vector<unsigned char> address, std::size_t size);

  int fd() const { return fd_.get(); }

  // Asks the kernel for times, hop limits and errors. Any thread, before anything is sent.
  Result<> prepare();

  // Any thread, one at a time. Does not block: EAGAIN where the send buffer is full.
  Result<> send(std::uint16_t sequence);

  // Any thread, one at a time. Nothing when nothing has come. Each request is answered once.
  std::optional<EchoAnswer> receive();

 private:
  struct Sent {
    std::int64_t real = 0;  // ns, CLOCK_REALTIME: what the kernel stamps packets with
    std::chrono::steady_clock::time_point steady{};
  };

  std::optional<EchoAnswer> read(int flags);
  // The sequence number of a request of ours that is unanswered.
  std::optional<std::uint16_t> ours(std::span<const unsigned char> packet, unsigned char type) const;
  std::vector<unsigned char> request(std::uint16_t sequence) const;
  double round_trip(const Sent& sent, std::int64_t arrived) const;

  const UniqueFd fd_;
  const bool raw_;
  const std::vector<unsigned char> address_;
  const bool v6_;
  const std::size_t size_;
  std::uint16_t identifier_ = 0;
  std::array<unsigned char, 8> cookie_{};
  std::mutex mutex_;
  std::unordered_map<std::uint16_t, Sent> sent_;
};

}  // namespace netns
