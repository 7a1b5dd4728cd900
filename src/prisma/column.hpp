#pragma once

// A field as a column: its type and default as Prisma spells them for PostgreSQL (prisma-engines,
// postgres_renderer.rs; the native types' defaults from psl's postgres connector).

#include <optional>
#include <string>

#include "miglint/name.hpp"
#include "prisma/tree.hpp"

namespace miglint::prisma {

/// `INTEGER`, `VARCHAR(80)`, `"Role"[]`; an enum's and an Unsupported type's as they are. SERIAL and its like
/// for what counts by itself.
std::string column_type(const Tree& tree, const Field& field);

/// What stands behind DEFAULT; nullopt: the database has none, because none is written, the client makes the
/// value, or a sequence does.
std::optional<std::string> column_default(const Tree& tree, const Field& field);

/// The field has a column: it is no relation.
bool has_column(const Tree& tree, const Field& field);

/// `@default(autoincrement())`.
bool counts_by_itself(const Field& field);

/// The value of @default; null: there is none.
const Value* default_of(const Field& field);

/// Names as Prisma writes them: in double quotes, `public` left out.
std::string quoted(std::string_view name);
std::string quoted(const RelationName& name);

}  // namespace miglint::prisma
