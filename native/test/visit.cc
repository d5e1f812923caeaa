// Threads that go somewhere: only where they were told to, and back.
#include "runtime/visit.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sched.h>
#include <sys/stat.h>


#include "runtime/namespace_thread.h"

namespace netns::test {

namespace {

Identity identity_of(int fd) {
  struct stat state{};
  ::fstat(fd, &state);
  return {.device = state.st_dev, .inode = state.st_ino};
}

ino_t here() { return identity_of(current_namespace()->get()).inode; }

UniqueFd open(const char* path) { return UniqueFd(::open(path, O_RDONLY | O_CLOEXEC)); }

}  // namespace

TEST_SUITE_BEGIN("visit");

TEST_CASE("a descriptor that is of something else by now is not entered") {
  UniqueFd net = open("/proc/self/ns/net"), other = open("/dev/null");
  Identity expected = identity_of(net.get());
  for (int fd : {other.get(), -1}) {
    CHECK(move_in(fd, expected).failure().error == EBADF);
    CHECK(Visit::begin(fd, expected).failure().error == EBADF);
  }
  Identity wrong = expected;
  wrong.inode++;
  CHECK(move_in(net.get(), wrong).failure().error == EBADF);
  wrong = expected;
  wrong.device++;
  CHECK(move_in(net.get(), wrong).failure().error == EBADF);
}

TEST_CASE("another kind of namespace is refused") {
  UniqueFd uts = open("/proc/self/ns/uts");
  Result<> moved = move_in(uts.get(), identity_of(uts.get()));
  REQUIRE_FALSE(moved);
  CHECK(std::string(moved.failure().syscall) == "setns");
  CHECK(moved.failure().error == EINVAL);
}

// With privilege it goes there and back; without, it says so and stays.
TEST_CASE("there and back") {
  ino_t home = here();
  UniqueFd there = open("/proc/self/ns/net");
  Result<> made = run_in_new(-1, [&]() -> Result<> {
    there = std::move(*current_namespace());
    return Nothing{};
  });
  Result<Visit> visit = Visit::begin(there.get(), identity_of(there.get()));
  if (!visit) {
    CHECK(visit.failure().error == EPERM);
  } else {
    CHECK(here() == identity_of(there.get()).inode);
    CHECK((here() == home) == !made);
    CHECK(visit->leave());
  }
  CHECK(here() == home);
}

TEST_SUITE_END();

}  // namespace netns::test
