// Looking again and again for what another thread is about to write, where waking would take longer than that takes.
#pragma once

#include <atomic>
#include <chrono>

namespace netns {

// The other thread may share this one's core: without the pause it would run at half its speed.
inline void relax() {
#if defined(__x86_64__) || defined(__i386__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  asm volatile("yield");
#endif
}

// Until `flag` is set, or the time is over.
inline void spin(const std::atomic<bool>& flag, std::chrono::microseconds most) {
  constexpr int looks = 8;  // at the flag, for one at the clock
  auto end = std::chrono::steady_clock::now() + most;
  do {
    for (int look = 0; look < looks; look++) {
      if (flag.load(std::memory_order_acquire)) return;
      relax();
    }
  } while (std::chrono::steady_clock::now() < end);
}

}  // namespace netns
