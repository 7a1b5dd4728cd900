// Domains: a new constraint is checked in every table that uses it, under SHARE: writes wait.

#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "analysis/builtin_types.hpp"
#include "analysis/builtins.hpp"
#include "effect/changes.hpp"
#include "effect/default_check.hpp"
#include "effect/presence.hpp"
#include "effect/registered_object.hpp"
#include "effect/type.hpp"

namespace miglint {

/// typecmds.c, DefineDomain: a base, composite, enum or range type, or another domain.
static bool can_be_base(Context& context, const TypeName& type) {
  if (!serial_base(type).empty() && type.schema.empty()) {
    always_fails(context, "42704", fmt::format("type {} does not exist", type.name));
    return false;
  }
  if (!type_is_there(context, type)) return false;
  const TypeName base = context.catalog.resolve(type);
  const BuiltinType* known = base.schema == "pg_catalog" ? builtin_type(base.name) : nullptr;
  if (known == nullptr || known->kind != 'p' || base.array_dimensions > 0) return true;
  always_fails(context, "42804", fmt::format("a domain can't be made of {}", in_prose(base.name)));
  return false;
}

static bool is_named_twice(Context& context, const CreateDomain& change) {
  std::set<std::string_view> names;
  for (const DomainConstraint& constraint : change.constraints) {
    if (constraint.name.empty() || !constraint.check || names.insert(constraint.name).second) continue;
    always_fails(context, "42710",
                 fmt::format("the domain has two constraints {}", in_prose(constraint.name)));
    return true;
  }
  return false;
}

void apply(Context& context, const CreateDomain& change) {
  if (type_name_is_free(context, change.type) && can_be_base(context, change.base))
    is_named_twice(context, change);
  if (change.collation && !failed(context))
    registered_is_there(context, {.kind = ObjectKind::collation, .name = *change.collation});
  if (change.default_value && !failed(context))
    check_default(context, *change.default_value, change.base, false);
}

static void check_users(Context& context, const RelationName& domain, std::string_view sqlstate) {
  for (const auto& [table, column] : context.catalog.columns_of_type(domain)) {
    lock(context, table->name, LockMode::share);
    scan(context, table->name);
    if (sqlstate != "23502" || !column->not_null) may_fail(context, sqlstate, table->name, {column->name});
  }
}

/// Domains over this one hold its constraints too.
static std::vector<RelationName> domain_and_those_over_it(const Catalog& catalog,
                                                          const RelationName& domain) {
  std::vector<RelationName> found = {domain};
  for (std::size_t at = 0; at < found.size(); ++at)
    for (const auto& [name, other] : catalog.domains) {
      const TypeName base = catalog.resolve(other.base);
      const bool over = RelationName{base.schema, base.name} == found[at];
      if (over && std::ranges::find(found, name) == found.end()) found.push_back(name);
    }
  return found;
}

/// A row type's columns are not looked through: find_composite_type_dependencies refuses where a table has a
/// column of that type.
static bool is_in_composite(Context& context, const RelationName& domain) {
  const Catalog& catalog = context.catalog;
  for (const auto& [name, composite] : catalog.composites) {
    const bool has = std::ranges::any_of(composite.attributes, [&](const ColumnDefinition& attribute) {
      const TypeName type = catalog.resolve(attribute.type);
      return type.name == domain.name && type.schema == domain.schema;
    });
    const auto users = has ? catalog.columns_of_type(name) : decltype(catalog.columns_of_type(name)){};
    if (users.empty()) continue;
    always_fails(
        context, "0A000",
        fmt::format("{}.{} has {} inside {}: its rows can't be checked", in_prose(users[0].first->name),
                    in_prose(users[0].second->name), in_prose(domain), in_prose(name)));
    return true;
  }
  return false;
}

void apply(Context& context, const AlterDomain& change) {
  using Action = AlterDomain::Action;
  const Domain* domain = named_domain(context, change.type);
  if (domain == nullptr) return;
  if (change.action == Action::set_default && change.constraint.check)
    check_default(context, *change.constraint.check, domain->base, false);
  const auto named = std::ranges::find(domain->checks, change.constraint.name, &DomainConstraint::name);
  const bool by_name =
      change.action == Action::validate_constraint || change.action == Action::drop_constraint;
  const bool is_not_null = context.postgres >= 17 && domain->not_null;
  if (by_name && named == domain->checks.end() && !change.if_exists && !is_not_null)
    return always_fails(context, "42704",
                        fmt::format("domain {} has no constraint {}", in_prose(domain->name),
                                    in_prose(change.constraint.name)));
  if (change.action == Action::add_constraint && !change.constraint.name.empty() &&
      named != domain->checks.end())
    return always_fails(context, "42710",
                        fmt::format("domain {} has a constraint {} already", in_prose(domain->name),
                                    in_prose(change.constraint.name)));
  const bool adds = change.action == Action::add_constraint && !change.constraint.not_valid;
  const bool validates = change.action == Action::validate_constraint && named->not_valid;
  const bool sets_not_null =
      (change.action == Action::set_not_null || (adds && !change.constraint.check)) && !domain->not_null;
  const bool checks_rows = sets_not_null || (adds && change.constraint.check) || validates;
  for (const RelationName& name : domain_and_those_over_it(context.catalog, domain->name)) {
    if (checks_rows && is_in_composite(context, name)) return;
    if (sets_not_null)
      check_users(context, name, "23502");
    else if ((adds && change.constraint.check) || validates)
      check_users(context, name, "23514");
  }
}

}  // namespace miglint
