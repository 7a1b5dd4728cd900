#pragma once

// The files and repositories of one run: which repository a folder is in, opened once, and where its files
// are read from.

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "discover/discover.hpp"
#include "discover/git_facts.hpp"
#include "discover/repositories.hpp"

namespace miglint {

/// The root of the repository around `directory`; outside git the folder itself. Throws Error inside a bare
/// repository.
std::string project_root(const std::string& directory);

/// Those of `migrations:`, absolute; empty: the configuration names none.
std::vector<std::string> configured_folders(const Config& config);

/// A repository inside the repository, which is judged there.
bool is_nested_repository(const std::string& folder);

class Workspace {
 public:
  /// `notes` takes what the run goes on without.
  Workspace(const DiscoverOptions& options, const Config& config, std::vector<std::string>& notes);
  Workspace(const Workspace&) = delete;
  Workspace& operator=(const Workspace&) = delete;

  bool staged() const { return options_.staged; }
  /// Before the first context: whether a base that is named but not there is an Error.
  void require_base(bool required) { base_required_ = required; }

  /// null: not in a repository, or in one that can't be used and need not be (--all).
  const GitRepository* repository_around(const std::string& directory);
  const GitContext* context_around(const std::string& directory);

  /// The index with --staged, else the disk; standard input laid over.
  const Files& files() const { return files_; }
  /// The same for what is only replayed: with --staged, a file that is unchanged on the disk by what git's
  /// index notes of it is taken from there, which spares unpacking a thousand objects.
  Files files_to_replay();

 private:
  struct Opened {
    const GitRepository* repository = nullptr;
    std::unique_ptr<GitContext> context;
  };
  Opened& opened_around(const std::string& directory);
  Files staged_files();

  const DiscoverOptions& options_;
  const Config& config_;
  std::vector<std::string>& notes_;
  bool base_required_ = false;
  std::shared_ptr<Repositories> repositories_;
  std::map<std::string, Opened> opened_;  // by root
  Files files_;
};

}  // namespace miglint
