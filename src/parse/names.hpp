#pragma once

// Names as the tree holds them, to the vocabulary's. The grammar has folded and unquoted them, but not cut
// them at 63 bytes.

#include <string>
#include <vector>

#include "miglint/change.hpp"
#include "parse/ast.hpp"

namespace miglint::lower {

std::string identifier(std::string_view written);

/// A RangeVar, as a field or a list's item.
RelationName relation(const ast::Node& range_var);

/// {schema, name} from a list of String nodes; of three or more, the last two (the first is the database).
RelationName qualified(const ast::List& strings);
/// The same of what may be left out: none where the list is empty.
Boxed<RelationName> qualified_if_any(const ast::List& strings);
/// The same without the last word, which names a part: `a.b.c` of COMMENT ON COLUMN gives a.b.
RelationName qualified_owner(const ast::List& strings);

/// A type of PostgreSQL's own.
TypeName catalog_type(std::string name);
std::vector<std::string> strings(const ast::List& strings);
std::vector<std::string> identifiers(const ast::List& strings);

/// A TypeName node, wrapped or not.
TypeName type_name(const ast::Node& type);

/// What DROP, COMMENT and RENAME name: `on` is the table of a trigger, policy, rule, constraint or column, or
/// what ObjectReference has; `arguments` are an ObjectWithArgs' or as that has them.
struct ObjectName {
  RelationName name;
  RelationName on;
  std::optional<std::vector<TypeName>> arguments = {};
};
ObjectName object_name(const ast::Node& object, ObjectKind kind);
/// Of an ObjectWithArgs; none where the function's name stands alone.
std::optional<std::vector<TypeName>> written_arguments(const ast::Node& function);

/// From OBJECT_TABLE and its like.
ObjectKind object_kind(std::string_view object_type);

/// `"$user", public` as search_path's value is written inside a string: each name without its quotes.
std::vector<std::string> split_list(std::string_view written);

/// A DefElem's argument as text, whatever node holds it: String, Integer, Float, Boolean, a TypeName's name.
std::string option_text(const ast::Node& def_elem);

/// WITH (…): a list of DefElems.
std::vector<StorageParameter> storage_parameters(const ast::List& def_elems);

}  // namespace miglint::lower
