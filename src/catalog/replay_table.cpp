// CREATE TABLE in all its forms: LIKE, INHERITS, PARTITION OF, OF, AS.

#include <algorithm>

#include "analysis/output_columns.hpp"
#include "catalog/drop.hpp"
#include "catalog/inheritance.hpp"
#include "catalog/naming.hpp"
#include "catalog/replay.hpp"

namespace miglint {

// ---- Where a new table's columns come from ----------------------------------------------------------------

/// Merges a column into those the table has: a parent's meets another parent's, or the table's own
/// (tablecmds.c, MergeAttributes).
static void merge_column(Table& table, Column column) {
  Column* existing = find_column(table, column.name);
  if (existing == nullptr) {
    table.columns.push_back(std::move(column));
    return;
  }
  existing->not_null |= column.not_null;
  existing->inherited |= column.inherited;
  if (column.identity != Identity::none) existing->identity = column.identity;
  if (existing->type.empty()) existing->type = column.type;
  if (column.default_value) existing->default_value = column.default_value;
  if (column.generated) existing->generated = column.generated;
}

static void inherit_checks(const Table& parent, Table& table) {
  for (const Constraint& constraint : parent.constraints) {
    if (constraint.kind != Constraint::Kind::check || constraint.no_inherit ||
        table.constraint(constraint.name) != nullptr)
      continue;
    Constraint& copy = table.constraints.push_back(constraint);
    copy.inherited = true;
    copy.local = false;
  }
}

/// Of the first parent, whose columns meet no others, the table shares those that are inherited there too: in
/// a long chain of wide tables, nearly all.
static void inherit_from(const Catalog& catalog, const Table& parent, Table& table) {
  const bool first = table.columns.empty();
  const bool keeps_identity = table.partition_of && shares_identity(catalog);
  for (auto at = parent.columns.begin(); at != parent.columns.end(); ++at) {
    if (first && at->inherited && !at->local && (keeps_identity || at->identity == Identity::none)) {
      table.columns.share(at);
      continue;
    }
    Column column = *at;
    column.inherited = true;
    column.local = false;
    if (!keeps_identity) column.identity = Identity::none;
    if (first) {
      table.columns.push_back(std::move(column));
    } else {
      merge_column(table, std::move(column));
    }
  }
  inherit_checks(parent, table);
}

static void add_columns_like_composite(Catalog& catalog, const Composite& type, Table& table) {
  for (const ColumnDefinition& attribute : type.attributes)
    merge_column(table, make_column(catalog, table.name, attribute));
}

static void add_columns_like_view(Catalog& catalog, const LikeClause& like, Table& table) {
  const auto composite = catalog.composites.find(catalog.resolve(like.source));
  if (composite != catalog.composites.end())
    return add_columns_like_composite(catalog, composite->second, table);
  const View* view = catalog.view(like.source);
  table.certain = table.certain && view != nullptr && view->certain && view->columns_known;
  if (view == nullptr) return;
  for (std::size_t at = 0; at < view->columns.size(); ++at)
    merge_column(table, {.name = view->columns[at],
                         .type = at < view->types.size() ? view->types[at] : TypeName{},
                         .origin = here(catalog)});
}

/// LIKE makes of it the same column.
static bool is_bare(const Column& column) {
  return !column.inherited && !column.default_value && !column.generated && column.identity == Identity::none;
}

/// LIKE source [INCLUDING …]: types and NOT NULL always, the rest as asked. It is a copy: nothing keeps the
/// two tied.
static void add_like_columns(Catalog& catalog, const LikeClause& like, Table& table) {
  const Table* source = catalog.table(like.source);
  if (source == nullptr) return add_columns_like_view(catalog, like, table);
  const bool first = table.columns.empty();
  for (auto at = source->columns.begin(); at != source->columns.end(); ++at) {
    const Column& original = *at;
    if (first && is_bare(original)) {
      table.columns.share(at);
      continue;
    }
    ColumnDefinition definition{.name = original.name,
                                .type = original.type,
                                .not_null = original.not_null,
                                .collation = original.collation};
    if (like.defaults) definition.default_value = original.default_value;
    if (like.identity) definition.identity = original.identity;
    if (like.generated) definition.generated = original.generated;
    Column column = make_column(catalog, table.name, definition);
    if (first) {
      table.columns.push_back(std::move(column));
    } else {
      merge_column(table, std::move(column));
    }
  }
  if (!like.constraints) return;
  for (const Constraint& constraint : source->constraints) {
    if (constraint.kind != Constraint::Kind::check || table.constraint(constraint.name) != nullptr) continue;
    Constraint& copy = table.constraints.push_back(constraint);
    copy.origin = here(catalog);
    copy.inherited = copy.local = false;
  }
}

/// LIKE … INCLUDING INDEXES: under names PostgreSQL chooses anew, keys with their constraint
/// (parse_utilcmd.c, generateClonedIndexStmt).
static void add_like_indexes(Catalog& catalog, const LikeClause& like, const RelationName& name) {
  const Table* source = catalog.table(like.source);
  const View* view = source == nullptr ? catalog.view(like.source) : nullptr;
  if ((source == nullptr && view == nullptr) || !like.indexes) return;
  for (const Index& original : SharedList<Index>(source != nullptr ? source->indexes : view->indexes)) {
    const Constraint* constraint = source == nullptr ? nullptr : source->constraint(original.name.name);
    const bool excludes = constraint != nullptr && constraint->kind == Constraint::Kind::exclude;
    const std::string columns =
        original.primary ? "" : join_for_name(index_column_names(original.elements, original.include));
    const char* label = original.primary ? "pkey" : excludes ? "excl" : constraint != nullptr ? "key" : "idx";
    Index index = original;
    index.name = {name.schema, choose_relation_name(catalog, name.schema, name.name, columns, label,
                                                    constraint != nullptr)};
    index.table = name;
    index.parent = {};
    index.origin = here(catalog);
    if (constraint != nullptr) {
      Constraint copy = *constraint;
      copy.name = copy.index = index.name.name;
      copy.inherited = false;
      copy.origin = here(catalog);
      add_constraint(catalog, catalog.tables.at(name), std::move(copy));
    }
    add_index(catalog, std::move(index));
  }
}

static void add_composite_columns(Catalog& catalog, const RelationName& type, Table& table) {
  const auto found = catalog.composites.find(catalog.resolve(type));
  if (found == catalog.composites.end()) return;
  add_columns_like_composite(catalog, found->second, table);
}

static void add_own_column(Catalog& catalog, const ColumnDefinition& definition, Table& table) {
  const bool merged = find_column(table, definition.name) != nullptr;
  Column column = make_column(catalog, table.name, definition);
  column.inherited = merged && table.partition_of.has_value();
  merge_column(table, std::move(column));
  // A partition has no columns of its own (pg_attribute.attislocal).
  if (merged && !table.partition_of) find_column(table, definition.name)->local = true;
}

/// Those that are written and those of LIKE, in the order of the text.
static void add_own_columns(Catalog& catalog, const CreateTable& change, Table& table) {
  auto like = change.like.begin();
  for (std::size_t at = 0; at <= change.columns.size(); ++at) {
    for (; like != change.like.end() && like->after <= static_cast<int>(at); ++like)
      add_like_columns(catalog, *like, table);
    if (at < change.columns.size()) add_own_column(catalog, change.columns[at], table);
  }
}

// ---- CREATE TABLE -----------------------------------------------------------------------------------------

static bool has_duplicate_column(const CreateTable& change) {
  std::vector<std::string_view> names;
  for (const ColumnDefinition& column : change.columns) names.emplace_back(column.name);
  std::sort(names.begin(), names.end());
  return std::adjacent_find(names.begin(), names.end()) != names.end();
}

/// The parent that a new table names, one that no migration made brought in as uncertain. Null where the
/// table would be its own ancestor, or where the name is no table's.
static const Table* parent_of_new(Catalog& catalog, const RelationName& written, Table& table) {
  const RelationName name = catalog.resolve(written);
  const bool circle = circle_through(catalog, table.name, name) != Circle::none;
  const Table* parent = circle ? nullptr : edit_table(catalog, name);
  table.certain = table.certain && parent != nullptr && parent->certain;
  return parent;
}

static void take_parents(Catalog& catalog, const CreateTable& change, Table& table) {
  for (const RelationName& written : change.inherits)
    if (const Table* parent = parent_of_new(catalog, written, table)) {
      table.inherits.push_back(parent->name);
      inherit_from(catalog, *parent, table);
    }
  if (!change.partition_of) return;
  const Table* parent = parent_of_new(catalog, *change.partition_of, table);
  if (parent == nullptr) return;
  table.partition_of = parent->name;
  if (change.bound) table.bound = *change.bound;
  inherit_from(catalog, *parent, table);
}

/// `output`: what its query gives a table that is made AS one.
static Table make_table(Catalog& catalog, const CreateTable& change, const RelationName& name,
                        QueryColumns output) {
  Table table{.name = name,
              .kind = change.foreign         ? Table::Kind::foreign
                      : change.partition_key ? Table::Kind::partitioned
                                             : Table::Kind::table,
              .persistence = change.persistence,
              .on_commit_drop = change.on_commit_drop,
              .owner = current_role(catalog),
              .origin = here(catalog)};
  table.server = change.server;
  if (change.partition_key) table.partition_key = *change.partition_key;
  take_parents(catalog, change, table);
  if (change.of_type) {
    table.of_type = resolve_type(catalog, *change.of_type);
    add_composite_columns(catalog, *table.of_type, table);
  }
  add_own_columns(catalog, change, table);
  if (change.as_query) {
    table.columns = std::move(output.columns);
    table.certain = table.certain && output.known;
    table.filled = change.with_data;
  }
  return table;
}

Replayed apply(Replaying& replaying, const CreateTable& change) {
  Catalog& catalog = replaying.catalog;
  const RelationName name = name_of_new(catalog, change.table, change.persistence);
  if (name.schema == "pg_temp") find_temporary_first(catalog);
  if (catalog.relation_exists(name)) {
    if (change.if_not_exists) return Replayed::skipped;
    if (const Table* there = catalog.table(name); there != nullptr && there->on_commit_drop)
      drop(catalog, {{.kind = Object::Kind::table, .name = name}}, true);
  }
  if (catalog.relation_exists(name)) {
    // One that a statement merely named may be a guess of ours: its CREATE is the better source.
    const auto guessed = catalog.tables.find(name);
    if (guessed == catalog.tables.end() || guessed->second.origin.known()) return Replayed::refused;
  }
  if (catalog.type_exists(name) && !catalog.relation_exists(name)) return Replayed::refused;
  if (change.columns.size() > most_columns || has_duplicate_column(change)) return Replayed::refused;
  if (change.partition_of && catalog.certainly_missing(*change.partition_of)) return Replayed::refused;
  if (std::ranges::any_of(change.inherits,
                          [&](const RelationName& parent) { return catalog.certainly_missing(parent); }))
    return Replayed::refused;
  QueryColumns output;
  if (change.as_query) output = query_columns(catalog, *change.as_query, change.column_aliases);
  if (output.refusal || refused_output(catalog, output)) return Replayed::refused;
  Table made = make_table(catalog, change, name, std::move(output));
  if (made.columns.size() > most_columns) return Replayed::refused;
  const Table& table = put(catalog, &Catalog::tables, name, std::move(made));
  note_dependents(catalog, table);
  if (table.on_commit_drop && catalog.journal.recording()) catalog.journal.at_commit.drops.push_back(name);
  for (const LikeClause& like : change.like) add_like_indexes(catalog, like, name);
  if (table.partition_of && catalog.tables.contains(*table.partition_of))
    adopt_from_parent(catalog, name, RelationName(*table.partition_of));
  return Replayed::done;
}

}  // namespace miglint
