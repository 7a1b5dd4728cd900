#pragma once

// Where a shell is while its line runs: `cd`, `pushd`, `popd`, `cd -`.

#include <optional>
#include <string>
#include <vector>

#include "shell/walk.hpp"

namespace miglint::shell {

/// Where the shell is, and what `cd -` and `popd` go back to.
struct Place {
  Whereabouts here;
  Whereabouts before;
  std::vector<Whereabouts> stack;
};

/// The place after a command that succeeded and after one that failed; nothing: it can't end so.
struct Ends {
  std::optional<Place> ok;
  std::optional<Place> failed;
};

/// One or the other; the other where one can't be.
std::optional<Place> merged(std::optional<Place> one, const std::optional<Place>& other);

/// Goes to a folder, as `command` says. Whether it surely gets there: the folder is there now.
bool go_to(Place& place, const Field& target, const std::string& command, const World& world);

/// What `cd`, `pushd` and `popd` end with.
Ends change_folder(const std::vector<Field>& words, const Place& before, const World& world);

/// One place of several that it may be.
inline constexpr std::size_t most_folders = 8;

}  // namespace miglint::shell
