#include "binding/echo.h"

#include <atomic>
#include <string>
#include <vector>

#include "binding/addon.h"
#include "runtime/echo.h"
#include "runtime/reactor.h"

namespace netns {

// Shared by the handle, the reactor and every answer under way.
class EchoSource : public Source, public std::enable_shared_from_this<EchoSource> {
 public:
  EchoSource(std::uint32_t token, UniqueFd fd, bool raw, std::vector<unsigned char> address, std::size_t size, const Addon& addon)
      : token_(token), socket_(std::move(fd), raw, std::move(address), size), completions_(addon.completions()), reactor_(addon.reactor()) {}

  Result<> open() {
    if (Result<> prepared = socket_.prepare(); !prepared) return prepared;
    return reactor_->watch(shared_from_this());
  }

  void close() {
    closed_ = true;
    reactor_->unwatch(*this);
  }

  bool closed() const { return closed_; }
  std::uint32_t token() const { return token_; }
  Result<> send(std::uint16_t sequence) { return socket_.send(sequence); }

  int fd() const override { return socket_.fd(); }
  bool readable() override;

 private:
  const std::uint32_t token_;
  EchoSocket socket_;
  const std::shared_ptr<Completions> completions_;
  const std::shared_ptr<Reactor> reactor_;
  std::atomic<bool> closed_ = false;
};

namespace {

class Answered : public Completion {
 public:
  Answered(std::shared_ptr<EchoSource> source, EchoAnswer answer) : source_(std::move(source)), answer_(std::move(answer)) {}

  bool deliver(Addon& addon, SliceEnd) override {
    if (source_->closed()) return true;
    Napi::Env env = addon.Env();
    Napi::HandleScope scope(env);
    Napi::Object object = Napi::Object::New(env);
    object.Set("sequence", answer_.sequence);
    object.Set("errno", answer_.error);
    object.Set("time", answer_.milliseconds);
    object.Set("ttl", answer_.ttl);
    object.Set("from", Napi::Buffer<unsigned char>::Copy(env, answer_.from.data(), answer_.from.size()));
    addon.call(Addon::Event::Monitored, {Napi::Number::New(env, source_->token()), Napi::Number::New(env, 0), object});
    return true;
  }

 private:
  std::shared_ptr<EchoSource> source_;
  EchoAnswer answer_;
};

}  // namespace

// At most one answer for each request waits for the event loop.
bool EchoSource::readable() {
  while (!closed_) {
    std::optional<EchoAnswer> answer = socket_.receive();
    if (!answer) return true;
    completions_->push(std::make_unique<Answered>(shared_from_this(), std::move(*answer)));
  }
  return false;
}

Napi::Function EchoHandle::define(Napi::Env env) {
  return DefineClass(env, "EchoHandle", {InstanceMethod<&EchoHandle::send>("send"), InstanceMethod<&EchoHandle::close>("close")});
}

EchoHandle::EchoHandle(const Napi::CallbackInfo& info) : Napi::ObjectWrap<EchoHandle>(info) {
  Addon& addon = *info.Env().GetInstanceData<Addon>();
  auto address = info[3].As<Napi::Uint8Array>();
  source_ = std::make_shared<EchoSource>(info[0].As<Napi::Number>().Uint32Value(), UniqueFd(info[1].As<Napi::Number>().Int32Value()),
    info[2].As<Napi::Boolean>().Value(), std::vector<unsigned char>(address.Data(), address.Data() + address.ByteLength()),
    info[4].As<Napi::Number>().Uint32Value(), addon);
  if (Result<> opened = source_->open(); !opened)
    throw Napi::Error::New(info.Env(), std::string(opened.failure().syscall) + ": errno " + std::to_string(opened.failure().error));
  addon.begin(1);
}

EchoHandle::~EchoHandle() {
  if (source_) source_->close();
}

Napi::Value EchoHandle::send(const Napi::CallbackInfo& info) {
  if (!source_) return Napi::Number::New(info.Env(), EBADF);
  Result<> sent = source_->send(static_cast<std::uint16_t>(info[0].As<Napi::Number>().Uint32Value()));
  return Napi::Number::New(info.Env(), sent ? 0 : sent.failure().error);
}

void EchoHandle::close(const Napi::CallbackInfo& info) {
  if (!source_) return;
  source_->close();
  source_.reset();  // or the socket would stay open until this object is collected
  info.Env().GetInstanceData<Addon>()->end(1);
}

}  // namespace netns
