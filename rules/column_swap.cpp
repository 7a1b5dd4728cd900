#include "column_swap.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "fill.hpp"
#include "lock_paths.hpp"
#include "support.hpp"

namespace miglint {

namespace {

bool is_one_of(const std::vector<std::string>& names, const std::string& name) {
  return std::ranges::find(names, name) != names.end();
}

/// The UPDATE that brings the new column up to date compares values.
bool has_equality(const TypeName& type) {
  return type.array_dimensions > 0 ||
         !is_one_of({"json", "xml", "point", "box", "polygon", "path", "circle", "line", "lseg"}, type.name);
}

/// A trigger, policy, rule or another column speaks of the column: it would go, or not let it go.
bool is_bound(const Table& table, const Column& column, const Step& step) {
  const std::string& name = column.name;
  const auto of_trigger = [&](const Trigger& t) {
    return is_one_of(t.update_of, name) || is_one_of(t.when_columns, name);
  };
  const auto of_columns = [&](const auto& object) { return is_one_of(object.columns, name); };
  const auto of_generated = [&](const Column& other) {
    return other.generated && mentions(*other.generated, name);
  };
  const auto reads = [&](const auto& entry) { return entry.second.uses.contains({table.name, name}); };
  const auto may_read = [&](const auto& entry) {
    return reads(entry) || (!entry.second.uses_known && entry.second.relations.contains(table.name));
  };
  const auto of_statistics = [&](const auto& entry) {
    return entry.second.table == table.name && is_one_of(entry.second.columns, name);
  };
  return std::ranges::any_of(table.triggers, of_trigger) || std::ranges::any_of(table.policies, of_columns) ||
         std::ranges::any_of(table.rules, of_columns) || std::ranges::any_of(table.columns, of_generated) ||
         std::ranges::any_of(step.before.views, may_read) ||
         std::ranges::any_of(step.before.functions, reads) ||
         std::ranges::any_of(step.before.statistics, of_statistics);
}

/// Its constraints and indexes can be made again for the new column.
bool can_be_made_anew(const Table& table, const std::string& name) {
  const auto is_fine = [&](const Constraint& constraint) {
    if (!is_one_of(constraint.columns, name)) return true;
    using Kind = Constraint::Kind;
    return !constraint.inherited && constraint.enforced &&
           (constraint.kind == Kind::check || constraint.kind == Kind::not_null ||
            (constraint.kind == Kind::unique && !constraint.index.empty()));
  };
  const auto is_plain = [&](const Index& index) {
    if (!index.uses(name)) return true;
    const auto of_expression = [](const IndexElement& element) { return element.column.empty(); };
    return !index.where && !index.clustered && index.valid &&
           std::ranges::none_of(index.elements, of_expression);
  };
  return std::ranges::all_of(table.constraints, is_fine) && std::ranges::all_of(table.indexes, is_plain);
}

/// Another table's foreign key relies on a key that has the column.
bool is_referenced(const Table& table, const std::string& name, const Step& step) {
  return std::ranges::any_of(step.before.tables, [&](const auto& entry) {
    return std::ranges::any_of(entry.second.constraints, [&](const Constraint& constraint) {
      return constraint.kind == Constraint::Kind::foreign_key && constraint.referenced == table.name &&
             is_one_of(constraint.referenced_columns, name);
    });
  });
}

bool stands_alone(const Table& table) {
  return table.certain && table.kind == Table::Kind::table && !table.partition_of && table.inherits.empty() &&
         !table.of_type && table.replica_identity != Table::ReplicaIdentity::index;
}

/// What the steps are written from.
struct Swap {
  const Step& step;
  const Table& table;
  const Column& column;
  std::string new_name;
  std::string value;  ///< of the old column, as the new type

