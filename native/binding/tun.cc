#include "binding/tun.h"

#include <mutex>
#include <optional>
#include <vector>

#include "binding/addon.h"
#include "binding/jobs.h"
#include "binding/namespace.h"
#include "runtime/open_tun.h"
#include "runtime/reactor.h"

namespace netns {

// Shared by the handle and the reactor, whose thread reads while somebody waits for a packet.
class Packets : public Source, public std::enable_shared_from_this<Packets> {
 public:
  Packets(UniqueFd fd, std::shared_ptr<Completions> completions, std::shared_ptr<Reactor> reactor)
      : fd_(std::move(fd)), completions_(std::move(completions)), reactor_(std::move(reactor)) {}

  int fd() const override { return fd_.get(); }

  // JavaScript thread.
  void next(std::uint32_t token) {
    std::lock_guard lock(mutex_);
    if (closed_ || waiting_) return finish_job(*completions_, token, Failure{closed_ ? EBADF : EBUSY, "read", {}});
    waiting_ = token;
    if (watched_) return reactor_->resume(*this);
    Result<> watching = reactor_->watch(shared_from_this());
    watched_ = static_cast<bool>(watching);
    if (!watched_) give(watching.failure());
  }

  // JavaScript thread.
  void close() {
    std::lock_guard lock(mutex_);
    closed_ = true;
    if (watched_) reactor_->unwatch(*this);
    if (waiting_) give(Failure{ECANCELED, "read", {}});
  }

  // Never again until somebody waits.
  bool readable() override {
    std::lock_guard lock(mutex_);
    if (!waiting_ || closed_) return false;
    auto packet = std::make_shared<std::vector<unsigned char>>(longest);
    ssize_t length = ::read(fd_.get(), packet->data(), packet->size());
    if (length < 0 && (errno == EAGAIN || errno == EINTR)) return true;
    if (length < 0) return give(failure("read")), false;
    packet->resize(static_cast<std::size_t>(length));
    give(JobValue([packet](Napi::Env env) -> Napi::Value { return Napi::Buffer<unsigned char>::Copy(env, packet->data(), packet->size()); }));
    return false;
  }

 private:
  static constexpr std::size_t longest = 65536 + 64;  // an IP packet or frame, and what may stand before it

  // With the lock held.
  void give(Result<JobValue> result) {
    finish_job(*completions_, *waiting_, std::move(result));
    waiting_.reset();
  }

  const UniqueFd fd_;
  const std::shared_ptr<Completions> completions_;
  const std::shared_ptr<Reactor> reactor_;
  std::mutex mutex_;
  std::optional<std::uint32_t> waiting_;
  bool watched_ = false;
  bool closed_ = false;
};

namespace {

TunPlan plan_of(Napi::Object object) {
  auto number = [&object](const char* key) { return object.Get(key).As<Napi::Number>().Int32Value(); };
  auto flag = [&object](const char* key) { return object.Get(key).As<Napi::Boolean>().Value(); };
  return {.name = object.Get("name").As<Napi::String>(), .tap = flag("tap"), .pi = flag("pi"), .vnet_header = flag("vnetHdr"),
    .multi_queue = flag("multiQueue"), .persist = flag("persist"), .queues = number("queues"), .index = number("index"),
    .owner = number("owner"), .group = number("group")};
}

// openTun(token, namespace, plan): a TunQueueHandle for each queue
void open(const Napi::CallbackInfo& info) {
  std::shared_ptr<Namespace> ns = NamespaceHandle::Unwrap(info[1].As<Napi::Object>())->held();
  TunPlan plan = plan_of(info[2].As<Napi::Object>());
  start_job(info, [ns, plan = std::move(plan)]() -> Result<JobValue> {
    // Shared because a JobValue can be copied; whoever is last closes what nobody took.
    auto queues = std::make_shared<std::vector<UniqueFd>>();
    Result<> done = ns->inside([&]() -> Result<> {
      Result<std::vector<UniqueFd>> opened = open_tun(plan);
      if (!opened) return opened.failure();
      *queues = std::move(*opened);
      return Nothing{};
    });
    if (!done) return done.failure();
    return JobValue([queues](Napi::Env env) -> Napi::Value {
      Napi::Array handles = Napi::Array::New(env, queues->size());
      for (std::uint32_t index = 0; index < queues->size(); index++)
        handles.Set(index, env.GetInstanceData<Addon>()->tun_queue_class().New({Napi::External<UniqueFd>::New(env, &(*queues)[index])}));
      return handles;
    });
  });
}

}  // namespace

Napi::Function TunQueueHandle::define(Napi::Env env) {
  return DefineClass(env, "TunQueueHandle", {
    InstanceAccessor<&TunQueueHandle::fd>("fd"),
    InstanceMethod<&TunQueueHandle::read>("read"),
    InstanceMethod<&TunQueueHandle::close>("close"),
  });
}

TunQueueHandle::TunQueueHandle(const Napi::CallbackInfo& info) : Napi::ObjectWrap<TunQueueHandle>(info) {
  if (info.Length() != 1 || !info[0].IsExternal()) throw Napi::TypeError::New(info.Env(), "a queue comes from opening a TUN link");
  Addon& addon = *info.Env().GetInstanceData<Addon>();
  packets_ = std::make_shared<Packets>(std::move(*info[0].As<Napi::External<UniqueFd>>().Data()), addon.completions(), addon.reactor());
}

TunQueueHandle::~TunQueueHandle() {
  if (packets_) packets_->close();
}

Napi::Value TunQueueHandle::fd(const Napi::CallbackInfo& info) { return Napi::Number::New(info.Env(), packets_ ? packets_->fd() : -1); }

void TunQueueHandle::read(const Napi::CallbackInfo& info) {
  Addon& addon = *info.Env().GetInstanceData<Addon>();
  std::uint32_t token = info[0].As<Napi::Number>().Uint32Value();
  addon.begin(1);
  if (packets_) packets_->next(token);
  else finish_job(*addon.completions(), token, Failure{EBADF, "read", {}});
}

void TunQueueHandle::close(const Napi::CallbackInfo&) {
  if (packets_) packets_->close();
  packets_.reset();
}

void define_tun(Napi::Env env, Napi::Object exports) { exports.Set("openTun", Napi::Function::New<open>(env)); }

}  // namespace netns
