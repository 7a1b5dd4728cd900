#pragma once

#include "effect/context.hpp"

namespace miglint {

/// The WHERE of tables that are published: 42703, 42804, 0A000, …
bool row_filters_are_simple(Context& context, const std::vector<RowFilter>& filters);

}  // namespace miglint
