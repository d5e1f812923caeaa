// Strand: what is queued goes out in windows, in order, on one worker; a lost socket is opened again.
#include <doctest/doctest.h>

#include <algorithm>
#include <condition_variable>
#include <future>
#include <thread>

#include "netlink/strand.h"
#include "test/kernel.h"
#include "test/no_threads.h"
#include "test/requests.h"

namespace netns::test {

namespace {

using std::chrono::milliseconds;

class Listener : public StrandListener {
 public:
  void answered(std::vector<Answer> answers) override {
    std::lock_guard lock(mutex_);
    for (Answer& answer : answers) answers_.push_back(std::move(answer));
    more_.notify_all();
  }
  std::unique_ptr<DumpReader> dump_reader(const Queued&) override {
    struct Nowhere : DumpReader {
      void chunk(Chunk) override {}
      void restart() override {}
    };
    return std::make_unique<Nowhere>();
  }

  std::vector<Answer> wait_for(std::size_t count) {
    std::unique_lock lock(mutex_);
    more_.wait_for(lock, milliseconds(10000), [&] { return answers_.size() >= count; });
    return answers_;
  }

 private:
  std::mutex mutex_;
  std::condition_variable more_;
  std::vector<Answer> answers_;
};

// A strand whose sockets are near ends of fake kernels, one script for each time that it opens one.
struct Bench {
  explicit Bench(std::vector<FakeKernel::Script> scripts, milliseconds deadline = milliseconds(5000)) {
    for (auto& script : scripts) kernels.push_back(std::make_unique<FakeKernel>(std::move(script)));
    auto open = [this]() -> Result<Socket> {
      if (opened >= kernels.size()) return Failure{EMFILE, "socket", {}};
      return kernels[opened++]->socket();
    };
    strand = std::make_shared<Strand>(executor, listener, open, deadline);
  }
  ~Bench() {
    if (strand) strand->close();
    executor->stop(5000);
  }

