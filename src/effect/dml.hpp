#pragma once

// What INSERT, UPDATE and DELETE (and a MERGE's) have in common.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "effect/context.hpp"
#include "effect/infer.hpp"

namespace miglint {

/// Checks of these rows wait for COMMIT; an ALTER TABLE before that is refused (55006).
void leave_pending(Context& context, const RelationName& table);
/// … those of the foreign keys that the table has over these columns; none: over any.
void leave_own_keys_pending(Context& context, const Table& table, const std::vector<std::string>& columns);
/// What a WHERE reads, and the rows of the table that it makes PostgreSQL read.
void read_target(Context& context, const RelationName& name, const Boxed<Expression>& where);
void read_subqueries(Context& context, const Expression& expression);
void read_relations(Context& context, const std::vector<RelationName>& relations);
/// `key = constant`, where a unique index finds the row.
bool finds_one_row(const Expression& where, const Table& table);

/// A trigger or a rule of the table may change what is written, or write something else.
bool may_be_rewritten(const Table& table);

// dml_values.cpp

/// A literal, or a cast of one, that is assigned to the column: fails where it can't be read, has no cast, or
/// does not fit, and where the column's domain refuses it. `each_row`: computed for each row that is found
/// (UPDATE), so that what only a row makes fail is a row failure.
void check_assigned(Context& context, const Table& table, const Column& column, const Expression& value,
                    bool each_row);
/// A row that is written: its values by column, none where they are not known.
using RowValues = std::map<std::string, Expression, std::less<>>;
/// The first check of the table of which a row that has these values comes to this: `no`, it is violated,
/// whatever else is in the row; `unknown`, of the checks that name one of the columns written.
const Constraint* violated_check(const Table& table, const RowValues& row, Verdict verdict,
                                 const std::vector<std::string>& written = {});
Verdict evaluate_row(const Expression& condition, const RowValues& row);
/// A column that may hold NULL, or a sub-select that may find nothing.
bool may_be_null(const Expression& value, const Table* table);
/// A check of the domain that the type is, or of one below it, refuses the value.
bool domain_check_refuses(const Catalog& catalog, const TypeName& type, const Expression& value);
/// What a column that is left out gets: its default where that is a constant, NULL where there is none; null
/// where it is computed.
std::optional<Expression> value_left_out(const Catalog& catalog, const Column& column);
/// The column, or the domain that is its type, refuses NULL.
bool requires_value(const Catalog& catalog, const Column& column);

// dml_view.cpp

enum class RowCommand { insert, update, delete_ };
/// Fails where the target is a view that can't be written to, or nothing that holds rows.
void check_target(Context& context, const RelationName& target, RowCommand command,
                  const std::vector<std::string>& columns);
/// The table below a view of which each row is a row of it, and its columns by the view's.
struct BelowView {
  const Table* table = nullptr;
  const View* view = nullptr;
  std::map<std::string, std::string, std::less<>> columns;
  const Expression* check = nullptr;  ///< what WITH CHECK OPTION asks of each row written
};
std::optional<BelowView> table_below(const Context& context, const RelationName& view);

// dml_inserted.cpp

/// Of a list of values, one that may be several: `(x).*`.
bool may_be_several(const Expression& value);
/// An INSERT into this very table: what PostgreSQL refuses it for.
void check_inserted(Context& context, const Insert& change, const Table& table);

// dml_conflict.cpp

/// ON CONFLICT may go by this index.
bool may_decide(const Index& index, const ConflictTarget& target);
void check_conflict(Context& context, const Insert& change, const Table& table);

// dml_delete.cpp

/// Rows that others refer to go, or change their keys (`changed`; empty: they go).
void check_referring(Context& context, const Table& table, const std::vector<std::string>& changed);

}  // namespace miglint
