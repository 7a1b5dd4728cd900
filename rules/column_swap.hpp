#pragma once

// Another type for a column of a large table: a new column is filled outside of migrations and takes the old
// one's place, with everything that the old one has.

#include <optional>

#include "path_steps.hpp"

namespace miglint {

/// Nothing where the column can't be left behind: of a key, of another table's or of a generated column, or
/// where something in the migration goes on with it.
std::optional<SaferPath> column_swap(const ChangeType& change, const Step& step);

}  // namespace miglint
