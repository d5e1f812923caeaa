// What belongs to one environment: the main thread or a Worker. No statics, no globals.
#pragma once

#include <napi.h>

#include <array>
#include <memory>
#include <vector>

#include "binding/completion.h"
#include "binding/shapes.h"
#include "codec/schema.h"
#include "runtime/executor.h"
#include "runtime/named.h"
#include "runtime/reactor.h"

namespace netns {

class Addon : public Napi::Addon<Addon> {
 public:
  Addon(Napi::Env env, Napi::Object exports);
  ~Addon();

  Napi::Env Env() const { return env_; }
  const std::shared_ptr<Executor>& executor() const { return executor_; }
  const std::shared_ptr<Reactor>& reactor() const { return reactor_; }
  const std::shared_ptr<Completions>& completions() const { return completions_; }
  const std::shared_ptr<const Schema>& schema() const { return schema_; }
  Shapes& shapes() { return shapes_; }
  const std::shared_ptr<NamedDirectory>& named_directory() const { return named_directory_; }
  const Mask& skip(std::uint32_t index) const { return skips_[index < skips_.size() ? index : 0]; }

  // The receiving end in lib/connection.ts. False when JavaScript can no longer run (a Worker being terminated).
  enum class Event { Acked, Replied, Refused, Part, Restarted, Finished, Job, More, Monitored, Overrun };
  bool call(Event event, std::initializer_list<napi_value> arguments);

  // Delivers a slice of what has completed; asks JavaScript to come back for the rest.
  void deliver();
  // Requests and jobs under way keep the event loop alive.
  void begin(std::size_t count);
  void end(std::size_t count);
  std::size_t under_way() const { return under_way_; }

  Napi::FunctionReference& namespace_class() { return namespace_class_; }
  Napi::FunctionReference& socket_class() { return socket_class_; }
  Napi::FunctionReference& tun_queue_class() { return tun_queue_class_; }

 private:
  static void clean_up(void* addon);
  void configure(const Napi::CallbackInfo& info);

  Napi::Env env_;
  std::shared_ptr<Executor> executor_;
  std::shared_ptr<Reactor> reactor_;
  std::shared_ptr<Completions> completions_;
  std::shared_ptr<NamedDirectory> named_directory_ = std::make_shared<NamedDirectory>();
  std::shared_ptr<const Schema> schema_;
  std::vector<Mask> skips_{1};
  Shapes shapes_;
  Napi::FunctionReference namespace_class_;
  Napi::FunctionReference socket_class_;
  Napi::FunctionReference tun_queue_class_;
  std::array<Napi::FunctionReference, 10> callbacks_;
  std::size_t under_way_ = 0;
};

}  // namespace netns
