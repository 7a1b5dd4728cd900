#pragma once

// What becomes of a table's columns and primary key: the commands of one ALTER TABLE.

#include <set>
#include <string>
#include <vector>

#include "diff/compare.hpp"
#include "miglint/change.hpp"

namespace miglint {

struct TableChange {
  /// in Prisma's order: the key dropped, columns dropped, added, altered, the key added
  std::vector<Change> commands;
  /// around them, each a statement of its own
  std::vector<std::string> before, behind;
  std::set<std::string> dropped;    ///< columns
  std::set<std::string> recreated;  ///< dropped and added anew: what is on them goes as well
  std::set<std::string> retyped;    ///< these, and those whose type is altered
  bool adds_primary_key = false;

  bool any() const { return !commands.empty() || !before.empty() || !behind.empty(); }
};

/// Whether one of the columns is among these.
bool meets(const std::vector<std::string>& columns, const std::set<std::string>& these);

TableChange change_of(const Table& before, const Table& after, const Sides& sides);

}  // namespace miglint
