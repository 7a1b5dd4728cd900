#pragma once

// From the command line to parsed histories: configuration, files, git. After `load` nothing touches them any
// more.

#include <string>
#include <vector>

#include "cli/options.hpp"
#include "discover/discover.hpp"
#include "discover/repositories.hpp"
#include "miglint/lint.hpp"

namespace miglint {

/// The histories that one configuration holds for.
struct Project {
  Config config;  ///< with what the command line says instead
  std::vector<Decision> decisions;
  std::string decisions_path;  ///< where decisions are kept, whether the file exists or not
  /// as typed, where the change that is judged edits them
  std::vector<std::string> edited_configurations;
  std::string edited_decisions;
  std::vector<History> histories;
  /// one for each history: false, where nothing is judged and its files were left on the disk
  std::vector<bool> read;

  /// With the server's version that the history's own surroundings show, where nobody says which it is.
  Config config_of(const History& history) const;
};

struct Loaded {
  std::vector<Project> projects;
  std::vector<FileError> errors;
  std::vector<std::string> notes;
  std::string selection;  ///< which migrations are judged, in words
};

/// `always_read`: also the histories of which nothing is judged. Throws Error where the job cannot be done at
/// all.
Loaded load(const Options& options, bool always_read);

/// The schema that a history ends with on a server of this major version, replayed without being judged.
Catalog end_of(const History& history, int postgres);

/// The root of the work tree around a path as typed; empty outside git.
std::string root_around(const std::string& path);

/// The configuration that holds for a path, with what the command line says instead. With --staged it is read
/// from the index of one of `repositories`.
Config load_config(const Options& options, const std::string& path, Repositories& repositories);
Config load_config(const Options& options, const std::string& path);

/// A configuration, or a file of decisions, above this size is none that anybody wrote or reviewed.
inline constexpr std::size_t largest_settings = std::size_t{4} << 20;

/// A regular file's bytes, `most` of them at most; throws Error that names it and says why not.
std::string read_file(const std::string& path, std::size_t most);

}  // namespace miglint
