#pragma once

// What is known of a migrations folder besides the SQL: how it is run, and what git says of it.

#include <optional>
#include <string>
#include <vector>

#include "miglint/migration_list.hpp"

namespace miglint {

/// How a runner cuts a file into transactions. `batch`: sent whole as one simple-query string (Prisma up to
/// 7.3): several statements without BEGIN are one implicit transaction, one alone is its own. `split`: each
/// statement commits by itself (Prisma from 7.4 on). `file`: the runner wraps the file in BEGIN … COMMIT.
enum class RunMode { batch, split, file };
std::string_view to_string(RunMode mode);

/// The modes a folder may be run in: one when the version is known, both of Prisma's when not, the first
/// being what is assumed in `plan`.
struct Execution {
  std::vector<RunMode> modes = {RunMode::batch, RunMode::split};
  /// how the mode was found, for people: "prisma 6.19 (package.json)", "version unknown: judged for both
  /// ways"
  std::string assumed;

  bool may_be(RunMode mode) const;
  bool surely(RunMode mode) const { return modes.size() == 1 && modes.front() == mode; }
};

/// The PostgreSQL server that a project's own files show.
struct Server {
  int major = 0;
  std::string shown_by;  ///< for people: `docker-compose.yml:7: "postgres:16-alpine"`
  std::string note;      ///< said where they show several
};

struct Commit {
  std::string id;      ///< full hash
  std::string author;  ///< name
  std::string date;    ///< YYYY-MM-DD, in the author's time zone
  std::string summary;
};

/// A committed migration that is no longer what was committed.
struct FrozenChange {
  enum class Kind { edited, deleted, renamed };
  enum class Extent { statements, comments_or_white_space, line_endings };
  Kind kind = Kind::edited;
  Extent extent = Extent::statements;
  std::string migration;            ///< its name
  std::string path;                 ///< of its file, as the user would type it
  std::string new_name;             ///< of a renamed one
  std::optional<Commit> frozen_by;  ///< the commit that froze it
  /// commit by commit in base..HEAD: who did; none: the index or work tree
  std::optional<Commit> changed_by;
  std::string before, after;  ///< the file's text
  bool uncommitted = false;   ///< the change is in the index or the work tree, not yet in a commit
  /// what it was compared with: "HEAD", "the merge base with origin/main (1a2b3c4)"
  std::string against;
  bool note = false;  ///< within the branch only, commit by commit: not the verdict
};

/// One migration as git sees it, deleted ones included.
struct MigrationInGit {
  std::string name;
  std::string path;  ///< of its file, as the user would type it
  State state = State::untracked;
  std::optional<Commit> commit;  ///< that brought it in; only where asked for (`status`)
};

/// What the changes to schema.prisma mean for the database, in what is judged; formatting, comments and what
/// only the client sees left out.
struct SchemaChange {
  /// of the schema file (of the first one, when it is in several), as the user would type it
  std::string path;
  /// "field User.email", "model Post", "value Role.ADMIN", "index Post(authorId)"
  std::vector<std::string> added;
  std::vector<std::string> removed;
  std::vector<std::string> changed;
  bool any() const { return !added.empty() || !removed.empty() || !changed.empty(); }
};

/// One of the files that make up schema.prisma.
struct SchemaFile {
  std::string path;  ///< as the user would type it
  std::string text;
};

/// The schema that the migrations are to end with, whole.
struct PrismaSchema {
  std::vector<SchemaFile> files;
  /// at what the change is compared with; absent: nothing is known of it
  std::optional<std::vector<SchemaFile>> files_before;
  int major = 0;  ///< Prisma's own version; 0: not known
};

/// What git says about one migrations folder. Filled by src/discover, judged by rules/history.
struct GitFacts {
  std::string repository;                  ///< the work tree's root, absolute
  std::string git_folder;                  ///< its .git, absolute; of a linked work tree the one of its own
  std::string branch;                      ///< empty: detached
  std::string base;                        ///< the ref in use; empty: none
  bool staged = false;                     ///< the facts are of the index, compared with HEAD
  std::vector<MigrationInGit> migrations;  ///< by name's order in the folder, then the deleted ones
  std::vector<FrozenChange> frozen_changes;
  std::vector<std::string> base_tip_migrations;  ///< names on the base's tip, in order
  std::vector<std::string> uncommitted;          ///< untracked or staged new ones, in order
  /// uncommitted ones on which the user chose to put another (`status --new`)
  std::vector<std::string> stacked_on;
  /// in what is judged: uncommitted, or committed after the base
  std::vector<std::string> new_migrations;
  std::optional<SchemaChange> schema;  ///< absent: there is no schema.prisma
  /// of the version before; absent: a merge is in progress, or there is no schema.prisma now
  std::optional<std::vector<SchemaFile>> schema_files_before;
  std::string lock_path;
  std::string lock_provider_before, lock_provider_after;  ///< migration_lock.toml; empty: not there
};

/// A folder in the migrations folder that is not a proper migration, or a file that is not where it belongs.
struct FolderIssue {
  enum class Kind { missing_migration_sql, file_not_named_migration_sql, empty_folder };
  Kind kind = Kind::missing_migration_sql;
  std::string name;  ///< the folder's, or the file's
  /// of the folder, or of the file that is not named migration.sql, as the user would type it
  std::string path;
  std::string found;  ///< what is there instead: "migration.ts", "up.sql"
  bool judged = true;
};

struct History {
  std::string migrations_dir;
  Layout layout = Layout::prisma;
  MigrationList migrations;  ///< in the runner's order
  MigrationList base_only;   ///< on the base's tip but not here, when something judged is older than it
  std::vector<FolderIssue> folder_issues;
  Execution execution;
  std::optional<PrismaSchema> prisma_schema;  ///< absent: there is none, or the history ends before it
  std::optional<Server> server;  ///< looked for where neither configuration nor command line says it
  std::string order_note;        ///< said where the runner's versions order the folder differently
  std::optional<GitFacts> git;
};

}  // namespace miglint
