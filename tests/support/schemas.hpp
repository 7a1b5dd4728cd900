#pragma once

// schema.prisma and SQL as catalogs, and what lies between them.

#include <string>

#include "diff/diff.hpp"

namespace miglint::test {

/// From nothing to the models: the SQL, without the first CreateSchema. A datasource is put before them where
/// none is written.
std::string made_of(const std::string& models, int prisma_major = 7);

/// From what the SQL makes to the models, as `diff` prints it; nothing for no difference.
std::string from_sql(const std::string& sql, const std::string& models);

/// From the one to the other, both SQL, with everything compared.
std::string between(const std::string& from, const std::string& to);

}  // namespace miglint::test
