#pragma once

// The formats. Each is one function over plain data, in a file of its own; same outcome, same bytes.

#include <ostream>
#include <string_view>

#include "report/outcome.hpp"

namespace miglint {

/// How a report for people looks. What only text has is ignored elsewhere.
struct ReportStyle {
  bool colour = false;
  bool quiet = false;    ///< findings only
  bool verbose = false;  ///< every migration judged
};

using Reporter = void (*)(const Outcome&, const ReportStyle&, std::ostream&);

void report_text(const Outcome& outcome, const ReportStyle& style, std::ostream& out);
void report_concise(const Outcome& outcome, const ReportStyle& style, std::ostream& out);
void report_json(const Outcome& outcome, const ReportStyle& style, std::ostream& out);
void report_sarif(const Outcome& outcome, const ReportStyle& style, std::ostream& out);
void report_github(const Outcome& outcome, const ReportStyle& style, std::ostream& out);
void report_gitlab(const Outcome& outcome, const ReportStyle& style, std::ostream& out);
void report_junit(const Outcome& outcome, const ReportStyle& style, std::ostream& out);
void report_checkstyle(const Outcome& outcome, const ReportStyle& style, std::ostream& out);
void report_markdown(const Outcome& outcome, const ReportStyle& style, std::ostream& out);
void report_agent(const Outcome& outcome, const ReportStyle& style, std::ostream& out);

/// null when there is no format of this name.
Reporter find_reporter(std::string_view format);

}  // namespace miglint
