#pragma once

// Giving an object another name or schema, with everything that knows it by its name. PostgreSQL's catalogs
// refer by OID, so there a rename changes one row; here each reference is a name and has to follow.

#include "catalog/edit.hpp"
#include "miglint/catalog.hpp"

namespace miglint {

void move_table(Catalog& catalog, const RelationName& from, const RelationName& to);
void move_view(Catalog& catalog, const RelationName& from, const RelationName& to);
/// An index alone; the constraint it stands behind keeps its name (rename_index_and_constraint ties the two).
void move_index(Catalog& catalog, const RelationName& from, const RelationName& to);
void move_sequence(Catalog& catalog, const RelationName& from, const RelationName& to);
/// An enum, a domain or a composite type.
void move_type(Catalog& catalog, const RelationName& from, const RelationName& to);
/// All functions of a name, or the one with these arguments.
void move_functions(Catalog& catalog, const FunctionName& from, const FunctionName& to,
                    const std::optional<std::vector<TypeName>>& arguments = {});
/// Everything in a schema.
void move_schema(Catalog& catalog, const std::string& from, const std::string& to);

}  // namespace miglint
