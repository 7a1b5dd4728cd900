#pragma once

#include "miglint/catalog.hpp"

namespace miglint {

/// The type under a domain, with the modifiers the domain gives it; other types as they are. Resolved.
TypeName base_type(const TypeName& type, const Catalog& catalog);

}  // namespace miglint
