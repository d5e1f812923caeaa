#include "binding/visit.h"

#include <string>
#include <system_error>

#include "binding/addon.h"
#include "binding/jobs.h"
#include "binding/namespace.h"
#include "runtime/visit.h"

namespace netns {

namespace {

// A thread is born in the namespace of the one that starts it: the environment's own have to be there before this one leaves.
Result<> start_threads(Addon& addon) {
  if (Result<> started = addon.executor()->start_all(); !started) return started;
  return addon.reactor()->start();
}

[[noreturn]] void cannot_return(int error) {
  std::string message = "setns: " + std::generic_category().message(error) + "; this thread cannot leave the network namespace that it was to work in for one call";
  napi_fatal_error("netns-native: run", NAPI_AUTO_LENGTH, message.c_str(), message.size());
}

// moveIn(fd, inode, device)
Napi::Value move_in(const Napi::CallbackInfo& info) {
  auto number = [&](std::size_t index) { return info[index].As<Napi::Number>().Int64Value(); };
  Identity expected{.device = static_cast<dev_t>(number(2)), .inode = static_cast<ino_t>(number(1))};
  Result<> moved = netns::move_in(static_cast<int>(number(0)), expected);
  return moved ? info.Env().Undefined() : facts(info.Env(), moved.failure());
}

// runInside(namespace, function). No C++ exception may pass between the two switches: the call is Node-API's own.
Napi::Value run_inside(const Napi::CallbackInfo& info) {
  Napi::Env env = info.Env();
  std::shared_ptr<Namespace> ns = NamespaceHandle::Unwrap(info[0].As<Napi::Object>())->held();
  if (Result<> started = start_threads(*env.GetInstanceData<Addon>()); !started) return facts(env, started.failure());
  napi_value undefined = env.Undefined();
  napi_value function = info[1];
  Result<Visit> visit = Visit::begin(ns->fd(), {.device = ns->device(), .inode = ns->inode()});
  if (!visit) return facts(env, visit.failure());
  // An exception, or the end of a Worker that is terminated meanwhile, goes on once this returns.
  napi_call_function(env, undefined, function, 0, nullptr, nullptr);
  if (Result<> left = visit->leave(); !left) cannot_return(left.failure().error);
  return Napi::Value();
}

}  // namespace

void define_visits(Napi::Env env, Napi::Object exports) {
  exports.Set("moveIn", Napi::Function::New<move_in>(env));
  exports.Set("runInside", Napi::Function::New<run_inside>(env));
}

}  // namespace netns
