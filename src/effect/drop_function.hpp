#pragma once

#include "effect/context.hpp"

namespace miglint {

void drop_function(Context& context, const DropObject& change);

}  // namespace miglint
