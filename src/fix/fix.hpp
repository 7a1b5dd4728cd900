#pragma once

// `miglint fix`: the findings of a history, each along a path, written and proven. Nothing here touches
// files: what is to be written is in the result.

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "fix/choices.hpp"
#include "fix/schema_prisma.hpp"
#include "miglint/lint.hpp"

namespace miglint {

/// A step of a later release.
struct Later {
  std::string name;
  std::string sql;
  std::string after;  ///< what has to be there first, a sentence
};

struct FixRequest {
  std::vector<PathChoice> choices;
  Severity fail_on = Severity::error;  ///< what counts as to be mended; what is chosen counts as well
  /// No change is made along a path whose needs are open: with a sample it is only shown.
  bool needs_answers = false;
  std::vector<PrismaFile> schema;  ///< of the folder's schema.prisma
  std::string later_folder;        ///< `.miglint/later` beside the configuration, as the user would type it
  std::vector<Later> later;        ///< those of earlier runs, in the order in which they are due
  std::string outside_folder;      ///< `.miglint/outside`, likewise
  std::string outside_from_root;   ///< the same from the repository's root, for what is written into files
  /// A file that is there already; nullopt: none. Scripts for outside are added to.
  std::function<std::optional<std::string>(const std::string&)> read;
};

/// A file as it is to be. Of one that is new `before` is empty.
struct FileChange {
  enum class Kind { edit, create, schema, remove };
  Kind kind = Kind::edit;
  std::string path;
  std::optional<std::string> before;
  std::optional<std::string> after;  ///< none: it goes
};
std::string_view to_string(FileChange::Kind kind);

/// A finding that was not mended.
struct LeftFinding {
  Finding finding;
  int line = 1;  ///< in its file as it was by then
  std::string why;
};

struct FixResult {
  std::vector<FileChange> changes;
  std::vector<Later> later;
  std::vector<LeftFinding> left;
  std::vector<std::string> said;  ///< what was done, and what is somebody's to do: a line each
  /// between the schema that the history meant and the one it ends with now, follow-ups included
  std::vector<std::string> differences;
  std::vector<Finding> findings;  ///< of the history as it is to be
  std::size_t mended = 0;
  std::vector<std::string> stacked_on;    ///< migrations on which a new one was put
  std::vector<PathChoice> idle_choices;   ///< that spoke of no finding
  std::vector<std::string> idle_answers;  ///< that no path asked for
};

FixResult fix(History history, const Config& config, std::span<const Decision> decisions,
              const FixRequest& request);

}  // namespace miglint
