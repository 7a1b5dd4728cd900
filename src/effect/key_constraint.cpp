// Keys and exclusion constraints: each builds an index under ACCESS EXCLUSIVE and fails on duplicates; USING
// INDEX takes over one that was built before.

#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "effect/changes.hpp"
#include "effect/constraint.hpp"
#include "effect/keys.hpp"
#include "effect/operator_class.hpp"

namespace miglint {

namespace {

/// The index that a key is about to build needs a name that no relation has; an index of the table that the
/// statement dropped before is out of its way.
bool name_is_taken(const Context& context, const Table& table, const RelationName& name) {
  if (context.creating && table.name == name) return true;
  const Constraint* other = table.constraint(name.name);
  if (other != nullptr && has_index(*other)) return true;
  if (!context.catalog.relation_exists(name)) return false;
  const Index* index = context.catalog.index(name);
  if (index != nullptr && index->table == table.name) return table.index(name.name) != nullptr;
  const Table* temporary = context.catalog.table(name);
  return temporary == nullptr || !temporary->on_commit_drop;
}

/// The table that a key is added to: like constrained_table(), but the index comes before the constraint.
const Table* keyed_table(Context& context, const ConstraintHeader& key) {
  const Table* table = target_table(context, key.table);
  if (table == nullptr || failed(context) || key.name.empty()) return table;
  const RelationName name{table->name.schema, key.name};
  if (name_is_taken(context, *table, name))
    always_fails(context, "42P07", fmt::format("{} exists already", in_prose(name)));
  else
    constrained_table(context, key);
  return table;
}

/// The columns of a key are there, each once, stored, and of a type with a btree operator class (json, xml
/// and point have none).
bool columns_make_key(Context& context, const Table& table, const std::vector<std::string>& columns,
                      const std::vector<std::string>& include) {
  std::set<std::string_view> seen;
  for (const std::string& name : columns) {
    const Column* column = target_column(context, table, name);
    if (failed(context)) return false;
    if (!seen.insert(name).second)
      always_fails(context, "42701", fmt::format("{} is in the key twice", in_prose(name)));
    else if (column != nullptr && column->generated_virtual)
      always_fails(context, "0A000",
                   fmt::format("{} is a virtual generated column: no key can have it", in_prose(name)));
    else if (column != nullptr)
      column_is_indexable(context, "btree", column->type);
    if (failed(context)) return false;
  }
  for (const std::string& name : include)
    if (!failed(context)) target_column(context, table, name);
  return !failed(context);
}

/// A primary key does not wait for one to be validated.
bool nulls_are_excluded(Context& context, const Table& table, const std::vector<std::string>& columns) {
  for (const std::string& column : columns)
    if (const Constraint* pending = not_valid_not_null(table, column)) {
      always_fails(context, "55000",
                   fmt::format("constraint {} is not valid yet: VALIDATE it before {} is a primary key",
                               in_prose(pending->name), in_prose(column)));
      return false;
    }
  return true;
}

/// On a partitioned table the key must include the partition key, and each partition gets its index.
void partitions_follow(Context& context, const Table& table, const std::vector<std::string>& columns,
                       LockMode mode) {
  if (table.kind != Table::Kind::partitioned || failed(context)) return;
  if (!key_is_plain(context, table, "a key")) return;
  for (const std::string& key : table.partition_key.columns)
    if (std::ranges::find(columns, key) == columns.end())
      return always_fails(
          context, "0A000",
          fmt::format("a key of {} must include its partition key, {}", in_prose(table.name), key));
  for (const RelationName& partition : reached(context, table.name))
    if (partition != table.name) lock(context, partition, mode);
}

RelationName index_name(const Context& context, const ConstraintHeader& constraint,
                        const std::vector<std::string>& columns, std::string_view label) {
  const RelationName table = resolve(context, constraint.table);
  if (!constraint.name.empty()) return {table.schema, constraint.name};
  std::string joined;
  for (const std::string& column : columns) joined += (joined.empty() ? "" : "_") + column;
  return {table.schema, make_object_name(table.name, label == "pkey" ? "" : joined, label)};
}

/// Columns in the order, by the operators and under the collation that a constraint's index has. (A class
/// that is written may be the default one; the pattern classes are not.)
bool sorts_plainly(const Table& table, const Index& index) {
  return std::ranges::all_of(index.elements, [&](const IndexElement& element) {
    const Column* column = table.column(element.column);
    const bool own_collation = column != nullptr && element.collation &&
                               element.collation->name != "default" && element.collation != column->collation;
    return !element.column.empty() && !element.descending && !element.nulls_first.value_or(false) &&
           !element.operator_class.ends_with("_pattern_ops") && !own_collation;
  });
}

/// USING INDEX: the index must be a plain unique one of this table.
bool index_is_usable(Context& context, const Table* table, const std::string& name) {
  if (table == nullptr) return true;
  const Index* index = table->index(name);
  if (index == nullptr) {
    if (!table->certain) return false;
    if (context.catalog.index({table->name.schema, name}) != nullptr)
      always_fails(context, "55000",
                   fmt::format("index {} is not one of {}", in_prose(name), in_prose(table->name)));
    else
      always_fails(context, "42704",
                   fmt::format("{} has no index {}", in_prose(table->name), in_prose(name)));
    return false;
  }
  const auto of_index = [&](const Constraint& c) {
    return has_index(c) && (c.index.empty() ? c.name : c.index) == name;
  };
  if (std::ranges::any_of(table->constraints, of_index))
    always_fails(context, "55000", fmt::format("index {} belongs to a constraint already", in_prose(name)));
  else if (!index->unique || index->where || !sorts_plainly(*table, *index))
    always_fails(
        context, "42809",
        fmt::format("index {} is not a plain unique one: it can't become a constraint", in_prose(name)));
  else if (table->kind == Table::Kind::partitioned)
    always_fails(context, "0A000",
                 fmt::format("{} is partitioned: USING INDEX is refused", in_prose(table->name)));
  return !failed(context);
}

/// It takes the constraint's name.
void rename_index(Context& context, const ConstraintHeader& key, const Table* table,
                  const std::string& index) {
  if (table == nullptr || key.name.empty() || key.name == index) return;
  const RelationName name{table->name.schema, key.name};
  if (name_is_taken(context, *table, name))
    always_fails(context, "42P07", fmt::format("{} exists already", in_prose(name)));
}

void take_over_index(Context& context, const RelationName& table_name, const Table* table,
                     const std::string& name, bool primary) {
  if (!index_is_usable(context, table, name) || !primary || table == nullptr) return;
  const Index* index = table->index(name);
  for (const std::string& column : index == nullptr ? std::vector<std::string>{} : index->columns()) {
    if (surely_not_null(*table, column)) continue;
    scan_reached(context, table_name);
    may_hold_nulls(context, table_name, column);
  }
}

}  // namespace

void apply(Context& context, const AddPrimaryKey& change) {
  if (is_skipped(context, change)) return;
  lock_reached(context, change.table, LockMode::access_exclusive);
  if (change.not_enforced) return always_fails(context, "0A000", "a PRIMARY KEY can't be NOT ENFORCED");
  const bool by_index = !change.using_index.empty();
  const Table* table = by_index ? target_table(context, change.table) : keyed_table(context, change);
  if (table != nullptr && table->primary_key() != nullptr)
    return always_fails(context, "42P16", fmt::format("{} has a primary key already", in_prose(table->name)));
  if (by_index) {
    take_over_index(context, change.table, table, change.using_index, true);
    return rename_index(context, change, table, change.using_index);
  }
  if (table != nullptr && !columns_make_key(context, *table, change.columns, change.include)) return;
  if (table != nullptr && !nulls_are_excluded(context, *table, change.columns)) return;
  if (table != nullptr) partitions_follow(context, *table, change.columns, LockMode::access_exclusive);
  build(context, index_name(context, change, change.columns, "pkey"));
  scan_reached(context, change.table);
  for (const std::string& column : change.columns) may_hold_nulls(context, change.table, column);
  may_hold_duplicates(context, change.table, change.columns, false);
}

void apply(Context& context, const AddUnique& change) {
  if (is_skipped(context, change)) return;
  lock(context, change.table, LockMode::access_exclusive);
  if (change.not_valid) return always_fails(context, "0A000", "UNIQUE can't be NOT VALID");
  if (change.nulls_not_distinct && context.postgres < 15)
    return always_fails(context, "42601", "NULLS NOT DISTINCT needs PostgreSQL 15");
  if (change.without_overlaps && context.postgres < 18)
    return always_fails(context, "42601", "WITHOUT OVERLAPS needs PostgreSQL 18");
  if (change.not_enforced) return always_fails(context, "0A000", "UNIQUE can't be NOT ENFORCED");
  const bool by_index = !change.using_index.empty();
  const Table* table = by_index ? target_table(context, change.table) : keyed_table(context, change);
  if (by_index) {
    take_over_index(context, change.table, table, change.using_index, false);
    return rename_index(context, change, table, change.using_index);
  }
  if (table != nullptr && !columns_make_key(context, *table, change.columns, change.include)) return;
  if (table != nullptr) partitions_follow(context, *table, change.columns, LockMode::share);
  build(context, index_name(context, change, change.columns, "key"));
  scan_reached(context, change.table);
  may_hold_duplicates(context, change.table, change.columns, change.nulls_not_distinct);
}

static bool elements_can_exclude(Context& context, const AddExclude& change, const Table* table) {
  if (!method_is_able(context, {.method = change.method, .columns = change.elements.size(), .exclude = true}))
    return false;
  for (const IndexElement& element : change.elements) {
    if (table == nullptr || element.column.empty()) continue;
    const Column* column = target_column(context, *table, element.column);
    if (failed(context)) return false;
    if (column == nullptr) continue;
    if (column->generated_virtual) {
      always_fails(
          context, "0A000",
          fmt::format("{} is a virtual generated column: nothing can exclude by it", in_prose(column->name)));
      return false;
    }
    if (!element_is_indexable(context, change.method, element, column->type)) return false;
  }
  return true;
}

void apply(Context& context, const AddExclude& change) {
  if (is_skipped(context, change)) return;
  lock(context, change.table, LockMode::access_exclusive);
  const Table* table = keyed_table(context, change);
  if (failed(context) || !elements_can_exclude(context, change, table)) return;
  if (table != nullptr && table->kind == Table::Kind::partitioned) {
    if (context.postgres < 17)
      always_fails(context, "0A000",
                   fmt::format("exclusion constraints on partitioned tables need PostgreSQL 17"));
    for (const RelationName& partition : reached(context, change.table))
      if (partition != table->name)
        lock(context, partition, context.postgres < 18 ? LockMode::share : LockMode::access_exclusive);
  }
  build(context, index_name(context, change, change.columns, "excl"));
  scan_reached(context, change.table);
  may_fail(context, "23P01", change.table, change.columns);
}

}  // namespace miglint
