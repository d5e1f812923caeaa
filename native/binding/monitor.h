// A monitor as JavaScript holds it: a socket of its own, joined to multicast groups, whose messages become events.
#pragma once

#include <napi.h>

#include <memory>

namespace netns {

class Subscription;

class MonitorHandle : public Napi::ObjectWrap<MonitorHandle> {
 public:
  static Napi::Function define(Napi::Env env);
  // new Monitor(token, namespace, groups, [type, set, skip, ...]); completes with Event::Job(token) when it has joined.
  explicit MonitorHandle(const Napi::CallbackInfo& info);
  ~MonitorHandle();

 private:
  void close(const Napi::CallbackInfo& info);

  std::shared_ptr<Subscription> subscription_;
  bool open_ = true;  // while it is, the event loop stays alive
};

}  // namespace netns
