// How a value gets from one type to another. PostgreSQL looks the pair up in pg_cast (parse_coerce.c,
// find_coercion_pathway): a binary-coercible pair is the same bytes (varchar and text, cidr and inet), a
// function or a trip through text is not. Then the type modifier is applied: varchar(50) to varchar(20) calls
// a function that looks at each value, varchar(20) to varchar(50) is optimised away by varchar's support
// function. ALTER COLUMN TYPE rewrites the table unless all of this comes to nothing (tablecmds.c,
// ATColumnChangeRequiresRewrite):
//
//   varchar(20) → text             binary-coercible, no modifier: nothing
//   text → varchar(20)             binary-coercible, then a length check that text's unknown length can't
//                                  avoid: rewrite, 22001
//   numeric(10,2) → numeric(12,2)  same type, the support function knows that no value can change: nothing
//   timestamp → timestamptz        a function, but one that returns its argument when the session's TimeZone
//                                  is UTC
//   int → a domain with a CHECK    same bytes, but each has to be checked: rewrite

#include "effect/conversion.hpp"

#include <algorithm>

#include "analysis/builtins.hpp"
#include "effect/value_risk.hpp"

namespace miglint {

/// Category 'S' of pg_type; domains count as what they are over.
bool is_string(const TypeName& type, const Catalog& catalog) {
  const TypeName base = base_type(type, catalog);
  const BuiltinType* builtin = builtin_type(base.name);
  return base.array_dimensions == 0 && builtin != nullptr && builtin->category == 'S';
}

static TypeName element_of(TypeName type) {
  type.array_dimensions = 0;
  return type;
}

static bool same_type(const TypeName& a, const TypeName& b) {
  const bool both_arrays = (a.array_dimensions > 0) == (b.array_dimensions > 0);
  return both_arrays && a.name == b.name &&
         (a.schema == b.schema || a.schema.empty() || b.schema.empty() || builtin_type(a.name) != nullptr);
}

/// Nothing is known of the type but its name: an extension's, or one that no migration made.
static bool is_unknown(const TypeName& type, const Catalog& catalog) {
  return builtin_type(type.name) == nullptr && catalog.enumeration(type) == nullptr &&
         !catalog.composites.contains({type.schema, type.name}) &&
         !catalog.tables.contains({type.schema, type.name});
}

// ---- The same type with another modifier ------------------------------------------------------------------

static bool interval_narrows(const TypeName& from, const TypeName& to) {
  if (!to.interval_fields.empty() && to.interval_fields != from.interval_fields) return true;
  const auto old_precision = modifier(from, 0), precision = modifier(to, 0);
  return precision && *precision < 6 && (!old_precision || *precision < *old_precision);
}

/// Whether the type's length function is called, given what its planner support function optimises away
/// (varchar_support, numeric_support, TemporalSimplify, varbit_support, interval_support; char and bit have
/// none).
static bool modifier_is_checked(const TypeName& from, const TypeName& to) {
  if (to.modifiers == from.modifiers && to.interval_fields == from.interval_fields) return false;
  if (to.name == "interval") return interval_narrows(from, to);
  if (to.modifiers.empty()) return false;
  const auto old_value = modifier(from, 0), value = modifier(to, 0);
  if (!value) return true;
  if (to.name == "varchar" || to.name == "varbit") return !old_value || *value < *old_value;
  if (to.name == "numeric") {
    const int scale = modifier(to, 1).value_or(0), old_scale = modifier(from, 1).value_or(0);
    return !old_value || scale != old_scale || *value < *old_value;
  }
  if (is_temporal(to.name)) return *value < 6 && (!old_value || *value < *old_value);
  return true;
}

// ---- Between types ----------------------------------------------------------------------------------------

enum class Path { none, free, function, session };

static bool allowed(char cast_context, CastContext context) {
  return cast_context == 'i' || (cast_context == 'a' && context != CastContext::implicit) ||
         context == CastContext::explicit_;
}

static bool is_timestamp_pair(std::string_view a, std::string_view b) {
  return (a == "timestamp" && b == "timestamptz") || (a == "timestamptz" && b == "timestamp");
}

/// Both types are plain (no arrays, no domains) and differ.
static Path path_between(const TypeName& from, const TypeName& to, CastContext context,
                         const Catalog& catalog) {
  if (const BuiltinCast* cast = builtin_cast(from.name, to.name);
      cast != nullptr && allowed(cast->context, context)) {
    if (is_timestamp_pair(from.name, to.name)) return Path::session;
    return cast->method == 'b' ? Path::free : Path::function;
  }
  if (context == CastContext::implicit) return Path::none;
  if (is_string(to, catalog)) return Path::function;
  if (is_string(from, catalog) && context == CastContext::explicit_) return Path::function;
  if (is_unknown(from, catalog) || is_unknown(to, catalog)) return Path::function;
  return Path::none;
}

static Conversion convert_plain(const TypeName& from, const TypeName& to, CastContext context,
                                const Catalog& catalog, bool time_zone_is_utc) {
  Conversion result = value_risk(from, to, context, catalog);
  if (same_type(from, to)) {
    result.rewrites = modifier_is_checked(from, to);
    if (!result.rewrites) result = {};
    return result;
  }
  const Path path = path_between(from, to, context, catalog);
  if (path == Path::none) return {.exists = false, .rewrites = true};
  TypeName bare = to;
  bare.modifiers.clear();
  bare.interval_fields = {};
  result.rewrites =
      path == Path::function || (path == Path::session && !time_zone_is_utc) || modifier_is_checked(bare, to);
  return result;
}

static Conversion convert_arrays(const TypeName& from, const TypeName& to, CastContext context,
                                 const Catalog& catalog, bool time_zone_is_utc) {
  if (from.array_dimensions > 0 && to.array_dimensions > 0) {
    Conversion result = convert(element_of(from), element_of(to), context, catalog, time_zone_is_utc);
    const bool same_elements =
        same_type(from, to) && (to.modifiers.empty() || to.modifiers == from.modifiers);
    result.rewrites = !same_elements;
    return result;
  }
  if (to.array_dimensions > 0) {
    const bool from_text = context == CastContext::explicit_ && is_string(from, catalog);
    return {.exists = from_text, .rewrites = true, .failures = {"22P02"}};
  }
  Conversion result = value_risk(TypeName{.schema = "pg_catalog", .name = "text"}, to, context, catalog);
  result.exists = context != CastContext::implicit && is_string(to, catalog);
  result.rewrites = true;
  return result;
}

static Conversion convert_to_domain(const TypeName& from, const Domain& domain, CastContext context,
                                    const Catalog& catalog, bool time_zone_is_utc) {
  Conversion result = convert(from, domain.base, context, catalog, time_zone_is_utc);
  if (!result.exists || !domain.constrained()) return result;
  result.rewrites = true;
  if (!domain.checks.empty()) result.failures.push_back("23514");
  if (domain.not_null) result.failures.push_back("23502");
  return result;
}

static Conversion convert_builtin(const TypeName& from_written, const TypeName& to_written,
                                  CastContext context, const Catalog& catalog, bool time_zone_is_utc) {
  const TypeName to = catalog.resolve(to_written), from_resolved = catalog.resolve(from_written);
  if (to == from_resolved) return {};
  if (to.array_dimensions == 0)
    if (const Domain* domain = catalog.domain(to))
      return convert_to_domain(from_written, *domain, context, catalog, time_zone_is_utc);
  const TypeName from = base_type(from_resolved, catalog);
  if (from.array_dimensions > 0 || to.array_dimensions > 0)
    return convert_arrays(from, to, context, catalog, time_zone_is_utc);
  return convert_plain(from, to, context, catalog, time_zone_is_utc);
}

Conversion convert(const TypeName& from, const TypeName& to, CastContext context, const Catalog& catalog,
                   bool time_zone_is_utc) {
  Conversion found = convert_builtin(from, to, context, catalog, time_zone_is_utc);
  // A cast of the history's own may do it.
  if (!found.exists && catalog.not_kept.contains("CREATE CAST")) return {.rewrites = true};
  return found;
}

bool can_cast(const TypeName& from, const TypeName& to, CastContext context, const Catalog& catalog) {
  return convert(from, to, context, catalog, false).exists;
}

// ---- Operators --------------------------------------------------------------------------------------------

std::string operator_family(std::string_view method, const TypeName& type, const Catalog& catalog) {
  const TypeName base = base_type(type, catalog);
  const auto family = [&](std::string_view name) {
    return std::string(default_operator_family(method, name));
  };
  if (base.array_dimensions > 0) return family("anyarray");
  if (catalog.enumeration(base) != nullptr) return family("anyenum");
  const BuiltinType* builtin = builtin_type(base.name);
  // composite types and ranges of one's own are alike to the replay, and only these two take both
  if (builtin == nullptr && method != "btree" && method != "hash") return "?";
  if (builtin == nullptr) return is_unknown(base, catalog) ? "?" : family("record");
  if (const std::string own = family(base.name); !own.empty()) return own;
  if (builtin->category == 'R') return family("anyrange");
  // what varchar, cidr and regclass are binary-coercible to
  for (const std::string_view other : {"text", "inet", "oid"})
    if (const BuiltinCast* cast = builtin_cast(base.name, other);
        cast != nullptr && cast->method == 'b' && cast->context == 'i')
      return family(other);
  return {};
}

bool comparable(const TypeName& one, const TypeName& other, const Catalog& catalog) {
  const TypeName a = base_type(one, catalog), b = base_type(other, catalog);
  if (same_type(a, b) || is_unknown(a, catalog) || is_unknown(b, catalog)) return true;
  return can_cast(a, b, CastContext::implicit, catalog) || can_cast(b, a, CastContext::implicit, catalog);
}

bool foreign_key_compatible(const TypeName& referencing, const TypeName& referenced, const Catalog& catalog) {
  const TypeName from = base_type(referencing, catalog), to = base_type(referenced, catalog);
  if (same_type(from, to) || is_unknown(from, catalog) || is_unknown(to, catalog)) return true;
  if (can_cast(from, to, CastContext::implicit, catalog)) return true;
  // A family with an operator across the two types: integer_ops, float_ops, datetime_ops, text_ops. Enums and
  // arrays share one too, but compare only values of one type.
  const bool plain = builtin_type(from.name) != nullptr && builtin_type(to.name) != nullptr &&
                     from.array_dimensions + to.array_dimensions == 0;
  const std::string family = plain ? operator_family("btree", from, catalog) : "";
  return !family.empty() && family != "range_ops" && family == operator_family("btree", to, catalog);
}

}  // namespace miglint
