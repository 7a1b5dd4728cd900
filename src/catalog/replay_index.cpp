// CREATE INDEX and the indexes behind keys. On a partitioned table every partition gets its own, under a name
// of its own.

#include <algorithm>
#include <optional>

#include "catalog/naming.hpp"
#include "catalog/replay.hpp"

namespace miglint {

void add_index(Catalog& catalog, Index index) {
  std::vector<std::string> names = index_column_names(index.elements, {});
  for (std::size_t at = 0; at < names.size(); ++at) index.elements[at].name = std::move(names[at]);
  put(catalog, &Catalog::index_tables, index.name, index.table);
  if (Table* table = edit(catalog, &Catalog::tables, index.table)) {
    table->indexes.push_back(std::move(index));
  } else if (View* view = edit(catalog, &Catalog::views, index.table)) {
    view->indexes.push_back(std::move(index));
  }
}

static bool same_elements(const Index& a, const Index& b) {
  return std::ranges::equal(a.elements, b.elements, [](const IndexElement& x, const IndexElement& y) {
    const bool expressions = x.expression && y.expression && x.expression->text == y.expression->text;
    return x.column == y.column && (!x.column.empty() || expressions) && x.collation == y.collation &&
           x.operator_class == y.operator_class;
  });
}

static bool excludes(const Table& table, const Index& index) {
  const Constraint* constraint = table.constraint(index.name.name);
  return constraint != nullptr && constraint->kind == Constraint::Kind::exclude;
}

/// index.c, CompareIndexInfo: whether a partition's index can serve as its parent's. The order of its values
/// is of no importance.
static bool serves(const Table& partition, const Index& own, const Index& wanted) {
  const bool predicates = own.where.has_value() == wanted.where.has_value() &&
                          (!own.where || own.where->text == wanted.where->text);
  return own.parent.empty() && own.unique == wanted.unique &&
         own.nulls_not_distinct == wanted.nulls_not_distinct && own.method == wanted.method && predicates &&
         own.include == wanted.include && same_elements(own, wanted) && !excludes(partition, own);
}

/// The partition's index for its parent's: one it has, or a new one; with a constraint where the parent's
/// stands behind one. Returned when it is new and the partition has partitions of its own.
static std::optional<Index> give_index(Catalog& catalog, const RelationName& partition,
                                       const Index& parent_index, const Constraint* constraint) {
  Table* table = edit(catalog, &Catalog::tables, partition);
  const auto own = std::find_if(table->indexes.begin(), table->indexes.end(), [&](const Index& index) {
    return serves(*table, index, parent_index) &&
           (constraint == nullptr || table->constraint(index.name.name) != nullptr);
  });
  if (own != table->indexes.end()) {
    Index& served = table->indexes.own(own);
    served.parent = parent_index.name;
    if (Constraint* key = table->constraints.own_named(served.name.name);
        key != nullptr && constraint != nullptr)
      key->inherited = true;
    return std::nullopt;
  }
  const std::string columns =
      parent_index.primary ? ""
                           : join_for_name(index_column_names(parent_index.elements, parent_index.include));
  const char* label = parent_index.primary ? "pkey" : constraint != nullptr ? "key" : "idx";
  Index index = parent_index;
  index.name = {partition.schema, choose_relation_name(catalog, partition.schema, partition.name, columns,
                                                       label, constraint != nullptr)};
  index.table = partition;
  index.parent = parent_index.name;
  index.valid = true;
  if (constraint != nullptr) {
    Constraint copy = *constraint;
    copy.name = copy.index = index.name.name;
    copy.inherited = true;
    add_constraint(catalog, *table, std::move(copy));
  }
  add_index(catalog, index);
  return table->kind == Table::Kind::partitioned ? std::optional(std::move(index)) : std::nullopt;
}

/// Hands something of a partitioned table down, level by level, as each partition makes it its own: `give`
/// returns what a partition that is partitioned itself has to hand on. Not by recursion: nobody limits the
/// levels.
template <class Thing, class Give>
static void hand_down(Catalog& catalog, const RelationName& table, const Thing& thing, const Give& give) {
  std::vector<std::pair<RelationName, Thing>> waiting = {{table, thing}};
  while (!waiting.empty()) {
    const auto [parent, handed] = std::move(waiting.back());
    waiting.pop_back();
    for (const Table* child : catalog.children_of(parent)) {
      if (!child->partition_of) continue;
      const RelationName name = child->name;
      if (std::optional<Thing> own = give(name, handed)) waiting.emplace_back(name, std::move(*own));
    }
  }
}

void add_to_partitions(Catalog& catalog, const RelationName& table, const Index& index,
                       const Constraint* constraint) {
  hand_down(catalog, table, index, [&](const RelationName& partition, const Index& parent_index) {
    return give_index(catalog, partition, parent_index, constraint);
  });
}

static std::optional<Constraint> give_foreign_key(Catalog& catalog, const RelationName& partition,
                                                  Constraint constraint) {
  Table* table = edit(catalog, &Catalog::tables, partition);
  const auto own =
      std::find_if(table->constraints.begin(), table->constraints.end(), [&](const Constraint& c) {
        return c.kind == Constraint::Kind::foreign_key && !c.inherited && c.columns == constraint.columns &&
               c.referenced == constraint.referenced &&
               c.referenced_columns == constraint.referenced_columns && c.on_delete == constraint.on_delete &&
               c.on_update == constraint.on_update;
      });
  if (own != table->constraints.end()) {
    table->constraints.own(own).inherited = true;
    return std::nullopt;
  }
  if (table->constraint(constraint.name) != nullptr)
    constraint.name = choose_constraint_name(catalog, partition.schema, partition.name,
                                             join_for_name(constraint.columns), "fkey");
  constraint.inherited = true;
  add_constraint(catalog, *table, constraint);
  return table->kind == Table::Kind::partitioned ? std::optional(std::move(constraint)) : std::nullopt;
}

void add_foreign_key_to_partitions(Catalog& catalog, const RelationName& table,
                                   const Constraint& constraint) {
  hand_down(catalog, table, constraint, [&](const RelationName& partition, const Constraint& handed) {
    return give_foreign_key(catalog, partition, handed);
  });
}

/// A row trigger, and those of its partitions where it has some; one of the same name makes PostgreSQL
/// refuse.
static void give_trigger(Catalog& catalog, const RelationName& partition, Trigger trigger) {
  trigger.inherited = true;
  for (const RelationName& name : family(catalog, partition, false)) {
    Table* table = edit(catalog, &Catalog::tables, name);
    std::erase_if(table->triggers, [&](const Trigger& own) { return own.name == trigger.name; });
    table->triggers.push_back(trigger);
  }
}

void adopt_from_parent(Catalog& catalog, const RelationName& partition, const RelationName& parent_name) {
  // a copy: the partition's changes may move what is behind a reference
  const Table parent = catalog.tables.at(parent_name);
  for (const Index& index : parent.indexes) {
    const Constraint* constraint = parent.constraint(index.name.name);
    if (const auto own = give_index(catalog, partition, index, constraint))
      add_to_partitions(catalog, partition, *own, constraint);
  }
  for (const Constraint& constraint : parent.constraints) {
    if (constraint.kind != Constraint::Kind::foreign_key) continue;
    if (const auto own = give_foreign_key(catalog, partition, constraint))
      add_foreign_key_to_partitions(catalog, partition, *own);
  }
  for (const Trigger& trigger : parent.triggers)
    if (trigger.for_each_row) give_trigger(catalog, partition, trigger);
}

/// 42703: a column that a certain table does not have. System columns can't be indexed either.
static bool names_missing_column(const Table& table, const CreateIndex& change) {
  if (!table.certain) return false;
  const auto missing = [&](const std::string& column) {
    return !column.empty() && table.column(column) == nullptr;
  };
  return std::any_of(change.elements.begin(), change.elements.end(),
                     [&](const IndexElement& e) { return missing(e.column); }) ||
         std::any_of(change.include.begin(), change.include.end(), missing);
}

/// A unique index of a partitioned table holds in each partition by itself, so it has to contain the
/// partition key (0A000).
bool lacks_partition_key(const Table& table, const std::vector<std::string>& keys) {
  return std::any_of(
      table.partition_key.columns.begin(), table.partition_key.columns.end(),
      [&](const std::string& column) { return std::find(keys.begin(), keys.end(), column) == keys.end(); });
}

static std::vector<std::string> index_keys(const std::vector<IndexElement>& elements) {
  std::vector<std::string> keys;
  for (const IndexElement& element : elements) keys.push_back(element.column);
  return keys;
}

Replayed apply(Replaying& replaying, const CreateIndex& change) {
  Catalog& catalog = replaying.catalog;
  const RelationName resolved = catalog.resolve(change.table);
  const View* view = catalog.view(resolved);
  if (view != nullptr && !view->materialized) return Replayed::refused;
  const Table* table = view == nullptr ? edit_table(catalog, resolved) : nullptr;
  if (view == nullptr && (table == nullptr || names_missing_column(*table, change))) return Replayed::refused;
  RelationName name = {resolved.schema, change.name};
  if (name.name.empty()) {
    name.name = choose_index_name(catalog, resolved, change.elements, change.include);
  } else if (catalog.relation_exists(name)) {
    return change.if_not_exists ? Replayed::skipped : Replayed::refused;
  }
  const bool partitioned = table != nullptr && table->kind == Table::Kind::partitioned;
  if (partitioned &&
      (change.concurrently || (change.unique && lacks_partition_key(*table, index_keys(change.elements)))))
    return Replayed::refused;
  const Index index{.name = name,
                    .table = resolved,
                    .method = change.method.empty() ? "btree" : change.method,
                    .elements = change.elements,
                    .include = change.include,
                    .where = change.where,
                    .unique = change.unique,
                    .nulls_not_distinct = change.nulls_not_distinct,
                    .concurrently = change.concurrently,
                    .valid = !(change.only && partitioned),
                    .origin = here(catalog)};
  add_index(catalog, index);
  if (partitioned && !change.only) add_to_partitions(catalog, resolved, index, nullptr);
  return Replayed::done;
}

static Index* edit_index(Catalog& catalog, const RelationName& name) {
  const auto owner = catalog.index_tables.find(name);
  Table* table =
      owner == catalog.index_tables.end() ? nullptr : edit(catalog, &Catalog::tables, owner->second);
  if (table == nullptr) return nullptr;
  return table->indexes.own_named(name.name);
}

Replayed apply(Replaying& replaying, const AttachIndex& change) {
  Catalog& catalog = replaying.catalog;
  const RelationName parent_name = catalog.resolve(change.index);
  Index* partition_index = edit_index(catalog, catalog.resolve(change.partition_index));
  Index* parent = edit_index(catalog, parent_name);
  if (partition_index == nullptr || parent == nullptr) return Replayed::refused;
  partition_index->parent = parent_name;
  if (Table* partition = edit(catalog, &Catalog::tables, partition_index->table))
    if (Constraint* key = partition->constraints.own_named(partition_index->name.name);
        key != nullptr && key->index == partition_index->name.name)
      key->inherited = true;
  // Valid once every partition has its own.
  const auto has_own = [&](const Table* child) {
    return std::any_of(child->indexes.begin(), child->indexes.end(),
                       [&](const Index& index) { return index.parent == parent_name; });
  };
  const auto children = catalog.children_of(parent->table);
  parent->valid = std::all_of(children.begin(), children.end(), has_own);
  return Replayed::done;
}

}  // namespace miglint