  std::string table_sql() const { return relation(table.name, step); }
  std::string old_sql() const { return identifier(column.name, step); }
  std::string new_sql() const { return identifier(new_name, step); }
  std::string alter(std::string_view command) const {
    return fmt::format("ALTER TABLE {} {};\n", table_sql(), command);
  }
};

std::string temporary(std::string_view name) { return make_object_name(name, "", "new"); }

std::vector<const Index*> indexes_of(const Swap& swap) {
  std::vector<const Index*> found;
  for (const Index& index : swap.table.indexes)
    if (index.uses(swap.column.name)) found.push_back(&index);
  return found;
}

CreateIndex on_new_column(const Index& index, const Swap& swap) {
  CreateIndex made{.table = index.table,
                   .name = temporary(index.name.name),
                   .unique = index.unique,
                   .concurrently = true,
                   .nulls_not_distinct = index.nulls_not_distinct,
                   .method = index.method,
                   .elements = index.elements,
                   .include = index.include};
  for (IndexElement& element : made.elements)
    if (element.column == swap.column.name) element.column = swap.new_name;
  std::ranges::replace(made.include, swap.column.name, swap.new_name);
  return made;
}

const Constraint* constraint_of(const Index& index, const Table& table) {
  const auto found = std::ranges::find(table.constraints, index.name.name, &Constraint::index);
  return found == table.constraints.end() ? nullptr : &*found;
}

/// The name goes back to the index, and to its constraint.
std::string takes_name(const Index& index, const Swap& swap) {
  const std::string made = identifier(temporary(index.name.name), swap.step);
  const std::string name = identifier(index.name.name, swap.step);
  const Constraint* constraint = constraint_of(index, swap.table);
  if (!constraint) {
    return fmt::format("ALTER INDEX {} RENAME TO {};\n",
                       relation({.schema = index.name.schema, .name = temporary(index.name.name)}, swap.step),
                       name);
  }
  const std::string_view deferred = constraint->initially_deferred ? " DEFERRABLE INITIALLY DEFERRED"
                                    : constraint->deferrable       ? " DEFERRABLE"
                                                                   : "";
  return swap.alter(fmt::format("ADD CONSTRAINT {} UNIQUE USING INDEX {}{}", name, made, deferred));
}

/// The CHECKs that the column had, and the one that proves NOT NULL: names and conditions.
std::vector<std::pair<std::string, std::string>> checks_of(const Swap& swap) {
  std::vector<std::pair<std::string, std::string>> checks;
  for (const Constraint& constraint : swap.table.constraints) {
    if (constraint.kind != Constraint::Kind::check || !constraint.expression ||
        !is_one_of(constraint.columns, swap.column.name))
      continue;
    checks.emplace_back(identifier(constraint.name, swap.step), constraint.expression->text);
  }
  if (swap.column.not_null) {
    checks.emplace_back(
        identifier(make_object_name(swap.table.name.name, swap.column.name, "not_null"), swap.step),
        swap.old_sql() + " IS NOT NULL");
  }
  return checks;
}

std::string owned_sequences(const Swap& swap) {
  std::string text;
  for (const auto& [name, sequence] : swap.step.before.sequences) {
    if (sequence.owned_by_table == swap.table.name && sequence.owned_by_column == swap.column.name)
      text += fmt::format("ALTER SEQUENCE {} OWNED BY {}.{};\n", relation(name, swap.step), swap.table_sql(),
                          swap.new_sql());
  }
  return text;
}

/// Writers wait while the rows are compared; readers for an instant at its end.
std::string swap_sql(const Swap& swap) {
  std::string text = fmt::format(
      "BEGIN;\nLOCK TABLE {0} IN SHARE ROW EXCLUSIVE MODE;\n"
      "UPDATE {0} SET {1} = {2} WHERE {1} IS DISTINCT FROM ({2});\n",
      swap.table_sql(), swap.new_sql(), swap.value);
  text += owned_sequences(swap);
  text += swap.alter("DROP COLUMN " + swap.old_sql());
  text += swap.alter(fmt::format("RENAME COLUMN {} TO {}", swap.new_sql(), swap.old_sql()));
  if (swap.column.default_value)
    text += swap.alter(
        fmt::format("ALTER COLUMN {} SET DEFAULT {}", swap.old_sql(), swap.column.default_value->text));
  for (const auto& [name, condition] : checks_of(swap))
    text += swap.alter(fmt::format("ADD CONSTRAINT {} CHECK ({}) NOT VALID", name, condition));
  for (const Index* index : indexes_of(swap)) text += takes_name(*index, swap);
  return text + "COMMIT;";
}

void add_later_steps(const Swap& swap, std::vector<PathStep>& steps) {
  for (const Index* index : indexes_of(swap))
    steps.push_back(next_release("Build its index while writes go on",
                                 sql(Change(on_new_column(*index, swap)), swap.step)));
  steps.push_back(next_release(
      "Bring it up to date, and let it take the old one's place with all that the old one has: writers wait "
      "while the rows are compared, readers for an instant",
      swap_sql(swap)));
  for (const auto& [name, condition] : checks_of(swap))
    steps.push_back(
        next_release("Check the rows; reads and writes go on meanwhile",
                     fmt::format("ALTER TABLE {} VALIDATE CONSTRAINT {};", swap.table_sql(), name)));
  if (!swap.column.not_null) return;
  const std::string name =
      identifier(make_object_name(swap.table.name.name, swap.column.name, "not_null"), swap.step);
  std::string require = swap.alter(fmt::format("ALTER COLUMN {} SET NOT NULL", swap.old_sql())) +
                        swap.alter("DROP CONSTRAINT " + name);
  require.pop_back();
  steps.push_back(next_release("PostgreSQL trusts the CHECK, which can go then", std::move(require)));
}

bool goes_on_with_it(const ChangeType& change, const Step& step) {
  const auto other = [&](const StatementChange& c) {
    return c.command != step.statement.changes.front().command;
  };
  return std::ranges::any_of(step.statement.changes, other) || is_built_on(site_of(step)) ||
         later(step, change.type.name, [](const Change&) { return true; }).has_value();
}

}  // namespace

std::optional<SaferPath> column_swap(const ChangeType& change, const Step& step) {
  const Table* table = step.before.table(change.table);
  const Column* column = table ? table->column(change.column) : nullptr;
  if (step.in_do_block || !column || !stands_alone(*table) || !step.before.children_of(table->name).empty() ||
      goes_on_with_it(change, step))
    return std::nullopt;
  const std::string new_name = temporary(column->name);
  const bool is_own = column->identity != Identity::none || column->generated || column->inherited;
  if (is_own || table->column(new_name) || !has_equality(change.type) || is_bound(*table, *column, step) ||
      !can_be_made_anew(*table, column->name) || is_referenced(*table, column->name, step))
    return std::nullopt;
  const std::string type = print(change.type, spelling_of(step));
  const Swap swap{.step = step,
                  .table = *table,
                  .column = *column,
                  .new_name = new_name,
                  .value = change.using_expression
                               ? change.using_expression->text
                               : fmt::format("{}::{}", identifier(column->name, step), type)};
  const ColumnDefinition definition{.name = new_name,
                                    .type = change.type,
                                    .collation = change.collation ? change.collation : column->collation};
  Fill fill{
      .table = table->name, .column = new_name, .need = {.name = {}, .question = {}, .sample = swap.value}};
  fill.where = fmt::format("{} IS NULL AND {} IS NOT NULL", swap.new_sql(), swap.old_sql());
  SaferPath path{
      .title =
          "Fill a new column outside of migrations, and let it take the old one's place in a later release",
      .steps = {here("Add a column of the new type beside it; the application goes on with the old one",
                     sql(Change(AddColumn{.table = change.table, .column = definition}), step)),
                outside("Fill it in batches", update_in_batches(fill, step))}};
  add_later_steps(swap, path.steps);
  path.leaves = {"drop-column", "rename-column", "backfill-in-schema-migration"};
  return path;
}

}  // namespace miglint
