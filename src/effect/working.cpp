#include "effect/working.hpp"

#include <algorithm>

namespace miglint {

namespace {

Column* column_of(Table& table, std::string_view name) { return table.columns.own_named(name); }

void note(Table& table, const Context& context, const AddColumn& change) {
  if (table.column(change.column.name) != nullptr) return;
  const ColumnDefinition& definition = change.column;
  table.columns.push_back(
      {.name = definition.name,
       .type = context.catalog.resolve(definition.type),
       .not_null = definition.not_null || definition.primary_key || definition.identity != Identity::none,
       .default_value = definition.default_value,
       .identity = definition.identity,
       .generated = definition.generated,
       .generated_virtual = definition.generated_virtual});
}

void note(Table& table, const Context&, const DropColumn& change) {
  table.columns.erase_if([&](const Column& c) { return c.name == change.column; });
  table.indexes.erase_if([&](const Index& i) { return i.uses(change.column); });
  table.constraints.erase_if([&](const Constraint& c) { return contains(c.columns, change.column); });
}

void note(Table& table, const Context&, const DropConstraint& change) {
  table.constraints.erase_if([&](const Constraint& c) { return c.name == change.name; });
  table.indexes.erase_if([&](const Index& i) { return i.name.name == change.name; });
}

void note(Table& table, const Context&, const SetNotNull& change) {
  if (Column* column = column_of(table, change.column)) column->not_null = true;
}
void note(Table& table, const Context&, const DropNotNull& change) {
  if (Column* column = column_of(table, change.column)) column->not_null = false;
}
void note(Table& table, const Context&, const SetDefault& change) {
  if (Column* column = column_of(table, change.column)) column->default_value = change.value;
}
void note(Table& table, const Context&, const DropDefault& change) {
  if (Column* column = column_of(table, change.column)) column->default_value.reset();
}
void note(Table& table, const Context& context, const ChangeType& change) {
  if (Column* column = column_of(table, change.column)) column->type = context.catalog.resolve(change.type);
}
void note(Table& table, const Context&, const AlterIdentity& change) {
  Column* column = column_of(table, change.column);
  if (column == nullptr) return;
  const bool drops = change.action == AlterIdentity::Action::drop;
  if (drops || change.identity != Identity::none) column->identity = drops ? Identity::none : change.identity;
}

void add_key(Table& table, Constraint::Kind kind, const ConstraintHeader& header,
             std::vector<std::string> columns, const std::string& using_index) {
  if (const Index* index = using_index.empty() ? nullptr : table.index(using_index))
    columns = index->columns();
  if (kind == Constraint::Kind::primary_key)
    for (const std::string& name : columns)
      if (Column* column = column_of(table, name)) column->not_null = true;
  table.constraints.push_back(
      {.kind = kind, .name = header.name, .columns = std::move(columns), .deferrable = header.deferrable});
}

void note(Table& table, const Context&, const AddPrimaryKey& change) {
  add_key(table, Constraint::Kind::primary_key, change, change.columns, change.using_index);
}
void note(Table& table, const Context&, const AddUnique& change) {
  add_key(table, Constraint::Kind::unique, change, change.columns, change.using_index);
}
void note(Table& table, const Context&, const AddCheck& change) {
  table.constraints.push_back({.kind = Constraint::Kind::check,
                               .name = change.name,
                               .columns = columns_of(*change.expression),
                               .expression = change.expression,
                               .validated = !change.not_valid,
                               .enforced = !change.not_enforced,
                               .no_inherit = change.no_inherit});
}
void note(Table& table, const Context&, const AddExclude& change) {
  add_key(table, Constraint::Kind::exclude, change, change.columns, {});
}
void note(Table& table, const Context& context, const AddForeignKey& change) {
  table.constraints.push_back({.kind = Constraint::Kind::foreign_key,
                               .name = change.name,
                               .columns = change.columns,
                               .referenced = resolve(context, change.referenced),
                               .referenced_columns = change.referenced_columns,
                               .validated = !change.not_valid,
                               .enforced = !change.not_enforced});
}
template <class Other>
void note(Table&, const Context&, const Other&) {}

}  // namespace

void advance(Context& context, const Change& change) {
  if (!context.working) return;
  Table& table = *context.working;
  std::visit([&](const auto& known) { note(table, context, known); }, change);
}

}  // namespace miglint
