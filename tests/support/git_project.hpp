#pragma once

// A repository that a test makes with the real git, with an identity, dates and configuration of its own,
// whatever the machine's are.

#include <cstdio>
#include <cstdlib>
#include <doctest/doctest.h>
#include <string>
#include <string_view>

#include "support/ci_variables.hpp"
#include "support/temporary_project.hpp"

namespace miglint::test {

struct CommandResult {
  int status = 0;
  std::string output;  ///< standard output and standard error
};

inline CommandResult run_command(const std::string& command) {
  CommandResult result;
  FILE* pipe = ::popen(("( " + command + " ) 2>&1").c_str(), "r");
  REQUIRE(pipe != nullptr);
  char buffer[4096];
  for (std::size_t n = 0; (n = ::fread(buffer, 1, sizeof buffer, pipe)) > 0;) result.output.append(buffer, n);
  const int status = ::pclose(pipe);
  result.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return result;
}

/// A shell command that must succeed; its output without the last line's end.
inline std::string shell(const std::string& command) {
  CommandResult result = run_command(command);
  CAPTURE(command);
  CAPTURE(result.output);
  REQUIRE(result.status == 0);
  if (result.output.ends_with('\n')) result.output.pop_back();
  return result.output;
}

/// Git's settings of the machine, of a hook that runs the tests and of a CI job must not reach the
/// repositories that are tested.
inline void isolate_git(const std::string& home) {
  for (const char* name : inherited_variables) ::unsetenv(name);
  ::setenv("HOME", home.c_str(), 1);
  ::setenv("XDG_CONFIG_HOME", (home + "/.config").c_str(), 1);
  ::setenv("GIT_CONFIG_NOSYSTEM", "1", 1);
  ::setenv("GIT_AUTHOR_NAME", "Ada Lovelace", 1);
  ::setenv("GIT_AUTHOR_EMAIL", "ada@example.org", 1);
  ::setenv("GIT_COMMITTER_NAME", "Ada Lovelace", 1);
  ::setenv("GIT_COMMITTER_EMAIL", "ada@example.org", 1);
  ::setenv("GIT_AUTHOR_DATE", "2024-05-06T07:08:09+0200", 1);
}

/// A fresh repository `project` on branch main; the current folder is its root.
class GitProject : public TemporaryProject {
 public:
  GitProject() {
    write("home/.gitconfig",
          "[init]\n\tdefaultBranch = main\n[advice]\n\tdetachedHead = false\n[protocol \"file\"]\n\tallow = "
          "always\n");
    isolate_git(path("home"));
    shell("git init -q '" + path("project") + "'");
    enter("project");
  }

  /// Writes below the repository's root.
  void put(std::string_view file, std::string_view text) const {
    write("project/" + std::string(file), text);
  }
  void migration(std::string_view name, std::string_view sql) const {
    put("prisma/migrations/" + std::string(name) + "/migration.sql", sql);
  }
  void commit(const std::string& message) const { shell("git add -A && git commit -q -m '" + message + "'"); }
  /// A bare repository beside it, as origin, with the current branch pushed.
  void push_to_origin() const {
    shell("git init -q --bare '" + path("origin.git") + "' && git remote add origin '" + path("origin.git") +
          "' && git push -q -u origin HEAD");
  }
};

}  // namespace miglint::test
