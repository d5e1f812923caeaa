#include "netlink/transaction.h"

#include <linux/netlink.h>
#include <poll.h>

#include <array>
#include <cstring>

namespace netns {

namespace {

constexpr std::uint16_t dump_interrupted = 0x10;  // NLM_F_DUMP_INTR

// The last message of a window asks for an acknowledgement; the others are answered only if they fail, or if they
// ask for a message in return. The kernel handles a window in order, so that the last answer means that all is done.
void stamp(std::span<std::byte> message, std::uint32_t sequence, bool acknowledge) {
  nlmsghdr header = load<nlmsghdr>(message);
  header.nlmsg_seq = sequence;
  header.nlmsg_flags = static_cast<std::uint16_t>(acknowledge ? header.nlmsg_flags | NLM_F_ACK : header.nlmsg_flags & ~NLM_F_ACK);
  std::memcpy(message.data(), &header, sizeof header);
}

const char* reason(Received::Kind kind) {
  switch (kind) {
    case Received::Kind::Timeout: return "no answer before the deadline";
    case Received::Kind::Overrun: return "the socket's receive buffer overran";
    case Received::Kind::Truncated: return "an answer was cut short";
    default: return "the socket failed";
  }
}

}  // namespace

bool Transaction::send(std::vector<Answer>& answers) {
  std::vector<iovec> parts;
  parts.reserve(answers.size());
  for (Answer& answer : answers) {
    std::span<std::byte> message = answer.queued.batch->message(answer.queued.request());
    stamp(message, ++sequence_, &answer == &answers.back());
    // Messages that lie side by side in one batch travel as one part.
    bool adjacent = !parts.empty() && static_cast<std::byte*>(parts.back().iov_base) + parts.back().iov_len == message.data();
    if (adjacent) parts.back().iov_len += message.size();
    else parts.push_back({message.data(), message.size()});
  }
  Result<> sent = socket_.send(parts);
  if (sent) return true;
  for (Answer& answer : answers) {
    answer.outcome = Outcome::NotSent;
    answer.ack.error = sent.failure().error;
  }
  return false;
}

bool Transaction::exchange(std::vector<Answer>& answers) {
  std::uint32_t first = sequence_ + 1;
  if (!send(answers)) return true;
  Clock::time_point deadline = Clock::now() + deadline_;
  std::array<std::byte, datagram> buffer;  // not zeroed
  for (bool complete = false; !complete;) {
    Received received = socket_.receive(buffer, deadline, stop_fd_);
    if (received.kind == Received::Kind::Foreign) continue;
    if (received.kind != Received::Kind::Datagram) return lost(answers, received);
    settle(answers, first, std::span(buffer).first(received.length), complete);
  }
  for (Answer& answer : answers)
    if (answer.outcome == Outcome::Unknown) answer.outcome = Outcome::Done;
  return true;
}

void Transaction::settle(std::vector<Answer>& answers, std::uint32_t first, Bytes bytes, bool& complete) {
  MessageRange range(bytes);
  for (const Message& message : range) {
    std::uint32_t index = message.header.nlmsg_seq - first;  // wraps: an answer to an earlier window is far out of range
    if (index >= answers.size()) continue;
    Answer& answer = answers[index];
    if (message.header.nlmsg_type == NLMSG_ERROR) {
      answer.ack = read_acknowledgement(message);
      answer.outcome = answer.ack.error == 0 ? Outcome::Done : Outcome::Refused;
      complete = complete || index + 1 == answers.size();
    } else if (message.header.nlmsg_type >= NLMSG_MIN_TYPE && answer.reply.empty()) {
      answer.reply.assign(message.payload.begin(), message.payload.end());
    }
  }
}

void Transaction::lose(Answer& answer, const Received& received) {
  answer.outcome = received.kind == Received::Kind::Stopped ? Outcome::Stopped : Outcome::Unknown;
  answer.why = reason(received.kind);
}

bool Transaction::lost(std::vector<Answer>& answers, const Received& received) {
  for (Answer& answer : answers)
    if (answer.outcome == Outcome::Unknown) lose(answer, received);
  return false;
}

bool Transaction::dump(Answer& answer, DumpReader& reader) {
  for (int attempt = 1;; attempt++) {
    Step step = dump_once(answer, reader);
    if (step != Step::Interrupted) return step != Step::Lost;
    if (attempt == dump_attempts) {
      answer.outcome = Outcome::Interrupted;
      return true;
    }
    reader.restart();
    // What interrupted may go on for a moment: 1, 2, 4, 8, 16 ms.
    pollfd stop{stop_fd_, POLLIN, 0};
    ::poll(&stop, 1, 1 << (attempt - 1));
  }
}

Transaction::Step Transaction::dump_once(Answer& answer, DumpReader& reader) {
  std::uint32_t sequence = ++sequence_;
  std::span<std::byte> message = answer.queued.batch->message(answer.queued.request());
  stamp(message, sequence, false);
  iovec part{message.data(), message.size()};
  if (Result<> sent = socket_.send(std::span(&part, 1)); !sent) {
    answer.outcome = Outcome::NotSent;
    answer.ack.error = sent.failure().error;
    return Step::End;
  }
  bool interrupted = false;
  Chunk chunk;
  std::size_t used = 0;
  Clock::time_point deadline = Clock::now() + deadline_;
  for (Step step = Step::More; step == Step::More;) {
    if (chunk.bytes.empty()) chunk.bytes.resize(4 * datagram);
    Received received = socket_.receive(std::span(chunk.bytes).subspan(used), deadline, stop_fd_);
    if (received.kind == Received::Kind::Foreign) continue;
    if (received.kind != Received::Kind::Datagram) return lose(answer, received), Step::Lost;
    deadline = Clock::now() + deadline_;
    step = read_dump(answer, std::span(chunk.bytes).subspan(used, received.length), sequence, interrupted);
    chunk.datagrams.emplace_back(used, received.length);
    used += align4(received.length);
    if (step == Step::More && used + datagram <= chunk.bytes.size()) continue;
    reader.chunk(std::exchange(chunk, Chunk{}));
    used = 0;
  }
  return interrupted && answer.outcome == Outcome::Done ? Step::Interrupted : Step::End;
}

Transaction::Step Transaction::read_dump(Answer& answer, Bytes bytes, std::uint32_t sequence, bool& interrupted) {
  MessageRange range(bytes);
  for (const Message& message : range) {
    if (message.header.nlmsg_seq != sequence) continue;
    interrupted = interrupted || (message.header.nlmsg_flags & dump_interrupted);
    if (message.header.nlmsg_type != NLMSG_DONE && message.header.nlmsg_type != NLMSG_ERROR) continue;
    answer.ack = read_acknowledgement(message);
    answer.outcome = answer.ack.error == 0 ? Outcome::Done : Outcome::Refused;
    return Step::End;
  }
  return Step::More;
}

}  // namespace netns
