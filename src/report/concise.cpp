// One line a finding, as compilers write them: editors click it, .github/miglint-matcher.json matches it.

#include <fmt/ostream.h>

#include "report/clean.hpp"
#include "report/each.hpp"
#include "report/report.hpp"
#include "report/terms.hpp"

namespace miglint {

void report_concise(const Outcome& outcome, const ReportStyle&, std::ostream& out) {
  for (const Placed& placed : placed_findings(outcome)) {
    const Finding& finding = *placed.finding;
    fmt::print(out, "{}:{}:{}: {} {} {}\n", one_line(finding.path), placed.place.begin.line,
               placed.place.begin.column, to_string(finding.severity), finding.rule,
               one_line(finding.message));
  }
  for (const Notice& notice : notices(outcome))
    fmt::print(out, "{}:{}:1: note review {}\n", one_line(notice.path), notice.line,
               one_line(notice.message));
  for (const FileError& error : outcome.errors)
    fmt::print(out, "{}:1:1: error unreadable {}\n", one_line(error.path), one_line(error.message));
}

}  // namespace miglint
