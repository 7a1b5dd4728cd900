#pragma once

// A table under a new name, with everything that is named after it.

#include <optional>
#include <string>
#include <vector>

#include "path_steps.hpp"
#include "support.hpp"

namespace miglint {

/// What is named after a table (its keys, indexes, constraints and sequences), renamed after its new name; a
/// line each, and what they are called then.
struct NamedAfter {
  std::string sql;
  std::vector<std::string> names;
};
NamedAfter named_after(const Step& step, const Table& table, const std::string& name);

/// The model alone gets the new name.
SaferPath mapped_model(const RelationName& table, const std::string& name);

/// The table's rename, and a view under its old name for one release. `table` is null where nothing is known
/// of its columns.
SaferPath with_a_view(const Step& step, const RelationName& old, const Table* table,
                      const RelationName& renamed, const std::string& kind);

/// A view under a table's old name, for the version that knows no other.
std::string view_of(const Step& step, const RelationName& name, const std::vector<std::string>& columns,
                    const RelationName& table);

/// `INSERT INTO new (…) SELECT … FROM old`, of the columns that both have, and the sequences after it.
/// Nothing where a column of the new one would stay without a value that it needs.
std::optional<std::string> copy_rows(const Step& step, const Table& old, const CreateTable& created,
                                     bool only_missing);

}  // namespace miglint
