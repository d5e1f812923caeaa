#include "binding/completion.h"

#include <algorithm>

#include "binding/addon.h"
#include "runtime/spin.h"

namespace netns {

namespace {

// A Worker that is being terminated has no exception to show, and nobody to show it to.
void raise(napi_env env, const Napi::Error& error) {
  try {
    napi_fatal_exception(env, error.Value());
  } catch (const Napi::Error&) {
  }
}

// Node calls this without an environment while it tears one down. No C++ exception may pass into Node.
void on_wake(napi_env env, napi_value, void* context, void*) {
  if (env == nullptr) return;
  try {
    auto* addon = static_cast<Addon*>(context);
    addon->completions()->turn();
    addon->deliver();
  } catch (const Napi::Error& error) {
    raise(env, error);
  }
}

}  // namespace

void Completions::open(Addon& addon, Napi::Env env) {
  napi_create_threadsafe_function(env, nullptr, nullptr, Napi::String::New(env, "netns-native"), 0, 1, nullptr, nullptr, &addon, on_wake, &wake_);
  napi_unref_threadsafe_function(env, wake_);
}

void Completions::close() {
  std::deque<std::unique_ptr<Completion>> dropped;
  std::lock_guard lock(mutex_);
  if (wake_) napi_release_threadsafe_function(wake_, napi_tsfn_abort);
  wake_ = nullptr;
  dropped.swap(queue_);
}

void Completions::push(std::unique_ptr<Completion> completion) {
  std::lock_guard lock(mutex_);
  if (!wake_) return;
  queue_.push_back(std::move(completion));
  arrived_.store(true, std::memory_order_release);
  if (!woken_ && !expected_) woken_ = napi_call_threadsafe_function(wake_, nullptr, napi_tsfn_nonblocking) == napi_ok;
}

bool Completions::deliver(Addon& addon) {
  SliceEnd end = std::chrono::steady_clock::now() + slice;
  const std::size_t waiting = addon.under_way();
  while (true) {
    std::unique_ptr<Completion> next;
    {
      std::lock_guard lock(mutex_);
      woken_ = !queue_.empty();
      if (queue_.empty()) return true;
      next = std::move(queue_.front());
      queue_.pop_front();
    }
    bool finished = next->deliver(addon, end);
    if (finished && std::chrono::steady_clock::now() < end && waiting - addon.under_way() < most_settled) continue;
    std::lock_guard lock(mutex_);
    if (!finished) queue_.push_front(std::move(next));
    woken_ = !queue_.empty();
    return queue_.empty();
  }
}

bool Completions::soon() {
  if (inline_left_ == 0 || (muted_ > 0 && muted_-- > 0)) return false;
  {
    std::lock_guard lock(mutex_);
    expected_ = true;
    arrived_.store(!queue_.empty(), std::memory_order_relaxed);
  }
  spin(arrived_, patience);
  std::lock_guard lock(mutex_);
  expected_ = false;
  if (queue_.empty()) {
    muted_ = misses_ = std::min(std::max(2 * misses_, 1), most_muted);
    return false;
  }
  inline_left_--;
  misses_ = 0;
  return true;
}

void Completions::hold(Napi::Env env, bool alive) {
  if (alive) napi_ref_threadsafe_function(env, wake_);
  else napi_unref_threadsafe_function(env, wake_);
}

}  // namespace netns
