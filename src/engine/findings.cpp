#include "engine/findings.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>

#include "engine/fingerprint.hpp"
#include "miglint/tokens.hpp"

namespace miglint {

namespace {

int command_of(const Statement& statement, int change) { return change < 0 ? -1 : statement.changes[static_cast<std::size_t>(change)].command; }

bool has_several_commands(const Statement& statement) {
  return std::ranges::any_of(statement.changes, [&](const StatementChange& c) { return c.command != statement.changes.front().command; });
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
  if (report.span) finding.span = *report.span;
  Severity severity = report.severity.value_or(rule.entry->rule->severity);
  if (!rule.level && finding.group == Group::locks) severity = severity_by_size(severity, finding, config);
  finding.severity = configured_severity(rule, severity);
  return finding;
}

/// Locks belong to the statement as a whole: PostgreSQL takes them up front.
void add_effect(Finding& finding, const Effect& effect, const std::optional<std::vector<std::string>>& loses) {
  const auto concerned = [&](int change) { return finding.change < 0 || change == finding.change; };
  finding.locks = effect.locks;
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

/// In a DO block only what lies within the block's own text has a place.
Span span_of(const Draft& draft, const Migration& migration) {
  const Statement& outer = migration.statements[static_cast<std::size_t>(draft.finding.statement)];
  const Statement& statement = *draft.statement;
  const bool placed = statement.span.length() > 0 && statement.span.begin >= outer.span.begin && statement.span.end <= outer.span.end;
  if (!placed) return outer.span;
  if (draft.command < 0 || !has_several_commands(statement)) return statement.span;
  return command_span(migration, statement, draft.command);
}

bool same_command(const Draft& one, const Draft& other) {
  return one.statement == other.statement && one.statement && (one.command < 0 || other.command < 0 || one.command == other.command);
}

bool covers(const Draft& draft, const Draft& other, const History& history) {
  if (draft.finding.migration < 0 || draft.finding.migration != other.finding.migration) return false;
  const Migration& migration = history.migrations[static_cast<std::size_t>(draft.finding.migration)];
  return std::ranges::any_of(draft.covers, [&](const std::pair<int, int>& place) {
    const Statement& statement = migration.statements[static_cast<std::size_t>(place.first)];
    if (other.statement != &statement) return false;
    return place.second < 0 || other.command < 0 || command_of(statement, place.second) == other.command;
  });
}

bool is_more_specific(const Rule& rule, const Rule& other) {
  return std::ranges::any_of(rule.overrides, [&](std::string_view id) { return id == other.id || (id == "*" && rule.id != other.id); });
}

bool overrides(const Draft& draft, const Draft& other, const History& history) {
  if (&draft == &other || !is_more_specific(*draft.rule->rule, *other.rule->rule)) return false;
  return same_command(draft, other) || covers(draft, other, history);
}

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

Draft draft(const ActiveRule& rule, Report report, const History& history, const Effect* effect, const Config& config) {
  const std::optional<std::vector<std::string>> loses = std::move(report.loses);
  Draft made{.finding = finding_of(rule, report, config), .rule = rule.entry, .covers = std::move(report.covers)};
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
  std::vector<Finding> findings;
  std::map<std::string, int> seen;
  for (Draft& draft : drafts) {
    if (std::ranges::any_of(drafts, [&](const Draft& other) { return overrides(other, draft, history); })) continue;
    Finding finding = draft.finding;
    if (finding.migration >= 0) {
      const Migration& migration = history.migrations[static_cast<std::size_t>(finding.migration)];
      finding.migration_name = migration.source.name;
      if (finding.path.empty()) finding.path = migration.source.path;
      if (draft.statement && finding.span == Span{}) finding.span = span_of(draft, migration);
    }
    const std::string key = fingerprint_source(history, finding);
    const int repeat = seen[key]++;
    finding.fingerprint = hashed(repeat == 0 ? key : fmt::format("{}\n{}", key, repeat));
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace miglint
