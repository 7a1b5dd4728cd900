#pragma once

#include "effect/context.hpp"

namespace miglint {

/// 55000: an UPDATE (or else a DELETE) of a published table without a replica identity, whatever its rows.
void replica_identity_is_there(Context& context, const Table& table, bool updates);

}  // namespace miglint
