#include <fmt/format.h>

#include "lock_support.hpp"

namespace miglint {

static bool is_partitioned(const RelationName& name, const Step& step) {
  const Table* table = step.before.table(name);
  return table && table->kind == Table::Kind::partitioned;
}

static std::vector<SaferStep> in_two_steps(const RelationName& table, std::string_view name,
                                           std::string_view definition) {
  return {
      {.text = "Add it unchecked: new rows must satisfy it at once, and the lock is held for an instant",
       .sql = fmt::format("{} ADD CONSTRAINT {} {} NOT VALID;", alter_table(table), quote(name), definition)},
      {.text = "Check the old rows in a later migration; reads and writes go on meanwhile",
       .sql = validate(table, name)}};
}

/// PostgreSQL refuses NOT VALID on a partitioned table's foreign key before 18, and adopts those that its
/// partitions have.
static std::vector<SaferStep> by_partition(const AddForeignKey& key) {
  const std::string name = quote(name_of(key));
  return {{.text = "Add it to each partition unchecked, and validate it there in a later migration",
           .sql = fmt::format("ALTER TABLE <partition> ADD CONSTRAINT {} {} NOT VALID;\nALTER TABLE "
                              "<partition> VALIDATE CONSTRAINT {};",
                              name, foreign_key_clause(key), name)},
          {.text = "Then add it to the partitioned table, which adopts the partitions' without reading a row",
           .sql = fmt::format("{} ADD CONSTRAINT {} {};", alter_table(key.table), name,
                              foreign_key_clause(key))}};
}

static void check_foreign_key(const AddForeignKey& key, const Step& step, RuleContext& ctx) {
  // NOT VALID, a new table, or a new column without default written with its key
  if (!does(step.effect.scans, step, key.table)) return;
  if (surely_empty(step, key.table)) return;
  const std::string table = shown(key.table, step), parent = shown(key.referenced, step);
  const std::string_view blocked =
      step.effect.blocks_reads(step.before.resolve(key.table)) ? "reads and writes" : "writes";
  const bool refused = is_partitioned(key.table, step) && step.config.postgres < 18;
  ctx.report(
      {.message =
           fmt::format("ADD FOREIGN KEY on {} blocks its {}, and writes on {}, while every row is checked",
                       table, blocked, parent),
       .object = object_of(key.table, step, {}, name_of(key)),
       .why = fmt::format("Every row of {} is looked up in {} while both tables are locked.", table, parent),
       .safer =
           refused ? by_partition(key) : in_two_steps(key.table, name_of(key), foreign_key_clause(key))});
}

static void check_check(const AddCheck& constraint, const Step& step, RuleContext& ctx) {
  if (!does(step.effect.scans, step, constraint.table) || surely_empty(step, constraint.table)) return;
  // the rewrite, which is reported, reads every row anyway
  if (statement_does(step.effect.rewrites, step, constraint.table)) return;
  const std::string table = shown(constraint.table, step);
  ctx.report(
      {.message =
           fmt::format("ADD CHECK on {} blocks its reads and writes while every row is checked", table),
       .object = object_of(constraint.table, step, {}, name_of(constraint)),
       .why = fmt::format(
           "All rows of {} are read while ACCESS EXCLUSIVE is held: nobody can even SELECT from it.", table),
       .safer = in_two_steps(constraint.table, name_of(constraint),
                             fmt::format("CHECK ({})", constraint.expression->text))});
}

static void check(const Change& change, int, const Step& step, RuleContext& ctx) {
  if (const auto* key = std::get_if<AddForeignKey>(&change)) check_foreign_key(*key, step, ctx);
  if (const auto* constraint = std::get_if<AddCheck>(&change)) check_check(*constraint, step, ctx);
}

extern const Rule add_constraint_without_not_valid{
    .id = "add-constraint-without-not-valid", .severity = Severity::warning, .check = ChangeCheck(check)};

}  // namespace miglint
