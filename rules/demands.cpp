#include "demands.hpp"

#include <algorithm>

namespace miglint {

namespace {

/// The rest of the migration drops the index or constraint.
bool goes_later(const Step& step, const RelationName& table, std::string_view name) {
  const auto drops_index = [&](const Change& change) {
    const auto* drop = std::get_if<DropIndex>(&change);
    return drop && drop->index.name == name;
  };
  const auto drops_constraint = [&](const Change& change) {
    const auto* drop = std::get_if<DropConstraint>(&change);
    return drop && drop->name == name && step.before.resolve(drop->table) == table;
  };
  return later(step, name, drops_index) || later(step, table.name, drops_constraint);
}

void add_existing(Demands& demands, const Step& step, const Table& table, std::string_view column) {
  for (const Index& index : table.indexes) {
    const std::vector<std::string> columns = index.columns();
    if (!index.unique || index.where || !has(columns, column) || has(columns, "")) continue;
    if (goes_later(step, table.name, index.name.name)) continue;
    demands.keys.push_back(
        {.columns = columns, .nulls_agree = index.nulls_not_distinct, .primary = index.primary});
  }
  for (const Constraint& constraint : table.constraints) {
    if (!has(constraint.columns, column) || goes_later(step, table.name, constraint.name)) continue;
    if (constraint.kind == Constraint::Kind::foreign_key &&
        constraint.columns.size() == constraint.referenced_columns.size())
      demands.references.push_back({.columns = constraint.columns,
                                    .referenced = constraint.referenced,
                                    .referenced_columns = constraint.referenced_columns});
    if (constraint.kind == Constraint::Kind::check && constraint.expression)
      demands.checks.push_back(*constraint.expression);
  }
  if (const Column* found = table.column(column)) demands.not_null |= found->not_null;
}

/// What the column of this name was is nothing to the one that comes.
bool is_made_anew(const Step& step, std::string_view column) {
  if (step.change < 0) return false;
  const Change& change = step.statement.changes[static_cast<std::size_t>(step.change)].change;
  const auto* drop = std::get_if<DropColumn>(&change);
  const auto* add = std::get_if<AddColumn>(&change);
  return (drop && drop->column == column) || (add && add->column.name == column);
}

struct Collector {
  const Step& step;
  std::string_view column;
  Demands& demands;
  bool same_statement = false;

  void operator()(const AddPrimaryKey& key) {
    if (!has(key.columns, column)) return;
    demands.keys.push_back({.columns = key.columns, .primary = true, .same_statement = same_statement});
    demands.not_null = true;
  }
  void operator()(const AddUnique& key) {
    if (has(key.columns, column))
      demands.keys.push_back(
          {.columns = key.columns, .nulls_agree = key.nulls_not_distinct, .same_statement = same_statement});
  }
  void operator()(const CreateIndex& index) {
    if (!index.unique) return;
    std::vector<std::string> columns;
    for (const IndexElement& element : index.elements) columns.push_back(element.column);
    if (has(columns, column) && !has(columns, ""))
      demands.keys.push_back({.columns = columns, .nulls_agree = index.nulls_not_distinct});
  }
  void operator()(const AddForeignKey& key) {
    ReferenceDemand reference{.columns = key.columns,
                              .referenced = step.before.resolve(key.referenced),
                              .referenced_columns = referenced_columns(step, key)};
    if (has(key.columns, column) && reference.columns.size() == reference.referenced_columns.size())
      demands.references.push_back(std::move(reference));
  }
  void operator()(const AddCheck& check) {
    if (check.expression && mentions(*check.expression, column)) demands.checks.push_back(*check.expression);
  }
  void operator()(const SetNotNull& change) { demands.not_null |= change.column == column; }
  void operator()(const AddNotNull& change) { demands.not_null |= change.column == column; }
  void operator()(const auto&) {}
};

/// The table that a change adds something to; none for most.
template <class Kind>
const RelationName* target_of(const Kind& change) {
  if constexpr (requires { change.table; } && !std::is_same_v<Kind, Maintenance>)
    return &change.table;
  else
    return nullptr;
}

}  // namespace

std::vector<std::string> referenced_columns(const Step& step, const AddForeignKey& key) {
  if (!key.referenced_columns.empty()) return key.referenced_columns;
  const RelationName referenced = step.before.resolve(key.referenced);
  const Table* parent = step.before.table(referenced);
  const Constraint* primary = parent ? parent->primary_key() : nullptr;
  if (primary) return primary->columns;
  for (const Mention place : step.mentions.of(referenced.name)) {
    const auto* made = std::get_if<AddPrimaryKey>(&step.mentions.at(place));
    if (made && step.before.resolve(made->table) == referenced) return made->columns;
  }
  return {};
}

Demands demands_on(const Step& step, const RelationName& table, std::string_view column) {
  Demands demands;
  const Table* found = step.before.table(table);
  if (found && !is_made_anew(step, column)) add_existing(demands, step, *found, column);
  if (step.in_do_block) return demands;
  for (const Mention place : step.mentions.of(table.name)) {
    // what stands ahead of the change in its own statement is not in the catalog yet
    if (place.statement < step.index || (place.statement == step.index && place.change == step.change))
      continue;
    Collector collect{
        .step = step, .column = column, .demands = demands, .same_statement = place.statement == step.index};
    std::visit(
        [&](const auto& change) {
          const RelationName* target = target_of(change);
          if (target && step.before.resolve(*target) == table) collect(change);
        },
        step.mentions.at(place));
  }
  return demands;
}

std::vector<Child> children_of(const Step& step, const RelationName& table) {
  std::vector<Child> children;
  for (const auto& [child, key] : step.before.referencing(table)) {
    if (key->columns.size() == key->referenced_columns.size() && !key->inherited)
      children.push_back(
          {.table = child->name, .columns = key->columns, .referenced_columns = key->referenced_columns});
  }
  return children;
}

std::vector<std::string> row_key(const Step& step, const RelationName& table) {
  const Table* found = step.before.table(table);
  if (!found) return {};
  if (const Constraint* primary = found->primary_key()) return primary->columns;
  for (const Index& index : found->indexes) {
    const std::vector<std::string> columns = index.columns();
    const bool plain = index.unique && index.valid && !index.where;
    if (plain && std::ranges::all_of(columns, [&](const std::string& name) {
          const Column* column = found->column(name);
          return column && column->not_null;
        }))
      return columns;
  }
  return {};
}

}  // namespace miglint
