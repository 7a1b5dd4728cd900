#pragma once

#include <optional>

#include "miglint/catalog.hpp"
#include "miglint/history.hpp"
#include "miglint/schema_drift.hpp"

namespace miglint {

/// `before`: the catalog without the migrations that are new; `after`: with them. nullopt where it can't be
/// told exactly.
std::optional<SchemaDrift> drift_of(const History& history, const Catalog& before, const Catalog& after);

}  // namespace miglint
