#pragma once

// What a table's keys and the statement's own new columns say of the rows in it.

#include <string>
#include <string_view>
#include <vector>

#include "effect/context.hpp"

namespace miglint {

/// What every row holds in a column that this statement adds.
enum class Content {
  existing,  ///< not added here: whatever is there
  nulls,     ///< nullable, without default
  constant,  ///< one value, the same in all rows
  distinct,  ///< one of its own for each row: serial, identity, nextval(), a random UUID
  any,       ///< computed for each row
};
Content content_of(const Context& context, std::string_view column);

/// A valid unique index over some of these columns was there before the statement: no two rows agree in all
/// of them.
/// Rows that agree in these columns (none of them NULL) agree in what the index has as its key: its own
/// columns, and those of which it has `lower(c)` and the like. None where another expression decides.
std::optional<std::vector<std::string>> columns_that_decide(const Index& index);

bool surely_unique(const Table& before, const std::vector<std::string>& columns, bool nulls_not_distinct);
/// NOT NULL, a key's, an identity's, or implied by a valid CHECK.
bool surely_not_null(const Table& table, std::string_view column);
bool has_nulls_possible(const Context& context, const Table* before, std::string_view column);

/// A unique index over these columns is about to be built: 23505 unless no two rows can agree.
void may_hold_duplicates(Context& context, const RelationName& table, const std::vector<std::string>& columns,
                         bool nulls_not_distinct);
/// Some column is about to become NOT NULL: 23502 unless none can hold NULL.
void may_hold_nulls(Context& context, const RelationName& table, std::string_view column);

/// pg_attribute.attnotnull: a CHECK that says the same does not count.
bool is_marked_not_null(const Table& table, const Column& column);
/// The index, where the table has it; 42809 where another has, 42704 where none.
const Index* index_of_table(Context& context, const Table& table, const std::string& name);
/// A partition key of expressions can't be part of a unique index (0A000): `what` is not for such a table.
bool key_is_plain(Context& context, const Table& table, std::string_view what);
/// A primary key, or a unique constraint or index without predicate and expressions, over exactly these
/// columns, in any order.
bool has_key_over(const Table& table, std::vector<std::string> columns);

}  // namespace miglint
