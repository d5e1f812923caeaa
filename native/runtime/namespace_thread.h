// Work inside a network namespace. A thread that has entered one ends there: nothing is ever switched back, so that
// no failure on the way back can leave a thread in the wrong namespace.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "runtime/result.h"
#include "runtime/unique_fd.h"

namespace netns {

// Runs `work` on a new thread in the network namespace `fd` and waits for it. Blocks: call it on a worker thread.
// `work` must not start threads or processes, which would inherit the namespace.
Result<> run_inside(int fd, const std::function<Result<>()>& work);

// Runs `work` on a new thread in a new network namespace and waits for it.
Result<> run_in_new(const std::function<Result<>()>& work);

// The network namespace of the calling thread. /proc/self would name the main thread's.
Result<UniqueFd> current_namespace();

// Reads and writes below /proc/sys of the calling thread's network namespace: the kernel picks the namespace of who opens.
// `key` has slashes and is relative.
Result<std::string> read_sysctl(const std::string& key);
Result<> write_sysctl(const std::string& key, const std::string& value);

}  // namespace netns
