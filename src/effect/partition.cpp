// ATTACH PARTITION reads the new partition to check its rows against the bounds, unless a valid CHECK of its
// own says the same, and the default partition for rows that would belong to the new one. The parent is
// locked SHARE UPDATE EXCLUSIVE only: its readers and writers go on.

#include "effect/partition.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "catalog/inheritance.hpp"
#include "effect/changes.hpp"
#include "effect/infer.hpp"
#include "effect/keys.hpp"

namespace miglint {

namespace {

/// `column op constant`, either way round.
bool bounds_column(const Expression& check, std::string_view op, const std::string& column,
                   const std::string& value) {
  if (check.kind == Expression::Kind::conjunction)
    return std::ranges::any_of(
        check.args, [&](const Expression& part) { return bounds_column(part, op, column, value); });
  if (check.kind != Expression::Kind::op || check.value != op || check.args.size() != 2) return false;
  return check.args[0].kind == Expression::Kind::column && check.args[0].value == column &&
         without_casts(check.args[1]).value == value;
}

/// The partition's own valid checks say that every row is within the bounds: range partitions over one column
/// only.
bool proven_by_check(const Table& partition, const Table& parent, const PartitionBound& bound) {
  using Kind = BoundValue::Kind;
  const bool is_single_range =
      bound.from.size() == 1 && bound.to.size() == 1 && parent.partition_key.columns.size() == 1;
  if (!is_single_range || bound.from.front().kind != Kind::constant ||
      bound.to.front().kind != Kind::constant)
    return false;
  const std::string& column = parent.partition_key.columns.front();
  if (!surely_not_null(partition, column)) return false;
  const auto says = [&](std::string_view op, const std::string& value) {
    return std::ranges::any_of(partition.constraints, [&](const Constraint& check) {
      return check.kind == Constraint::Kind::check && check.validated && check.expression &&
             bounds_column(*check.expression, op, column, value);
    });
  };
  return says(">=", bound.from.front().text) && says("<", bound.to.front().text);
}

bool columns_match(Context& context, const Table& parent, const Table& partition) {
  if (!parent.certain || !partition.certain) return true;
  const auto refuse = [&](std::string reason) {
    always_fails(context, "42804", std::move(reason));
    return false;
  };
  const std::string name = in_prose(partition.name);
  for (const Column& column : parent.columns) {
    const Column* own = partition.column(column.name);
    if (own == nullptr) return refuse(fmt::format("{} lacks column {}", name, in_prose(column.name)));
    if (!(own->type == column.type))
      return refuse(fmt::format("{}.{} has another type than in {}", name, in_prose(column.name),
                                in_prose(parent.name)));
    if (column.not_null && !own->not_null)
      return refuse(
          fmt::format("{}.{} must be NOT NULL as in {}", name, in_prose(column.name), in_prose(parent.name)));
  }
  for (const Column& own : partition.columns)
    if (parent.column(own.name) == nullptr)
      return refuse(
          fmt::format("{} has a column {} that {} lacks", name, in_prose(own.name), in_prose(parent.name)));
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

static std::string_view strategy_of(const PartitionBound& bound) {
  using Kind = PartitionBound::Kind;
  return bound.kind == Kind::range  ? "range"
         : bound.kind == Kind::list ? "list"
         : bound.kind == Kind::hash ? "hash"
                                    : "";
}

bool can_take(Context& context, const Table& parent, const PartitionBound& bound) {
  const auto refuse = [&](std::string_view sqlstate, std::string reason) {
    always_fails(context, sqlstate, std::move(reason));
    return false;
  };
  const std::string name = in_prose(parent.name);
  if (parent.certain && parent.kind != Table::Kind::partitioned)
    return refuse("42P17", fmt::format("{} is not partitioned", name));
  const std::string& strategy = parent.partition_key.strategy;
  if (bound.is_default() && strategy == "hash")
    return refuse("42P16", fmt::format("{} is partitioned by hash: there can be no default partition", name));
  if (!bound.is_default() && !strategy.empty() && strategy_of(bound) != strategy)
    return refuse("42P16", fmt::format("{} is partitioned by {}: the bounds are those of a {} partition",
                                       name, strategy, strategy_of(bound)));
  const std::size_t parts = parent.partition_key.columns.size();
  if (bound.kind == PartitionBound::Kind::range && parts > 0 && !parent.partition_key.by_expression &&
      (bound.from.size() != parts || bound.to.size() != parts))
    return refuse("42P16", fmt::format("{} is partitioned by {} columns: FROM and TO take a value for each",
                                       name, parts));
  if (parent.surely_empty_range(bound))
    return refuse("42P17", "the range is empty: it ends where it begins, or before");
  if (const auto other = context.catalog.clashing_modulus(parent.name, bound.modulus))
    return refuse(
        "42P17",
        fmt::format("modulus {} and the {} of another partition: one has to be a factor of the other",
                    bound.modulus, *other));
  const Table* taken = context.catalog.partition_overlapping(parent.name, bound);
  if (taken == nullptr || !taken->certain) return true;
  return refuse("42P17", bound.is_default()
                             ? fmt::format("{} has a default partition, {}", name, in_prose(taken->name))
                             : fmt::format("the bounds overlap those of {}", in_prose(taken->name)));
}

void check_default_partition(Context& context, const Table& parent) {
  const Table* rest = context.catalog.default_partition_of(parent.name);
  if (rest == nullptr) return;
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
  if (partition->partition_of)
    return always_fails(context, "42809",
                        fmt::format("{} is a partition of {} already", in_prose(partition->name),
                                    in_prose(*partition->partition_of)));
  if (closes_circle(context, partition->name, parent->name)) return;
  if (!columns_match(context, *parent, *partition) || !can_take(context, *parent, change.bound)) return;
  if (!proven_by_check(*partition, *parent, change.bound) && !change.bound.is_default()) {
    for (const RelationName& name : with_descendants(context, change.partition)) scan(context, name);
    may_fail(context, "23514", change.partition, parent->partition_key.columns);
  }
  adopt_constraints(context, *parent, *partition);
  check_default_partition(context, *parent);
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
  const Table* rest = context.catalog.default_partition_of(parent->name);
  if (rest == nullptr) return;
  if (change.concurrently)
    return always_fails(
        context, "55000",
        fmt::format("{} has a default partition: DETACH CONCURRENTLY is refused", in_prose(parent->name)));
  lock(context, rest->name, LockMode::access_exclusive);
}

}  // namespace miglint
