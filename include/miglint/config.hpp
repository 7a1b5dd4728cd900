#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "miglint/finding.hpp"

namespace miglint {

/// What `.miglint.yaml` says; the defaults are what holds without one. The file's keys are in the comments.
struct Config {
  /// An accepted hazard: `rule` is a rule's or a group's name, `migration` a glob on its name.
  struct Ignore {
    std::string rule;
    std::string migration;
    std::string reason;
  };
  enum class Level { off, note, warning, error };
  enum class Frozen { committed, pushed, on_base };

  std::string path;                     ///< of the file itself; empty: none was found
  int postgres = 15;                    ///< postgres: major version, 12 to 19
  std::string postgres_from;            ///< who says so, for people; empty: nobody, it is the default
  std::optional<std::string> prisma;    ///< prisma: "6.19"
  std::optional<std::string> base;      ///< base: a git ref
  std::vector<std::string> migrations;  ///< migrations: folders, relative to the file
  std::optional<Severity> fail_on;      ///< fail-on: error (default), warning, note; `fail_never` for never
  bool fail_never = false;
  std::vector<std::string> large_tables;  ///< tables.large: globs
  std::vector<std::string> small_tables;  ///< tables.small
  std::map<std::string, Level> rules;     ///< rules: a rule's or a group's name → level
  std::vector<Ignore> ignore;             ///< ignore:
  std::vector<std::string> only;          ///< --rule: of the rules that are on, these; empty: all
  std::vector<std::string> skipped;       ///< --skip-rule
  std::string decisions = ".miglint-decisions.yaml";
  /// fix --set: what people answered to a path's needs, by the need's name
  std::map<std::string, std::string, std::less<>> answers;
  Frozen frozen = Frozen::committed;  ///< frozen: what makes a migration immutable
};

/// Whether a name matches a glob of `*` and `?`. A pattern without a dot is held against the bare table name,
/// else `schema.table`.
bool matches_glob(std::string_view pattern, std::string_view text);

}  // namespace miglint
