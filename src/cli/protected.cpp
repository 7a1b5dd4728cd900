#include "cli/protected.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fnmatch.h>

#include "cli/project.hpp"
#include "miglint/frozen.hpp"

namespace miglint {

namespace {

namespace fs = std::filesystem;

constexpr std::array decision_names = {std::string_view(".miglint.yaml"),
                                       std::string_view(".miglint-decisions.yaml")};

/// Where the hooks are configured and kept, below a repository's root.
constexpr auto guard_paths =
    std::to_array<std::string_view>({".claude/settings.json", ".claude/settings.local.json",
                                     ".cursor/hooks.json", ".github/hooks/miglint.json", ".git/config",
                                     ".git/hooks/pre-commit", ".husky/pre-commit", ".husky/_/pre-commit"});

bool is_below(std::string_view file, std::string_view folder) {
  if (folder == "/") return true;
  return file.starts_with(folder) && (file.size() == folder.size() || file[folder.size()] == '/');
}

std::string real_path(const fs::path& path) {
  std::error_code ignored;
  fs::path real = fs::weakly_canonical(path, ignored);
  if (ignored) real = path.lexically_normal();
  if (!real.has_filename() && real.has_parent_path() && real != real.root_path()) real = real.parent_path();
  return real.string();
}

ProtectedFiles read_repository(const std::string& root, const std::string& folder) {
  ProtectedFiles found{.root = root, .files = {}, .migration_folders = {}};
  if (root.empty()) return found;
  const Config config = load_config({}, folder);
  for (const FoundHistory& history :
       discover({.paths = {root}, .base = config.base, .lenient_base = true}, config).histories) {
    found.migration_folders.push_back(real_path(history.migrations_dir));
    for (const SourceFile& migration : history.files) {
      if (is_frozen(migration.state))
        found.files.push_back({.kind = ProtectedFile::Kind::migration,
                               .path = real_path(migration.path),
                               .name = migration.name,
                               .layout = migration.layout});
    }
  }
  const auto add = [&](ProtectedFile::Kind kind, const fs::path& path) {
    found.files.push_back({.kind = kind, .path = real_path(path), .name = path.filename().string()});
  };
  const fs::path beside =
      config.path.empty() ? fs::path(root) : fs::path(real_path(config.path)).parent_path();
  add(ProtectedFile::Kind::decision, beside / config.decisions);
  add(ProtectedFile::Kind::decision, beside / decision_names[0]);
  for (const std::string_view guard : guard_paths) add(ProtectedFile::Kind::guard, fs::path(root) / guard);
  return found;
}

/// A glob, made absolute: what stands before its first `*` is a path like any other.
std::string absolute_pattern(const std::string& folder, const std::string& pattern) {
  const std::size_t glob = pattern.find_first_of("*?[\\");
  const std::size_t slash = pattern.rfind('/', glob);
  const std::string before = slash == std::string::npos ? std::string() : pattern.substr(0, slash + 1);
  std::string absolute =
      (fs::path(meant_path(folder, before.empty() ? "." : before)) / pattern.substr(before.size()))
          .lexically_normal()
          .string();
  if (absolute.ends_with('/')) absolute.pop_back();  // */
  return absolute;
}

bool matches(const std::string& pattern, const std::string& path) {
  const int flags = pattern.find("**") == std::string::npos ? FNM_PATHNAME : 0;
  return ::fnmatch(pattern.c_str(), path.c_str(), flags) == 0;
}

}  // namespace

bool ProtectedFiles::is_migration(const std::string& path) const {
  const fs::path file = path;
  if (file.extension() != ".sql") return false;
  if (file.filename() == "migration.sql" && file.parent_path().parent_path().filename() == "migrations")
    return true;
  return std::ranges::any_of(migration_folders,
                             [&](const std::string& folder) { return is_below(path, folder); });
}

const ProtectedFiles& Protection::around(const std::string& folder) {
  const auto known = roots_.find(folder);
  const std::string root = known == roots_.end() ? root_around(folder) : known->second;
  roots_[folder] = root;
  const auto found = repositories_.find(root);
  return found == repositories_.end()
             ? repositories_.emplace(root, read_repository(root, folder)).first->second
             : found->second;
}

bool holds_guards(const std::string& folder) {
  return std::ranges::any_of(guard_paths, [&](std::string_view guard) {
    const std::string_view around = guard.substr(0, guard.rfind('/'));
    return folder.ends_with("/" + std::string(around)) && around != ".github/hooks";
  });
}

std::optional<ProtectedFile> protected_by_name(const std::string& path) {
  const std::string name = fs::path(path).filename().string();
  if (std::ranges::find(decision_names, name) != decision_names.end())
    return ProtectedFile{.kind = ProtectedFile::Kind::decision, .path = path, .name = name};
  for (const std::string_view guard : guard_paths) {
    if (path == guard || path.ends_with("/" + std::string(guard)))
      return ProtectedFile{.kind = ProtectedFile::Kind::guard, .path = path, .name = std::string(guard)};
  }
  return std::nullopt;
}

std::string meant_path(const std::string& folder, const std::string& path) {
  return real_path(fs::path(folder) / path);
}

NamedFiles::NamedFiles(const shell::Field& field, const std::string& folder)
    : path_(field.pattern.empty() ? meant_path(folder, field.text) : std::string()),
      pattern_(field.pattern.empty() ? std::string() : absolute_pattern(folder, field.pattern)),
      names_(field.names),
      below_(field.below) {}

bool NamedFiles::include(const std::string& file, Reach reach) const {
  if (!pattern_.empty()) {
    for (fs::path part = file; part.has_relative_path(); part = part.parent_path()) {
      if (matches(pattern_, part.string())) return true;
      if (reach == Reach::itself) return false;
    }
    return false;
  }
  if (path_ == file) return true;
  if (!is_below(file, path_)) return false;
  return below_ ? found_below(file, reach) : reach == Reach::below;
}

/// One of the names is that of the file, or of a folder around it that would go with it.
bool NamedFiles::found_below(const std::string& file, Reach reach) const {
  if (names_.empty()) return true;
  for (fs::path part = file; part.string().size() > path_.size(); part = part.parent_path()) {
    const std::string name = part.filename().string();
    const bool is_named = std::ranges::any_of(
        names_, [&](const std::string& one) { return ::fnmatch(one.c_str(), name.c_str(), 0) == 0; });
    if (is_named) return true;
    if (reach == Reach::itself) return false;
  }
  return false;
}

}  // namespace miglint
