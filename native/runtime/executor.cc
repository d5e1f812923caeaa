#include "runtime/executor.h"

#include <sys/eventfd.h>

#include <chrono>

#include "runtime/spin.h"
#include "runtime/thread.h"

namespace netns {

namespace {

constexpr std::chrono::microseconds linger_time{50};

}  // namespace

Executor::Executor(int threads) : limit_(threads), stopped_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

std::shared_ptr<Executor> Executor::create(int threads) { return std::shared_ptr<Executor>(new Executor(threads)); }

Result<> Executor::post(std::function<void()> job) {
  std::lock_guard lock(mutex_);
  if (stopping_) return Nothing{};
  if (static_cast<int>(jobs_.size()) >= idle_ && threads_ < limit_) {
    Result<> started = start_thread();
    if (!started && threads_ == 0) return started;
  }
  jobs_.push_back(std::move(job));
  posted_.store(true, std::memory_order_release);
  if (!lingering_ || jobs_.size() > 1) work_.notify_one();
  return Nothing{};
}

Result<> Executor::start_all() {
  std::lock_guard lock(mutex_);
  while (threads_ < limit_ && !stopping_)
    if (Result<> started = start_thread(); !started) return started;
  return Nothing{};
}

Result<> Executor::start_thread() {
  Result<> started = start_detached([self = shared_from_this()] { self->run(); });
  if (started) threads_++;
  return started;
}

void Executor::run() {
  std::unique_lock lock(mutex_);
  while (true) {
    idle_++;
    if (jobs_.empty() && !stopping_ && !lingering_) linger(lock);
    work_.wait(lock, [this] { return stopping_ || !jobs_.empty(); });
    idle_--;
    if (stopping_) break;
    std::function<void()> job = std::move(jobs_.front());
    jobs_.pop_front();
    lock.unlock();
    job();
    job = nullptr;  // its captures go without the lock: they may own the last reference to something that posts
    lock.lock();
  }
  threads_--;
  ended_.notify_all();
}

// Whoever awaits one request after the other posts the next within microseconds; waking a sleeping thread takes tens of them.
void Executor::linger(std::unique_lock<std::mutex>& lock) {
  lingering_ = true;
  posted_.store(false, std::memory_order_relaxed);
  lock.unlock();
  spin(posted_, linger_time);
  lock.lock();
  lingering_ = false;
}

void Executor::stop(int milliseconds) {
  std::deque<std::function<void()>> dropped;
  std::unique_lock lock(mutex_);
  stopping_ = true;
  dropped.swap(jobs_);
  ::eventfd_write(stopped_.get(), 1);
  work_.notify_all();
  ended_.wait_for(lock, std::chrono::milliseconds(milliseconds), [this] { return threads_ == 0; });
  lock.unlock();
}

bool Executor::stopping() {
  std::lock_guard lock(mutex_);
  return stopping_;
}

}  // namespace netns
