#pragma once

// What a partition's own CHECKs say about the rows it would have to be read for. PostgreSQL asks
// predicate_implied_by() (tablecmds.c, ConstraintImpliedByRelConstraint); this knows comparisons of one
// column with constants.

#include "miglint/catalog.hpp"

namespace miglint {

/// Every row of the table is within the bounds: ATTACH PARTITION does not read it.
bool proven_by_check(const Table& partition, const Table& parent, const PartitionBound& bound);
/// No row of the default partition is: it is not read for rows that belong in the new one.
bool rejected_by_check(const Table& rest, const Table& parent, const PartitionBound& bound);

}  // namespace miglint
