#pragma once

#include <optional>

#include "miglint/catalog.hpp"

namespace miglint {

/// What a DO block's IF comes to, asked of the catalog instead of pg_catalog and information_schema; nothing
/// when the catalog can't tell (rows, settings, what is not replayed).
std::optional<bool> evaluate(const Catalog& catalog, const Expression& condition);

}  // namespace miglint
