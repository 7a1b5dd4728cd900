#include "discover/git_folder.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include "discover/git_objects.hpp"
#include "discover/layouts.hpp"
#include "miglint/error.hpp"

namespace miglint {

namespace {

/// The hash of the folder at a path from the root.
std::optional<ObjectId> tree_id(const git_commit* commit, const std::string& directory) {
  if (directory.empty()) return ObjectId(*git_commit_tree_id(commit));
  const auto entry = entry_at(git_commit_owner(commit), tree_of(commit).get(), directory);
  return entry && entry->is_tree() ? std::optional(entry->id) : std::nullopt;
}

TreeHandle tree_at(const GitRepository& repository, const git_commit* commit, const FolderPlace& place) {
  const auto id = folder_id(commit, place);
  return id ? read_tree(repository.get(), *id) : nullptr;
}

/// The migration that a child of the folder is: a folder with a SQL file for Prisma and diesel, a file else.
std::optional<std::pair<std::string, GitMigration>> migration_of(const IndexTree& index,
                                                                 const IndexTree::Child& child,
                                                                 Layout layout) {
  const bool is_folder = child.mode == GIT_FILEMODE_TREE;
  if (const std::string_view sql = file_in_folder(layout); !sql.empty()) {
    const auto file = is_folder ? index.file_below(child, sql) : std::nullopt;
    return file
               ? std::optional(std::pair(std::string(child.name), GitMigration{.id = child.id, .file = file}))
               : std::nullopt;
  }
  auto name = is_folder ? std::nullopt : migration_name(child.name, layout);
  return name ? std::optional(std::pair(std::move(*name), GitMigration{.id = child.id, .file = child.id}))
              : std::nullopt;
}

bool is_skipped(git_index* index, const std::string& path) {
  const git_index_entry* entry = git_index_get_bypath(index, path.c_str(), 0);
  return entry != nullptr && (entry->flags_extended & GIT_INDEX_ENTRY_SKIP_WORKTREE) != 0;
}

DiffHandle work_tree_diff(const GitRepository& repository, const std::string& directory) {
  git_diff_options options = GIT_DIFF_OPTIONS_INIT;
  options.flags = GIT_DIFF_INCLUDE_UNTRACKED | GIT_DIFF_RECURSE_UNTRACKED_DIRS | GIT_DIFF_INCLUDE_IGNORED |
                  GIT_DIFF_RECURSE_IGNORED_DIRS | GIT_DIFF_DISABLE_PATHSPEC_MATCH |
                  GIT_DIFF_IGNORE_SUBMODULES | GIT_DIFF_SKIP_BINARY_CHECK;
  std::string path = directory;
  char* paths[] = {path.data()};
  if (!directory.empty()) options.pathspec = {.strings = paths, .count = 1};
  auto diff = acquire<DiffHandle>(git_diff_index_to_workdir, repository.get(), repository.index(), &options);
  if (diff) return diff;
  const git_error* error = git_error_last();
  throw Error(fmt::format("the files of {} cannot be compared with git's index: {}", repository.root(),
                          error != nullptr && error->message != nullptr ? error->message : "unknown error"));
}

/// The hash that `git add` would give the file: line endings as .gitattributes and core.autocrlf say.
std::optional<ObjectId> hash_on_disk(const GitRepository& repository, const std::string& path) {
  git_oid id;
  const std::string absolute_path = join(repository.root(), path);
  struct stat status{};
  if (::stat(absolute_path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  if (git_repository_hashfile(&id, repository.get(), absolute_path.c_str(), GIT_OBJECT_BLOB, path.c_str()) !=
      0)
    return std::nullopt;
  return ObjectId(id);
}

void apply_delta(const GitRepository& repository, const FolderPlace& place, const git_diff_delta& delta,
                 WorkTreeFolder& found) {
  const std::string path = delta.new_file.path != nullptr ? delta.new_file.path : delta.old_file.path;
  const auto name = migration_name(relative_to(path, place.directory), place.layout);
  if (!name || is_skipped(repository.index(), path)) return;
  if (delta.status == GIT_DELTA_DELETED) {
    found.folder.erase(*name);
    return;
  }
  if (delta.status == GIT_DELTA_IGNORED) found.ignored.insert(*name);
  // What can't be read keeps an identity that equals no other; reading it reports the error.
  const ObjectId id = hash_on_disk(repository, path).value_or(ObjectId());
  found.folder[*name] = {.id = id, .file = id};
}

}  // namespace

std::string FolderPlace::file_of(const std::string& name) const {
  if (const std::string_view sql = file_in_folder(layout); !sql.empty())
    return join(join(directory, name), sql);
  return join(directory, name + (layout == Layout::golang_migrate ? ".up.sql" : ".sql"));
}

GitFolder folder_in(const GitRepository& repository, const git_commit* commit, const FolderPlace& place) {
  GitFolder folder;
  const TreeHandle tree = tree_at(repository, commit, place);
  for (std::size_t i = 0; tree && i < git_tree_entrycount(tree.get()); ++i) {
    const git_tree_entry* entry = git_tree_entry_byindex(tree.get(), i);
    const std::string name = git_tree_entry_name(entry);
    const ObjectId id(*git_tree_entry_id(entry));
    const bool is_tree = git_tree_entry_type(entry) == GIT_OBJECT_TREE;
    if (!file_in_folder(place.layout).empty()) {
      if (is_tree) folder.insert_or_assign(folder.end(), name, GitMigration{.id = id, .file = std::nullopt});
    } else if (const auto migration = is_tree ? std::nullopt : migration_name(name, place.layout)) {
      folder.insert_or_assign(folder.end(), *migration, GitMigration{.id = id, .file = id});
    }
  }
  return folder;
}

std::optional<ObjectId> folder_id(const git_commit* commit, const FolderPlace& place) {
  const auto here = tree_id(commit, place.directory);
  return here || place.before.empty() ? here : tree_id(commit, place.before);
}

std::string folder_before(const GitRepository& repository, const git_commit* commit,
                          const FolderPlace& place) {
  const bool is_moved = !place.before.empty() && !tree_id(commit, place.directory);
  return join(repository.root(), is_moved ? place.before : place.directory);
}

GitFolder folder_in_index(const GitRepository& repository, const FolderPlace& place) {
  GitFolder folder;
  const IndexTree& index = repository.index_tree();
  for (const IndexTree::Child& child : index.children(place.directory)) {
    if (auto migration = migration_of(index, child, place.layout)) {
      folder.insert_or_assign(folder.end(), std::move(migration->first), migration->second);
    }
  }
  return folder;
}

WorkTreeFolder folder_in_work_tree(const GitRepository& repository, const FolderPlace& place,
                                   const GitFolder& index) {
  WorkTreeFolder found{.folder = index, .ignored = {}};
  const DiffHandle diff = work_tree_diff(repository, place.directory);
  for (std::size_t i = 0; i < git_diff_num_deltas(diff.get()); ++i)
    apply_delta(repository, place, *git_diff_get_delta(diff.get(), i), found);
  return found;
}

std::optional<ObjectId> file_id(const GitRepository& repository, const GitMigration& migration,
                                Layout layout) {
  if (migration.file || file_in_folder(layout).empty())
    return migration.file ? migration.file : std::optional(migration.id);
  const TreeHandle tree = read_tree(repository.get(), migration.id);
  const git_tree_entry* entry = git_tree_entry_byname(tree.get(), file_in_folder(layout).data());
  return entry == nullptr ? std::nullopt : std::optional<ObjectId>(*git_tree_entry_id(entry));
}

bool same_file(const GitRepository& repository, const GitMigration& a, const GitMigration& b, Layout layout) {
  if (a.id == b.id) return true;
  return file_id(repository, a, layout) == file_id(repository, b, layout);
}

}  // namespace miglint
