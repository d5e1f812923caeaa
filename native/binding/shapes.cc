#include "binding/shapes.h"

#include "codec/text.h"

namespace netns {

void Shapes::configure(Napi::Function make) {
  make_ = Napi::Persistent(make);
  constructors_.clear();
}

napi_value Shapes::construct(napi_env env, int set, const Mask& mask, const napi_value* values, std::size_t count) {
  auto found = constructors_.find({set, mask});
  napi_value undefined, result = nullptr;
  napi_get_undefined(env, &undefined);
  if (found == constructors_.end()) {
    Napi::Array present = Napi::Array::New(env);
    for (std::size_t index = 0; index < mask.size(); index++)
      if (mask[index]) present.Set(present.Length(), static_cast<double>(index));
    napi_value arguments[2] = {Napi::Number::New(env, set), present};
    napi_value made;
    if (napi_call_function(env, undefined, make_.Value(), 2, arguments, &made) != napi_ok) return nullptr;
    found = constructors_.emplace(Key{set, mask}, Napi::Persistent(Napi::Function(env, made))).first;
  }
  if (napi_call_function(env, undefined, found->second.Value(), count, values, &result) != napi_ok) return nullptr;
  return result;
}

napi_value JsBuilder::number(double value) {
  napi_value result = nullptr;
  napi_create_double(env_, value, &result);
  return result;
}

napi_value JsBuilder::bigint(std::uint64_t value) {
  napi_value result = nullptr;
  napi_create_bigint_uint64(env_, value, &result);
  return result;
}

napi_value JsBuilder::text(Bytes bytes) {
  napi_value result = nullptr;
  if (is_ascii(bytes)) {
    napi_create_string_latin1(env_, reinterpret_cast<const char*>(bytes.data()), bytes.size(), &result);
  } else {
    std::u16string text = decode_text(bytes);
    napi_create_string_utf16(env_, text.data(), text.size(), &result);
  }
  return result;
}

napi_value JsBuilder::bytes(Bytes bytes) {
  void* data = nullptr;
  napi_value buffer = nullptr, result = nullptr;
  napi_create_arraybuffer(env_, bytes.size(), &data, &buffer);
  if (data && !bytes.empty()) std::memcpy(data, bytes.data(), bytes.size());
  napi_create_typedarray(env_, napi_uint8_array, bytes.size(), buffer, 0, &result);
  return result;
}

napi_value JsBuilder::lladdr(Bytes bytes) {
  std::string text = format_lladdr(bytes);
  return this->text(std::as_bytes(std::span(text)));
}

napi_value JsBuilder::ip(Bytes bytes) {
  std::string text = format_ip(bytes);
  return this->text(std::as_bytes(std::span(text)));
}

napi_value JsBuilder::flag() {
  napi_value result = nullptr;
  napi_get_boolean(env_, true, &result);
  return result;
}

napi_value JsBuilder::array(std::vector<Value>& items) {
  napi_value result = nullptr;
  napi_create_array_with_length(env_, items.size(), &result);
  for (std::size_t index = 0; index < items.size(); index++) napi_set_element(env_, result, static_cast<std::uint32_t>(index), items[index]);
  return result;
}

napi_value JsBuilder::object(int set, const Mask& mask, const Value* present, std::size_t count) {
  return shapes_.construct(env_, set, mask, present, count);
}

}  // namespace netns
