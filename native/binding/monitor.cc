#include "binding/monitor.h"

#include <linux/netlink.h>

#include <atomic>
#include <map>

#include "binding/addon.h"
#include "binding/jobs.h"
#include "binding/namespace.h"
#include "netlink/socket.h"
#include "runtime/reactor.h"

namespace netns {

namespace {

// How much may wait for the event loop. Past it the socket is left alone until there is room; what the kernel then
// cannot queue either is an overrun, which the socket reports.
constexpr std::size_t most_waiting = 256 * 1024;
constexpr std::size_t datagram = 32768;

struct Meaning {
  int set;
  std::uint32_t skip;
};

}  // namespace

// Shared by the handle, the reactor and every event under way. Opened on a worker thread, read on the reactor's.
class Subscription : public Source, public std::enable_shared_from_this<Subscription> {
 public:
  Subscription(std::uint32_t token, std::map<std::uint16_t, Meaning> meanings, std::shared_ptr<Completions> completions, std::shared_ptr<Reactor> reactor)
      : token_(token), meanings_(std::move(meanings)), completions_(std::move(completions)), reactor_(std::move(reactor)) {}

  Result<> open(Namespace& ns, const std::vector<int>& groups) {
    Result<> done = ns.inside([&]() -> Result<> {
      Result<Socket> socket = Socket::open(NETLINK_ROUTE);
      if (!socket) return socket.failure();
      socket_ = std::move(*socket);
      for (int group : groups)
        if (::setsockopt(socket_.fd(), SOL_NETLINK, NETLINK_ADD_MEMBERSHIP, &group, sizeof group) < 0) return failure("setsockopt");
      return Nothing{};
    });
    std::lock_guard lock(mutex_);
    if (!done || closed_) return done;
    watched_ = true;
    return reactor_->watch(shared_from_this());
  }

  void close() {
    std::lock_guard lock(mutex_);
    closed_ = true;
    if (watched_) reactor_->unwatch(*this);
  }

  bool closed() const { return closed_; }
  std::uint32_t token() const { return token_; }
  const Meaning* meaning(std::uint16_t type) const {
    auto found = meanings_.find(type);
    return found == meanings_.end() ? nullptr : &found->second;
  }

  int fd() const override { return socket_.fd(); }
  bool readable() override;

  // JavaScript thread: `bytes` of events have been delivered.
  void delivered(std::size_t bytes) {
    std::size_t before = waiting_.fetch_sub(bytes);
    if (before >= most_waiting && before - bytes < most_waiting && !closed_) reactor_->resume(*this);
  }

 private:
  const std::uint32_t token_;
  const std::map<std::uint16_t, Meaning> meanings_;
  const std::shared_ptr<Completions> completions_;
  const std::shared_ptr<Reactor> reactor_;
  Socket socket_;
  std::mutex mutex_;  // between opening and closing
  bool watched_ = false;
  std::atomic<std::size_t> waiting_ = 0;
  std::atomic<bool> closed_ = false;
};

namespace {

class Events : public Completion {
 public:
  Events(std::shared_ptr<Subscription> subscription, std::vector<std::byte> bytes) : subscription_(std::move(subscription)), bytes_(std::move(bytes)) {}
  ~Events() override { subscription_->delivered(bytes_.size()); }

  bool deliver(Addon& addon, SliceEnd end) override {
    MessageRange range(Bytes(bytes_).subspan(offset_));
    for (const Message& message : range) {
      offset_ = bytes_.size() - range.rest().size();
      if (subscription_->closed() || !event(addon, message)) return true;
      if (std::chrono::steady_clock::now() >= end) return offset_ >= bytes_.size();
    }
    return true;
  }

