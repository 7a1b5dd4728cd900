#include "cli/hook_judge.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <set>
#include <sstream>

#include "cli/judge.hpp"
#include "cli/protected.hpp"
#include "engine/directive.hpp"
#include "engine/suppress.hpp"
#include "miglint/runner_words.hpp"
#include "parse/parser.hpp"
#include "report/clean.hpp"
#include "report/report.hpp"
#include "report/wording.hpp"

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

/// One line a finding that somebody answers for.
std::string allowed(const Outcome& outcome) {
  std::string lines;
  for (const JudgedHistory& judged : outcome.histories) {
    for (const Finding& finding : judged.result.suppressed)
      lines += fmt::format("{} {}: {}\n", json_string(finding.migration_name), finding.rule,
                           json_string(finding.suppressed.value_or("")));
  }
  return lines;
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

/// What comments allow in a text, were it this file's.
std::vector<std::string> allowed_in(const std::string& file, const std::string& text) {
  return allowed_by_comments(parse({.path = file, .name = file, .text = text, .sections = {}}));
}

/// The findings that the outcome keeps back, by fingerprint.
std::set<std::string> kept_back(const Outcome& outcome) {
  std::set<std::string> fingerprints;
  for (const JudgedHistory& judged : outcome.histories) {
    for (const Finding& finding : judged.result.suppressed) fingerprints.insert(finding.fingerprint);
  }
  return fingerprints;
}

/// A comment allows what none allowed before: a new one, one that was widened or moved, or one whose
/// statement was replaced. Or there is something new for an old one (allow-file) to keep back.
bool allows_more(const std::string& file, const std::string& before, const std::string& after,
                 const Outcome& then, const Outcome& now) {
  const std::vector<std::string> allowed = allowed_in(file, after);
  if (allowed.empty()) return false;
  return !std::ranges::includes(allowed_in(file, before), allowed) ||
         !std::ranges::includes(kept_back(then), kept_back(now));
}

constexpr std::string_view way_out_of_a_refused_text =
    "Nothing was written, so there is no finding yet that `miglint accept` could record. When the user has "
    "agreed to the hazard, write the file again with the user's reason above the statement "
    "(-- miglint: allow RULE: reason): the user is then asked.\n";

/// `miglint accept` has nothing to accept yet.
std::string report_of_a_refused_text(const Outcome& outcome) {
  std::string text = agent_report(outcome);
  const std::string_view accept = " (miglint accept ID --reason \"…\")";
  if (const std::size_t at = text.rfind(accept); at != std::string::npos) text.erase(at, accept.size());
  return text;
}

/// The text that is about to be written is judged in its place. What stops there already may stay, so that a
/// file can be mended step by step.
HookDecision judge_new_text(const std::string& file, const std::string& before, const std::string& after) {
  const Outcome now = outcome_of({.arguments = {"-"}, .stdin_filename = file, .stdin_text = after});
  const Outcome then = before.empty() ? Outcome{} : outcome_of({.arguments = {file}});
  if (!std::ranges::includes(stopping(then), stopping(now))) {
    return {
        .kind = HookDecision::Kind::deny,
        .text = fmt::format("Not written: the migration would stop. Write it along the safer steps, or ask "
                            "the user.\n{}{}",
                            report_of_a_refused_text(now), way_out_of_a_refused_text)};
  }
  return allows_more(file, before, after, then, now)
             ? ask_about_decision("This edit allows a hazard with a comment in " + json_string(file))
             : HookDecision{};
}

/// In an edit that could not be placed, for one: what it would change can't be told, what it brings can.
bool writes_an_allow(const HookEvent& event) {
  return std::ranges::any_of(event.edits, [](const TextEdit& edit) {
    return mentions_directive(edit.after) && !mentions_directive(edit.before);
  });
}

HookDecision judge_before(const HookEvent& event, const std::string& file) {
  const std::string real = meant_path(fs::current_path().string(), file);  // a link may have any name
  Protection protection;
  const ProtectedFiles& repository = protection.around(fs::path(real).parent_path().string());
  auto found = std::ranges::find(repository.files, real, &ProtectedFile::path);
  const std::optional<ProtectedFile> is =
      found != repository.files.end() ? std::optional(*found) : protected_by_name(real);
  if (is) return decide_on("This edit", *is);
  if (fs::path(real).extension() != ".sql" || !is_migration(real)) return {};
  std::error_code ignored;
  const std::string before =
      fs::is_regular_file(real, ignored) ? read_file(real, max_file_bytes) : std::string();
  const auto after = event.files.size() == 1 ? text_after(event, before) : std::nullopt;
  if (after && *after == before && writes_an_allow(event))
    return ask_about_decision("This edit brings a comment that allows a hazard in " + json_string(file));
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
  if (!stops(outcome) && count(outcome).warnings == 0 && !anything_not_understood(outcome))
    return {.allowed = allowed(outcome)};
  return {.stop = stops(outcome), .report = agent_report(outcome), .allowed = allowed(outcome)};
}

HookDecision deny_frozen(const ProtectedFile& migration) {
  const std::string command = fmt::format("git checkout -- {}", shell_word(migration.path));
  const bool plain = path_in_prose(migration.path) == migration.path;
  return {
      .kind = HookDecision::Kind::deny,
      .text = fmt::format("{} is committed: databases that have applied it will never see an edit of it, "
                          "and the others will. Write a new migration that makes the further change ({}). To "
                          "take an edit of it back: {}",
                          json_string(migration.name), how_to_make(migration.layout),
                          plain ? command : json_string(command))};
}

HookDecision decide_on(const std::string& act, const ProtectedFile& file) {
  if (file.kind == ProtectedFile::Kind::migration) return deny_frozen(file);
  if (file.kind == ProtectedFile::Kind::decision)
    return ask_about_decision(act + " changes " + json_string(file.name));
  return {
      .kind = HookDecision::Kind::ask,
      .text = fmt::format("{} changes {}, where the hooks that judge migrations are called. Ask the user.",
                          act, json_string(file.name))};
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
