// Starting a thread that nobody joins.
#pragma once

#include <functional>

#include "runtime/result.h"

namespace netns {

// With all signals blocked: they are the main thread's. EAGAIN where the system has no room for another thread.
Result<> start_detached(std::function<void()> work);

}  // namespace netns
