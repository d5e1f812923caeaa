#include "runtime/namespace_thread.h"

#include <fcntl.h>
#include <sched.h>

#include <optional>
#include <system_error>
#include <thread>

#include "runtime/child.h"

namespace netns {

namespace {

// The new thread inherits the worker's blocked signals.
Result<> on_thread(const std::function<Result<>()>& enter, const std::function<Result<>()>& work) {
  std::optional<Result<>> result;
  try {
    std::thread([&] {
      Result<> entered = enter();
      result = entered ? work() : entered;
    }).join();
  } catch (const std::system_error& error) {
    return Failure{error.code().value(), "pthread_create", {}};
  }
  return *result;
}

Result<UniqueFd> open_sysctl(const std::string& key, int flags) {
  UniqueFd fd(::open(("/proc/sys/" + key).c_str(), flags | O_CLOEXEC | O_NOFOLLOW));
  if (!fd) return failure("open", "/proc/sys/" + key);
  return fd;
}

// CLONE_NEWNET: a descriptor of another kind of namespace is refused instead of entered.
Result<> enter_network(int fd) {
  if (::setns(fd, CLONE_NEWNET) < 0) return failure("setns");
  return Nothing{};
}

Result<> make_network() {
  if (::unshare(CLONE_NEWNET) < 0) return failure("unshare");
  return Nothing{};
}

// A process of its own, since userns_install() refuses a thread.
Result<> in_userns(int user_fd, const std::function<Result<>()>& enter, const std::function<Result<>()>& work) {
  return run_in_child(0, [&]() -> Result<> {
    if (::setns(user_fd, CLONE_NEWUSER) < 0) return failure("setns");
    Result<> entered = enter();
    return entered ? work() : entered;
  });
}

}  // namespace

Result<> run_inside(int fd, int user_fd, const std::function<Result<>()>& work) {
  bool refused = false;
  Result<> done = on_thread([&]() -> Result<> {
    Result<> entered = enter_network(fd);
    refused = !entered && entered.failure().error == EPERM;
    return entered;
  }, work);
  if (!refused || user_fd < 0) return done;
  return in_userns(user_fd, [fd] { return enter_network(fd); }, work);
}

Result<> run_in_new(int user_fd, const std::function<Result<>()>& work) {
  return user_fd < 0 ? on_thread(make_network, work) : in_userns(user_fd, make_network, work);
}

Result<UniqueFd> current_namespace() {
  UniqueFd fd(::open("/proc/thread-self/ns/net", O_RDONLY | O_CLOEXEC));
  if (!fd) return failure("open", "/proc/thread-self/ns/net");
  return fd;
}

Result<std::string> read_sysctl(const std::string& key) {
  Result<UniqueFd> fd = open_sysctl(key, O_RDONLY);
  if (!fd) return fd.failure();
  std::string text;
  char buffer[4096];
  while (true) {
    ssize_t length = ::read(fd->get(), buffer, sizeof buffer);
    if (length < 0 && errno == EINTR) continue;
    if (length < 0) return failure("read", "/proc/sys/" + key);
    if (length == 0) return text;
    text.append(buffer, static_cast<std::size_t>(length));
  }
}

Result<> write_sysctl(const std::string& key, const std::string& value) {
  Result<UniqueFd> fd = open_sysctl(key, O_WRONLY);
  if (!fd) return fd.failure();
  ssize_t written;
  do written = ::write(fd->get(), value.data(), value.size());
  while (written < 0 && errno == EINTR);
  if (written < 0) return failure("write", "/proc/sys/" + key);
  return Nothing{};
}

}  // namespace netns
