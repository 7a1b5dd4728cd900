// judged/*.sql: an earlier migration, and migrations of one line, each judged alone after it. Below a line
// stands what is found: severity, rule, the SQLSTATEs that rows can raise, the message; then why, the paths
// (or the advice's SQL, where there is none), the query to run before, and other places that matter.
//
// To write the files anew: MIGLINT_UPDATE=1 build/dev/tests/miglint_tests --source-file='*judged_test.cpp'.
// Read the difference like prose.

#include <doctest/doctest.h>
#include <filesystem>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sstream>
#include <string>

#include "support/golden.hpp"
#include "support/judge.hpp"

namespace miglint {

static std::string one_line(std::string text) {
  for (char& c : text)
    if (c == '\n') c = ' ';
  return text;
}

static std::string printed(const Finding& finding) {
  std::string text =
      fmt::format("-- {} {}{}{}: {}\n", to_string(finding.severity), finding.rule,
                  finding.fails.empty() ? "" : " ", fmt::join(finding.fails, " "), one_line(finding.message));
  text += "--   why: " + one_line(finding.why) + "\n";
  for (const SaferPath& path : finding.paths)
    text += fmt::format("--   path {}: {} [{}]\n", path.key, one_line(path.title), one_line(path.result));
  for (const SaferStep& step : finding.safer)
    if (!step.sql.empty() && finding.paths.empty()) text += "--   safer: " + one_line(step.sql) + "\n";
  if (!finding.check_first.empty()) text += "--   before: " + one_line(finding.check_first) + "\n";
  for (const Related& other : finding.related)
    text += fmt::format("--   {}:{}: {}\n", other.path, other.line, one_line(other.message));
  return text;
}

/// The file as it should read.
static std::string judged_file(const std::string& text) {
  static const std::string begin_of_migrations = "-- Migrations\n";
  const std::size_t end_of_setup = text.find(begin_of_migrations) + begin_of_migrations.size();
  const std::string setup = text.substr(0, end_of_setup);
  std::string result = setup;
  std::istringstream lines(text.substr(end_of_setup));
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("--")) continue;
    result += line + "\n";
    const Judged judged = judge(setup, line);
    for (const Finding& finding : judged.result.findings) result += printed(finding);
  }
  return result;
}

TEST_SUITE("engine: judged migrations") {
  TEST_CASE("each line alone") {
    const std::string folder = "tests/engine/judged";
    for (const auto& entry :
         std::filesystem::directory_iterator(std::string(MIGLINT_SOURCE_DIR) + "/" + folder)) {
      const std::string path = folder + "/" + entry.path().filename().string();
      CAPTURE(path);
      CHECK(matches_golden(path, judged_file(read_text(entry.path().string()))));
    }
  }
}

}  // namespace miglint
