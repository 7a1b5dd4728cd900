#pragma once

// `miglint plan`: what PostgreSQL will do, statement by statement. One function a format over the same
// outcome as `check`, judged with keep_plan.

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "miglint/run_mode.hpp"
#include "report/report.hpp"

namespace miglint {

void plan_text(const Outcome& outcome, const ReportStyle& style, std::ostream& out);
void plan_json(const Outcome& outcome, const ReportStyle& style, std::ostream& out);
void plan_markdown(const Outcome& outcome, const ReportStyle& style, std::ostream& out);

/// One planned statement as people read it: a row for each lock, what is done meanwhile, what can go wrong.
struct PlanRow {
  int line = 1;
  std::string statement;           ///< "ALTER TABLE staff: add-column, add-unique"
  std::vector<std::string> locks;  ///< "staff  ACCESS EXCLUSIVE"
  std::vector<std::string> waits;  ///< for each lock: "reads, writes", "writes", "DDL only", "nobody"
  std::string work;                ///< "scans staff; builds staff_email_key"
  /// "users (line 3)": locks of earlier statements that this one's transaction still holds
  std::string held;
  std::vector<std::string> notes;  ///< failures and losses, a sentence each
};
std::vector<PlanRow> plan_rows(const Migration& migration, const MigrationResult& result);

/// The last line: how many were planned, how many not and why, and how to plan them.
std::string planned_in_words(const Outcome& outcome);

/// `how it is run: batch (prisma 6.19, from package.json)`.
std::string run_in_words(const Execution& execution, const Migration& migration);

}  // namespace miglint
