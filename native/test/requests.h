// Requests as the binding would queue them: a header and some bytes each, whose meaning nothing here knows.
#pragma once

#include <memory>

#include "netlink/transaction.h"
#include "test/wire.h"

namespace netns::test {

// `count` messages of `length` payload bytes each, the first with the token `first`.
inline std::shared_ptr<Batch> batch_of(std::size_t count, Mode mode = Mode::Ack, std::uint32_t first = 0, std::size_t length = 8) {
  auto batch = std::make_shared<Batch>();
  for (std::size_t index = 0; index < count; index++) {
    std::size_t offset = batch->bytes.size();
    Wire message = Wire{}.message(16, NLM_F_REQUEST | NLM_F_ACK, 0, filled(length)).align();
    batch->bytes.insert(batch->bytes.end(), message.bytes.begin(), message.bytes.end());
    batch->requests.push_back({.token = first + static_cast<std::uint32_t>(index), .mode = mode, .reply_set = -1, .request_set = -1,
                               .skip = 0, .offset = offset, .length = message.bytes.size()});
  }
  return batch;
}

inline std::vector<Answer> answers_to(const std::shared_ptr<Batch>& batch) {
  std::vector<Answer> answers;
  for (std::size_t index = 0; index < batch->requests.size(); index++) answers.push_back(Answer{.queued = {batch, index}, .ack = {}, .reply = {}});
  return answers;
}

}  // namespace netns::test
