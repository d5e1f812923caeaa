#include "runtime/userns.h"

#include <fcntl.h>
#include <linux/nsfs.h>
#include <sched.h>
#include <signal.h>
#include <spawn.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <semaphore>
#include <string>
#include <system_error>
#include <thread>
#include <vector>

#include "runtime/child.h"

namespace netns {

namespace {

Result<> write_file(const std::string& path, const std::string& text) {
  UniqueFd fd(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
  if (!fd) return failure("open", path);
  ssize_t written;
  do written = ::write(fd.get(), text.data(), text.size());
  while (written < 0 && errno == EINTR);
  if (written < 0) return failure("write", path);
  return Nothing{};
}

Result<bool> has_content(const std::string& path) {
  UniqueFd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!fd) return failure("open", path);
  char first;
  ssize_t length = ::read(fd.get(), &first, 1);
  if (length < 0) return failure("read", path);
  return length > 0;
}

// To its end, whatever that is: somebody may have told the kernel to reap children by itself. It inherits no blocked signals.
Result<> run_program(const char* file, char* const* arguments) {
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_t silence;
  sigset_t none;
  ::sigemptyset(&none);
  ::posix_spawnattr_init(&attributes);
  ::posix_spawnattr_setsigmask(&attributes, &none);
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
  ::posix_spawn_file_actions_init(&silence);
  for (int stream : {0, 1, 2}) ::posix_spawn_file_actions_addopen(&silence, stream, "/dev/null", O_RDWR, 0);
  pid_t pid = 0;
  int error = ::posix_spawnp(&pid, file, &silence, &attributes, arguments, environ);
  ::posix_spawn_file_actions_destroy(&silence);
  ::posix_spawnattr_destroy(&attributes);
  if (error != 0) return Failure{error, "posix_spawn", file};
  while (::waitpid(pid, nullptr, 0) < 0 && errno == EINTR) {}
  return Nothing{};
}

Result<UniqueFd> current_userns() {
  UniqueFd fd(::open("/proc/thread-self/ns/user", O_RDONLY | O_CLOEXEC));
  if (!fd) return failure("open", "/proc/thread-self/ns/user");
  return fd;
}

// By the child itself: new_idmap_permitted() lets it map its own ids. It may not have groups then, lest it lose one that denies.
Result<> map_self(uid_t uid, gid_t gid) {
  if (Result<> denied = write_file("/proc/thread-self/setgroups", "deny"); !denied) return denied;
  if (Result<> users = write_file("/proc/thread-self/uid_map", "0 " + std::to_string(uid) + " 1"); !users) return users;
  return write_file("/proc/thread-self/gid_map", "0 " + std::to_string(gid) + " 1");
}

Result<UniqueFd> make_with_own_ids() {
  uid_t uid = ::geteuid();
  gid_t gid = ::getegid();
  UniqueFd made;
  Result<> done = run_in_child(CLONE_NEWUSER, [&]() -> Result<> {
    if (Result<> mapped = map_self(uid, gid); !mapped) return mapped;
    Result<UniqueFd> userns = current_userns();
    if (!userns) return userns.failure();
    made = std::move(*userns);
    return Nothing{};
  });
  if (!done) return done.failure();
  return made;
}

// These two are setuid, and so the one thing that can give a process ids which are not its own. The answer is the map itself.
Result<> run_mapper(const char* program, pid_t pid, const std::string& map, std::uint32_t own, const IdRange& range) {
  std::vector<std::string> words{program, std::to_string(pid), "0", std::to_string(own), "1", "1", std::to_string(range.first), std::to_string(range.count)};
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  if (Result<> ran = run_program(program, arguments.data()); !ran) return ran;
  std::string path = "/proc/" + std::to_string(pid) + "/" + map;
  Result<bool> mapped = has_content(path);
  if (!mapped) return mapped.failure();
  if (!*mapped) return Failure{EPERM, program, path};
  return Nothing{};
}

// The child is held until its maps are there: its namespace needs somebody in it that the two programs can name.
Result<UniqueFd> make_with_ranges(const IdRanges& ranges) {
  std::uint32_t uid = ::geteuid(), gid = ::getegid();
  std::binary_semaphore ready(0), mapped(0);
  pid_t pid = 0;
  UniqueFd made;
  Result<> held = Nothing{};
  auto hold = [&]() -> Result<> {
    Result<UniqueFd> userns = current_userns();
    if (!userns) return userns.failure();
    made = std::move(*userns);
    pid = ::getpid();
    ready.release();
    mapped.acquire();
    return Nothing{};
  };
  try {
    // On a thread of its own, which stands still as long as the child lives.
    std::thread holder([&] {
      held = run_in_child(CLONE_NEWUSER, hold);
      if (pid == 0) ready.release();
    });
    ready.acquire();
    Result<> done = Nothing{};
    if (pid != 0) done = run_mapper("newuidmap", pid, "uid_map", uid, ranges.users);
    if (pid != 0 && done) done = run_mapper("newgidmap", pid, "gid_map", gid, ranges.groups);
    mapped.release();
    holder.join();
    if (held && !done) return done.failure();
  } catch (const std::system_error& error) {
    return Failure{error.code().value(), "pthread_create", {}};
  }
  if (!held) return held.failure();
  return made;
}

}  // namespace

Result<UniqueFd> make_userns(const std::optional<IdRanges>& ranges) { return ranges ? make_with_ranges(*ranges) : make_with_own_ids(); }

UniqueFd owner_below(int namespace_fd) {
  // EPERM: it is none below the caller's.
  UniqueFd owner(::ioctl(namespace_fd, NS_GET_USERNS));
  struct stat theirs, own;
  if (!owner || ::fstat(owner.get(), &theirs) < 0 || ::stat("/proc/thread-self/ns/user", &own) < 0) return {};
  if (theirs.st_ino == own.st_ino && theirs.st_dev == own.st_dev) return {};
  ::fcntl(owner.get(), F_SETFD, FD_CLOEXEC);
  return owner;
}

}  // namespace netns
