#pragma once

// What a condition comes to for one value in one column, as far as that can be told without a server.

#include <optional>
#include <string_view>

#include "miglint/expression.hpp"

namespace miglint {

/// Whether a row with this literal (`'a'`, `5`, `false`, NULL) in the column satisfies a CHECK; nothing:
/// other columns or functions decide too.
std::optional<bool> holds(const Expression& condition, std::string_view column, std::string_view literal);

}  // namespace miglint
