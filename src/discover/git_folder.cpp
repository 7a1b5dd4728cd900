#include "discover/git_folder.hpp"

#include <sys/stat.h>

#include "discover/layouts.hpp"

namespace miglint {

namespace {

constexpr const char* migration_file = "migration.sql";

TreeHandle tree_at(const GitRepository& repository, const git_commit* commit, const std::string& directory) {
  TreeHandle root = acquire<TreeHandle>(git_commit_tree, commit);
  if (!root || directory.empty()) return root;
  const auto entry = acquire<TreeEntryHandle>(git_tree_entry_bypath, root.get(), directory.c_str());
  if (!entry || git_tree_entry_type(entry.get()) != GIT_OBJECT_TREE) return nullptr;
  return acquire<TreeHandle>(git_tree_lookup, repository.get(), git_tree_entry_id(entry.get()));
}

/// The index's entries below a folder, in path order, each without the folder's prefix.
struct IndexEntry {
  std::string_view path;
  const git_index_entry* entry;
};

std::vector<IndexEntry> entries_below(git_index* index, const std::string& prefix) {
  std::vector<IndexEntry> entries;
  std::size_t at = 0;
  if (git_index_find_prefix(&at, index, prefix.c_str()) != 0) return entries;
  for (; at < git_index_entrycount(index); ++at) {
    const git_index_entry* entry = git_index_get_byindex(index, at);
    std::string_view path = entry->path;
    if (!path.starts_with(prefix)) break;
    const int stage = git_index_entry_stage(entry);
    if (stage != 0 && stage != 2) continue;  // of a conflict, ours
    entries.push_back({path.substr(prefix.size()), entry});
  }
  return entries;
}

void append_tree_entry(std::string& tree, unsigned mode, std::string_view name, const git_oid& id) {
  constexpr int octal_digits = 8;
  char digits[octal_digits];
  int at = octal_digits;
  for (; mode != 0; mode >>= 3) digits[--at] = static_cast<char>('0' + (mode & 7));
  tree.append(digits + at, static_cast<std::size_t>(octal_digits - at)).append(" ").append(name).push_back('\0');
  tree.append(reinterpret_cast<const char*>(id.id), GIT_OID_RAWSZ);
}

/// The hash that git would give the folder made of entries [begin, end), whose paths share their first `depth` bytes. The index sorts paths as trees
/// sort their entries, so the tree's bytes come out in order.
git_oid hash_tree(const std::vector<IndexEntry>& entries, std::size_t begin, std::size_t end, std::size_t depth) {
  std::string tree;
  for (std::size_t i = begin; i < end;) {
    const std::string_view rest = entries[i].path.substr(depth);
    const std::size_t slash = rest.find('/');
    if (slash == std::string_view::npos) {
      append_tree_entry(tree, entries[i].entry->mode, rest, entries[i].entry->id);
      ++i;
      continue;
    }
    const std::string_view folder = entries[i].path.substr(0, depth + slash + 1);
    std::size_t past = i;
    while (past < end && entries[past].path.starts_with(folder)) ++past;
    append_tree_entry(tree, GIT_FILEMODE_TREE, rest.substr(0, slash), hash_tree(entries, i, past, depth + slash + 1));
    i = past;
  }
  git_oid id;
  git_odb_hash(&id, tree.data(), tree.size(), GIT_OBJECT_TREE);
  return id;
}

GitFolder prisma_in_index(const std::vector<IndexEntry>& entries) {
  GitFolder folder;
  for (std::size_t i = 0; i < entries.size();) {
    const std::size_t slash = entries[i].path.find('/');
    if (slash == std::string_view::npos) {
      ++i;
      continue;
    }
    const std::string_view below = entries[i].path.substr(0, slash + 1);
    std::optional<ObjectId> file;
    std::size_t past = i;
    for (; past < entries.size() && entries[past].path.starts_with(below); ++past) {
      if (entries[past].path.substr(slash + 1) == migration_file) file = ObjectId(entries[past].entry->id);
    }
    if (file) folder[std::string(below.substr(0, slash))] = {.id = hash_tree(entries, i, past, slash + 1), .file = file};
    i = past;
  }
  return folder;
}

bool is_skipped(git_index* index, const std::string& path) {
  const git_index_entry* entry = git_index_get_bypath(index, path.c_str(), 0);
  return entry != nullptr && (entry->flags_extended & GIT_INDEX_ENTRY_SKIP_WORKTREE) != 0;
}

DiffHandle work_tree_diff(const GitRepository& repository, const std::string& directory) {
  git_diff_options options = GIT_DIFF_OPTIONS_INIT;
  options.flags = GIT_DIFF_INCLUDE_UNTRACKED | GIT_DIFF_RECURSE_UNTRACKED_DIRS | GIT_DIFF_INCLUDE_IGNORED | GIT_DIFF_RECURSE_IGNORED_DIRS |
                  GIT_DIFF_DISABLE_PATHSPEC_MATCH | GIT_DIFF_IGNORE_SUBMODULES | GIT_DIFF_SKIP_BINARY_CHECK;
  std::string path = directory;
  char* paths[] = {path.data()};
  if (!directory.empty()) options.pathspec = {.strings = paths, .count = 1};
  return acquire<DiffHandle>(git_diff_index_to_workdir, repository.get(), repository.index(), &options);
}

/// The hash that `git add` would give the file: line endings as .gitattributes and core.autocrlf say.
std::optional<ObjectId> hash_on_disk(const GitRepository& repository, const std::string& path) {
  git_oid id;
  const std::string absolute_path = join(repository.root(), path);
  struct stat status{};
  if (::stat(absolute_path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  if (git_repository_hashfile(&id, repository.get(), absolute_path.c_str(), GIT_OBJECT_BLOB, path.c_str()) != 0) return std::nullopt;
  return ObjectId(id);
}

void apply_delta(const GitRepository& repository, const FolderPlace& place, const git_diff_delta& delta, WorkTreeFolder& found) {
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
  if (layout == Layout::prisma) return join(join(directory, name), migration_file);
  return join(directory, name + (layout == Layout::golang_migrate ? ".up.sql" : ".sql"));
}

GitFolder folder_in(const GitRepository& repository, const git_commit* commit, const FolderPlace& place) {
  GitFolder folder;
  const TreeHandle tree = tree_at(repository, commit, place.directory);
  for (std::size_t i = 0; tree && i < git_tree_entrycount(tree.get()); ++i) {
    const git_tree_entry* entry = git_tree_entry_byindex(tree.get(), i);
    const std::string name = git_tree_entry_name(entry);
    const ObjectId id(*git_tree_entry_id(entry));
    const bool is_tree = git_tree_entry_type(entry) == GIT_OBJECT_TREE;
    if (place.layout == Layout::prisma) {
      if (is_tree) folder[name] = {.id = id, .file = std::nullopt};
    } else if (const auto migration = is_tree ? std::nullopt : migration_name(name, place.layout)) {
      folder[*migration] = {.id = id, .file = id};
    }
  }
  return folder;
}

std::optional<ObjectId> folder_id(const GitRepository& repository, const git_commit* commit, const FolderPlace& place) {
  const TreeHandle tree = tree_at(repository, commit, place.directory);
  return tree ? std::optional<ObjectId>(*git_tree_id(tree.get())) : std::nullopt;
}

GitFolder folder_in_index(const GitRepository& repository, const FolderPlace& place) {
  const std::vector<IndexEntry> entries = entries_below(repository.index(), place.directory.empty() ? "" : place.directory + "/");
  if (place.layout == Layout::prisma) return prisma_in_index(entries);
  GitFolder folder;
  for (const IndexEntry& entry : entries) {
    const auto name = migration_name(entry.path, place.layout);
    if (name) folder[*name] = {.id = ObjectId(entry.entry->id), .file = ObjectId(entry.entry->id)};
  }
  return folder;
}

WorkTreeFolder folder_in_work_tree(const GitRepository& repository, const FolderPlace& place, const GitFolder& index) {
  WorkTreeFolder found{.folder = index, .ignored = {}};
  const DiffHandle diff = work_tree_diff(repository, place.directory);
  for (std::size_t i = 0; diff && i < git_diff_num_deltas(diff.get()); ++i) apply_delta(repository, place, *git_diff_get_delta(diff.get(), i), found);
  return found;
}

std::optional<ObjectId> file_id(const GitRepository& repository, const GitMigration& migration, Layout layout) {
  if (migration.file || layout != Layout::prisma) return migration.file ? migration.file : std::optional(migration.id);
  const auto tree = acquire<TreeHandle>(git_tree_lookup, repository.get(), &migration.id.oid);
  const git_tree_entry* entry = tree ? git_tree_entry_byname(tree.get(), migration_file) : nullptr;
  return entry == nullptr ? std::nullopt : std::optional<ObjectId>(*git_tree_entry_id(entry));
}

bool same_file(const GitRepository& repository, const GitMigration& a, const GitMigration& b, Layout layout) {
  if (a.id == b.id) return true;
  return file_id(repository, a, layout) == file_id(repository, b, layout);
}

}  // namespace miglint
