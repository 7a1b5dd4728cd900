#pragma once

// What a migration's effects come to when it runs: who holds what since when, what its transactions make
// fail, and the worst moment for everybody else.

#include <span>
#include <string>
#include <vector>

#include "miglint/lint.hpp"

namespace miglint {

/// One entry a statement, in the order of the text; one for what could not be read too, with the index -1.
/// Failures that only the transaction brings are part of it: 25001 for what can't run in one, 55P04 for an
/// enum label of the same one.
std::vector<PlannedStatement> plan_of(const Migration& migration, std::span<const Effect> effects,
                                      std::span<const TransactionOf> transactions, int postgres);

/// The moment that hurts most, in one sentence: `users: reads and writes wait while audit_logs is scanned`.
std::string worst_moment(std::span<const PlannedStatement> plan);

}  // namespace miglint
