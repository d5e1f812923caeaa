// ENOBUFS, which only a real netlink socket gives: more answers than a small receive buffer holds. Asks for the
// loopback link again and again, which needs no privilege and changes nothing.
#include <doctest/doctest.h>
#include <linux/rtnetlink.h>

#include <string>

#include "netlink/transaction.h"
#include "test/requests.h"

namespace netns::test {

namespace {

bool anyone(const sockaddr_storage&, socklen_t) { return true; }

Socket with_small_buffer() {
  UniqueFd fd(::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_ROUTE));
  int bytes = 2048;
  ::setsockopt(fd.get(), SOL_SOCKET, SO_RCVBUF, &bytes, sizeof bytes);
  return Socket::adopt(std::move(fd), anyone);
}

std::shared_ptr<Batch> questions(std::size_t count, Mode mode) {
  ifinfomsg link{};
  link.ifi_index = 1;
  auto batch = std::make_shared<Batch>();
  for (std::size_t index = 0; index < count; index++) {
    auto flags = static_cast<std::uint16_t>(NLM_F_REQUEST | (mode == Mode::Dump ? NLM_F_DUMP : 0));
    Wire message = Wire{}.message(RTM_GETLINK, flags, 0, wire(link));
    batch->requests.push_back({.token = 0, .mode = mode, .reply_set = -1, .request_set = -1, .skip = 0, .offset = batch->bytes.size(), .length = message.bytes.size()});
    batch->bytes.insert(batch->bytes.end(), message.bytes.begin(), message.bytes.end());
  }
  return batch;
}

struct Nowhere : DumpReader {
  void chunk(Chunk) override {}
  void restart() override {}
};

}  // namespace

TEST_SUITE_BEGIN("overrun");

TEST_CASE("answers that the receive buffer does not hold are unknown") {
  Socket socket = with_small_buffer();
  std::uint32_t sequence = 0;
  auto answers = answers_to(questions(Transaction::window, Mode::Reply));
  CHECK_FALSE(Transaction(socket, sequence, std::chrono::seconds(5), -1).exchange(answers));
  CHECK(answers.back().outcome == Outcome::Unknown);
  CHECK(std::string(answers.back().why) == "the socket's receive buffer overran");
}

TEST_CASE("a dump on a socket that has overrun is lost") {
  Socket socket = with_small_buffer();
  std::uint32_t sequence = 0;
  auto flood = questions(Transaction::window, Mode::Ack);
  iovec part{flood->bytes.data(), flood->bytes.size()};
  REQUIRE(socket.send(std::span(&part, 1)));
  Answer answer = answers_to(questions(1, Mode::Dump)).front();
  Nowhere reader;
  CHECK_FALSE(Transaction(socket, sequence, std::chrono::seconds(5), -1).dump(answer, reader));
  CHECK(answer.outcome == Outcome::Unknown);
  CHECK(std::string(answer.why) == "the socket's receive buffer overran");
}

TEST_CASE("an intact socket gets its answer: the questions above are sound") {
  Result<Socket> socket = Socket::open(NETLINK_ROUTE);
  REQUIRE(socket);
  std::uint32_t sequence = 0;
  auto answers = answers_to(questions(Transaction::window, Mode::Reply));
  CHECK(Transaction(*socket, sequence, std::chrono::seconds(5), -1).exchange(answers));
  for (const Answer& answer : answers) {
    REQUIRE(answer.outcome == Outcome::Done);
    REQUIRE(load<ifinfomsg>(answer.reply).ifi_index == 1);
  }
}

TEST_SUITE_END();

}  // namespace netns::test
