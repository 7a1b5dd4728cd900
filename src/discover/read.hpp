#pragma once

// One requested migrations folder, read: the step between finding folders and asking git about them.

#include "discover/discover.hpp"
#include "discover/layouts.hpp"
#include "discover/walk.hpp"

namespace miglint {

/// A folder's migrations before any text is read. Paths are absolute.
struct ListedHistory {
  Request request;
  MigrationsFolder folder;
};

/// Lists the folder and orders it; what was named but is not there (standard input) is put in its place.
/// Later migrations than the last one named are left out.
ListedHistory list_history(const Request& request, const Files& files,
                           const std::function<PrismaVersion()>& prisma);

/// The SourceFile of one migration with its text; nullopt: unreadable, and `errors` says so.
std::optional<SourceFile> read_migration(const MigrationFile& migration, const ListedHistory& listed,
                                         const Files& files, const Display& display,
                                         std::vector<FileError>& errors);

}  // namespace miglint
