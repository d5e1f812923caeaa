// What of namespaces can be tested without privilege: refusals, and that nothing is entered by mistake.
#include "runtime/namespace_thread.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sched.h>

#include <filesystem>

#include "runtime/named.h"
#include "test/inode.h"

namespace netns::test {

namespace {

UniqueFd open(const char* path) { return UniqueFd(::open(path, O_RDONLY | O_CLOEXEC)); }

}  // namespace

TEST_SUITE_BEGIN("namespace");

TEST_CASE("what is no network namespace is not entered, and no work is done") {
  for (const char* path : {"/dev/null", "/proc/self/ns/uts", "/proc/self/ns/mnt", "/"}) {
    CAPTURE(std::string(path));
    bool worked = false;
    Result<> result = run_inside(open(path).get(), -1, [&]() -> Result<> {
      worked = true;
      return Nothing{};
    });
    REQUIRE_FALSE(result);
    CHECK(result.failure().error == EINVAL);
    CHECK(std::string(result.failure().syscall) == "setns");
    CHECK_FALSE(worked);
  }
  CHECK(run_inside(-1, -1, []() -> Result<> { return Nothing{}; }).failure().error == EBADF);
}

TEST_CASE("this thread's namespace is what this process runs in") {
  Result<UniqueFd> here = current_namespace();
  REQUIRE(here);
  CHECK(inode_of(here->get()) == inode_of(open("/proc/self/ns/net").get()));
  CHECK((::fcntl(here->get(), F_GETFD) & FD_CLOEXEC) != 0);
}

// With privilege it works, and only on the thread that was made for it; without, unshare says so.
TEST_CASE("a new namespace is its own thread's alone") {
  ino_t before = inode_of(open("/proc/thread-self/ns/net").get()), inside = before;
  Result<> result = run_in_new(-1, [&]() -> Result<> {
    inside = inode_of(current_namespace()->get());
    return Failure{ENOTTY, "work", "its own failure"};
  });
  REQUIRE_FALSE(result);
  if (std::string(result.failure().syscall) == "unshare") {
    CHECK(result.failure().error == EPERM);
    CHECK(inside == before);
  } else {
    CHECK(result.failure().error == ENOTTY);
    CHECK(result.failure().path == "its own failure");
    CHECK(inside != before);
  }
  CHECK(inode_of(open("/proc/thread-self/ns/net").get()) == before);
}

TEST_CASE("descriptors and files that are no network namespace") {
  CHECK(adopt_namespace(open("/dev/null").get()).failure().error == EINVAL);
  CHECK(adopt_namespace(open("/proc/self/ns/uts").get()).failure().error == EINVAL);
  CHECK(adopt_namespace(-1).failure().error == EBADF);
  CHECK(open_namespace_file("/proc/self/ns/uts", true).failure().error == EINVAL);
  CHECK(open_namespace_file("/dev/null", false).failure().error == EINVAL);
  CHECK(open_namespace_file("/proc/self/no such thing", false).failure().error == ENOENT);
  UniqueFd here = open("/proc/self/ns/net");
  Result<UniqueFd> copy = adopt_namespace(here.get());
  REQUIRE(copy);
  CHECK(copy->get() != here.get());
  CHECK(inode_of(copy->get()) == inode_of(here.get()));
  CHECK((::fcntl(copy->get(), F_GETFD) & FD_CLOEXEC) != 0);
}

TEST_CASE("a process that is not there, and this one") {
  CHECK(open_namespace_of_process(0x3fffffff).failure().error == ESRCH);
  Result<UniqueFd> own = open_namespace_of_process(::getpid());
  REQUIRE(own);
  CHECK(inode_of(own->get()) == inode_of(open("/proc/self/ns/net").get()));
}

TEST_CASE("a sysctl that is not there") {
  Result<std::string> read = read_sysctl("net/no/such");
  REQUIRE_FALSE(read);
  CHECK(read.failure().error == ENOENT);
  CHECK(read.failure().path == "/proc/sys/net/no/such");
  CHECK(write_sysctl("net/no/such", "1").failure().error == ENOENT);
  CHECK(*read_sysctl("kernel/ostype") == "Linux\n");
}

TEST_CASE("without /run/netns there are no names, which is no failure") {
  Result<std::vector<NamedEntry>> names = list_names();
  REQUIRE(names);
  if (!std::filesystem::exists(named_directory)) CHECK(names->empty());
}

TEST_SUITE_END();

}  // namespace netns::test
