#pragma once

#include <string>

#include "miglint/catalog.hpp"

namespace miglint::test {

/// What a catalog holds, a fact a line: two catalogs that read alike have the same objects.
std::string contents(const Catalog& catalog);

/// What a migration of its own changes: `-- - ` before each fact that goes, `-- + ` before those that come.
std::string changes_in(Catalog catalog, const std::string& sql);

}  // namespace miglint::test
