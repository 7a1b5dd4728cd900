// Checkstyle's XML, version 4.3: one <file> for each file with findings.

#include <fmt/ostream.h>

#include "report/each.hpp"
#include "report/report.hpp"
#include "report/terms.hpp"
#include "report/way_out.hpp"
#include "report/xml.hpp"

namespace miglint {

namespace {

std::string_view checkstyle_severity(Severity severity) {
  if (severity == Severity::error) return "error";
  return severity == Severity::warning ? "warning" : "info";
}

/// All that Checkstyle has room for: the hazard and the way out.
std::string message_with_way_out(const Finding& finding) {
  const std::string way = way_out_in_a_line(finding);
  return way.empty() ? finding.message : fmt::format("{}. {}", finding.message, way);
}

void write_error(const Placed& placed, std::ostream& out) {
  const Finding& finding = *placed.finding;
  fmt::print(out,
             "    <error line=\"{}\" column=\"{}\" severity=\"{}\" message=\"{}\" source=\"miglint.{}\"/>\n",
             placed.place.begin.line, placed.place.begin.column, checkstyle_severity(finding.severity),
             xml(message_with_way_out(finding)), xml(finding.rule));
}

}  // namespace

void report_checkstyle(const Outcome& outcome, const ReportStyle&, std::ostream& out) {
  out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n";
  const std::string* open = nullptr;
  for (const Placed& placed : placed_findings(outcome)) {
    const std::string& path = placed.finding->path;
    if (open == nullptr || *open != path) {
      if (open != nullptr) out << "  </file>\n";
      fmt::print(out, "  <file name=\"{}\">\n", xml(path));
      open = &path;
    }
    write_error(placed, out);
  }
  if (open != nullptr) out << "  </file>\n";
  for (const Notice& notice : notices(outcome)) {
    fmt::print(out,
               "  <file name=\"{}\">\n    <error line=\"{}\" severity=\"info\" message=\"{}\" "
               "source=\"miglint.review\"/>\n  </file>\n",
               xml(notice.path), notice.line, xml(notice.message));
  }
  for (const FileError& error : outcome.errors) {
    fmt::print(out,
               "  <file name=\"{}\">\n    <error line=\"1\" severity=\"error\" message=\"{}\" "
               "source=\"miglint.unreadable\"/>\n  </file>\n",
               xml(error.path), xml(error.message));
  }
  out << "</checkstyle>\n";
}

}  // namespace miglint
