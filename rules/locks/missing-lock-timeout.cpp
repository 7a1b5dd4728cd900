#include <algorithm>
#include <cctype>
#include <fmt/format.h>

#include "lock_paths.hpp"

namespace miglint {

namespace {

/// What lock_timeout is, statement by statement: SET holds to the end of the session, SET LOCAL to the end of
/// its transaction, and outside of one not at all.
class LockTimeout {
 public:
  void see(const StepRecord& step, const TransactionOf& transaction) {
    if (transaction.id != transaction_) local_.reset();
    transaction_ = transaction.id;
    for (const StatementChange& c : step.statement->changes) {
      if (const auto* set = std::get_if<SetVariable>(&c.change); set && is_lock_timeout(set->name))
        apply(*set, in_transaction(transaction));
    }
  }
  /// Some time after which a wait ends. Zero means never.
  bool in_force() const { return ends_a_wait(local_.value_or(session_)); }

 private:
  static bool is_lock_timeout(std::string_view name) {
    const auto same = [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == b; };
    return std::ranges::equal(name, std::string_view("lock_timeout"), same) ||
           std::ranges::equal(name, std::string_view("all"), same);
  }
  static bool ends_a_wait(std::string_view value) {
    return std::ranges::any_of(value, [](char c) { return c >= '1' && c <= '9'; });
  }
  void apply(const SetVariable& set, bool transaction) {
    if (set.local && !transaction) return;  // a WARNING, and nothing else
    if (set.local) {
      local_ = set.value;
    } else {
      session_ = set.value;
      local_.reset();
    }
  }

  int transaction_ = -1;
  std::string session_;
  std::optional<std::string> local_;
};

}  // namespace

static const Lock* lock_others_wait_for(const StepRecord& step) {
  const auto lock =
      std::ranges::find_if(step.effect.locks, [](const Lock& l) { return blocks_writes(l.mode); });
  return lock == step.effect.locks.end() ? nullptr : &*lock;
}

/// The first step that takes such a lock without a timeout in force.
static const StepRecord* unguarded(const MigrationView& migration, std::size_t mode) {
  LockTimeout timeout;
  for (const StepRecord& step : migration.steps) {
    timeout.see(step, step.transactions[mode]);
    if (lock_others_wait_for(step) && !timeout.in_force()) return &step;
  }
  return nullptr;
}

static std::vector<SaferPath> paths(const StepRecord& step, const MigrationView& migration) {
  const Mentions mentions(migration.migration);
  std::optional<SaferPath> path =
      step.effect.refuses_transaction
          ? std::nullopt  // SET beside it would be one
          : with_lock_timeout(site_of(migration, step, mentions), "missing-lock-timeout");
  if (path) path->title = "Let a lock_timeout end the wait";
  return offered({std::move(path)});
}

static void check_missing_lock_timeout(const MigrationView& migration, RuleContext& ctx) {
  const std::vector<RunMode>& modes = migration.history.execution.modes;
  std::vector<const StepRecord*> found;
  for (std::size_t mode = 0; mode < modes.size(); ++mode) found.push_back(unguarded(migration, mode));
  const auto first = std::ranges::find_if(found, [](const StepRecord* step) { return step != nullptr; });
  if (first == found.end()) return;
  const StepRecord& step = **first;
  const RelationName& table = lock_others_wait_for(step)->relation;
  const bool everywhere = std::ranges::count(found, nullptr) == 0;
  const std::string when =
      everywhere
          ? ""
          : fmt::format(" when the file is {}",
                        describe(modes[static_cast<std::size_t>(first - found.begin())], migration.history));
  ctx.report({.message = fmt::format("{} locks {} without a lock_timeout in force{}", step.statement->tag,
                                     shown(table), when),
              .object = {.schema = table.schema, .table = table.name},
              .why = fmt::format("While it waits for a long query on {} to end, everyone who comes later "
                                 "waits behind it. A lock_timeout gives up "
                                 "instead, and the deploy can be tried again.",
                                 shown(table)),
              .paths = paths(step, migration),
              .statement = step.index});
}

extern const Rule missing_lock_timeout{.id = "missing-lock-timeout",
                                       .severity = Severity::warning,
                                       .check = on<check_missing_lock_timeout>,
                                       .enabled = false};

}  // namespace miglint
