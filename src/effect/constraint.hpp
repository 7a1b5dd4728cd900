#pragma once

// What constraints have in common.

#include "effect/context.hpp"

namespace miglint {

/// The table a constraint is added to; null where nothing is known of it, or where the constraint is not
/// added at all.
const Table* constrained_table(Context& context, const ConstraintHeader& constraint);
bool is_skipped(const Context& context, const ConstraintHeader& constraint);
/// Behind the constraint stands an index of its name.
bool has_index(const Constraint& constraint);
/// PostgreSQL 18: a NOT NULL of the column that was added NOT VALID.
const Constraint* not_valid_not_null(const Table& table, std::string_view column);
/// PostgreSQL 18 gives each NOT NULL a constraint, whose name is not recorded here: its own, or one like
/// those that people give.
bool may_be_not_null(const Context& context, const Table& table, std::string_view constraint);

}  // namespace miglint
