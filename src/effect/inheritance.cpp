#include "effect/inheritance.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "analysis/builtin_types.hpp"
#include "analysis/builtins.hpp"
#include "effect/partition.hpp"

namespace miglint {

namespace {

bool is_known_type(const TypeName& type, const Catalog& catalog) {
  return (type.schema == "pg_catalog" && builtin_type(type.name) != nullptr) ||
         catalog.type_exists({type.schema, type.name});
}

bool temporary(const Table& table) { return table.persistence == Persistence::temporary; }

/// `column op constant`, the constant an integer.
bool is_plain_comparison(const Expression& check) {
  const auto is_integer = [](const Expression& value) {
    return value.kind == Expression::Kind::constant && value.type.name == "int4";
  };
  return check.kind == Expression::Kind::op && check.args.size() == 2 &&
         check.args[0].kind == Expression::Kind::column && is_integer(check.args[1]);
}

}  // namespace

bool surely_other_type(const TypeName& a, const TypeName& b, const Catalog& catalog) {
  if (a == b || !is_known_type(a, catalog) || !is_known_type(b, catalog)) return false;
  if (a.name != b.name || a.schema != b.schema || (a.array_dimensions > 0) != (b.array_dimensions > 0))
    return true;
  // numeric(5) is numeric(5,0), character is character(1)
  return a.modifiers.size() == b.modifiers.size() && a.modifiers != b.modifiers;
}

bool surely_other_condition(const Expression& a, const Expression& b) {
  if (!is_plain_comparison(a) || !is_plain_comparison(b)) return false;
  return a.value != b.value || a.args[0].value != b.args[0].value || a.args[1].value != b.args[1].value;
}

// ---- CREATE TABLE … INHERITS ------------------------------------------------------------------------------

static bool may_be_parent(Context& context, const Table& parent, bool temporary_child) {
  const std::string name = in_prose(parent.name);
  if (parent.kind == Table::Kind::partitioned)
    return refuse(context, "42809", fmt::format("{} is partitioned: only partitions inherit from it", name));
  if (parent.partition_of)
    return refuse(context, "42809", fmt::format("{} is a partition: nothing inherits from it", name));
  if (temporary(parent) && !temporary_child)
    return refuse(context, "42809",
                  fmt::format("{} is temporary: only temporary tables inherit from it", name));
  return true;
}

static TypeName type_of_column(const ColumnDefinition& column, const Catalog& catalog) {
  const std::string_view serial = serial_base(column.type);
  return serial.empty() ? catalog.resolve(column.type)
                        : TypeName{.schema = "pg_catalog", .name = std::string(serial)};
}

static bool same_collation(const Boxed<RelationName>& a, const Boxed<RelationName>& b) {
  if (a.has_value() != b.has_value()) return (a ? *a : *b).name == "default";
  return !a || a->name == b->name;
}

/// A column that the new table defines, of a name that a parent has too.
static bool merges_with(Context& context, const ColumnDefinition& own, const Column& inherited) {
  const std::string name = in_prose(own.name);
  const TypeName type = type_of_column(own, context.catalog);
  if (surely_other_type(type, inherited.type, context.catalog))
    return refuse(context, "42804", fmt::format("column {} has another type than in the parent", name));
  if (type == inherited.type && !same_collation(own.collation, inherited.collation))
    return refuse(context, "42P21", fmt::format("column {} has another collation than in the parent", name));
  const bool has_default = own.default_value || own.identity != Identity::none;
  if (inherited.generated && has_default)
    return refuse(context, "42611",
                  fmt::format("column {} is generated in the parent: it can have no default here", name));
  const bool own_expression = own.generated && (context.postgres >= 16) != inherited.generated.has_value();
  if (own_expression && (context.postgres >= 16 || inherited.generated))
    return refuse(context, "42611",
                  fmt::format("column {} can have no generation expression of its own", name));
  return true;
}

/// The first of the parents' columns of this name.
static const Column* column_of(const std::vector<const Table*>& parents, std::string_view name) {
  for (const Table* parent : parents)
    if (const Column* column = parent->column(name)) return column;
  return nullptr;
}

static bool merges_with_parents(Context& context, const Table& parent,
                                const std::vector<const Table*>& earlier) {
  if (earlier.empty()) return true;
  for (const Column& column : parent.columns) {
    const Column* other = column_of(earlier, column.name);
    if (other != nullptr && surely_other_type(other->type, column.type, context.catalog))
      return refuse(context, "42804",
                    fmt::format("column {} has another type in {} than in another parent",
                                in_prose(column.name), in_prose(parent.name)));
  }
  return true;
}

void check_inherits(Context& context, const CreateTable& change) {
  if (change.inherits.empty()) return;
  if (change.partition_key)
    return always_fails(context, "42P17", "a partitioned table can't inherit from others");
  std::vector<const Table*> parents;
  for (const RelationName& name : change.inherits) {
    const Table* parent = context.catalog.table(name);
    if (parent == nullptr) continue;
    if (parent->certain && !may_be_parent(context, *parent, change.persistence == Persistence::temporary))
      return;
    if (std::ranges::find(parents, parent) != parents.end())
      return always_fails(context, "42P07",
                          fmt::format("{} is named twice among the parents", in_prose(parent->name)));
    if (!merges_with_parents(context, *parent, parents)) return;
    parents.push_back(parent);
  }
  for (const ColumnDefinition& own : change.columns) {
    const Column* inherited = column_of(parents, own.name);
    if (inherited != nullptr && !merges_with(context, own, *inherited)) return;
  }
}

// ---- ALTER TABLE … INHERIT, ATTACH PARTITION --------------------------------------------------------------

static bool has_columns_of(Context& context, const Table& table, const Table& parent) {
  for (const Column& column : parent.columns) {
    const Column* own = table.column(column.name);
    if (own == nullptr)
      return refuse(context, "42804",
                    fmt::format("{} lacks column {} of {}", in_prose(table.name), in_prose(column.name),
                                in_prose(parent.name)));
    const std::string name = full_name(table, own->name);
    if (surely_other_type(own->type, column.type, context.catalog))
      return refuse(context, "42804",
                    fmt::format("{} has another type than in {}", name, in_prose(parent.name)));
    if (column.not_null && !own->not_null)
      return refuse(context, "42804",
                    fmt::format("{} must be NOT NULL as in {}", name, in_prose(parent.name)));
    if (column.generated && !own->generated)
      return refuse(context, "42804",
                    fmt::format("{} must be generated as in {}", name, in_prose(parent.name)));
  }
  return true;
}

static bool has_checks_of(Context& context, const Table& table, const Table& parent) {
  for (const Constraint& check : parent.constraints) {
    if (check.kind != Constraint::Kind::check || check.no_inherit) continue;
    const Constraint* own = table.constraint(check.name);
    const std::string name = fmt::format("constraint {} of {}", in_prose(check.name), in_prose(parent.name));
    if (own == nullptr || own->kind != Constraint::Kind::check)
      return refuse(context, "42804", fmt::format("{} lacks {}", in_prose(table.name), name));
    if (own->expression && check.expression && surely_other_condition(*own->expression, *check.expression))
      return refuse(context, "42804",
                    fmt::format("{} has {} with another condition", in_prose(table.name), name));
    if (own->no_inherit)
      return refuse(context, "42P17", fmt::format("{} has {} as NO INHERIT", in_prose(table.name), name));
  }
  return true;
}

bool matches_parent(Context& context, const Table& table, const Table& parent) {
  if (!table.certain || !parent.certain) return true;
  return has_columns_of(context, table, parent) && has_checks_of(context, table, parent);
}

static bool is_free_to_inherit(Context& context, const Table& table) {
  const std::string name = in_prose(table.name);
  if (table.kind == Table::Kind::partitioned)
    return refuse(context, "42809", fmt::format("{} is partitioned: it can't inherit", name));
  if (table.partition_of)
    return refuse(context, "42809", fmt::format("{} is a partition: it has its one parent", name));
  return is_no_typed_table(context, table, "it can't inherit");
}

void inherit(Context& context, const AlterTableOption& change, const Table& table) {
  const RelationName parent_name = resolve(context, change.parent);
  lock(context, parent_name, LockMode::share_update_exclusive);
  if (!is_free_to_inherit(context, table) || !relation_is_there(context, change.parent)) return;
  const Table* parent = context.catalog.table(parent_name);
  if (parent != nullptr && parent->certain && table.certain) {
    if (!may_be_parent(context, *parent, temporary(table))) return;
    if (std::ranges::find(table.inherits, parent->name) != table.inherits.end())
      return always_fails(
          context, "42P07",
          fmt::format("{} inherits from {} already", in_prose(table.name), in_prose(parent->name)));
  }
  if (closes_circle(context, table.name, parent_name) || parent == nullptr) return;
  matches_parent(context, table, *parent);
}

void disinherit(Context& context, const AlterTableOption& change, const Table& table) {
  if (table.partition_of) {
    always_fails(context, "42809", fmt::format("{} is a partition: DETACH it", in_prose(table.name)));
    return;
  }
  if (!relation_is_there(context, change.parent)) return;
  const Table* parent = context.catalog.table(change.parent);
  if (parent == nullptr || !parent->certain || !table.certain ||
      std::ranges::find(table.inherits, parent->name) != table.inherits.end())
    return;
  always_fails(context, "42P01",
               fmt::format("{} is no parent of {}", in_prose(parent->name), in_prose(table.name)));
}

}  // namespace miglint
