#pragma once

// How PostgreSQL names what the statement left unnamed (indexcmds.c ChooseIndexName, pg_constraint.c
// ChooseConstraintName).

#include <string>
#include <string_view>
#include <vector>

#include "miglint/catalog.hpp"

namespace miglint {

/// A relation's name that is free in the schema: `table_column_label`, then label1, label2, …
std::string choose_relation_name(const Catalog& catalog, const std::string& schema, std::string_view name1,
                                 std::string_view name2, std::string_view label, bool is_constraint);
/// A constraint's name that no constraint in the schema has.
std::string choose_constraint_name(const Catalog& catalog, const std::string& schema, std::string_view name1,
                                   std::string_view name2, std::string_view label);

/// Where CREATE puts a relation: a temporary one in pg_temp, whatever else has its name.
RelationName name_of_new(const Catalog& catalog, const RelationName& name, Persistence persistence);

/// A view over something temporary is temporary itself.
Persistence view_persistence(const Catalog& catalog, const CreateView& change);

/// `a_b_lower`: the columns of an index or a foreign key joined, cut where PostgreSQL stops joining.
std::string join_for_name(const std::vector<std::string>& columns);
/// The names of an index's own columns, INCLUDE's too: an expression is named for its outermost function,
/// else `expr`; repeated ones are numbered. They stay what they were when a column of the table is renamed.
std::vector<std::string> index_column_names(const std::vector<IndexElement>& elements,
                                            const std::vector<std::string>& include);

/// The name CREATE INDEX gives: `table_columns_idx`.
std::string choose_index_name(const Catalog& catalog, const RelationName& table,
                              const std::vector<IndexElement>& elements,
                              const std::vector<std::string>& include);

}  // namespace miglint
