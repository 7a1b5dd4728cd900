// The index and a commit's tree as Files. The index is one sorted list of paths, so a folder is a range of
// it: its children are found by jumping from one to the next, whatever they hold.

#include <algorithm>
#include <cstring>
#include <fmt/format.h>
#include <string>

#include "discover/git_objects.hpp"
#include "discover/git_repository.hpp"
#include "miglint/error.hpp"

namespace miglint {

namespace {

FileKind kind_of_mode(unsigned mode) {
  if ((mode & 0170000) == 0120000) return FileKind::symlink;
  if ((mode & 0170000) == 0040000) return FileKind::directory;
  return (mode & 0170000) == 0100000 ? FileKind::file : FileKind::other;  // other: a submodule's commit
}

/// The first entry at or after `path`, whatever its stage.
std::size_t lower_bound(git_index* index, std::string_view path) {
  std::size_t low = 0, high = git_index_entrycount(index);
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (std::string_view(git_index_get_byindex(index, middle)->path) < path)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/// "a/" for the folder a; "" for the root.
std::string prefix_of(const std::string& relative) { return relative.empty() ? "" : relative + "/"; }

/// The first entry after those that share the first `length` bytes of entry `i`'s path with it. Most folders
/// are small: a few steps before jumping.
std::size_t past_folder(git_index* index, std::size_t i, std::size_t length) {
  constexpr std::size_t steps = 8;
  const std::string_view folder = std::string_view(git_index_get_byindex(index, i)->path).substr(0, length);
  const std::size_t end = git_index_entrycount(index);
  for (std::size_t next = i + 1; next < std::min(end, i + steps); ++next) {
    if (!std::string_view(git_index_get_byindex(index, next)->path).starts_with(folder)) return next;
  }
  // '0' follows '/': the first path after everything below this folder
  return lower_bound(index, std::string(folder.substr(0, length - 1)) + "0");
}

std::vector<DirectoryEntry> list_index(git_index* index, const std::string& directory) {
  std::vector<DirectoryEntry> entries;
  const std::string prefix = prefix_of(directory);
  for (std::size_t i = lower_bound(index, prefix); i < git_index_entrycount(index);) {
    const git_index_entry* entry = git_index_get_byindex(index, i);
    const std::string_view path = entry->path;
    if (!path.starts_with(prefix)) break;
    const std::string_view rest = path.substr(prefix.size());
    const std::size_t slash = rest.find('/');
    const std::string_view name = rest.substr(0, slash);
    const FileKind kind = slash == std::string_view::npos ? kind_of_mode(entry->mode) : FileKind::directory;
    if (entries.empty() || entries.back().name != name) entries.push_back({std::string(name), kind});
    i = slash == std::string_view::npos ? i + 1 : past_folder(index, i, prefix.size() + slash + 1);
  }
  return entries;
}

/// The entry that would be committed; while a path is in conflict, ours.
const git_index_entry* find_entry(git_index* index, const std::string& path) {
  const git_index_entry* entry = git_index_get_bypath(index, path.c_str(), 0);
  return entry != nullptr ? entry : git_index_get_bypath(index, path.c_str(), 2);
}

std::optional<FileKind> kind_in_index(git_index* index, const std::string& path) {
  if (path.empty()) return FileKind::directory;
  if (const git_index_entry* entry = find_entry(index, path)) return kind_of_mode(entry->mode);
  const std::size_t below = lower_bound(index, path + "/");
  const bool is_folder = below < git_index_entrycount(index) &&
                         std::string_view(git_index_get_byindex(index, below)->path).starts_with(path + "/");
  return is_folder ? std::optional(FileKind::directory) : std::nullopt;
}

/// What the index has is what is judged: one file that can't be had does not hide the others.
FileContent content_or_problem(const GitRepository& repository, const git_oid& id) {
  try {
    return {.text = read_blob(repository.get(), id), .problem = {}};
  } catch (const Error& error) {
    return {.text = std::nullopt, .problem = fmt::format("cannot be read from git: {}", error.what())};
  }
}

/// A link in git is a blob that holds its target; one step is followed, which is what projects use.
template <class Find, class Read>
FileContent read_following(const GitRepository& repository, const std::string& path, const Find& find,
                           const Read& read) {
  auto found = find(path);
  if (!found) return {};
  if (kind_of_mode(found->second) == FileKind::symlink) {
    const std::string target = read_blob(repository.get(), found->first);
    found = find(repository.relative(absolute(join(join(repository.root(), parent(path)), target))));
    if (!found) return {.text = std::nullopt, .problem = "is a symbolic link to what git does not have"};
  }
  if (kind_of_mode(found->second) != FileKind::file)
    return {.text = std::nullopt, .problem = "is a folder, not a file"};
  return read(found->first.oid);
}

using Found = std::optional<std::pair<ObjectId, unsigned>>;

}  // namespace

Files GitRepository::index_files() const {
  git_index* list = index();
  const auto find = [list](const std::string& path) -> Found {
    const git_index_entry* entry = find_entry(list, path);
    return entry == nullptr ? Found{} : Found({ObjectId(entry->id), entry->mode});
  };
  return {
      .list = [this, list](const std::string& directory) { return list_index(list, relative(directory)); },
      .read =
          [this, find](const std::string& file) {
            return read_following(*this, relative(file), find,
                                  [this](const git_oid& id) { return content_or_problem(*this, id); });
          },
      .kind = [this, list](const std::string& path) { return kind_in_index(list, relative(path)); }};
}

namespace {

std::vector<DirectoryEntry> list_tree(const GitRepository& repository, const git_tree* root,
                                      const std::string& directory) {
  TreeHandle below;
  const git_tree* tree = root;
  if (!directory.empty()) {
    const auto entry = entry_at(repository.get(), root, directory);
    if (!entry || !entry->is_tree()) return {};
    below = read_tree(repository.get(), entry->id);
    tree = below.get();
  }
  std::vector<DirectoryEntry> entries;
  for (std::size_t i = 0; i < git_tree_entrycount(tree); ++i) {
    const git_tree_entry* entry = git_tree_entry_byindex(tree, i);
    entries.push_back({git_tree_entry_name(entry), kind_of_mode(git_tree_entry_filemode(entry))});
  }
  return entries;
}

}  // namespace

/// A commit's files are compared with what is judged: one that can't be had leaves nothing to compare, so it
/// is an Error, not a FileContent's problem.
Files GitRepository::commit_files(const git_commit* commit) const {
  const std::shared_ptr<git_tree> root(tree_of(commit).release(),
                                       [](git_tree* tree) { git_tree_free(tree); });
  const auto find = [this, root](const std::string& path) -> Found {
    const auto entry = entry_at(get(), root.get(), path);
    return entry ? Found({entry->id, entry->mode}) : Found{};
  };
  return {
      .list = [this, root](
                  const std::string& directory) { return list_tree(*this, root.get(), relative(directory)); },
      .read =
          [this, find](const std::string& file) {
            return read_following(*this, relative(file), find, [this](const git_oid& id) {
              return FileContent{.text = read_blob(get(), id), .problem = {}};
            });
          },
      .kind = [this, find](const std::string& path) -> std::optional<FileKind> {
        const std::string below = relative(path);
        if (below.empty()) return FileKind::directory;
        const Found found = find(below);
        return found ? std::optional(kind_of_mode(found->second)) : std::nullopt;
      }};
}

}  // namespace miglint
