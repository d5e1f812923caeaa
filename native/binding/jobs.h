// The namespace operations, each on a worker thread: create, open, delete, list, and sysctls inside.
#pragma once

#include <napi.h>

#include <cstdint>
#include <functional>

#include "binding/completion.h"
#include "runtime/result.h"

namespace netns {

// Adds createNamespace, openNamespace, deleteNamespace, listNamespaces, sysctl to `exports`. Each takes a token first and
// completes with Addon::Event::Job(token, facts or undefined, value).
void define_jobs(Napi::Env env, Napi::Object exports);

// What an error is made of: { errno, syscall, path }.
Napi::Object facts(Napi::Env env, const Failure& failure);

// Makes the JavaScript value of a finished job, on the event loop.
using JobValue = std::function<Napi::Value(Napi::Env)>;

// Runs `work` on a worker thread; completes as above for the token that is the call's first argument, with a value or with none.
void start_job(const Napi::CallbackInfo& info, std::function<Result<JobValue>()> work);
void start_job(const Napi::CallbackInfo& info, std::function<Result<>()> work);

// Any thread: completes a job that was begun by Addon::begin(1).
void finish_job(Completions& completions, std::uint32_t token, Result<JobValue> result);

}  // namespace netns
