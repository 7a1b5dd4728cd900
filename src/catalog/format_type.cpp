// Types as PostgreSQL's format_type prints them (format_type.c): the SQL names of the types the grammar
// knows, everything else by its own name, with its schema where search_path would not find it. `public` and
// pg_catalog count as found.

#include <array>
#include <utility>

#include "analysis/builtin_types.hpp"
#include "miglint/catalog.hpp"

namespace miglint {

static std::string joined_modifiers(const TypeName& type) {
  if (type.modifiers.empty()) return {};
  std::string text = "(";
  for (const std::string& modifier : type.modifiers) text.append(text.size() > 1 ? "," : "").append(modifier);
  return text + ")";
}

static std::string numeric(const TypeName& type) {
  if (type.modifiers.size() == 1) return "numeric(" + type.modifiers.front() + ",0)";
  return "numeric" + joined_modifiers(type);
}

/// `year to month` and the like, then the precision: `interval day to second(3)`.
static std::string interval(const TypeName& type) {
  std::string text = "interval";
  if (!type.interval_fields.empty()) {
    text += ' ';
    for (const char c : type.interval_fields)
      text += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  }
  return text + joined_modifiers(type);
}

/// The SQL spelling of the types that have one of their own; empty for the others.
static std::string sql_spelling(const TypeName& type) {
  static constexpr auto renamed = std::to_array<std::pair<std::string_view, std::string_view>>({
      {"bool", "boolean"},
      {"int2", "smallint"},
      {"int4", "integer"},
      {"int8", "bigint"},
      {"float4", "real"},
      {"float8", "double precision"},
      {"char", "\"char\""},
  });
  for (const auto& [name, spelling] : renamed)
    if (name == type.name) return std::string(spelling);
  const std::string modifiers = joined_modifiers(type);
  if (type.name == "varchar") return "character varying" + modifiers;
  // Without a length these two are not SQL's CHARACTER and BIT, which mean a length of 1.
  if (type.name == "bpchar") return modifiers.empty() ? "bpchar" : "character" + modifiers;
  if (type.name == "bit") return modifiers.empty() ? "\"bit\"" : "bit" + modifiers;
  if (type.name == "varbit") return "bit varying" + modifiers;
  if (type.name == "numeric") return numeric(type);
  if (type.name == "interval") return interval(type);
  if (type.name == "time") return "time" + modifiers + " without time zone";
  if (type.name == "timetz") return "time" + modifiers + " with time zone";
  if (type.name == "timestamp") return "timestamp" + modifiers + " without time zone";
  if (type.name == "timestamptz") return "timestamp" + modifiers + " with time zone";
  return {};
}

std::string format_type(const TypeName& type, const Catalog& catalog) {
  const TypeName resolved = catalog.resolve(type);
  std::string text;
  if (resolved.schema == "pg_catalog") text = sql_spelling(resolved);
  if (text.empty()) {
    const bool visible =
        resolved.schema.empty() || resolved.schema == "public" || resolved.schema == "pg_catalog";
    text = (visible ? quote(resolved.name) : quote(resolved.schema) + "." + quote(resolved.name)) +
           joined_modifiers(resolved);
  }
  if (resolved.array_dimensions > 0) text += "[]";
  return text;
}

}  // namespace miglint
