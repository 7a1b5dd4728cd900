#include "fix/proof.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <sstream>
#include <tuple>

#include "miglint/effect.hpp"
#include "miglint/rule.hpp"
#include "parse/parser.hpp"
#include "print/catalog.hpp"

namespace miglint {

namespace {

using Key = std::tuple<std::string, std::string, std::string, std::string, std::string>;

/// What a finding is about, wherever it stands: its place moves when its migration is rewritten.
Key key_of(const Finding& finding) {
  return {finding.rule, finding.object.schema, finding.object.table, finding.object.column,
          finding.object.name};
}

bool works_on_rows(const Statement& statement) {
  return std::ranges::any_of(statement.changes, [](const StatementChange& one) {
    return std::holds_alternative<Update>(one.change) || std::holds_alternative<Delete>(one.change) ||
           std::holds_alternative<Insert>(one.change);
  });
}

/// What stands around the answers in a statement of a path: the rest is whatever was chosen.
class Around {
 public:
  Around(std::string_view sql, const std::vector<std::string>& answers) : head_(sql) {
    std::size_t first = std::string_view::npos;
    std::size_t past = 0;
    for (const std::string& answer : answers) {
      if (answer.empty() || sql.find(answer) == std::string_view::npos) continue;
      first = std::min(first, sql.find(answer));
      past = std::max(past, sql.rfind(answer) + answer.size());
    }
    if (first == std::string_view::npos) return;
    head_ = sql.substr(0, first);
    tail_ = sql.substr(past);
  }

  bool fits(std::string_view sql) const {
    if (!tail_) return sql == head_;
    return sql.size() >= head_.size() + tail_->size() && sql.starts_with(head_) && sql.ends_with(*tail_);
  }

 private:
  std::string head_;
  std::optional<std::string> tail_;
};

bool stands_for(const Finding& finding, std::string_view rule) {
  const RegisteredRule* entry = find_rule(finding.rule);
  return entry != nullptr && std::ranges::find(entry->rule->overrides, rule) != entry->rule->overrides.end();
}

}  // namespace

std::set<std::string> facts_of(const Catalog& catalog) {
  std::ostringstream sql;
  print_catalog(catalog, sql);
  std::set<std::string> facts;
  std::istringstream lines(sql.str());
  std::string table;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("CREATE") && line.ends_with('(')) table = line.substr(0, line.size() - 2);
    if (line.ends_with(',')) line.pop_back();
    if (line.starts_with("  ")) line.replace(0, 2, table + ": ");
    if (!line.empty() && line != ");") facts.insert(line);
  }
  return facts;
}

std::vector<std::string> differences(const std::set<std::string>& promised,
                                     const std::set<std::string>& found) {
  std::vector<std::string> list;
  for (const std::string& fact : promised)
    if (!found.contains(fact)) list.push_back("- " + fact);
  for (const std::string& fact : found)
    if (!promised.contains(fact)) list.push_back("+ " + fact);
  return list;
}

bool foretells_failure(const Finding& finding) {
  return finding.severity == Severity::warning && !finding.fails.empty() && !finding.paths.empty();
}

bool is_gone(const Finding& finding, const std::vector<Finding>& before, const std::vector<Finding>& after,
             Severity fail_on) {
  const Severity level = std::min(finding.severity, fail_on);
  const auto alike = [&](const Finding& other) {
    return other.severity >= level && key_of(other) == key_of(finding) &&
           (!foretells_failure(finding) || !other.fails.empty());
  };
  return std::ranges::count_if(after, alike) < std::ranges::count_if(before, alike);
}

bool has_been_taken(const SaferPath& path, const Finding& finding, const History& history,
                    const Config& config) {
  if (finding.migration < 0) return false;
  std::vector<std::string_view> there;
  const auto index = static_cast<std::size_t>(finding.migration);
  for (std::size_t i = index == 0 ? 0 : index - 1; i <= index; ++i) {
    const Migration& migration = history.migrations[i];
    const bool whole = i < index || finding.statement < 0;
    const std::size_t most =
        whole ? migration.statements.size() : static_cast<std::size_t>(finding.statement);
    for (std::size_t s = 0; s < most; ++s) there.push_back(migration.sql(migration.statements[s]));
  }
  std::vector<std::string> answers;
  for (const Need& need : path.needs) {
    const auto answer = config.answers.find(need.name);
    answers.push_back(answer == config.answers.end() ? need.sample : answer->second);
  }
  bool any = false;
  for (const PathStep& step : path.steps) {
    if (step.place != PathStep::Place::before && step.place != PathStep::Place::here) continue;
    const Migration parsed = parse({.text = step.sql});
    for (const Statement& statement : parsed.statements) {
      if (!works_on_rows(statement)) continue;
      any = true;
      const Around around(parsed.sql(statement), answers);
      if (std::ranges::none_of(there, [&](std::string_view sql) { return around.fits(sql); })) return false;
    }
  }
  return any;
}

std::vector<const Finding*> brought(const std::vector<Finding>& before, const std::vector<Finding>& after,
                                    const Finding& mended, const SaferPath& path) {
  std::map<Key, Severity> known;
  for (const Finding& finding : before) {
    Severity& severity = known[key_of(finding)];
    severity = std::max(severity, finding.severity);
  }
  std::vector<const Finding*> fresh;
  for (const Finding& finding : after) {
    const auto same = known.find(key_of(finding));
    const bool was_there = same != known.end() && finding.severity <= same->second;
    const bool expected =
        std::ranges::find(path.leaves, std::string_view(finding.rule)) != path.leaves.end() ||
        stands_for(mended, finding.rule);
    const bool agreed = expected && finding.severity < Severity::error && !is_about_waiting(finding);
    if (finding.severity == Severity::note || was_there || agreed) continue;
    fresh.push_back(&finding);
  }
  std::ranges::stable_partition(fresh, [](const Finding* finding) { return !is_about_waiting(*finding); });
  return fresh;
}

bool is_about_waiting(const Finding& finding) {
  return finding.severity == Severity::warning &&
         (finding.group == Group::locks || finding.group == Group::transactions);
}

Ending run_later(Catalog catalog, int migration, const std::vector<std::string>& steps) {
  Ending ending;
  for (const std::string& sql : steps) {
    catalog.current_migration = migration++;
    begin_session(catalog);
    for (const Statement& statement : parse({.text = sql}).statements) {
      const Effect effect = effect_of(statement, catalog, catalog.postgres);
      if (effect.always_fails && !ending.refusal) ending.refusal = effect.always_fails->reason;
      replay(catalog, statement);
    }
  }
  ending.facts = facts_of(catalog);
  return ending;
}

}  // namespace miglint
