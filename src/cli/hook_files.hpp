#pragma once

// What a shell line changes among the files, held against what is not an agent's to change.

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "cli/hook_protocol.hpp"
#include "cli/protected.hpp"
#include "shell/acts.hpp"

namespace miglint {

/// The folder, or the nearest one above it that is there: it may be made by the line itself.
std::string nearest_folder(const std::string& path);

bool is_folder(const std::string& path);

/// What is at the front of a regular file; nothing where there is none.
std::optional<std::string> read_front(const std::string& path);

/// Judges the changes of one line, and remembers what they write.
class FileJudge {
 public:
  /// An edit, a removal, a copy or a patch, made in one of the folders.
  HookDecision judge(const shell::Act& act, const shell::Run& run, const std::vector<std::string>& folders);

  /// The line wrote a file of this name before.
  bool wrote(const std::string& path) const;

 private:
  std::vector<const ProtectedFiles*> repositories(const std::string& folder, const std::string& path);
  HookDecision decide_by_name(const std::string& path);
  HookDecision judge_change(const shell::Act& act, const shell::Run& run, const std::string& folder);
  HookDecision judge_put(const shell::Act& act, const std::string& folder);
  HookDecision judge_patch(const shell::Act& act, const std::string& folder);

  Protection protection_;
  std::set<std::string> written_;  ///< by name
};

}  // namespace miglint
