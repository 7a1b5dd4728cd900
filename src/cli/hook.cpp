// `miglint hook claude|cursor|copilot`: what a coding agent does, judged as it does it.
//
//  - A file is written: an edit of a frozen migration is denied, with the way out; any other migration is judged once it is written.
//  - `prisma migrate dev` while a migration is uncommitted: the user is asked whether to fold into it.
//  - `git commit` of something that stops: denied with the findings.
//  - The turn ends with a new migration that stops: the agent hears of it once.
//
// Exit status 2 with a sentence for whatever goes wrong here: to these tools that blocks, any other failure would let everything pass.

#include <algorithm>
#include <array>
#include <filesystem>
#include <fmt/format.h>
#include <iostream>
#include <iterator>
#include <sstream>

#include "cli/commands.hpp"
#include "cli/hook_protocol.hpp"
#include "cli/judge.hpp"
#include "cli/output.hpp"
#include "cli/shell_words.hpp"
#include "miglint/error.hpp"
#include "report/report.hpp"

namespace miglint {

namespace {

namespace fs = std::filesystem;

HookTool tool_of(const Options& options) {
  const std::string name = options.arguments.empty() ? "" : options.arguments.front();
  if (name == "claude") return HookTool::claude;
  if (name == "cursor") return HookTool::cursor;
  if (name == "copilot") return HookTool::copilot;
  throw Error("hook: for which tool? claude, cursor and copilot are known");
}

/// The agent report on what `options` select; empty when nothing stops and nothing warns.
struct Verdict {
  bool stop = false;
  std::string report;
};

Verdict verdict_on(const Options& options) {
  Loaded loaded = load(options, false);
  Outcome outcome = judge(std::move(loaded), options);
  place(outcome, options);
  const Counts counts = count(outcome);
  if (!stops(outcome) && counts.warnings == 0) return {};
  std::ostringstream text;
  report_agent(outcome, {}, text);
  return {.stop = stops(outcome), .report = std::move(text).str()};
}

bool is_frozen(State state) {
  constexpr std::array frozen = {State::modified, State::deleted, State::committed, State::pushed, State::on_base};
  return std::ranges::find(frozen, state) != frozen.end();
}

bool is_same_file(const std::string& a, const std::string& b) {
  std::error_code ignored;
  return fs::weakly_canonical(a, ignored) == fs::weakly_canonical(b, ignored);
}

/// The frozen migration a path names (its file or its folder), if it names one.
std::optional<std::string> frozen_migration(const std::string& path) {
  std::error_code ignored;
  if (!fs::exists(path, ignored)) return std::nullopt;
  const Options options{.arguments = {path}};
  const Config config = load_config(options, path);
  const Discovery found = discover({.paths = {path}, .base = config.base}, config);
  for (const FoundHistory& history : found.histories) {
    for (const SourceFile& file : history.files) {
      const bool named = is_same_file(file.path, path) || is_same_file(fs::path(file.path).parent_path().string(), path);
      if (named && is_frozen(file.state)) return file.name;
    }
  }
  return std::nullopt;
}

HookDecision deny_frozen(const std::string& migration) {
  return {.kind = HookDecision::Kind::deny,
          .text = fmt::format(
              "{} is committed: databases that have applied it will never see an edit of it, and the others will. Write a new migration that "
              "makes the further change (prisma migrate dev --create-only --name …). To take this edit back: git checkout -- the file.",
              migration)};
}

HookDecision judge_edit(const HookEvent& event) {
  const std::string& file = *event.file;
  if (fs::path(file).extension() != ".sql") return {};
  if (event.when == HookEvent::When::before) {
    const auto migration = frozen_migration(file);
    return migration ? deny_frozen(*migration) : HookDecision{};
  }
  std::error_code ignored;
  if (!fs::is_regular_file(file, ignored)) return {};
  const Verdict verdict = verdict_on({.arguments = {file}});
  if (verdict.report.empty()) return {};
  return {.kind = verdict.stop ? HookDecision::Kind::deny : HookDecision::Kind::advise, .text = verdict.report};
}

/// `git commit -a`, `git commit path`, `git add … && git commit`: what will be committed is not in the index yet.
bool commits_work_tree(const std::vector<std::string>& words, bool added_before) {
  if (added_before) return true;
  return std::any_of(words.begin() + 2, words.end(), [](const std::string& word) {
    const bool short_options = word.starts_with("-") && !word.starts_with("--");
    return word == "--all" || word == "--include" || word == "--only" || (short_options && word.find('a') != std::string::npos) ||
           word.ends_with(".sql");
  });
}

HookDecision judge_commit(bool of_work_tree) {
  const Verdict verdict = verdict_on({.staged = !of_work_tree});
  if (!verdict.stop) return {};
  return {.kind = HookDecision::Kind::deny, .text = "This commit is refused.\n" + verdict.report};
}

/// The user decides whether to fold; the agent must not start a second migration beside an uncommitted one.
HookDecision judge_new_migration() {
  const Options options;
  const Config config = load_config(options, "");
  for (const FoundHistory& history : discover({.base = config.base, .always_read = true}, config).histories) {
    if (!history.git || history.git->uncommitted.empty()) continue;
    return {.kind = HookDecision::Kind::ask,
            .text = fmt::format(
                "There is an uncommitted migration already: {}. Fold this change into it, or start a new one? Ask the user. To fold: undo it in the "
                "development database, change its SQL or make it again; `miglint status` says more.",
                history.git->uncommitted.back())};
  }
  return {};
}

/// Words that change or remove the files they name.
bool changes_files(const std::vector<std::string>& words) {
  constexpr std::array<std::string_view, 7> changing = {"rm", "mv", "tee", "truncate", "cp", "unlink", "patch"};
  if (std::ranges::find(changing, words[0]) != changing.end()) return true;
  const bool in_place = std::ranges::any_of(words, [](const std::string& word) { return word.starts_with("-i") || word == "--in-place"; });
  if ((words[0] == "sed" || words[0] == "perl") && in_place) return true;
  return words[0] == "git" && words.size() > 1 && (words[1] == "rm" || words[1] == "mv");
}

HookDecision judge_files(const SimpleCommand& command, const std::vector<std::string>& words) {
  std::vector<std::string> files = command.writes;
  if (!words.empty() && changes_files(words)) files.insert(files.end(), words.begin() + 1, words.end());
  for (const std::string& file : files) {
    if (file.starts_with("-") || file.starts_with("/dev/")) continue;
    if (const auto migration = frozen_migration(file)) return deny_frozen(*migration);
  }
  return {};
}

bool begins(const std::vector<std::string>& words, std::initializer_list<std::string_view> wanted) {
  return words.size() >= wanted.size() && std::equal(wanted.begin(), wanted.end(), words.begin());
}

HookDecision judge_simple_command(const SimpleCommand& command, bool& added) {
  const std::vector<std::string> words = unwrapped(command.words);
  if (words.size() == 2 && words[0] == "cd") {
    std::error_code ignored;
    fs::current_path(words[1], ignored);
    return {};
  }
  if (begins(words, {"git", "add"})) added = true;
  if (begins(words, {"git", "commit"})) return judge_commit(commits_work_tree(words, added));
  if (begins(words, {"prisma", "migrate", "dev"})) return judge_new_migration();
  return judge_files(command, words);
}

HookDecision judge_command(const std::string& line) {
  bool added = false;
  for (const SimpleCommand& command : simple_commands(line)) {
    const HookDecision decision = judge_simple_command(command, added);
    if (decision.kind != HookDecision::Kind::nothing) return decision;
  }
  return {};
}

HookDecision judge_end(const HookEvent& event) {
  if (event.is_second_stop) return {};
  const Verdict verdict = verdict_on({});
  if (!verdict.stop) return {};
  return {.kind = HookDecision::Kind::deny, .text = "A new migration of this repository stops.\n" + verdict.report};
}

HookDecision judge_event(const HookEvent& event) {
  if (!event.folder.empty()) fs::current_path(event.folder);
  if (event.when == HookEvent::When::end) return judge_end(event);
  if (event.when == HookEvent::When::before && event.command) return judge_command(*event.command);
  if (event.file && event.when != HookEvent::When::other) return judge_edit(event);
  return {};
}

}  // namespace

int hook(const Options& options) {
  const HookTool tool = tool_of(options);
  const HookEvent event = read_event(tool, std::string(std::istreambuf_iterator<char>(std::cin), {}));
  const std::string reply = answer(tool, event, judge_event(event));
  if (!reply.empty()) deliver({}, reply + "\n");
  return 0;
}

}  // namespace miglint
