#pragma once

// What PostgreSQL refuses to leave behind (2BP01), or takes along with CASCADE.

#include <string>

#include "effect/context.hpp"

namespace miglint {

/// An object that uses the column and would go with it, in words; empty when there is none. Foreign keys that
/// point at it count.
std::string user_of_column(const Context& context, const Table& table, const std::string& column);
/// The view or function that reads the relation, likewise.
std::string user_of_relation(const Context& context, const RelationName& relation);

/// Drops the views over a relation (over a column of it, when one is given), and the views over those: each
/// is locked.
void drop_views_along(Context& context, const RelationName& relation, std::string_view column = {});
/// Drops the foreign keys that point at a table, or at these columns of it: the tables that hold them are
/// locked.
void drop_keys_along(Context& context, const RelationName& table,
                     const std::vector<std::string>& columns = {});
/// A default elsewhere still calls nextval() of this sequence: 2BP01.
bool sequence_is_free(Context& context, const RelationName& sequence, const RelationName& table,
                      std::string_view column);
/// The sequences that belong to a table, or to one column of it.
std::vector<const Sequence*> owned_sequences(const Context& context, const RelationName& table,
                                             std::string_view column = {});
/// The columns whose default calls nextval() of the sequence: {table, column}.
std::vector<std::pair<const Table*, const Column*>> columns_fed_by(const Catalog& catalog,
                                                                   const RelationName& sequence);

/// What `c.type` comes from is the type: columns of it are lost with CASCADE, their tables locked.
void drop_columns_of_type(Context& context, const RelationName& type);

/// The foreign keys that rely on the table: those that point at it, or at a table that it is a partition of.
std::vector<std::pair<const Table*, const Constraint*>> keys_to(const Catalog& catalog, const Table& table);

/// A label that an earlier statement of this migration added is used here.
void use_label(Context& context, const TypeName& type, std::string_view label);
/// The labels an expression names: constants cast to an enum, compared with or assigned to a column of one.
void use_labels(Context& context, const Expression& expression, const Table* table,
                const TypeName* assigned_to = nullptr);

}  // namespace miglint
