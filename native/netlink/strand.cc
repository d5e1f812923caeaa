#include "netlink/strand.h"

#include <algorithm>
#include <random>
#include <utility>

namespace netns {

Strand::Strand(std::shared_ptr<Executor> executor, std::shared_ptr<StrandListener> listener, Open open, std::chrono::milliseconds deadline)
    : executor_(std::move(executor)), listener_(std::move(listener)), deadline_(deadline), open_(std::move(open)), sequence_(std::random_device{}()) {}

void Strand::submit(std::shared_ptr<Batch> batch) {
  std::lock_guard lock(mutex_);
  batches_.push_back(std::move(batch));
  schedule();
}

void Strand::enqueue(const std::shared_ptr<Batch>& batch) {
  if (batch->prepare) std::exchange(batch->prepare, nullptr)(*batch);
  for (std::size_t index = 0; index < batch->requests.size(); index++) queue_.push_back({batch, index});
}

// Has a window's worth in the queue, if there is as much. Nobody who submits waits while messages are made.
void Strand::fill() {
  while (queue_.size() < Transaction::window) {
    std::shared_ptr<Batch> batch;
    {
      std::lock_guard lock(mutex_);
      if (batches_.empty()) return;
      batch = std::move(batches_.front());
      batches_.pop_front();
    }
    enqueue(batch);
  }
}

void Strand::close() {
  std::lock_guard lock(mutex_);
  closed_ = true;
  schedule();
}

// With the lock held.
void Strand::schedule() {
  if (running_) return;
  Result<> posted = executor_->post([self = shared_from_this()] { self->run(); });
  running_ = static_cast<bool>(posted);
  if (!running_) refuse(posted.failure());
}

// With the lock held. There is no thread to do it.
void Strand::refuse(const Failure& failure) {
  std::vector<Answer> answers;
  for (const std::shared_ptr<Batch>& batch : batches_) enqueue(batch);
  batches_.clear();
  for (Queued& queued : queue_) {
    answers.push_back(Answer{.queued = std::move(queued), .outcome = Outcome::NotSent, .ack = {}, .why = failure.syscall, .reply = {}});
    answers.back().ack.error = failure.error;
  }
  queue_.clear();
  if (!answers.empty()) listener_->answered(std::move(answers));
}

// One window or one dump; then others get their turn on the worker.
void Strand::run() {
  std::vector<Answer> answers;
  fill();
  if (next(answers) && ready(answers)) {
    Transaction transaction(socket_, sequence_, deadline_, executor_->stopped_fd());
    bool usable = true;
    if (answers.front().queued.request().mode == Mode::Dump) {
      std::unique_ptr<DumpReader> reader = listener_->dump_reader(answers.front().queued);
      usable = transaction.dump(answers.front(), *reader);
    } else {
      usable = transaction.exchange(answers);
      if (answers.front().queued.request().mode == Mode::Guard) guard_refused_ = answers.front().outcome != Outcome::Done;
    }
    if (!usable) socket_.close();
  }
  if (!answers.empty()) listener_->answered(std::move(answers));
  std::lock_guard lock(mutex_);
  running_ = false;
  bool more = !queue_.empty() || !batches_.empty();
  if (more) schedule();
  if (more || !closed_) return;
  socket_.close();
  open_ = nullptr;
}

// With the lock held. What a refused guard stands before is answered without being sent, up to the next that needs no guard.
bool Strand::skipped(std::vector<Answer>& answers) {
  while (guard_refused_ && !closed_ && !queue_.empty()) {
    Mode mode = queue_.front().request().mode;
    guard_refused_ = mode == Mode::Guard || mode == Mode::Guarded;
    if (!guard_refused_) break;
    answers.push_back(Answer{.queued = std::move(queue_.front()), .outcome = Outcome::Skipped, .ack = {}, .why = "", .reply = {}});
    queue_.pop_front();
  }
  return !answers.empty();
}

// Takes the next window off the queue; false when nothing is to be sent.
bool Strand::next(std::vector<Answer>& answers) {
  std::lock_guard lock(mutex_);
  if (skipped(answers)) return false;
  std::size_t bytes = 0, replies = 0;
  // Until the first socket is open its buffer is unknown: 16 KiB hold two echoes.
  std::size_t most_replies = std::max<std::size_t>(2, static_cast<std::size_t>(socket_.receive_buffer()) / Transaction::echo_cost);
  answers.reserve(std::min(queue_.size(), Transaction::window));
  while (!queue_.empty() && answers.size() < Transaction::window) {
    const Request& request = queue_.front().request();
    bool alone = request.mode == Mode::Dump || request.mode == Mode::Guard;
    if (alone && !answers.empty() && !closed_) break;
    bytes += request.length;
    replies += request.mode == Mode::Reply;
    if (!answers.empty() && !closed_ && (bytes > Transaction::window_bytes || replies > most_replies)) break;
    answers.push_back(Answer{.queued = std::move(queue_.front()), .outcome = closed_ ? Outcome::Stopped : Outcome::Unknown, .ack = {}, .why = "", .reply = {}});
    queue_.pop_front();
    if (alone && !closed_) break;
  }
  return !answers.empty() && !closed_;
}

bool Strand::ready(std::vector<Answer>& answers) {
  if (socket_) return true;
  Result<Socket> opened = open_();
  if (opened) {
    socket_ = std::move(*opened);
    return true;
  }
  for (Answer& answer : answers) {
    answer.outcome = Outcome::NotSent;
    answer.ack.error = opened.failure().error;
    answer.why = opened.failure().syscall;
  }
  return false;
}

}  // namespace netns
