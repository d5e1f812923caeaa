// netns-exec: enters a network namespace and executes a command there. A program of its own, because a threaded process
// cannot do it: unshare(CLONE_NEWNS) needs a file-system state of its own, and entering a user namespace is refused.
// It is started by the library with descriptors that the library opened; it is not a replacement for `ip netns exec`.

#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <grp.h>
#include <poll.h>
#include <sched.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "mounts.h"
#include "parse.h"
#include "report.h"

using netns_exec::Reporter;
using netns_exec::Request;

namespace {

[[noreturn]] void refuse(const char* problem) {
  ::dprintf(STDERR_FILENO, "netns-exec: %s\n", problem);
  std::exit(2);
}

void close_on_exec(int descriptor) {
  if (descriptor >= 0 && ::fcntl(descriptor, F_SETFD, FD_CLOEXEC) != 0) refuse("a descriptor is not open");
}

/// The user namespace comes first: entering it gives the capabilities that the network namespace asks for.
void enter_namespaces(const Request& request, const Reporter& report) {
  if (request.user >= 0 && ::setns(request.user, CLONE_NEWUSER) != 0) report.fail("setns", "user");
  if (::setns(request.net, CLONE_NEWNET) != 0) report.fail("setns", "net");
}

/// Ignored signals and the mask survive an exec. Those that cannot be set (SIGKILL, SIGSTOP, the C library's own) refuse.
void reset_signals() {
  for (int number = 1; number < NSIG; ++number) std::signal(number, SIG_DFL);
  sigset_t none;
  ::sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
}

/// Groups before the user, who may not change them any more. Without privilege setgroups(2) is refused, and nothing is to drop.
void switch_user(const Request& request, const Reporter& report) {
  if (!request.uid && !request.gid) return;
  if (::setgroups(0, nullptr) != 0 && errno != EPERM) report.fail("setgroups");
  if (request.gid && ::setgid(*request.gid) != 0) report.fail("setgid");
  if (request.uid && ::setuid(*request.uid) != 0) report.fail("setuid");
}

/// The kernel sends it when the thread that forked this process ends. One that has ended already never will: by then its end
/// of the report was closed, or, where another child still held that for a moment, this process has another parent.
void die_with_parent(const Request& request, const Reporter& report) {
  if (request.death_signal == 0) return;
  if (::prctl(PR_SET_PDEATHSIG, request.death_signal) != 0) report.fail("prctl");
  pollfd reader{.fd = request.report, .events = 0, .revents = 0};
  if (::poll(&reader, 1, 0) != 0 || ::getppid() != request.parent) ::_exit(127);
}

}  // namespace

int main(int argc, char** argv) {
  Request request;
  if (const char* problem = netns_exec::parse(argc, argv, request)) refuse(problem);
  for (const int descriptor : {request.net, request.user, request.report}) close_on_exec(descriptor);

  const Reporter report(request.report);
  enter_namespaces(request, report);
  if (request.mounts) netns_exec::make_mounts(request.name, report);
  reset_signals();
  switch_user(request, report);
  die_with_parent(request, report);   // another user would take it back
  ::execvp(request.file, request.arguments);
  report.fail("execve", request.file);
}
