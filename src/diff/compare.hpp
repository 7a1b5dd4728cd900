#pragma once

// What has become of single objects between two schemas. Objects of one name are one object.

#include <vector>

#include "diff/diff.hpp"
#include "miglint/catalog.hpp"

namespace miglint {

/// Both schemas, and how they are compared.
struct Sides {
  const Catalog& from;
  const Catalog& to;
  const DiffOptions& options;

  bool prisma() const { return options.expressible == Expressible::schema_prisma; }
};

struct ColumnChange {
  const Column* before;
  const Column* after;
  bool type = false;       ///< to be altered
  bool recreated = false;  ///< no cast: dropped and added
  bool nullability = false;
  bool default_value = false;
};
ColumnChange compare(const Table& table, const Column& before, const Column& after, const Sides& sides);

/// The indexes that are no primary key's; for Prisma those, too, that it can't say are left out: over
/// expressions, and behind EXCLUDE.
std::vector<const Index*> indexes_of(const Table& table, const Sides& sides);

/// The same index, whatever its name.
bool same_index(const Index& before, const Index& after, const Sides& sides);

std::vector<const Constraint*> foreign_keys(const Table& table);
bool same_foreign_key(const Constraint& a, const Constraint& b);

}  // namespace miglint
