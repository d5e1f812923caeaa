// The child that works in this process's memory, and user namespaces where the system lets this user have them.
#include "runtime/child.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <string>
#include <thread>
#include <vector>

#include "runtime/namespace_thread.h"
#include "runtime/userns.h"
#include "test/inode.h"

namespace netns::test {

namespace {

bool has_children() { return ::waitpid(-1, nullptr, __WALL | WNOHANG) >= 0; }

}  // namespace

TEST_SUITE_BEGIN("child");

TEST_CASE("another process with the same memory and descriptors") {
  pid_t pid = 0;
  std::vector<std::string> made;
  UniqueFd opened;
  Result<> done = run_in_child(0, [&]() -> Result<> {
    pid = ::getpid();
    for (int index = 0; index < 1000; index++) made.push_back(std::string(100, 'x') + std::to_string(index));
    opened = UniqueFd(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    return Failure{ENOTTY, "work", "its own failure"};
  });
  REQUIRE_FALSE(done);
  CHECK(done.failure().path == "its own failure");
  CHECK(pid != ::getpid());
  CHECK(made.back() == std::string(100, 'x') + "999");
  CHECK(::fcntl(opened.get(), F_GETFD) == FD_CLOEXEC);
  CHECK_FALSE(has_children());
}

TEST_CASE("signals are blocked in it, and afterwards as they were before") {
  sigset_t before, inside, after;
  ::pthread_sigmask(SIG_SETMASK, nullptr, &before);
  REQUIRE(run_in_child(0, [&]() -> Result<> {
    ::pthread_sigmask(SIG_SETMASK, nullptr, &inside);
    return Nothing{};
  }));
  ::pthread_sigmask(SIG_SETMASK, nullptr, &after);
  CHECK(sigismember(&inside, SIGTERM) == 1);
  CHECK(sigismember(&after, SIGTERM) == sigismember(&before, SIGTERM));
}

TEST_CASE("one that is killed") {
  Result<> done = run_in_child(0, []() -> Result<> {
    ::kill(::getpid(), SIGKILL);
    return Nothing{};
  });
  REQUIRE_FALSE(done);
  CHECK(done.failure().error == ESRCH);
  CHECK_FALSE(has_children());
}

TEST_CASE("flags that the kernel refuses") {
  Result<> done = run_in_child(CLONE_THREAD, []() -> Result<> { return Nothing{}; });
  REQUIRE_FALSE(done);
  CHECK(done.failure().error == EINVAL);
  CHECK(std::string(done.failure().syscall) == "clone");
}

// A process of the test's own is killed while its child waits.
TEST_CASE("it ends with the process") {
  int ends[2];
  REQUIRE(::pipe2(ends, O_CLOEXEC) == 0);
  UniqueFd reading(ends[0]), writing(ends[1]);
  pid_t process = ::fork();
  if (process == 0) {
    (void)run_in_child(0, [&]() -> Result<> {
      pid_t own = ::getpid();
      if (::write(writing.get(), &own, sizeof own) < 0) return failure("write");
      while (true) ::pause();
    });
    ::_exit(0);
  }
  writing.reset();
  pid_t child = 0;
  REQUIRE(::read(reading.get(), &child, sizeof child) == sizeof child);
  ::kill(process, SIGKILL);
  ::waitpid(process, nullptr, 0);
  // Its end of the pipe is open as long as it lives.
  pollfd end{reading.get(), POLLIN, 0};
  CHECK(::poll(&end, 1, 10'000) == 1);
  char byte;
  CHECK(::read(reading.get(), &byte, 1) == 0);
  ::kill(child, SIGKILL);
}

TEST_CASE("many at once") {
  std::vector<std::thread> threads;
  std::vector<int> sums(8);
  for (int& sum : sums) threads.emplace_back([&sum] {
    for (int round = 0; round < 50; round++) (void)run_in_child(0, [&]() -> Result<> {
      std::vector<int> list(round + 1, 1);
      for (int one : list) sum += one;
      return Nothing{};
    });
  });
  for (std::thread& thread : threads) thread.join();
  for (int sum : sums) CHECK(sum == 50 * 51 / 2);
  CHECK_FALSE(has_children());
}

TEST_CASE("a user namespace, and network namespaces that it owns") {
  Result<UniqueFd> userns = make_userns(std::nullopt);
  if (!userns) {
    // The system forbids it; only whose refusal it was is known.
    CHECK((std::string(userns.failure().syscall) == "clone" || userns.failure().path.starts_with("/proc/thread-self/")));
    return;
  }
  UniqueFd net;
  uid_t inside = 1;
  REQUIRE(run_in_new(userns->get(), [&]() -> Result<> {
    inside = ::geteuid();
    net = std::move(*current_namespace());
    return Nothing{};
  }));
  CHECK(inside == 0);
  UniqueFd owner = owner_below(net.get());
  REQUIRE(owner);
  CHECK(inode_of(owner.get()) == inode_of(userns->get()));
  CHECK(::fcntl(owner.get(), F_GETFD) == FD_CLOEXEC);
  CHECK_FALSE(owner_below(current_namespace()->get()));
  ino_t entered = 0;
  REQUIRE(run_inside(net.get(), userns->get(), [&]() -> Result<> {
    entered = inode_of(current_namespace()->get());
    return Nothing{};
  }));
  CHECK(entered == inode_of(net.get()));
  CHECK_FALSE(has_children());
}

TEST_SUITE_END();

}  // namespace netns::test
