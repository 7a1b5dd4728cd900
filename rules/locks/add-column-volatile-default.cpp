#include <algorithm>
#include <fmt/format.h>

#include "lock_paths.hpp"

namespace miglint {

static bool rewrites_for_another_reason(const ColumnDefinition& column, const Step& step) {
  const Domain* domain = step.before.domain(column.type);
  return column.generated || column.identity != Identity::none || !column.default_value ||
         (domain && domain->constrained());
}

/// A constraint was written with the column, which the rows have to satisfy at once.
static bool has_constraint(const AddColumn& add, const Step& step) {
  return std::ranges::any_of(step.statement.changes, [&](const StatementChange& c) {
    return std::visit(
        [&](const auto& change) {
          if constexpr (requires { change.inline_column; }) return change.inline_column == add.column.name;
          return false;
        },
        static_cast<const AnyChange&>(c.change));
  });
}

static std::optional<SaferPath> default_apart(const AddColumn& add, const Step& step) {
  if (has_constraint(add, step) || add.if_not_exists) return std::nullopt;
  AddColumn bare = add;
  bare.column.not_null = false;
  bare.column.default_value = {};
  const SetDefault given{.table = add.table, .column = add.column.name, .value = *add.column.default_value};
  return filled_apart(step, add,
                      {here("Add the column without a default, which writes no row", sql(Change(bare), step)),
                       here("Give it the default for the rows to come", sql(Change(given), step))},
                      add.column.default_value->text);
}

static void check_add_column_volatile_default(const AddColumn& add, const Step& step, RuleContext& ctx) {
  if (!does(step.effect.rewrites, step, add.table) || surely_empty(step, add.table)) return;
  if (rewrites_for_another_reason(add.column, step)) return;  // each has a rule of its own
  const std::string table = shown(add.table, step);
  ctx.report(
      {.message = fmt::format(
           "ADD COLUMN {} with the volatile default {} rewrites {} while its reads and writes wait",
           in_prose(add.column.name), sql_in_prose(add.column.default_value->text), table),
       .object = object_of(add.table, step, add.column.name),
       .why = fmt::format("The default differs from row to row, so every row of {} is written again, "
                          "and all indexes are built again, under ACCESS EXCLUSIVE.",
                          table),
       .paths = offered({default_apart(add, step), with_lock_timeout(step, "add-column-volatile-default")})});
}

extern const Rule add_column_volatile_default{.id = "add-column-volatile-default",
                                              .severity = Severity::warning,
                                              .check = on<check_add_column_volatile_default>};

}  // namespace miglint
