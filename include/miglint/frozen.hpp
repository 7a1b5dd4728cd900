#pragma once

#include "miglint/source.hpp"

namespace miglint {

/// Somebody may have run it: a migration in this state is not edited any more.
bool is_frozen(State state);

}  // namespace miglint
