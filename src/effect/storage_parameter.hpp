#pragma once

// WITH (…) and SET (…): which storage parameters there are, and what they may be (reloptions.c).

#include "effect/context.hpp"

namespace miglint {

enum class Parameterised { table, partitioned_table, index, column };

/// 22023 for what there is not, or is out of bounds. `method` is an index's.
bool parameters_are_valid(Context& context, const std::vector<StorageParameter>& parameters,
                          Parameterised what, std::string_view method = {});

}  // namespace miglint
