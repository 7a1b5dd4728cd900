#include "engine/findings.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <map>
#include <unordered_map>

#include "engine/fingerprint.hpp"
#include "miglint/tokens.hpp"

namespace miglint {

namespace {

constexpr int whole_statement = -1;

int command_of(const Statement& statement, int change) {
  return change < 0 ? whole_statement : statement.changes[static_cast<std::size_t>(change)].command;
}

bool has_several_commands(const Statement& statement) {
  return std::ranges::any_of(statement.changes, [&](const StatementChange& c) {
    return c.command != statement.changes.front().command;
  });
}

/// A path without a key of its own gets the letter of its place.
std::vector<SaferPath> with_keys(std::vector<SaferPath> paths) {
  char letter = 'a';
  for (SaferPath& path : paths) {
    if (path.key.empty()) path.key = letter;
    ++letter;
  }
  return paths;
}

/// The paths as one list: what readers of JSON had before there were paths.
std::vector<SaferStep> flat(const std::vector<SaferPath>& paths) {
  std::vector<SaferStep> steps;
  for (const SaferPath& path : paths) {
    for (std::size_t i = 0; i < path.steps.size(); ++i) {
      const PathStep& step = path.steps[i];
      steps.push_back(
          {.text = i > 0 ? step.text : fmt::format("({}) {}: {}", path.key, path.title, step.text),
           .sql = step.sql});
    }
  }
  return steps;
}

Finding finding_of(const ActiveRule& rule, Report& report, const Config& config) {
  Finding finding{.rule = std::string(rule.entry->rule->id),
                  .group = rule.entry->group,
                  .message = std::move(report.message),
                  .path = std::move(report.path),
                  .migration = report.migration,
                  .statement = report.statement,
                  .object = std::move(report.object),
                  .fails = std::move(report.fails),
                  .why = std::move(report.why),
                  .safer = std::move(report.safer),
                  .check_first = std::move(report.check_first),
                  .related = std::move(report.related),
                  .migration_name = std::move(report.migration_name),
                  .identity = std::move(report.identity),
                  .change = report.change};
  finding.paths = with_keys(std::move(report.paths));
  if (!finding.paths.empty()) {
    std::vector<SaferStep> steps = flat(finding.paths);
    finding.safer.insert(finding.safer.begin(), std::move_iterator(steps.begin()),
                         std::move_iterator(steps.end()));
  }
  if (report.span) finding.span = *report.span;
  Severity severity = report.severity.value_or(rule.entry->rule->severity);
  if (!rule.level && finding.group == Group::locks) severity = severity_by_size(severity, finding, config);
  finding.severity = configured_severity(rule, severity);
  return finding;
}

/// DROP TABLE of four thousand tables is a finding for each, and each would list all of the
/// locks: it lists its own, and some.
constexpr std::size_t most_locks = 100;

/// Locks belong to the statement as a whole: PostgreSQL takes them up front.
void add_effect(Finding& finding, const Effect& effect,
                const std::optional<std::vector<std::string>>& loses) {
  const auto concerned = [&](int change) { return finding.change < 0 || change == finding.change; };
  const auto is_own = [&](const Lock& lock) { return lock.relation.name == finding.object.table; };
  if (effect.locks.size() <= most_locks) {
    finding.locks = effect.locks;
  } else {
    std::ranges::copy_if(effect.locks, std::back_inserter(finding.locks), is_own);
    for (std::size_t i = 0; finding.locks.size() < most_locks; ++i) {
      if (!is_own(effect.locks[i])) finding.locks.push_back(effect.locks[i]);
    }
  }
  for (const Work& work : effect.rewrites) {
    if (concerned(work.change)) finding.rewrites.push_back(to_string(work.relation));
  }
  if (loses) {
    finding.loses = *loses;
    return;
  }
  for (const Loss& loss : effect.losses) {
    if (concerned(loss.change)) finding.loses.push_back(to_string(loss));
  }
}

void add_object(Finding& finding, const Statement& statement, const Catalog& before) {
  if (!finding.object.table.empty() || !finding.object.name.empty() || statement.target.empty()) return;
  const RelationName target = before.resolve(statement.target);
  finding.object.schema = target.schema;
  finding.object.table = target.name;
}

/// Findings come statement by statement, and a statement may have thousands.
class CommandSpans {
 public:
  Span of(const Migration& migration, const Statement& statement, int command) {
    if (statement_ != &statement) spans_ = command_spans(migration, statement);
    statement_ = &statement;
    return command < std::ssize(spans_) ? spans_[static_cast<std::size_t>(command)] : statement.span;
  }

