#include "effect/column_definition.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "analysis/base_type.hpp"
#include "analysis/builtin_types.hpp"
#include "analysis/builtins.hpp"
#include "effect/conversion.hpp"
#include "effect/infer.hpp"
#include "effect/registered_object.hpp"
#include "effect/value_risk.hpp"

namespace miglint {

namespace {

// ---- Modifiers: the types' typmodin functions -------------------------------------------------------------

struct Bounds {
  int least, most;
};

/// What the first modifier may be; none: anything goes, or the type takes none.
std::optional<Bounds> first_modifier(std::string_view type) {
  if (type == "varchar" || type == "bpchar") return Bounds{1, 10'485'760};
  if (type == "bit" || type == "varbit") return Bounds{1, 83'886'080};
  return type == "numeric" ? std::optional(Bounds{1, 1000}) : std::nullopt;
}

bool takes_modifiers(std::string_view type) {
  return first_modifier(type) || is_any_of(type, {"interval", "time", "timestamp", "timestamptz", "timetz"});
}

bool modifiers_fit(Context& context, const TypeName& type, std::string_view what) {
  if (type.modifiers.empty()) return true;
  const bool builtin = type.schema == "pg_catalog" && builtin_type(type.name) != nullptr;
  if (!builtin && !is_made_here(type, context.catalog)) return true;
  const std::string name = sql_in_prose(type.name);
  if (!builtin || !takes_modifiers(type.name))
    return refuse(context, "42601", fmt::format("{}: type {} takes no modifier", what, name));
  const auto bounds = first_modifier(type.name);
  const auto first = modifier(type, 0), second = modifier(type, 1);
  if (bounds && first && (*first < bounds->least || *first > bounds->most))
    return refuse(context, "22023",
                  fmt::format("{}: the modifier of {} must be between {} and {}", what, name, bounds->least,
                              bounds->most));
  if (type.name != "numeric") return true;
  if (type.modifiers.size() > 2)
    return refuse(context, "22023", fmt::format("{}: numeric takes a precision and a scale", what));
  // From 15 on a scale may be negative, or larger than the precision.
  const Bounds scale = context.postgres >= 15 ? Bounds{-1000, 1000} : Bounds{0, first.value_or(1000)};
  if (second && (*second < scale.least || *second > scale.most))
    return refuse(
        context, "22023",
        fmt::format("{}: the scale of numeric must be between {} and {}", what, scale.least, scale.most));
  return true;
}

// ---- Collations -------------------------------------------------------------------------------------------

/// pg_type.typcollation is not 0.
bool is_collatable(const TypeName& resolved, const Catalog& catalog) {
  const TypeName base = base_type(resolved, catalog);
  if (base.schema != "pg_catalog") return !is_made_here(base, catalog);  // an extension's may be
  return is_any_of(base.name, {"bpchar", "citext", "name", "text", "varchar"});
}

}  // namespace

bool collation_is_usable(Context& context, const TypeName& type, const RelationName& collation,
                         std::string_view what) {
  const Catalog& catalog = context.catalog;
  if (!is_collatable(catalog.resolve(type), catalog))
    return refuse(context, "42804",
                  fmt::format("{}: {} has no collation", what, sql_in_prose(format_type(type, catalog))));
  return registered_is_there(context, {.kind = ObjectKind::collation, .name = collation});
}

bool type_is_usable(Context& context, const TypeName& type, const Boxed<RelationName>& collation,
                    std::string_view what) {
  if (!type_is_there(context, type)) return false;
  const TypeName resolved = context.catalog.resolve(type);
  const BuiltinType* builtin = resolved.schema == "pg_catalog" ? builtin_type(resolved.name) : nullptr;
  if (builtin != nullptr && builtin->kind == 'p' && resolved.array_dimensions == 0)
    return refuse(
        context, "42P16",
        fmt::format("{}: no column can have the pseudo-type {}", what, sql_in_prose(resolved.name)));
  if (!modifiers_fit(context, resolved, what)) return false;
  return !collation || collation_is_usable(context, resolved, *collation, what);
}

bool identity_type_is_integer(Context& context, const TypeName& type, std::string_view what) {
  const TypeName resolved = context.catalog.resolve(type);
  const bool known = builtin_type(resolved.name) != nullptr || is_made_here(resolved, context.catalog);
  const bool integer = resolved.array_dimensions == 0 && is_any_of(resolved.name, {"int2", "int4", "int8"});
  if (!known || integer || !serial_base(type).empty()) return true;
  return refuse(context, "22023", fmt::format("{}: an identity column is smallint, integer or bigint", what));
}

/// PostgreSQL 18: what is computed when it is read can't need what runs when it is written.
static bool may_be_virtual(Context& context, const ColumnDefinition& column, std::string_view what) {
  const TypeName resolved = context.catalog.resolve(column.type);
  if (!is_made_here(resolved, context.catalog)) return true;
  return refuse(context, "0A000",
                fmt::format("{}: a virtual generated column can't have a type of one's own", what));
}

bool definition_is_sound(Context& context, const ColumnDefinition& column) {
  const std::string what = fmt::format("column {}", in_prose(column.name));
  const bool serial_array = column.type.array_dimensions > 0 &&
                            !serial_base({.schema = column.type.schema, .name = column.type.name}).empty();
  if (serial_array) return refuse(context, "0A000", fmt::format("{}: there are no arrays of serial", what));
  const bool typed = !column.type.empty() && serial_base(column.type).empty();
  if (typed && !type_is_usable(context, column.type, column.collation, what)) return false;
  if (!column.contradiction.empty())
    return refuse(context, "42601", fmt::format("{}: {}", what, column.contradiction));
  if (column.nullable && column.primary_key && context.postgres >= 18)
    return refuse(context, "42601", fmt::format("{}: it is declared NULL, and a primary key", what));
  if (column.identity != Identity::none && !column.type.empty() &&
      !identity_type_is_integer(context, column.type, what))
    return false;
  if (column.generated_virtual && context.postgres >= 18 && !may_be_virtual(context, column, what))
    return false;
  if (!is_system_column(column.name)) return true;
  return refuse(context, "42701", fmt::format("{} has the name of a system column", what));
}

}  // namespace miglint
