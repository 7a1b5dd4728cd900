#include "analysis/types.hpp"

#include <array>
#include <utility>

namespace miglint {

static Type make_builtin(TypeId id) {
  Type type{.kind = Type::Kind::builtin, .id = id};
  type.name = {
      .schema = "pg_catalog", .name = std::string(row_of(id).name), .array_dimensions = is_array(id) ? 1 : 0};
  return type;
}

const Type& builtin(TypeId id) {
  static const std::vector<Type> types = [] {
    std::vector<Type> made;
    for (const TypeId array : {TypeId{0}, array_bit})
      for (std::size_t at = 0; at < std::size(builtin_type_rows); ++at)
        made.push_back(make_builtin(static_cast<TypeId>(at | array)));
    return made;
  }();
  return types[element_of(id) + (is_array(id) ? std::size(builtin_type_rows) : 0)];
}

static Type::Kind kind_of_user_type(const Catalog& catalog, const TypeName& element) {
  if (const Enum* enumeration = catalog.enumeration(element))
    return enumeration->certain ? Type::Kind::enumeration : Type::Kind::opaque;
  if (catalog.domain(element) != nullptr) return Type::Kind::domain;
  const RelationName name{.schema = element.schema, .name = element.name};
  const Table* table = catalog.table(name);
  if (table != nullptr || catalog.view(name) != nullptr) return Type::Kind::composite;
  const auto composite = catalog.composites.find(name);
  const bool has_attributes = composite != catalog.composites.end() && !composite->second.attributes.empty();
  return has_attributes ? Type::Kind::composite : Type::Kind::opaque;
}

Type to_type(const Catalog& catalog, TypeName name) {
  Type type;
  if (name.empty()) return type;
  if (name.schema.empty() || name.schema == "pg_catalog") {
    const TypeId id = type_id(name.name);
    if (id != no_type && !is_array(id)) {
      type.kind = Type::Kind::builtin;
      type.id = name.array_dimensions > 0 ? id | array_bit : id;
      type.name = std::move(name);
      type.name.schema = "pg_catalog";
      return type;
    }
  }
  TypeName element = name;
  element.array_dimensions = 0;
  type.kind = kind_of_user_type(catalog, element);
  type.name = std::move(name);
  return type;
}

bool is_pseudo(const Type& type) { return type.kind == Type::Kind::builtin && row_of(type.id).kind == 'p'; }

const Composite* composite_named(const Catalog& catalog, const RelationName& name) {
  const auto found = catalog.composites.find(name);
  const bool composite =
      found != catalog.composites.end() && found->second.form == CreateType::Form::composite;
  return composite ? &found->second : nullptr;
}

Type element_of(const Catalog& catalog, const Type& array) {
  if (array.is("int2vector"_type)) return builtin("int2"_type);
  if (array.is("oidvector"_type)) return builtin("oid"_type);
  if (!array.is_array()) return {};
  TypeName element = array.name;
  element.array_dimensions = 0;
  return to_type(catalog, std::move(element));
}

Type array_of(const Type& element) {
  if (element.kind == Type::Kind::not_known || element.is_array()) return element;
  Type array = element;
  array.name.array_dimensions = 1;
  if (array.kind == Type::Kind::builtin) array.id |= array_bit;
  return array;
}

Type base_of(const Catalog& catalog, const Type& type) {
  if (type.kind != Type::Kind::domain || type.is_array()) return type;
  constexpr int deepest = 16;
  TypeName name = type.name;
  for (int depth = 0; depth < deepest; ++depth) {
    const Domain* domain = name.array_dimensions == 0 ? catalog.domain(name) : nullptr;
    if (domain == nullptr) break;
    name = catalog.resolve(domain->base);
  }
  return to_type(catalog, std::move(name));
}

char category_of(const Catalog& catalog, const Type& type) {
  const Type base = base_of(catalog, type);
  if (base.is_array()) return 'A';
  switch (base.kind) {
    case Type::Kind::builtin:
      return row_of(base.id).category;
    case Type::Kind::enumeration:
      return 'E';
    case Type::Kind::composite:
      return 'C';
    default:
      return 'U';
  }
}

bool is_preferred(const Type& type) {
  return type.kind == Type::Kind::builtin && !type.is_array() && row_of(type.id).preferred;
}

TypeId subtype_of(TypeId range) {
  static constexpr auto ranges = std::to_array<std::pair<TypeId, TypeId>>({
      {"int4range"_type, "int4"_type},
      {"int8range"_type, "int8"_type},
      {"numrange"_type, "numeric"_type},
      {"tsrange"_type, "timestamp"_type},
      {"tstzrange"_type, "timestamptz"_type},
      {"daterange"_type, "date"_type},
  });
  for (const auto& [type, subtype] : ranges)
    if (type == range) return subtype;
  return no_type;
}

// ---- Coercion ---------------------------------------------------------------------------------------------

static bool allows(Coercion context, char cast) {
  return cast == 'i' || (cast == 'a' && context != Coercion::implicit) ||
         (cast == 'e' && context == Coercion::explicit_);
}

static bool has_cast(const Type& from, const Type& to, Coercion context) {
  if (from.kind != Type::Kind::builtin || to.kind != Type::Kind::builtin) return false;
  const auto name = [](const Type& type) {
    return is_array(type.id) ? "_" + std::string(row_of(type.id).name) : std::string(row_of(type.id).name);
  };
  const BuiltinCast* cast = builtin_cast(name(from), name(to));
  return cast != nullptr && allows(context, cast->context);
}

/// Through text, by the types' own input and output (find_coercion_pathway, COERCION_PATH_COERCEVIAIO).
static bool through_text(const Catalog& catalog, const Type& from, const Type& to, Coercion context) {
  if (context == Coercion::implicit) return false;
  if (category_of(catalog, to) == 'S') return true;
  return context == Coercion::explicit_ && category_of(catalog, from) == 'S';
}

static bool is_row(const Type& type) {
  return (type.kind == Type::Kind::composite && !type.is_array()) || type.is("record"_type);
}

bool can_coerce(const Catalog& catalog, const Type& from_type, const Type& to_type, Coercion context) {
  if (from_type == to_type || from_type.is_literal() || to_type.is("any"_type)) return true;
  const Type from = base_of(catalog, from_type), to = base_of(catalog, to_type);
  if (!from.known() || !to.known() || from == to) return true;
  if (to.is("record"_type) || to.is("_record"_type))
    return is_row(from) || (to.is_array() && from.is_array()) || through_text(catalog, from, to, context);
  if (from.is("record"_type) && to.kind == Type::Kind::composite) return true;
  if (has_cast(from, to, context)) return true;
  const auto is_vector = [](const Type& type) {
    return type.is("int2vector"_type) || type.is("oidvector"_type);
  };
  if (to.is_array() && is_vector(from)) return true;
  if (from.is_array() && is_vector(to)) return context == Coercion::explicit_;
  if (from.is_array() && to.is_array())
    return can_coerce(catalog, element_of(catalog, from), element_of(catalog, to), context);
  return through_text(catalog, from, to, context);
}

std::optional<Type> common_type(const Catalog& catalog, const std::vector<Type>& types) {
  Type chosen = builtin("unknown"_type);
  for (const Type& written : types) {
    if (!written.known()) return Type{};
    const Type type = base_of(catalog, written);
    if (written.is_literal() || written == chosen) continue;
    if (chosen.is_literal()) {
      chosen = written;
      continue;
    }
    const Type base = base_of(catalog, chosen);
    if (base == type) {
      chosen = base;
    } else if (category_of(catalog, base) != category_of(catalog, type)) {
      return std::nullopt;
    } else if (!is_preferred(base) && can_coerce(catalog, base, type, Coercion::implicit) &&
               !can_coerce(catalog, type, base, Coercion::implicit)) {
      chosen = type;
    }
  }
  // All have it: a domain, a length (PostgreSQL keeps those only where they agree).
  for (const Type& type : types) {
    if (type == chosen && type.name == chosen.name) continue;
    chosen.name.modifiers.clear();
    chosen.name.interval_fields = {};
    break;
  }
  const Type& named = chosen.is_literal() ? builtin("text"_type) : chosen;
  for (const Type& type : types)
    if (!can_coerce(catalog, type, named, Coercion::implicit)) return std::nullopt;
  return chosen;
}

}  // namespace miglint
