#pragma once

#include <string>

#include "miglint/migration.hpp"

namespace miglint::test {

/// Everything a change holds, field by field and without their names: two changes that are the same give the
/// same. Left out: an expression's text, scopes (see ScopedQuery), and whether `public` and pg_catalog were
/// written.
std::string dump(const Change& change);
/// … and everything that a statement says besides, but for its place.
std::string dump(const Statement& statement);

}  // namespace miglint::test
