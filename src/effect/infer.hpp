#pragma once

// What can be said of an expression without running it: its type, its volatility with a table's columns in
// view, its truth where some columns' values are known.

#include <functional>
#include <optional>
#include <string_view>

#include "miglint/effect.hpp"

namespace miglint {

/// The expression's type, with `table`'s columns in scope (may be null). None where it is not known;
/// "unknown" for a bare string literal.
std::optional<TypeName> type_of(const Expression& expression, const Table* table, const Catalog& catalog);

/// volatility_of with a table's columns in scope: a cast of a timestamptz column to date depends on the
/// session, of a date to timestamp on nothing.
Volatility volatility_of(const Expression& expression, const Table* table, const Catalog& catalog);

bool has_subquery(const Expression& expression);
/// NULL, or a cast of it.
bool is_null_constant(const Expression& expression);
/// A constant without functions or columns, whatever casts are around it.
bool is_literal(const Expression& expression);

/// The value as a column of this type holds it.
Expression as_type(const Expression& value, const TypeName& type);

/// What a condition comes to for a row of which some columns are known.
enum class Verdict { yes, no, null, unknown };
/// A column's value: a null or constant expression; nothing where it can be anything.
using KnownValues = std::function<const Expression*(std::string_view column)>;
Verdict evaluate(const Expression& condition, const KnownValues& known);

/// A valid CHECK of this form holds only where the column is not NULL: `c IS NOT NULL`, alone or ANDed, `NOT
/// (c IS NULL)` (tablecmds.c, ConstraintImpliedByRelConstraint).
bool implies_not_null(const Expression& check, std::string_view column);

}  // namespace miglint
