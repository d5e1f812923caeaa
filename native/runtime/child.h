// A process of its own that runs this program's code in this program's memory. It is for what the kernel refuses a thread:
// making a user namespace, and entering one. It is no fork: nothing is copied, and what it opens is open here.
#pragma once

#include <functional>

#include "runtime/result.h"

namespace netns {

// Runs `work` in a child made with clone(2)'s namespace `flags`, and waits for its end. The calling thread stands still
// meanwhile (CLONE_VFORK), and so the child can use that thread's storage, allocate, and leave its results where it likes.
// Blocks: call it on a worker thread. `work` must not start threads or processes. ESRCH: the child was killed; what it held in
// variables of its own is lost then.
Result<> run_in_child(unsigned long flags, const std::function<Result<>()>& work);

}  // namespace netns
