#pragma once

// schema.prisma as the catalog of the database it describes.

#include "miglint/catalog.hpp"
#include "prisma/tree.hpp"

namespace miglint::prisma {

/// Objects are made in Prisma's order, by one migration. `major`: Prisma's own version (see sql_of); 0: the
/// newest, for a project that does not say which it has.
Catalog catalog_of(const Tree& tree, int major);

}  // namespace miglint::prisma
