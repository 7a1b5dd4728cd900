#pragma once

// Colours and line breaking for people's terminals.

#include <string>
#include <string_view>
#include <vector>

namespace miglint {

/// Wraps text in escape codes, or leaves it as it is where there are no colours.
class Palette {
 public:
  explicit Palette(bool colour, bool links = false) : colour_(colour), links_(links) {}

  std::string bold(std::string_view text) const { return in("1", text); }
  std::string dim(std::string_view text) const { return in("2", text); }
  std::string red(std::string_view text) const { return in("1;31", text); }
  std::string yellow(std::string_view text) const { return in("1;33", text); }
  std::string green(std::string_view text) const { return in("1;32", text); }
  std::string blue(std::string_view text) const { return in("1;34", text); }
  std::string cyan(std::string_view text) const { return in("36", text); }
  /// A hyperlink (OSC 8), where the terminal has them.
  std::string link(std::string_view url, std::string_view text) const;

 private:
  std::string in(std::string_view code, std::string_view text) const;
  bool colour_;
  bool links_;
};

/// The columns a terminal gives the text: two for wide characters, none for combining ones. The text must be
/// cleaned UTF-8.
int display_width(std::string_view text);

/// The text broken at blanks into lines of at most `width` columns; its own line feeds stay. A word longer
/// than that has a line of its own.
std::vector<std::string> wrapped(std::string_view text, int width);

}  // namespace miglint
