#pragma once

// The register of what the catalog knows by its kind and name alone: servers, collations, operators, roles, …
// (Catalog::objects).

#include <string>
#include <vector>

#include "catalog/drop.hpp"
#include "miglint/catalog.hpp"

namespace miglint {

/// Objects of this kind are kept in the register.
bool is_registered(ObjectKind kind);
/// They are in a schema, and found on the search path.
bool has_schema(ObjectKind kind);

/// What a DROP, a RENAME, a COMMENT, … names.
template <class Named>
ObjectReference reference_of(const Named& named) {
  return {.kind = named.kind,
          .name = named.name,
          .on = named.on,
          .arguments = named.arguments ? *named.arguments : std::vector<TypeName>()};
}

/// What CREATE would make under this reference.
ObjectReference creation_reference(const Catalog& catalog, ObjectReference written);
/// What it is found by in the register; its types are resolved.
std::string key_of(const Catalog& catalog, const ObjectReference& reference);
/// The history's object of this reference, as the search path has it; null: it made none.
const RegisteredObject* registered(const Catalog& catalog, const ObjectReference& written);
/// The history dropped it, and has not made it again.
bool is_gone(const Catalog& catalog, const ObjectReference& written);

/// What depends on the object of this key.
std::vector<Dependent> dependents_of_registered(const Catalog& catalog, const std::string& key);
/// The objects that are made of this function, that take or give this type, or are in this schema.
std::vector<Dependent> registered_over_function(const Catalog& catalog, const FunctionName& function);
std::vector<Dependent> registered_over_type(const Catalog& catalog, const RelationName& type);
std::vector<Dependent> registered_in_schema(const Catalog& catalog, const std::string& schema);

void remove_registered(Catalog& catalog, const std::string& key);
/// Under another name or schema, with what knows it by its old one.
void move_registered(Catalog& catalog, const RegisteredObject& object, const RelationName& to);
/// A function or a type that they are made of was renamed.
void registered_follow_function(Catalog& catalog, const FunctionName& from, const FunctionName& to);
void registered_follow_type(Catalog& catalog, const RelationName& from, const RelationName& to);

}  // namespace miglint
