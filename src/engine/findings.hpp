#pragma once

// From what rules report to findings: the engine adds where it is, how serious it is and what the statement
// does, and keeps one finding for one cause.

#include <vector>

#include "engine/active_rules.hpp"
#include "miglint/history.hpp"
#include "miglint/rule.hpp"

namespace miglint {

/// A finding that is not final: a more specific rule may take its place.
struct Draft {
  Finding finding;
  const RegisteredRule* rule = nullptr;
  /// a DO block's inner one, for what is inside; null: about no statement
  const Statement* statement = nullptr;
  int command = -1;  ///< of the statement; -1: about all of it
  std::vector<std::pair<int, int>> covers;
};

/// What a step's rule reported about `change` (-1: about the whole statement).
Draft draft(const ActiveRule& rule, Report report, const Step& step, const Config& config);
/// What a migration's or a history's rule reported. `effect` is that of the statement it points at, null
/// where it points at none.
Draft draft(const ActiveRule& rule, Report report, const History& history, const Effect* effect,
            const Config& config);

/// The findings of one migration, drafts that a more specific one speaks for left out; span and fingerprint
/// filled in.
std::vector<Finding> settle_drafts(std::vector<Draft> drafts, const History& history);

}  // namespace miglint
