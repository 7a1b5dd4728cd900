#include <fmt/format.h>

#include "lock_support.hpp"

namespace miglint {

static std::vector<SaferStep> by_check(const RelationName& table, const std::string& column) {
  const std::string name = quote(make_object_name(table.name, column, "not_null"));
  return {{.text = "Add a CHECK that says the same, unchecked",
           .sql = fmt::format("{} ADD CONSTRAINT {} CHECK ({} IS NOT NULL) NOT VALID;", alter_table(table),
                              name, quote(column))},
          {.text = "In a later migration, check the old rows while reads and writes go on",
           .sql = fmt::format("{} VALIDATE CONSTRAINT {};", alter_table(table), name)},
          {.text = "In the one after, let PostgreSQL trust the CHECK, then drop it",
           .sql = fmt::format("{} ALTER COLUMN {} SET NOT NULL;\n{} DROP CONSTRAINT {};", alter_table(table),
                              quote(column), alter_table(table), name)}};
}

/// From PostgreSQL 18 on, NOT NULL is a constraint that can be NOT VALID itself and be validated without
/// stopping anybody.
static std::vector<SaferStep> by_not_valid(const RelationName& table, const std::string& column) {
  const std::string name = make_object_name(table.name, column, "not_null");
  return {{.text = "Add it unchecked",
           .sql = fmt::format("{} ADD CONSTRAINT {} NOT NULL {} NOT VALID;", alter_table(table), quote(name),
                              quote(column))},
          {.text = "Check the old rows in a later migration; reads and writes go on meanwhile",
           .sql = validate(table, name)}};
}

static void report(const RelationName& table, const std::string& column, std::string_view statement,
                   const Step& step, RuleContext& ctx) {
  // a valid CHECK proves it, or nobody else can see the table yet
  if (!does(step.effect.scans, step, table)) return;
  if (surely_empty(step, table) || statement_does(step.effect.rewrites, step, table)) return;
  const std::string name = shown(table, step);
  ctx.report({.message = fmt::format("{} reads all of {} while its reads and writes wait", statement, name),
              .object = object_of(table, step, column),
              .why = fmt::format(
                  "ACCESS EXCLUSIVE is held until every row of {} has been found to have a value.", name),
              .safer = step.config.postgres >= 18 ? by_not_valid(table, column) : by_check(table, column)});
}

static void check(const Change& change, int, const Step& step, RuleContext& ctx) {
  if (const auto* set = std::get_if<SetNotNull>(&change)) {
    report(set->table, set->column, fmt::format("SET NOT NULL on {}", in_prose(set->column)), step, ctx);
  } else if (const auto* add = std::get_if<AddNotNull>(&change)) {
    report(add->table, add->column, fmt::format("ADD NOT NULL {}", in_prose(add->column)), step, ctx);
  } else if (const auto* key = std::get_if<AddPrimaryKey>(&change); key && !key->using_index.empty()) {
    // The index is there, but the columns are still nullable: the key sets them NOT NULL, with a scan.
    const Index* index = step.before.index({step.before.resolve(key->table).schema, key->using_index});
    const std::vector<std::string> columns = index ? index->columns() : key->columns;
    report(key->table, columns.empty() ? std::string() : columns.front(),
           "PRIMARY KEY USING INDEX over a nullable column", step, ctx);
  }
}

extern const Rule set_not_null_scans_table{
    .id = "set-not-null-scans-table", .severity = Severity::warning, .check = ChangeCheck(check)};

}  // namespace miglint
