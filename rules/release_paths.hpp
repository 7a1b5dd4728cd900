#pragma once

// Paths over two releases: a command that comes when nobody needs what it takes away, and copies of what
// goes.

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
/// Other commands, as {statement, change}, go with the path's own.
void take_along(SaferPath& path, std::vector<std::pair<int, int>> commands);

// ---- Two releases -----------------------------------------------------------------------------------------

/// The SQL, allowed by a comment above it: `reason` is what has to be true.
std::string allowed(std::string_view rules, std::string_view reason, std::string_view sql);

/// The text with a line behind it.
std::string add_line(std::string text, const std::string& line);

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

/// The enum of this column has no other column: a later DROP TYPE of the migration goes with the column's
/// drop.
std::optional<Mention> drop_of_its_type(const Step& step, const RelationName& table, const Column& column);

}  // namespace miglint
