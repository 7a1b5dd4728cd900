#pragma once

// What every line of text passes on its way out, after it was worded, wrapped and coloured: only there is it
// known where a line begins.

#include <functional>
#include <string>
#include <string_view>

namespace miglint {

/// The line, unless a CI runner would obey it. `::error::…` is a command to GitHub's where it begins a line
/// (blanks aside), and gets an empty SQL comment before it, so that SQL stays SQL; `##[…`, `##vso[…` and
/// `##teamcity[…` are commands anywhere, and are pulled apart. GitLab's `section_start:` needs an escape
/// character and a carriage return, which no text of ours has.
std::string guarded_line(std::string line);

/// Of a whole text.
std::string guarded(std::string_view text);

/// The same of a text that comes in pieces.
class LineGuard {
 public:
  explicit LineGuard(std::function<void(std::string_view)> next) : next_(std::move(next)) {}

  void pass(std::string_view piece);
  /// Hands on the last line where it has no end.
  void finish();

 private:
  std::function<void(std::string_view)> next_;
  std::string line_;
};

}  // namespace miglint
