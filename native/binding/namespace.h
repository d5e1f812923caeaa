// A network namespace as JavaScript holds it: a descriptor with one owner, shared with every request that mentions it.
#pragma once

#include <napi.h>
#include <sys/types.h>

#include <memory>
#include <mutex>

#include "netlink/socket.h"
#include "runtime/result.h"
#include "runtime/unique_fd.h"

namespace netns {

// Closed with its last owner: the handle, a connection, or a queued request whose bytes hold the descriptor's number.
class Namespace {
 public:
  // `own`: the namespace that the environment's thread runs in, which needs no entering (and may not permit it).
  // `user`: the user namespace to go through, where one is below the process's own.
  Namespace(UniqueFd fd, bool own, UniqueFd user = {}, Socket socket = {});

  int fd() const { return fd_.get(); }
  int user_fd() const { return user_.get(); }
  dev_t device() const { return device_; }
  ino_t inode() const { return inode_; }

  // Any worker thread; `protocol` is NETLINK_ROUTE or another. The socket that was opened while the namespace was made serves
  // the first who wants one of NETLINK_ROUTE.
  Result<Socket> open_socket(int protocol);
  // Runs `work` inside: on a thread or in a child, or on this thread when the namespace is its own.
  Result<> inside(const std::function<Result<>()>& work);

 private:
  UniqueFd fd_;
  UniqueFd user_;
  const bool own_;
  dev_t device_ = 0;
  ino_t inode_ = 0;
  std::mutex mutex_;
  Socket socket_;
};

class NamespaceHandle : public Napi::ObjectWrap<NamespaceHandle> {
 public:
  static Napi::Function define(Napi::Env env);
  explicit NamespaceHandle(const Napi::CallbackInfo& info);

  static Napi::Value wrap(Napi::Env env, std::shared_ptr<Namespace> ns);
  const std::shared_ptr<Namespace>& held() const { return namespace_; }

 private:
  Napi::Value fd(const Napi::CallbackInfo& info);
  Napi::Value user_fd(const Napi::CallbackInfo& info);
  Napi::Value inode(const Napi::CallbackInfo& info);
  Napi::Value device(const Napi::CallbackInfo& info);
  Napi::Value share(const Napi::CallbackInfo& info);
  void close(const Napi::CallbackInfo& info);

  std::shared_ptr<Namespace> namespace_;
};

}  // namespace netns
