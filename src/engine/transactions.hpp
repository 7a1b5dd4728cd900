#pragma once

// How a runner's way of sending a file cuts it into transactions, and what follows from that: what may not share one, what a failure leaves behind,
// which locks are still held.

#include <span>
#include <vector>

#include "miglint/effect.hpp"
#include "miglint/history.hpp"
#include "miglint/migration.hpp"
#include "miglint/rule.hpp"
#include "miglint/run_mode.hpp"

namespace miglint {

/// The transaction of each of the migration's statements, when its runner sends it this way. Statements of one transaction share an id; ids ascend.
/// BEGIN and COMMIT belong to the block they open and close. A migration with a statement that was not understood counts as several statements.
std::vector<TransactionOf> transactions(const Migration& migration, RunMode mode);

/// Prisma 7.4 and later send the file statement by statement, unless their splitter (the Rust crate sqlparser) can't parse all of it: then it goes
/// whole, as before. Known to be refused: DROP INDEX CONCURRENTLY (sqlparser up to 0.62; prisma-engines #5847). What else it refuses is not modelled.
bool splitter_refuses(const Migration& migration);

/// The statement has company: another one commits or fails together with it, or it could not run outside a transaction.
bool in_transaction(const TransactionOf& transaction);

/// Both statements run in one transaction in at least one of the modes judged for. Both sides come from the same list of modes.
bool may_share_transaction(std::span<const TransactionOf> one, std::span<const TransactionOf> other);
/// They do in every mode.
bool surely_share_transaction(std::span<const TransactionOf> one, std::span<const TransactionOf> other);

/// The statements whose work stays when statement `failing` fails, in order: those committed by then.
std::vector<int> applied_before(std::span<const TransactionOf> transactions, int failing);

/// A lock that a transaction took at an earlier statement and still holds.
struct HeldLock {
  Lock lock;
  int since = 0;  ///< the statement that took it
};

/// For each statement, the locks its transaction holds when it starts: the strongest mode on each relation, and since when. `locks` are those each
/// statement takes itself, one list a statement.
std::vector<std::vector<HeldLock>> held_locks(std::span<const TransactionOf> transactions, std::span<const std::vector<Lock>> locks);

/// From which statement on the transaction has held `lock`, as strong as this or stronger: an earlier one of `held`, else `statement` itself.
int held_since(std::span<const HeldLock> held, const Lock& lock, int statement);

}  // namespace miglint
