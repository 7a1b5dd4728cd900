#pragma once

#include <vector>

#include "prisma/written.hpp"

namespace miglint::prisma {

/// What the datasource lists under `extensions`, by name.
std::vector<Written::Extension> extensions_of(const Tree& tree);

}  // namespace miglint::prisma
