#pragma once

#include <string>

namespace miglint {

/// Where git looks for hooks in the repository around a folder.
struct HooksFolder {
  std::string root;         ///< the work tree's, absolute
  std::string folder;       ///< absolute
  bool configured = false;  ///< by core.hooksPath; else it is the repository's own
};

/// Throws Error outside git.
HooksFolder hooks_folder(const std::string& directory);

}  // namespace miglint
