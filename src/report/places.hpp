#pragma once

#include <string_view>
#include <vector>

#include "report/outcome.hpp"

namespace miglint {

/// Where a finding lies: 1-based lines and columns, in code points and in UTF-16 code units; `end` is one
/// past the last character.
struct Place {
  Position begin, end;
  Position begin_utf16, end_utf16;
};

/// The text that a finding without a migration points into: schema.prisma's; empty: it is about the whole
/// file.
std::string_view schema_text(const History& history, const Finding& finding);

/// The places of `result.findings` (or `result.suppressed`), one for each. One walk over each file's text,
/// whatever the number of findings and the length of its lines.
std::vector<Place> places_of(const History& history, const std::vector<Finding>& findings);

}  // namespace miglint
