#pragma once

// The way out of a finding in the formats that reviewers read: what to do instead, the command that writes
// it, the query that decides.

#include <string>
#include <vector>

#include "miglint/finding.hpp"

namespace miglint {

/// `Instead: (a) …`, its SQL, `Asks: …`, `Fix: miglint fix …`, `Or: (b) …`, `Check first: SELECT …`, a line
/// each; empty where nothing is known. The texts must be cleaned by the caller.
std::string way_out_in_lines(const Finding& finding);

/// The same in one line and without the SQL of the steps: the titles, the command, the query.
std::string way_out_in_a_line(const Finding& finding);

/// The SQL of a path's steps, each under a comment that says where it runs when that is not here.
std::string sql_of(const SaferPath& path);

/// "in a migration right after"; empty of what runs in this one.
std::string_view place_in_words(PathStep::Place place);

/// The title, and how the schema ends otherwise.
std::string title_in_words(const SaferPath& path);

}  // namespace miglint
