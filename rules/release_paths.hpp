#pragma once

// Paths over two releases, and what they are made of: a command that comes when nobody needs what it takes
// away, a column under two names at once, a table with everything that is named after it.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "path_steps.hpp"
#include "support.hpp"

namespace miglint {

// ---- Whether there is one ---------------------------------------------------------------------------------

/// A path takes commands of the file away and puts others there: it has no place inside a DO block.
bool can_be_rewritten(const Step& step);
/// The change at hand; and its command as a statement of its own, with what was written inline.
const Change& change_at(const Step& step);
Statement command_at(const Step& step);
/// Other commands, as {statement, change}, go with the path's own.
void take_along(SaferPath& path, std::vector<std::pair<int, int>> commands);
/// The configuration calls the table large: its rows are changed outside of migrations.
bool is_large(const Step& step, const RelationName& table);

// ---- Two releases -----------------------------------------------------------------------------------------

/// The SQL, allowed by a comment above it: `reason` is what has to be true.
std::string allowed(std::string_view rules, std::string_view reason, std::string_view sql);

/// A command that breaks the running version, and when it no longer does.
struct Postponed {
  std::string_view rule;  ///< whose finding it stays
  std::string what;       ///< goes on after "In the next release, ": "drop the column"
  std::string when;       ///< what is true by then: "no running version reads users.nickname any more"
  std::string sql;
};
/// The command is left out here and comes in the next release.
SaferPath not_now(std::string title, const Postponed& command);
/// Its last step.
PathStep in_next_release(const Postponed& command);

// ---- Copies -----------------------------------------------------------------------------------------------

/// A table for rows or values that are about to go.
struct Copy {
  RelationName name;
  std::string sql;
};
/// Of all the table's rows, or of its primary key and one column. `in_migration`: in Prisma's folders in a
/// schema of its own, for `migrate dev` would drop a table that schema.prisma doesn't know.
Copy copy_of(const Step& step, const RelationName& table, bool in_migration);
Copy copy_of(const Step& step, const RelationName& table, std::string_view column, bool in_migration);

/// Copies of the tables' rows ahead of the statement, which stays.
SaferPath copied_first(const Step& step, const std::vector<RelationName>& tables);

// ---- Columns ----------------------------------------------------------------------------------------------

/// The column as a line of schema.prisma, marked @ignore: `nickname String? @ignore`.
std::string ignored_field(const Column& column, bool optional, const Step& step);

/// The field alone gets the new name; the database keeps the old one.
SaferPath mapped_field(const RelationName& table, const std::string& column, const std::string& name);

/// A column that goes on under a new name, the old one beside it until nobody uses it.
struct TwoNames {
  RelationName table;
  const Column* old = nullptr;
  /// as it ends; null: like the old one, with its indexes
  const ColumnDefinition* definition = nullptr;
  std::string name;
};
/// A trigger keeps both alike, for either version writes only one. None where the old column is part of what
/// the new one can't have at the same time: a key, a constraint, a view.
std::optional<SaferPath> under_two_names(const Step& step, const TwoNames& names);

/// A change after the step's own names this column of the table.
bool is_named_later(const Step& step, const RelationName& table, std::string_view column);

// ---- Tables -----------------------------------------------------------------------------------------------

/// What is named after a table (its keys, indexes, constraints and sequences), renamed after its new name; a
/// line each, and what they are called then.
struct NamedAfter {
  std::string sql;
  std::vector<std::string> names;
};
NamedAfter named_after(const Step& step, const Table& table, const std::string& name);

/// The model alone gets the new name.
SaferPath mapped_model(const RelationName& table, const std::string& name);

/// The table's rename, and a view under its old name for one release. `table` is null where nothing is known
/// of its columns.
SaferPath with_a_view(const Step& step, const RelationName& old, const Table* table,
                      const RelationName& renamed, const std::string& kind);

/// A view under a table's old name, for the version that knows no other.
std::string view_of(const Step& step, const RelationName& name, const std::vector<std::string>& columns,
                    const RelationName& table);

/// `INSERT INTO new (…) SELECT … FROM old`, of the columns that both have, and the sequences after it.
/// Nothing where a column of the new one would stay without a value that it needs.
std::optional<std::string> copy_rows(const Step& step, const Table& old, const CreateTable& created,
                                     bool only_missing);

/// The enum of this column has no other column: a later DROP TYPE of the migration goes with the column's
/// drop.
std::optional<Mention> drop_of_its_type(const Step& step, const RelationName& table, const Column& column);

// ---- Rows -------------------------------------------------------------------------------------------------

/// The rows that refer to some that go: deleted, or handed to another.
struct Referring {
  RelationName table;  ///< that refers
  std::string column;
  RelationName referenced;
  std::string going;    ///< a query of the keys that go
  std::string staying;  ///< one of a key that stays; empty: none may
  std::string going_in_words;
};
std::vector<SaferPath> children_first(const Step& step, const Referring& referring);
/// Of a foreign key of one column: the rows of `table` that `condition` holds for go; empty: all of them.
std::vector<SaferPath> children_first(const Step& step, const RelationName& child, const Constraint& key,
                                      std::string_view alias, const std::string& condition);

/// A script that runs one UPDATE or DELETE in batches, by the table's primary key. Nothing where that is not
/// one column. `action` goes before the WHERE.
std::optional<std::string> in_batches(const Step& step, const RelationName& table, std::string_view alias,
                                      const std::string& action, const std::string& condition);

}  // namespace miglint
