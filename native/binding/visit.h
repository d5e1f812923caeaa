// What changes the namespace of the thread that calls: for good, in a Worker of `ns.worker`, or around one call, in `ns.run`.
#pragma once

#include <napi.h>

namespace netns {

// Adds moveIn(fd, inode, device) and runInside(namespace, function) to `exports`. Both return the facts of a failure, or
// undefined. What the function throws stays thrown; a failure to return from the namespace aborts the process.
void define_visits(Napi::Env env, Napi::Object exports);

}  // namespace netns
