#include "cli/run.hpp"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <new>
#include <unistd.h>

#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "miglint/characters.hpp"
#include "miglint/error.hpp"
#include "parse/worker.hpp"
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

/// A configuration's mistakes come a line each.
static void print_errors(std::string_view sentences) {
  while (!sentences.empty()) {
    const std::size_t end = std::min(sentences.find('\n'), sentences.size());
    print_error(sentences.substr(0, end));
    sentences.remove_prefix(std::min(end + 1, sentences.size()));
  }
}

namespace {

/// An exception that nobody can catch any more: thrown where a thread or a destructor ends.
[[noreturn]] void end_without_memory() {
  try {
    if (const std::exception_ptr thrown = std::current_exception()) std::rethrow_exception(thrown);
  } catch (const std::bad_alloc&) {
    end_out_of_memory();
  } catch (...) {
    std::abort();
  }
  std::abort();
}

bool is_current_folder_gone() {
  std::error_code error;
  (void)std::filesystem::current_path(error);
  return static_cast<bool>(error);
}

int perform(int argc, char** argv) {
  try {
    const auto options = parse_options(argc, argv);
    if (!options) return 0;  // help or version: printed
    return find_command(options->command)->run(*options);
  } catch (const Error& error) {
    print_errors(error.what());
  } catch (const std::bad_alloc&) {
    end_out_of_memory();
  } catch (const std::filesystem::filesystem_error& error) {
    print_error(is_current_folder_gone()
                    ? "the current folder is gone, deleted or moved away: change to one that is there"
                    : fmt::format("{}: {}", path_in_prose(error.path1().string()), error.code().message()));
  } catch (const std::exception& error) {
    print_error(
        fmt::format("internal error: {}; please report it with the command that led to it", error.what()));
  }
  return cannot_be_done;
}

struct Job {
  int argc;
  char** argv;
  int status = cannot_be_done;
};

void* perform_job(void* given) {
  auto& job = *static_cast<Job*>(given);
  job.status = perform(job.argc, job.argv);
  return nullptr;
}

// What PostgreSQL's grammar builds, later passes walk by recursion, up to a depth that fits in here: not
// necessarily in what `ulimit -s` gives.
constexpr std::size_t stack_bytes = 64u << 20;

}  // namespace

int run(int argc, char** argv) {
  hold_standard_descriptors();
  // As errors of write(), where half a file is taken away again.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  std::set_terminate(end_without_memory);
  Job job{.argc = argc, .argv = argv};
  try {
    const Worker worker(stack_bytes, perform_job, &job);
  } catch (const Error&) {
    return perform(argc, argv);
  }
  return job.status;
}

}  // namespace miglint