 private:
  bool event(Addon& addon, const Message& message) {
    const Meaning* meaning = subscription_->meaning(message.header.nlmsg_type);
    if (!meaning) return true;
    Napi::Env env = addon.Env();
    Napi::HandleScope scope(env);
    JsBuilder builder(env, addon.shapes());
    Decoder<JsBuilder> decoder(*addon.schema(), builder);
    napi_value value = nullptr;
    // A message that cannot be read is one event lost, like an overrun: whoever keeps a picture lists again.
    if (!decoder.set(meaning->set, message.payload, value, &addon.skip(meaning->skip)))
      return addon.call(Addon::Event::Overrun, {Napi::Number::New(env, subscription_->token()), Napi::String::New(env, decoder.error.path + ": " + decoder.error.what)});
    if (!value) return false;
    return addon.call(Addon::Event::Monitored, {Napi::Number::New(env, subscription_->token()), Napi::Number::New(env, message.header.nlmsg_type), value});
  }

  std::shared_ptr<Subscription> subscription_;
  std::vector<std::byte> bytes_;
  std::size_t offset_ = 0;
};

class Overrun : public Completion {
 public:
  Overrun(std::uint32_t token, std::string why) : token_(token), why_(std::move(why)) {}
  bool deliver(Addon& addon, SliceEnd) override {
    Napi::HandleScope scope(addon.Env());
    addon.call(Addon::Event::Overrun, {Napi::Number::New(addon.Env(), token_), Napi::String::New(addon.Env(), why_)});
    return true;
  }

 private:
  std::uint32_t token_;
  std::string why_;
};

}  // namespace

bool Subscription::readable() {
  while (!closed_ && waiting_ < most_waiting) {
    std::vector<std::byte> bytes(datagram);
    Received received = socket_.receive(bytes, Clock::now(), -1);
    if (received.kind == Received::Kind::Timeout) return true;  // nothing more
    if (received.kind == Received::Kind::Foreign) continue;
    if (received.kind == Received::Kind::Datagram) {
      bytes.resize(received.length);
      waiting_ += bytes.size();
      completions_->push(std::make_unique<Events>(shared_from_this(), std::move(bytes)));
      continue;
    }
    completions_->push(std::make_unique<Overrun>(token_, received.kind == Received::Kind::Overrun ? "the socket's receive buffer overran" : "the socket failed"));
    if (received.kind == Received::Kind::Failed) return false;
  }
  return !closed_ && waiting_ < most_waiting;
}

Napi::Function MonitorHandle::define(Napi::Env env) {
  return DefineClass(env, "MonitorHandle", {InstanceMethod<&MonitorHandle::close>("close")});
}

MonitorHandle::MonitorHandle(const Napi::CallbackInfo& info) : Napi::ObjectWrap<MonitorHandle>(info) {
  Addon& addon = *info.Env().GetInstanceData<Addon>();
  std::shared_ptr<Namespace> ns = NamespaceHandle::Unwrap(info[1].As<Napi::Object>())->held();
  std::vector<int> groups;
  auto list = info[2].As<Napi::Array>();
  for (std::uint32_t index = 0; index < list.Length(); index++) groups.push_back(list.Get(index).As<Napi::Number>().Int32Value());
  std::map<std::uint16_t, Meaning> meanings;
  auto rows = info[3].As<Napi::Array>();
  auto number = [&](std::uint32_t index) { return rows.Get(index).As<Napi::Number>().Uint32Value(); };
  for (std::uint32_t row = 0; row + 2 < rows.Length(); row += 3)
    meanings[static_cast<std::uint16_t>(number(row))] = {static_cast<int>(number(row + 1)), number(row + 2)};
  subscription_ = std::make_shared<Subscription>(info[0].As<Napi::Number>().Uint32Value(), std::move(meanings), addon.completions(), addon.reactor());
  addon.begin(1);
  start_job(info, [subscription = subscription_, ns, groups] { return subscription->open(*ns, groups); });
}

MonitorHandle::~MonitorHandle() {
  if (subscription_) subscription_->close();
}

void MonitorHandle::close(const Napi::CallbackInfo& info) {
  if (!std::exchange(open_, false)) return;
  subscription_->close();
  subscription_.reset();  // or the socket would stay open until this object is collected
  info.Env().GetInstanceData<Addon>()->end(1);
}

}  // namespace netns
