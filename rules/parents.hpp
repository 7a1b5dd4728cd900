#pragma once

// Rows for others to refer to, where the migration makes the table that they are to be in.

#include <optional>
#include <string>

#include "demands.hpp"

namespace miglint {

/// The migration makes the table, and nothing is in it by now; or it has yet to give it the key that is
/// referred to.
bool has_no_parents(const Step& step, const ReferenceDemand& reference);

/// An INSERT of one parent for all rows that hold NULL in the column, or of one for each; nothing where a
/// parent needs what can't be made up.
std::optional<std::string> insert_parents(const Step& step, const RelationName& table,
                                          const std::string& column, const ReferenceDemand& reference,
                                          bool one_for_each);

}  // namespace miglint
