// The namespace operations, each on a worker thread: create, open, delete, list, and sysctls inside.
#pragma once

#include <napi.h>

#include <functional>

#include "runtime/result.h"

namespace netns {

// Adds createNamespace, openNamespace, deleteNamespace, listNamespaces, sysctl to `exports`. Each takes a token first and
// completes with Addon::Event::Job(token, facts or undefined, value).
void define_jobs(Napi::Env env, Napi::Object exports);

// Runs `work` on a worker thread; completes as above, with no value, for the token that is the call's first argument.
void start_job(const Napi::CallbackInfo& info, std::function<Result<>()> work);

}  // namespace netns
