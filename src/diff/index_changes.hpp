#pragma once

// What becomes of a table's indexes.

#include <string>
#include <utility>
#include <vector>

#include "diff/compare.hpp"
#include "diff/table_change.hpp"

namespace miglint {

struct IndexChanges {
  std::vector<const Index*> dropped;                          ///< by name
  std::vector<std::pair<const Index*, std::string>> renamed;  ///< and what to
  std::vector<const Index*> created;                          ///< in the order of the second schema
};

/// Several alike are one: none of them goes as long as one is wanted, none is made where one is there.
IndexChanges index_changes(const Table& before, const Table& after, const TableChange& change,
                           const Sides& sides);

}  // namespace miglint
