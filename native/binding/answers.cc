#include "binding/answers.h"

#include "binding/addon.h"
#include "codec/path.h"

namespace netns {

namespace {

const char* name_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::Done: return "done";
    case Outcome::Refused: return "refused";
    case Outcome::NotSent: return "not sent";
    case Outcome::Interrupted: return "interrupted";
    case Outcome::Stopped: return "stopped";
    case Outcome::Skipped: return "skipped";
    case Outcome::Unknown: break;
  }
  return "unknown";
}

void set_text(Napi::Object object, const char* key, const std::string& text) {
  if (!text.empty()) object.Set(key, text);
}

Napi::Object facts(Napi::Env env, const Schema& schema, Answer& answer) {
  Napi::Object object = Napi::Object::New(env);
  object.Set("outcome", name_of(answer.outcome));
  object.Set("errno", answer.ack.error);
  const Request& request = answer.queued.request();
  Bytes message = answer.queued.batch->message(request);
  object.Set("syscall", answer.outcome == Outcome::NotSent && *answer.why ? answer.why : answer.outcome == Outcome::NotSent ? "sendmsg" : "netlink");
  if (answer.outcome == Outcome::Unknown) object.Set("why", answer.why);
  set_text(object, "extack", answer.ack.text);
  if (request.request_set < 0) return object;
  if (answer.ack.offset >= 0) set_text(object, "attribute", path_at(schema, request.request_set, message, static_cast<std::uint32_t>(answer.ack.offset)));
  if (answer.ack.missing_type >= 0)
    set_text(object, "missing", path_of_missing(schema, request.request_set, message, answer.ack.missing_nest, static_cast<std::uint16_t>(answer.ack.missing_type)));
  return object;
}

Napi::Object malformed(Napi::Env env, const DecodeError& error) {
  Napi::Object object = Napi::Object::New(env);
  object.Set("outcome", "malformed");
  object.Set("why", error.what);
  object.Set("path", error.path);
  return object;
}

// Decodes one message's payload in a handle scope of its own; null when JavaScript cannot run or the message is broken.
napi_value decode(Addon& addon, Napi::Env env, const Request& request, Bytes payload, DecodeError& error) {
  Napi::EscapableHandleScope scope(env);
  JsBuilder builder(env, addon.shapes());
  Decoder<JsBuilder> decoder(*addon.schema(), builder);
  napi_value value = nullptr;
  if (!decoder.set(request.reply_set, payload, value, &addon.skip(request.skip))) {
    error = decoder.error;
    return nullptr;
  }
  return value ? static_cast<napi_value>(scope.Escape(value)) : nullptr;
}

// How many answers from `position` on are plain successes of consecutive tokens: one call settles them all.
std::size_t plain_run(const std::vector<Answer>& answers, std::size_t position) {
  std::size_t run = 0;
  for (; position + run < answers.size(); run++) {
    const Answer& answer = answers[position + run];
    Mode mode = answer.queued.request().mode;
    if (answer.outcome != Outcome::Done || mode == Mode::Reply || mode == Mode::Dump) break;
    if (answer.queued.request().token != answers[position].queued.request().token + run) break;
  }
  return run;
}

bool settle_run(Addon& addon, std::uint32_t first, std::size_t count) {
  Napi::Env env = addon.Env();
  return addon.call(Addon::Event::Acked, {Napi::Number::New(env, first), Napi::Number::New(env, static_cast<double>(count))});
}

// A window of which nothing but its success is left to tell. It holds neither its answers nor the messages, so that a million
// that wait for a busy event loop take little memory.
class Acked : public Completion {
 public:
  Acked(std::uint32_t first, std::size_t count) : first_(first), count_(count) {}

  bool deliver(Addon& addon, SliceEnd) override {
    Napi::HandleScope scope(addon.Env());
    settle_run(addon, first_, count_);
    addon.end(count_);
    return true;
  }

 private:
  std::uint32_t first_;
  std::size_t count_;
};

class Answered : public Completion {
 public:
  explicit Answered(std::vector<Answer> answers) : answers_(std::move(answers)) {}

  bool deliver(Addon& addon, SliceEnd end) override {
    Napi::Env env = addon.Env();
    while (position_ < answers_.size()) {
      Napi::HandleScope scope(env);
      std::size_t run = plain_run(answers_, position_);
      bool running = run > 0 ? settle_run(addon, answers_[position_].queued.request().token, run) : one(addon, answers_[position_]);
      std::size_t count = std::max<std::size_t>(run, 1);
      position_ += count;
      addon.end(count);
      if (!running) return addon.end(answers_.size() - position_), true;
      if (std::chrono::steady_clock::now() >= end) return position_ == answers_.size();
    }
    return true;
  }

 private:
  bool one(Addon& addon, Answer& answer) {
    Napi::Env env = addon.Env();
    const Request& request = answer.queued.request();
    Napi::Number token = Napi::Number::New(env, request.token);
    if (answer.outcome != Outcome::Done) return addon.call(Addon::Event::Refused, {token, facts(env, *addon.schema(), answer)});
    if (request.mode == Mode::Dump) return addon.call(Addon::Event::Finished, {token});
    if (answer.reply.empty()) return addon.call(Addon::Event::Replied, {token, env.Undefined()});
    DecodeError error;
    napi_value value = decode(addon, env, request, answer.reply, error);
    if (value) return addon.call(Addon::Event::Replied, {token, value});
    return !error.what.empty() && addon.call(Addon::Event::Refused, {token, malformed(env, error)});
  }

