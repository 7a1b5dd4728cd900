#include "effect/registered_object.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "analysis/builtins.hpp"
#include "analysis/procedures.hpp"
#include "analysis/type_ids.hpp"
#include "catalog/knowledge.hpp"
#include "catalog/objects.hpp"
#include "effect/presence.hpp"

namespace miglint {

std::string_view kind_in_words(ObjectKind kind) {
  switch (kind) {
    case ObjectKind::foreign_data_wrapper:
      return "foreign-data wrapper";
    case ObjectKind::server:
      return "server";
    case ObjectKind::user_mapping:
      return "user mapping";
    case ObjectKind::collation:
      return "collation";
    case ObjectKind::conversion:
      return "conversion";
    case ObjectKind::text_search_configuration:
      return "text search configuration";
    case ObjectKind::text_search_dictionary:
      return "text search dictionary";
    case ObjectKind::text_search_parser:
      return "text search parser";
    case ObjectKind::text_search_template:
      return "text search template";
    case ObjectKind::event_trigger:
      return "event trigger";
    case ObjectKind::access_method:
      return "access method";
    case ObjectKind::language:
      return "language";
    case ObjectKind::operator_:
      return "operator";
    case ObjectKind::operator_class:
      return "operator class";
    case ObjectKind::operator_family:
      return "operator family";
    case ObjectKind::cast:
      return "cast";
    case ObjectKind::transform:
      return "transform";
    case ObjectKind::role:
      return "role";
    default:
      return "object";
  }
}

// ---- PostgreSQL's own and others' -------------------------------------------------------------------------

using Prefixes = std::initializer_list<std::string_view>;

static bool begins_with_one_of(std::string_view name, Prefixes prefixes) {
  return std::ranges::any_of(prefixes, [&](std::string_view prefix) { return name.starts_with(prefix); });
}

/// The version that brought it; of a collation that others may have made, 0.
static int collation_since(std::string_view name) {
  if (name == "unicode") return 16;
  if (name == "pg_c_utf8") return 17;
  return name == "pg_unicode_fast" ? 18 : 0;
}

/// Not PostgreSQL's own, nor the name of a locale, which every system has others of: `de_DE.utf8`,
/// `en-x-icu`, `german`.
static bool may_be_locale(std::string_view name) {
  const bool plain = std::ranges::all_of(name, [](char c) { return c >= 'a' && c <= 'z'; });
  return !plain || name.size() < 4 ||
         is_any_of(name,
                   {"bokmal",     "catalan",  "croatian", "czech",      "danish",    "dansk",     "default",
                    "deutsch",    "dutch",    "eesti",    "estonian",   "finnish",   "french",    "galego",
                    "galician",   "german",   "greek",    "hebrew",     "hrvatski",  "hungarian", "icelandic",
                    "italian",    "japanese", "korean",   "lithuanian", "norwegian", "nynorsk",   "polish",
                    "portuguese", "romanian", "russian",  "slovak",     "slovene",   "slovenian", "spanish",
                    "swedish",    "thai",     "turkish",  "unicode"});
}

/// Snowball's, of the versions so far; unaccent's, dict_int's, dict_xsyn's.
static bool is_language_of_text(std::string_view name) {
  if (name.ends_with("_stem")) name.remove_suffix(5);
  return is_any_of(name,
                   {"arabic",    "armenian",   "basque",   "catalan", "danish",     "dutch",   "english",
                    "esperanto", "estonian",   "finnish",  "french",  "german",     "greek",   "hindi",
                    "hungarian", "indonesian", "irish",    "italian", "lithuanian", "nepali",  "norwegian",
                    "polish",    "portuguese", "romanian", "russian", "serbian",    "simple",  "spanish",
                    "swedish",   "tamil",      "turkish",  "yiddish", "unaccent",   "intdict", "xsyn"});
}

/// initdb made it, or an extension or a platform that has nothing to do with the history may have.
static bool may_be_somebody_elses(const ObjectReference& named, int postgres) {
  const std::string_view name = named.name.name;
  switch (named.kind) {
    case ObjectKind::collation:
      return may_be_locale(name) && collation_since(name) <= postgres;
    case ObjectKind::conversion:
      return name.find("_to_") != std::string_view::npos;
    case ObjectKind::foreign_data_wrapper:
      return name.find("fdw") != std::string_view::npos || name.ends_with("wrapper");
    case ObjectKind::event_trigger:
      return begins_with_one_of(name,
                                {"_", "aws", "graphql", "hdb", "issue", "pg", "rds", "supabase", "ts_"});
    case ObjectKind::language:
      return is_any_of(name, {"c", "internal", "sql"}) || name.starts_with("pl");
    case ObjectKind::access_method:
      return is_any_of(name, {"bloom", "brin", "btree", "columnar", "gin", "gist", "hash", "heap", "hnsw",
                              "ivfflat", "rtree", "rum", "spgist", "zombodb"});
    case ObjectKind::operator_class:
    case ObjectKind::operator_family:
      return name.ends_with("_ops");
    case ObjectKind::text_search_configuration:
    case ObjectKind::text_search_dictionary:
      return is_language_of_text(name);
    case ObjectKind::text_search_parser:
      return name == "default";
    case ObjectKind::text_search_template:
      return is_any_of(name, {"intdict_template", "ispell", "simple", "snowball", "synonym", "thesaurus",
                              "unaccent", "xsyn_template"});
    default:
      return false;
  }
}

static TypeId id_of(const TypeName& type) {
  if (type.empty()) return no_type;
  const TypeId id = type_id(type.name);
  return id != no_type && type.array_dimensions > 0 ? static_cast<TypeId>(id | array_bit) : id;
}

static bool is_builtin_operator(const Catalog& catalog, const ObjectReference& named) {
  const auto id = [&](const TypeName& type) { return id_of(type.empty() ? type : catalog.resolve(type)); };
  return named.arguments.size() != 2 ||
         std::ranges::any_of(builtin_operators(named.name.name), [&](const Operator& builtin) {
           return builtin.left == id(named.arguments.front()) && builtin.right == id(named.arguments.back());
         });
}

bool is_required(const Catalog& catalog, const ObjectReference& named) {
  const std::string_view name = named.name.name;
  if (!named.name.schema.empty() && named.name.schema != "pg_catalog") return false;
  switch (named.kind) {
    case ObjectKind::language:
      return is_any_of(name, {"c", "internal", "sql"});
    case ObjectKind::access_method:
      return is_any_of(name, {"brin", "btree", "gin", "gist", "hash", "heap", "spgist"});
    case ObjectKind::collation:
      return is_any_of(name, {"C", "POSIX", "default"});
    case ObjectKind::operator_:
      return named.arguments.size() == 2 && is_builtin_operator(catalog, named);
    default:
      return false;
  }
}

static bool is_made_and_no_array(const Catalog& catalog, const TypeName& written) {
  const TypeName type = catalog.resolve(written);
  return type.array_dimensions == 0 && is_made_here(type, catalog);
}

/// Between types of which the history made none, PostgreSQL has casts of its own; and one from each range to
/// its multirange.
static bool may_be_builtin_cast(const Catalog& catalog, const ObjectReference& named) {
  if (named.arguments.size() != 2) return true;
  const auto& [source, target] = std::pair(named.arguments.front(), named.arguments.back());
  const TypeName into = catalog.resolve(target);
  const auto multirange = catalog.composites.find(RelationName{into.schema, into.name});
  if (multirange != catalog.composites.end() && !multirange->second.range.empty()) return true;
  return !is_made_and_no_array(catalog, source) && !is_made_and_no_array(catalog, target);
}

/// What other extensions bring is not known.
static bool brings_nothing_but_functions(std::string_view extension) {
  static constexpr auto known = std::to_array<std::string_view>({"adminpack",
                                                                 "amcheck",
                                                                 "autoinc",
                                                                 "fuzzystrmatch",
                                                                 "insert_username",
                                                                 "moddatetime",
                                                                 "pageinspect",
                                                                 "pg_buffercache",
                                                                 "pg_freespacemap",
                                                                 "pg_prewarm",
                                                                 "pg_stat_statements",
                                                                 "pg_visibility",
                                                                 "pgcrypto",
                                                                 "pgrowlocks",
                                                                 "pgstattuple",
                                                                 "plpgsql",
                                                                 "refint",
                                                                 "sslinfo",
                                                                 "tablefunc",
                                                                 "tcn",
                                                                 "uuid-ossp"});
  return std::ranges::binary_search(known, extension);
}

static bool extensions_bring_none(const Catalog& catalog, ObjectKind kind) {
  if (kind == ObjectKind::server || kind == ObjectKind::user_mapping || kind == ObjectKind::event_trigger)
    return true;
  return std::ranges::all_of(catalog.extensions,
                             [](const auto& entry) { return brings_nothing_but_functions(entry.first); });
}

// ---- What is certain --------------------------------------------------------------------------------------

/// In a schema, or on a path, that the history made and nobody else fills.
static bool place_is_known(const Catalog& catalog, const ObjectReference& named) {
  if (!has_schema(named.kind)) return true;
  const std::string& schema = named.name.schema;
  if (!schema.empty()) return catalog.schemas.contains(schema) || catalog.schema_certainly_missing(schema);
  return std::ranges::all_of(catalog.search_path, [&](const std::string& on_path) {
    return on_path == "pg_temp" || catalog.schemas.contains(on_path);
  });
}

/// A mapping FOR CURRENT_USER may be that of any role.
static bool may_be_mapped(const Catalog& catalog, const ObjectReference& mapping) {
  if (mapping.name.empty()) return true;
  return registered(catalog, {.kind = mapping.kind, .name = {}, .on = mapping.on}) != nullptr;
}

static bool is_doubted(const Catalog& catalog, const ObjectReference& named) {
  return std::ranges::any_of(catalog.search_path, [&](const std::string& schema) {
    ObjectReference there = named;
    if (has_schema(named.kind) && named.name.schema.empty()) there.name.schema = schema;
    return catalog.doubts.contains(doubt_name(key_of(catalog, there)));
  });
}

static bool certainly_missing(const Catalog& catalog, const ObjectReference& named) {
  if (registered(catalog, named) != nullptr || is_doubted(catalog, named)) return false;
  if (is_gone(catalog, named)) return true;
  if (named.kind == ObjectKind::role || named.kind == ObjectKind::transform) return false;
  if (!catalog.complete || catalog.partial || catalog.tables.empty()) return false;
  if (!place_is_known(catalog, named) || !extensions_bring_none(catalog, named.kind)) return false;
  if (named.kind == ObjectKind::operator_ && is_builtin_operator(catalog, named)) return false;
  if (named.kind == ObjectKind::cast && may_be_builtin_cast(catalog, named)) return false;
  if (named.kind == ObjectKind::user_mapping && may_be_mapped(catalog, named)) return false;
  return !may_be_somebody_elses(named, catalog.postgres);
}

bool registered_exists(const Context& context, const ObjectReference& resolved) {
  const RegisteredObject* found = registered(context.catalog, resolved);
  return found != nullptr && !found->shell &&
         context.catalog.knows(doubt_name(key_of(context.catalog, resolved)), found->origin);
}

// ---- Asking -----------------------------------------------------------------------------------------------

/// The access method of an operator class, the server of a user mapping, the language of a transform.
static bool holder_is_there(Context& context, const ObjectReference& named, bool if_exists) {
  if (named.on.empty()) return true;
  const ObjectKind kind = named.kind == ObjectKind::user_mapping ? ObjectKind::server
                          : named.kind == ObjectKind::transform  ? ObjectKind::language
                                                                 : ObjectKind::access_method;
  return registered_is_there(context, {.kind = kind, .name = named.on}, if_exists);
}

static std::string name_in_prose(const Context& context, const ObjectReference& named) {
  std::string text(kind_in_words(named.kind));
  if (!named.name.empty()) text += " " + in_prose(named.name);
  if (named.kind == ObjectKind::cast && named.arguments.size() == 2)
    text += fmt::format(" from {} to {}", format_type(named.arguments.front(), context.catalog),
                        format_type(named.arguments.back(), context.catalog));
  if (named.kind == ObjectKind::operator_) text += " of these types";
  if (named.kind == ObjectKind::user_mapping) text += " on server " + in_prose(named.on);
  return text;
}

bool registered_is_there(Context& context, const ObjectReference& named, bool if_exists) {
  if (if_exists) return true;
  const bool is_operator = named.kind == ObjectKind::operator_;
  if (has_schema(named.kind) && !is_operator && !schema_is_there(context, named.name.schema)) return false;
  if (!types_are_there(context, named.arguments) || !holder_is_there(context, named, if_exists)) return false;
  if (!certainly_missing(context.catalog, named)) return true;
  always_fails(context, is_operator ? "42883" : "42704",
               fmt::format("{} does not exist", name_in_prose(context, named)));
  return false;
}

/// PostgreSQL's own that take or give `internal` are not in the tables of src/analysis.
static bool may_be_internal(const RoutineUse& function) {
  return !function.arguments ||
         std::ranges::find(*function.arguments, "internal", &TypeName::name) != function.arguments->end();
}

bool routines_are_there(Context& context, const std::vector<RoutineUse>& functions) {
  for (const RoutineUse& function : functions) {
    if (may_be_internal(function)) continue;
    named_routine(context, {ObjectKind::function, false, function.name, function.arguments});
    if (failed(context)) return false;
  }
  return true;
}

}  // namespace miglint
