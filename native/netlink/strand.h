// A connection: one netlink socket in one namespace, used by at most one worker thread at a time, first in first out.
// What is queued while a window is under way leaves with the next window.
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <mutex>

#include "netlink/transaction.h"
#include "runtime/executor.h"

namespace netns {

// Told of results on the worker thread.
class StrandListener {
 public:
  virtual ~StrandListener() = default;
  virtual void answered(std::vector<Answer> answers) = 0;
  virtual std::unique_ptr<DumpReader> dump_reader(const Queued& dump) = 0;
};

// Shared by its handle and by the job that runs it; the socket closes with the last of them.
class Strand : public std::enable_shared_from_this<Strand> {
 public:
  // `open` makes the socket, on a worker thread: at the first request, and again after one was lost.
  using Open = std::function<Result<Socket>()>;

  Strand(std::shared_ptr<Executor> executor, std::shared_ptr<StrandListener> listener, Open open, std::chrono::milliseconds deadline);

  // Any thread.
  void submit(std::shared_ptr<Batch> batch);
  // Any thread. What has not been sent is answered with Outcome::Stopped.
  void close();

 private:
  void run();
  void fill();
  void enqueue(const std::shared_ptr<Batch>& batch);
  bool next(std::vector<Answer>& answers);
  bool skipped(std::vector<Answer>& answers);
  bool ready(std::vector<Answer>& answers);
  void schedule();
  void refuse(const Failure& failure);

  const std::shared_ptr<Executor> executor_;
  const std::shared_ptr<StrandListener> listener_;
  const std::chrono::milliseconds deadline_;

  std::mutex mutex_;
  std::deque<std::shared_ptr<Batch>> batches_;  // not yet in the queue
  bool running_ = false;
  bool closed_ = false;

  // The worker's alone, and with no worker running whoever has the lock. `open_` holds the namespace: it goes when the strand is closed, not with the handle.
  std::deque<Queued> queue_;
  Open open_;
  Socket socket_;
  std::uint32_t sequence_;
  bool guard_refused_ = false;
};

}  // namespace netns
