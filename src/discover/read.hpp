#pragma once

// One requested migrations folder, read: the step between finding folders and asking git about them.

#include "discover/discover.hpp"
#include "discover/layouts.hpp"
#include "discover/walk.hpp"

namespace miglint {

/// A folder's migrations before git has spoken. Paths are absolute here; `displayed` turns them into what the user would type.
struct RawHistory {
  Request request;
  MigrationsFolder folder;
  Execution execution;
};

/// Lists the folder and orders it; what was named but is not there (standard input) is put in its place. Later migrations than the last one named
/// are left out. `root`: where package.json files stop being the project's.
RawHistory list_history(const Request& request, const std::string& root, const Files& files, const Config& config);

/// The SourceFile of one migration with its text; nullopt: unreadable, and `errors` says so.
std::optional<SourceFile> read_migration(const MigrationFile& migration, const RawHistory& raw, const Files& files, const Display& display,
                                         std::vector<FileError>& errors);

}  // namespace miglint
