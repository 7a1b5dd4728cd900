#pragma once

// Where reports go. A file is written beside its target and renamed over it, so that nothing half-written is
// ever left.

#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "cli/options.hpp"

namespace miglint {

/// A report asked for. An empty file means standard output.
struct Destination {
  std::string format;
  std::string file;
};

/// What --format and --output come to; text on standard output by default. Throws Error where two would share
/// standard output.
std::vector<Destination> destinations(const Options& options);

/// Writes all of the text, or throws Error and leaves an existing file as it was. A reader of standard output
/// that has gone away is no error.
void deliver(const Destination& destination, std::string_view text);
/// The same of what `print` prints, to standard output piece by piece: a report may have a hundred megabytes.
void deliver(const Destination& destination, const std::function<void(std::ostream&)>& print);

/// By --color, then NO_COLOR, FORCE_COLOR and TERM, then whether it is a terminal.
bool wants_colour(const Options& options, const Destination& destination);

}  // namespace miglint
