#include <algorithm>
#include <fmt/format.h>

#include "lock_paths.hpp"

namespace miglint {

namespace {

struct ParentLock {
  std::string constraint;
  RelationName table, parent;
  int statement = 0, change = 0;
};

}  // namespace

/// A foreign key goes by its name, with its column or with its table; of a name there is the name.
static std::optional<std::string> dropped_key(const Statement& statement) {
  if (statement.changes.empty()) return std::nullopt;
  const Change& first = statement.changes.front().change;
  if (const auto* drop = std::get_if<DropConstraint>(&first)) return drop->name;
  const bool takes_keys_along =
      std::holds_alternative<DropColumn>(first) || std::holds_alternative<DropTable>(first);
  return takes_keys_along ? std::optional(std::string()) : std::nullopt;
}

/// A table that stays: not a view that goes along, nor a partition of the one at hand. A partition's parent
/// is partition-locks-parent's to tell.
static bool may_be_referenced(const RelationName& name, const RelationName& own,
                              const MigrationView& migration) {
  const Table* table = migration.after.table(name);
  if (!table || table->kind == Table::Kind::partitioned) return false;
  return std::ranges::none_of(migration.after.partitions_of(own),
                              [&](const Table* partition) { return partition->name == name; });
}

/// What a statement that drops foreign keys locks besides its own table: their other side.
static std::vector<ParentLock> parents_locked_by(const StepRecord& step, const MigrationView& migration) {
  std::vector<ParentLock> found;
  const std::optional<std::string> key = dropped_key(*step.statement);
  if (!key || step.effect.locks.empty()) return found;
  const RelationName& table = step.effect.locks.front().relation;
  for (const Lock& lock : step.effect.locks) {
    if (blocks_reads(lock.mode) && lock.relation != table &&
        may_be_referenced(lock.relation, table, migration)) {
      found.push_back({.constraint = *key,
                       .table = table,
                       .parent = lock.relation,
                       .statement = step.index,
                       .change = 0});
    }
  }
  return found;
}

/// Altered or dropped by this migration itself: its owner knows that it is locked.
static bool is_target(const RelationName& relation, const MigrationView& migration) {
  return std::ranges::any_of(migration.steps, [&](const StepRecord& step) {
    return !step.effect.locks.empty() && step.effect.locks.front().relation == relation &&
           blocks_reads(step.effect.locks.front().mode);
  });
}

/// Of a column or table that goes, drop-column and drop-table have the paths.
static std::vector<SaferPath> paths(int statement, const MigrationView& migration) {
  const auto step = std::ranges::find(migration.steps, statement, &StepRecord::index);
  if (!std::holds_alternative<DropConstraint>(step->statement->changes.front().change)) return {};
  const Mentions mentions(migration.migration);
  return offered({with_lock_timeout(site_of(migration, *step, mentions), "drop-foreign-key-locks-parent")});
}

static void check_drop_foreign_key_locks_parent(const MigrationView& migration, RuleContext& ctx) {
  std::vector<ParentLock> locked;
  std::vector<std::string> parents;
  for (const StepRecord& step : migration.steps) {
    for (ParentLock& lock : parents_locked_by(step, migration)) {
      const std::string name = shown(lock.parent);
      if (is_target(lock.parent, migration) || std::ranges::find(parents, name) != parents.end()) continue;
      parents.push_back(name);
      locked.push_back(std::move(lock));
    }
  }
  if (locked.empty()) return;
  const ParentLock& first = locked.front();
  Report report{
      .message = fmt::format(
          "Dropping foreign keys locks {} against reads and writes, as well as the tables that are altered",
          listed(parents)),
      .object = {.schema = first.table.schema, .table = first.table.name, .name = first.constraint},
      .why =
          "The foreign key's triggers on the referenced table go with it, which takes ACCESS EXCLUSIVE there "
          "too. A long query on either table makes "
          "everyone wait on both.",
      .paths = paths(first.statement, migration),
      .statement = first.statement,
      .change = first.change};
  for (const ParentLock& lock : locked) report.covers.emplace_back(lock.statement, lock.change);
  ctx.report(std::move(report));
}

extern const Rule drop_foreign_key_locks_parent{.id = "drop-foreign-key-locks-parent",
                                                .severity = Severity::note,
                                                .check = on<check_drop_foreign_key_locks_parent>,
                                                .overrides = {"drop-constraint"}};

}  // namespace miglint
