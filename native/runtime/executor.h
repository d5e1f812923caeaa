// The environment's own worker threads. libuv's pool is left alone: a request blocked there under the kernel's
// RTNL lock would starve the file system and the resolver, and keep a Worker from ending.
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>

#include "runtime/result.h"
#include "runtime/unique_fd.h"

namespace netns {

// Owned by the environment and by each of its threads: whoever is last frees it. Threads start when there is work
// and no idle one, with all signals blocked (signals are the main thread's), and wait for more until `stop`.
class Executor : public std::enable_shared_from_this<Executor> {
 public:
  static std::shared_ptr<Executor> create(int threads);

  // Any thread. After `stop` the job is dropped. EAGAIN when there is no thread and none can be started.
  Result<> post(std::function<void()> job);

  // Starts all threads that there may ever be, so that none is born in a namespace that the caller visits.
  Result<> start_all();

  // Wakes every thread and waits for them, at most `milliseconds`: a thread inside sendmsg under the RTNL lock cannot be
  // interrupted. One that is late finds nothing left to do and ends by itself; the addon stays mapped (-z nodelete).
  void stop(int milliseconds);

  // Readable once `stop` has been called: poll it beside whatever a job waits for.
  int stopped_fd() const { return stopped_.get(); }
  bool stopping();

 private:
  explicit Executor(int threads);
  Result<> start_thread();
  void run();
  void linger(std::unique_lock<std::mutex>& lock);

  const int limit_;
  UniqueFd stopped_;
  std::mutex mutex_;
  std::condition_variable work_;
  std::condition_variable ended_;
  std::deque<std::function<void()>> jobs_;
  int threads_ = 0;
  int idle_ = 0;
  bool stopping_ = false;
  bool lingering_ = false;
  std::atomic<bool> posted_ = false;  // since a thread began to linger
};

}  // namespace netns
