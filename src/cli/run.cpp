#include "cli/run.hpp"

#include <csignal>
#include <cstdio>
#include <exception>
#include <fcntl.h>
#include <fmt/format.h>
#include <new>
#include <unistd.h>

#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "miglint/error.hpp"
#include "report/clean.hpp"

namespace miglint {

namespace {

constexpr int cannot_be_done = 2;

/// A descriptor of 0 to 2 that came closed would be given to the next file opened, and a message to standard
/// error would land in it.
void hold_standard_descriptors() {
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    // The wrong way round on purpose: reading from a closed standard input, or writing to a closed standard
    // output, still fails.
    if (::fcntl(descriptor, F_GETFD) < 0)
      (void)::open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY);
  }
}

}  // namespace

void print_error(std::string_view sentence) {
  // Not fmt::print, which throws where standard error can't be written either.
  (void)std::fputs(fmt::format("miglint: {}\n", one_line(sentence)).c_str(), stderr);
}

int run(int argc, char** argv) {
  hold_standard_descriptors();
  // As errors of write(), where half a file is taken away again.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  try {
    const auto options = parse_options(argc, argv);
    if (!options) return 0;  // help or version: printed
    return find_command(options->command)->run(*options);
  } catch (const Error& error) {
    print_error(error.what());
  } catch (const std::bad_alloc&) {
    print_error("out of memory: judge fewer migrations at a time, or give the process more");
  } catch (const std::exception& error) {
    print_error(
        fmt::format("internal error: {}; please report it with the command that led to it", error.what()));
  }
  return cannot_be_done;
}

}  // namespace miglint
