#include "runtime/visit.h"

#include <sched.h>
#include <sys/stat.h>

#include "runtime/namespace_thread.h"

namespace netns {

Result<> move_in(int fd, Identity expected) {
  struct stat state{};
  if (::fstat(fd, &state) < 0) return failure("fstat");
  if (state.st_dev != expected.device || state.st_ino != expected.inode) return Failure{EBADF, "fstat", {}};
  // CLONE_NEWNET: a descriptor of another kind of namespace is refused instead of entered.
  if (::setns(fd, CLONE_NEWNET) < 0) return failure("setns");
  return Nothing{};
}

Result<Visit> Visit::begin(int fd, Identity expected) {
  Result<UniqueFd> home = current_namespace();
  if (!home) return home.failure();
  if (Result<> moved = move_in(fd, expected); !moved) return moved.failure();
  return Visit(std::move(*home));
}

Result<> Visit::leave() {
  if (::setns(home_.get(), CLONE_NEWNET) < 0) return failure("setns");
  return Nothing{};
}

}  // namespace netns
