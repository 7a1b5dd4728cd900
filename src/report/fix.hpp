#pragma once

#include <optional>
#include <string>

#include "miglint/finding.hpp"
#include "miglint/history.hpp"

namespace miglint {

/// Text that mends a finding by standing in for what it points at.
struct Fix {
  std::string description;  ///< what it does and what is left to do, one sentence or two
  std::string text;         ///< instead of the finding's span
};

/// The safer path, where it is no more than a word or two in the place that the finding points at and holds
/// however the file is run. Most safer paths are not: they take several migrations, or ask for a value that
/// nobody but the author knows.
std::optional<Fix> mechanical_fix(const Finding& finding, const History& history);

}  // namespace miglint
