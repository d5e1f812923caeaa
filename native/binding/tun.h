// Queues of TUN and TAP links as JavaScript holds them: a descriptor, and reading from it without a thread that waits.
#pragma once

#include <napi.h>

#include <memory>

namespace netns {

class Packets;

// Owns the queue's descriptor: closed with the handle.
class TunQueueHandle : public Napi::ObjectWrap<TunQueueHandle> {
 public:
  static Napi::Function define(Napi::Env env);
  explicit TunQueueHandle(const Napi::CallbackInfo& info);
  ~TunQueueHandle();

 private:
  Napi::Value fd(const Napi::CallbackInfo& info);
  // read(token): completes as a job with the next packet. One at a time; ECANCELED when the queue is closed meanwhile.
  void read(const Napi::CallbackInfo& info);
  void close(const Napi::CallbackInfo& info);

  std::shared_ptr<Packets> packets_;
};

// Adds openTun to `exports`.
void define_tun(Napi::Env env, Napi::Object exports);

}  // namespace netns
