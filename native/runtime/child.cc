#include "runtime/child.h"

#include <sched.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <optional>

namespace netns {

namespace {

constexpr std::size_t stack_size = 256 * 1024;
constexpr std::size_t guard_size = 64 * 1024;  // at least a page, whatever its size

class Stack {
 public:
  Stack() : memory_(::mmap(nullptr, stack_size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_STACK, -1, 0)) {
    if (memory_ != MAP_FAILED) ::mprotect(memory_, guard_size, PROT_NONE);
  }
  ~Stack() {
    if (memory_ != MAP_FAILED) ::munmap(memory_, stack_size);
  }
  Stack(const Stack&) = delete;
  Stack& operator=(const Stack&) = delete;

  explicit operator bool() const { return memory_ != MAP_FAILED; }
  void* top() const { return static_cast<char*>(memory_) + stack_size; }

 private:
  void* memory_;
};

// The child has the handlers of this process, which are not meant to run in it.
class SignalsBlocked {
 public:
  SignalsBlocked() {
    sigset_t all;
    ::sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, &before_);
  }
  ~SignalsBlocked() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  SignalsBlocked(const SignalsBlocked&) = delete;
  SignalsBlocked& operator=(const SignalsBlocked&) = delete;

 private:
  sigset_t before_;
};

struct Task {
  const std::function<Result<>()>& work;
  pid_t parent;
  std::optional<Result<>> result;
};

// In the child. The thread that waits ends before the child only when the whole process does.
int run(void* argument) {
  auto& task = *static_cast<Task*>(argument);
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() == task.parent) task.result = task.work();
  return 0;
}

// __WALL: a child without an end signal. This one has none, so that neither SIGCHLD's handler nor its being ignored matters.
void reap(pid_t pid) {
  while (::waitpid(pid, nullptr, __WALL) < 0 && errno == EINTR) {}
}

}  // namespace

Result<> run_in_child(unsigned long flags, const std::function<Result<>()>& work) {
  Stack stack;
  if (!stack) return failure("mmap");
  Task task{work, ::getpid(), std::nullopt};
  SignalsBlocked blocked;
  // Without CLONE_THREAD it is alone in its thread group, and without CLONE_FS its root and working directory are its own:
  // both are what userns_install() asks for.
  pid_t pid = ::clone(run, stack.top(), static_cast<int>(CLONE_VM | CLONE_FILES | CLONE_VFORK | flags), &task);
  if (pid < 0) return failure("clone");
  reap(pid);
  if (!task.result) return Failure{ESRCH, "clone", {}};
  return std::move(*task.result);
}

}  // namespace netns
