#pragma once

// When two defaults are the same one, spelled in two ways.

#include "miglint/catalog.hpp"
#include "prisma/written.hpp"

namespace miglint {

/// `'a'::text` and `'a'`, `now()` and `CURRENT_TIMESTAMP`, `0` and `'0'::integer`, `ARRAY[]::text[]` and
/// `'{}'`, JSON in another layout.
bool same_default(const Column& a, const Column& b);

/// As Prisma holds a column of a database against schema.prisma. A few never are the same: what
/// `dbgenerated("…")` says in other words than PostgreSQL's own, for example (measured; its engine asks
/// pg_get_expr).
bool same_default(const Column& before, const Column& after, const prisma::WrittenColumn& written);

/// The default draws from a sequence: serial, identity, or what is written like them.
bool draws_from_sequence(const Column& column);

/// The same expression, casts and PostgreSQL's own schema left out.
bool same_expression(const Expression& a, const Expression& b);

}  // namespace miglint
