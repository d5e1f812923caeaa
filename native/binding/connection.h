// A connection as JavaScript holds it: takes the records of a turn and queues them on the strand, whose
// worker encodes them: the event loop has enough to do.
#pragma once

#include <napi.h>

#include <memory>

#include "netlink/strand.h"

namespace netns {

class ConnectionHandle : public Napi::ObjectWrap<ConnectionHandle> {
 public:
  static Napi::Function define(Napi::Env env);
  // new Connection(namespace, deadline in ms, netlink protocol)
  explicit ConnectionHandle(const Napi::CallbackInfo& info);
  ~ConnectionHandle();

 private:
  // submit(words, count, namespaces): `count` words of requests, and the namespaces whose descriptors they mention. Whether
  // there are answers already, so that `drain` need not wait for the event loop's next turn.
  Napi::Value submit(const Napi::CallbackInfo& info);
  void close(const Napi::CallbackInfo& info);

  std::shared_ptr<Strand> strand_;
};

}  // namespace netns
