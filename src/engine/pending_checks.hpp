#pragma once

#include <span>
#include <vector>

#include "miglint/effect.hpp"
#include "miglint/evidence.hpp"
#include "miglint/rule.hpp"

namespace miglint {

/// The deferred checks of rows that earlier statements wrote: while they wait for COMMIT, PostgreSQL refuses
/// to alter, truncate or drop their table (55006; tablecmds.c, CheckTableNotInUse).
class PendingChecks {
 public:
  /// The statement alters such a table, in one of the ways the file may run.
  void refuse(Effect& effect, const Statement& statement, const Catalog& before,
              std::span<const TransactionOf> transactions) const;
  void note(const Effect& effect, const Statement& statement, const Catalog& before, const Evidence& evidence,
            std::span<const TransactionOf> transactions);

 private:
  struct Waiting {
    RelationName table;
    std::vector<int> transactions;  ///< for each way the file may run
  };
  std::vector<Waiting> waiting_;
};

}  // namespace miglint
