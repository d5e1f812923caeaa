// Results on their way to the event loop: any thread pushes, the JavaScript thread delivers, in order, in slices of at
// most two milliseconds and 256 settled promises. One thread-safe function per environment.
#pragma once

#include <napi.h>

#include <atomic>
#include <chrono>
#include <deque>
#include <memory>
#include <mutex>

namespace netns {

class Addon;
using SliceEnd = std::chrono::steady_clock::time_point;

class Completion {
 public:
  virtual ~Completion() = default;
  // On the JavaScript thread. False when the slice ended first: it stays in front.
  virtual bool deliver(Addon& addon, SliceEnd end) = 0;
};

// Shared by the environment and by every thread that may still push; after `close` a push is dropped.
class Completions {
 public:
  static constexpr std::chrono::milliseconds slice{2};
  // What awaits a promise runs when the slice is over, and only then gets the event loop its turn: so the number of promises
  // that a slice settles is limited too, and not its own time alone.
  static constexpr std::size_t most_settled = 256;

  void open(Addon& addon, Napi::Env env);
  void close();

  void push(std::unique_ptr<Completion> completion);

  // JavaScript thread. True when all is delivered; else call again from a later turn of the event loop.
  bool deliver(Addon& addon);
  // JavaScript thread. Whether something is there to deliver, or will be within microseconds: who awaits one short request
  // after the other is answered sooner than a sleeping thread is woken. Gives up for a while where that is in vain, and now and
  // then so that the event loop gets its turn.
  bool soon();
  // JavaScript thread, from a turn of the event loop.
  void turn() { inline_left_ = most_inline; }
  // JavaScript thread. Keeps the event loop alive, or no longer.
  void hold(Napi::Env env, bool alive);

 private:
  std::mutex mutex_;
  std::deque<std::unique_ptr<Completion>> queue_;
  napi_threadsafe_function wake_ = nullptr;
  bool woken_ = false;
  bool expected_ = false;  // by `soon`: no need to wake the event loop
  std::atomic<bool> arrived_ = false;

  static constexpr std::chrono::microseconds patience{25};
  static constexpr int most_inline = 64;
  static constexpr int most_muted = 64;
  // The JavaScript thread's.
  int inline_left_ = most_inline;
  int misses_ = 0;  // doubles with each
  int muted_ = 0;   // calls to come that do not wait
};

}  // namespace netns