  std::vector<std::unique_ptr<FakeKernel>> kernels;
  std::size_t opened = 0;  // the worker's
  std::shared_ptr<Executor> executor = Executor::create(2);
  std::shared_ptr<Listener> listener = std::make_shared<Listener>();
  std::shared_ptr<Strand> strand;
};

// Answers each window, and notes how many requests it had.
FakeKernel::Script obedient(std::vector<std::size_t>& windows, bool (*is_dump)(const Sent&) = nullptr) {
  return [&windows, is_dump](FakeKernel& self) {
    for (auto sent = self.receive(); !sent.empty(); sent = self.receive()) {
      windows.push_back(sent.size());
      self.send(is_dump && is_dump(sent[0]) ? done(sent[0]) : ack(sent.back()));
    }
  };
}

std::string letters(const std::vector<Answer>& answers) {
  std::string text;
  for (const Answer& answer : answers) text += "DRUNISK"[static_cast<int>(answer.outcome)];
  return text;
}

}  // namespace

TEST_SUITE_BEGIN("strand");

TEST_CASE("what stands behind a refused guard is not sent, what stands behind another is") {
  for (int refusal : {0, 22}) {
    CAPTURE(refusal);
    std::vector<std::size_t> windows;
    std::vector<Answer> answers;
    {
      // The guard is the second window.
      Bench bench({[&](FakeKernel& self) {
        for (auto sent = self.receive(); !sent.empty(); sent = self.receive()) {
          windows.push_back(sent.size());
          self.send(windows.size() == 2 && refusal != 0 ? error(sent.back(), refusal) : ack(sent.back()));
        }
      }});
      std::shared_ptr<Batch> batch = batch_of(9);
      for (std::size_t index : {1, 4}) batch->requests[index].mode = Mode::Guard;
      for (std::size_t index : {2, 3, 5}) batch->requests[index].mode = Mode::Guarded;
      bench.strand->submit(batch);
      answers = bench.listener->wait_for(9);
    }
    CHECK(letters(answers) == (refusal == 0 ? "DDDDDDDDD" : "DRKKKKDDD"));
    for (std::size_t index = 0; index < answers.size(); index++) CHECK(answers[index].queued.request().token == index);
    CHECK(windows == (refusal == 0 ? std::vector<std::size_t>{1, 1, 2, 1, 4} : std::vector<std::size_t>{1, 1, 3}));
  }
}

TEST_CASE("300 requests go out in windows of at most 128, in order") {
  std::vector<std::size_t> windows;
  std::vector<Answer> answers;
  {
    Bench bench({obedient(windows)});
    bench.strand->submit(batch_of(300));
    answers = bench.listener->wait_for(300);
  }
  CHECK(windows == std::vector<std::size_t>{128, 128, 44});
  REQUIRE(answers.size() == 300);
  for (std::uint32_t index = 0; index < 300; index++) {
    REQUIRE(answers[index].outcome == Outcome::Done);
    REQUIRE(answers[index].queued.request().token == index);
  }
}

TEST_CASE("a window ends where its bytes would be too many for one sendmsg, but one request always fits") {
  std::vector<std::size_t> windows;
  {
    Bench bench({obedient(windows)});
    bench.strand->submit(batch_of(5, Mode::Ack, 0, 25000));
    bench.strand->submit(batch_of(1, Mode::Ack, 5, Transaction::window_bytes + 1000));
    CHECK(letters(bench.listener->wait_for(6)) == "DDDDDD");
  }
  CHECK(windows == std::vector<std::size_t>{2, 2, 1, 1});
}

TEST_CASE("replies are as many as the receive buffer holds; before there is a socket, two") {
  std::vector<std::size_t> windows;
  std::size_t most = 0;
  {
    Bench bench({obedient(windows)});
    most = static_cast<std::size_t>(FakeKernel([](FakeKernel&) {}).socket().receive_buffer()) / Transaction::echo_cost;
    bench.strand->submit(batch_of(60, Mode::Reply));
    bench.listener->wait_for(60);
  }
  REQUIRE(most > 2);
  REQUIRE(most < 58);
  CHECK(windows[0] == 2);
  CHECK(windows[1] == most);
}

TEST_CASE("a dump goes alone, and what was queued before and after it keeps its place") {
  std::vector<std::size_t> windows;
  std::vector<Answer> answers;
  {
    Bench bench({obedient(windows, [](const Sent& sent) { return sent.payload.size() == 12; })});
    bench.strand->submit(batch_of(3));
    bench.strand->submit(batch_of(2, Mode::Dump, 3, 12));
    bench.strand->submit(batch_of(2, Mode::Ack, 5));
    answers = bench.listener->wait_for(7);
  }
  CHECK(letters(answers) == "DDDDDDD");
  for (std::uint32_t index = 0; index < answers.size(); index++) CHECK(answers[index].queued.request().token == index);
  CHECK(windows == std::vector<std::size_t>{3, 1, 1, 2});
}

TEST_CASE("a socket that was lost is opened again for the next window") {
  std::vector<std::size_t> windows;
  auto silent = [](FakeKernel& self) { while (!self.receive().empty()) {} };
  Bench bench({silent, obedient(windows)}, milliseconds(50));
  bench.strand->submit(batch_of(2));
  CHECK(letters(bench.listener->wait_for(2)) == "UU");
  bench.strand->submit(batch_of(1, Mode::Ack, 2));
  CHECK(letters(bench.listener->wait_for(3)) == "UUD");
  bench.executor->stop(5000);
  CHECK(bench.opened == 2);
}

TEST_CASE("a socket that cannot be opened: not sent, with errno and system call, and tried again later") {
  Bench bench({});
  bench.strand->submit(batch_of(2));
  auto answers = bench.listener->wait_for(2);
  REQUIRE(letters(answers) == "NN");
  CHECK(answers[1].ack.error == EMFILE);
  CHECK(std::string(answers[1].why) == "socket");
  bench.strand->submit(batch_of(1, Mode::Dump));
  CHECK(letters(bench.listener->wait_for(3)) == "NNN");
}

TEST_CASE("without a thread to send it nothing is sent, and the next request is tried again") {
  std::vector<std::size_t> windows;
  Bench bench({obedient(windows)});
  {
    NoThreads none;
    bench.strand->submit(batch_of(2));
  }
  std::vector<Answer> answers = bench.listener->wait_for(2);
  CHECK(letters(answers) == "NN");
  CHECK(answers[0].ack.error == EAGAIN);
  bench.strand->submit(batch_of(1));
  CHECK(letters(bench.listener->wait_for(3)) == "NND");
}

TEST_CASE("after close nothing more is sent") {
  std::vector<std::size_t> windows;
  {
    Bench bench({[&](FakeKernel& self) {
      auto sent = self.receive();
      bench.strand->close();  // while the first window is under way
      self.send(ack(sent.back()));
      for (sent = self.receive(); !sent.empty(); sent = self.receive()) windows.push_back(sent.size());
    }});
    bench.strand->submit(batch_of(200));
    bench.strand->submit(batch_of(2, Mode::Dump, 200));
    auto answers = bench.listener->wait_for(202);
    CHECK(letters(answers) == std::string(128, 'D') + std::string(74, 'S'));
    bench.strand->submit(batch_of(1));
    CHECK(letters(bench.listener->wait_for(203)).back() == 'S');
    bench.kernels[0]->finish();  // the strand has closed its end
  }
  CHECK(windows.empty());
}

TEST_CASE("a closed strand lets go of what it opens sockets with, though its handle stays") {
  auto held = std::make_shared<int>(0);
  std::weak_ptr<int> watched = held;
  auto executor = Executor::create(1);
  auto listener = std::make_shared<Listener>();
  auto strand = std::make_shared<Strand>(executor, listener, [held = std::move(held)] { return Result<Socket>(Failure{EMFILE, "socket", {}}); }, milliseconds(1000));
  strand->submit(batch_of(1));
  CHECK(letters(listener->wait_for(1)) == "N");
  CHECK_FALSE(watched.expired());
  strand->close();
  strand->submit(batch_of(1));
  CHECK(letters(listener->wait_for(2)) == "NS");
  executor->stop(5000);
  CHECK(watched.expired());
}

TEST_CASE("a strand keeps itself alive until all is answered, and a batch until its answer") {
  std::weak_ptr<Strand> strand;
  auto kept = std::make_shared<int>(1);
  std::weak_ptr<int> keep = kept;
  std::vector<std::size_t> windows;
  Bench bench({obedient(windows)});
  auto batch = batch_of(130);
  batch->keep.push_back(std::move(kept));
  strand = bench.strand;
  bench.strand->submit(std::move(batch));
  bench.strand.reset();
  CHECK(letters(bench.listener->wait_for(130)) == std::string(130, 'D'));
  CHECK_FALSE(keep.expired());  // the answers name their batch
  bench.executor->stop(5000);
  CHECK(strand.expired());
}

TEST_SUITE_END();

TEST_CASE("Batches are prepared on the worker, once each, and leave together") {
  std::vector<std::size_t> windows;
  std::vector<Answer> answers;
  std::vector<std::thread::id> prepared;
  std::size_t ready_before_first = 0;
  {
    Bench bench({[&](FakeKernel& self) {
      for (auto sent = self.receive(); !sent.empty(); sent = self.receive()) {
        windows.push_back(sent.size());
        self.send(ack(sent.back()));
      }
    }});
    std::promise<void> all;  // are there: the first waits for that
    std::shared_future<void> submitted = all.get_future().share();
    for (std::uint32_t index = 0; index < 45; index++) {
      auto batch = std::make_shared<Batch>();
      batch->prepare = [&, index, submitted](Batch& batch) {
        if (index == 0) submitted.wait_for(milliseconds(10000));
        prepared.push_back(std::this_thread::get_id());
        if (windows.empty()) ready_before_first++;
        std::shared_ptr<Batch> made = batch_of(3, Mode::Ack, index * 3);
        batch.bytes = made->bytes;
        batch.requests = made->requests;
      };
      bench.strand->submit(std::move(batch));
    }
    all.set_value();
    answers = bench.listener->wait_for(135);
  }
  CHECK(prepared.size() == 45);
  CHECK(std::count(prepared.begin(), prepared.end(), std::this_thread::get_id()) == 0);
  CHECK(ready_before_first == 43);
  CHECK(windows == std::vector<std::size_t>{128, 7});
  REQUIRE(answers.size() == 135);
  for (std::uint32_t index = 0; index < 135; index++) REQUIRE(answers[index].queued.request().token == index);
}

}  // namespace netns::test
