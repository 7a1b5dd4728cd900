// GitHub Actions' workflow commands. A step shows ten errors and ten warnings at most, so the worst come
// first and the last line says how many are missing. The log does not show a command's parameters: the place
// is repeated in the text.

#include <algorithm>
#include <fmt/ostream.h>
#include <map>

#include "report/clean.hpp"
#include "report/each.hpp"
#include "report/report.hpp"
#include "report/terms.hpp"
#include "report/way_out.hpp"
#include "report/wording.hpp"

namespace miglint {

namespace {

constexpr int most_of_a_level = 10;

/// Escapes as actions/toolkit does: data, and with `,` and `:` a property's value.
std::string escaped(std::string_view text, bool property) {
  std::string out;
  for (const char c : valid_utf8(text)) {
    if (c == '%' || c == '\r' || c == '\n' || (property && (c == ',' || c == ':'))) {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    } else {
      out += c;
    }
  }
  return out;
}

std::string_view command(Severity severity) {
  if (severity == Severity::error) return "error";
  return severity == Severity::warning ? "warning" : "notice";
}

/// The annotation stands at the place; the log, which does not, has it at the end.
std::string text_of(const Finding& finding, const std::string& place) {
  std::string text = finding.message;
  if (!finding.why.empty()) text += "\n" + finding.why;
  if (const std::string way = way_out_in_lines(finding); !way.empty()) text += "\n" + way;
  return fmt::format("{}\nAt: {}", text, place);
}

void annotate(const Placed& placed, const std::string& path, std::ostream& out) {
  const Finding finding = printable(*placed.finding);
  const Place& place = placed.place;
  const std::string where = fmt::format("{}:{}:{}", one_line(path), place.begin.line, place.begin.column);
  // GitHub refuses columns when the annotation spans lines.
  const std::string columns =
      place.begin.line == place.end.line && place.end_utf16.column > place.begin_utf16.column
          ? fmt::format(",col={},endColumn={}", place.begin_utf16.column, place.end_utf16.column)
          : std::string();
  fmt::print(out, "::{} file={},line={},endLine={}{},title={}::{}\n", command(finding.severity),
             escaped(one_line(path), true), place.begin.line, std::max(place.begin.line, place.end.line),
             columns, escaped(finding.rule, true), escaped(text_of(finding, where), false));
}

}  // namespace

void report_github(const Outcome& outcome, const ReportStyle&, std::ostream& out) {
  std::map<Severity, int> shown;
  int left_out = 0;
  for (const FileError& error : outcome.errors) {
    fmt::print(out, "::error file={},title=miglint::{}\n",
               escaped(one_line(repository_path(outcome, error.path)), true),
               escaped(fmt::format("{}: {}", one_line(error.path), one_line(error.message)), false));
    ++shown[Severity::error];
  }
  for (const Placed& placed : by_severity(placed_findings(outcome))) {
    if (++shown[placed.finding->severity] > most_of_a_level) {
      ++left_out;
      continue;
    }
    annotate(placed, repository_path(outcome, placed.finding->path), out);
  }
  for (const Notice& notice : notices(outcome)) {
    const std::string path = one_line(repository_path(outcome, notice.path));
    fmt::print(out, "::notice file={},line={},title=miglint::{}\n", escaped(path, true), notice.line,
               escaped(one_line(fmt::format("{}:{}: {}", path, notice.line, notice.message)), false));
  }
  if (left_out > 0) {
    fmt::print(out,
               "::notice title=miglint::{} more: a step shows ten of each level; the whole list is in the "
               "text and SARIF reports\n",
               counted(left_out, "finding"));
  }
  fmt::print(out, "{}\n", one_line(last_line(outcome)));
}

}  // namespace miglint
