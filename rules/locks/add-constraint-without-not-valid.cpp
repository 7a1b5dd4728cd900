#include <fmt/format.h>

#include "lock_paths.hpp"

namespace miglint {

static bool is_partitioned(const RelationName& name, const Step& step) {
  const Table* table = step.before.table(name);
  return table && table->kind == Table::Kind::partitioned;
}

/// PostgreSQL refuses NOT VALID on a partitioned table's foreign key before 18, and adopts those that its
/// partitions have.
static std::optional<SaferPath> by_partition(const AddForeignKey& key, const Step& step) {
  const std::vector<const Table*> partitions = leaf_partitions(step, key.table);
  const std::string name = name_of(key);
  if (step.in_do_block || partitions.empty() || changes_later(step, step.before.resolve(key.table)) ||
      later(step, name, [](const Change&) { return true; }))
    return std::nullopt;
  SaferPath path{.title =
                     "Give it to each partition NOT VALID, check the rows there, and let the partitioned "
                     "table adopt them",
                 .steps = {}};
  AddForeignKey part = key;
  part.name = name;
  part.not_valid = true;
  std::vector<PathStep> validate;
  for (const Table* partition : partitions) {
    part.table = partition->name;
    path.steps.push_back(here("Add it unchecked: new rows must satisfy it at once", sql(Change(part), step)));
    validate.push_back(
        in_own_transaction(step.history, "Check the rows that are there; reads and writes go on meanwhile",
                           sql(Change(ValidateConstraint{.table = partition->name, .name = name}), step)));
  }
  path.steps.insert(path.steps.end(), validate.begin(), validate.end());
  part = key;
  part.name = name;
  path.steps.push_back(in_own_transaction(
      step.history, "The partitioned table adopts them without reading a row", sql(Change(part), step)));
  path.leaves = {"add-constraint-without-not-valid"};
  return path;
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
       .paths = offered({refused ? by_partition(key, step) : not_valid_then_validate(key, step),
                         with_lock_timeout(step, "add-constraint-without-not-valid")})});
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
       .paths = offered({not_valid_then_validate(constraint, step),
                         with_lock_timeout(step, "add-constraint-without-not-valid")})});
}

static void check_add_constraint_without_not_valid(const Change& change, int, const Step& step,
                                                   RuleContext& ctx) {
  if (const auto* key = std::get_if<AddForeignKey>(&change)) check_foreign_key(*key, step, ctx);
  if (const auto* constraint = std::get_if<AddCheck>(&change)) check_check(*constraint, step, ctx);
}

extern const Rule add_constraint_without_not_valid{
    .id = "add-constraint-without-not-valid",
    .severity = Severity::warning,
    .check = ChangeCheck(check_add_constraint_without_not_valid)};

}  // namespace miglint
