#pragma once

#include <cstddef>
#include <pthread.h>

namespace miglint {

/// A thread with a stack of its own size, whatever `ulimit -s` says; joined when it goes. The size is address
/// space: pages are committed as they are used. Throws Error where the system gives no thread.
class Worker {
 public:
  Worker(std::size_t stack_bytes, void* (*work)(void*), void* argument);
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;
  ~Worker();

 private:
  pthread_t thread_{};
};

/// Says so and ends the process with status 2, at once: where there is no memory left, nothing may ask for
/// any.
[[noreturn]] void end_out_of_memory();

}  // namespace miglint
