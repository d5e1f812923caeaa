// Transaction::dump: read to its end whatever way it is cut, and begun anew when it was interrupted.
#include <doctest/doctest.h>
#include <sys/eventfd.h>

#include <string>

#include "netlink/transaction.h"
#include "test/kernel.h"
#include "test/requests.h"

namespace netns::test {

namespace {

using std::chrono::milliseconds;

constexpr std::uint16_t interrupted = 0x10;  // NLM_F_DUMP_INTR

// Payloads of the messages that came, as text, one space after each.
struct Collector : DumpReader {
  std::string text;
  std::size_t chunks = 0;
  int restarts = 0;

  void chunk(Chunk chunk) override {
    chunks++;
    for (auto [offset, length] : chunk.datagrams) {
      MessageRange range(Bytes(chunk.bytes).subspan(offset, length));
      for (const Message& message : range) {
        if (message.header.nlmsg_type < NLMSG_MIN_TYPE) continue;
        text.append(reinterpret_cast<const char*>(message.payload.data()), message.payload.size()).append(" ");
      }
      CHECK_FALSE(range.broken());
    }
  }
  void restart() override {
    restarts++;
    text.clear();
  }
};

struct Dumped {
  bool usable;
  Answer answer;
  Collector reader;
  milliseconds took;
};

Dumped dump(FakeKernel& kernel, milliseconds deadline = milliseconds(5000), int stop_fd = -1) {
  Socket socket = kernel.socket();
  std::uint32_t sequence = 41;
  Dumped dumped{false, answers_to(batch_of(1, Mode::Dump)).front(), {}, {}};
  auto start = Clock::now();
  dumped.usable = Transaction(socket, sequence, deadline, stop_fd).dump(dumped.answer, dumped.reader);
  dumped.took = std::chrono::duration_cast<milliseconds>(Clock::now() - start);
  return dumped;
}

using Play = std::function<void(FakeKernel&, const Sent&)>;

// One attempt of a dump after the other, each answered by `play`.
FakeKernel::Script each(std::vector<Play> plays) {
  return [plays = std::move(plays)](FakeKernel& self) {
    for (const Play& play : plays) {
      auto sent = self.receive();
      if (sent.empty()) return;
      play(self, sent[0]);
    }
    self.receive();
  };
}

}  // namespace

TEST_SUITE_BEGIN("dump");

TEST_CASE("many datagrams, the end alone") {
  std::uint16_t flags = 0xffff;
  FakeKernel kernel(each({[&](FakeKernel& self, const Sent& sent) {
    flags = sent.header.nlmsg_flags;
    for (int index = 0; index < 20; index++) self.send(together({part(sent, text("a" + std::to_string(index))), part(sent, text("b"))}));
    self.send(done(sent));
  }}));
  Dumped dumped = dump(kernel);
  CHECK(dumped.usable);
  CHECK(dumped.answer.outcome == Outcome::Done);
  CHECK(dumped.reader.text.starts_with("a0 b a1 b a2 b "));
  CHECK(dumped.reader.text.ends_with("a18 b a19 b "));
  CHECK((flags & NLM_F_ACK) == 0);
}

TEST_CASE("large datagrams come in several chunks, in order") {
  std::string expected;
  for (char letter : std::string("abcdefghij")) expected += std::string(30000, letter) + " ";
  FakeKernel kernel(each({[](FakeKernel& self, const Sent& sent) {
    for (char letter : std::string("abcdefghij")) self.send(part(sent, text(std::string(30000, letter))));
    self.send(done(sent));
  }}));
  Dumped dumped = dump(kernel);
  CHECK(dumped.reader.text == expected);
  CHECK(dumped.reader.chunks > 1);
}

TEST_CASE("the end in the same datagram as data; what follows the end is not read") {
  FakeKernel kernel(each({[](FakeKernel& self, const Sent& sent) {
    self.send(together({part(sent, text("a")), done(sent), error(sent, EIO)}));
  }}));
  Dumped dumped = dump(kernel);
  CHECK(dumped.answer.outcome == Outcome::Done);
  CHECK(dumped.reader.text == "a ");
}

TEST_CASE("an end without a payload is an end") {
  FakeKernel kernel(each({[](FakeKernel& self, const Sent& sent) {
    self.send(Wire{}.message(NLMSG_DONE, NLM_F_MULTI, sent.header.nlmsg_seq, Bytes{}));
  }}));
  CHECK(dump(kernel).answer.outcome == Outcome::Done);
}

TEST_CASE("an end that carries an errno, with the kernel's words") {
  FakeKernel kernel(each({[](FakeKernel& self, const Sent& sent) {
    self.send(part(sent, text("a")));
    self.send(done(sent, EOPNOTSUPP, {.text = "no such table", .offset = 28}));
  }}));
  Dumped dumped = dump(kernel);
  CHECK(dumped.usable);
  CHECK(dumped.answer.outcome == Outcome::Refused);
  CHECK(dumped.answer.ack.error == EOPNOTSUPP);
  CHECK(dumped.answer.ack.text == "no such table");
  CHECK(dumped.answer.ack.offset == 28);
}

TEST_CASE("an error in place of the end") {
  FakeKernel kernel(each({[](FakeKernel& self, const Sent& sent) { self.send(error(sent, EPERM, {.text = "not for you"})); }}));
  Dumped dumped = dump(kernel);
  CHECK(dumped.usable);
  CHECK(dumped.answer.outcome == Outcome::Refused);
  CHECK(dumped.answer.ack.error == EPERM);
  CHECK(dumped.answer.ack.text == "not for you");
}

TEST_CASE("interrupted in the first message, in a later one or at the end: begun anew") {
  for (int where = 0; where < 3; where++) {
    CAPTURE(where);
    auto flag = [where](int here) { return static_cast<std::uint16_t>(where == here ? interrupted : 0); };
    Play first = [&](FakeKernel& self, const Sent& sent) {
      self.send(together({part(sent, text("old"), flag(0)), part(sent, text("older"))}));
      self.send(part(sent, text("oldest"), flag(1)));
      self.send(done(sent, 0, {}, flag(2)));
    };
    Play second = [](FakeKernel& self, const Sent& sent) { self.send(together({part(sent, text("new")), done(sent)})); };
    FakeKernel kernel(each({first, second}));
    Dumped dumped = dump(kernel);
    CHECK(dumped.usable);
    CHECK(dumped.answer.outcome == Outcome::Done);
    CHECK(dumped.reader.restarts == 1);
    CHECK(dumped.reader.text == "new ");
  }
}

TEST_CASE("always interrupted: given up after some attempts, with what came last") {
  Play play = [](FakeKernel& self, const Sent& sent) { self.send(together({part(sent, text("a"), interrupted), done(sent)})); };
  FakeKernel kernel(each(std::vector<Play>(Transaction::dump_attempts, play)));
  Dumped dumped = dump(kernel);
  CHECK(dumped.usable);
  CHECK(dumped.answer.outcome == Outcome::Interrupted);
  CHECK(dumped.reader.restarts == Transaction::dump_attempts - 1);
  CHECK(dumped.reader.text == "a ");
}

TEST_CASE("messages of another sequence number neither end nor interrupt it") {
  FakeKernel kernel(each({[](FakeKernel& self, const Sent& sent) {
    Sent other = sent;
    other.header.nlmsg_seq += 7;
    self.send(together({part(other, text(""), interrupted), done(other, EIO), error(other, EIO)}));
    self.send(together({part(sent, text("a")), done(sent)}));
  }}));
  Dumped dumped = dump(kernel);
  CHECK(dumped.answer.outcome == Outcome::Done);
  CHECK(dumped.reader.restarts == 0);
}

TEST_CASE("a stranger's end ends nothing, and his datagrams do not hold off the deadline") {
  FakeKernel kernel(each({[](FakeKernel& self, const Sent& sent) {
    for (int index = 0; index < 40; index++) {
      self.forge(together({part(sent, text("forged")), done(sent)}));
      std::this_thread::sleep_for(milliseconds(20));
    }
  }}), SOCK_DGRAM);
  Dumped dumped = dump(kernel, milliseconds(100));
  CHECK_FALSE(dumped.usable);
  CHECK(dumped.answer.outcome == Outcome::Unknown);
  CHECK(dumped.took < milliseconds(500));
}

TEST_CASE("the deadline is for the next datagram, not for the whole dump") {
  FakeKernel kernel(each({[](FakeKernel& self, const Sent& sent) {
    for (int index = 0; index < 6; index++) {
      self.send(part(sent, text("a")));
      std::this_thread::sleep_for(milliseconds(50));
    }
    self.send(done(sent));
  }}));
  Dumped dumped = dump(kernel, milliseconds(200));
  CHECK(dumped.answer.outcome == Outcome::Done);
}

TEST_CASE("lost: no end, a datagram cut short, a peer that is gone") {
  const char* why = "";
  Play play;
  SUBCASE("no end") {
    why = "no answer before the deadline";
    play = [](FakeKernel& self, const Sent& sent) { self.send(part(sent, text("a"))); };
  }
  SUBCASE("cut short") {
    why = "an answer was cut short";
    play = [](FakeKernel& self, const Sent& sent) {
      self.send(part(sent, filled(100000)));
      self.send(together({part(sent, filled(150000)), done(sent)}));
    };
  }
  SUBCASE("gone") {
    why = "the socket failed";
    play = [](FakeKernel& self, const Sent& sent) {
      self.send(part(sent, text("a")));
      self.hang_up();
    };
  }
  FakeKernel kernel(each({play}));
  Dumped dumped = dump(kernel, milliseconds(100));
  CHECK_FALSE(dumped.usable);
  CHECK(dumped.answer.outcome == Outcome::Unknown);
  CHECK(std::string(dumped.answer.why) == why);
}

TEST_CASE("a request that cannot be sent") {
  FakeKernel kernel([](FakeKernel& self) { self.hang_up(); });
  kernel.finish();
  Dumped dumped = dump(kernel);
  CHECK(dumped.answer.outcome == Outcome::NotSent);
  CHECK(dumped.answer.ack.error == EPIPE);
}

TEST_CASE("a readable stop descriptor ends the wait") {
  UniqueFd stop(::eventfd(1, EFD_CLOEXEC));
  FakeKernel kernel(each({[](FakeKernel& self, const Sent& sent) { self.send(part(sent, text("a"))); }}));
  Dumped dumped = dump(kernel, milliseconds(60000), stop.get());
  CHECK_FALSE(dumped.usable);
  CHECK(dumped.answer.outcome == Outcome::Stopped);
  CHECK(dumped.took < milliseconds(2000));
}

TEST_SUITE_END();

}  // namespace netns::test
