#pragma once

// What a run of `check` found: all that a report may say. From here on nothing touches files, git or the
// clock.

#include <optional>
#include <string>
#include <vector>

#include "miglint/error.hpp"
#include "miglint/history.hpp"
#include "miglint/lint.hpp"

namespace miglint {

/// What a change is judged by beside the rules' own opinion, as far as it weakens that or comes with the
/// change.
struct Terms {
  std::string configuration;  ///< the file that holds, as typed; empty: there is none
  /// configurations that hold for the folder, or held before, and that the change edits, adds or removes
  std::vector<std::string> edited_configurations;
  std::string edited_decisions;           ///< the decisions file, where the change edits it
  std::vector<std::string> off, lowered;  ///< rules and groups, as the configuration names them
  bool fails_never = false;               ///< by the configuration, not by who runs it
  int postgres = 15;                      ///< the server's major version
  std::string postgres_from;              ///< who says so, for people; empty: the default
};

/// One migrations folder, replayed and judged. `result.migrations` has one entry for each of the history's.
struct JudgedHistory {
  History history;
  LintResult result;
  std::optional<Severity> fail_on = Severity::error;  ///< none: nothing fails
  Terms terms = {};
  /// false: nothing of it is judged, its files were not read
  bool read = true;
};

struct Outcome {
  std::vector<JudgedHistory> histories;
  std::vector<FileError> errors;
  std::vector<std::string> notes;  ///< what was left out and why, a sentence each
  std::string selection;           ///< which migrations are judged: "new since origin/main"
  bool show_suppressed = false;
  std::string current_folder;  ///< absolute: what relative paths start from
  /// the root of the work tree around it, absolute; empty outside git
  std::string repository;
  std::vector<const RegisteredRule*> rules;  ///< those that were on
};

/// What the summary counts.
struct Counts {
  int migrations = 0;
  int judged = 0;
  int errors = 0;
  int warnings = 0;
  int notes = 0;
  int suppressed = 0;
};
Counts count(const Outcome& outcome);

/// The finding reaches the level that fails.
bool reaches(const Finding& finding, const std::optional<Severity>& fail_on);

/// For each migration, whether it must not be committed as it is: a finding of it reaches the level that
/// fails, or it could not be judged.
std::vector<bool> stopped_migrations(const JudgedHistory& judged);

/// Anything in the run stops, or something could not be read.
bool stops(const Outcome& outcome);

/// 0 nothing reaches the level that fails, 1 something does, 2 something could not be read.
int exit_status(const Outcome& outcome);

}  // namespace miglint
