// The addon's entry: what each environment gets when it loads the library.

#include "binding/addon.h"

#include "binding/connection.h"
#include "binding/echo.h"
#include "binding/ethtool.h"
#include "binding/inspect.h"
#include "binding/jobs.h"
#include "binding/monitor.h"
#include "binding/namespace.h"
#include "binding/sockets.h"
#include "binding/tables.h"
#include "binding/tun.h"
#include "binding/visit.h"
#include "runtime/namespace_thread.h"

namespace netns {

namespace {

// RTNL serialises nearly all that changes links: more threads would only wait. Creating namespaces gains from two.
constexpr int worker_threads = 4;
// How long an ending environment waits for a thread inside the kernel before leaving it to end alone.
constexpr int stop_milliseconds = 100;

}  // namespace

Addon::Addon(Napi::Env env, Napi::Object exports)
    : env_(env), executor_(Executor::create(worker_threads)), reactor_(Reactor::create()), completions_(std::make_shared<Completions>()) {
  Napi::Function namespace_class = NamespaceHandle::define(env);
  namespace_class_ = Napi::Persistent(namespace_class);
  socket_class_ = Napi::Persistent(SocketHandle::define(env));
  tun_queue_class_ = Napi::Persistent(TunQueueHandle::define(env));
  exports.Set("Connection", ConnectionHandle::define(env));
  exports.Set("Monitor", MonitorHandle::define(env));
  exports.Set("Echo", EchoHandle::define(env));
  exports.Set("configure", Napi::Function::New(env, [this](const Napi::CallbackInfo& info) { configure(info); }));
  exports.Set("drain", Napi::Function::New(env, [this](const Napi::CallbackInfo&) { deliver(); }));
  exports.Set("currentNamespace", Napi::Function::New(env, [](const Napi::CallbackInfo& info) -> Napi::Value {
    Result<UniqueFd> fd = current_namespace();
    if (!fd) throw Napi::Error::New(info.Env(), "cannot open " + fd.failure().path + ": is /proc mounted?");
    return NamespaceHandle::wrap(info.Env(), std::make_shared<Namespace>(std::move(*fd), true));
  }));
  define_jobs(env, exports);
  define_sockets(env, exports);
  define_tun(env, exports);
  define_ethtool(env, exports);
  define_inspection(env, exports);
  define_visits(env, exports);
  completions_->open(*this, env);
  // Registered after the thread-safe function, so that it runs before that is torn down.
  napi_add_env_cleanup_hook(env, clean_up, this);
}

Addon::~Addon() = default;

void Addon::clean_up(void* self) {
  auto* addon = static_cast<Addon*>(self);
  addon->executor_->stop(stop_milliseconds);
  addon->reactor_->stop(stop_milliseconds);
  addon->completions_->close();
}

// configure({ fields, names, sets, selectors, skips }, makeConstructor, { acked, replied, ... })
void Addon::configure(const Napi::CallbackInfo& info) {
  auto tables = info[0].As<Napi::Object>();
  schema_ = read_tables(tables);
  skips_ = read_skips(tables.Get("skips").As<Napi::Array>());
  shapes_.configure(info[1].As<Napi::Function>());
  constexpr const char* names[] = {"acked", "replied", "refused", "part", "restarted", "finished", "job", "more", "monitored", "overrun"};
  for (std::size_t index = 0; index < callbacks_.size(); index++)
    callbacks_[index] = Napi::Persistent(info[2].As<Napi::Object>().Get(names[index]).As<Napi::Function>());
}

bool Addon::call(Event event, std::initializer_list<napi_value> arguments) {
  napi_value undefined;
  napi_get_undefined(env_, &undefined);
  napi_value function = callbacks_[static_cast<std::size_t>(event)].Value();
  napi_status status = napi_call_function(env_, undefined, function, arguments.size(), arguments.begin(), nullptr);
  if (status == napi_ok) return true;
  // An exception here would be swallowed by Node 20; a Worker that is being terminated has none to raise.
  napi_value exception = nullptr;
  if (napi_get_and_clear_last_exception(env_, &exception) == napi_ok && status == napi_pending_exception) napi_fatal_exception(env_, exception);
  return false;
}

void Addon::deliver() {
  Napi::HandleScope scope(env_);
  if (!completions_->deliver(*this)) call(Event::More, {});
}

void Addon::begin(std::size_t count) {
  if (under_way_ == 0 && count > 0) completions_->hold(env_, true);
  under_way_ += count;
}

void Addon::end(std::size_t count) {
  under_way_ -= count;
  if (under_way_ == 0 && count > 0) completions_->hold(env_, false);
}

}  // namespace netns

using netns::Addon;
NODE_API_ADDON(Addon)
