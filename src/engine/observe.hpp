#pragma once

// How evidence comes about and ends: what each statement teaches about rows, and which of the next one's row
// failures that settles.

#include <set>
#include <vector>

#include "miglint/effect.hpp"
#include "miglint/evidence.hpp"
#include "miglint/rule.hpp"

namespace miglint {

/// The relations whose writers wait for the transaction at hand, for each way the file may run. While one of
/// them is held, nobody else can undo what an UPDATE did to it.
class HeldTables {
 public:
  /// The transactions the next statement runs in; what another transaction held is let go.
  void enter(std::span<const TransactionOf> transactions);
  void hold(const Effect& effect);
  /// Fact::guarded_by for a fact about the table that is learnt now.
  std::vector<int> guards(const RelationName& table) const;

 private:
  std::vector<int> transactions_;
  std::vector<std::set<RelationName>> held_;
};

/// A statement that has just been judged; `before` is the catalog it found.
struct Observed {
  const Statement& statement;
  const Catalog& before;
  const Effect& effect;
  const HeldTables& held;
  int index = 0;
  bool conditional = false;
  std::string_view sql = {};  ///< the statement's text
};

/// Learns from one change of the statement, and takes back what it ends.
void observe_change(Evidence& evidence, const Observed& observed, int change);
/// … and from all of them, in order.
void observe(Evidence& evidence, const Observed& observed);

/// Takes the row failures out of the effect that the evidence disproves, and marks those it plausibly
/// settles.
void settle(Effect& effect, const Statement& statement, const Catalog& before, const Evidence& evidence,
            const HeldTables& held);

}  // namespace miglint
