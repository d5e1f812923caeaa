#include "binding/inspect.h"

#include "binding/addon.h"
#include "codec/encode.h"

namespace netns {

namespace {

std::uint32_t number(Napi::Value value) { return value.As<Napi::Number>().Uint32Value(); }

[[noreturn]] void fail(Napi::Env env, const std::string& path, const std::string& what) {
  throw Napi::RangeError::New(env, path.empty() ? what : path + ": " + what);
}

Napi::Value encode(const Napi::CallbackInfo& info) {
  Addon& addon = *info.Env().GetInstanceData<Addon>();
  auto words = info[0].As<Napi::Uint32Array>();
  std::vector<std::byte> bytes;
  Encoder encoder(*addon.schema(), std::span<const std::uint32_t>(words.Data(), std::min<std::size_t>(number(info[1]), words.ElementLength())), bytes);
  if (!encoder.message(static_cast<std::uint16_t>(number(info[2])), static_cast<std::uint16_t>(number(info[3])), static_cast<int>(number(info[4]))))
    fail(info.Env(), encoder.path(), encoder.error());
  return Napi::Value(info.Env(), JsBuilder(info.Env(), addon.shapes()).bytes(bytes));
}

// Of the message's payload: what follows the nlmsghdr.
Napi::Value decode(const Napi::CallbackInfo& info) {
  Addon& addon = *info.Env().GetInstanceData<Addon>();
  auto array = info[0].As<Napi::Uint8Array>();
  std::uint32_t set = number(info[1]);
  if (set >= addon.schema()->sets.size()) fail(info.Env(), "", "no such set");
  JsBuilder builder(info.Env(), addon.shapes());
  Decoder<JsBuilder> decoder(*addon.schema(), builder);
  napi_value value = nullptr;
  if (!decoder.set(static_cast<int>(set), std::as_bytes(std::span(array.Data(), array.ByteLength())), value)) fail(info.Env(), decoder.error.path, decoder.error.what);
  return value ? Napi::Value(info.Env(), value) : info.Env().Undefined();
}

}  // namespace

void define_inspection(Napi::Env env, Napi::Object exports) {
  exports.Set("encode", Napi::Function::New<encode>(env));
  exports.Set("decode", Napi::Function::New<decode>(env));
}

}  // namespace netns
