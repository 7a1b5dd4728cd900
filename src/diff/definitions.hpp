#pragma once

// Objects of a catalog as the changes that would make them.

#include "miglint/catalog.hpp"
#include "miglint/change.hpp"

namespace miglint {

/// A column of a new table, or a new column: serial where it draws from a sequence of its own.
ColumnDefinition definition_of(const Catalog& catalog, const Table& table, const Column& column);

/// Its type, as it is to be written.
TypeName type_of(const Catalog& catalog, const Column& column);

/// With its primary key, which Prisma writes into it.
std::vector<Change> definition_of(const Catalog& catalog, const Table& table);

CreateIndex definition_of(const Index& index);
AddForeignKey definition_of(const Table& table, const Constraint& key);
AddPrimaryKey primary_key_of(const Table& table, const Constraint& key);

}  // namespace miglint
