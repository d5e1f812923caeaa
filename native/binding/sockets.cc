#include "binding/sockets.h"

#include <sys/socket.h>
#include <sys/stat.h>

#include <memory>
#include <string>
#include <vector>

#include "binding/addon.h"
#include "binding/jobs.h"
#include "binding/namespace.h"
#include "runtime/open_socket.h"

namespace netns {

namespace {

ino_t inode_of(int fd) {
  struct stat state{};
  return ::fstat(fd, &state) == 0 ? state.st_ino : 0;
}

std::vector<unsigned char> bytes_of(Napi::Value value) {
  auto array = value.As<Napi::Uint8Array>();
  return {array.Data(), array.Data() + array.ByteLength()};
}

SocketPlan plan_of(Napi::Object object) {
  auto number = [&object](const char* key) { return object.Get(key).As<Napi::Number>().Int32Value(); };
  SocketPlan plan{.family = number("family"), .type = number("type"), .protocol = number("protocol")};
  auto options = object.Get("options").As<Napi::Array>();
  auto option = [&options](std::uint32_t index) { return options.Get(index).As<Napi::Number>().Int32Value(); };
  for (std::uint32_t index = 0; index + 2 < options.Length(); index += 3)
    plan.options.push_back({option(index), option(index + 1), option(index + 2)});
  plan.device = object.Get("device").As<Napi::String>();
  bool placed = object.Get("address").IsTypedArray();
  if (placed) plan.address = bytes_of(object.Get("address"));
  plan.connected = placed && object.Get("connected").As<Napi::Boolean>();
  plan.bound = placed && !plan.connected;
  plan.no_link_local = object.Get("noLinkLocal").As<Napi::Boolean>();
  plan.port = static_cast<std::uint16_t>(number("port"));
  auto groups = object.Get("groups").As<Napi::Array>();
  for (std::uint32_t index = 0; index < groups.Length(); index++) {
    auto group = groups.Get(index).As<Napi::Object>();
    plan.groups.push_back({bytes_of(group.Get("address")), group.Get("device").As<Napi::String>()});
  }
  plan.backlog = number("backlog");
  return plan;
}

// On a worker thread.
Result<UniqueFd> open_inside(Namespace& ns, const SocketPlan& plan) {
  UniqueFd fd;
  Result<> done = ns.inside([&]() -> Result<> {
    Result<UniqueFd> opened = open_socket(plan);
    if (!opened) return opened.failure();
    fd = std::move(*opened);
    return Nothing{};
  });
  if (done) done = check_namespace(fd.get(), ns.device(), ns.inode());
  if (!done) return done.failure();
  return fd;
}

// openSocket(token, namespace, plan): a SocketHandle
void open(const Napi::CallbackInfo& info) {
  std::shared_ptr<Namespace> ns = NamespaceHandle::Unwrap(info[1].As<Napi::Object>())->held();
  SocketPlan plan = plan_of(info[2].As<Napi::Object>());
  start_job(info, [ns, plan = std::move(plan)]() -> Result<JobValue> {
    Result<UniqueFd> fd = open_inside(*ns, plan);
    if (!fd) return fd.failure();
    // Shared because a JobValue can be copied; whoever is last closes what nobody took.
    auto held = std::make_shared<UniqueFd>(std::move(*fd));
    return JobValue([held](Napi::Env env) -> Napi::Value {
      auto external = Napi::External<UniqueFd>::New(env, held.get());
      return env.GetInstanceData<Addon>()->socket_class().New({external});
    });
  });
}

}  // namespace

Napi::Function SocketHandle::define(Napi::Env env) {
  return DefineClass(env, "SocketHandle", {
    InstanceAccessor<&SocketHandle::fd>("fd"),
    InstanceMethod<&SocketHandle::close>("close"),
    InstanceMethod<&SocketHandle::release>("release"),
    InstanceMethod<&SocketHandle::set>("set"),
  });
}

SocketHandle::SocketHandle(const Napi::CallbackInfo& info) : Napi::ObjectWrap<SocketHandle>(info) {
  if (info.Length() != 1 || !info[0].IsExternal()) throw Napi::TypeError::New(info.Env(), "a socket handle comes from opening a socket");
  fd_ = std::move(*info[0].As<Napi::External<UniqueFd>>().Data());
  inode_ = inode_of(fd_.get());
}

SocketHandle::~SocketHandle() { give_up(); }

void SocketHandle::give_up() {
  if (fd_ && inode_of(fd_.get()) != inode_) fd_.release();
  fd_.reset();
}

Napi::Value SocketHandle::fd(const Napi::CallbackInfo& info) { return Napi::Number::New(info.Env(), fd_.get()); }

void SocketHandle::close(const Napi::CallbackInfo&) { give_up(); }

void SocketHandle::release(const Napi::CallbackInfo&) { fd_.release(); }

void SocketHandle::set(const Napi::CallbackInfo& info) {
  auto number = [&info](std::size_t index) { return info[index].As<Napi::Number>().Int32Value(); };
  int value = number(2);
  ::setsockopt(fd_.get(), number(0), number(1), &value, sizeof value);
}

void define_sockets(Napi::Env env, Napi::Object exports) { exports.Set("openSocket", Napi::Function::New<open>(env)); }

}  // namespace netns
