#pragma once

// What `miglint fix` did or would do.

#include <ostream>
#include <string>
#include <vector>

#include "fix/fix.hpp"

namespace miglint {

struct ShownChange {
  FileChange::Kind kind = FileChange::Kind::edit;
  std::string path;  ///< as the user would type it
  std::string diff;  ///< paths from the repository's root
};

/// A folder's fixes.
struct FixedHistory {
  std::vector<ShownChange> changes;
  FixResult result;
};

struct FixOutcome {
  std::vector<FixedHistory> histories;
  bool written = false;
};

void report_fixes_text(const FixOutcome& outcome, std::ostream& out);
void report_fixes_json(const FixOutcome& outcome, std::ostream& out);
/// The diffs alone.
void report_fixes_patch(const FixOutcome& outcome, std::ostream& out);

}  // namespace miglint
