#include "discover/walk.hpp"

#include <algorithm>
#include <array>

namespace miglint {

namespace {

/// What package managers and compilers fill. Hidden folders (.git, .next, .venv, …) are left out by their
/// dot.
constexpr std::array<std::string_view, 13> foreign_folders = {
    "node_modules", "bower_components", "vendor", "third_party", "dist", "build",        "out",
    "target",       "coverage",         "venv",   "__pycache__", "Pods", "site-packages"};

bool is_foreign(std::string_view name) {
  return name.starts_with('.') || std::ranges::find(foreign_folders, name) != foreign_folders.end();
}

/// Deeper than any project's folders; a bound for trees made to hurt.
constexpr int max_depth = 64;

void search(const std::string& directory, const Files& files, const Skip& skip, int depth,
            std::vector<Request>& found) {
  const std::vector<DirectoryEntry> entries = files.list(directory);
  if (const auto layout = layout_of(directory, entries, files)) {
    found.push_back(
        {.migrations_dir = directory, .layout = *layout, .whole = true, .migrations = {}, .moved_from = {}});
    // their sub-folders are migrations and snapshots
    if (*layout == Layout::prisma || *layout == Layout::drizzle) return;
  }
  for (const DirectoryEntry& entry : entries) {
    if (entry.kind != FileKind::directory || is_foreign(entry.name) || depth >= max_depth) continue;
    const std::string path = join(directory, entry.name);
    if (!skip(path)) search(path, files, skip, depth + 1, found);
  }
}

Request whole_folder(const std::string& directory, Layout layout) {
  return {.migrations_dir = directory, .layout = layout, .whole = true, .migrations = {}, .moved_from = {}};
}

Request single(const std::string& directory, Layout layout, const std::string& file) {
  return {
      .migrations_dir = directory, .layout = layout, .whole = false, .migrations = {file}, .moved_from = {}};
}

std::vector<Request> resolve_file(const std::string& path, const Files& files) {
  if (file_name(path) == "migration.sql") return {single(parent(parent(path)), Layout::prisma, path)};
  const std::string directory = parent(path);
  return {single(directory, layout_of_named(directory, files.list(directory), files).value_or(Layout::plain),
                 path)};
}

}  // namespace

std::vector<Request> find_migrations(const std::string& directory, const Files& files, const Skip& skip) {
  std::vector<Request> found;
  search(directory, files, skip, 0, found);
  return found;
}

std::vector<Request> resolve(const std::string& path, const Files& files, const Skip& skip) {
  if (files.kind(path) != FileKind::directory) return resolve_file(path, files);
  if (files.kind(join(path, "migration.sql")))
    return {single(parent(path), Layout::prisma, join(path, "migration.sql"))};
  const std::vector<DirectoryEntry> entries = files.list(path);
  if (const auto layout = layout_of(path, entries, files)) return {whole_folder(path, *layout)};
  std::vector<Request> found = find_migrations(path, files, skip);
  if (!found.empty()) return found;
  const std::string above = parent(path);
  if (layout_of(above, files.list(above), files) == Layout::prisma)
    return {single(above, Layout::prisma, join(path, "migration.sql"))};
  if (const auto layout = layout_of_named(path, entries, files)) return {whole_folder(path, *layout)};
  return {};
}

}  // namespace miglint
