#pragma once

// How each migration tool lays out its folder: which files are migrations, in which order it applies them,
// what of a file runs on the way up.
//
//   prisma          20240101000000_init/migration.sql           every sub-folder counts
//   drizzle         0000_init.sql + meta/_journal.json          the journal decides the order;
//                   statements stand between `--> statement-breakpoint`
//   golang-migrate  000001_init.up.sql / .down.sql              by number
//   goose, dbmate   20240101_init.sql with `-- +goose Up` / `-- migrate:up` sections
//   flyway          V1_2__init.sql, R__views.sql, U1__undo.sql, B1__baseline.sql
//   supabase        supabase/migrations/20240101000000_init.sql
//   diesel, hasura  2024-01-01-000000_init/up.sql, down.sql beside it
//   sql-migrate     20240101_init.sql with `-- +migrate Up` sections
//   node-pg-migrate 1700000000000_init.sql with `-- Up Migration` sections
//   plain           any other folder of .sql files that is named `migrations`, or that PATH names

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "discover/files.hpp"
#include "discover/prisma_version.hpp"
#include "miglint/history.hpp"

namespace miglint {

struct MigrationFile {
  std::string name;
  std::string path;  ///< absolute
};

/// What a migrations folder holds, unread.
struct MigrationsFolder {
  std::vector<MigrationFile> migrations;  ///< in the runner's order
  std::vector<FolderIssue> issues;        ///< paths absolute
  std::string order_note;
};

/// The layout of a folder that the walk may take for a migrations folder; nullopt: it is none. `entries` are
/// the folder's.
std::optional<Layout> layout_of(const std::string& directory, const std::vector<DirectoryEntry>& entries,
                                const Files& files);
/// The same for a folder that was named, so that any .sql in it makes it one.
std::optional<Layout> layout_of_named(const std::string& directory,
                                      const std::vector<DirectoryEntry>& entries, const Files& files);

/// `prisma` is asked only where its versions order the folder differently.
MigrationsFolder read_folder(const std::string& directory, Layout layout, const Files& files,
                             const std::function<PrismaVersion()>& prisma);

/// The file that makes a folder a migration, where each migration is a folder of its own: Prisma's
/// "migration.sql", diesel's "up.sql"; empty: a migration is a file. Ends with a zero.
std::string_view file_in_folder(Layout layout);

/// Whether a path below a migrations folder is a migration's own file, and the migration's name. For files
/// that are no longer there.
std::optional<std::string> migration_name(std::string_view relative_path, Layout layout);

/// A folder's name that is a diesel migration's, if up.sql is in it: `2024-01-01-000000_init`.
bool is_diesel_name(std::string_view name);

/// `-- Up Migration` or `-- Down Migration`, in node-pg-migrate's spellings.
bool has_node_pg_markers(std::string_view text);

/// Sets sections and no_transaction from the runner's markers in the text.
void mark_sections(SourceFile& file);

/// The provider that a migration_lock.toml names; nullopt: no such line.
std::optional<std::string> lock_provider(std::string_view toml);
/// The quoted value of the first `provider = "…"` from `from` on, as in a datasource block.
std::optional<std::string> provider_after(std::string_view text, std::size_t from);
/// Why a Prisma folder is not PostgreSQL's: the provider of its lock file, or of the schema beside it where
/// there is no lock; nullopt: it is.
std::optional<std::string> foreign_provider(const std::string& directory, const Files& files);

}  // namespace miglint
