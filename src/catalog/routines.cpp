#include "catalog/routines.hpp"

#include <algorithm>
#include <array>

#include "analysis/builtins.hpp"
#include "analysis/extension_functions.hpp"
#include "catalog/edit.hpp"
#include "miglint/characters.hpp"

namespace miglint {

// ---- Which of a name --------------------------------------------------------------------------------------

static bool same_type(const TypeName& has, const TypeName& resolved) {
  return has.name == resolved.name && has.array_dimensions == resolved.array_dimensions &&
         (has.schema == resolved.schema || has.schema.empty() || resolved.schema.empty());
}

std::vector<TypeName> resolved(const Catalog& catalog, const std::vector<TypeName>& written) {
  std::vector<TypeName> types;
  for (const TypeName& type : written) types.push_back(catalog.resolve(type));
  return types;
}

bool takes(const Function& function, const std::vector<TypeName>& resolved) {
  return std::ranges::equal(function.arguments, resolved, same_type);
}

const Function* same_signature(const Catalog& catalog, const CreateFunction& change) {
  const auto [begin, end] = catalog.functions.equal_range(catalog.creation_name(change.function));
  if (begin == end) return nullptr;
  const std::vector<TypeName> types = resolved(catalog, change.arguments);
  for (auto function = begin; function != end; ++function)
    if (takes(function->second, types)) return &function->second;
  return nullptr;
}

std::vector<const Function*> Catalog::functions_named(const FunctionName& name) const {
  std::vector<const Function*> found;
  const auto look = [&](const std::string& schema) {
    const auto [begin, end] = functions.equal_range({schema, name.name});
    for (auto function = begin; function != end; ++function) found.push_back(&function->second);
  };
  if (!name.schema.empty()) {
    look(name.schema);
  } else {
    for (const std::string& schema : search_path) look(schema);
  }
  return found;
}

/// Something that was not understood may have made, renamed or dropped one of this name.
static bool is_doubted(const Catalog& catalog, const FunctionName& name) {
  if (!name.schema.empty()) return catalog.doubts.contains(name);
  return std::ranges::any_of(catalog.search_path, [&](const std::string& schema) {
    return catalog.doubts.contains({schema, name.name});
  });
}

bool Catalog::knows_functions(const FunctionName& name) const {
  if (!complete || partial || (tables.empty() && functions.empty()) || is_doubted(*this, name)) return false;
  if (name.schema.empty()
          ? !std::ranges::all_of(search_path,
                                 [&](const std::string& s) { return s == "pg_temp" || schemas.contains(s); })
          : !schemas.contains(name.schema))
    return false;
  if (name.schema.empty() && builtin_volatility(name.name)) return false;
  return std::ranges::all_of(extensions, [&](const auto& extension) {
    return is_known_extension(extension.first) && !brings_function(extension.first, name.name);
  });
}

// ---- Bodies -----------------------------------------------------------------------------------------------

bool checks_function_bodies(const Catalog& catalog) {
  const auto setting = catalog.settings.find("check_function_bodies");
  if (setting == catalog.settings.end()) return true;
  return setting->second != "off" && setting->second != "false" && setting->second != "0";
}

static bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n\f") == text.npos; }

std::optional<Flaw> body_flaw(const Catalog& catalog, const CreateFunction& change) {
  if (!checks_function_bodies(catalog) || change.atomic || change.aggregate) return std::nullopt;
  if (change.block && change.block->flaw) return *change.block->flaw;
  if (!is_blank(change.body)) return std::nullopt;
  if (change.language == "plpgsql") return Flaw{.sqlstate = "42601", .reason = "the body is empty"};
  const bool gives = change.returns && change.returns->name != "void";
  if (change.language == "sql" && !change.procedure && gives)
    return Flaw{.sqlstate = "42P13", .reason = "the body gives nothing back"};
  return std::nullopt;
}

// ---- CREATE OR REPLACE ------------------------------------------------------------------------------------

static std::optional<Flaw> other_result(const Catalog& catalog, const Function& existing,
                                        const CreateFunction& change) {
  const Flaw flaw{.sqlstate = "42P13",
                  .reason = "function " + in_prose(existing.name) + " returns another type: drop it first"};
  if (existing.procedure) return std::nullopt;  // what it gives back is its OUT parameters'
  if (existing.returns_set != change.returns_set) return flaw;
  const std::size_t outputs = std::max(existing.outputs.size(), change.outputs.size());
  if (outputs < 2) {  // one is the result itself, whatever its name
    const bool both = existing.returns && change.returns;
    return both && !same_type(catalog.resolve(*existing.returns), catalog.resolve(*change.returns))
               ? std::optional(flaw)
               : std::nullopt;
  }
  if (existing.outputs.size() != change.outputs.size()) return flaw;
  for (std::size_t at = 0; at < existing.outputs.size(); ++at)
    if (existing.outputs[at].name != change.outputs[at].name ||
        !same_type(existing.outputs[at].type, catalog.resolve(change.outputs[at].type)))
      return flaw;
  return std::nullopt;
}

static std::optional<Flaw> other_names(const Function& existing, const CreateFunction& change) {
  for (std::size_t at = 0; at < existing.argument_names.size() && at < change.argument_names.size(); ++at) {
    const std::string& name = existing.argument_names[at];
    if (name.empty() || name == change.argument_names[at]) continue;
    return Flaw{.sqlstate = "42P13",
                .reason = "the parameter " + in_prose(name) + " of function " + in_prose(existing.name) +
                          " can't have another name: drop the function first"};
  }
  return std::nullopt;
}

std::optional<Flaw> cannot_replace(const Catalog& catalog, const Function& existing,
                                   const CreateFunction& change) {
  if (existing.procedure != change.procedure || existing.aggregate != change.aggregate)
    return Flaw{.sqlstate = "42809",
                .reason = in_prose(existing.name) + " is a routine of another kind: drop it first"};
  if (existing.aggregate) return std::nullopt;
  if (auto flaw = other_result(catalog, existing, change)) return flaw;
  if (auto flaw = other_names(existing, change)) return flaw;
  if (existing.defaults > static_cast<int>(change.defaults.size()))
    return Flaw{
        .sqlstate = "42P13",
        .reason = "function " + in_prose(existing.name) + " would lose a parameter's default: drop it first"};
  return std::nullopt;
}

// ---- Who depends on them ----------------------------------------------------------------------------------

std::set<FunctionName> made_functions(const Catalog& catalog, const std::vector<FunctionName>& called) {
  std::set<FunctionName> made;
  if (catalog.functions.empty()) return made;
  for (const FunctionName& name : called) {
    if (name.schema.empty() && builtin_volatility(name.name)) continue;
    const auto candidates = catalog.functions_named(name);
    if (candidates.size() == 1) made.insert(candidates.front()->name);
  }
  return made;
}

std::vector<FunctionName> functions_in(const Expression& expression) {
  std::vector<FunctionName> called;
  walk(expression, [&](const Expression& part) {
    if (part.kind == Expression::Kind::function) called.push_back(part.function);
  });
  return called;
}

static bool replace(std::set<FunctionName>& functions, const FunctionName& from, const FunctionName& to) {
  return functions.erase(from) > 0 && functions.insert(to).second;
}

void follow_function(Catalog& catalog, const FunctionName& from, const FunctionName& to) {
  for (auto& [name, view] : catalog.views) {
    if (!view.functions.contains(from)) continue;
    save(catalog, &Catalog::views, name);
    replace(view.functions, from, to);
  }
  for (auto& [name, table] : catalog.tables) {
    const auto calls = [&](const auto& thing) { return thing.functions.contains(from); };
    const bool concerned = std::ranges::any_of(table.policies, calls) ||
                           std::ranges::any_of(table.triggers, calls) ||
                           std::ranges::any_of(table.rules, calls);
    if (!concerned) continue;
    save(catalog, &Catalog::tables, name);
    for (Policy& policy : table.policies) replace(policy.functions, from, to);
    for (Trigger& trigger : table.triggers) replace(trigger.functions, from, to);
    for (RewriteRule& rule : table.rules) replace(rule.functions, from, to);
  }
}

// ---- Schemas ----------------------------------------------------------------------------------------------

/// What a platform or a tool makes for itself.
static bool is_somebody_elses(std::string_view schema) {
  static constexpr auto known = std::to_array<std::string_view>({"auth",
                                                                 "cron",
                                                                 "drizzle",
                                                                 "extensions",
                                                                 "graphql",
                                                                 "graphql_public",
                                                                 "hdb_catalog",
                                                                 "hdb_views",
                                                                 "information_schema",
                                                                 "neon",
                                                                 "neon_auth",
                                                                 "net",
                                                                 "partman",
                                                                 "realtime",
                                                                 "repack",
                                                                 "storage",
                                                                 "supabase_functions",
                                                                 "supabase_migrations",
                                                                 "tiger",
                                                                 "tiger_data",
                                                                 "topology",
                                                                 "vault"});
  return schema.starts_with("pg") || schema.starts_with("_") || schema.starts_with("timescaledb") ||
         std::ranges::binary_search(known, schema);
}

bool Catalog::schema_certainly_missing(std::string_view schema) const {
  if (schemas.contains(schema) || assumed_schemas.contains(schema) || is_somebody_elses(schema)) return false;
  if (!complete || partial || tables.empty()) return false;
  return doubts.empty() || !doubts.contains({{}, std::string(schema)});
}

}  // namespace miglint
