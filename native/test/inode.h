// What tells namespaces apart.
#pragma once

#include <sys/stat.h>

namespace netns::test {

inline ino_t inode_of(int fd) {
  struct stat state{};
  ::fstat(fd, &state);
  return state.st_ino;
}

}  // namespace netns::test
