// How a file is cut into transactions.
//
// PostgreSQL's simple-query protocol takes a string of statements (exec_simple_query in postgres.c). With
// more than one statement in the string, each runs in an *implicit* transaction block that ends with the
// string; one statement alone is its own transaction. Explicit commands cut that:
//
//   ALTER TABLE a …;      implicit, and BEGIN below takes it in: from there on it is one regular block
//   BEGIN;                (a WARNING would only come if a regular block were open)
//   ALTER TABLE b …;
//   COMMIT;               commits all of the above
//   ALTER TABLE c …;      implicit again: even the last statement of a string is inside a block, so that
//                         CONCURRENTLY fails here too
//
// A COMMIT without BEGIN commits the implicit block (with a WARNING), a ROLLBACK undoes it. A failure ends
// the string: later statements don't run.
//
// Sent statement by statement, what is not between BEGIN and COMMIT is its own transaction, and a stray
// COMMIT does nothing.

#include "miglint/transactions.hpp"

#include <algorithm>
#include <optional>
#include <ranges>
#include <utility>

namespace miglint {

namespace {

using Kind = TransactionOf::Kind;
using Action = Transaction::Action;

std::optional<Action> transaction_command(const Statement& statement) {
  if (statement.changes.size() != 1) return std::nullopt;
  const auto* command = std::get_if<Transaction>(&statement.changes.front().change);
  return command ? std::optional(command->action) : std::nullopt;
}

bool ends_transaction(Action action) {
  return action == Action::commit || action == Action::rollback || action == Action::prepare;
}

bool hides_a_statement(const ParseIssue& issue) {
  using Issue = ParseIssue::Kind;
  return issue.kind == Issue::syntax_error || issue.kind == Issue::newer_grammar ||
         issue.kind == Issue::drop_enum_value;
}

/// Hands out the transactions while walking the statements in order.
class Cutter {
 public:
  /// `outside`: what a statement between blocks is; `in_block`: the runner has sent BEGIN before the file.
  Cutter(Kind outside, bool in_block)
      : outside_(outside),
        runner_commits_(in_block),
        open_(in_block),
        in_block_(in_block),
        id_(in_block ? 0 : -1) {}

  void add(const Statement& statement) {
    const std::optional<Action> command = transaction_command(statement);
    const bool begins = command == Action::begin;
    if (!open_) ++id_;
    in_block_ |= begins;  // an implicit block that is under way becomes the regular one
    open_ = in_block_ || outside_ == Kind::implicit;
    transactions_.push_back({.kind = in_block_ ? Kind::explicit_ : outside_, .id = id_});
    if (command && ends_transaction(*command)) close(*command == Action::rollback);
  }

  std::vector<TransactionOf> finish() {
    // A block that the file leaves open is rolled back when the connection ends, unless the runner commits
    // after the file.
    if (in_block_ && !runner_commits_) undo();
    return std::move(transactions_);
  }

 private:
  void close(bool rolled_back) {
    if (rolled_back) undo();
    open_ = in_block_ = false;
  }

  void undo() {
    for (TransactionOf& transaction : transactions_ | std::views::reverse) {
      if (transaction.id != id_) return;
      transaction.rolled_back = true;
    }
  }

