#pragma once

// How a runner's way of sending a file cuts it into transactions, and what follows from that: what may not
// share one, what a failure leaves behind, which locks are still held.

#include <span>
#include <unordered_map>
#include <vector>

#include "miglint/effect.hpp"
#include "miglint/history.hpp"
#include "miglint/migration.hpp"
#include "miglint/rule.hpp"
#include "miglint/run_mode.hpp"

namespace miglint {

/// The transaction of each of the migration's statements, when its runner sends it this way. Statements of
/// one transaction share an id; ids ascend. BEGIN and COMMIT belong to the block they open and close. A
/// migration with a statement that was not understood counts as several statements.
std::vector<TransactionOf> transactions(const Migration& migration, RunMode mode);

/// Prisma 7.4 and later send the file statement by statement, unless their splitter (the Rust crate
/// sqlparser) can't parse all of it: then it goes whole, as before. Known to be refused: DROP INDEX
/// CONCURRENTLY (sqlparser up to 0.62; prisma-engines #5847). What else it refuses is not modelled.
bool splitter_refuses(const Migration& migration);

/// The statement has company: another one commits or fails together with it, or it could not run outside a
/// transaction.
bool in_transaction(const TransactionOf& transaction);

/// Both statements run in one transaction in at least one of the modes judged for. Both sides come from the
/// same list of modes.
bool may_share_transaction(std::span<const TransactionOf> one, std::span<const TransactionOf> other);
/// They do in every mode.
bool surely_share_transaction(std::span<const TransactionOf> one, std::span<const TransactionOf> other);

/// The first statement of the transaction that this one runs in: what is before it stays when this one fails,
/// unless it was rolled back.
int transaction_begin(std::span<const TransactionOf> transactions, int statement);

/// A lock that a transaction took at an earlier statement and still holds.
struct HeldLock {
  Lock lock;
  int since = 0;  ///< the statement that took it
};

/// The locks that the transaction at hand holds, while a migration's statements are walked in order: the
/// strongest mode on each relation.
class LocksHeld {
 public:
  /// The next statement runs in this transaction; what another one held is let go.
  void enter(const TransactionOf& transaction);
  /// The statement has taken these.
  void take(std::span<const Lock> locks, int statement);

  const std::vector<HeldLock>& held() const { return held_; }
  /// From which statement on the transaction has held `lock`, as strong as this or stronger: an earlier one,
  /// else `statement` itself.
  int since(const Lock& lock, int statement) const;

 private:
  int transaction_ = -1;
  std::vector<HeldLock> held_;                            ///< in the order the relations were first locked
  std::unordered_map<RelationName, std::size_t> places_;  ///< in held_
};

}  // namespace miglint
