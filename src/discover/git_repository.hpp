#pragma once

// One repository, read through libgit2: nothing is written, no filter or hook of its configuration runs, the
// network is never asked.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "discover/files.hpp"
#include "discover/handle.hpp"
#include "discover/index_tree.hpp"

namespace miglint {

/// libgit2 starts when it is first asked for (5 ms where it reads the system's certificates) and stops with
/// the process.
void start_libgit2();

class GitRepository {
 public:
  /// The repository around `directory`. nullopt: there is none. Throws Error for one that can't be opened: it
  /// is damaged, bare, of another user that git does not trust, or has its work tree elsewhere.
  static std::optional<GitRepository> open(const std::string& directory);

  git_repository* get() const { return repository_.get(); }
  /// the work tree's, absolute, without a slash at its end
  const std::string& root() const { return root_; }
  const std::string& git_folder() const { return git_folder_; }
  /// to the root, through symbolic links where the path as it stands is not below it
  std::string relative(std::string_view path) const;

  /// The index that a commit would be made of: the one git names in GIT_INDEX_FILE while a hook runs, else
  /// the repository's. Throws Error when git names one that is not there: an empty index would pass
  /// everything.
  git_index* index() const;
  const IndexTree& index_tree() const;

  /// The commit that a revision names, through tags; null: there is none. Throws Error for a reference whose
  /// commit can't be read.
  CommitHandle commit(const std::string& revision) const;
  CommitHandle commit(const ObjectId& id) const;  ///< null: it is not there
  /// null on an unborn branch. Throws Error where HEAD or its commit can't be read.
  CommitHandle head() const;
  std::optional<ObjectId> merge_head() const;  ///< of a merge in progress
  std::string branch() const;                  ///< short name, of an unborn branch too; empty when detached
  bool is_shallow() const;
  std::vector<std::string> remotes() const;  ///< their names: origin first, then upstream, then the others
  bool is_ignored(const std::string& path) const;
  bool ignores_all_of(const std::string& folder) const;  ///< and nothing below it is in the index

  std::optional<std::string> blob(const ObjectId& id) const;

  /// What a commit would contain, and what a commit contains, as files. The repository must outlive them.
  Files index_files() const;
  Files commit_files(const git_commit* commit) const;

 private:
  RepositoryHandle repository_;
  mutable IndexHandle index_;
  mutable std::unique_ptr<IndexTree> index_tree_;  // after the index that it is made of
  std::string root_;
  std::string git_folder_;
};

/// A commit as the user is told of it.
struct Commit;
Commit describe(const git_commit* commit);

}  // namespace miglint
