#pragma once

// An expression as pg_get_expr would give it back.

#include <optional>
#include <string>

#include "miglint/catalog.hpp"

namespace miglint {

/// `(now() + '1 day'::interval)`, `timezone('utc'::text, now())`, as the default of a column of this type;
/// nullopt: of more kinds than these few defaults are made of.
std::optional<std::string> stored_text(const Expression& expression, const TypeName& type);

}  // namespace miglint
