#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "miglint/effect.hpp"
#include "miglint/safer_path.hpp"
#include "miglint/source.hpp"

namespace miglint {

enum class Severity { note, warning, error };
std::string_view to_string(Severity severity);

/// The folder a rule lies in: `data`, `rollout`, `locks`, `transactions`, `history`, `schema`.
enum class Group { data, rollout, locks, transactions, history, schema };
std::string_view to_string(Group group);

/// One line of advice: a sentence, and SQL to paste (may be empty), names filled in.
struct SaferStep {
  std::string text;
  std::string sql = {};
  std::string command = {};  ///< for a shell, instead of SQL

  /// `Put it back: git restore …`, where it is all one.
  std::string sentence() const { return command.empty() ? text : text + ": " + command; }
};

/// What a finding is about. `name` is the constraint, index, type, … where it is neither table nor column.
struct ObjectName {
  std::string schema;
  std::string table;
  std::string column;
  std::string name;
};

/// Another place that matters: the migration that made the table, the first statement of a pair.
struct Related {
  std::string message;
  std::string path;
  int line = 1;
};

/// A hazard at a place. Everything a report needs; nothing here refers to the catalog or the tree.
struct Finding {
  std::string rule;
  Group group = Group::data;
  Severity severity = Severity::error;
  std::string message;  ///< what, on which object: one line, no full stop
  std::string path;
  /// in the file's bytes; the command's own, not the whole statement's, where it is one of several
  Span span;
  int migration = -1;  ///< index into the history's migrations; -1: of the history as a whole
  int statement = -1;  ///< index into the migration's statements; -1: of the migration as a whole
  ObjectName object;
  std::vector<std::string> fails;  ///< SQLSTATEs that rows already there can raise at this statement
  /// of the statement as a whole; of more than a hundred, those on the object and some others
  std::vector<Lock> locks;
  std::vector<std::string> rewrites;
  std::vector<std::string> loses;
  std::string why;               ///< what breaks, in production's terms
  std::vector<SaferStep> safer;  ///< the steps of all paths, one after the other, or what a rule advises
  std::vector<SaferPath> paths;  ///< the ways out, each with a key
  std::string check_first;       ///< a query to run before, where data decides
  std::vector<Related> related;
  std::string fingerprint;                ///< rule, normalised statement, object: stable under reformatting
  std::optional<std::string> suppressed;  ///< the recorded reason, when the finding was allowed
  /// also of one that is not there any more; empty: of the history as a whole
  std::string migration_name;
  /// what the fingerprint is made of instead of the message; empty: the message
  std::string identity;
  /// index into Statement::changes; decides which findings are of one command
  int change = -1;
};

}  // namespace miglint
