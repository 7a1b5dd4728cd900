#pragma once

#include "effect/context.hpp"

namespace miglint {

/// What parse analysis says of the expressions and queries in the change, where it refuses one. Queries and
/// USING are analysed before anything is done, what defines a table, a domain or a function after it.
void check_queries(Context& context, const Change& change);
void check_definitions(Context& context, const Change& change);

}  // namespace miglint
