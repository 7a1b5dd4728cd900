#pragma once

// Column types, as far as a difference needs to tell them apart.

#include "miglint/catalog.hpp"

namespace miglint {

/// `timestamp` and `timestamp(6)`, `char` and `char(1)` are one type. Names are resolved; of a list's
/// elements a precision that is not written is any.
bool same_type(const TypeName& a, const TypeName& b);

/// Prisma has a native type for it; enums are not among these.
bool is_known_to_prisma(const TypeName& type);

/// ALTER COLUMN takes a column from one type to the other; false: Prisma drops the column and adds it anew
/// (prisma-engines, flavour/postgres/schema_differ.rs; each pair was measured).
bool is_castable(const TypeName& from, const Catalog& in, const TypeName& to, const Catalog& then);

}  // namespace miglint
