#include <fmt/format.h>

#include "lock_paths.hpp"

namespace miglint {

/// From PostgreSQL 18 on, NOT NULL is a constraint that can be NOT VALID itself and be validated without
/// stopping anybody.
static std::optional<SaferPath> required_apart(const RelationName& table, const std::string& column,
                                               const Step& step) {
  if (step.config.postgres < 18) return required_through_check(step, table, {column});
  AddNotNull constraint;
  constraint.table = table;
  constraint.column = column;
  return not_valid_then_validate(constraint, step);
}

/// The key requires its columns, and trusts a CHECK.
static std::optional<SaferPath> key_after_check(const AddPrimaryKey& key,
                                                const std::vector<std::string>& columns, const Step& step) {
  std::vector<std::string> nullable;
  for (const std::string& name : columns) {
    const Column* column = step.before.column(key.table, name);
    if (!column || !column->not_null) nullable.push_back(name);
  }
  const RelationName table = step.before.resolve(key.table);
  if (is_needed_later(step, table, key.name.empty() ? key.using_index : key.name, true)) return std::nullopt;
  return required_through_check(step, key.table, nullable, command_text(step));
}

static void report(const RelationName& table, const std::string& column, std::string_view statement,
                   const std::optional<SaferPath>& path, const Step& step, RuleContext& ctx) {
  // a valid CHECK proves it, or nobody else can see the table yet
  if (!does(step.effect.scans, step, table)) return;
  if (surely_empty(step, table) || statement_does(step.effect.rewrites, step, table)) return;
  const std::string name = shown(table, step);
  ctx.report({.message = fmt::format("{} reads all of {} while its reads and writes wait", statement, name),
              .object = object_of(table, step, column),
              .why = fmt::format(
                  "ACCESS EXCLUSIVE is held until every row of {} has been found to have a value.", name),
              .paths = offered({path, with_lock_timeout(step, "set-not-null-scans-table",
                                                        "A running version of the application that leaves "
                                                        "the column out fails from then on")})});
}

static void check_set_not_null_scans_table(const Change& change, int, const Step& step, RuleContext& ctx) {
  if (const auto* set = std::get_if<SetNotNull>(&change)) {
    report(set->table, set->column, fmt::format("SET NOT NULL on {}", in_prose(set->column)),
           required_apart(set->table, set->column, step), step, ctx);
  } else if (const auto* add = std::get_if<AddNotNull>(&change)) {
    report(add->table, add->column, fmt::format("ADD NOT NULL {}", in_prose(add->column)),
           not_valid_then_validate(*add, step), step, ctx);
  } else if (const auto* key = std::get_if<AddPrimaryKey>(&change); key && !key->using_index.empty()) {
    // The index is there, but the columns are still nullable: the key sets them NOT NULL, with a scan.
    const Index* index = step.before.index({step.before.resolve(key->table).schema, key->using_index});
    const std::vector<std::string> columns = index ? index->columns() : key->columns;
    report(key->table, columns.empty() ? std::string() : columns.front(),
           "PRIMARY KEY USING INDEX over a nullable column", key_after_check(*key, columns, step), step, ctx);
  }
}

extern const Rule set_not_null_scans_table{.id = "set-not-null-scans-table",
                                           .severity = Severity::warning,
                                           .check = ChangeCheck(check_set_not_null_scans_table)};

}  // namespace miglint
