#pragma once

#include <span>

#include "miglint/lint.hpp"

namespace miglint {

/// Moves what somebody answers for from `findings` to `suppressed`: `-- miglint: allow` comments, the
/// configuration's `ignore`, recorded decisions. Comments that allow nothing, or that can't, become findings
/// of `useless-allow`.
void suppress(LintResult& result, const History& history, const Config& config,
              std::span<const Decision> decisions);

}  // namespace miglint
