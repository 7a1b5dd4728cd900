#pragma once

// pg_type's own types by number: the place of a name in builtin_types.inc, so that the tables of functions
// and operators are small and comparisons cheap.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>

#include "analysis/builtins.hpp"

namespace miglint {

// Sorted by name, as the script writes them.
inline constexpr BuiltinType builtin_type_rows[] = {
#include "analysis/builtin_types.inc"
};

/// A type of pg_catalog; with `array_bit` the array of it.
using TypeId = std::uint8_t;
inline constexpr TypeId array_bit = 0x80;
inline constexpr TypeId no_type = 0x7F;
static_assert(std::size(builtin_type_rows) < no_type);

/// By pg_type's name, `_int4` for an array; no_type where there is none.
constexpr TypeId type_id(std::string_view name) {
  const TypeId array = !name.empty() && name.front() == '_' ? array_bit : TypeId{0};
  if (array != 0) name.remove_prefix(1);
  const auto* found = std::ranges::lower_bound(builtin_type_rows, name, {}, &BuiltinType::name);
  if (found == std::end(builtin_type_rows) || found->name != name) return no_type;
  return static_cast<TypeId>((found - std::begin(builtin_type_rows)) | array);
}

constexpr bool is_array(TypeId id) { return (id & array_bit) != 0; }
constexpr TypeId element_of(TypeId id) { return id & static_cast<TypeId>(~array_bit); }
constexpr const BuiltinType& row_of(TypeId id) { return builtin_type_rows[element_of(id)]; }

/// A type that must be there.
consteval TypeId operator""_type(const char* name, std::size_t size) {
  const TypeId id = type_id({name, size});
  if (id == no_type) throw "no such type";
  return id;
}

}  // namespace miglint
