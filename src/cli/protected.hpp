#pragma once

// What is not an agent's to change: committed migrations, and the files in which decisions and the hooks
// themselves are kept.

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "miglint/source.hpp"
#include "shell/expand.hpp"

namespace miglint {

struct ProtectedFile {
  enum class Kind { migration, decision, guard };
  Kind kind = Kind::migration;
  std::string path;               ///< absolute, symbolic links followed
  std::string name;               ///< of the migration; else the file's as the user knows it
  Layout layout = Layout::plain;  ///< of the migration's folder
};

/// What one repository protects.
struct ProtectedFiles {
  std::string root;  ///< of its work tree; empty: outside git, where nothing is frozen
  std::vector<ProtectedFile> files;
  std::vector<std::string> migration_folders;  ///< absolute

  /// A file that is, or would be, a migration of one of them.
  bool is_migration(const std::string& path) const;
};

/// Reads each repository once.
class Protection {
 public:
  const ProtectedFiles& around(const std::string& folder);

 private:
  std::map<std::string, ProtectedFiles> repositories_;
  std::map<std::string, std::string> roots_;
};

/// The file's kind by its name alone, whether it is there or not: `.miglint.yaml`, `.git/hooks/pre-commit`.
std::optional<ProtectedFile> protected_by_name(const std::string& path);

/// The folder in which an agent's or git's hooks are kept, by its name.
bool holds_guards(const std::string& folder);

/// A path as a command in `folder` means it, absolute, `..` and symbolic links followed.
std::string meant_path(const std::string& folder, const std::string& path);

/// How a command reaches the files it names.
enum class Reach {
  itself,  ///< the file
  below,   ///< the file, or everything below the folder
};

/// What a command's field stands for, resolved once and held against many files.
class NamedFiles {
 public:
  NamedFiles(const shell::Field& field, const std::string& folder);

  bool include(const std::string& file, Reach reach) const;

 private:
  bool found_below(const std::string& file, Reach reach) const;

  std::string path_;     ///< absolute
  std::string pattern_;  ///< absolute; empty: it is no glob
  std::vector<std::string> names_;
  bool below_ = false;
};

}  // namespace miglint
