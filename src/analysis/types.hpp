#pragma once

// Types as parse analysis knows them, and which of them become which (parse_coerce.c).

#include "analysis/type_ids.hpp"
#include "miglint/catalog.hpp"

namespace miglint {

struct Type {
  enum class Kind : std::uint8_t {
    not_known,
    builtin,
    enumeration,
    domain,
    composite,  ///< a table's or view's row, too
    opaque,     ///< an extension's, a range, a base type: what it becomes is not known here
  };
  Kind kind = Kind::not_known;
  TypeId id = no_type;  ///< of a builtin one
  TypeName name;        ///< resolved, with its modifiers; empty where it is not known

  bool known() const { return kind != Kind::not_known && kind != Kind::opaque; }
  bool is(TypeId type) const { return kind == Kind::builtin && id == type; }
  /// A quoted literal or NULL that nothing has given a type yet.
  bool is_literal() const { return is("unknown"_type); }
  bool is_array() const { return name.array_dimensions > 0; }
  /// Modifiers make no other type.
  friend bool operator==(const Type& a, const Type& b) {
    if (a.kind != b.kind) return false;
    if (a.kind == Kind::builtin) return a.id == b.id;
    return a.name.name == b.name.name && a.name.schema == b.name.schema &&
           a.name.array_dimensions == b.name.array_dimensions;
  }
};

/// One for each: they are asked for again and again.
const Type& builtin(TypeId id);
/// record, void, trigger, anyelement, …
bool is_pseudo(const Type& type);
/// The composite type of this resolved name; null: there is none.
const Composite* composite_named(const Catalog& catalog, const RelationName& name);
/// Of a resolved name; modifiers are kept.
Type to_type(const Catalog& catalog, TypeName name);
Type element_of(const Catalog& catalog, const Type& array);
Type array_of(const Type& element);
/// The type under a domain.
Type base_of(const Catalog& catalog, const Type& type);
char category_of(const Catalog& catalog, const Type& type);
bool is_preferred(const Type& type);
/// int4 of int4range; no_type for what is no range of PostgreSQL's own.
TypeId subtype_of(TypeId range);

/// pg_cast's contexts, each allowing what the ones before it do.
enum class Coercion { implicit, assignment, explicit_ };
/// Of known types.
bool can_coerce(const Catalog& catalog, const Type& from, const Type& to, Coercion context);
/// The type that all become (select_common_type); none where two never meet, not_known where that is not
/// known.
std::optional<Type> common_type(const Catalog& catalog, const std::vector<Type>& types);

}  // namespace miglint
