#pragma once

#include "effect/context.hpp"

namespace miglint {

/// A DEFAULT that PostgreSQL refuses: it names columns, has no cast to the column's type (42804), or is a
/// literal the type can't read (22P02). `evaluated`: ADD COLUMN computes it at once, so that a string too
/// long for the column fails too.
void check_default(Context& context, const Expression& value, const TypeName& type, bool evaluated);

}  // namespace miglint
