#pragma once

// The formats. Each is one function over plain data, in a file of its own; same outcome, same bytes.

#include <ostream>
#include <string_view>

#include "report/outcome.hpp"

namespace miglint {

/// How a report for people looks. What only text has is ignored elsewhere.
struct ReportStyle {
  bool colour = false;
  bool quiet = false;           ///< findings only
  bool verbose = false;         ///< all that there is to say, of every migration judged
  int width = 100;              ///< columns that text is wrapped at; SQL and commands never are
  bool wraps_messages = false;  ///< as well: in a terminal; elsewhere a message is a line to be searched for
  bool links = false;           ///< the terminal knows hyperlinks
  bool statistics = false;      ///< how often each rule speaks, instead of the findings
  /// what could not be read was said where the reader sees it, too
  bool errors_are_told = false;
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
