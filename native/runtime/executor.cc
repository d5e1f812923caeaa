#include "runtime/executor.h"

#include <csignal>
#include <sys/eventfd.h>

#include <chrono>
#include <thread>

namespace netns {

Executor::Executor(int threads) : limit_(threads), stopped_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

std::shared_ptr<Executor> Executor::create(int threads) { return std::shared_ptr<Executor>(new Executor(threads)); }

void Executor::post(std::function<void()> job) {
  std::lock_guard lock(mutex_);
  if (stopping_) return;
  jobs_.push_back(std::move(job));
  if (static_cast<int>(jobs_.size()) > idle_ && threads_ < limit_) start_thread();
  work_.notify_one();
}

void Executor::start_thread() {
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  threads_++;
  std::thread([self = shared_from_this()] { self->run(); }).detach();
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

void Executor::run() {
  std::unique_lock lock(mutex_);
  while (true) {
    idle_++;
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
