#pragma once

// From what was asked for (paths, the index, everything) to the raw material of histories: which folders hold
// migrations, in which order their runner applies them, what git says of each, and which are to be judged.
// Reads files and git; parses no SQL. The caller parses.

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "miglint/config.hpp"
#include "miglint/error.hpp"
#include "miglint/history.hpp"

namespace miglint {

class Repositories;

/// Standard input stands in for this file, replacing it if it exists.
struct StandardInput {
  std::string filename;
  std::string text;
};

struct DiscoverOptions {
  std::vector<std::string> paths;   ///< as typed; none: the repository around the current folder
  std::optional<std::string> base;  ///< --base; without it the config's, CI's or the default branch
  bool staged = false;              ///< judge what the index would commit, and read everything from the index
  bool all = false;                 ///< judge all of PATH
  std::optional<StandardInput> standard_input;
  /// Also reads histories of which nothing is judged: `schema` and `plan` need them, `check` does not.
  bool always_read = false;
  /// a base that is not there is no Error: `status` and `fold` tell what they can without it
  bool lenient_base = false;
  /// fills GitFacts::migrations' commits (a walk through the log: `status`, `fold`)
  bool commits = false;
  /// that the run has opened already, to read its configuration from the index; none: its own
  std::shared_ptr<Repositories> repositories;
  /// tokens.hpp's `normalised`: tells an edit of statements from one of comments. Without it every edit
  /// counts as one of statements.
  std::function<std::string(std::string_view)> normalise;
};

/// A migrations folder, its files read: what becomes a History once they are parsed.
struct FoundHistory {
  std::string migrations_dir;  ///< as the user would type it
  Layout layout = Layout::prisma;
  /// in the runner's order, up to the last one that is judged when PATH names single migrations
  std::vector<SourceFile> files;
  /// on the base's tip but not here, when something judged is older than it
  std::vector<SourceFile> base_only;
  std::vector<FolderIssue> folder_issues;
  Execution execution;
  std::optional<PrismaSchema> prisma_schema;
  std::optional<Server> server;
  std::string order_note;
  std::optional<GitFacts> git;
  bool read = true;  ///< false: nothing of it is judged, so the texts were left on the disk
};

struct Discovery {
  std::vector<FoundHistory> histories;
  std::vector<FileError> errors;
  std::vector<std::string> notes;  ///< what was left out and why, one sentence each
  /// which migrations are judged, for the last line: "new since origin/main", "staged", "all"
  std::string selection;
};

/// Throws Error where the job cannot be done at all: an unknown ref, a bare repository, one that git does not
/// trust.
Discovery discover(const DiscoverOptions& options, const Config& config);

/// The folder that holds `.git`, going up from `path`; empty outside git. Does not need libgit2.
std::string repository_root(const std::string& path);

}  // namespace miglint
