#pragma once

// Where reports go: the one place that everything said on standard output passes. A file is written beside
// its target and renamed over it, so that nothing half-written is ever left.

#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "cli/options.hpp"
#include "report/report.hpp"

namespace miglint {

/// A report asked for. An empty file means standard output.
struct Destination {
  std::string format;
  std::string file;
};

/// What --format and --output come to; text on standard output by default. A file named `-` is standard
/// output, too. Throws Error where two would share standard output or a file, however its path is spelt.
std::vector<Destination> destinations(const Options& options);

/// Writes what `print` prints, or throws Error and leaves an existing file as it was; to standard output
/// piece by piece, for a report may have a hundred megabytes. A reader of standard output that has gone away
/// is no error. No line comes out as a command to a CI runner, but for those that the format `github` means
/// to give.
void deliver(const Destination& destination, const std::function<void(std::ostream&)>& print);
void deliver(const Destination& destination, std::string_view text);

/// For people, on standard output: what is harmful in a terminal is shown instead, lines are guarded.
void print_text(std::string_view text);

/// A file that is no report gets these bytes exactly.
void replace_file(const std::string& file, std::string_view text);

/// What the options and the terminal make of it. On standard output text is as wide as the terminal (COLUMNS
/// goes first), within reason.
ReportStyle report_style(const Options& options, const Destination& destination);

/// By --color, then NO_COLOR, FORCE_COLOR and TERM, then whether it is a terminal.
bool wants_colour(const Options& options, const Destination& destination);

}  // namespace miglint
