#include "runtime/thread.h"

#include <csignal>

#include <system_error>
#include <thread>

namespace netns {

Result<> start_detached(std::function<void()> work) {
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);  // inherited by the new thread
  Result<> started = Nothing{};
  try {
    std::thread(std::move(work)).detach();
  } catch (const std::system_error& error) {
    started = Failure{error.code().value(), "pthread_create", {}};
  }
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
  return started;
}

}  // namespace netns
