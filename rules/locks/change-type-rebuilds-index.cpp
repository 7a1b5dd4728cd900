#include <fmt/format.h>

#include "lock_paths.hpp"

namespace miglint {

static std::vector<std::string> rebuilt(const Step& step) {
  std::vector<std::string> names;
  for (const Work& work : step.effect.rebuilds) {
    if (work.change == step.change) names.push_back(work.relation.name);
  }
  return names;
}

static CreateIndex built_again(const Index& index) {
  CreateIndex built{.table = index.table, .name = index.name.name, .concurrently = true};
  built.method = index.method;
  built.elements = index.elements;
  built.include = index.include;
  built.where = index.where;
  return built;
}

/// What the index keeps (unique rows, a key) can't wait, and neither can what follows in the migration.
static std::optional<SaferPath> index_apart(const Step& step) {
  if (step.in_do_block || is_built_on(site_of(step))) return std::nullopt;
  SaferPath path{.title =
                     "Drop the index, change the type, and build the index again CONCURRENTLY: queries do "
                     "without it meanwhile",
                 .steps = {left_out("It waits for the index to be gone")}};
  std::vector<PathStep> build;
  for (const Work& work : step.effect.rebuilds) {
    if (work.change != step.change) continue;
    const Index* index = step.before.index(work.relation);
    if (!index || index->unique || index->clustered || !index->parent.empty()) return std::nullopt;
    path.steps.push_back(
        alone_in_migration(step.history, "Drop the index while others read and write",
                           sql(Change(DropIndex{.index = index->name, .concurrently = true}), step)));
    build.push_back(alone_in_migration(step.history, "Build it again while writes go on",
                                       sql(Change(built_again(*index)), step)));
  }
  if (build.empty()) return std::nullopt;
  path.steps.push_back(
      in_own_transaction(step.history, "Change the type, which takes an instant now", command_text(step)));
  path.steps.insert(path.steps.end(), build.begin(), build.end());
  path.leaves = {"drop-of-unknown-index"};
  return path;
}

static void check_change_type_rebuilds_index(const ChangeType& change, const Step& step, RuleContext& ctx) {
  const std::vector<std::string> indexes = rebuilt(step);
  if (indexes.empty() || surely_empty(step, change.table)) return;
  // nobody else can see the table yet
  if (!step.effect.blocks_reads(step.before.resolve(change.table))) return;
  // the rewrite builds every index, and is reported
  if (statement_does(step.effect.rewrites, step, change.table)) return;
  const std::string table = shown(change.table, step);
  ctx.report({.message = fmt::format("Changing {}.{} to {} builds {} again while reads and writes of {} wait",
                                     table, in_prose(change.column),
                                     sql_in_prose(format_type(step.before.resolve(change.type), step.before)),
                                     listed(in_prose(indexes)), table),
              .object = object_of(change.table, step, change.column),
              .why = "The rows stay as they are, but the order of the index, its expression or its predicate "
                     "depends on the type.",
              .paths = offered({index_apart(step), with_lock_timeout(step, "change-type-rebuilds-index")})});
}

extern const Rule change_type_rebuilds_index{.id = "change-type-rebuilds-index",
                                             .severity = Severity::warning,
                                             .check = on<check_change_type_rebuilds_index>};

}  // namespace miglint
