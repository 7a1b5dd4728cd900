#pragma once

// Migrations of kinds that are recognised and not read: code in another language, changesets, a dump. A gate
// that passed them without a word would be taken for one that has judged them.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "discover/files.hpp"

namespace miglint {

/// What a folder or a file that was named holds, for people: "TypeORM's migrations, which are code".
struct UnreadKind {
  std::string path;  ///< absolute
  std::string what;
};

/// Looks at the folder's entries, and into a file only where their names say that these may be migrations.
std::optional<UnreadKind> unread_in(const std::string& directory, const std::vector<DirectoryEntry>& entries,
                                    const Files& files);

/// Numbered .sql files in a folder that is not named like one of migrations: perhaps they are some.
bool has_numbered_sql(const std::vector<DirectoryEntry>& entries);

/// What a file of Liquibase's SQL holds, as UnreadKind says it.
inline constexpr std::string_view liquibase_sql =
    "Liquibase's SQL (--liquibase formatted sql): changesets are not understood";

/// `--liquibase formatted sql`, the first line of a file of changesets.
bool is_liquibase_sql(std::string_view text);

}  // namespace miglint
