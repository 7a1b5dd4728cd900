#include <algorithm>
#include <fmt/format.h>

#include "miglint/rule.hpp"
#include "parents.hpp"
#include "paths.hpp"
#include "support.hpp"

namespace miglint {

namespace {

/// The command: the column and what is written with it.
struct Command {
  RelationName table;
  AddColumn add;
  std::vector<Change> rest;              ///< its inline constraints, but for the primary key
  std::optional<AddPrimaryKey> primary;  ///< likewise
  bool key_beside = false;  ///< another command of the statement makes a primary key with the column
};

Command command_of(const AddColumn& add, const Step& step) {
  Command command{.table = step.before.resolve(add.table), .add = add, .rest = {}, .primary = std::nullopt};
  const auto& changes = step.statement.changes;
  const int number = step.change < 0 ? 0 : changes[static_cast<std::size_t>(step.change)].command;
  for (const StatementChange& part : changes) {
    const auto* key = std::get_if<AddPrimaryKey>(&part.change);
    if (part.command != number) {
      command.key_beside |= key && std::ranges::find(key->columns, add.column.name) != key->columns.end();
    } else if (key) {
      command.primary = *key;
    } else if (!std::holds_alternative<AddColumn>(part.change)) {
      command.rest.push_back(part.change);
    }
  }
  return command;
}

constexpr std::string_view require_text =
    "Require it: a version that is still running and leaves it out fails from here on.";

/// The column with all that was written, but not required yet.
std::string add_nullable(const Command& command, const Step& step) {
  AddColumn add = command.add;
  add.column.not_null = false;
  add.column.primary_key = false;
  std::vector<Change> changes = {add};
  changes.insert(changes.end(), command.rest.begin(), command.rest.end());
  return alter(command.table, changes, step);
}

std::string require(const Command& command, const Step& step) {
  return sql(SetNotNull{.table = command.table, .column = command.add.column.name}, step);
}

std::string make_key(const Command& command, const Step& step) {
  AddPrimaryKey key = *command.primary;
  key.inline_column.clear();
  key.table = command.table;
  key.columns = {command.add.column.name};
  return alter(command.table, {key}, step);
}

SaferPath at_once(const Command& command, const Fill& fill, const Step& step) {
  SaferPath path{.key = "a",
                 .title = "In three statements: add it nullable, fill it, require it",
                 .needs = {fill.need},
                 .steps = {},
                 .leaves = left_by_a_fill()};
  const std::string fill_text = "Fill the rows that are there with the value that is right for them.";
  // a primary key in the same statement needs the values before it
  if (command.key_beside) {
    path.steps = {before("Add the column nullable.", add_nullable(command, step)),
                  before(fill_text, update(fill, step)),
                  here(std::string(require_text), require(command, step))};
    return path;
  }
  path.steps = {here("Add the column nullable.", add_nullable(command, step)),
                here(fill_text, update(fill, step)),
                command.primary ? here("Make it the primary key.", make_key(command, step))
                                : here(std::string(require_text), require(command, step))};
  return path;
}

/// The migration makes the table that the column refers to: right after it the rows get a parent to refer to.
std::optional<SaferPath> with_new_parents(const Command& command, const ReferenceDemand& reference,
                                          const Fill& fill, const Step& step) {
  const std::string parent = in_words(reference.referenced);
  const std::optional<std::string> parents =
      insert_parents(step, command.table, fill.column, reference, !fill.from.empty());
  if (!parents) return std::nullopt;
  return SaferPath{
      .key = "a",
      .title =
          fmt::format("Add it nullable; then give the rows that are there rows of {} to refer to", parent),
      .needs = {fill.need},
      .steps = {here("Add the column nullable.", add_nullable(command, step)),
                next_migration(
                    fmt::format("Make a row of {} where there are rows that need one (the values are "
                                "stand-ins), have them refer to it, and require the column.",
                                parent),
                    fmt::format("{}\n{}\n{}", *parents, update(fill, step), require(command, step)))},
      .leaves = left_by_a_fill()};
}

/// A domain refuses NULL, or its default, in every row the moment the column is there.
SaferPath by_default(const Command& command, const Fill& fill, const Step& step) {
  AddColumn add = command.add;
  const Expression value{.kind = Expression::Kind::other, .text = answer(fill.need, step)};
  add.column.default_value = value;
  std::vector<Change> changes = {add};
  changes.insert(changes.end(), command.rest.begin(), command.rest.end());
  SaferPath path{.key = "a",
                 .title = "Give the rows that are there their value with a default that goes again",
                 .needs = {fill.need},
                 .steps = {here("Add the column with a default: every row that is there gets it.",
                                alter(command.table, changes, step))},
                 .leaves = left_by_a_fill()};
  path.steps.push_back(
      command.add.column.default_value
          ? here("Put the default back.", sql(SetDefault{.table = command.table,
                                                         .column = command.add.column.name,
                                                         .value = command.add.column.default_value},
                                              step))
          : here("Take the default away.",
                 sql(DropDefault{.table = command.table, .column = command.add.column.name}, step)));
  return path;
}

std::vector<SaferPath> paths(const AddColumn& add, const Step& step) {
  const Command command = command_of(add, step);
  const std::string& column = add.column.name;
  const Fill fill = fill_of_nulls(step, command.table, column, add.column.type);
  if (const Domain* domain = step.before.domain(add.column.type); domain && domain->constrained())
    return {by_default(command, fill, step)};
  const Demands demands = demands_on(step, command.table, column);
  const bool orphaned = !demands.references.empty() && has_no_parents(step, demands.references.front());
  std::vector<SaferPath> all;
  if (!orphaned) {
    all.push_back(at_once(command, fill, step));
  } else if (std::optional<SaferPath> path =
                 with_new_parents(command, demands.references.front(), fill, step)) {
    all.push_back(std::move(*path));
  }
  if (command.primary || command.key_beside) return all;  // a key's column can't be nullable for a while
  const PathStep nullable = here("Add the column nullable.", add_nullable(command, step));
  // a table that this migration makes, and whose rows nobody can make up: only the application fills it
  if (!orphaned || !all.empty()) all.push_back(require_in_releases(step, fill, nullable));
  all.push_back(stays_nullable(step, command.table, column, nullable));
  return all;
}

void check_add_column_not_null_without_default(const AddColumn& add, const Step& step, RuleContext& context) {
  const std::optional<RowFailure> null = failure(step, "23502");
  if (!null) return;  // it has a default, or the table holds no row
  const RelationName table = step.before.resolve(add.table);
  const std::string what = in_words(table, add.column.name);
  context.report({
      .message = fmt::format("Adding the required column {} without a default fails if {} has any row", what,
                             in_words(table)),
      .object = object(table, add.column.name),
      .fails = fails(*null),
      .why = fmt::format("Every row that is already in {} would hold NULL in {}, so PostgreSQL refuses the "
                         "statement (23502) and the deploy stops there.{}",
                         in_words(table), in_prose(add.column.name), remains(*null)),
      .paths = paths(add, step),
      .check_first = fmt::format("SELECT EXISTS (SELECT FROM {}) AS has_rows;", in_sql(table)),
      .severity = severity_of(*null),
  });
}

}  // namespace

extern const Rule add_column_not_null_without_default;
const Rule add_column_not_null_without_default{.id = "add-column-not-null-without-default",
                                               .severity = Severity::error,
                                               .check = on<check_add_column_not_null_without_default>,
                                               .overrides = {"add-required-column-old-clients-omit"}};

}  // namespace miglint
