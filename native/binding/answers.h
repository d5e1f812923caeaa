// Completions of requests: the answers of a window, and the datagrams of a dump.
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>

#include "binding/completion.h"
#include "netlink/strand.h"

namespace netns {

// Passes on what a strand's worker learns to the event loop. One for the environment.
class AnswerListener : public StrandListener {
 public:
  AnswerListener(std::shared_ptr<Completions> completions, std::shared_ptr<Executor> executor)
      : completions_(std::move(completions)), executor_(std::move(executor)) {}

  void answered(std::vector<Answer> answers) override;
  std::unique_ptr<DumpReader> dump_reader(const Queued& dump) override;

 private:
  std::shared_ptr<Completions> completions_;
  std::shared_ptr<Executor> executor_;
};

// A record that could not be encoded: nothing was sent.
std::unique_ptr<Completion> not_encoded(std::uint32_t token, std::string path, std::string what);

}  // namespace netns
