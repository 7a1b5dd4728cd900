#pragma once

// What the fuzzers that judge a history have in common: everything from its files to every report of it.

#include <array>
#include <sstream>
#include <utility>
#include <vector>

#include "engine/active_rules.hpp"
#include "parse/parser.hpp"
#include "report/plan.hpp"
#include "report/report.hpp"
#include "report/schema.hpp"

namespace miglint::fuzz {

inline SourceFile migration(std::size_t number, std::string text) {
  const std::string name = "2024010100000" + std::to_string(number) + "_fuzzed";
  return {.path = "migrations/" + name + "/migration.sql",
          .name = name,
          .migrations_dir = "migrations",
          .text = std::move(text),
          .sections = {}};
}

inline Outcome judge(std::vector<SourceFile> files) {
  History history;
  history.migrations_dir = "migrations";
  history.migrations = parse_all(std::move(files), 1);
  LintResult result = lint(history, Config{}, {}, {.keep_plan = true});
  Outcome outcome;
  outcome.histories.push_back({.history = std::move(history), .result = std::move(result)});
  for (const ActiveRule& rule : active_rules(Config{})) outcome.rules.push_back(rule.entry);
  return outcome;
}

inline void report_in_every_format(const Outcome& outcome) {
  constexpr std::array reporters{report_text,     report_concise, report_json,  report_sarif,
                                 report_github,   report_gitlab,  report_junit, report_checkstyle,
                                 report_markdown, report_agent,   plan_text,    plan_json,
                                 plan_markdown};
  for (const Reporter reporter : reporters) {
    std::ostringstream out;
    reporter(outcome, {.colour = true, .verbose = true}, out);
  }
}

}  // namespace miglint::fuzz
