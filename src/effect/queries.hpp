#pragma once

#include "effect/context.hpp"

namespace miglint {

/// A query reads these relations: ACCESS SHARE on each, and unless it isn't run (`executed` false) each is read. 42P01 where one is missing.
void read(Context& context, const QuerySummary& query, bool executed);

}  // namespace miglint
