#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "miglint/source.hpp"

namespace miglint {

/// Text in place of a span; an empty span takes nothing away.
struct Replacement {
  Span span;
  std::string text;
};

/// The text with all edits made. They do not overlap; of two at one place the first comes first.
std::string edited(std::string_view text, std::vector<Replacement> edits);

/// With the line ends that `model` has: CRLF where its first line ends so.
std::string with_line_ends_of(std::string_view model, std::string text);

}  // namespace miglint
