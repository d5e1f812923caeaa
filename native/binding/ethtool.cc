#include "binding/ethtool.h"

#include <memory>
#include <optional>

#include "binding/jobs.h"
#include "binding/namespace.h"
#include "runtime/ethtool.h"

namespace netns {

namespace {

// Calls `ask` with the link's index inside the namespace, and `show` with what it answered on the JavaScript thread.
template <typename Answer>
void ask(const Napi::CallbackInfo& info, Result<Answer> (*question)(int), Napi::Value (*show)(Napi::Env, const Answer&)) {
  std::shared_ptr<Namespace> ns = NamespaceHandle::Unwrap(info[1].As<Napi::Object>())->held();
  int index = info[2].As<Napi::Number>().Int32Value();
  start_job(info, [ns, index, question, show]() -> Result<JobValue> {
    std::optional<Answer> answer;
    Result<> done = ns->inside([&]() -> Result<> {
      Result<Answer> asked = question(index);
      if (!asked) return asked.failure();
      answer = std::move(*asked);
      return Nothing{};
    });
    if (!done) return done.failure();
    return JobValue([answer = std::move(*answer), show](Napi::Env env) -> Napi::Value { return show(env, answer); });
  });
}

template <std::size_t N>
void set(Napi::Object object, const char* key, const char (&text)[N]) { object.Set(key, fixed_text(text, N)); }

Napi::Value show_driver(Napi::Env env, const ethtool_drvinfo& info) {
  Napi::Object object = Napi::Object::New(env);
  set(object, "driver", info.driver);
  set(object, "version", info.version);
  set(object, "fwVersion", info.fw_version);
  set(object, "eromVersion", info.erom_version);
  set(object, "busInfo", info.bus_info);
  object.Set("nPrivFlags", info.n_priv_flags);
  object.Set("nStats", info.n_stats);
  object.Set("testinfoLen", info.testinfo_len);
  object.Set("eedumpLen", info.eedump_len);
  object.Set("regdumpLen", info.regdump_len);
  return object;
}

Napi::Value show_counters(Napi::Env env, const Counters& counters) {
  Napi::Array pairs = Napi::Array::New(env, counters.size());
  for (std::uint32_t at = 0; at < counters.size(); at++) {
    Napi::Array pair = Napi::Array::New(env, 2);
    pair.Set(0u, counters[at].first);
    pair.Set(1u, static_cast<double>(counters[at].second));
    pairs.Set(at, pair);
  }
  return pairs;
}

}  // namespace

// ethtoolDriver(token, namespace, index), ethtoolStats(token, namespace, index)
void define_ethtool(Napi::Env env, Napi::Object exports) {
  exports.Set("ethtoolDriver", Napi::Function::New(env, [](const Napi::CallbackInfo& info) { ask(info, driver_info, show_driver); }));
  exports.Set("ethtoolStats", Napi::Function::New(env, [](const Napi::CallbackInfo& info) { ask(info, driver_counters, show_counters); }));
}

}  // namespace netns
