#pragma once

#include <vector>

#include "prisma/tree.hpp"

namespace miglint::prisma {

/// What Prisma refuses in a schema that its grammar takes, as far as it decides what the database has; in the
/// order of the checks. A tree with problems of its own has these and no others, names that clash have no
/// further ones, nor has a field that is wrong: the rest would only follow from them. At most a thousand.
///
/// What needs a preview feature, or that `url` went in Prisma 7, is no problem here, and native types are
/// known of PostgreSQL only.
std::vector<Problem> problems_of(const Tree& tree);

}  // namespace miglint::prisma
