#include "binding/namespace.h"

#include <linux/netlink.h>
#include <sys/stat.h>

#include "binding/addon.h"
#include "runtime/namespace_thread.h"

namespace netns {

Namespace::Namespace(UniqueFd fd, bool own, UniqueFd user, Socket socket)
    : fd_(std::move(fd)), user_(std::move(user)), own_(own), socket_(std::move(socket)) {
  struct stat state{};
  if (fd_ && ::fstat(fd_.get(), &state) == 0) {
    device_ = state.st_dev;
    inode_ = state.st_ino;
  }
}

Result<> Namespace::inside(const std::function<Result<>()>& work) { return own_ ? work() : run_inside(fd_.get(), user_.get(), work); }

Result<Socket> Namespace::open_socket(int protocol) {
  if (protocol == NETLINK_ROUTE) {
    std::lock_guard lock(mutex_);
    if (socket_) return std::exchange(socket_, Socket{});
  }
  Socket opened;
  Result<> done = inside([&]() -> Result<> {
    Result<Socket> socket = Socket::open(protocol);
    if (!socket) return socket.failure();
    opened = std::move(*socket);
    return Nothing{};
  });
  if (!done) return done.failure();
  return opened;
}

Napi::Function NamespaceHandle::define(Napi::Env env) {
  return DefineClass(env, "NamespaceHandle", {
    InstanceAccessor<&NamespaceHandle::fd>("fd"),
    InstanceAccessor<&NamespaceHandle::user_fd>("userFd"),
    InstanceAccessor<&NamespaceHandle::inode>("inode"),
    InstanceAccessor<&NamespaceHandle::device>("device"),
    InstanceMethod<&NamespaceHandle::share>("share"),
    InstanceMethod<&NamespaceHandle::close>("close"),
  });
}

NamespaceHandle::NamespaceHandle(const Napi::CallbackInfo& info) : Napi::ObjectWrap<NamespaceHandle>(info) {
  if (info.Length() != 1 || !info[0].IsExternal()) throw Napi::TypeError::New(info.Env(), "a namespace handle comes from opening a namespace");
  namespace_ = *info[0].As<Napi::External<std::shared_ptr<Namespace>>>().Data();
}

Napi::Value NamespaceHandle::wrap(Napi::Env env, std::shared_ptr<Namespace> ns) {
  auto external = Napi::External<std::shared_ptr<Namespace>>::New(env, &ns);
  return env.GetInstanceData<Addon>()->namespace_class().New({external});
}

Napi::Value NamespaceHandle::fd(const Napi::CallbackInfo& info) { return Napi::Number::New(info.Env(), namespace_ ? namespace_->fd() : -1); }

Napi::Value NamespaceHandle::user_fd(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), namespace_ ? namespace_->user_fd() : -1);
}

Napi::Value NamespaceHandle::inode(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), namespace_ ? static_cast<double>(namespace_->inode()) : 0);
}

Napi::Value NamespaceHandle::device(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), namespace_ ? static_cast<double>(namespace_->device()) : 0);
}

// Another handle of the same descriptor, which stays open until both are closed.
Napi::Value NamespaceHandle::share(const Napi::CallbackInfo& info) { return wrap(info.Env(), namespace_); }

void NamespaceHandle::close(const Napi::CallbackInfo&) { namespace_.reset(); }

}  // namespace netns
