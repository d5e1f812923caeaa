// How a failure before the exec reaches the parent: one record, `call NUL errno NUL path`, on a descriptor that
// the exec closes. An empty pipe at its end means that the command runs. Not for the command's own failures.
#pragma once

#include <cerrno>
#include <cstdio>
#include <unistd.h>

namespace netns_exec {

class Reporter {
 public:
  explicit Reporter(int descriptor) : descriptor_(descriptor) {}

  /// Writes `errno` with the call that set it, and ends the process. A parent that is gone kills it with SIGPIPE: as well.
  [[noreturn]] void fail(const char* call, const char* path = "") const {
    ::dprintf(descriptor_, "%s%c%d%c%s", call, 0, errno, 0, path);
    ::_exit(127);
  }

 private:
  int descriptor_;
};

}  // namespace netns_exec
