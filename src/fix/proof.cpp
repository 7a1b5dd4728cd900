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

bool is_gone(const Finding& finding, const std::vector<Finding>& before, const std::vector<Finding>& after,
             Severity fail_on) {
  const Severity level = std::min(finding.severity, fail_on);
  const auto alike = [&](const Finding& other) {
    return other.severity >= level && key_of(other) == key_of(finding);
  };
  return std::ranges::count_if(after, alike) < std::ranges::count_if(before, alike);
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
