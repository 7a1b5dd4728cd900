// Indexes. CREATE INDEX locks SHARE (writes wait while the table is read); CONCURRENTLY locks SHARE UPDATE
// EXCLUSIVE, reads the table twice and can't run in a transaction. DROP INDEX locks the table ACCESS
// EXCLUSIVE; REINDEX locks the table SHARE and the index ACCESS EXCLUSIVE.

#include <algorithm>
#include <fmt/format.h>

#include "analysis/analysis.hpp"
#include "effect/changes.hpp"
#include "effect/column_definition.hpp"
#include "effect/dependents.hpp"
#include "effect/infer.hpp"
#include "effect/keys.hpp"
#include "effect/operator_class.hpp"
#include "effect/presence.hpp"
#include "effect/registered_object.hpp"
#include "effect/relation_kind.hpp"
#include "effect/storage_parameter.hpp"

namespace miglint {

// ---- CREATE INDEX -----------------------------------------------------------------------------------------

/// INDEX_MAX_KEYS.
static constexpr std::size_t most_index_columns = 32;

static RelationName name_of(const Context& context, const CreateIndex& change) {
  const RelationName table = resolve(context, change.table);
  if (!change.name.empty()) return {table.schema, change.name};
  std::string columns;
  for (const IndexElement& element : change.elements)
    columns += (columns.empty() ? "" : "_") + (element.column.empty() ? std::string("expr") : element.column);
  return {table.schema, make_object_name(table.name, columns, "idx")};
}

/// PostgreSQL takes the expression, and it gives the same for ever.
static bool is_usable(Context& context, const Expression& expression, const Table* table, Place place,
                      std::string_view what) {
  const ExpressionAnalysis analysis = analyse(context.catalog, expression, table, place);
  if (table != nullptr && analysis.refusal) {
    always_fails(context, analysis.refusal->sqlstate, analysis.refusal->reason);
    return false;
  }
  if (analysis.volatility != Volatility::stable && analysis.volatility != Volatility::volatile_) return true;
  always_fails(context, "42P17",
               fmt::format("{} is not immutable: its value can differ between sessions or over time", what));
  return false;
}

/// PostgreSQL 18: a virtual generated column is stored nowhere.
static bool is_stored(Context& context, const Column& column) {
  if (!column.generated_virtual) return true;
  always_fails(context, "0A000",
               fmt::format("{} is a virtual generated column: no index can have it", in_prose(column.name)));
  return false;
}

static bool reads_no_virtual_column(Context& context, const Expression& expression, const Table* table) {
  if (table == nullptr) return true;
  for (const std::string& name : columns_of(expression)) {
    const Column* column = table->column(name);
    if (column != nullptr && !is_stored(context, *column)) return false;
  }
  return true;
}

/// `(t)`: a row of the table, where no column has that name.
static bool is_whole_row(const Table& table, const std::string& column) {
  return column == table.name.name && table.column(column) == nullptr;
}

static bool element_is_valid(Context& context, const CreateIndex& change, const IndexElement& element,
                             const Table* table) {
  if (element.expression)
    return reads_no_virtual_column(context, *element.expression, table) &&
           is_usable(context, *element.expression, table, Place::index_expression, "the index expression");
  if (table == nullptr) return column_is_there(context, change.table, element.column);
  if (is_whole_row(*table, element.column)) return true;
  const Column* column = target_column(context, *table, element.column);
  if (column == nullptr || failed(context)) return !failed(context);
  if (!is_stored(context, *column)) return false;
  if (element.collation &&
      !collation_is_usable(context, column->type, *element.collation, in_prose(column->name)))
    return false;
  return element_is_indexable(context, change.method, element, column->type);
}

static bool columns_are_included(Context& context, const CreateIndex& change, const Table* table) {
  for (const std::string& column : change.include) {
    if (column.empty()) {
      always_fails(context, "0A000", "INCLUDE takes columns only, no expressions");
    } else if (table == nullptr) {
      column_is_there(context, change.table, column);
    } else {
      const Column* found = target_column(context, *table, column);
      if (found != nullptr) is_stored(context, *found);
    }
    if (failed(context)) return false;
  }
  return true;
}

static bool method_can_do_it(Context& context, const CreateIndex& change) {
  const std::size_t columns = change.elements.size() + change.include.size();
  if (columns > most_index_columns) {
    always_fails(context, "54011", fmt::format("{} columns: an index takes {}", columns, most_index_columns));
    return false;
  }
  return method_is_able(context, {.method = change.method,
                                  .columns = change.elements.size(),
                                  .unique = change.unique,
                                  .include = !change.include.empty()});
}

static bool may_be_created(Context& context, const CreateIndex& change, const Table* table) {
  if (change.nulls_not_distinct && context.postgres < 15)
    always_fails(context, "42601", "NULLS NOT DISTINCT needs PostgreSQL 15");
  if (failed(context) || !method_can_do_it(context, change)) return false;
  for (const IndexElement& element : change.elements)
    if (!element_is_valid(context, change, element, table)) return false;
  if (!columns_are_included(context, change, table)) return false;
  if (change.where && reads_no_virtual_column(context, *change.where, table)) {
    use_labels(context, *change.where, table);
    is_usable(context, *change.where, table, Place::index_predicate, "the index predicate");
  }
  return !failed(context) &&
         parameters_are_valid(context, change.parameters, Parameterised::index, change.method);
}

static bool partitions_allow(Context& context, const CreateIndex& change, const Table& table) {
  if (table.kind != Table::Kind::partitioned) return true;
  if (change.concurrently) {
    always_fails(context, "0A000",
                 fmt::format("{} is partitioned: build on each partition CONCURRENTLY, then attach",
                             in_prose(table.name)));
    return false;
  }
  if (change.unique && !key_is_plain(context, table, "a unique index")) return false;
  for (const std::string& key : table.partition_key.columns)
    if (change.unique &&
        std::ranges::find(change.elements, key, &IndexElement::column) == change.elements.end()) {
      always_fails(
          context, "0A000",
          fmt::format("a unique index of {} must include its partition key, {}", in_prose(table.name), key));
      return false;
    }
  return true;
}

static void build_on(Context& context, const CreateIndex& change) {
  build(context, name_of(context, change));
  if (change.only) return;
  const bool expression =
      std::ranges::any_of(change.elements, [](const IndexElement& e) { return e.column.empty(); });
  std::vector<std::string> columns;
  for (const IndexElement& element : change.elements) columns.push_back(element.column);
  for (const RelationName& name : with_descendants(context, change.table)) {
    const bool child_table = name != resolve(context, change.table) && !is_partitioned(context, change.table);
    if (child_table) continue;  // an index is not inherited, but for partitions
    scan(context, name);
    if (!change.unique || is_partitioned(context, name)) continue;
    if (expression) {
      std::erase(columns, std::string());
      may_fail(context, "23505", name, columns);
    } else {
      may_hold_duplicates(context, name, columns, change.nulls_not_distinct);
    }
  }
}

void apply(Context& context, const CreateIndex& change) {
  const LockMode mode = change.concurrently ? LockMode::share_update_exclusive : LockMode::share;
  if (change.concurrently) context.effect.refuses_transaction = true;
  if (is_partitioned(context, change.table) && !change.only)
    lock_reached(context, change.table, mode);
  else
    lock(context, change.table, mode);
  const Table* table = target_table(context, change.table);
  if (!change.name.empty() && context.catalog.relation_exists(name_of(context, change))) {
    if (!change.if_not_exists)
      always_fails(context, "42P07", fmt::format("{} exists already", in_prose(name_of(context, change))));
    if (change.if_not_exists || failed(context)) return;
  }
  if (!registered_is_there(context, {.kind = ObjectKind::access_method, .name = {{}, change.method}})) return;
  may_be_created(context, change, table);
  if (failed(context) || (table != nullptr && !partitions_allow(context, change, *table))) return;
  build_on(context, change);
}

// ---- DROP INDEX, REINDEX ----------------------------------------------------------------------------------

static const Constraint* constraint_of(const Table* table, const std::string& index) {
  if (table == nullptr) return nullptr;
  for (const Constraint& constraint : table->constraints) {
    const bool key = constraint.kind == Constraint::Kind::primary_key ||
                     constraint.kind == Constraint::Kind::unique ||
                     constraint.kind == Constraint::Kind::exclude;
    if (key && (constraint.index.empty() ? constraint.name : constraint.index) == index) return &constraint;
  }
  return nullptr;
}

static void drop_partition_indexes(Context& context, const Index& index) {
  std::vector<const Index*> dropped = {&index};
  for (std::size_t at = 0; at < dropped.size(); ++at)
    for (const Table* child : context.catalog.children_of(dropped[at]->table))
      for (const Index& own : child->indexes) {
        if (own.parent != dropped[at]->name) continue;
        drop(context, own.name);
        lock(context, child->name, LockMode::access_exclusive);
        dropped.push_back(&own);
      }
}

void apply(Context& context, const DropIndex& change) {
  if (change.concurrently) context.effect.refuses_transaction = true;
  const RelationName name = resolve(context, change.index);
  const Index* index = context.catalog.index(change.index);
  if (change.concurrently && change.cascade)
    return always_fails(context, "0A000", "DROP INDEX CONCURRENTLY does not support CASCADE");
  if (change.concurrently && context.statement.changes.size() > 1)
    return always_fails(context, "0A000", "DROP INDEX CONCURRENTLY takes one index at a time");
  if (index == nullptr) {
    if (!change.if_exists && context.catalog.certainly_missing(change.index))
      return always_fails(context, "42704", fmt::format("index {} does not exist", in_prose(name)));
    if (!context.catalog.certainly_missing(change.index)) drop(context, name);
    return;
  }
  const Table* table = context.catalog.table(index->table);
  if (const Constraint* constraint = constraint_of(table, index->name.name))
    return always_fails(
        context, "2BP01",
        fmt::format("{} belongs to constraint {} of {}: drop the constraint", in_prose(index->name),
                    in_prose(constraint->name), in_prose(index->table)));
  for (const auto& [other, key] : context.catalog.referencing(index->table)) {
    if (key->index != index->name.name) continue;
    if (!change.cascade)
      return always_fails(
          context, "2BP01",
          fmt::format("a foreign key of {} relies on {}", in_prose(other->name), in_prose(index->name)));
    lock(context, other->name, LockMode::access_exclusive);
  }
  if (!index->parent.empty())
    return always_fails(
        context, "2BP01",
        fmt::format("{} belongs to {}: drop that one", in_prose(index->name), in_prose(index->parent)));
  const bool partitioned = table != nullptr && table->kind == Table::Kind::partitioned;
  if (change.concurrently && partitioned)
    return always_fails(context, "0A000",
                        fmt::format("{} is partitioned: CONCURRENTLY is refused", in_prose(index->table)));
  lock(context, index->table,
       change.concurrently ? LockMode::share_update_exclusive : LockMode::access_exclusive);
  drop(context, index->name);
  if (partitioned) drop_partition_indexes(context, *index);
}

static void reindex_table(Context& context, const RelationName& table, bool concurrently) {
  lock(context, table, concurrently ? LockMode::share_update_exclusive : LockMode::share);
  scan(context, table);
  if (const Table* found = context.catalog.table(table))
    for (const Index& index : found->indexes) rebuild(context, index.name);
}

void apply(Context& context, const Reindex& change) {
  const bool everything = change.scope != Reindex::Scope::index && change.scope != Reindex::Scope::table;
  if (change.concurrently || everything) context.effect.refuses_transaction = true;
  if (change.scope == Reindex::Scope::system) return;  // the catalogs alone
  if (everything) {
    for (const auto& [name, table] : context.catalog.tables)
      if (change.scope != Reindex::Scope::schema || name.schema == change.name.name)
        reindex_table(context, name, change.concurrently);
    return;
  }
  if (!relation_is_there(context, change.name)) return;
  if (change.scope == Reindex::Scope::table) {
    if (is_partitioned(context, change.name)) context.effect.refuses_transaction = true;
    for (const RelationName& name : with_descendants(context, change.name))
      if (is_partitioned(context, change.name) || name == resolve(context, change.name))
        reindex_table(context, name, change.concurrently);
    return;
  }
  const Index* index = context.catalog.index(change.name);
  if (index == nullptr) return;
  lock(context, index->table, change.concurrently ? LockMode::share_update_exclusive : LockMode::share);
  scan(context, index->table);
  rebuild(context, index->name);
}

// ---- ATTACH PARTITION -------------------------------------------------------------------------------------

/// indexcmds.c, CompareIndexInfo, as far as it is plain. Expressions are taken for equal.
static bool same_definition(const Index& whole, const Index& part) {
  return whole.method == part.method && whole.unique == part.unique &&
         whole.nulls_not_distinct == part.nulls_not_distinct && whole.columns() == part.columns() &&
         whole.include == part.include && whole.where.has_value() == part.where.has_value();
}

/// tablecmds.c, ATExecAttachPartitionIdx.
static void check_attached(Context& context, const Index& whole, const Index& part) {
  const auto refuse = [&](std::string_view sqlstate, std::string_view why) {
    always_fails(
        context, sqlstate,
        fmt::format("{} can't become a part of {}: {}", in_prose(part.name), in_prose(whole.name), why));
  };
  const Table* table = context.catalog.table(whole.table);
  const Table* partition = context.catalog.table(part.table);
  if (table == nullptr || partition == nullptr || !table->certain || !partition->certain) return;
  if (table->kind != Table::Kind::partitioned)
    return always_fails(context, "42809",
                        fmt::format("{} is not an index of a partitioned table", in_prose(whole.name)));
  if (!part.parent.empty() && part.parent != whole.name)
    return refuse("55000", fmt::format("it is one of {}", in_prose(part.parent)));
  if (partition->partition_of != table->name)
    return refuse("55000",
                  fmt::format("{} is no partition of {}", in_prose(partition->name), in_prose(table->name)));
  for (const Index& other : partition->indexes)
    if (other.parent == whole.name && other.name != part.name)
      return refuse("55000", fmt::format("{} is already", in_prose(other.name)));
  if (!same_definition(whole, part)) return refuse("42P17", "their definitions differ");
  if (constraint_of(table, whole.name.name) != nullptr && constraint_of(partition, part.name.name) == nullptr)
    refuse("42P17", "there is no constraint behind it");
}

void apply(Context& context, const AttachIndex& change) {
  for (const RelationName& name : {change.index, change.partition_index})
    if (const Index* index = context.catalog.index(name)) lock(context, index->table, LockMode::access_share);
  const Index* whole = context.catalog.index(change.index);
  if (whole == nullptr || !relation_is_there(context, change.partition_index)) return;
  const Index* part = context.catalog.index(change.partition_index);
  if (part != nullptr) return check_attached(context, *whole, *part);
  if (relation_kind(context, change.partition_index))
    always_fails(context, "42P17", fmt::format("{} is not an index", in_prose(change.partition_index)));
}

}  // namespace miglint
