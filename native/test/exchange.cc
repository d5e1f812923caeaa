// Transaction::exchange: a window of requests and the answer to each, whatever the kernel or somebody else sends.
#include <doctest/doctest.h>
#include <sys/eventfd.h>

#include <string>

#include "netlink/transaction.h"
#include "test/kernel.h"
#include "test/requests.h"

namespace netns::test {

namespace {

using std::chrono::milliseconds;

struct Outcomes {
  bool usable;
  std::vector<Answer> answers;
  milliseconds took;
};

// A sequence number that wraps within the window: 0 is a number like any other.
constexpr std::uint32_t before_wrap = 0xfffffffe;

Outcomes exchange(FakeKernel& kernel, std::shared_ptr<Batch> batch, milliseconds deadline = milliseconds(5000), int stop_fd = -1) {
  Socket socket = kernel.socket();
  std::uint32_t sequence = before_wrap;
  Outcomes outcomes{false, answers_to(batch), {}};
  auto start = Clock::now();
  outcomes.usable = Transaction(socket, sequence, deadline, stop_fd).exchange(outcomes.answers);
  outcomes.took = std::chrono::duration_cast<milliseconds>(Clock::now() - start);
  return outcomes;
}

std::string letters(const Outcomes& outcomes) {
  std::string text;
  for (const Answer& answer : outcomes.answers) text += "DRUNIS"[static_cast<int>(answer.outcome)];
  return text;
}

std::string why(const Outcomes& outcomes) { return outcomes.answers.back().why; }

// A stranger whose next datagram is there before the last one has been looked at.
struct {
  int far;
  Clock::time_point end;
} flood;

bool stranger(const sockaddr_storage&, socklen_t) {
  if (Clock::now() < flood.end) ::send(flood.far, "forged", 6, MSG_NOSIGNAL | MSG_DONTWAIT);
  return false;
}

}  // namespace

TEST_SUITE_BEGIN("exchange");

TEST_CASE("only the last request asks for an acknowledgement, and it answers for all") {
  std::vector<Sent> sent;
  FakeKernel kernel([&](FakeKernel& self) {
    sent = self.receive();
    self.send(ack(sent.back()));
  });
  Outcomes outcomes = exchange(kernel, batch_of(4));
  kernel.finish();
  CHECK(outcomes.usable);
  CHECK(letters(outcomes) == "DDDD");
  REQUIRE(sent.size() == 4);
  for (std::uint32_t index = 0; index < 4; index++) {
    CHECK(sent[index].header.nlmsg_seq == before_wrap + 1 + index);
    CHECK(bool(sent[index].header.nlmsg_flags & NLM_F_ACK) == (index == 3));
  }
}

TEST_CASE("one in the middle is refused, with the kernel's words") {
  for (bool capped : {true, false}) {
    CAPTURE(capped);
    FakeKernel kernel([&](FakeKernel& self) {
      auto sent = self.receive();
      self.send(error(sent[1], EINVAL, {.text = "not so", .offset = 20, .missing_type = 7, .missing_nest = 36, .capped = capped}));
      self.send(ack(sent[2]));
    });
    Outcomes outcomes = exchange(kernel, batch_of(3, Mode::Ack, 0, 7));
    CHECK(letters(outcomes) == "DRD");
    const Acknowledgement& refused = outcomes.answers[1].ack;
    CHECK(refused.error == EINVAL);
    CHECK(refused.text == "not so");
    CHECK(refused.offset == 20);
    CHECK(refused.missing_type == 7);
    CHECK(refused.missing_nest == 36);
    CHECK(outcomes.answers[0].ack.error == 0);
  }
}

TEST_CASE("all are refused, each for its own reason") {
  FakeKernel kernel([&](FakeKernel& self) {
    auto sent = self.receive();
    for (int index = 0; index < 3; index++) self.send(error(sent[static_cast<std::size_t>(index)], EPERM + index));
  });
  Outcomes outcomes = exchange(kernel, batch_of(3));
  CHECK(outcomes.usable);
  CHECK(letters(outcomes) == "RRR");
  for (int index = 0; index < 3; index++) CHECK(outcomes.answers[static_cast<std::size_t>(index)].ack.error == EPERM + index);
}

TEST_CASE("a message that comes back is kept, the first where there are several") {
  FakeKernel kernel([&](FakeKernel& self) {
    auto sent = self.receive();
    self.send(part(sent[0], text("first")));
    self.send(part(sent[0], text("second")));
    self.send(together({part(sent[1], text("echo")), ack(sent[1])}));
  });
  Outcomes outcomes = exchange(kernel, batch_of(2, Mode::Reply));
  CHECK(letters(outcomes) == "DD");
  CHECK(outcomes.answers[0].reply == text("first").bytes);
  CHECK(outcomes.answers[1].reply == text("echo").bytes);
}

TEST_CASE("the last acknowledgement may share its datagram, or arrive first") {
  FakeKernel kernel([&](FakeKernel& self) {
    auto sent = self.receive();
    self.send(together({ack(sent[2]), error(sent[0], EEXIST), ack(sent[1])}));
  });
  CHECK(letters(exchange(kernel, batch_of(3))) == "RDD");
}

TEST_CASE("sequence numbers that were not sent and NLMSG_NOOP are passed over") {
  FakeKernel kernel([&](FakeKernel& self) {
    auto sent = self.receive();
    Sent before = sent[0], after = sent[1];
    before.header.nlmsg_seq--;
    after.header.nlmsg_seq++;
    self.send(together({error(before, EIO), part(before, text("late")), error(after, EIO)}));
    self.send(Wire{}.message(NLMSG_NOOP, 0, sent[1].header.nlmsg_seq, text("nothing!")));
    self.send(ack(sent[1]));
  });
  Outcomes outcomes = exchange(kernel, batch_of(2));
  CHECK(letters(outcomes) == "DD");
  CHECK(outcomes.answers[0].reply.empty());
  CHECK(outcomes.answers[1].reply.empty());
}

TEST_CASE("a stranger's answer counts for nothing, though it fits") {
  FakeKernel kernel([&](FakeKernel& self) {
    auto sent = self.receive();
    self.forge(error(sent[0], EPERM));
    self.forge(together({part(sent[0], text("forged")), ack(sent[1])}));
    self.send(error(sent[1], EBUSY));
  }, SOCK_DGRAM);
  Outcomes outcomes = exchange(kernel, batch_of(2));
  CHECK(letters(outcomes) == "DR");
  CHECK(outcomes.answers[1].ack.error == EBUSY);
  CHECK(outcomes.answers[0].reply.empty());
}

TEST_CASE("a stranger who never stops cannot hold off the deadline, nor the end of the environment") {
  int ends[2];
  REQUIRE(::socketpair(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0, ends) == 0);
  UniqueFd far(ends[1]);
  Socket socket = Socket::adopt(UniqueFd(ends[0]), stranger);
  flood = {far.get(), Clock::now() + milliseconds(3000)};
  stranger({}, 0);
  for (bool stopped : {false, true}) {
    CAPTURE(stopped);
    UniqueFd stop(::eventfd(stopped, EFD_CLOEXEC));
    std::uint32_t sequence = 0;
    auto answers = answers_to(batch_of(1));
    CHECK_FALSE(Transaction(socket, sequence, milliseconds(stopped ? 60000 : 50), stop.get()).exchange(answers));
    CHECK(answers[0].outcome == (stopped ? Outcome::Stopped : Outcome::Unknown));
  }
  CHECK(Clock::now() < flood.end);
}

TEST_CASE("an answer that never comes leaves the outcome unknown, at the deadline") {
  FakeKernel kernel([&](FakeKernel& self) {
    auto sent = self.receive();
    self.send(error(sent[0], EEXIST));
    self.receive();
  });
  Outcomes outcomes = exchange(kernel, batch_of(3), milliseconds(50));
  CHECK_FALSE(outcomes.usable);
  CHECK(letters(outcomes) == "RUU");
  CHECK(why(outcomes) == "no answer before the deadline");
  CHECK(outcomes.took >= milliseconds(50));
  CHECK(outcomes.took < milliseconds(1000));
}

TEST_CASE("a datagram longer than the buffer takes its answers with it") {
  FakeKernel kernel([&](FakeKernel& self) {
    auto sent = self.receive();
    self.send(together({ack(sent[1]), part(sent[0], filled(Transaction::datagram))}));
  });
  Outcomes outcomes = exchange(kernel, batch_of(2));
  CHECK_FALSE(outcomes.usable);
  CHECK(letters(outcomes) == "UU");
  CHECK(why(outcomes) == "an answer was cut short");
}

TEST_CASE("a peer that is gone fails at once, before the answer or before the request") {
  FakeKernel kernel([&](FakeKernel& self) {
    self.receive();
    self.hang_up();
  });
  Outcomes outcomes = exchange(kernel, batch_of(2));
  CHECK_FALSE(outcomes.usable);
  CHECK(letters(outcomes) == "UU");
  CHECK(why(outcomes) == "the socket failed");
  CHECK(outcomes.took < milliseconds(2000));

  FakeKernel gone([](FakeKernel& self) { self.hang_up(); });
  gone.finish();
  Outcomes unsent = exchange(gone, batch_of(2));
  CHECK(letters(unsent) == "NN");
  CHECK(unsent.answers[0].ack.error == EPIPE);
  CHECK(unsent.answers[1].ack.error == EPIPE);
}

TEST_CASE("a readable stop descriptor ends the wait") {
  UniqueFd stop(::eventfd(1, EFD_CLOEXEC));
  FakeKernel kernel([](FakeKernel& self) {
    self.receive();
    self.receive();
  });
  Outcomes outcomes = exchange(kernel, batch_of(2), milliseconds(60000), stop.get());
  CHECK_FALSE(outcomes.usable);
  CHECK(letters(outcomes) == "SS");
  CHECK(outcomes.took < milliseconds(2000));
}

TEST_SUITE_END();

}  // namespace netns::test
