#pragma once

#include "effect/context.hpp"

namespace miglint {

/// What the change leaves of the statement's table, for the commands after it: `DROP CONSTRAINT k, ADD
/// PRIMARY KEY (id)` works, `ADD x, ADD x` does not.
void advance(Context& context, const Change& change);

}  // namespace miglint
