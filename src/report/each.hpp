#pragma once

#include <vector>

#include "report/outcome.hpp"
#include "report/places.hpp"

namespace miglint {

/// A finding with where it lies.
struct Placed {
  const JudgedHistory* judged = nullptr;
  const Finding* finding = nullptr;
  Place place;

  const History& history() const { return judged->history; }
  /// null for a finding of the history as a whole.
  const Migration* migration() const;
  /// The statement it lies in; empty where it lies in none.
  std::string_view statement_sql() const;
};

/// Every finding that is not suppressed (or every one that is), in the outcome's order.
std::vector<Placed> placed_findings(const Outcome& outcome,
                                    std::vector<Finding> LintResult::* which = &LintResult::findings);

/// The same of one history.
std::vector<Placed> placed_findings(const JudgedHistory& judged,
                                    std::vector<Finding> LintResult::* which = &LintResult::findings);

/// The same, the most severe first; equals keep their order.
std::vector<Placed> by_severity(std::vector<Placed> findings);

/// A path as seen from the repository's root, with forward slashes: what code review needs. Unchanged where
/// it lies outside.
std::string repository_path(const Outcome& outcome, const std::string& path);

}  // namespace miglint
