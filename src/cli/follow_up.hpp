#pragma once

// The steps that a path leaves for a later release: files in `.miglint/later`, beside the configuration.

#include <string>
#include <vector>

#include "cli/options.hpp"
#include "miglint/config.hpp"
#include "miglint/history.hpp"

namespace miglint {

/// `.miglint`, beside the configuration or at the repository's root, as the user would type it.
std::string follow_up_folder(const Config& config, const std::string& migrations_dir);

struct FollowUp {
  std::string name;
  std::string path;   ///< as the user would type it
  std::string after;  ///< what has to be there first: its first comment
  std::string sql;    ///< without the comments at its top
};
/// Those that are there, by name.
std::vector<FollowUp> follow_ups(const std::string& folder);

/// One of the history's migrations left it: several histories may share a folder.
bool left_by(const History& history, const FollowUp& follow_up);

/// fix --due NAME: shows the migration that it becomes; with --write, writes it and takes the file away.
int bring_due(const Options& options);

}  // namespace miglint
