#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace miglint {

/// GitHub's `primaryLocationLineHash` for the wanted lines (1-based, ascending, none twice), as
/// codeql-action's fingerprints.ts computes it. The result has one entry for each; empty for a line that the
/// text does not have.
std::vector<std::string> line_hashes(std::string_view text, const std::vector<int>& lines);

}  // namespace miglint
