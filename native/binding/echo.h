// Echo requests and their answers as JavaScript sees them. An answer is an event of the subscription whose token it was given.
#pragma once

#include <napi.h>

#include <memory>

namespace netns {

class EchoSource;

// new Echo(token, fd, raw, address, size): owns the descriptor from then on.
class EchoHandle : public Napi::ObjectWrap<EchoHandle> {
 public:
  static Napi::Function define(Napi::Env env);
  explicit EchoHandle(const Napi::CallbackInfo& info);
  ~EchoHandle();

 private:
  // send(sequence): the errno, 0 where it has been sent
  Napi::Value send(const Napi::CallbackInfo& info);
  void close(const Napi::CallbackInfo& info);

  std::shared_ptr<EchoSource> source_;
};

}  // namespace netns
