#include "discover/sparse.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <set>

namespace miglint {

namespace {

struct Skipped {
  std::set<std::string> files;                                         // absolute
  std::map<std::string, std::map<std::string, FileKind>> directories;  // absolute → entries
};

void add(Skipped& skipped, const std::string& root, std::string path) {
  skipped.files.insert(path);
  for (FileKind kind = FileKind::file; path != root && !path.empty(); kind = FileKind::directory) {
    const std::string above = parent(path);
    if (!skipped.directories[above].emplace(std::string(file_name(path)), kind).second) return;
    path = above;
  }
}

Skipped skipped_entries(const GitRepository& repository) {
  Skipped skipped;
  git_index* index = repository.index();
  for (std::size_t i = 0; i < git_index_entrycount(index); ++i) {
    const git_index_entry* entry = git_index_get_byindex(index, i);
    if ((entry->flags_extended & GIT_INDEX_ENTRY_SKIP_WORKTREE) != 0)
      add(skipped, repository.root(), join(repository.root(), entry->path));
  }
  return skipped;
}

std::vector<DirectoryEntry> merged(std::vector<DirectoryEntry> entries,
                                   const std::map<std::string, FileKind>& more) {
  for (const auto& [name, kind] : more) {
    const bool there =
        std::ranges::any_of(entries, [&](const DirectoryEntry& entry) { return entry.name == name; });
    if (!there) entries.push_back({name, kind});
  }
  std::ranges::sort(entries, {}, &DirectoryEntry::name);
  return entries;
}

}  // namespace

Files with_sparse_files(Files disk, const GitRepository& repository) {
  const auto skipped = std::make_shared<const Skipped>(skipped_entries(repository));
  if (skipped->files.empty()) return disk;
  const Files index = repository.index_files();
  return {.list =
              [disk, skipped](const std::string& directory) {
                const auto more = skipped->directories.find(directory);
                return more == skipped->directories.end() ? disk.list(directory)
                                                          : merged(disk.list(directory), more->second);
              },
          .read =
              [disk, index, skipped](const std::string& file) {
                FileContent content = disk.read(file);
                const bool missing = !content.text && content.problem.empty();
                return missing && skipped->files.contains(file) ? index.read(file) : content;
              },
          .kind = [disk, skipped](const std::string& path) -> std::optional<FileKind> {
            if (const auto kind = disk.kind(path)) return kind;
            if (skipped->directories.contains(path)) return FileKind::directory;
            return skipped->files.contains(path) ? std::optional(FileKind::file) : std::nullopt;
          }};
}

}  // namespace miglint
