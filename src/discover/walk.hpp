#pragma once

// From a PATH to the migrations folders it means.

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "discover/layouts.hpp"
#include "discover/unread.hpp"

namespace miglint {

/// One migrations folder to replay, and what of it was asked for.
struct Request {
  std::string migrations_dir;  ///< absolute
  Layout layout = Layout::prisma;
  bool whole = false;  ///< the folder, or one above, was named
  /// absolute paths of the files of the migrations that were named one by one
  std::set<std::string> migrations;
  /// absolute: where the folder was in HEAD or at the base, when it has been moved since; else empty
  std::string moved_from;
};

/// Whether a folder is not to be entered: what git ignores, repositories inside the repository.
using Skip = std::function<bool(const std::string& directory)>;

/// The migrations folders in `directory` and below, by path. Folders of dependencies and build products are
/// not ours.
std::vector<Request> find_migrations(const std::string& directory, const Files& files, const Skip& skip);

/// What a PATH asks for, and what was met on the way that is not read.
struct Resolved {
  std::vector<Request> requests;  ///< empty: there are no migrations
  std::vector<UnreadKind> unread;
  /// absolute: folders of numbered .sql files that may be migrations to who names them
  std::vector<std::string> numbered;
};

Resolved resolve(const std::string& path, const Files& files, const Skip& skip);

}  // namespace miglint
