#include "cli/hook_judge.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fmt/format.h>
#include <set>
#include <sstream>

#include "cli/judge.hpp"
#include "miglint/characters.hpp"
#include "report/report.hpp"

namespace miglint {

namespace {

namespace fs = std::filesystem;

Outcome outcome_of(const Options& options) {
  Outcome outcome = judge(load(options, false), options);
  place(outcome, options);
  return outcome;
}

/// What `git commit -a` would not take along.
void leave_out_untracked(Outcome& outcome) {
  for (JudgedHistory& judged : outcome.histories) {
    const auto is_untracked = [&](int migration) {
      return migration >= 0 &&
             judged.history.migrations[static_cast<std::size_t>(migration)].source.state == State::untracked;
    };
    std::erase_if(judged.result.findings,
                  [&](const Finding& finding) { return is_untracked(finding.migration); });
    for (std::size_t i = 0; i < judged.result.migrations.size(); ++i) {
      if (is_untracked(static_cast<int>(i))) judged.result.migrations[i].judged = false;
    }
  }
}

std::string agent_report(const Outcome& outcome) {
  std::ostringstream text;
  report_agent(outcome, {}, text);
  return std::move(text).str();
}

bool is_frozen(State state) {
  constexpr std::array frozen = {State::modified, State::deleted, State::committed, State::pushed,
                                 State::on_base};
  return std::ranges::find(frozen, state) != frozen.end();
}

fs::path canonical(const fs::path& path) {
  std::error_code ignored;
  return fs::weakly_canonical(path, ignored);
}

bool is_below(const fs::path& file, const fs::path& folder) {
  return std::mismatch(folder.begin(), folder.end(), file.begin(), file.end()).first == folder.end();
}

/// The file is a migration of a folder of them, or will be: other SQL is nobody's business here, though
/// `check FILE` would judge it.
bool is_migration(const std::string& path) {
  const fs::path file = canonical(path);
  if (file.filename() == "migration.sql" && file.parent_path().parent_path().filename() == "migrations")
    return true;
  const std::string root = root_around(file.parent_path().string());
  const Config config = load_config({}, path);
  const Discovery found =
      discover({.paths = {root.empty() ? "." : root}, .base = config.base, .lenient_base = true}, config);
  return std::ranges::any_of(found.histories, [&](const FoundHistory& history) {
    const fs::path folder = canonical(history.migrations_dir);
    if (history.layout == Layout::prisma)
      return file.filename() == "migration.sql" && file.parent_path().parent_path() == folder;
    return is_below(file, folder);
  });
}

/// What stops in an outcome, by fingerprint.
std::set<std::string> stopping(const Outcome& outcome) {
  std::set<std::string> fingerprints;
  for (const JudgedHistory& judged : outcome.histories) {
    for (const Finding& finding : judged.result.findings) {
      if (reaches(finding, judged.fail_on)) fingerprints.insert(finding.fingerprint);
    }
  }
  return fingerprints;
}

int count_allows(std::string_view text) {
  int number = 0;
  for (auto at = text.find("miglint: allow"); at != std::string_view::npos;
       at = text.find("miglint: allow", at + 1))
    ++number;
  return number;
}

/// The text that is about to be written is judged in its place. What stops there already may stay, so that a
/// file can be mended step by step.
HookDecision judge_new_text(const std::string& file, const std::string& before, const std::string& after) {
  const Outcome now = outcome_of({.arguments = {"-"}, .stdin_filename = file, .stdin_text = after});
  const bool allows_more = count_allows(after) > count_allows(before);
  const std::set<std::string> old =
      before.empty() ? std::set<std::string>() : stopping(outcome_of({.arguments = {file}}));
  const std::set<std::string> stops = stopping(now);
  const bool adds =
      std::ranges::any_of(stops, [&](const std::string& fingerprint) { return !old.contains(fingerprint); });
  if (adds) {
    return {
        .kind = HookDecision::Kind::deny,
        .text = "Not written: the migration would stop. Write it along the safer steps, or ask the user.\n" +
                agent_report(now)};
  }
  return allows_more
             ? ask_about_decision("This edit allows a hazard with a comment in " + path_in_prose(file))
             : HookDecision{};
}

HookDecision judge_before(const HookEvent& event, const std::string& file) {
  if (holds_decisions(file))
    return ask_about_decision("This edit changes " + path_in_prose(fs::path(file).filename().string()));
  if (fs::path(file).extension() != ".sql" || !is_migration(file)) return {};
  if (const auto migration = frozen_migration(file, false)) return deny_frozen(*migration);
  std::error_code ignored;
  const std::string before = fs::is_regular_file(file, ignored) ? read_file(file) : std::string();
  const auto after = event.files.size() == 1 ? text_after(event, before) : std::nullopt;
  return after && *after != before ? judge_new_text(file, before, *after) : HookDecision{};
}

HookDecision judge_after(const std::string& file) {
  std::error_code ignored;
  if (fs::path(file).extension() != ".sql" || !fs::is_regular_file(file, ignored) || !is_migration(file))
    return {};
  const HookVerdict verdict = verdict_on({.arguments = {file}});
  if (verdict.report.empty()) return {};
  return {.kind = verdict.stop ? HookDecision::Kind::deny : HookDecision::Kind::advise,
          .text = verdict.report};
}

}  // namespace

HookVerdict verdict_on(const Options& options, bool tracked) {
  Outcome outcome = outcome_of(options);
  if (tracked) leave_out_untracked(outcome);
  if (!stops(outcome) && count(outcome).warnings == 0) return {};
  return {.stop = stops(outcome), .report = agent_report(outcome)};
}

std::optional<std::string> frozen_migration(const std::string& path, bool below) {
  std::error_code ignored;
  if (!fs::exists(path, ignored)) return std::nullopt;
  const fs::path named = canonical(path);
  const Config config = load_config({.arguments = {path}}, path);
  for (const FoundHistory& history :
       discover({.paths = {path}, .base = config.base, .lenient_base = true}, config).histories) {
    for (const SourceFile& migration : history.files) {
      const fs::path file = canonical(migration.path);
      const bool hit = file == named || (history.layout == Layout::prisma && file.parent_path() == named) ||
                       (below && is_below(file, named));
      if (hit && is_frozen(migration.state)) return migration.name;
    }
  }
  return std::nullopt;
}

HookDecision deny_frozen(const std::string& migration) {
  return {.kind = HookDecision::Kind::deny,
          .text = fmt::format("{} is committed: databases that have applied it will never see an edit of it, "
                              "and the others will. Write a new migration that "
                              "makes the further change (prisma migrate dev --create-only --name …). To take "
                              "an edit of it back: git checkout -- the file.",
                              path_in_prose(migration))};
}

bool holds_decisions(const std::string& path) {
  const std::string name = fs::path(path).filename().string();
  return name == ".miglint.yaml" || name == ".miglint-decisions.yaml";
}

HookDecision ask_about_decision(const std::string& what) {
  return {.kind = HookDecision::Kind::ask,
          .text = what +
                  ". Whether a hazard is acceptable is the user's to decide: show the finding and the "
                  "reason, and let the user answer."};
}

HookDecision judge_edit(const HookEvent& event) {
  for (const std::string& file : event.files) {
    const HookDecision decision =
        event.when == HookEvent::When::before ? judge_before(event, file) : judge_after(file);
    if (decision.kind != HookDecision::Kind::nothing) return decision;
  }
  return {};
}

}  // namespace miglint
