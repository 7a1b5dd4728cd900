#pragma once

// The repositories of one run, each opened once: the configuration and the migrations are read from the same
// index.

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "discover/git_repository.hpp"

namespace miglint {

class Repositories {
 public:
  /// The repository around `directory`, or the one that GIT_DIR names; null: there is none. Throws Error as
  /// GitRepository::open does.
  const GitRepository* around(const std::string& directory);

  /// A file as the index has it, for `--staged`; nullopt: not in the index.
  std::optional<std::string> read_staged(const std::string& path);

 private:
  std::map<std::string, std::unique_ptr<GitRepository>> opened_;  // by root
};

}  // namespace miglint
