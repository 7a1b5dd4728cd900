#pragma once

// Whether the change that is judged edits a file that it is judged by.

#include <optional>
#include <string>
#include <vector>

#include "discover/repositories.hpp"
#include "miglint/config.hpp"

namespace miglint {

/// Those of the files (absolute paths) that are not what they were before the change: in the merge base with
/// the base that `config` names, with `staged` in HEAD. Held against it is the index with `staged`, else the
/// disk. Added and removed files count. None outside of git, and none where there is nothing to compare with.
std::vector<std::string> edited_files(const std::vector<std::string>& files, const Config& config,
                                      bool staged, Repositories& repositories);

}  // namespace miglint
