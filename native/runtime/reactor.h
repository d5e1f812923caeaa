// One thread that waits for many descriptors: the sockets of monitors. Starts with the first one.
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <unordered_map>

#include "runtime/result.h"
#include "runtime/unique_fd.h"

namespace netns {

// Something that becomes readable. Owns its descriptor; lives as long as the reactor watches it or is inside `readable`.
class Source {
 public:
  virtual ~Source() = default;
  virtual int fd() const = 0;
  // On the reactor's thread. False: do not watch until `Reactor::resume`.
  virtual bool readable() = 0;
};

// Owned by the environment and by its own thread: whoever is last frees it.
class Reactor : public std::enable_shared_from_this<Reactor> {
 public:
  static std::shared_ptr<Reactor> create();

  // Any thread.
  Result<> watch(std::shared_ptr<Source> source);
  void resume(const Source& source);
  void unwatch(const Source& source);

  // Starts the thread, if it does not run yet.
  Result<> start();

  // Waits for the thread at most `milliseconds`.
  void stop(int milliseconds);

 private:
  Reactor();
  Result<> start_locked();
  void run();
  std::shared_ptr<Source> find(int fd);

  UniqueFd epoll_;
  UniqueFd wake_;
  std::mutex mutex_;
  std::condition_variable ended_;
  std::unordered_map<int, std::shared_ptr<Source>> sources_;
  bool running_ = false;
  bool stopping_ = false;
};

}  // namespace netns
