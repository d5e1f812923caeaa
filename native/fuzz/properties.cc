#include "fuzz/properties.h"

#include <sys/socket.h>

#include "codec/path.h"
#include "netlink/transaction.h"
#include "test/requests.h"
#include "test/tree.h"

namespace netns::test {

namespace {

bool anyone(const sockaddr_storage&, socklen_t) { return true; }

struct Nowhere : DumpReader {
  std::string broken;
  void chunk(Chunk chunk) override {
    for (auto [offset, length] : chunk.datagrams)
      if (offset + length > chunk.bytes.size()) broken = "a datagram lies outside its chunk";
  }
  void restart() override {}
};

// The far end says `answers`, cut into datagrams where a length in front says so, then `last`.
void say(int far, Bytes answers, Bytes last) {
  for (int count = 0; count < 8 && answers.size() > 2; count++) {
    std::size_t length = std::min<std::size_t>(load<std::uint16_t>(answers), answers.size() - 2);
    ::send(far, answers.data() + 2, length, MSG_NOSIGNAL | MSG_DONTWAIT);
    answers = answers.subspan(2 + length);
  }
  ::send(far, last.data(), last.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
}

}  // namespace

std::string decoding_is_stable(const Schema& schema, int set, Bytes bytes, bool* decoded) {
  DecodedTree first = decode(schema, set, bytes), second = decode(schema, set, bytes);
  if (first.error.path != second.error.path || first.error.what != second.error.what) return "two errors for the same bytes";
  if (!first.tree != !first.error.what.empty()) return "neither a value nor an error, or both";
  if (!first.tree) return {};
  if (decoded) *decoded = true;
  auto record = record_of(schema, first.tree);
  if (record != record_of(schema, second.tree)) return "two values for the same bytes";
  Encoded once = encode(schema, set, record);
  if (!once.ok) return once.error.starts_with("longer than") ? "" : "not encoded: " + once.path + ": " + once.error;
  DecodedTree back = decode(schema, set, once.bytes);
  if (!back.tree) return "not decoded again: " + back.error.path + ": " + back.error.what;
  Encoded twice = encode(schema, set, record_of(schema, back.tree));
  if (!twice.ok || twice.bytes != once.bytes) return "encoded differently: " + show(schema, first.tree) + " and " + show(schema, back.tree);
  return {};
}

std::string acknowledgement_is_sound(Bytes bytes) {
  MessageRange range(bytes);
  for (const Message& message : range) {
    Acknowledgement ack = read_acknowledgement(message);
    if (ack.error < 0 || ack.error > 4095) return "no errno";
    if (ack.text.find('\0') != std::string::npos) return "text goes on behind its NUL";
    for (std::int64_t number : {ack.offset, ack.missing_type, ack.missing_nest})
      if (number < -1 || number > 0xffffffff) return "a number of more than 32 bits";
  }
  return {};
}

std::string paths_are_sound(const Schema& schema, int set, Bytes message) {
  std::unique_ptr<std::byte[]> block(new std::byte[message.size()]);
  std::copy(message.begin(), message.end(), block.get());
  Bytes copy(block.get(), message.size());
  for (std::uint32_t offset = 0; offset < message.size() + 8; offset += 3) {
    std::string path = path_at(schema, set, copy, offset);
    if (!path.empty() && (offset < sizeof(nlmsghdr) || offset >= message.size())) return "a path for what lies outside";
    if (path_of_missing(schema, set, copy, offset, 1).empty()) return "no name for what is missing";
  }
  return {};
}

std::string exchange_ends(Bytes answers, bool dump) {
  int ends[2];
  if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) < 0) return "socketpair";
  UniqueFd far(ends[1]);
  Socket socket = Socket::adopt(UniqueFd(ends[0]), anyone);
  std::uint32_t sequence = 0;
  auto asked = answers_to(batch_of(dump ? 1 : 3, dump ? Mode::Dump : Mode::Reply));
  // Each attempt of a dump has the next sequence number, and the last words are for the first attempt: others end by the deadline.
  say(far.get(), answers, Wire{}.message(dump ? NLMSG_DONE : NLMSG_ERROR, 0, dump ? 1 : 3, wire(0)));
  Transaction transaction(socket, sequence, std::chrono::milliseconds(1), -1);
  Nowhere reader;
  bool usable = dump ? transaction.dump(asked[0], reader) : transaction.exchange(asked);
  for (const Answer& answer : asked) {
    if (answer.outcome == Outcome::Unknown && (usable || !*answer.why)) return "an outcome without a reason";
    if (answer.outcome == Outcome::Refused && answer.ack.error == 0) return "refused without an errno";
  }
  return reader.broken;
}

}  // namespace netns::test
