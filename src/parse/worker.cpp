#include "parse/worker.hpp"

#include <fmt/format.h>
#include <string_view>
#include <unistd.h>

#include "miglint/error.hpp"

namespace miglint {

Worker::Worker(std::size_t stack_bytes, void* (*work)(void*), void* argument) {
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, stack_bytes);
  const bool started = pthread_create(&thread_, &attributes, work, argument) == 0;
  pthread_attr_destroy(&attributes);
  if (!started)  // EAGAIN, whichever of the two it was
    throw Error(
        fmt::format("cannot start a thread with a stack of {} MB; raise the limit on address space "
                    "(ulimit -v) or on processes (ulimit -u).",
                    stack_bytes >> 20));
}

Worker::~Worker() { pthread_join(thread_, nullptr); }

void end_out_of_memory() {
  constexpr std::string_view sentence =
      "miglint: out of memory: judge fewer migrations at a time, or give the process more\n";
  (void)!::write(STDERR_FILENO, sentence.data(), sentence.size());
  ::_exit(2);
}

}  // namespace miglint
