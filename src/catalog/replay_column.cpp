// ADD COLUMN, ALTER COLUMN. What a parent's column becomes, the columns of its partitions and children become
// too.

#include <algorithm>
#include <fmt/format.h>

#include "analysis/builtin_types.hpp"
#include "catalog/inheritance.hpp"
#include "catalog/naming.hpp"
#include "catalog/replay.hpp"

namespace miglint {

// ---- Adding -----------------------------------------------------------------------------------------------

static RelationName create_owned_sequence(Catalog& catalog, const RelationName& table,
                                          const std::string& column, const TypeName& type, bool identity) {
  const RelationName name = {table.schema,
                             choose_relation_name(catalog, table.schema, table.name, column, "seq", false)};
  put(catalog, &Catalog::sequences, name,
      Sequence{.name = name,
               .type = type,
               .identity = identity,
               .owned_by_table = table,
               .owned_by_column = column,
               .origin = here(catalog)});
  catalog.dependents.sequences[table].insert(name);
  return name;
}

/// What serial writes as the default (parse_utilcmd.c, generateSerialExtraStmts).
static Expression nextval(const RelationName& sequence) {
  Expression argument{.kind = Expression::Kind::constant, .value = quote(sequence)};
  Expression cast{.kind = Expression::Kind::cast,
                  .type = {.schema = "pg_catalog", .name = "regclass"},
                  .args = {std::move(argument)}};
  return {.kind = Expression::Kind::function,
          .function = {"pg_catalog", "nextval"},
          .args = {std::move(cast)},
          .text = fmt::format("nextval({}::regclass)", quote_literal(quote(sequence)))};
}

/// A default of NULL is no default at all (heap.c, AddRelationNewConstraints), except on a domain, whose own
/// default it overrides.
static bool is_plain_null(const Catalog& catalog, const Expression& value, const TypeName& type) {
  return without_casts(value).kind == Expression::Kind::null && catalog.domain(type) == nullptr;
}

Column make_column(Catalog& catalog, const RelationName& table, const ColumnDefinition& definition) {
  Column column{.name = definition.name,
                .type = catalog.resolve(definition.type),
                .not_null = definition.not_null || definition.identity != Identity::none,
                .default_value = definition.default_value,
                .identity = definition.identity,
                .generated = definition.generated,
                .generated_virtual = definition.generated_virtual,
                .collation = definition.collation,
                .origin = here(catalog)};
  if (column.default_value && is_plain_null(catalog, *column.default_value, column.type))
    column.default_value.reset();
  if (const auto base = serial_base(definition.type); !base.empty()) {
    column.type = {.schema = "pg_catalog", .name = std::string(base)};
    column.not_null = true;
    column.default_value = nextval(create_owned_sequence(catalog, table, column.name, column.type, false));
  } else if (definition.identity != Identity::none) {
    create_owned_sequence(catalog, table, column.name, column.type, true);
  }
  return column;
}

static void add_to_children(Replaying& replaying, const RelationName& parent, const Column& column) {
  for (const RelationName& name : family(replaying.catalog, parent, replaying.statement.only)) {
    if (name == parent) continue;
    Table* child = edit(replaying.catalog, &Catalog::tables, name);
    if (Column* merged = find_column(*child, column.name)) {
      merged->local |= !merged->inherited;
      merged->inherited = true;
      continue;
    }
    child->columns.push_back(column).inherited = true;
    note_column(replaying.catalog, name, column);
  }
}

Replayed apply(Replaying& replaying, const AddColumn& change) {
  Catalog& catalog = replaying.catalog;
  Table* table = edit_table(catalog, change.table);
  if (table == nullptr) return Replayed::refused;
  if (find_column(*table, change.column.name) != nullptr)
    return change.if_not_exists ? Replayed::skipped : Replayed::refused;
  if (table->columns.size() >= most_columns) return Replayed::refused;
  table->columns.push_back(make_column(catalog, table->name, change.column));
  const Column& column = table->columns.back();
  note_column(catalog, table->name, column);
  add_to_children(replaying, table->name, Column(column));
  return Replayed::done;
}

// ---- Altering ---------------------------------------------------------------------------------------------

/// Does the same to a column in the table and in what inherits it.
template <class Alter>
static Replayed alter_column(Replaying& replaying, const RelationName& written, const std::string& name,
                             Alter alter) {
  Table* table = edit_table(replaying.catalog, written);
  if (table == nullptr) return Replayed::refused;
  Column* column = edit_column(*table, name);
  if (column == nullptr || !alter(*table, *column)) return Replayed::refused;
  for (const RelationName& child_name : family(replaying.catalog, table->name, replaying.statement.only)) {
    if (child_name == table->name) continue;
    Table* child = edit(replaying.catalog, &Catalog::tables, child_name);
    if (Column* inherited = find_column(*child, name)) alter(*child, *inherited);
  }
  return Replayed::done;
}

/// "… must be changed in child tables too": what ONLY can't do where children have the column.
static bool children_must_follow(const Replaying& replaying, const Table& table) {
  return replaying.statement.only && !replaying.catalog.children_of(table.name).empty();
}

Replayed apply(Replaying& replaying, const SetNotNull& change) {
  return alter_column(replaying, change.table, change.column, [&](const Table& table, Column& column) {
    if (table.kind == Table::Kind::partitioned && children_must_follow(replaying, table)) return false;
    return column.not_null = true;
  });
}

Replayed apply(Replaying& replaying, const DropNotNull& change) {
  return alter_column(replaying, change.table, change.column, [](const Table& table, Column& column) {
    const Constraint* key = table.primary_key();
    const bool in_key = key != nullptr && std::find(key->columns.begin(), key->columns.end(), column.name) !=
                                              key->columns.end();
    if (in_key || column.identity != Identity::none) return false;
    column.not_null = false;
    return true;
  });
}

Replayed apply(Replaying& replaying, const SetDefault& change) {
  if (View* view = edit(replaying.catalog, &Catalog::views, replaying.catalog.resolve(change.table))) {
    view->writing.reset();  // what is left out is no longer the table's to say
    return view->materialized ? Replayed::refused : Replayed::done;
  }
  return alter_column(replaying, change.table, change.column, [&](const Table& table, Column& column) {
    if (column.identity != Identity::none || column.generated) return false;
    column.default_value = change.value;
    note_default(replaying.catalog, table.name, column);
    if (is_plain_null(replaying.catalog, *change.value, column.type)) column.default_value.reset();
    return true;
  });
}

Replayed apply(Replaying& replaying, const DropDefault& change) {
  if (replaying.catalog.views.contains(replaying.catalog.resolve(change.table))) return Replayed::done;
  return alter_column(replaying, change.table, change.column, [](const Table&, Column& column) {
    if (column.identity != Identity::none || column.generated) return false;
    column.default_value.reset();
    return true;
  });
}

/// tablecmds.c, ATExecAlterColumnType and RememberAllDependentForRebuilding: what reads the column by more
/// than a constraint or an index makes PostgreSQL refuse (0A000).
static bool type_is_pinned(const Catalog& catalog, const Table& table, const std::string& column) {
  const auto names_column = [&](const std::vector<std::string>& columns) {
    return std::find(columns.begin(), columns.end(), column) != columns.end();
  };
  for (const View* view : catalog.views_using(table.name, column))
    if (view->certain) return true;
  if (const auto readers = catalog.dependents.functions.find(table.name);
      readers != catalog.dependents.functions.end())
    for (const FunctionName& name : readers->second)
      if (const auto function = catalog.functions.find(name);
          function != catalog.functions.end() && function->second.uses.contains({table.name, column}))
        return true;
  if (names_column(table.partition_key.columns)) return true;
  for (const Column& other : table.columns)
    if (other.generated && mentions(*other.generated, column)) return true;
  for (const Policy& policy : table.policies)
    if (names_column(policy.columns)) return true;
  for (const RewriteRule& rule : table.rules)
    if (names_column(rule.columns)) return true;
  return std::any_of(table.triggers.begin(), table.triggers.end(), [&](const Trigger& trigger) {
    return names_column(trigger.update_of) || names_column(trigger.when_columns);
  });
}

/// The default stays a constant of the type it was made with, cast to the new one: DROP TYPE finds it there.
static void keep_type_of_default(Column& column) {
  if (!column.default_value || column.type.schema == "pg_catalog" ||
      column.default_value->kind != Expression::Kind::constant)
    return;
  Expression constant = *column.default_value;
  Expression cast{.kind = Expression::Kind::cast, .type = column.type, .text = constant.text};
  cast.args.push_back(std::move(constant));
  column.default_value = std::move(cast);
}

Replayed apply(Replaying& replaying, const ChangeType& change) {
  Catalog& catalog = replaying.catalog;
  if (!serial_base(change.type).empty()) return Replayed::refused;  // not a type (42704)
  const TypeName type = catalog.resolve(change.type);
  if (const Column* column = catalog.column(change.table, change.column);
      column != nullptr && column->inherited)
    return Replayed::refused;
  return alter_column(replaying, change.table, change.column, [&](const Table& table, Column& column) {
    if (type_is_pinned(catalog, table, column.name) || children_must_follow(replaying, table)) return false;
    if (column.type != type) keep_type_of_default(column);
    column.type = type;
    column.collation = change.collation;
    note_column(catalog, table.name, column);
    return true;
  });
}

// ---- Identity and generated -------------------------------------------------------------------------------

static void drop_identity_sequence(Catalog& catalog, const RelationName& table, const std::string& column) {
  std::vector<RelationName> gone;
  for (const RelationName& name : catalog.dependents.sequences[table]) {
    const auto found = catalog.sequences.find(name);
    if (found == catalog.sequences.end() || found->second.owned_by_table != table) continue;
    if (found->second.identity && found->second.owned_by_column == column) gone.push_back(name);
  }
  for (const RelationName& name : gone) erase(catalog, &Catalog::sequences, name);
}

/// What a partitioned table's column has become, its partitions' have, too.
static void pass_identity_on(Replaying& replaying, const Table& table, const Column& column) {
  if (table.kind != Table::Kind::partitioned || !shares_identity(replaying.catalog)) return;
  for (const RelationName& name : family(replaying.catalog, table.name, false)) {
    Table* partition = name == table.name ? nullptr : edit(replaying.catalog, &Catalog::tables, name);
    if (Column* own = partition == nullptr ? nullptr : find_column(*partition, column.name))
      own->identity = column.identity;
  }
}

Replayed apply(Replaying& replaying, const AlterIdentity& change) {
  using Action = AlterIdentity::Action;
  Catalog& catalog = replaying.catalog;
  Table* table = edit_table(catalog, change.table);
  Column* column = table == nullptr ? nullptr : edit_column(*table, change.column);
  if (column == nullptr) return Replayed::refused;
  const bool is_identity = column->identity != Identity::none;
  if (change.action == Action::add) {
    if (is_identity || column->default_value || (!column->not_null && table->certain))
      return Replayed::refused;
    column->identity = change.identity;
    create_owned_sequence(catalog, table->name, column->name, column->type, true);
  } else if (!is_identity && table->certain) {
    return change.if_exists ? Replayed::skipped : Replayed::refused;
  } else if (change.action == Action::drop) {
    column->identity = Identity::none;
    drop_identity_sequence(catalog, table->name, change.column);
  } else if (change.identity != Identity::none) {
    column->identity = change.identity;
  }
  pass_identity_on(replaying, *table, Column(*column));
  return Replayed::done;
}

Replayed apply(Replaying& replaying, const AlterGenerated& change) {
  return alter_column(replaying, change.table, change.column, [&](const Table& table, Column& column) {
    if (!column.generated && table.certain) return change.if_exists;
    column.generated =
        change.action == AlterGenerated::Action::drop_expression ? std::nullopt : change.expression;
    return true;
  });
}

}  // namespace miglint
