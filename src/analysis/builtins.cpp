#include "analysis/builtins.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <tuple>
#include <utility>

namespace miglint {

namespace {

struct OperatorClass {
  std::string_view method, type, family;
};

struct BuiltinFunction {
  std::string_view name;
  char volatility;
  std::string_view returns;
};
// Sorted by name, as the script writes them.
consteval auto function_rows() {
  return std::to_array<BuiltinFunction>({
#include "analysis/builtin_functions.inc"
  });
}
constexpr std::size_t function_count = function_rows().size();

// The same rows as places in one text: a pointer each would be 25 pages that the loader has to relocate at
// every start.
struct PackedFunction {
  std::uint16_t name, returns;
  std::uint8_t name_length, returns_length;
  char volatility;
};
constexpr std::size_t function_text_size = [] {
  std::size_t size = 0;
  for (const BuiltinFunction& row : function_rows()) size += row.name.size() + row.returns.size();
  return size;
}();
static_assert(function_text_size <= UINT16_MAX);

struct PackedFunctions {
  std::array<PackedFunction, function_count> rows{};
  std::array<char, function_text_size> text{};

  constexpr std::string_view name(const PackedFunction& row) const {
    return {text.data() + row.name, row.name_length};
  }
  constexpr std::string_view returns(const PackedFunction& row) const {
    return {text.data() + row.returns, row.returns_length};
  }
};
constexpr PackedFunctions functions = [] {
  PackedFunctions packed;
  std::size_t used = 0;
  const auto keep = [&](std::string_view part) {
    std::ranges::copy(part, packed.text.begin() + used);
    return static_cast<std::uint16_t>(std::exchange(used, used + part.size()));
  };
  std::ranges::transform(function_rows(), packed.rows.begin(), [&](const BuiltinFunction& row) {
    const std::uint16_t name = keep(row.name);
    return PackedFunction{name, keep(row.returns), static_cast<std::uint8_t>(row.name.size()),
                          static_cast<std::uint8_t>(row.returns.size()), row.volatility};
  });
  return packed;
}();

constexpr BuiltinCast casts[] = {
#include "analysis/builtin_casts.inc"
};
constexpr BuiltinType types[] = {
#include "analysis/builtin_types.inc"
};
constexpr OperatorClass operator_classes[] = {
#include "analysis/builtin_operator_classes.inc"
};

// citext--1.4.sql: its casts, as pg_cast shows them.
constexpr BuiltinCast citext_casts[] = {
    {"citext", "text", 'i', 'b', 'i'},    {"citext", "varchar", 'i', 'b', 'i'},
    {"citext", "bpchar", 'a', 'b', 'i'},  {"text", "citext", 'a', 'b', 'i'},
    {"varchar", "citext", 'a', 'b', 'i'}, {"bpchar", "citext", 'a', 'f', 'i'},
    {"bool", "citext", 'a', 'f', 'i'},    {"inet", "citext", 'a', 'f', 'i'},
};
constexpr BuiltinType citext_type{"citext", 'S', 'b', 'i', 'i'};

struct LaterFunction {
  std::string_view name;
  char volatility;
  int since;
};
// Newer than the server the tables come from, or with a first version that projects still meet; and the usual
// extensions' generators.
constexpr LaterFunction later_functions[] = {
    {"gen_random_uuid", 'v', 13},
    {"unistr", 'i', 14},
    {"random_normal", 'v', 16},
    {"uuidv4", 'v', 18},
    {"uuidv7", 'v', 18},
    {"uuid_generate_v1", 'v', 12},
    {"uuid_generate_v1mc", 'v', 12},
    {"uuid_generate_v4", 'v', 12},
    {"uuid_generate_v3", 'i', 12},
    {"uuid_generate_v5", 'i', 12},
    {"gen_random_bytes", 'v', 12},
    {"gen_salt", 'v', 12},
    {"crypt", 'i', 12},
    {"digest", 'i', 12},
    {"unaccent", 's', 12},
    {"uuid_nil", 'i', 12},
};

constexpr std::array extension_types = std::to_array<std::string_view>(
    {"box2d",     "box3d",        "cube",      "ean13",  "earth",         "geography", "geometry",
     "gtrgm",     "halfvec",      "hll",       "hstore", "isbn",          "isbn13",    "lo",
     "lquery",    "ltree",        "ltxtquery", "raster", "roaringbitmap", "seg",       "semver",
     "sparsevec", "topogeometry", "ulid",      "vector"});

}  // namespace

const BuiltinCast* builtin_cast(std::string_view source, std::string_view target) {
  const auto key = std::tuple(source, target);
  const auto found = std::ranges::lower_bound(
      casts, key, {}, [](const BuiltinCast& c) { return std::tuple(c.source, c.target); });
  if (found != std::end(casts) && found->source == source && found->target == target) return found;
  const auto citext = std::ranges::find_if(
      citext_casts, [&](const BuiltinCast& c) { return c.source == source && c.target == target; });
  return citext == std::end(citext_casts) ? nullptr : citext;
}

const BuiltinType* builtin_type(std::string_view name) {
  const auto found = std::ranges::lower_bound(types, name, {}, &BuiltinType::name);
  if (found != std::end(types) && found->name == name) return found;
  return name == citext_type.name ? &citext_type : nullptr;
}

bool is_extension_type(std::string_view name) { return std::ranges::binary_search(extension_types, name); }

std::string_view default_operator_family(std::string_view method, std::string_view type) {
  if (type == "citext") return method == "btree" || method == "hash" ? "citext_ops" : "";
  const auto key = std::tuple(method, type);
  const auto found = std::ranges::lower_bound(
      operator_classes, key, {}, [](const OperatorClass& c) { return std::tuple(c.method, c.type); });
  return found != std::end(operator_classes) && found->method == method && found->type == type ? found->family
                                                                                               : "";
}

static const PackedFunction* builtin_function(std::string_view name) {
  const auto found = std::ranges::lower_bound(functions.rows, name, {},
                                              [](const PackedFunction& row) { return functions.name(row); });
  return found != functions.rows.end() && functions.name(*found) == name ? &*found : nullptr;
}

std::string_view builtin_result(std::string_view function) {
  const PackedFunction* found = builtin_function(function);
  return found == nullptr ? "" : functions.returns(*found);
}

std::optional<char> builtin_volatility(std::string_view function) {
  if (const PackedFunction* found = builtin_function(function)) return found->volatility;
  const auto later = std::ranges::find(later_functions, function, &LaterFunction::name);
  if (later != std::end(later_functions)) return later->volatility;
  return std::nullopt;
}

int function_since(std::string_view function) {
  const auto later = std::ranges::find(later_functions, function, &LaterFunction::name);
  return later == std::end(later_functions) ? 12 : later->since;
}

}  // namespace miglint
