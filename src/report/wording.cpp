#include "report/wording.hpp"

#include <fmt/format.h>

#include "fix/choices.hpp"
#include "miglint/characters.hpp"
#include "miglint/frozen.hpp"
#include "report/sqlstate.hpp"

namespace miglint {

std::string counted(int number, std::string_view noun) {
  return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

std::string findings_in_words(const Counts& counts) {
  std::vector<std::string> parts;
  if (counts.errors > 0) parts.push_back(counted(counts.errors, "error"));
  if (counts.warnings > 0) parts.push_back(counted(counts.warnings, "warning"));
  if (counts.notes > 0) parts.push_back(counted(counts.notes, "note"));
  if (parts.empty()) parts.emplace_back("no findings");
  if (counts.suppressed > 0) parts.push_back(fmt::format("{} accepted", counts.suppressed));
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string failures_in_words(const std::vector<std::string>& sqlstates) {
  std::vector<std::string> parts;
  for (const std::string& sqlstate : sqlstates) {
    const std::string_view name = condition_name(sqlstate);
    parts.push_back(name.empty() ? sqlstate : fmt::format("{} ({})", sqlstate, name));
  }
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string lock_in_words(const Lock& lock) {
  const std::string_view who = blocks_reads(lock.mode)    ? " (reads and writes wait)"
                               : blocks_writes(lock.mode) ? " (writes wait)"
                                                          : "";
  return fmt::format("{} on {}{}", to_string(lock.mode), to_string(lock.relation), who);
}

std::string loss_in_words(std::string_view loss) {
  const auto colon = loss.find(':');
  const std::string_view kind = loss.substr(0, colon);
  const std::string_view name = colon == std::string_view::npos ? std::string_view() : loss.substr(colon + 1);
  if (kind == "table") return fmt::format("the table {} with its rows", name);
  if (kind == "column") return fmt::format("the column {} with its values", name);
  if (kind == "rows") return fmt::format("rows of {}", name);
  if (kind == "values") return fmt::format("values of {}", name);
  return std::string(loss);
}

bool needs_decision(const Finding& finding, const History& history) {
  if (finding.group == Group::history || finding.migration < 0) return true;
  return is_frozen(history.migrations.at(static_cast<std::size_t>(finding.migration)).source.state);
}

std::string how_to_allow(const Finding& finding, const History& history) {
  if (needs_decision(finding, history))
    return fmt::format("miglint accept {} --reason \"…\"", finding.fingerprint);
  return fmt::format("-- miglint: allow {}: <reason>", finding.rule);
}

std::vector<std::string> questions(const SaferPath& path) {
  std::vector<std::string> asked;
  for (const Need& need : path.needs)
    if (!need.sample_is_safe) asked.push_back(need.question);
  return asked;
}

std::string rule_url(std::string_view rule) {
  const RegisteredRule* entry = find_rule(rule);
  if (entry == nullptr) return {};
  return fmt::format("https://github.com/miglint/miglint/blob/main/rules/{}/{}.md", to_string(entry->group),
                     rule);
}

std::string fix_command(const Finding& finding, const SaferPath& path) {
  const std::string object = object_words(finding.object);
  const std::string about = finding.rule + (object.empty() ? "" : "@" + object);
  std::string command = fmt::format("miglint fix --choose {}", shell_word(about + "=" + path.key));
  return questions(path).empty() ? command + " --write" : command;
}

std::vector<MigrationVerdict> verdicts(const JudgedHistory& judged) {
  const std::vector<bool> stopped = stopped_migrations(judged);
  std::vector<MigrationVerdict> all(stopped.size());
  for (const Finding& finding : judged.result.findings) {
    if (finding.migration < 0) continue;
    MigrationVerdict& verdict = all.at(static_cast<std::size_t>(finding.migration));
    if (finding.severity == Severity::error) ++verdict.errors;
    if (finding.severity == Severity::warning) ++verdict.warnings;
    if (finding.severity == Severity::note) ++verdict.notes;
  }
  for (const Finding& finding : judged.result.suppressed) {
    if (finding.migration >= 0 && finding.severity > Severity::note)
      ++all.at(static_cast<std::size_t>(finding.migration)).accepted;
  }
  std::vector<MigrationVerdict> wanted;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!judged.result.migrations[i].judged) continue;
    all[i].migration = &judged.history.migrations[i];
    all[i].result = &judged.result.migrations[i];
    all[i].stop = stopped[i];
    wanted.push_back(all[i]);
  }
  return wanted;
}

static int not_understood(const Outcome& outcome) {
  int number = 0;
  for (const JudgedHistory& judged : outcome.histories)
    for (const MigrationResult& migration : judged.result.migrations)
      number += static_cast<int>(migration.not_understood.size());
  return number;
}

bool anything_not_understood(const Outcome& outcome) { return not_understood(outcome) > 0; }

std::string last_line(const Outcome& outcome) {
  const Counts counts = count(outcome);
  const std::string because =
      outcome.selection.empty() ? std::string() : fmt::format(" ({})", outcome.selection);
  if (counts.migrations == 0) return fmt::format("No migrations found: {}.", findings_in_words(counts));
  const int others = counts.migrations - counts.judged;
  const std::string audit = "`miglint check --all` judges all of them";
  if (counts.judged == 0) {
    return fmt::format("Nothing to judge among {}{}: {}; {}.", counted(counts.migrations, "migration"),
                       because, findings_in_words(counts), audit);
  }
  const int unknown = not_understood(outcome);
  const std::string judged =
      fmt::format("Judged {} of {}{}: {}.{}", counts.judged, counted(counts.migrations, "migration"), because,
                  findings_in_words(counts),
                  unknown == 0 ? "" : fmt::format(" Not understood: {}.", counted(unknown, "statement")));
  if (others == 0) return judged;
  return others == 1 ? fmt::format("{} One more was only replayed; {}.", judged, audit)
                     : fmt::format("{} The other {} were only replayed; {}.", judged, others, audit);
}

}  // namespace miglint
