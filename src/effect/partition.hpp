#pragma once

#include "effect/context.hpp"

namespace miglint {

/// Whether the parent can have a partition with these bounds; else the statement always fails (partbounds.c,
/// check_new_partition_bound).
bool can_take(Context& context, const Table& parent, const PartitionBound& bound);

/// The default partition's rows that belong in a partition the parent is about to get would be lost to it:
/// all that is in it, partitions of its own included, is locked and read, and such a row is refused
/// (tablecmds.c and partbounds.c, check_default_partition_contents).
void check_default_partition(Context& context, const Table& parent, const PartitionBound& bound);

/// Partitions of a temporary table are temporary, those of another are not (42809).
bool lives_as_long(Context& context, Persistence persistence, const Table& parent);

/// PARTITION BY of the table in the making (tablecmds.c, transformPartitionSpec and ComputePartitionAttrs).
void check_partition_key(Context& context, const CreateTable& change);

/// Whether the child would inherit from itself, for which the statement always fails (tablecmds.c,
/// ATExecAddInherit and ATExecAttachPartition); also, without a word, where that is not certain: nothing more
/// can be said then.
bool closes_circle(Context& context, const RelationName& child, const RelationName& parent);

}  // namespace miglint
