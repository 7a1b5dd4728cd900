// Keys, references and checks. A key is a constraint and an index of one name; a foreign key relies on one
// unique index of the table it references, chosen when it is made (tablecmds.c, transformFkeyCheckAttrs).

#include <algorithm>

#include "catalog/naming.hpp"
#include "catalog/replay.hpp"

namespace miglint {

void add_constraint(Catalog& catalog, Table& table, Constraint constraint) {
  note_constraint(catalog, table.name, constraint);
  table.constraints.push_back(std::move(constraint));
}

static Constraint make_constraint(const Replaying& replaying, Constraint::Kind kind,
                                  const ConstraintHeader& header, std::string name) {
  return {.kind = kind,
          .name = std::move(name),
          // A new table has no rows to check: NOT VALID means nothing there (parse_utilcmd.c,
          // transformCheckConstraints).
          .validated = !header.not_valid || replaying.creating_table(),
          .enforced = !header.not_enforced,
          .deferrable = header.deferrable,
          .initially_deferred = header.initially_deferred,
          .no_inherit = header.no_inherit,
          .origin = here(replaying.catalog)};
}

static bool lacks_column(const Table& table, const std::vector<std::string>& columns) {
  return table.certain && std::any_of(columns.begin(), columns.end(),
                                      [&](const std::string& c) { return table.column(c) == nullptr; });
}

// ---- Primary keys, unique and exclusion constraints -------------------------------------------------------

static std::vector<IndexElement> elements_of(const std::vector<std::string>& columns) {
  std::vector<IndexElement> elements;
  elements.reserve(columns.size());
  for (const std::string& column : columns) elements.push_back({.column = column});
  return elements;
}

static void set_not_null(Replaying& replaying, const RelationName& name,
                         const std::vector<std::string>& columns) {
  for (const RelationName& member : family(replaying.catalog, name, replaying.statement.only)) {
    Table* table = edit(replaying.catalog, &Catalog::tables, member);
    for (const std::string& wanted : columns)
      if (Column* column = edit_column(*table, wanted)) column->not_null = true;
  }
}

/// The USING INDEX form: the index becomes the constraint's and takes its name.
static Replayed adopt_index(Replaying& replaying, Table& table, Constraint constraint,
                            const std::string& index_name) {
  Catalog& catalog = replaying.catalog;
  const auto known = std::find_if(table.indexes.begin(), table.indexes.end(),
                                  [&](const Index& i) { return i.name.name == index_name; });
  if (known == table.indexes.end()) return table.certain ? Replayed::refused : Replayed::done;
  if (!known->unique || known->where) return Replayed::refused;
  Index* found = &table.indexes.own(known);
  if (constraint.name.empty()) constraint.name = index_name;
  constraint.columns = found->columns();
  constraint.index = constraint.name;
  if (constraint.name != index_name) {
    erase(catalog, &Catalog::index_tables, found->name);
    found->name.name = constraint.name;
    put(catalog, &Catalog::index_tables, found->name, table.name);
    for (const auto& [child, key] : catalog.referencing(table.name)) {
      if (key->index != index_name) continue;
      Table* holder = edit(catalog, &Catalog::tables, child->name);
      for (Constraint& reference : holder->constraints.edit())
        if (reference.referenced == table.name && reference.index == index_name)
          reference.index = constraint.name;
    }
  }
  found->primary = constraint.kind == Constraint::Kind::primary_key;
  add_constraint(catalog, table, constraint);
  if (found->primary) set_not_null(replaying, table.name, constraint.columns);
  return Replayed::done;
}

struct Key {
  Constraint constraint;
  std::vector<std::string> include;
  std::string using_index;
  std::string label;  ///< of the name PostgreSQL chooses: pkey, key
};

static Replayed add_key(Replaying& replaying, const ConstraintHeader& header, Key key) {
  Catalog& catalog = replaying.catalog;
  Table* table = edit_table(catalog, header.table);
  if (table == nullptr || table->constraint(header.name) != nullptr) return Replayed::refused;
  const bool primary = key.constraint.kind == Constraint::Kind::primary_key;
  if (primary && table->primary_key() != nullptr) return Replayed::refused;
  if (!key.using_index.empty())
    return adopt_index(replaying, *table, std::move(key.constraint), key.using_index);
  Constraint& constraint = key.constraint;
  if (lacks_column(*table, constraint.columns) || lacks_column(*table, key.include)) return Replayed::refused;
  if (lacks_partition_key(*table, constraint.columns)) return Replayed::refused;
  if (constraint.name.empty()) {
    const std::string columns =
        primary ? "" : join_for_name(index_column_names(elements_of(constraint.columns), key.include));
    constraint.name =
        choose_relation_name(catalog, table->name.schema, table->name.name, columns, key.label, true);
  } else if (catalog.relation_exists({table->name.schema, constraint.name})) {
    return Replayed::refused;
  }
  constraint.index = constraint.name;
  const bool partitioned = table->kind == Table::Kind::partitioned;
  const bool alone =
      partitioned && replaying.statement.only;  // ALTER TABLE ONLY: its partitions' are attached
  const Index index{.name = {table->name.schema, constraint.name},
                    .table = table->name,
                    .elements = elements_of(constraint.columns),
                    .include = key.include,
                    .unique = true,
                    .primary = primary,
                    .nulls_not_distinct = constraint.nulls_not_distinct,
                    .valid = !alone,
                    .origin = here(catalog)};
  add_constraint(catalog, *table, constraint);
  add_index(catalog, index);
  if (primary) set_not_null(replaying, table->name, constraint.columns);
  if (partitioned && !alone) add_to_partitions(catalog, table->name, index, &constraint);
  return Replayed::done;
}

Replayed apply(Replaying& replaying, const AddPrimaryKey& change) {
  Constraint constraint = make_constraint(replaying, Constraint::Kind::primary_key, change, change.name);
  constraint.columns = change.columns;
  return add_key(replaying, change,
                 {.constraint = std::move(constraint),
                  .include = change.include,
                  .using_index = change.using_index,
                  .label = "pkey"});
}

Replayed apply(Replaying& replaying, const AddUnique& change) {
  Constraint constraint = make_constraint(replaying, Constraint::Kind::unique, change, change.name);
  constraint.columns = change.columns;
  constraint.nulls_not_distinct = change.nulls_not_distinct;
  return add_key(replaying, change,
                 {.constraint = std::move(constraint),
                  .include = change.include,
                  .using_index = change.using_index,
                  .label = "key"});
}

Replayed apply(Replaying& replaying, const AddExclude& change) {
  Catalog& catalog = replaying.catalog;
  Table* table = edit_table(catalog, change.table);
  if (table == nullptr || lacks_column(*table, change.columns) || table->constraint(change.name) != nullptr)
    return Replayed::refused;
  std::string name = change.name;
  if (name.empty()) {
    const std::string columns = join_for_name(index_column_names(change.elements, {}));
    name = choose_relation_name(catalog, table->name.schema, table->name.name, columns, "excl", true);
  } else if (catalog.relation_exists({table->name.schema, name})) {
    return Replayed::refused;
  }
  Constraint constraint = make_constraint(replaying, Constraint::Kind::exclude, change, name);
  constraint.columns = change.columns;
  constraint.operators = change.operators;
  constraint.index = name;
  add_constraint(catalog, *table, std::move(constraint));
  add_index(catalog, {.name = {table->name.schema, name},
                      .table = table->name,
                      .method = change.method.empty() ? "btree" : change.method,
                      .elements = change.elements,
                      .where = change.where,
                      .origin = here(catalog)});
  return Replayed::done;
}

// ---- Foreign keys -----------------------------------------------------------------------------------------

/// The unique index a reference to these columns relies on: the first made of exactly these columns, in any
/// order, that is not partial and has no expressions.
static const Index* referenced_index(const Table& table, const std::vector<std::string>& columns) {
  std::vector<std::string> wanted = columns;
  std::sort(wanted.begin(), wanted.end());
  for (const Index& index : table.indexes) {
    if (!index.unique || index.where) continue;
    const Constraint* constraint = table.constraint(index.name.name);
    if (constraint != nullptr && constraint->deferrable) continue;
    std::vector<std::string> keys = index.columns();
    std::sort(keys.begin(), keys.end());
    if (keys == wanted) return &index;
  }
  return nullptr;
}

/// Fills in what the reference left out; false when PostgreSQL finds no key for it (42830) or no such table
/// or column.
static bool resolve_reference(Catalog& catalog, Constraint& constraint, const AddForeignKey& change) {
  constraint.referenced = catalog.resolve(change.referenced);
  constraint.referenced_columns = change.referenced_columns;
  const auto found = catalog.tables.find(constraint.referenced);
  if (found == catalog.tables.end())
    return !catalog.relation_exists(constraint.referenced) &&
           !catalog.certainly_missing(constraint.referenced);
  const Table& referenced = found->second;
  const Constraint* key = referenced.primary_key();
  if (change.referenced_columns.empty() && key != nullptr) {
    constraint.referenced_columns = key->columns;
    constraint.index = key->index;
  } else if (const Index* index = referenced_index(referenced, constraint.referenced_columns)) {
    constraint.index = index->name.name;
  } else {
    return !referenced.certain;
  }
  return constraint.referenced_columns.size() == constraint.columns.size();
}

Replayed apply(Replaying& replaying, const AddForeignKey& change) {
  Catalog& catalog = replaying.catalog;
  Table* table = edit_table(catalog, change.table);
  if (table == nullptr || lacks_column(*table, change.columns) || table->constraint(change.name) != nullptr)
    return Replayed::refused;
  const std::string name = change.name.empty()
                               ? choose_constraint_name(catalog, table->name.schema, table->name.name,
                                                        join_for_name(change.columns), "fkey")
                               : change.name;
  Constraint constraint = make_constraint(replaying, Constraint::Kind::foreign_key, change, name);
  constraint.columns = change.columns;
  constraint.on_delete = change.on_delete;
  constraint.on_update = change.on_update;
  if (!resolve_reference(catalog, constraint, change)) return Replayed::refused;
  add_constraint(catalog, *table, constraint);
  if (table->kind == Table::Kind::partitioned)
    add_foreign_key_to_partitions(catalog, table->name, constraint);
  return Replayed::done;
}

// ---- Checks and NOT NULL ----------------------------------------------------------------------------------

/// A child's restatement of what it has from its parent (heap.c, MergeWithExistingConstraint). Nothing is a
/// partition's own.
static Replayed merge(Constraint& existing, const Table& table, bool creating) {
  const bool restates = existing.kind == Constraint::Kind::check && existing.inherited && !existing.local;
  if (!restates || (!creating && table.partition_of)) return Replayed::refused;
  existing.local = !table.partition_of;
  return Replayed::done;
}

Replayed apply(Replaying& replaying, const AddCheck& change) {
  Catalog& catalog = replaying.catalog;
  Table* table = edit_table(catalog, change.table);
  if (table == nullptr) return Replayed::refused;
  if (Constraint* existing = table->constraints.own_named(change.name))
    return merge(*existing, *table, replaying.creating_table());
  const std::vector<std::string> columns = columns_of(*change.expression);
  std::string name = change.name;
  if (name.empty()) {
    const std::string_view only_column =
        columns.size() == 1 ? std::string_view(columns.front()) : std::string_view();
    name = choose_constraint_name(catalog, table->name.schema, table->name.name, only_column, "check");
  }
  Constraint constraint = make_constraint(replaying, Constraint::Kind::check, change, std::move(name));
  constraint.columns = columns;
  constraint.expression = change.expression;
  const RelationName table_name = table->name;
  add_constraint(catalog, *table, constraint);
  constraint.inherited = true;
  if (change.no_inherit) return Replayed::done;
  for (const RelationName& child_name : family(catalog, table_name, replaying.statement.only)) {
    Table* child = edit(catalog, &Catalog::tables, child_name);
    if (child_name == table_name) continue;
    if (Constraint* own = child->constraints.own_named(constraint.name)) {
      own->local |= !own->inherited && !child->partition_of;
      own->inherited = true;
    } else {
      add_constraint(catalog, *child, constraint);
    }
  }
  return Replayed::done;
}

Replayed apply(Replaying& replaying, const AddNotNull& change) {
  Catalog& catalog = replaying.catalog;
  Table* table = edit_table(catalog, change.table);
  Column* column = table == nullptr ? nullptr : edit_column(*table, change.column);
  if (column == nullptr) return Replayed::refused;
  column->not_null = !change.not_valid || replaying.creating_table();
  Constraint constraint = make_constraint(replaying, Constraint::Kind::not_null, change, change.name);
  if (constraint.name.empty())
    constraint.name =
        choose_constraint_name(catalog, table->name.schema, table->name.name, change.column, "not_null");
  constraint.columns = {change.column};
  add_constraint(catalog, *table, std::move(constraint));
  return Replayed::done;
}

static Constraint* find_constraint(Table& table, const std::string& name) {
  return table.constraints.own_named(name);
}

Replayed apply(Replaying& replaying, const ValidateConstraint& change) {
  Catalog& catalog = replaying.catalog;
  Table* table = edit_table(catalog, change.table);
  if (table == nullptr) return Replayed::refused;
  if (find_constraint(*table, change.name) == nullptr)
    return table->certain ? Replayed::refused : Replayed::done;
  for (const RelationName& name : family(catalog, table->name, false)) {
    Table* member = edit(catalog, &Catalog::tables, name);
    Constraint* constraint = find_constraint(*member, change.name);
    if (constraint == nullptr) continue;
    constraint->validated = true;
    if (constraint->kind != Constraint::Kind::not_null) continue;
    if (Column* column = find_column(*member, constraint->columns.front())) column->not_null = true;
  }
  return Replayed::done;
}

Replayed apply(Replaying& replaying, const AlterConstraint& change) {
  Table* table = edit_table(replaying.catalog, change.table);
  if (table == nullptr) return Replayed::refused;
  Constraint* constraint = find_constraint(*table, change.name);
  if (constraint == nullptr) return table->certain ? Replayed::refused : Replayed::done;
  if (change.enforced) constraint->enforced = *change.enforced;
  return Replayed::done;
}

}  // namespace miglint
