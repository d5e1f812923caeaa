#include "runtime/reactor.h"

#include <sys/epoll.h>
#include <sys/eventfd.h>

#include <chrono>

#include "runtime/thread.h"

namespace netns {

namespace {

// One shot: whoever handled it says when to look again, so that a slow consumer holds up only itself.
epoll_event armed(int fd) {
  epoll_event event{};
  event.events = EPOLLIN | EPOLLONESHOT;
  event.data.fd = fd;
  return event;
}

}  // namespace

Reactor::Reactor() : epoll_(::epoll_create1(EPOLL_CLOEXEC)), wake_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  epoll_event event{};
  event.events = EPOLLIN;
  event.data.fd = wake_.get();
  ::epoll_ctl(epoll_.get(), EPOLL_CTL_ADD, wake_.get(), &event);
}

std::shared_ptr<Reactor> Reactor::create() { return std::shared_ptr<Reactor>(new Reactor()); }

Result<> Reactor::watch(std::shared_ptr<Source> source) {
  std::lock_guard lock(mutex_);
  if (stopping_) return Failure{ECANCELED, "epoll_ctl", {}};
  int fd = source->fd();
  epoll_event event = armed(fd);
  sources_[fd] = std::move(source);
  if (::epoll_ctl(epoll_.get(), EPOLL_CTL_ADD, fd, &event) < 0) {
    Failure failed = failure("epoll_ctl");
    sources_.erase(fd);
    return failed;
  }
  Result<> started = start_locked();
  if (started) return started;
  ::epoll_ctl(epoll_.get(), EPOLL_CTL_DEL, fd, nullptr);
  sources_.erase(fd);
  return started;
}

Result<> Reactor::start() {
  std::lock_guard lock(mutex_);
  return stopping_ ? Nothing{} : start_locked();
}

// With the mutex held.
Result<> Reactor::start_locked() {
  if (running_) return Nothing{};
  Result<> started = start_detached([self = shared_from_this()] { self->run(); });
  running_ = static_cast<bool>(started);
  return started;
}

void Reactor::resume(const Source& source) {
  std::lock_guard lock(mutex_);
  epoll_event event = armed(source.fd());
  if (sources_.contains(source.fd())) ::epoll_ctl(epoll_.get(), EPOLL_CTL_MOD, source.fd(), &event);
}

void Reactor::unwatch(const Source& source) {
  std::shared_ptr<Source> last;  // freed without the lock
  std::lock_guard lock(mutex_);
  auto found = sources_.find(source.fd());
  if (found == sources_.end()) return;
  ::epoll_ctl(epoll_.get(), EPOLL_CTL_DEL, source.fd(), nullptr);
  last = std::move(found->second);
  sources_.erase(found);
}

std::shared_ptr<Source> Reactor::find(int fd) {
  std::lock_guard lock(mutex_);
  auto found = sources_.find(fd);
  return found == sources_.end() ? nullptr : found->second;
}

void Reactor::run() {
  epoll_event events[32];
  while (true) {
    int count = ::epoll_wait(epoll_.get(), events, 32, -1);
    for (int index = 0; index < count; index++) {
      std::shared_ptr<Source> source = find(events[index].data.fd);
      if (source && source->readable()) resume(*source);
    }
    std::lock_guard lock(mutex_);
    if (!stopping_) continue;
    running_ = false;
    ended_.notify_all();
    return;
  }
}

void Reactor::stop(int milliseconds) {
  std::unordered_map<int, std::shared_ptr<Source>> dropped;
  std::unique_lock lock(mutex_);
  stopping_ = true;
  ::eventfd_write(wake_.get(), 1);
  ended_.wait_for(lock, std::chrono::milliseconds(milliseconds), [this] { return !running_; });
  dropped.swap(sources_);
  lock.unlock();
}

}  // namespace netns
