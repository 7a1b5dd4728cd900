// The whole of `check` and `plan` on arbitrary bytes, but for files and git: read, lower, replay, judge,
// report in every format. A line `-- file: NAME` starts the next migration, so that the fuzzer can make a
// history.

#include <array>
#include <cstdint>
#include <sstream>
#include <string>
#include <string_view>

#include "engine/active_rules.hpp"
#include "parse/parser.hpp"
#include "report/plan.hpp"
#include "report/report.hpp"

using namespace miglint;

namespace {

constexpr std::string_view separator = "-- file:";

std::vector<SourceFile> files_of(std::string_view bytes) {
  std::vector<SourceFile> files;
  while (true) {
    const std::size_t end = bytes.find(separator, 1);
    const std::string name = "2024010100000" + std::to_string(files.size()) + "_fuzzed";
    files.push_back({.path = "migrations/" + name + "/migration.sql",
                     .name = name,
                     .migrations_dir = "migrations",
                     .text = std::string(bytes.substr(0, end)),
                     .sections = {}});
    if (end == std::string_view::npos) return files;
    bytes.remove_prefix(end);
  }
}

Outcome judge(std::string_view bytes) {
  History history;
  history.migrations_dir = "migrations";
  history.migrations = parse_all(files_of(bytes), 1);
  LintResult result = lint(history, Config{}, {}, {.keep_plan = true});
  Outcome outcome;
  outcome.histories.push_back({.history = std::move(history), .result = std::move(result)});
  for (const ActiveRule& rule : active_rules(Config{})) outcome.rules.push_back(rule.entry);
  return outcome;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Outcome outcome = judge({reinterpret_cast<const char*>(data), size});
  constexpr std::array reporters{report_text,     report_concise, report_json,  report_sarif,
                                 report_github,   report_gitlab,  report_junit, report_checkstyle,
                                 report_markdown, report_agent,   plan_text,    plan_json,
                                 plan_markdown};
  for (const Reporter reporter : reporters) {
    std::ostringstream out;
    reporter(outcome, {.colour = true, .verbose = true}, out);
  }
  return 0;
}
