#include "support/run_program.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <stdexcept>
#include <sys/wait.h>

#include "support/ci_variables.hpp"

namespace miglint {

namespace {

void clean_environment() {
  for (const char* name : test::inherited_variables) ::unsetenv(name);
  ::unsetenv("MIGLINT_USER_CONSENT");
}

using File = std::unique_ptr<std::FILE, decltype(&std::fclose)>;

File temporary_file(const std::string& text = {}) {
  File file(std::tmpfile(), &std::fclose);
  if (file == nullptr || std::fwrite(text.data(), 1, text.size(), file.get()) != text.size())
    throw std::runtime_error("no temporary file");
  std::rewind(file.get());
  return file;
}

std::string contents(std::FILE* file) {
  std::string text;
  std::rewind(file);
  char buffer[4096];
  for (std::size_t n = 0; (n = std::fread(buffer, 1, sizeof buffer, file)) > 0;) text.append(buffer, n);
  return text;
}

[[noreturn]] void become(const std::vector<std::string>& command, const RunOptions& options,
                         const std::array<int, 3>& streams) {
  std::vector<char*> arguments;
  for (const std::string& argument : command) arguments.push_back(const_cast<char*>(argument.c_str()));
  arguments.push_back(nullptr);
  for (int i = 0; i < 3; ++i) {
    if (::dup2(streams.at(static_cast<std::size_t>(i)), i) < 0) ::_exit(126);
  }
  if (!options.folder.empty() && ::chdir(options.folder.c_str()) != 0) ::_exit(126);
  clean_environment();
  for (const auto& [name, value] : options.environment) ::setenv(name.c_str(), value.c_str(), 1);
  ::execvp(arguments[0], arguments.data());
  ::_exit(127);
}

}  // namespace

RunResult run_program(const std::vector<std::string>& command, const RunOptions& options) {
  const File in = temporary_file(options.input), out = temporary_file(), err = temporary_file();
  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("fork failed");
  if (child == 0) become(command, options, {::fileno(in.get()), ::fileno(out.get()), ::fileno(err.get())});
  int status = 0;
  ::waitpid(child, &status, 0);
  return {.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status),
          .out = contents(out.get()),
          .err = contents(err.get())};
}

RunResult run_miglint(std::vector<std::string> arguments, const RunOptions& options) {
  arguments.insert(arguments.begin(), MIGLINT_BINARY);
  return run_program(arguments, options);
}

}  // namespace miglint
