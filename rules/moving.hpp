#pragma once

// A statement that leaves its place, for a migration of its own: its text, what would break without it, and
// how runners are told.

#include <string>
#include <string_view>
#include <vector>

#include "path_steps.hpp"
#include "support.hpp"

namespace miglint {

/// A statement where it stands, as a step's rule and a migration's both know it.
struct Site {
  const History& history;
  const Migration& migration;
  const Statement& statement;
  int index = 0;
  const Mentions& mentions;
  bool in_do_block = false;
};
Site site_of(const Step& step);
Site site_of(const MigrationView& migration, const StepRecord& step, const Mentions& mentions);

// ---- The statement itself ---------------------------------------------------------------------------------

/// The statement as it is written, with its `;`.
std::string text_of(const Site& site);
/// The command at hand (of an ALTER TABLE's list that one alone) as a statement.
std::string command_text(const Step& step);
/// The command without the change at hand, where that was written with its column; empty where nothing is
/// left of it.
std::string rest_of_command(const Step& step);

// ---- What moving it would break ---------------------------------------------------------------------------

/// A later statement of the migration renames or drops the table, its columns or its constraint: SQL that
/// runs after the migration would name what is not there.
bool changes_later(const Step& step, const RelationName& resolved);
/// … or needs the index or constraint of this name on the table to be there, were it not made here.
/// `key`: foreign keys and ON CONFLICT too.
bool is_needed_later(const Step& step, const RelationName& resolved, std::string_view name, bool key);
/// The change names an index of its table: CLUSTER ON, REPLICA IDENTITY USING INDEX.
bool names_index(const Change& change);
/// A later statement names something that this one names: it may build on what this one does.
bool is_built_on(const Site& site);

// ---- Moving it --------------------------------------------------------------------------------------------

/// How a runner that opens a transaction for each file is kept from it, in words; empty: it opens none, or
/// none around what refuses one.
std::string_view without_transaction(const History& history);
/// A migration right after this one, in a transaction of its own.
PathStep in_own_transaction(const History& history, std::string text, const std::string& sql);
/// A migration that holds nothing but this statement, which refuses a transaction. Runners that open one for
/// every file are told not to.
PathStep alone_in_migration(const History& history, std::string text, const std::string& sql);
/// The statement may stay in this file though it refuses a transaction: nothing else is in it, and the runner
/// opens none.
bool is_alone(const Site& site);
/// The statement with what makes it refuse a transaction: here where it is alone, else in a migration of its
/// own.
std::vector<PathStep> done_alone(const Site& site, std::string text, const std::string& sql);
/// The command leaves this migration for one of its own, right after.
SaferPath moved_behind(const Site& site, std::string title, const std::string& sql);

}  // namespace miglint
