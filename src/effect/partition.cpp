// ATTACH PARTITION reads the new partition to check its rows against the bounds, unless a valid CHECK of its
// own says the same, and the default partition for rows that would belong to the new one. The parent is
// locked SHARE UPDATE EXCLUSIVE only: its readers and writers go on.

#include "effect/partition.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "catalog/inheritance.hpp"
#include "effect/changes.hpp"
#include "effect/inheritance.hpp"
#include "effect/keys.hpp"
#include "effect/partition_proof.hpp"
#include "effect/relation_kind.hpp"

namespace miglint {

namespace {

/// Only the parent's columns, and all of them.
bool columns_match(Context& context, const Table& parent, const Table& partition) {
  if (!matches_parent(context, partition, parent)) return false;
  if (!parent.certain || !partition.certain) return true;
  for (const Column& own : partition.columns) {
    if (parent.column(own.name) != nullptr) continue;
    always_fails(context, "42804",
                 fmt::format("{} has a column {} that {} lacks", in_prose(partition.name), in_prose(own.name),
                             in_prose(parent.name)));
    return false;
  }
  return true;
}

/// Nothing but a plain table of its own, or a partitioned one, becomes a partition (ATExecAttachPartition).
bool may_be_partition(Context& context, const Table& parent, const Table& table) {
  const auto refuse = [&](std::string_view sqlstate, std::string_view what) {
    always_fails(context, sqlstate, fmt::format("{} {}", in_prose(table.name), what));
    return false;
  };
  if (table.partition_of)
    return refuse("42809", fmt::format("is a partition of {} already", in_prose(*table.partition_of)));
  if (!table.inherits.empty()) return refuse("42809", "inherits from another table");
  if (table.kind != Table::Kind::partitioned && has_children(context, table.name))
    return refuse("42809", "has children: they inherit from it");
  if (table.of_type) return refuse("42809", fmt::format("is OF type {}", in_prose(*table.of_type)));
  if (!lives_as_long(context, table.persistence, parent)) return false;
  // from 17 on a partition's identity columns are its table's
  const auto identity = std::ranges::find_if(
      table.columns, [](const Column& column) { return column.identity != Identity::none; });
  if (context.postgres >= 17 && identity != table.columns.end())
    return refuse("55000", fmt::format("has an identity column, {}", in_prose(identity->name)));
  return true;
}

/// The parent's keys and indexes are matched with the partition's, or built; its foreign keys are checked.
void adopt_constraints(Context& context, const Table& parent, const Table& partition) {
  for (const Index& index : parent.indexes) {
    const bool present = std::ranges::any_of(partition.indexes, [&](const Index& own) {
      return own.columns() == index.columns() && own.unique == index.unique &&
             own.where.has_value() == index.where.has_value();
    });
    if (present) continue;
    build(context, {partition.name.schema,
                    make_object_name(partition.name.name, fmt::format("{}", fmt::join(index.columns(), "_")),
                                     index.unique ? "key" : "idx")});
    scan(context, partition.name);
    if (index.unique && !surely_unique(partition, index.columns(), index.nulls_not_distinct))
      may_fail(context, "23505", partition.name, index.columns());
  }
  for (const Constraint& key : parent.constraints) {
    if (key.kind != Constraint::Kind::foreign_key) continue;
    lock(context, key.referenced, LockMode::share_row_exclusive);
    scan(context, partition.name);
    scan(context, key.referenced);
    may_fail(context, "23503", partition.name, key.columns);
  }
}

}  // namespace

bool lives_as_long(Context& context, Persistence persistence, const Table& parent) {
  const bool temporary = persistence == Persistence::temporary;
  if (!parent.certain || temporary == (parent.persistence == Persistence::temporary)) return true;
  always_fails(context, "42809",
               fmt::format("{} is {}temporary: so are its partitions", in_prose(parent.name),
                           temporary ? "not " : ""));
  return false;
}

void check_default_partition(Context& context, const Table& parent, const PartitionBound& bound) {
  const Table* rest = context.catalog.default_partition_of(parent.name);
  if (rest == nullptr) return;
  if (rejected_by_check(*rest, parent, bound)) return lock(context, rest->name, LockMode::access_exclusive);
  for (const RelationName& name : with_descendants(context, rest->name)) {
    lock(context, name, LockMode::access_exclusive);
    if (!is_partitioned(context, name)) scan(context, name);
  }
  may_fail(context, "23514", rest->name, parent.partition_key.columns);
}

bool closes_circle(Context& context, const RelationName& child, const RelationName& parent) {
  const Circle circle = circle_through(context.catalog, child, parent);
  if (circle == Circle::certain)
    always_fails(context, "42P07",
                 child == parent
                     ? fmt::format("{} can't inherit from itself", in_prose(child))
                     : fmt::format("{} inherits from {} already: inheritance can't go in a circle",
                                   in_prose(parent), in_prose(child)));
  return circle != Circle::none;
}

void apply(Context& context, const AttachPartition& change) {
  lock(context, change.table, LockMode::share_update_exclusive);
  for (const RelationName& name : with_descendants(context, change.partition))
    lock(context, name, LockMode::access_exclusive);
  const Table* parent = target_table(context, change.table);
  if (failed(context) || !relation_is_there(context, change.partition)) return;
  const Table* partition = context.catalog.table(change.partition);
  if (parent == nullptr || partition == nullptr) {
    scan(context, change.partition);
    return may_fail(context, "23514", change.partition, {});
  }
  if (parent->certain && parent->kind != Table::Kind::partitioned)
    return always_fails(context, "42P17", fmt::format("{} is not partitioned", in_prose(parent->name)));
  if (partition->certain && !may_be_partition(context, *parent, *partition)) return;
  if (closes_circle(context, partition->name, parent->name)) return;
  if (!columns_match(context, *parent, *partition) || !can_take(context, *parent, change.bound)) return;
  // the first partition of a table, if it is the default one, takes every row
  const bool takes_all = change.bound.is_default() && context.catalog.children_of(parent->name).empty();
  if (!takes_all && !proven_by_check(*partition, *parent, change.bound)) {
    for (const RelationName& name : with_descendants(context, change.partition)) scan(context, name);
    may_fail(context, "23514", change.partition, parent->partition_key.columns);
  }
  adopt_constraints(context, *parent, *partition);
  check_default_partition(context, *parent, change.bound);
}

static bool is_partition_of(Context& context, const DetachPartition& change, const Table& parent) {
  if (!parent.certain) return true;
  if (parent.kind != Table::Kind::partitioned) {
    always_fails(context, "42P17", fmt::format("{} is not partitioned", in_prose(parent.name)));
    return false;
  }
  if (!relation_is_there(context, change.partition)) return false;
  const Table* table = context.catalog.table(change.partition);
  const bool known = table != nullptr ? table->certain : relation_kind(context, change.partition).has_value();
  if (!known || (table != nullptr && table->partition_of == parent.name)) return true;
  always_fails(context, "42P01",
               fmt::format("{} is no partition of {}", in_prose(change.partition), in_prose(parent.name)));
  return false;
}

/// Rows that leave the table must not be referred to (ri_triggers.c, RI_PartitionRemove_Check).
static void rows_are_referred_to(Context& context, const DetachPartition& change, const Table& parent) {
  for (const auto& [other, key] : context.catalog.referencing(parent.name)) {
    scan(context, other->name);
    may_fail(context, "23503", change.partition, key->referenced_columns);
  }
}

void apply(Context& context, const DetachPartition& change) {
  if (context.postgres < 14 && (change.concurrently || change.finalize))
    return always_fails(context, "42601", "DETACH … CONCURRENTLY and FINALIZE need PostgreSQL 14");
  const bool weak = change.concurrently || change.finalize;
  lock(context, change.table, weak ? LockMode::share_update_exclusive : LockMode::access_exclusive);
  lock(context, change.partition, LockMode::access_exclusive);
  const Table* parent = target_table(context, change.table);
  if (failed(context)) return;
  if (change.concurrently) context.effect.refuses_transaction = true;
  if (parent == nullptr) return;
  if (change.finalize)
    return always_fails(context, "55000",
                        fmt::format("no detach of {} is pending", in_prose(change.partition)));
  if (!is_partition_of(context, change, *parent)) return;
  rows_are_referred_to(context, change, *parent);
  const Table* rest = context.catalog.default_partition_of(parent->name);
  if (rest == nullptr) return;
  if (change.concurrently)
    return always_fails(
        context, "55000",
        fmt::format("{} has a default partition: DETACH CONCURRENTLY is refused", in_prose(parent->name)));
  lock(context, rest->name, LockMode::access_exclusive);
}

}  // namespace miglint
