#pragma once

#include <ostream>

#include "miglint/catalog.hpp"

namespace miglint {

/// Statements that PostgreSQL accepts on an empty database, in the order pg_dump writes them. Views and
/// functions are named in comments: the catalog keeps what they depend on, not their text.
void print_catalog(const Catalog& catalog, std::ostream& out);

}  // namespace miglint
