#pragma once

#include <optional>

#include "analysis/analysis.hpp"

namespace miglint {

/// What the planner fails with when it computes the constants in an expression (clauses.c,
/// eval_const_expressions): a division by zero (22012), an integer out of range (22003). Branches of CASE,
/// COALESCE, AND and OR may never be computed, and are left out.
std::optional<Refusal> constant_failure(const Catalog& catalog, const Expression& expression);

}  // namespace miglint
