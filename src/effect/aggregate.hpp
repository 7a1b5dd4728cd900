#pragma once

#include "effect/context.hpp"

namespace miglint {

/// 42704, 42883: an aggregate's state type and the functions that it is made of.
bool aggregate_parts_are_there(Context& context, const CreateFunction& change);

}  // namespace miglint
