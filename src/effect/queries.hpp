#pragma once

#include "effect/context.hpp"

namespace miglint {

/// A relation that a data-modifying statement reads: false, and no claim, where nothing has its name. It may
/// be that of a WITH query.
bool is_read(Context& context, const RelationName& relation);

/// A query reads these relations: ACCESS SHARE on each, and unless it isn't run (`executed` false) each is
/// read. 42P01 where one is missing, but for `with_queries`: a name that nothing has may then be that of a
/// WITH query.
void read(Context& context, const QuerySummary& query, bool executed, bool with_queries = false);

}  // namespace miglint
