// Executor: jobs run on threads of its own, and `stop` comes back whatever they do.
#include "runtime/executor.h"

#include <doctest/doctest.h>
#include <poll.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <future>
#include <set>
#include <thread>
#include <vector>

#include "test/no_threads.h"

namespace netns::test {

namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

milliseconds time_of(const std::function<void()>& work) {
  auto start = Clock::now();
  work();
  return std::chrono::duration_cast<milliseconds>(Clock::now() - start);
}

// What a job's captures own may post when it goes: that must not be while the executor's lock is held.
struct Poster {
  Poster(std::shared_ptr<Executor> executor, std::function<void()> job) : executor(std::move(executor)), job(std::move(job)) {}
  ~Poster() { executor->post(std::move(job)); }

  std::shared_ptr<Executor> executor;
  std::function<void()> job;
};

}  // namespace

TEST_SUITE_BEGIN("executor");

TEST_CASE("every job runs, on no more threads than allowed, and not on the caller's") {
  std::mutex mutex;
  std::set<std::thread::id> threads;
  std::atomic<int> ran = 0;
  std::promise<void> all;
  auto executor = Executor::create(2);
  for (int index = 0; index < 100; index++)
    executor->post([&] {
      std::lock_guard lock(mutex);
      threads.insert(std::this_thread::get_id());
      if (++ran == 100) all.set_value();
    });
  REQUIRE(all.get_future().wait_for(milliseconds(10000)) == std::future_status::ready);
  executor->stop(5000);
  CHECK(threads.size() <= 2);
  CHECK_FALSE(threads.contains(std::this_thread::get_id()));
}

TEST_CASE("an idle thread is used again") {
  auto executor = Executor::create(4);
  std::set<std::thread::id> threads;
  for (int index = 0; index < 20; index++) {
    std::promise<std::thread::id> done;
    executor->post([&] { done.set_value(std::this_thread::get_id()); });
    threads.insert(done.get_future().get());
    std::this_thread::sleep_for(milliseconds(2));  // it has handed over its result a moment before it is idle
  }
  executor->stop(5000);
  CHECK(threads.size() <= 2);
}

TEST_CASE("a job that blocks does not hold up others") {
  auto executor = Executor::create(2);
  std::promise<void> release, ran;
  executor->post([future = release.get_future().share()] { future.wait(); });
  executor->post([&] { ran.set_value(); });
  CHECK(ran.get_future().wait_for(milliseconds(5000)) == std::future_status::ready);
  release.set_value();
  executor->stop(5000);
}

TEST_CASE("a job's captures go without the lock") {
  auto executor = Executor::create(1);
  std::promise<void> ran;
  executor->post([poster = std::make_shared<Poster>(executor, [&] { ran.set_value(); })] {});
  CHECK(ran.get_future().wait_for(milliseconds(5000)) == std::future_status::ready);
  executor->stop(5000);
}

TEST_CASE("all signals are blocked in its threads, none in the caller's") {
  sigset_t none, before, mine, theirs;
  sigemptyset(&none);
  pthread_sigmask(SIG_SETMASK, &none, &before);
  auto executor = Executor::create(1);
  std::promise<void> done;
  executor->post([&] {
    pthread_sigmask(SIG_SETMASK, nullptr, &theirs);
    done.set_value();
  });
  done.get_future().get();
  pthread_sigmask(SIG_SETMASK, &before, &mine);
  executor->stop(5000);
  for (int signal : {SIGINT, SIGTERM, SIGCHLD, SIGPROF, SIGUSR1, SIGPIPE}) {
    CAPTURE(signal);
    CHECK(sigismember(&theirs, signal) == 1);
    CHECK(sigismember(&mine, signal) == 0);
  }
}

TEST_CASE("stop wakes idle threads, tells of it, and drops what comes later") {
  auto executor = Executor::create(2);
  executor->post([] {});
  pollfd stopped{executor->stopped_fd(), POLLIN, 0};
  CHECK(::poll(&stopped, 1, 0) == 0);
  CHECK_FALSE(executor->stopping());
  CHECK(time_of([&] { executor->stop(60000); }) < milliseconds(5000));
  CHECK(executor->stopping());
  CHECK(::poll(&stopped, 1, 0) == 1);
  auto held = std::make_shared<int>(0);
  executor->post([held] { *held = 1; });
  std::this_thread::sleep_for(milliseconds(20));
  CHECK(held.use_count() == 1);
  CHECK(*held == 0);
}

TEST_CASE("stop drops what is queued, without running it and without its lock") {
  auto executor = Executor::create(1);
  std::promise<void> release, begun;
  std::atomic<bool> ran = false;
  executor->post([&, future = release.get_future().share()] { begun.set_value(), future.wait(); });
  begun.get_future().get();
  std::weak_ptr<Poster> dropped;
  {
    auto poster = std::make_shared<Poster>(executor, [] {});
    dropped = poster;
    executor->post([&ran, poster] { ran = true; });
  }
  CHECK(time_of([&] { executor->stop(30); }) >= milliseconds(30));
  CHECK(dropped.expired());
  release.set_value();
  executor->stop(5000);
  CHECK_FALSE(ran);
}

TEST_CASE("stop is bounded while a job blocks, and the late thread needs nobody") {
  std::promise<void> begun;
  std::weak_ptr<Executor> late;
  auto release = std::make_shared<std::promise<void>>();
  auto executor = Executor::create(1);
  late = executor;
  executor->post([&begun, future = release->get_future().share()] {
    begun.set_value();
    future.wait();
  });
  begun.get_future().get();
  executor->post([] { FAIL("ran after stop"); });
  CHECK(time_of([&] { executor->stop(50); }) < milliseconds(3000));
  executor.reset();
  CHECK_FALSE(late.expired());
  release->set_value();
  for (int tries = 0; tries < 2000 && !late.expired(); tries++) std::this_thread::sleep_for(milliseconds(1));
  CHECK(late.expired());  // the thread was the last owner
}

TEST_CASE("no room for a thread: post says so, and signals are as before") {
  sigset_t before, after;
  pthread_sigmask(SIG_SETMASK, nullptr, &before);
  auto executor = Executor::create(2);
  {
    NoThreads none;
    Result<> posted = executor->post([] { FAIL("ran without a thread"); });
    REQUIRE_FALSE(posted);
    CHECK(posted.failure().error == EAGAIN);
    CHECK(std::string(posted.failure().syscall) == "pthread_create");
  }
  pthread_sigmask(SIG_SETMASK, nullptr, &after);
  CHECK(sigismember(&before, SIGTERM) == sigismember(&after, SIGTERM));
  std::promise<void> ran;
  CHECK(executor->post([&] { ran.set_value(); }));
  CHECK(ran.get_future().wait_for(milliseconds(5000)) == std::future_status::ready);
  executor->stop(5000);
}

TEST_SUITE_END();

}  // namespace netns::test
