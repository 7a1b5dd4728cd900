// The shell lines of an agent. What a line does is read from its words (shell_words.hpp, shell_commands.hpp);
// nothing is run.

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <glob.h>

#include "cli/hook_judge.hpp"
#include "cli/judge.hpp"
#include "cli/shell_commands.hpp"
#include "cli/shell_words.hpp"

namespace miglint {

namespace {

namespace fs = std::filesystem;

/// Goes where a command goes for as long as it is judged.
class InFolder {
 public:
  explicit InFolder(const std::string& folder) : before_(fs::current_path()) {
    std::error_code ignored;
    if (!folder.empty()) fs::current_path(folder, ignored);
  }
  ~InFolder() {
    std::error_code ignored;
    fs::current_path(before_, ignored);
  }
  InFolder(const InFolder&) = delete;
  InFolder& operator=(const InFolder&) = delete;

 private:
  fs::path before_;
};

/// After a `git add` anything of the work tree may be in the index by then; `commit -a` and `commit PATH`
/// take along what git tracks.
HookDecision judge_commit(const GitCommand& git, bool added) {
  const InFolder there(git.folder);
  const bool of_work_tree = added || commits_work_tree(git);
  const HookVerdict verdict = verdict_on({.staged = !of_work_tree}, !added);
  if (!verdict.stop) return {};
  return {.kind = HookDecision::Kind::deny, .text = "This commit is refused.\n" + verdict.report};
}

/// The user decides whether to fold; the agent must not start a second migration beside an uncommitted one.
HookDecision judge_new_migration() {
  const Config config = load_config({}, "");
  for (const FoundHistory& history :
       discover({.base = config.base, .always_read = true, .lenient_base = true}, config).histories) {
    if (!history.git || history.git->uncommitted.empty()) continue;
    const std::string& newest = history.git->uncommitted.back();
    // asked and answered
    if (std::ranges::find(history.git->stacked_on, newest) != history.git->stacked_on.end()) continue;
    return {.kind = HookDecision::Kind::ask,
            .text = fmt::format(
                "There's an uncommitted migration {}. Fold this change into it, or create a new one? Ask the "
                "user. To fold: `miglint fold` says how. "
                "For a new one, when the user wants it: `miglint status --new`, then this command again.",
                newest)};
  }
  return {};
}

std::vector<std::string> expanded(const std::string& path) {
  glob_t found{};
  std::vector<std::string> paths;
  if (::glob(path.c_str(), GLOB_TILDE | GLOB_NOCHECK, nullptr, &found) == 0)
    paths.assign(found.gl_pathv, found.gl_pathv + found.gl_pathc);
  ::globfree(&found);
  return paths;
}

HookDecision judge_file(const std::string& named, bool below) {
  for (const std::string& file : expanded(named)) {
    if (holds_decisions(file)) return ask_about_decision("This command changes " + file);
    if (file.starts_with("/dev/")) continue;
    if (const auto migration = frozen_migration(file, below)) return deny_frozen(*migration);
  }
  return {};
}

HookDecision judge_files(const SimpleCommand& command, const std::vector<std::string>& words) {
  for (const std::string& file : command.writes) {
    if (HookDecision decision = judge_file(file, false); decision.kind != HookDecision::Kind::nothing)
      return decision;
  }
  for (const ChangedFile& file : changed_files(words)) {
    if (HookDecision decision = judge_file(file.path, file.below);
        decision.kind != HookDecision::Kind::nothing)
      return decision;
  }
  return {};
}

HookDecision judge_prisma(const std::vector<std::string>& words) {
  if (runs_prisma(words, "migrate", "dev")) return judge_new_migration();
  if (runs_prisma(words, "migrate", "deploy")) {
    const HookVerdict verdict = verdict_on({});
    if (verdict.stop)
      return {.kind = HookDecision::Kind::deny, .text = "This deploy is refused.\n" + verdict.report};
  }
  if (runs_prisma(words, "migrate", "reset")) {
    return {.kind = HookDecision::Kind::ask,
            .text = "prisma migrate reset drops every table of the database it is pointed at. Ask the user."};
  }
  if (runs_prisma(words, "db", "push")) {
    return {.kind = HookDecision::Kind::ask,
            .text =
                "prisma db push changes the database without a migration, which no other database will get, "
                "and may drop data. Ask the user."};
  }
  return {};
}

HookDecision judge_simple_command(const SimpleCommand& command, bool& added) {
  const std::vector<std::string> words = unwrapped(command.words);
  if (words.size() >= 2 && (words[0] == "cd" || words[0] == "pushd")) {
    std::error_code ignored;
    fs::current_path(expanded(words.back()).empty() ? words.back() : expanded(words.back()).front(), ignored);
    return {};
  }
  const GitCommand git = git_command(words);
  if (git.is("add")) added = true;
  if (git.is("commit")) return judge_commit(git, added);
  if (runs_miglint(command.words, "accept"))
    return ask_about_decision("This command records a decision: " + fmt::format("{}", fmt::join(words, " ")));
  if (runs_miglint(command.words, "status") && std::ranges::find(words, "--new") != words.end()) {
    return ask_about_decision(
        "This command notes that the user chose a new migration over folding into the uncommitted one");
  }
  const HookDecision decision = judge_prisma(command.words);
  return decision.kind == HookDecision::Kind::nothing ? judge_files(command, words) : decision;
}

}  // namespace

HookDecision judge_command(const std::string& line) {
  bool added = false;
  for (const SimpleCommand& command : simple_commands(line)) {
    HookDecision decision = judge_simple_command(command, added);
    if (decision.kind != HookDecision::Kind::nothing) return decision;
  }
  return {};
}

}  // namespace miglint
