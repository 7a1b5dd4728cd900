#include "analysis/polymorphism.hpp"

#include <algorithm>

namespace miglint {

namespace {

/// One family: anyelement's arguments are all of one type, anycompatible's become a common one.
struct Family {
  bool compatible = false;
  std::vector<Type> elements = {};  ///< what anyelement, anyarray's elements and anyrange's bounds are
  Type range = {};
  bool enum_wanted = false, scalar_wanted = false;
  bool unsure = false;  ///< a literal alone, or a type of which not enough is known
};

bool is_named(const Type& type, std::string_view plain, std::string_view compatible) {
  return type.kind == Type::Kind::builtin && !type.is_array() &&
         (row_of(type.id).name == plain || row_of(type.id).name == compatible);
}

bool is_element(const Type& type) {
  return is_named(type, "anyelement", "anycompatible") ||
         is_named(type, "anynonarray", "anycompatiblenonarray") || is_named(type, "anyenum", "");
}
bool is_any_array(const Type& type) { return is_named(type, "anyarray", "anycompatiblearray"); }
bool is_any_range(const Type& type) { return is_named(type, "anyrange", "anycompatiblerange"); }
bool is_any_multirange(const Type& type) {
  return is_named(type, "anymultirange", "anycompatiblemultirange");
}

bool take_range(Family& family, const Type& given) {
  const TypeId subtype = given.kind == Type::Kind::builtin ? subtype_of(given.id) : no_type;
  if (subtype == no_type) return false;
  if (family.range.known() && !(family.range == given)) return false;
  family.range = given;
  family.elements.push_back(builtin(subtype));
  return true;
}

/// False: it does not fit.
bool take(const Catalog& catalog, Family& family, const Type& declared, const Type& given) {
  if (given.is_literal()) return true;
  if (!given.known()) {
    // A range of one's own, an extension's type.
    family.unsure = true;
    return true;
  }
  if (is_element(declared)) {
    family.enum_wanted = family.enum_wanted || is_named(declared, "anyenum", "");
    family.scalar_wanted = family.scalar_wanted || is_named(declared, "anynonarray", "anycompatiblenonarray");
    family.elements.push_back(given);
    return true;
  }
  const Type base = base_of(catalog, given);
  if (is_any_array(declared)) {
    if (base.is("anyarray"_type)) {
      family.unsure = true;
      return true;
    }
    const Type element = element_of(catalog, base);
    if (element.kind == Type::Kind::not_known) return false;
    family.elements.push_back(element);
    return true;
  }
  if (is_any_range(declared)) return take_range(family, base);
  if (base.kind != Type::Kind::builtin || !row_of(base.id).name.ends_with("multirange")) return false;
  std::string range(row_of(base.id).name);
  range.replace(range.size() - std::string_view("multirange").size(), std::string::npos, "range");
  return take_range(family, builtin(type_id(range)));
}

/// The element's type; nullopt: the arguments don't go together.
std::optional<Type> settle(const Catalog& catalog, const Family& family) {
  if (family.elements.empty() || family.unsure) return Type{};
  Type element = family.elements.front();
  if (family.compatible) {
    const std::optional<Type> common = common_type(catalog, family.elements);
    if (!common) return std::nullopt;
    element = *common;
  } else if (!std::ranges::all_of(family.elements, [&](const Type& type) { return type == element; })) {
    return std::nullopt;
  }
  const Type base = base_of(catalog, element);
  if (family.enum_wanted && (base.kind != Type::Kind::enumeration || base.is_array())) return std::nullopt;
  if (family.scalar_wanted && base.is_array()) return std::nullopt;
  element.name.modifiers.clear();
  return element;
}

bool is_of(const Type& type, bool compatible) {
  return is_polymorphic(type) && row_of(type.id).name.starts_with("anycompatible") == compatible;
}

Type result_of(const Type& declared, const Type& element, const Type& range) {
  if (!is_polymorphic(declared)) return declared;
  if (is_any_range(declared)) return range;
  if (is_any_multirange(declared) || !element.known()) return {};
  return is_any_array(declared) ? array_of(element) : element;
}

}  // namespace

bool is_polymorphic(const Type& type) {
  return is_element(type) || is_any_array(type) || is_any_range(type) || is_any_multirange(type);
}

std::optional<Type> resolve_polymorphism(const Catalog& catalog, const std::vector<Type>& declared,
                                         const Type& result, const std::vector<Type>& arguments) {
  Family plain, compatible{.compatible = true};
  for (std::size_t at = 0; at < declared.size() && at < arguments.size(); ++at) {
    if (!is_polymorphic(declared[at])) continue;
    Family& family = is_of(declared[at], true) ? compatible : plain;
    if (!take(catalog, family, declared[at], arguments[at])) return std::nullopt;
  }
  const std::optional<Type> plain_element = settle(catalog, plain);
  const std::optional<Type> compatible_element = settle(catalog, compatible);
  if (!plain_element || !compatible_element) return std::nullopt;
  return is_of(result, true) ? result_of(result, *compatible_element, compatible.range)
                             : result_of(result, *plain_element, plain.range);
}

}  // namespace miglint
