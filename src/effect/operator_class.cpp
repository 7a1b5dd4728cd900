#include "effect/operator_class.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "analysis/base_type.hpp"
#include "analysis/builtins.hpp"
#include "effect/conversion.hpp"

namespace miglint {

namespace {

// ---- Access methods ---------------------------------------------------------------------------------------

/// IndexAmRoutine's flags, as each method's handler sets them.
struct Method {
  std::string_view name;
  bool orders, unique, several_columns, include, exclude;
};
constexpr auto methods = std::to_array<Method>({
    {"brin", false, false, true, false, false},
    {"btree", true, true, true, true, true},
    {"gin", false, false, true, false, false},
    {"gist", false, false, true, true, true},
    {"hash", false, false, false, false, true},
    {"spgist", false, false, false, true, true},
});

const Method* method_of(std::string_view name) {
  if (name == "rtree") name = "gist";  // DefineIndex: an old name
  const auto found = std::ranges::find(methods, name, &Method::name);
  return found == methods.end() ? nullptr : &*found;
}

// ---- Extensions -------------------------------------------------------------------------------------------

/// Extensions known to bring neither operator classes nor access methods.
bool brings_no_operator_classes(std::string_view extension) {
  static constexpr auto known = std::to_array<std::string_view>(
      {"adminpack", "autoinc", "dblink", "file_fdw", "fuzzystrmatch", "moddatetime", "pg_buffercache",
       "pg_cron", "pg_partman", "pg_stat_statements", "pgcrypto", "pgstattuple", "plpgsql", "postgres_fdw",
       "tablefunc", "unaccent", "uuid-ossp"});
  return std::ranges::binary_search(known, extension);
}

/// Nothing may have brought an operator class that PostgreSQL itself has not.
bool classes_are_known(const Catalog& catalog) {
  return catalog.complete && !catalog.partial && !catalog.not_kept.contains("CREATE OPERATOR CLASS") &&
         !catalog.not_kept.contains("CREATE ACCESS METHOD") &&
         std::ranges::all_of(catalog.extensions,
                             [](const auto& entry) { return brings_no_operator_classes(entry.first); });
}

// ---- Operator classes -------------------------------------------------------------------------------------

/// What pg_opclass.opcintype calls types of this kind.
std::string_view pseudo_type_of(const TypeName& base, const Catalog& catalog) {
  if (base.array_dimensions > 0) return "anyarray";
  if (catalog.enumeration(base) != nullptr) return "anyenum";
  const BuiltinType* builtin = builtin_type(base.name);
  if (builtin == nullptr || builtin->category != 'R') return "";
  return base.name.ends_with("multirange") ? "anymultirange" : "anyrange";
}

bool accepts(std::string_view accepted, const TypeName& type, const Catalog& catalog) {
  const TypeName base = base_type(type, catalog);
  if (accepted == pseudo_type_of(base, catalog)) return true;
  const bool builtin = base.schema == "pg_catalog" && builtin_type(base.name) != nullptr;
  const bool enumeration = catalog.enumeration(base) != nullptr;
  if (!builtin && !enumeration) return true;  // a composite, a range, an extension's type: not known
  if (base.array_dimensions > 0 || enumeration) return accepted == "anynonarray";
  if (base.name == accepted) return true;
  const BuiltinCast* cast = builtin_cast(base.name, accepted);
  return cast != nullptr && cast->method == 'b' && cast->context == 'i';
}

bool has_class(Context& context, std::string_view method, const IndexElement& element, const TypeName& type) {
  const std::string& name = element.operator_class;
  const std::string_view accepted = operator_class_type(method, name);
  if (accepted.empty()) {
    if (!classes_are_known(context.catalog)) return true;
    return refuse(context, "42704",
                  fmt::format("{} has no operator class {}", in_prose(method), in_prose(name)));
  }
  if (accepts(accepted, type, context.catalog)) return true;
  return refuse(context, "42804",
                fmt::format("operator class {} is not for {}", in_prose(name),
                            sql_in_prose(format_type(type, context.catalog))));
}

}  // namespace

bool method_is_able(Context& context, const IndexDemands& demands) {
  const Method* method = method_of(demands.method);
  const std::string name = in_prose(demands.method);
  if (method == nullptr) {
    if (!classes_are_known(context.catalog)) return true;
    return refuse(context, "42704", fmt::format("there is no access method {}", name));
  }
  const auto unable = [&](std::string_view what) {
    return refuse(context, "0A000", fmt::format("access method {} has no {}", name, what));
  };
  if (demands.unique && !method->unique) return unable("unique indexes");
  if (demands.include && !method->include) return unable("INCLUDE");
  if (demands.columns > 1 && !method->several_columns) return unable("indexes of several columns");
  return !demands.exclude || method->exclude || unable("exclusion constraints");
}

bool column_is_indexable(Context& context, std::string_view method, const TypeName& type) {
  const Method* known = method_of(method);
  if (known == nullptr || !operator_family(known->name, type, context.catalog).empty()) return true;
  // Those of gin, gist and the like come from extensions too (btree_gin, btree_gist, pg_trgm); btree's and
  // hash's come with their type.
  const bool always_known = known->name == "btree" || known->name == "hash";
  if (!always_known && !classes_are_known(context.catalog)) return true;
  return refuse(context, "42704",
                fmt::format("{} has no default operator class for {}",
                            sql_in_prose(format_type(type, context.catalog)), in_prose(method)));
}

bool element_is_indexable(Context& context, std::string_view method, const IndexElement& element,
                          const TypeName& type) {
  const bool fits = element.operator_class.empty() ? column_is_indexable(context, method, type)
                                                   : has_class(context, method, element, type);
  const Method* known = method_of(method);
  if (!fits || known == nullptr || known->orders || !(element.ordered || element.nulls_first)) return fits;
  return refuse(context, "0A000", fmt::format("access method {} keeps no order", in_prose(method)));
}

}  // namespace miglint
