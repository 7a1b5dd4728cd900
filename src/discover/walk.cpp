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

/// One walk. `resolved`: null where what is not read is not asked for.
struct Walk {
  const Files& files;
  const Skip& skip;
  std::vector<Request>& found;
  Resolved* resolved = nullptr;

  void note_unread(const std::string& directory, const std::vector<DirectoryEntry>& entries,
                   bool has_layout) const {
    if (resolved == nullptr) return;
    if (auto unread = unread_in(directory, entries, files))
      resolved->unread.push_back(std::move(*unread));
    else if (!has_layout && has_numbered_sql(entries))
      resolved->numbered.push_back(directory);
  }

  void search(const std::string& directory, int depth) const {
    const std::vector<DirectoryEntry> entries = files.list(directory);
    const auto layout = layout_of(directory, entries, files);
    note_unread(directory, entries, layout.has_value());
    if (layout) {
      found.push_back({.migrations_dir = directory,
                       .layout = *layout,
                       .whole = true,
                       .migrations = {},
                       .moved_from = {}});
      // their sub-folders are migrations and snapshots
      if (!file_in_folder(*layout).empty() || *layout == Layout::drizzle) return;
    }
    for (const DirectoryEntry& entry : entries) {
      if (entry.kind != FileKind::directory || is_foreign(entry.name) || depth >= max_depth) continue;
      const std::string path = join(directory, entry.name);
      if (!skip(path)) search(path, depth + 1);
    }
  }
};

Request whole_folder(const std::string& directory, Layout layout) {
  return {.migrations_dir = directory, .layout = layout, .whole = true, .migrations = {}, .moved_from = {}};
}

Request single(const std::string& directory, Layout layout, const std::string& file) {
  return {
      .migrations_dir = directory, .layout = layout, .whole = false, .migrations = {file}, .moved_from = {}};
}

/// A migration in a folder of its own, where `file` has the name of one's SQL.
std::optional<Request> in_its_folder(const std::string& file) {
  for (const Layout layout : {Layout::prisma, Layout::diesel}) {
    if (file_name(file) != file_in_folder(layout)) continue;
    const std::string folder = parent(file);
    if (layout == Layout::prisma || is_diesel_name(file_name(folder)))
      return single(parent(folder), layout, file);
  }
  return std::nullopt;
}

std::vector<Request> resolve_file(const std::string& path, const Files& files, Resolved& resolved) {
  if (auto request = in_its_folder(path)) return {std::move(*request)};
  if (path.ends_with(".sql") && is_liquibase_sql(files.read(path).text.value_or(""))) {
    resolved.unread.push_back({.path = path, .what = std::string(liquibase_sql)});
    return {};
  }
  const std::string directory = parent(path);
  const std::vector<DirectoryEntry> entries = files.list(directory);
  const auto layout = layout_of_named(directory, entries, files);
  if (!migration_name(file_name(path), layout.value_or(Layout::plain))) return {};
  return {single(directory, layout.value_or(Layout::plain), path)};
}

std::vector<Request> resolve_folder(const std::string& path, const Files& files, const Skip& skip,
                                    Resolved& resolved) {
  for (const Layout layout : {Layout::prisma, Layout::diesel}) {
    const std::string file = join(path, file_in_folder(layout));
    if (auto request = files.kind(file) ? in_its_folder(file) : std::nullopt) return {std::move(*request)};
  }
  const std::vector<DirectoryEntry> entries = files.list(path);
  const auto layout = layout_of(path, entries, files);
  std::vector<Request> found;
  const Walk walk{.files = files, .skip = skip, .found = found, .resolved = &resolved};
  if (layout) {
    walk.note_unread(path, entries, true);
    return {whole_folder(path, *layout)};
  }
  walk.search(path, 0);
  if (!found.empty()) return found;
  const std::string above = parent(path);
  if (layout_of(above, files.list(above), files) == Layout::prisma)
    return {single(above, Layout::prisma, join(path, "migration.sql"))};
  if (const auto named = layout_of_named(path, entries, files)) return {whole_folder(path, *named)};
  return {};
}

}  // namespace

std::vector<Request> find_migrations(const std::string& directory, const Files& files, const Skip& skip) {
  std::vector<Request> found;
  Walk{.files = files, .skip = skip, .found = found}.search(directory, 0);
  return found;
}

Resolved resolve(const std::string& path, const Files& files, const Skip& skip) {
  Resolved resolved;
  resolved.requests = files.kind(path) == FileKind::directory ? resolve_folder(path, files, skip, resolved)
                                                              : resolve_file(path, files, resolved);
  return resolved;
}

}  // namespace miglint
