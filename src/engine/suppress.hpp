#pragma once

#include <span>
#include <string>
#include <vector>

#include "miglint/lint.hpp"

namespace miglint {

/// Moves what somebody answers for from `findings` to `suppressed`: `-- miglint: allow` comments, the
/// configuration's `ignore`, recorded decisions. Comments that allow nothing, or that can't, become findings
/// of `useless-allow`.
void suppress(LintResult& result, const History& history, const Config& config,
              std::span<const Decision> decisions);

/// What the comments of one migration allow, as far as they count: a line a rule and the statement it is
/// allowed in (its text, formatting aside), or the whole file. Equal lists allow the same.
std::vector<std::string> allowed_by_comments(const Migration& migration);

}  // namespace miglint