  std::vector<Answer> answers_;
  std::size_t position_ = 0;
};

// How many chunks of one dump may wait for the event loop; the worker stops reading there, and the kernel with it.
constexpr int most_chunks = 16;

struct Room {
  std::mutex mutex;
  std::condition_variable freed;
  int waiting = 0;
};

class Dumped : public Completion {
 public:
  Dumped(Queued queued, Chunk chunk, std::shared_ptr<Room> room) : queued_(std::move(queued)), chunk_(std::move(chunk)), room_(std::move(room)) {}
  ~Dumped() override {
    std::lock_guard lock(room_->mutex);
    room_->waiting--;
    room_->freed.notify_one();
  }

  bool deliver(Addon& addon, SliceEnd end) override {
    Napi::Env env = addon.Env();
    Napi::HandleScope scope(env);
    Napi::Array objects = Napi::Array::New(env);
    std::uint32_t count = 0;
    for (; datagram_ < chunk_.datagrams.size(); datagram_++, offset_ = 0) {
      auto [start, length] = chunk_.datagrams[datagram_];
      MessageRange range(Bytes(chunk_.bytes).subspan(start + offset_, length - offset_));
      for (const Message& message : range) {
        offset_ = length - range.rest().size();
        if (message.header.nlmsg_type < NLMSG_MIN_TYPE) continue;
        DecodeError error;
        napi_value value = decode(addon, env, queued_.request(), message.payload, error);
        if (!value) return error.what.empty() || addon.call(Addon::Event::Part, {token(env), malformed(env, error)});
        napi_set_element(env, objects, count++, value);
        if (std::chrono::steady_clock::now() >= end) return part(addon, objects), false;
      }
    }
    if (count > 0) part(addon, objects);
    return true;
  }

 private:
  Napi::Number token(Napi::Env env) { return Napi::Number::New(env, queued_.request().token); }
  void part(Addon& addon, Napi::Array objects) { addon.call(Addon::Event::Part, {token(addon.Env()), objects}); }

  Queued queued_;
  Chunk chunk_;
  std::shared_ptr<Room> room_;
  std::size_t datagram_ = 0;
  std::size_t offset_ = 0;
};

class Restarted : public Completion {
 public:
  explicit Restarted(std::uint32_t token) : token_(token) {}
  bool deliver(Addon& addon, SliceEnd) override {
    Napi::HandleScope scope(addon.Env());
    addon.call(Addon::Event::Restarted, {Napi::Number::New(addon.Env(), token_)});
    return true;
  }

 private:
  std::uint32_t token_;
};

class NotEncoded : public Completion {
 public:
  NotEncoded(std::uint32_t token, DecodeError error) : token_(token), error_(std::move(error)) {}
  bool deliver(Addon& addon, SliceEnd) override {
    Napi::HandleScope scope(addon.Env());
    Napi::Object object = malformed(addon.Env(), error_);
    object.Set("outcome", "not encoded");
    addon.call(Addon::Event::Refused, {Napi::Number::New(addon.Env(), token_), object});
    addon.end(1);
    return true;
  }

 private:
  std::uint32_t token_;
  DecodeError error_;
};

class Reader : public DumpReader {
 public:
  Reader(Queued queued, std::shared_ptr<Completions> completions, std::shared_ptr<Executor> executor)
      : queued_(std::move(queued)), completions_(std::move(completions)), executor_(std::move(executor)) {}

  void chunk(Chunk chunk) override {
    std::unique_lock lock(room_->mutex);
    // The event loop may be gone: look now and then whether the environment is ending.
    while (room_->waiting >= most_chunks && !executor_->stopping()) room_->freed.wait_for(lock, std::chrono::milliseconds(20));
    room_->waiting++;
    lock.unlock();
    completions_->push(std::make_unique<Dumped>(queued_, std::move(chunk), room_));
  }

  void restart() override { completions_->push(std::make_unique<Restarted>(queued_.request().token)); }

 private:
  Queued queued_;
  std::shared_ptr<Completions> completions_;
  std::shared_ptr<Executor> executor_;
  std::shared_ptr<Room> room_ = std::make_shared<Room>();
};

}  // namespace

void AnswerListener::answered(std::vector<Answer> answers) {
  if (plain_run(answers, 0) == answers.size()) completions_->push(std::make_unique<Acked>(answers.front().queued.request().token, answers.size()));
  else completions_->push(std::make_unique<Answered>(std::move(answers)));
}

std::unique_ptr<DumpReader> AnswerListener::dump_reader(const Queued& dump) { return std::make_unique<Reader>(dump, completions_, executor_); }

std::unique_ptr<Completion> not_encoded(std::uint32_t token, std::string path, std::string what) {
  return std::make_unique<NotEncoded>(token, DecodeError{std::move(path), std::move(what)});
}

}  // namespace netns
