#include "analysis/builtins.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "analysis/procedures.hpp"

namespace miglint {

namespace {

struct OperatorClass {
  std::string_view method, type, family;
};

constexpr BuiltinCast casts[] = {
#include "analysis/builtin_casts.inc"
};
constexpr OperatorClass operator_classes[] = {
#include "analysis/builtin_operator_classes.inc"
};
struct OperatorClassName {
  std::string_view method, name, type;
};
constexpr OperatorClassName operator_class_names[] = {
#include "analysis/builtin_operator_class_names.inc"
};

// citext--1.4.sql: its casts, as pg_cast shows them.
constexpr BuiltinCast citext_casts[] = {
    {"citext", "text", 'i', 'b', 'i'},    {"citext", "varchar", 'i', 'b', 'i'},
    {"citext", "bpchar", 'a', 'b', 'i'},  {"text", "citext", 'a', 'b', 'i'},
    {"varchar", "citext", 'a', 'b', 'i'}, {"bpchar", "citext", 'a', 'f', 'i'},
    {"bool", "citext", 'a', 'f', 'i'},    {"inet", "citext", 'a', 'f', 'i'},
};
constexpr BuiltinType citext_type{"citext", 'S', 'b', 'i', 'i', false};

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

constexpr std::array types_of_extensions = std::to_array<std::string_view>(
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
  const auto* found = std::ranges::lower_bound(builtin_type_rows, name, {}, &BuiltinType::name);
  if (found != std::end(builtin_type_rows) && found->name == name) return found;
  return name == citext_type.name ? &citext_type : nullptr;
}

bool is_extension_type(std::string_view name) {
  return std::ranges::binary_search(types_of_extensions, name);
}

std::string_view default_operator_family(std::string_view method, std::string_view type) {
  if (type == "citext") return method == "btree" || method == "hash" ? "citext_ops" : "";
  const auto key = std::tuple(method, type);
  const auto found = std::ranges::lower_bound(
      operator_classes, key, {}, [](const OperatorClass& c) { return std::tuple(c.method, c.type); });
  return found != std::end(operator_classes) && found->method == method && found->type == type ? found->family
                                                                                               : "";
}

std::string_view operator_class_type(std::string_view method, std::string_view name) {
  const auto key = std::tuple(method, name);
  const auto found = std::ranges::lower_bound(
      operator_class_names, key, {}, [](const OperatorClassName& c) { return std::tuple(c.method, c.name); });
  return found != std::end(operator_class_names) && found->method == method && found->name == name
             ? found->type
             : "";
}

TypeName builtin_result(std::string_view function) {
  TypeId result = no_type;
  for (const Procedure& procedure : builtin_procedures(function)) {
    const bool another = result != no_type && result != procedure.result;
    if (another || procedure.returns_set || row_of(procedure.result).kind == 'p') return {};
    result = procedure.result;
  }
  if (result == no_type) return {};
  return {.schema = "pg_catalog",
          .name = std::string(row_of(result).name),
          .array_dimensions = is_array(result) ? 1 : 0};
}

std::optional<char> builtin_volatility(std::string_view function) {
  const std::vector<Procedure> procedures = builtin_procedures(function);
  for (const char volatility : {'i', 's', 'v'})
    if (std::ranges::find(procedures, volatility, &Procedure::volatility) != procedures.end())
      return volatility;
  const auto later = std::ranges::find(later_functions, function, &LaterFunction::name);
  if (later != std::end(later_functions)) return later->volatility;
  return std::nullopt;
}

bool is_extension_function(std::string_view name) {
  static constexpr auto prefixes =
      std::to_array<std::string_view>({"st_", "uuid_", "levenshtein", "word_similarity", "hstore"});
  static constexpr auto others =
      std::to_array<std::string_view>({"akeys", "armor", "avals", "cosine_distance", "dmetaphone", "each",
                                       "hmac", "l2_distance", "ltree2text", "metaphone", "nlevel",
                                       "similarity", "skeys", "soundex", "subpath", "svals", "text2ltree"});
  return std::ranges::find(later_functions, name, &LaterFunction::name) != std::end(later_functions) ||
         std::ranges::find(others, name) != others.end() ||
         std::ranges::any_of(prefixes, [&](std::string_view prefix) { return name.starts_with(prefix); });
}

int function_since(std::string_view function) {
  const auto later = std::ranges::find(later_functions, function, &LaterFunction::name);
  return later == std::end(later_functions) ? 12 : later->since;
}

}  // namespace miglint
