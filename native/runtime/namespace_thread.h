// Work inside a network namespace. A thread that has entered one ends there: nothing is ever switched back, so that
// no failure on the way back can leave a thread in the wrong namespace.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "runtime/result.h"
#include "runtime/unique_fd.h"

namespace netns {

// Runs `work` on a new thread in the network namespace `fd` and waits for it. Where a thread may not enter it (setns(2) asks
// for CAP_SYS_ADMIN in the caller's own user namespace too), a child does, by way of the user namespace `user_fd`; -1 for none.
// Blocks: call it on a worker thread. `work` must not start threads or processes, which would inherit the namespace.
Result<> run_inside(int fd, int user_fd, const std::function<Result<>()>& work);

// Runs `work` in a new network namespace and waits for it: on a new thread, or in a child in the user namespace `user_fd`,
// which then owns the new one.
Result<> run_in_new(int user_fd, const std::function<Result<>()>& work);

// The network namespace of the calling thread. /proc/self would name the main thread's.
Result<UniqueFd> current_namespace();

// Reads and writes below /proc/sys of the calling thread's network namespace: the kernel picks the namespace of who opens.
// `key` has slashes and is relative.
Result<std::string> read_sysctl(const std::string& key);
Result<> write_sysctl(const std::string& key, const std::string& value);

}  // namespace netns
