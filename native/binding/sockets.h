// Sockets on their way from the thread that opens them, inside a namespace, to the object of Node's that adopts them.
#pragma once

#include <napi.h>
#include <sys/types.h>

#include "runtime/unique_fd.h"

namespace netns {

// Owns a socket until it is released: closed with the handle, which Node finalizes at the end of a Worker too.
//
// Node adopts a descriptor in the middle of its own JavaScript, and a Worker can be terminated between that and
// `release`. Node closes what it has adopted before it finalizes this; the number may then be somebody else's. So
// nothing is closed but the very socket that was opened, known by its inode.
class SocketHandle : public Napi::ObjectWrap<SocketHandle> {
 public:
  static Napi::Function define(Napi::Env env);
  explicit SocketHandle(const Napi::CallbackInfo& info);
  ~SocketHandle();

 private:
  Napi::Value fd(const Napi::CallbackInfo& info);
  void close(const Napi::CallbackInfo& info);
  void release(const Napi::CallbackInfo& info);
  void set(const Napi::CallbackInfo& info);
  void give_up();

  UniqueFd fd_;
  ino_t inode_ = 0;
};

// Adds openSocket to `exports`.
void define_sockets(Napi::Env env, Napi::Object exports);

}  // namespace netns
