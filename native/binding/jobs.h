// The namespace operations, each on a worker thread: create, open, delete, list, and sysctls inside.
#pragma once

#include <napi.h>

namespace netns {

// Adds createNamespace, openNamespace, deleteNamespace, listNamespaces, sysctl to `exports`. Each takes a token first and
// completes with Addon::Event::Job(token, facts or undefined, value).
void define_jobs(Napi::Env env, Napi::Object exports);

}  // namespace netns
