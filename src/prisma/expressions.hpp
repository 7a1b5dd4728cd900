#pragma once

// Attributes and their values, the part of the grammar that nests.

#include <optional>

#include "prisma/cursor.hpp"

namespace miglint::prisma {

/// `"x"`, `12`, `Cascade`, `now()`, `[a, b]`, `{ a: 1 }`; nullopt: it is none, which the cursor has noted.
std::optional<Value> read_value(Cursor& cursor);
/// `@map("x")` or `@@index([a])`, from its at sign on; nullopt likewise.
std::optional<Attribute> read_attribute(Cursor& cursor);

}  // namespace miglint::prisma
