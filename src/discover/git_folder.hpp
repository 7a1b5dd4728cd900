#pragma once

// One migrations folder as a commit, the index or the work tree has it: names and what identifies their
// content. A thousand migrations are compared by the hashes of their folders, so that a commit costs one tree
// object, and only what differs is looked into.

#include <map>
#include <optional>
#include <set>
#include <string>

#include "discover/git_repository.hpp"
#include "miglint/source.hpp"

namespace miglint {

/// A migration's content by hash: of its folder for Prisma, of its file else. `file` is the hash of its SQL
/// file where it is known already.
struct GitMigration {
  ObjectId id;
  std::optional<ObjectId> file;
};

using GitFolder = std::map<std::string, GitMigration>;  // by the migration's name

/// Where a migrations folder lies in a repository.
struct FolderPlace {
  std::string directory;  ///< relative to the root
  Layout layout = Layout::prisma;
  /// where the folder was until it was moved: looked at in commits that do not have it here; else empty
  std::string before;
  /// The path of a migration's SQL file, relative to the root.
  std::string file_of(const std::string& name) const;
};

GitFolder folder_in(const GitRepository& repository, const git_commit* commit, const FolderPlace& place);
/// Where the commit has the folder, absolute: at its place, or where it was before it was moved.
std::string folder_before(const GitRepository& repository, const git_commit* commit,
                          const FolderPlace& place);
/// The hash of the whole folder: equal means that nothing in it changed. nullopt: the commit has no such
/// folder.
std::optional<ObjectId> folder_id(const git_commit* commit, const FolderPlace& place);
GitFolder folder_in_index(const GitRepository& repository, const FolderPlace& place);

/// The work tree's folder, from what it does differently than the index. `ignored`: the names that git
/// ignores, which are in the folder all the same.
struct WorkTreeFolder {
  GitFolder folder;
  std::set<std::string> ignored;
};
WorkTreeFolder folder_in_work_tree(const GitRepository& repository, const FolderPlace& place,
                                   const GitFolder& index);

/// The hash of the migration's SQL file; nullopt: it has none.
std::optional<ObjectId> file_id(const GitRepository& repository, const GitMigration& migration,
                                Layout layout);
/// Whether both have the same SQL file.
bool same_file(const GitRepository& repository, const GitMigration& a, const GitMigration& b, Layout layout);

}  // namespace miglint
