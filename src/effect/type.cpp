// Types. CREATE TYPE and ADD VALUE lock no table; a domain's new constraint is checked in every table that
// uses it, under SHARE: writes wait.

#include <algorithm>
#include <fmt/format.h>

#include "effect/changes.hpp"

namespace miglint {

static bool name_is_free(Context& context, const RelationName& type) {
  const RelationName name = context.catalog.creation_name(type);
  if (!context.catalog.type_exists(name)) return true;
  always_fails(context, "42710", fmt::format("type {} exists already", in_prose(name)));
  return false;
}

void apply(Context& context, const CreateEnum& change) { name_is_free(context, change.type); }
/// A base type completes a shell of its name.
void apply(Context& context, const CreateType& change) {
  if (change.form != CreateType::Form::base) name_is_free(context, change.type);
}

/// Null where nothing more is known; 42704 where the type is certainly missing.
static const Enum* existing_enum(Context& context, const RelationName& type) {
  const Enum* found = context.catalog.enumeration(TypeName{.schema = type.schema, .name = type.name});
  if (found == nullptr && context.catalog.certainly_missing(type))
    always_fails(context, "42704", fmt::format("type {} does not exist", in_prose(type)));
  return found;
}

static bool has_label(const Enum& enumeration, const std::string& label) {
  return enumeration.label_origins.contains(label);
}

void apply(Context& context, const AddEnumValue& change) {
  const Enum* found = existing_enum(context, change.type);
  if (found == nullptr) return;
  if (has_label(*found, change.label)) {
    if (!change.if_not_exists)
      always_fails(context, "42710",
                   fmt::format("{} has a label '{}' already", in_prose(found->name), change.label));
    return;
  }
  if (!change.neighbour.empty() && found->certain && !has_label(*found, change.neighbour))
    always_fails(context, "22023",
                 fmt::format("{} has no label '{}'", in_prose(found->name), change.neighbour));
}

void apply(Context& context, const RenameEnumValue& change) {
  const Enum* found = existing_enum(context, change.type);
  if (found == nullptr || !found->certain) return;
  if (!has_label(*found, change.from))
    return always_fails(context, "22023",
                        fmt::format("{} has no label '{}'", in_prose(found->name), in_prose(change.from)));
  if (has_label(*found, change.to))
    always_fails(context, "42710",
                 fmt::format("{} has a label '{}' already", in_prose(found->name), in_prose(change.to)));
}

// ---- Domains ----------------------------------------------------------------------------------------------

void apply(Context& context, const CreateDomain& change) {
  if (name_is_free(context, change.type)) type_is_there(context, change.base);
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

void apply(Context& context, const AlterDomain& change) {
  using Action = AlterDomain::Action;
  const Domain* domain =
      context.catalog.domain(TypeName{.schema = change.type.schema, .name = change.type.name});
  if (domain == nullptr) {
    if (context.catalog.certainly_missing(change.type))
      always_fails(context, "42704", fmt::format("type {} does not exist", in_prose(change.type)));
    return;
  }
  const auto named = std::ranges::find(domain->checks, change.constraint.name, &DomainConstraint::name);
  const bool by_name =
      change.action == Action::validate_constraint || change.action == Action::drop_constraint;
  if (by_name && named == domain->checks.end() && !change.if_exists)
    return always_fails(context, "42704",
                        fmt::format("domain {} has no constraint {}", in_prose(domain->name),
                                    in_prose(change.constraint.name)));
  const bool adds = change.action == Action::add_constraint && !change.constraint.not_valid;
  const bool validates = change.action == Action::validate_constraint && named->not_valid;
  const bool sets_not_null =
      (change.action == Action::set_not_null || (adds && !change.constraint.check)) && !domain->not_null;
  for (const RelationName& name : domain_and_those_over_it(context.catalog, domain->name)) {
    if (sets_not_null)
      check_users(context, name, "23502");
    else if ((adds && change.constraint.check) || validates)
      check_users(context, name, "23514");
  }
}

// ---- Composite types --------------------------------------------------------------------------------------

void apply(Context& context, const AlterType& change) {
  const RelationName type = resolve(context, change.type);
  const auto found = context.catalog.composites.find(type);
  if (found == context.catalog.composites.end()) {
    if (context.catalog.certainly_missing(change.type))
      always_fails(context, "42704", fmt::format("type {} does not exist", in_prose(type)));
    return;
  }
  const auto users = context.catalog.columns_of_type(type);
  if (change.action == AlterType::Action::alter_attribute && !users.empty())
    always_fails(
        context, "0A000",
        fmt::format("{}.{} uses {}: its attributes can't change type", in_prose(users[0].first->name),
                    in_prose(users[0].second->name), in_prose(type)));
}

}  // namespace miglint
