#pragma once

// What an expression comes to, as far as evidence needs it: which rows a WHERE surely picks, whether a value
// can be NULL, whether it is unique.

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "effect/conversion.hpp"
#include "engine/row_scope.hpp"
#include "miglint/catalog.hpp"
#include "miglint/evidence.hpp"
#include "miglint/expression.hpp"

namespace miglint {

using Condition = Boxed<Expression>;

template <class List>
bool contains(const List& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

/// It is this column, cast or not.
bool is_column(const Expression& expression, std::string_view column);

/// The WHERE picks every row in which the column is NULL: there is none, or `c IS NULL` is one of its
/// alternatives.
bool picks_nulls(const Condition& where, std::string_view column);

/// The constants of which the WHERE surely picks every row that holds them in this column: `c = 'a'`, `c IN
/// ('a', 'b')`, ORed.
std::vector<std::string> values_picked(const Condition& where, std::string_view column);

/// The WHERE picks every row whose value is missing in another table: NOT IN (SELECT …), NOT EXISTS (SELECT
/// …).
struct Orphans {
  std::vector<std::string> columns;
  RelationName referenced;  ///< resolved
};
std::optional<Orphans> orphans_picked(const Condition& where, const RelationName& table,
                                      std::string_view alias, const Catalog& catalog);

/// Whether a value computed from a row of the table can be NULL. `none`: it is NULL, or often; `plausible`:
/// nobody knows.
Proof never_null(const Expression& value, const RelationName& table, const Catalog& catalog,
                 const Evidence& evidence);
Proof never_null(const Expression& value, const RowScope& scope, const Catalog& catalog,
                 const Evidence& evidence);

/// Values of the expression that differ still do as this type: nothing is rounded or cut, nor read from text,
/// where two spellings are one value. `table`: whose columns it reads; may be null.
bool keeps_apart(const Expression& value, const TypeName& type, CastContext context, const Table* table,
                 const Catalog& catalog);

/// Whether a value computed from each row differs from row to row: a random identifier, a sequence, the
/// table's own key.
Proof differs_by_row(const Expression& value, const RelationName& table, const Catalog& catalog);

/// The relations its subqueries read, resolved.
std::vector<RelationName> relations_of(const Expression& expression, const Catalog& catalog);

/// The one column that the value stands for with nothing lost: the column itself, cast to text, or hashed.
std::optional<std::string> stands_for(const Expression& value, const Table& table, const Catalog& catalog);

/// A unique key over nothing but this column.
bool is_key(const RelationName& table, std::string_view column, const Catalog& catalog);

/// `a = s.b` among what the WHERE requires, of a table's own column and another relation's.
struct Join {
  std::string column;
  std::string other_column;
};
/// Nothing when the WHERE requires something else besides, other than `own_condition(part)`.
std::optional<Join> join_of(const Condition& where, const RelationName& table, std::string_view alias,
                            const std::function<bool(const Expression&)>& own_condition);

/// What each row that satisfies the WHERE satisfies: the normal forms of its conjuncts.
std::vector<std::string> conjuncts(const Condition& where);

/// The columns by which a DELETE tells duplicates apart, as its text says: `NOT IN (SELECT min(id) … GROUP BY
/// a, b)`, `row_number() OVER (PARTITION BY a, b …) … > 1`. Empty where it does not say it that way.
std::vector<std::string> duplicates_grouped_by(std::string_view sql);

/// The WHERE picks each row of the table that has a twin in it, but for one of them: `EXISTS (SELECT … FROM t
/// b WHERE b.k = a.k AND b.id > a.id)`. Twins agree in the columns, and all of them satisfy the conditions.
struct Duplicates {
  std::vector<std::string> columns;
  std::vector<Expression> conditions;

  bool requires_null(std::string_view column) const;
  /// A condition asks for another constant than the assignment gives.
  bool requires_other_than(const Assignment& assignment) const;
  /// The conditions as Fact::text has them.
  std::string text() const;
};
std::optional<Duplicates> duplicates_picked(const Condition& where, const RelationName& table,
                                            std::string_view alias, const Catalog& catalog);

/// `column = column` of two names for one table, for each such pair the expression requires: what two
/// duplicates have in common.
std::vector<std::string> columns_in_common(const Condition& where);
/// It tells any two rows apart: it compares a key of the table with that of another of its rows.
bool breaks_ties(const Condition& where, const RelationName& table, const Catalog& catalog);

/// The same text for conditions that say the same but for qualifiers and casts.
std::string normal_form(const Expression& condition);

}  // namespace miglint