 private:
  const Statement* statement_ = nullptr;
  std::vector<Span> spans_;
};

/// In a DO block only what lies within the block's own text has a place.
Span span_of(const Draft& draft, const Migration& migration, CommandSpans& commands) {
  const Statement& outer = migration.statements[static_cast<std::size_t>(draft.finding.statement)];
  const Statement& statement = *draft.statement;
  const bool placed = statement.span.length() > 0 && statement.span.begin >= outer.span.begin &&
                      statement.span.end <= outer.span.end;
  if (!placed) return outer.span;
  if (draft.command < 0 || !has_several_commands(statement)) return statement.span;
  return commands.of(migration, statement, draft.command);
}

bool is_more_specific(const Rule& rule, const Rule& other) {
  return std::ranges::any_of(rule.overrides, [&](std::string_view id) {
    return id == other.id || (id == "*" && rule.id != other.id);
  });
}

/// Which drafts stay, for nothing more specific speaks of the same command.
class Overriding {
 public:
  explicit Overriding(const std::vector<Draft>& drafts, const History& history)
      : drafts_(drafts), overridden_(drafts.size()) {
    for (std::size_t i = 0; i < drafts.size(); ++i) {
      if (drafts[i].statement) places_[drafts[i].statement][drafts[i].command].push_back(i);
    }
    for (const Draft& draft : drafts) {
      if (draft.rule->rule->overrides.front().empty()) continue;
      override_at(draft, draft.statement, draft.command);
      override_covered(draft, history);
    }
  }

  bool overridden(std::size_t draft) const { return overridden_[draft]; }

 private:
  void override_covered(const Draft& draft, const History& history) {
    if (draft.finding.migration < 0) return;
    const Migration& migration = history.migrations[static_cast<std::size_t>(draft.finding.migration)];
    for (const auto& [index, change] : draft.covers) {
      const Statement& statement = migration.statements[static_cast<std::size_t>(index)];
      override_at(draft, &statement, command_of(statement, change));
    }
  }

  /// At a command, and at the statement as a whole; where no command is named, at all of the statement's.
  void override_at(const Draft& by, const Statement* statement, int command) {
    const auto found = places_.find(statement);
    if (found == places_.end()) return;
    const std::map<int, std::vector<std::size_t>>& commands = found->second;
    if (command < 0) {
      for (const auto& [at, there] : commands) override_these(by, there);
      return;
    }
    for (const int at : {whole_statement, command}) {
      if (const auto there = commands.find(at); there != commands.end()) override_these(by, there->second);
    }
  }

  void override_these(const Draft& by, const std::vector<std::size_t>& drafts) {
    for (const std::size_t i : drafts) {
      if (&drafts_[i] != &by && is_more_specific(*by.rule->rule, *drafts_[i].rule->rule))
        overridden_[i] = true;
    }
  }

  const std::vector<Draft>& drafts_;
  /// by statement and command
  std::unordered_map<const Statement*, std::map<int, std::vector<std::size_t>>> places_;
  std::vector<bool> overridden_;
};

}  // namespace

Draft draft(const ActiveRule& rule, Report report, const Step& step, const Config& config) {
  if (report.change < 0) report.change = step.change;
  report.migration = step.migration_index;
  report.statement = step.index;
  const std::optional<std::vector<std::string>> loses = std::move(report.loses);
  Draft made{.finding = finding_of(rule, report, config),
             .rule = rule.entry,
             .statement = &step.statement,
             .command = command_of(step.statement, report.change),
             .covers = std::move(report.covers)};
  add_effect(made.finding, step.effect, loses);
  add_object(made.finding, step.statement, step.before);
  return made;
}

Draft draft(const ActiveRule& rule, Report report, const History& history, const Effect* effect,
            const Config& config) {
  const std::optional<std::vector<std::string>> loses = std::move(report.loses);
  Draft made{
      .finding = finding_of(rule, report, config), .rule = rule.entry, .covers = std::move(report.covers)};
  if (made.finding.migration >= 0 && made.finding.statement >= 0) {
    const Migration& migration = history.migrations[static_cast<std::size_t>(made.finding.migration)];
    made.statement = &migration.statements[static_cast<std::size_t>(made.finding.statement)];
    made.command = command_of(*made.statement, made.finding.change);
  }
  if (effect) {
    add_effect(made.finding, *effect, loses);
  } else if (loses) {
    made.finding.loses = *loses;
  }
  return made;
}

std::vector<Finding> settle_drafts(std::vector<Draft> drafts, const History& history) {
  const Overriding overriding(drafts, history);
  std::vector<Finding> findings;
  Fingerprints fingerprints(history);
  CommandSpans commands;
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    if (overriding.overridden(i)) continue;
    const Draft& draft = drafts[i];
    Finding& finding = drafts[i].finding;
    if (finding.migration >= 0) {
      const Migration& migration = history.migrations[static_cast<std::size_t>(finding.migration)];
      finding.migration_name = migration.source.name;
      if (finding.path.empty()) finding.path = migration.source.path;
      if (draft.statement && finding.span == Span{}) finding.span = span_of(draft, migration, commands);
    }
    finding.fingerprint = fingerprints.of(finding);
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace miglint
