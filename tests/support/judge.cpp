#include "support/judge.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "parse/parser.hpp"

namespace miglint {

namespace {

Migration read(const ExampleFile& file, bool judged, Layout layout) {
  SourceFile source{.path = fmt::format("migrations/{}/migration.sql", file.name),
                    .name = file.name,
                    .migrations_dir = "migrations",
                    .text = file.sql};
  source.state = judged ? State::untracked : State::outside_git;
  source.judged = judged;
  source.layout = layout;
  return parse(std::move(source));
}

}  // namespace

Judged judge(const std::vector<ExampleFile>& setup, const std::vector<ExampleFile>& files,
             const JudgeOptions& options) {
  Judged judged;
  judged.history.migrations_dir = "migrations";
  judged.history.layout = options.layout;
  judged.history.execution.modes = options.modes;
  std::vector<Migration> migrations;
  for (const ExampleFile& file : setup) migrations.push_back(read(file, false, options.layout));
  for (const ExampleFile& file : files) migrations.push_back(read(file, true, options.layout));
  judged.history.migrations = std::move(migrations);
  judged.result = lint(judged.history, options.config, options.decisions, {.keep_plan = options.keep_plan});
  return judged;
}

Judged judge(std::string_view setup, std::string_view sql, const JudgeOptions& options) {
  std::vector<ExampleFile> earlier;
  if (!setup.empty()) earlier.push_back({.name = "001_setup", .sql = std::string(setup)});
  return judge(earlier, {{.name = "002_change", .sql = std::string(sql)}}, options);
}

std::vector<std::string> Judged::findings() const {
  std::vector<std::string> names;
  for (const Finding& finding : result.findings) {
    const bool error = finding.severity == Severity::error;
    names.push_back(error ? finding.rule : fmt::format("{} ({})", finding.rule, to_string(finding.severity)));
  }
  return names;
}

bool Judged::has(std::string_view rule) const {
  return std::ranges::find(result.findings, rule, &Finding::rule) != result.findings.end();
}

const Finding& Judged::finding(std::string_view rule) const {
  const auto found = std::ranges::find(result.findings, rule, &Finding::rule);
  REQUIRE_MESSAGE(found != result.findings.end(), "no finding of ", std::string(rule));
  return *found;
}

JudgeOptions batch() { return {.modes = {RunMode::batch}}; }
JudgeOptions split() { return {.modes = {RunMode::split}}; }

}  // namespace miglint
