#pragma once

// The files that `fix` changes: shown as diffs, written, reported.

#include <string>
#include <vector>

#include "cli/output.hpp"
#include "report/fixes.hpp"

namespace miglint {

/// A path as `git apply` wants it: from the repository's root.
std::string from_root(const std::string& path);

/// The changes of its result as diffs.
void show_changes(FixedHistory& history);

/// Throws Error, and writes nothing, where a file is no longer what was judged.
void write_files(const FixOutcome& outcome);

/// In every format that was asked for.
void report_fixes(const FixOutcome& outcome, const std::vector<Destination>& reports);

}  // namespace miglint
