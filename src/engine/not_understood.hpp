#pragma once

#include <vector>

#include "miglint/lint.hpp"

namespace miglint {

/// Adds what of a statement nobody could foresee: SQL that is put together at run time, functions whose deeds
/// are not known, statements without a model. `before`: the catalog that the statement finds.
void add_not_understood(std::vector<NotUnderstood>& into, const Migration& migration,
                        const Statement& statement, const Catalog& before);

}  // namespace miglint
