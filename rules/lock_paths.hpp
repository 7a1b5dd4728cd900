#pragma once

// Paths that several rules about locks and transactions share: do it CONCURRENTLY, check the rows apart from
// the constraint, give the wait an end, move a statement into a migration of its own.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lock_support.hpp"
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

// ---- Ways that rules share --------------------------------------------------------------------------------

/// Whether the statement's wait for its locks ends after a while as things are, where that is known.
bool has_lock_timeout(const Step& step);
/// The work stays what it is, and only the wait for its lock gets an end. Nothing where there is an end
/// already, or a statement that may not share a transaction leaves no room for it.
std::optional<SaferPath> with_lock_timeout(const Step& step, std::string_view rule);
/// The same for a whole statement that a migration's rule found.
std::optional<SaferPath> with_lock_timeout(const Site& site, std::string_view rule);
/// As a list: the only path there is.
std::vector<SaferPath> only_with_lock_timeout(const Step& step, std::string_view rule);

/// The constraint without a look at the rows, which a migration of its own then takes while others work.
std::optional<SaferPath> not_valid_then_validate(const AddForeignKey& key, const Step& step);
std::optional<SaferPath> not_valid_then_validate(const AddCheck& check, const Step& step);
std::optional<SaferPath> not_valid_then_validate(const AddNotNull& constraint, const Step& step);

/// NOT NULL for columns, without reading the table under the lock that it takes: a CHECK proves it. Nothing
/// where something later needs it. `last`: what follows in the step that requires them.
std::optional<SaferPath> required_through_check(const Step& step, const RelationName& table,
                                                const std::vector<std::string>& names,
                                                const std::string& last = {});

/// A column that is filled apart from the statement that adds it: `here` adds it, nullable, and says what new
/// rows get; the rows that are there get `value` outside. Nothing where the migration builds on the values.
std::optional<SaferPath> filled_apart(const Step& step, const AddColumn& add, std::vector<PathStep> added,
                                      const std::string& value);

/// The partitions of a partitioned table, where each is a table and all are known; empty where not.
std::vector<const Table*> leaf_partitions(const Step& step, const RelationName& table);

/// The index without blocking writes. Nothing where the rest of the migration needs it.
std::optional<SaferPath> index_concurrently(const CreateIndex& index, const Step& step);
/// The key through an index that is built without blocking anyone. Likewise.
std::optional<SaferPath> key_through_index(const AddUnique& key, const Step& step);
std::optional<SaferPath> key_through_index(const AddPrimaryKey& key, const Step& step);

/// Only the paths that are there, in order.
std::vector<SaferPath> offered(std::vector<std::optional<SaferPath>> paths);

}  // namespace miglint
