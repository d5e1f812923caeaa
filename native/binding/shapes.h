// Builds JavaScript objects, the Builder of codec/decode.h. An object is made by one call of a constructor that
// JavaScript compiled for exactly the fields that are present: setting 60 properties one by one through Node-API
// costs ten times as much.
#pragma once

#include <napi.h>

#include <unordered_map>
#include <vector>

#include "codec/decode.h"

namespace netns {

class Shapes {
 public:
  // `make(set, indexes)` returns the constructor for a set of present fields; asked once for each.
  void configure(Napi::Function make);

  // Null when JavaScript can no longer run.
  napi_value construct(napi_env env, int set, const Mask& mask, const napi_value* values, std::size_t count);

 private:
  struct Key {
    int set;
    Mask mask;
    bool operator==(const Key&) const = default;
  };
  struct Hash {
    std::size_t operator()(const Key& key) const { return std::hash<Mask>{}(key.mask) * 31 + static_cast<std::size_t>(key.set); }
  };

  Napi::FunctionReference make_;
  std::unordered_map<Key, Napi::FunctionReference, Hash> constructors_;
};

class JsBuilder {
 public:
  using Value = napi_value;
  JsBuilder(napi_env env, Shapes& shapes) : env_(env), shapes_(shapes) {}

  Value number(double value);
  Value bigint(std::uint64_t value);
  Value text(Bytes bytes);
  Value bytes(Bytes bytes);
  Value lladdr(Bytes bytes);
  Value ip(Bytes bytes);
  Value flag();
  Value array(std::vector<Value>& items);
  Value object(int set, const Mask& mask, const Value* present, std::size_t count);

 private:
  napi_env env_;
  Shapes& shapes_;
};

}  // namespace netns
