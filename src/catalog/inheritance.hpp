#pragma once

// Who inherits from whom, partitions included. The catalog holds no circle: PostgreSQL refuses the edge that
// would close one, and the replay asks here before it stores any.

#include "miglint/catalog.hpp"

namespace miglint {

enum class Circle {
  none,
  possible,  ///< as far as is known; something that was not understood may have cut it
  certain,   ///< PostgreSQL refuses it (42P07, "circular inheritance not allowed")
};

/// Whether `child` would inherit from itself as a child, or a partition, of `parent`. Both names are
/// resolved.
Circle circle_through(const Catalog& catalog, const RelationName& child, const RelationName& parent);

/// From 17 on a partition's identity columns are its table's, with the same sequence.
bool shares_identity(const Catalog& catalog);

}  // namespace miglint
