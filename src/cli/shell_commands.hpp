#pragma once

// What a simple command does that miglint has a say in. Read from its words alone: nothing is expanded or
// run.

#include <string>
#include <string_view>
#include <vector>

namespace miglint {

/// The words of the program that runs in the end: assignments, the shell's keywords and wrappers (sudo -u me,
/// env -i, timeout 60, npx --yes, pnpm exec, …) taken off, the program without its folder.
std::vector<std::string> unwrapped(std::vector<std::string> words);

/// The scripts a command runs: bash -c SCRIPT, wherever in the command (docker exec app sh -c SCRIPT); eval
/// SCRIPT.
std::vector<std::string> scripts_in(const std::vector<std::string>& words);

/// What git is told to do: its subcommand's words, and the folder that -C names (empty: the current one). No
/// words where it is not git.
struct GitCommand {
  std::vector<std::string> words;
  std::string folder;

  bool is(std::string_view subcommand) const { return !words.empty() && words.front() == subcommand; }
};
GitCommand git_command(const std::vector<std::string>& unwrapped);

/// A `git commit` whose index is made from the work tree as it commits: -a, --only, a path.
bool commits_work_tree(const GitCommand& commit);

/// The command runs `prisma NAME…`, however it is called (npx prisma@6, pnpm --filter db exec prisma, docker
/// compose exec app npx prisma).
bool runs_prisma(const std::vector<std::string>& words, std::string_view first, std::string_view second);

/// The command runs `miglint COMMAND`, likewise.
bool runs_miglint(const std::vector<std::string>& words, std::string_view command);

/// A file that a command changes. `below`: and everything below it, as rm and mv do.
struct ChangedFile {
  std::string path;
  bool below = false;
};
std::vector<ChangedFile> changed_files(const std::vector<std::string>& unwrapped);

}  // namespace miglint
