#pragma once

// A path taken: what becomes of the migration's text, and what comes beside it. Only what has to change
// changes: comments, blank lines and line endings stay as they are.

#include <string>
#include <string_view>
#include <vector>

#include "miglint/finding.hpp"
#include "miglint/history.hpp"

namespace miglint {

struct TakenPath {
  std::string text;                          ///< of the migration
  std::vector<std::string> next_migrations;  ///< the SQL of each
  std::vector<std::string> next_releases;    ///< likewise
  std::string outside;                       ///< a script; empty: none
};

/// The statements of a step's SQL as a file of this layout has them, each on lines of its own; with what
/// stands between two statements at their end where another one follows.
std::string laid_out(const std::string& sql, Layout layout, bool another_follows = false);

/// Where the steps that come first are put.
enum class Ahead {
  of_statement,  ///< right above the statement
  of_migration   ///< above all statements: before any lock is taken
};

/// Throws Error when the finding points at no command of the migration.
TakenPath take(const Migration& migration, const Finding& finding, const SaferPath& path,
               Ahead ahead = Ahead::of_statement);

}  // namespace miglint
