#include "binding/connection.h"

#include <algorithm>

#include "binding/addon.h"
#include "binding/answers.h"
#include "binding/namespace.h"
#include "codec/encode.h"

namespace netns {

namespace {

// The five words before a record: see `Connection` in lib/connection.ts.
struct Head {
  std::uint32_t length, type_flags, sets, mode_skip, token;
};
constexpr std::size_t head_words = sizeof(Head) / sizeof(std::uint32_t);

int set_of(std::uint32_t half) { return half == 0xffff ? -1 : static_cast<int>(half); }

using Words = std::span<const std::uint32_t>;

// Takes one request off `rest`: its head, and its record.
Head take(Words& rest, Words& record) {
  Head head;
  std::copy_n(rest.begin(), head_words, reinterpret_cast<std::uint32_t*>(&head));
  rest = rest.subspan(head_words);
  record = rest.first(std::min<std::size_t>(head.length, rest.size()));
  rest = rest.subspan(record.size());
  return head;
}

std::size_t count_requests(Words rest) {
  std::size_t count = 0;
  for (Words record; rest.size() >= head_words; count++) take(rest, record);
  return count;
}

// Encodes one request behind those that the batch has; false when its record cannot be a message.
bool encode(Encoder& encoder, const Head& head, Batch& batch) {
  std::size_t offset = batch.bytes.size();
  int request_set = set_of(head.sets & 0xffff);
  if (!encoder.message(static_cast<std::uint16_t>(head.type_flags), static_cast<std::uint16_t>(head.type_flags >> 16), request_set)) {
    batch.bytes.resize(offset);
    return false;
  }
  batch.requests.push_back({.token = head.token, .mode = static_cast<Mode>(head.mode_skip & 0xffff), .reply_set = set_of(head.sets >> 16),
                            .request_set = request_set, .skip = head.mode_skip >> 16, .offset = offset, .length = batch.bytes.size() - offset});
  return true;
}

// On the worker thread. A message is seldom longer than its record, which names each field by a whole word.
void encode_all(Words rest, const Schema& schema, Completions& completions, Batch& batch) {
  batch.bytes.reserve(rest.size_bytes());
  batch.requests.reserve(Transaction::window);
  for (Words record; rest.size() >= head_words;) {
    Head head = take(rest, record);
    Encoder encoder(schema, record, batch.bytes);
    if (!encode(encoder, head, batch)) completions.push(not_encoded(head.token, encoder.path(), encoder.error()));
  }
}

}  // namespace

Napi::Function ConnectionHandle::define(Napi::Env env) {
  return DefineClass(env, "ConnectionHandle", {
    InstanceMethod<&ConnectionHandle::submit>("submit"),
    InstanceMethod<&ConnectionHandle::close>("close"),
  });
}

ConnectionHandle::ConnectionHandle(const Napi::CallbackInfo& info) : Napi::ObjectWrap<ConnectionHandle>(info) {
  Addon& addon = *info.Env().GetInstanceData<Addon>();
  std::shared_ptr<Namespace> ns = NamespaceHandle::Unwrap(info[0].As<Napi::Object>())->held();
  std::chrono::milliseconds deadline(info[1].As<Napi::Number>().Int64Value());
  int protocol = info[2].As<Napi::Number>().Int32Value();
  auto listener = std::make_shared<AnswerListener>(addon.completions(), addon.executor());
  strand_ = std::make_shared<Strand>(addon.executor(), std::move(listener), [ns, protocol] { return ns->open_socket(protocol); }, deadline);
}

ConnectionHandle::~ConnectionHandle() { strand_->close(); }

Napi::Value ConnectionHandle::submit(const Napi::CallbackInfo& info) {
  Addon& addon = *info.Env().GetInstanceData<Addon>();
  auto words = info[0].As<Napi::Uint32Array>();
  std::size_t count = std::min<std::size_t>(info[1].As<Napi::Number>().Uint32Value(), words.ElementLength());
  auto namespaces = info[2].As<Napi::Array>();
  std::vector<std::uint32_t> records(words.Data(), words.Data() + count);
  addon.begin(count_requests(records));
  auto batch = std::make_shared<Batch>();
  batch->prepare = [records = std::move(records), schema = addon.schema(), completions = addon.completions()](Batch& batch) {
    encode_all(records, *schema, *completions, batch);
  };
  for (std::uint32_t index = 0; index < namespaces.Length(); index++) {
    Napi::HandleScope scope(info.Env());
    batch->keep.push_back(NamespaceHandle::Unwrap(namespaces.Get(index).As<Napi::Object>())->held());
  }
  bool alone = addon.under_way() == 1;
  strand_->submit(std::move(batch));
  return Napi::Boolean::New(info.Env(), alone && addon.completions()->soon());
}

void ConnectionHandle::close(const Napi::CallbackInfo&) { strand_->close(); }

}  // namespace netns
