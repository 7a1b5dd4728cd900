#include "engine/pending_checks.hpp"

#include <algorithm>

namespace miglint {

namespace {

bool alters(const Statement& statement, const Effect& effect, const Catalog& before,
            const RelationName& table) {
  if (effect.lock_on(table) == LockMode::access_exclusive) return true;
  return statement.tag == "ALTER TABLE" && before.resolve(statement.target) == table;  // of a new table
}

/// SET CONSTRAINTS … IMMEDIATE makes the checks at once.
bool ends_waiting(const Statement& statement) {
  return std::ranges::any_of(statement.changes, [](const StatementChange& one) {
    const auto* other = std::get_if<NoEffect>(&one.change);
    return other != nullptr && other->tag == "SET CONSTRAINTS";
  });
}

/// An UPDATE or DELETE of an empty table writes nothing.
bool finds_no_row(const Statement& statement, const Catalog& before, const Evidence& evidence) {
  return std::ranges::all_of(statement.changes, [&](const StatementChange& one) {
    const auto* update = std::get_if<Update>(&one.change);
    const auto* deletion = std::get_if<Delete>(&one.change);
    if (update == nullptr && deletion == nullptr) return false;
    return evidence.no_rows(before.resolve(update ? update->table : deletion->table)).proven();
  });
}

}  // namespace

void PendingChecks::refuse(Effect& effect, const Statement& statement, const Catalog& before,
                           std::span<const TransactionOf> transactions) const {
  for (const Waiting& waiting : waiting_) {
    bool shared = false;
    for (std::size_t mode = 0; mode < transactions.size(); ++mode)
      shared |= transactions[mode].id == waiting.transactions[mode];
    if (!shared || effect.always_fails || !alters(statement, effect, before, waiting.table)) continue;
    effect.row_failures.push_back(
        {.sqlstate = "55006", .relation = waiting.table, .change = 0, .any_row = true});
    return;
  }
}

void PendingChecks::note(const Effect& effect, const Statement& statement, const Catalog& before,
                         const Evidence& evidence, std::span<const TransactionOf> transactions) {
  if (!waiting_.empty() && ends_waiting(statement)) waiting_.clear();
  if (effect.pending_checks.empty() || finds_no_row(statement, before, evidence)) return;
  std::vector<int> ids;
  for (const TransactionOf& transaction : transactions) ids.push_back(transaction.id);
  for (const RelationName& table : effect.pending_checks) {
    const bool known = std::ranges::any_of(waiting_, [&](const Waiting& waiting) {
      return waiting.table == table && waiting.transactions == ids;
    });
    if (!known) waiting_.push_back({.table = table, .transactions = ids});
  }
}

}  // namespace miglint
