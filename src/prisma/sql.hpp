#pragma once

// schema.prisma as the statements that make its database from nothing: what `prisma migrate diff
// --from-empty` prints, read afterwards like any other migration.

#include <string>

#include "prisma/tree.hpp"

namespace miglint::prisma {

/// `major`: Prisma's own version, which decides the key of implicit many-to-many tables (5 and before: a
/// unique index; 6 and later: a primary key).
std::string sql_of(const Tree& tree, int major);

}  // namespace miglint::prisma
