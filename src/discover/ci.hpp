#pragma once

// What a CI system says of the change that it runs for: in variables, and in GitHub's event file.

#include <optional>
#include <string>

namespace miglint {

/// What a change is to be compared with.
struct CiTarget {
  std::string branch;  ///< its short name; empty: known by its commit only
  std::string commit;  ///< full hash; empty: known by its name only
  /// of a pull or merge request, so that HEAD has something that the target has not
  bool is_request = false;
};

/// Where a branch stood before what was pushed.
struct CiBefore {
  std::string branch;  ///< short name; empty: not told
  std::string commit;  ///< full hash
};

struct Ci {
  bool is_running = false;  ///< CI=true, or a variable that CI systems alone set
  std::optional<CiTarget> target;
  std::string default_branch;  ///< short name; empty: not told
  std::optional<CiBefore> before;
};

/// Throws Error when GITHUB_EVENT_PATH names a file that can't be read.
Ci read_ci();

/// The commit that pre-commit was asked to compare from (`run --from-ref`, pre-push).
std::optional<std::string> pre_commit_from_ref();

}  // namespace miglint
