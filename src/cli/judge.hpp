#pragma once

#include "cli/options.hpp"
#include "cli/project.hpp"
#include "report/outcome.hpp"

namespace miglint {

/// Judges what was read. Pure: touches neither files nor git.
Outcome judge(Loaded loaded, const Options& options, const LintOptions& wanted = {});

/// Where the run takes place, for paths in reports: the current folder and the repository around what was
/// asked for.
void place(Outcome& outcome, const Options& options);

}  // namespace miglint
