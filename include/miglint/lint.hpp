#pragma once

#include <span>
#include <string>
#include <vector>

#include "miglint/config.hpp"
#include "miglint/finding.hpp"
#include "miglint/history.hpp"
#include "miglint/rule.hpp"

namespace miglint {

/// A decision of the decisions file: a finding that somebody answers for.
struct Decision {
  std::string finding;  ///< fingerprint
  std::string rule;
  std::string migration;
  std::string statement;  ///< hash of the normalised statement: an edit voids the decision
  std::string reason;
  std::string by, date, via;
  int line = 0;  ///< in the decisions file
};

/// What one step of a migration comes to, for `plan`.
struct PlannedStatement {
  int index = 0;
  Span span;
  std::vector<std::string> changes;
  TransactionOf transaction;
  Effect effect;
  /// for each lock of the effect: the statement from which its transaction holds it
  std::vector<int> held_since;
};

/// A statement, or a part of one, whose deeds nobody could foresee.
struct NotUnderstood {
  int line = 0;      ///< 1-based, in the migration's file
  std::string what;  ///< "the DO block runs SQL that is put together at run time"
};

struct MigrationResult {
  bool judged = false;
  std::vector<NotUnderstood> not_understood;  ///< empty: every statement was understood
  std::string summary;                        ///< what it does, one line: "adds staff.email (text, nullable)"
  std::string worst;                          ///< the worst moment, for people
  std::vector<PlannedStatement> plan;
};

/// What lint() says of one history. `findings` are sorted by migration, place and rule; suppressed ones are
/// among `suppressed`.
struct LintResult {
  std::vector<MigrationResult> migrations;  ///< one for each of the history's
  std::vector<Finding> findings;
  std::vector<Finding> suppressed;
  Catalog catalog;  ///< what the history ends with
  /// statements by which schema.prisma and the migrations differed before what is judged, too
  int earlier_drift = 0;
};

struct LintOptions {
  bool keep_plan = false;
  bool keep_summary = true;   ///< MigrationResult::summary, for the formats that show it
  bool keep_advice = true;    ///< Finding::why, paths, safer and check_first, likewise
  bool keep_changes = false;  ///< the history will be judged again: its statements keep what they change
};

/// Judges a history. Pure: no files, no git, no clock; the same input gives the same result. What its
/// statements change is let go on the way, unless the plan is kept: a history is judged once.
LintResult lint(const History& history, const Config& config, std::span<const Decision> decisions,
                const LintOptions& options = {});

}  // namespace miglint
