// The two times that a thread of JavaScript's own changes its network namespace: a Worker's, once and for good before it
// runs anything, and any, for the length of one synchronous call. All else goes through namespace_thread.h.
#pragma once

#include <sys/types.h>

#include "runtime/result.h"
#include "runtime/unique_fd.h"

namespace netns {

// Which namespace a descriptor is expected to be of: its number may have been closed and given out again by others.
struct Identity {
  dev_t device = 0;
  ino_t inode = 0;
};

// Moves the calling thread into the namespace, for the rest of its life. EBADF: the descriptor is of something else.
Result<> move_in(int fd, Identity expected);

// The calling thread's stay in another namespace. The way back is opened before it leaves.
class Visit {
 public:
  static Result<Visit> begin(int fd, Identity expected);

  // Where this fails the thread is in the wrong namespace, and nothing but ending the process is safe.
  Result<> leave();

 private:
  explicit Visit(UniqueFd home) : home_(std::move(home)) {}

  UniqueFd home_;
};

}  // namespace netns
