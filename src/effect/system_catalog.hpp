#pragma once

#include "effect/context.hpp"

namespace miglint {

/// Fails (42501) where the change would alter one of PostgreSQL's own catalogs, or make a relation among
/// them: superusers may not do that either, unless allow_system_table_mods says so.
void spare_system_catalogs(Context& context, const Change& change);

}  // namespace miglint
