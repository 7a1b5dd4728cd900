// The types of CREATE TABLE … AS' and a view's columns. A target that is a column, a cast, a literal or one
// of the functions people put there has a known type; anything else is left without one.

#include "catalog/output_columns.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <utility>

#include "catalog/query_scope.hpp"
#include "miglint/characters.hpp"

namespace miglint {

namespace {

struct Scope {
  const Catalog& catalog;
  const FindType& find;
};

TypeName catalog_type(std::string_view name) { return {.schema = "pg_catalog", .name = std::string(name)}; }

TypeName type_of_function(std::string_view name) {
  static constexpr auto results = std::to_array<std::pair<std::string_view, std::string_view>>({
      {"count", "int8"},
      {"row_number", "int8"},
      {"rank", "int8"},
      {"dense_rank", "int8"},
      {"now", "timestamptz"},
      {"gen_random_uuid", "uuid"},
      {"uuid_generate_v4", "uuid"},
      {"lower", "text"},
      {"upper", "text"},
      {"concat", "text"},
      {"md5", "text"},
      {"trim", "text"},
      {"btrim", "text"},
      {"string_agg", "text"},
      {"length", "int4"},
      {"jsonb_build_object", "jsonb"},
      {"jsonb_agg", "jsonb"},
      {"json_build_object", "json"},
      {"json_agg", "json"},
      {"to_jsonb", "jsonb"},
      {"bool_or", "bool"},
      {"bool_and", "bool"},
      {"current_date", "date"},
  });
  for (const auto& [function, type] : results)
    if (function == name) return catalog_type(type);
  return {};
}

TypeName type_of(const Scope& scope, const Expression& target);

bool is_untyped(const Expression& arg) {
  return arg.kind == Expression::Kind::null ||
         (arg.kind == Expression::Kind::constant && (arg.type.empty() || arg.type.name == "unknown"));
}

/// The type that all have; none where two differ (PostgreSQL then picks one) or one is not known.
TypeName common_type(const Scope& scope, const std::vector<Expression>& args) {
  TypeName common;
  for (const Expression& arg : args) {
    if (is_untyped(arg)) continue;
    const TypeName type = type_of(scope, arg);
    if (type.empty() || (!common.empty() && type != common)) return {};
    common = type;
  }
  return common;
}

TypeName type_of(const Scope& scope, const Expression& target) {
  using Kind = Expression::Kind;
  switch (target.kind) {
    case Kind::column:
      return scope.find(target.qualifier, target.value);
    case Kind::cast:
      return scope.catalog.resolve(target.type);
    case Kind::constant:
      return target.type.name == "unknown" || target.type.empty() ? catalog_type("text") : target.type;
    case Kind::null:
      return catalog_type("text");
    case Kind::coalesce:
      return common_type(scope, target.args);
    case Kind::is_null:
    case Kind::is_not_null:
    case Kind::exists:
    case Kind::conjunction:
    case Kind::disjunction:
    case Kind::negation:
      return catalog_type("bool");
    case Kind::function:
      if (!target.function.schema.empty() && target.function.schema != "pg_catalog") return {};
      if ((target.function.name == "max" || target.function.name == "min") && !target.args.empty())
        return type_of(scope, target.args.front());
      return type_of_function(target.function.name);
    default:
      return {};
  }
}

}  // namespace

TypeName output_type(const Catalog& catalog, const Expression& target, const FindType& find) {
  return type_of({.catalog = catalog, .find = find}, target);
}

// ---- What PostgreSQL takes --------------------------------------------------------------------------------

/// Those that PostgreSQL may name otherwise.
static bool is_guessed(std::string_view name) { return name.empty() || name == "?column?" || name == "case"; }

std::optional<RefusedOutput> refused_output(const Catalog& catalog, const QueryColumns& output) {
  if (!output.known || !catalog.complete) return std::nullopt;
  const std::size_t count = output.columns.size();
  if (count > most_targets)
    return RefusedOutput{"54011",
                         fmt::format("would have more columns than the {} a query can have", most_targets)};
  if (count > most_columns)
    return RefusedOutput{"54011",
                         fmt::format("would have {} columns: PostgreSQL takes {}", count, most_columns)};
  std::vector<std::string_view> names;
  for (const Column& column : output.columns)
    if (!is_guessed(column.name)) names.emplace_back(column.name);
  std::ranges::sort(names);
  const auto repeated = std::ranges::adjacent_find(names);
  if (repeated == names.end()) return std::nullopt;
  return RefusedOutput{"42701", fmt::format("would have a column {} twice", in_prose(*repeated))};
}

}  // namespace miglint
