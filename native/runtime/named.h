// Named network namespaces, exactly as ip(8) keeps them: a file in /run/netns with the namespace bound over it.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <mutex>
#include <string>
#include <vector>

#include "runtime/result.h"
#include "runtime/unique_fd.h"

namespace netns {

inline constexpr const char* named_directory = "/run/netns";

struct NamedEntry {
  std::string name;
  ino_t inode = 0;       // of the namespace; 0 for a stale entry
  bool stale = false;    // a file that no network namespace is bound to
};

// /run/netns as ip(8) wants it before it makes a name. Of an environment; any thread.
class NamedDirectory {
 public:
  // Makes it, and makes it a shared mount, under the same lock as ip(8) takes: without it, two processes that do so at once pile
  // up mounts. Not again while the same mount lies there: the kernel goes through all names that are mounted below it.
  Result<> prepare();

 private:
  static Result<> share();
  static std::uint64_t mount_id();

  std::mutex mutex_;
  std::uint64_t prepared_ = 0;
};

// Gives a namespace a name; EEXIST where it is taken. Last of all that makes a namespace, so that whoever is killed meanwhile
// leaves no name of nothing behind.
Result<> bind_name(const std::string& name, int namespace_fd);

// Unmounts whatever is stacked on the name, then removes the file. ENOENT when there is none.
Result<> remove_name(const std::string& name);

Result<UniqueFd> open_name(const std::string& name);
// Never blocks, whatever lies there (a FIFO would hang a plain open); refuses all but a network namespace. A symbolic
// link is refused with ELOOP unless it is one of /proc's own.
Result<UniqueFd> open_namespace_file(const std::string& path, bool follow);
Result<UniqueFd> open_namespace_of_process(pid_t pid);
// Refuses a descriptor that is no network namespace; the result is a duplicate.
Result<UniqueFd> adopt_namespace(int fd);

Result<std::vector<NamedEntry>> list_names();

}  // namespace netns
