// JUnit's XML: a suite for each judged migration, a test case for each finding. What reaches the level that
// fails is a failure; what does not passes, with its text as output. A clean migration has a passing case, or
// dashboards show "no tests".

#include <fmt/ostream.h>

#include "report/each.hpp"
#include "report/report.hpp"
#include "report/terms.hpp"
#include "report/way_out.hpp"
#include "report/xml.hpp"

namespace miglint {

namespace {

struct Suite {
  std::string name;
  const MigrationResult* result = nullptr;  ///< none: the history's own
  std::vector<Placed> findings;

  int failures() const {
    int number = 0;
    for (const Placed& placed : findings) number += reaches(*placed.finding, placed.judged->fail_on) ? 1 : 0;
    return number;
  }
};

/// The history's own suite first, then one for each judged migration.
std::vector<Suite> suites_of(const JudgedHistory& judged, const std::vector<Place>& places) {
  std::vector<Suite> by_migration(judged.history.migrations.size());
  Suite whole{.name = judged.history.migrations_dir, .findings = {}};
  for (std::size_t i = 0; i < places.size(); ++i) {
    const Finding& finding = judged.result.findings[i];
    Suite& suite =
        finding.migration < 0 ? whole : by_migration.at(static_cast<std::size_t>(finding.migration));
    suite.findings.push_back({.judged = &judged, .finding = &finding, .place = places[i]});
  }
  std::vector<Suite> suites;
  if (!whole.findings.empty()) suites.push_back(std::move(whole));
  for (std::size_t i = 0; i < by_migration.size(); ++i) {
    if (!judged.result.migrations[i].judged && by_migration[i].findings.empty()) continue;
    by_migration[i].result = &judged.result.migrations[i];
    by_migration[i].name = judged.history.migrations[i].source.path;
    suites.push_back(std::move(by_migration[i]));
  }
  return suites;
}

void write_case(const Suite& suite, const Placed& placed, std::ostream& out) {
  const Finding& finding = *placed.finding;
  const std::string way = way_out_in_lines(finding);
  const std::string text =
      xml(fmt::format("{}:{}:{}: {}\n{}{}{}", finding.path, placed.place.begin.line,
                      placed.place.begin.column, finding.message, finding.why, way.empty() ? "" : "\n", way));
  fmt::print(out, "    <testcase name=\"{}\" classname=\"{}\" file=\"{}\" line=\"{}\">\n", xml(finding.rule),
             xml(suite.name), xml(finding.path), placed.place.begin.line);
  if (reaches(finding, placed.judged->fail_on)) {
    fmt::print(out, "      <failure type=\"{}\" message=\"{}\">{}</failure>\n", to_string(finding.severity),
               xml(finding.message), text);
  } else {
    fmt::print(out, "      <system-out>{}</system-out>\n", text);
  }
  out << "    </testcase>\n";
}

void write_suite(const Suite& suite, std::ostream& out) {
  const std::size_t tests = suite.findings.empty() ? 1 : suite.findings.size();
  fmt::print(out, "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\">\n", xml(suite.name),
             tests, suite.failures());
  if (suite.findings.empty()) {
    const bool understood = suite.result == nullptr || suite.result->not_understood.empty();
    fmt::print(out, "    <testcase name=\"{}\" classname=\"{}\"/>\n",
               understood ? "safe to commit" : "look first", xml(suite.name));
  }
  for (const Placed& placed : suite.findings) write_case(suite, placed, out);
  out << "  </testsuite>\n";
}

void write_file_error(const FileError& error, std::ostream& out) {
  fmt::print(out,
             "  <testsuite name=\"{0}\" tests=\"1\" failures=\"0\" errors=\"1\">\n    <testcase "
             "name=\"readable\" classname=\"{0}\">\n",
             xml(error.path));
  fmt::print(out, "      <error type=\"unreadable\" message=\"{}\"/>\n    </testcase>\n  </testsuite>\n",
             xml(error.message));
}

/// A passing case, with what to look at as its output.
void write_notice(const Notice& notice, std::ostream& out) {
  fmt::print(out,
             "  <testsuite name=\"{0}\" tests=\"1\" failures=\"0\" errors=\"0\">\n    <testcase "
             "name=\"review\" classname=\"{0}\" file=\"{0}\" line=\"{1}\">\n",
             xml(notice.path), notice.line);
  fmt::print(out, "      <system-out>{}</system-out>\n    </testcase>\n  </testsuite>\n",
             xml(notice.message));
}

}  // namespace

void report_junit(const Outcome& outcome, const ReportStyle&, std::ostream& out) {
  out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"miglint\">\n";
  for (const JudgedHistory& judged : outcome.histories) {
    for (const Suite& suite : suites_of(judged, places_of(judged.history, judged.result.findings)))
      write_suite(suite, out);
  }
  for (const Notice& notice : notices(outcome)) write_notice(notice, out);
  for (const FileError& error : outcome.errors) write_file_error(error, out);
  out << "</testsuites>\n";
}

}  // namespace miglint
