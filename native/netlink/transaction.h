// One exchange with the kernel: a window of requests sent in one sendmsg(2) and the answers to each, or one dump read
// to its end. Knows sequence numbers and acknowledgements; knows nothing of what the messages mean.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "netlink/extack.h"
#include "netlink/socket.h"

namespace netns {

enum class Mode : std::uint8_t {
  Ack = 0,    // done or refused
  Reply = 1,  // one message comes back: a GET, or the echo of a NEW
  Dump = 2,   // many messages come back, ended by NLMSG_DONE
  Guard = 3,    // as Ack, sent alone; when it is refused,
  Guarded = 4,  // those behind it, of this mode, are not sent
};

struct Request {
  std::uint32_t token;
  Mode mode;
  int reply_set;                 // the set of the messages that come back, -1 for none
  int request_set;               // the set of the request itself, to find paths with
  std::uint32_t skip;            // index of a mask of fields that decoding passes over
  std::size_t offset, length;    // of the message in its batch
};

// Requests that were queued together. Whatever their bytes mention (descriptors of namespaces) `keep` holds.
struct Batch {
  std::vector<std::byte> bytes;
  std::vector<Request> requests;
  std::vector<std::shared_ptr<const void>> keep;
  // Makes the bytes and the requests, once, on the worker thread; empty where they are there already.
  std::function<void(Batch&)> prepare;

  std::span<std::byte> message(const Request& request) { return std::span(bytes).subspan(request.offset, request.length); }
};

struct Queued {
  std::shared_ptr<Batch> batch;
  std::size_t index;

  const Request& request() const { return batch->requests[index]; }
};

enum class Outcome : std::uint8_t {
  Done,
  Refused,      // by the kernel: see `ack`
  Unknown,      // sent, but the answer was lost
  NotSent,      // sendmsg itself failed: see `ack.error`
  Interrupted,  // a dump that changed under the reader each time
  Stopped,      // the connection was closed or the environment is ending
  Skipped,      // not sent, since its guard was refused
};

struct Answer {
  Queued queued;
  Outcome outcome = Outcome::Unknown;
  Acknowledgement ack;
  const char* why = "";              // what was lost, for Unknown
  std::vector<std::byte> reply;      // payload of the message that came back
};

// Datagrams of a dump, as they came.
struct Chunk {
  std::vector<std::byte> bytes;
  std::vector<std::pair<std::size_t, std::size_t>> datagrams;  // offset, length
};

// Where a dump's datagrams go, on the worker thread. May wait until there is room.
class DumpReader {
 public:
  virtual ~DumpReader() = default;
  virtual void chunk(Chunk chunk) = 0;
  virtual void restart() = 0;  // what came so far was interrupted: forget it
};

class Transaction {
 public:
  static constexpr std::size_t window = 128;        // the default receive buffer holds 256 acks, past it they are lost
  static constexpr std::size_t window_bytes = 60000;
  static constexpr std::size_t echo_cost = 8192;    // of the receive buffer, per message that comes back
  static constexpr std::size_t datagram = 32768;    // the most that the kernel puts into one datagram of a dump
  static constexpr int dump_attempts = 6;

  Transaction(Socket& socket, std::uint32_t& sequence, std::chrono::milliseconds deadline, int stop_fd)
      : socket_(socket), sequence_(sequence), deadline_(deadline), stop_fd_(stop_fd) {}

  // False when the socket must not be used again. Each answer has its outcome either way.
  bool exchange(std::vector<Answer>& answers);
  bool dump(Answer& answer, DumpReader& reader);

 private:
  enum class Step { More, End, Lost, Interrupted };

  bool send(std::vector<Answer>& answers);
  void settle(std::vector<Answer>& answers, std::uint32_t first, Bytes datagram, bool& complete);
  Step dump_once(Answer& answer, DumpReader& reader);
  Step read_dump(Answer& answer, Bytes datagram, std::uint32_t sequence, bool& interrupted);
  bool lost(std::vector<Answer>& answers, const Received& received);
  static void lose(Answer& answer, const Received& received);

  Socket& socket_;
  std::uint32_t& sequence_;
  const std::chrono::milliseconds deadline_;
  const int stop_fd_;
};

}  // namespace netns
