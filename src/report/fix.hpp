#pragma once

#include <optional>
#include <string>

#include "miglint/finding.hpp"
#include "miglint/history.hpp"

namespace miglint {

/// Text that mends a finding.
struct Fix {
  std::string description;
  Span span;         ///< of the migration's file
  std::string text;  ///< instead of it
};

/// The first path that changes nothing but the migration's own text, ends as the statement meant and asks
/// for nothing. Most paths take several migrations, or a value that nobody but the author knows.
std::optional<Fix> mechanical_fix(const Finding& finding, const History& history);

}  // namespace miglint
