#pragma once

#include <string>
#include <vector>

#include "prisma/tree.hpp"

namespace miglint::prisma {

/// CREATE INDEX for each of a model's, in Prisma's order: @unique of a field, then @@index, then @@unique.
std::vector<std::string> indexes_of(const Block& model);

}  // namespace miglint::prisma