  Kind outside_;
  bool runner_commits_;
  bool open_;      // a transaction that the next statement joins
  bool in_block_;  // … and an explicit one
  int id_;
  std::vector<TransactionOf> transactions_;
};

/// A statement alone in its string needs no block around it.
bool alone(const Migration& migration) {
  return migration.statements.size() == 1 && std::ranges::none_of(migration.issues, hides_a_statement);
}

Cutter cutter_for(const Migration& migration, RunMode folder_mode) {
  const RunMode mode = run_mode(migration, folder_mode);
  if (mode == RunMode::file) return Cutter(Kind::implicit, true);
  const bool whole = mode == RunMode::batch || splitter_refuses(migration);
  return Cutter(whole && !alone(migration) ? Kind::implicit : Kind::own, false);
}

bool is_concurrent_drop(const StatementChange& change) {
  const auto* drop = std::get_if<DropIndex>(&change.change);
  return drop && drop->concurrently;
}

std::ptrdiff_t modes_in_common(std::span<const TransactionOf> one, std::span<const TransactionOf> other) {
  std::ptrdiff_t count = 0;
  for (std::size_t mode = 0; mode < std::min(one.size(), other.size()); ++mode)
    count += one[mode].id == other[mode].id;
  return count;
}

}  // namespace

std::vector<TransactionOf> transactions(const Migration& migration, RunMode mode) {
  Cutter cutter = cutter_for(migration, mode);
  for (const Statement& statement : migration.statements) cutter.add(statement);
  return cutter.finish();
}

/// What Flyway recognises as not to be run in a transaction (PostgreSQLParser.java,
/// detectCanExecuteInTransaction). REINDEX … CONCURRENTLY and DETACH … CONCURRENTLY are not among it.
static bool flyway_runs_alone(const StatementChange& change) {
  using Upkeep = Maintenance::Action;
  if (const auto* index = std::get_if<CreateIndex>(&change.change)) return index->concurrently;
  if (const auto* index = std::get_if<DropIndex>(&change.change)) return index->concurrently;
  if (const auto* reindex = std::get_if<Reindex>(&change.change))
    return reindex->scope != Reindex::Scope::index && reindex->scope != Reindex::Scope::table;
  const auto* maintenance = std::get_if<Maintenance>(&change.change);
  return maintenance && maintenance->action != Upkeep::cluster && maintenance->action != Upkeep::analyze &&
         maintenance->action != Upkeep::checkpoint;
}

/// Flyway leaves out its transaction where the file has nothing but such statements; beside others it refuses
/// the file.
static bool flyway_leaves_out_transaction(const Migration& migration) {
  return migration.source.layout == Layout::flyway && !migration.statements.empty() &&
         std::ranges::none_of(migration.issues, hides_a_statement) &&
         std::ranges::all_of(migration.statements, [](const Statement& statement) {
           return !statement.changes.empty() && std::ranges::all_of(statement.changes, flyway_runs_alone);
         });
}

RunMode run_mode(const Migration& migration, RunMode mode) {
  if (mode != RunMode::file) return mode;
  if (flyway_leaves_out_transaction(migration)) return RunMode::split;
  if (!migration.source.no_transaction) return mode;
  const Layout layout = migration.source.layout;
  const bool one_by_one =
      layout == Layout::goose || layout == Layout::flyway || layout == Layout::sql_migrate;
  return one_by_one ? RunMode::split : RunMode::batch;
}

bool splitter_refuses(const Migration& migration) {
  if (migration.source.layout != Layout::prisma) return false;
  return std::ranges::any_of(migration.statements, [](const Statement& s) {
    return std::ranges::any_of(s.changes, is_concurrent_drop);
  });
}

bool in_transaction(const TransactionOf& transaction) { return transaction.kind != Kind::own; }

bool may_share_transaction(std::span<const TransactionOf> one, std::span<const TransactionOf> other) {
  return modes_in_common(one, other) > 0;
}

bool surely_share_transaction(std::span<const TransactionOf> one, std::span<const TransactionOf> other) {
  return !one.empty() && modes_in_common(one, other) == std::ssize(one);
}

int transaction_begin(std::span<const TransactionOf> transactions, int statement) {
  const int id = transactions[static_cast<std::size_t>(statement)].id;
  // they are numbered in order
  const auto begin = std::ranges::lower_bound(transactions, id, {}, &TransactionOf::id);
  return static_cast<int>(begin - transactions.begin());
}

void LocksHeld::enter(const TransactionOf& transaction) {
  if (transaction.id == transaction_) return;
  transaction_ = transaction.id;
  held_.clear();
  places_.clear();
}

void LocksHeld::take(std::span<const Lock> locks, int statement) {
  for (const Lock& lock : locks) {
    const auto [place, is_new] = places_.try_emplace(lock.relation, held_.size());
    if (is_new) {
      held_.push_back({.lock = lock, .since = statement});
    } else if (HeldLock& held = held_[place->second]; held.lock.mode < lock.mode) {
      held = {.lock = lock, .since = statement};
    }
  }
}

int LocksHeld::since(const Lock& lock, int statement) const {
  const auto place = places_.find(lock.relation);
  return place == places_.end() || held_[place->second].lock.mode < lock.mode ? statement
                                                                              : held_[place->second].since;
}

bool Step::may_share_transaction() const { return std::ranges::any_of(transactions, in_transaction); }

bool Execution::may_be(RunMode mode) const { return std::ranges::find(modes, mode) != modes.end(); }

std::string_view to_string(RunMode mode) {
  switch (mode) {
    case RunMode::batch:
      return "batch";
    case RunMode::split:
      return "split";
    case RunMode::file:
      return "file";
  }
  return "batch";
}

}  // namespace miglint
