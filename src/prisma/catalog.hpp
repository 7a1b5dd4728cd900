#pragma once

// schema.prisma as the catalog of the database it describes.

#include "miglint/catalog.hpp"
#include "prisma/tree.hpp"

namespace miglint::prisma {

/// Objects are made in Prisma's order, by one migration. `major`: Prisma's own version (see sql_of).
Catalog catalog_of(const Tree& tree, int major);

/// For a project that does not say which Prisma it has.
inline constexpr int newest_major = 7;

}  // namespace miglint::prisma
