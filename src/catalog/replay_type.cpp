// Enums, domains, composite types.

#include <algorithm>
#include <fmt/format.h>

#include "catalog/knowledge.hpp"
#include "catalog/replay.hpp"
#include "catalog/rewrite.hpp"

namespace miglint {

// ---- Enums ------------------------------------------------------------------------------------------------

/// One written pg_temp.name is found first, and ends with the session.
static RelationName name_of_new_type(Catalog& catalog, const RelationName& written) {
  if (written.schema == "pg_temp") find_temporary_first(catalog);
  return catalog.creation_name(written);
}

static bool type_name_taken(const Catalog& catalog, const RelationName& name) {
  return catalog.type_exists(name) || catalog.relation_exists(name);
}

Replayed apply(Replaying& replaying, const CreateEnum& change) {
  Catalog& catalog = replaying.catalog;
  const RelationName name = name_of_new_type(catalog, change.type);
  const auto existing = catalog.enums.find(name);
  const bool guessed = existing != catalog.enums.end() && !existing->second.certain;
  if (type_name_taken(catalog, name) && !guessed) return Replayed::refused;
  Enum enumeration{
      .name = name, .labels = change.labels, .owner = current_role(catalog), .origin = here(catalog)};
  for (const std::string& label : change.labels) enumeration.label_origins[label] = here(catalog);
  put(catalog, &Catalog::enums, name, std::move(enumeration));
  return Replayed::done;
}

/// The enum, ready to be changed; one that no migration made is brought in as uncertain.
static Enum* edit_enum(Catalog& catalog, const RelationName& written) {
  const TypeName resolved = catalog.resolve(TypeName{.schema = written.schema, .name = written.name});
  const RelationName name = {resolved.schema, resolved.name};
  if (Enum* found = edit(catalog, &Catalog::enums, name)) return found;
  const RelationName created = catalog.creation_name(written);
  if (type_name_taken(catalog, created) || catalog.certainly_missing(created)) return nullptr;
  catalog.partial = true;
  return &put(catalog, &Catalog::enums, created, Enum{.name = created, .certain = false});
}

Replayed apply(Replaying& replaying, const AddEnumValue& change) {
  Enum* enumeration = edit_enum(replaying.catalog, change.type);
  if (enumeration == nullptr) return Replayed::refused;
  std::vector<std::string>& labels = enumeration->labels;
  if (enumeration->label_origins.contains(change.label))
    return change.if_not_exists ? Replayed::skipped : Replayed::refused;
  auto place = labels.end();
  if (!change.neighbour.empty()) {
    place = std::find(labels.begin(), labels.end(), change.neighbour);
    if (place == labels.end() && enumeration->certain) return Replayed::refused;
    if (place != labels.end() && !change.before) ++place;
  }
  labels.insert(place, change.label);
  enumeration->label_origins[change.label] = here(replaying.catalog);
  return Replayed::done;
}

Replayed apply(Replaying& replaying, const RenameEnumValue& change) {
  Catalog& catalog = replaying.catalog;
  Enum* enumeration = edit_enum(catalog, change.type);
  if (enumeration == nullptr) return Replayed::refused;
  std::vector<std::string>& labels = enumeration->labels;
  const auto label = std::find(labels.begin(), labels.end(), change.from);
  if (label == labels.end()) return enumeration->certain ? Replayed::refused : Replayed::done;
  if (std::find(labels.begin(), labels.end(), change.to) != labels.end()) return Replayed::refused;
  *label = change.to;
  auto origin = enumeration->label_origins.extract(change.from);
  if (!origin.empty()) {
    origin.key() = change.to;
    enumeration->label_origins.insert(std::move(origin));
  }
  // Defaults hold the label itself, not its text: they follow.
  for (const auto& [table, column] : catalog.columns_of_type(enumeration->name)) {
    if (!column->default_value) continue;
    const std::string name = column->name;
    Column* changed = find_column(*edit(catalog, &Catalog::tables, RelationName(table->name)), name);
    rename_label_in(changed->default_value.own(), change.from, change.to);
  }
  return Replayed::done;
}

// ---- Domains ----------------------------------------------------------------------------------------------

/// `domain_check`, `domain_check1`, … (typecmds.c, domainAddConstraint).
static std::string domain_constraint_name(const Domain& domain, const DomainConstraint& constraint) {
  if (!constraint.name.empty()) return constraint.name;
  for (int pass = 0;; ++pass) {
    std::string name = make_object_name(domain.name.name, {},
                                        pass == 0 ? std::string("check") : fmt::format("check{}", pass));
    const auto taken = [&](const DomainConstraint& other) { return other.name == name; };
    if (std::none_of(domain.checks.begin(), domain.checks.end(), taken)) return name;
  }
}

static void add_domain_constraint(Domain& domain, const DomainConstraint& constraint) {
  if (!constraint.check) {
    domain.not_null = true;
    return;
  }
  DomainConstraint added = constraint;
  added.name = domain_constraint_name(domain, constraint);
  domain.checks.push_back(std::move(added));
}

Replayed apply(Replaying& replaying, const CreateDomain& change) {
  Catalog& catalog = replaying.catalog;
  const RelationName name = name_of_new_type(catalog, change.type);
  if (type_name_taken(catalog, name)) return Replayed::refused;
  Domain domain{.name = name,
                .base = catalog.resolve(change.base),
                .default_value = change.default_value,
                .owner = current_role(catalog),
                .origin = here(catalog)};
  for (const DomainConstraint& constraint : change.constraints) add_domain_constraint(domain, constraint);
  put(catalog, &Catalog::domains, name, std::move(domain));
  return Replayed::done;
}

Replayed apply(Replaying& replaying, const AlterDomain& change) {
  using Action = AlterDomain::Action;
  Catalog& catalog = replaying.catalog;
  const TypeName resolved = catalog.resolve(TypeName{.schema = change.type.schema, .name = change.type.name});
  Domain* domain = edit(catalog, &Catalog::domains, {resolved.schema, resolved.name});
  if (domain == nullptr) return Replayed::done;  // one that no migration made: nothing to keep of it
  const auto named = [&](const DomainConstraint& constraint) {
    return constraint.name == change.constraint.name;
  };
  const auto found = std::find_if(domain->checks.begin(), domain->checks.end(), named);
  switch (change.action) {
    case Action::add_constraint:
      if (!change.constraint.name.empty() && found != domain->checks.end()) return Replayed::refused;
      add_domain_constraint(*domain, change.constraint);
      break;
    case Action::drop_constraint:
      if (found == domain->checks.end()) return change.if_exists ? Replayed::skipped : Replayed::refused;
      domain->checks.erase(found);
      break;
    case Action::validate_constraint:
      if (found == domain->checks.end()) return Replayed::refused;
      found->not_valid = false;
      break;
    case Action::set_not_null:
      domain->not_null = true;
      break;
    case Action::drop_not_null:
      domain->not_null = false;
      break;
    case Action::set_default:
      domain->default_value = change.constraint.check;
      break;
    case Action::drop_default:
      domain->default_value.reset();
      break;
  }
  return Replayed::done;
}

// ---- Composite types --------------------------------------------------------------------------------------

Replayed apply(Replaying& replaying, const CreateType& change) {
  Catalog& catalog = replaying.catalog;
  if (change.form == CreateType::Form::shell) {  // a name that any CREATE TYPE completes
    doubt_names(catalog, replaying.statement);
    return Replayed::done;
  }
  const RelationName name = name_of_new_type(catalog, change.type);
  if (type_name_taken(catalog, name))
    return change.form == CreateType::Form::base ? Replayed::done : Replayed::refused;
  Composite type{.name = name,
                 .form = change.form,
                 .attributes = change.attributes,
                 .owner = current_role(catalog),
                 .origin = here(catalog)};
  // CREATE TYPE … AS RANGE makes two, its multirange second
  const auto* range = std::get_if<CreateType>(&replaying.statement.changes.front().change);
  if (range != nullptr && range->form == CreateType::Form::range && range != &change)
    type.range = catalog.creation_name(range->type);
  for (ColumnDefinition& attribute : type.attributes) attribute.type = catalog.resolve(attribute.type);
  put(catalog, &Catalog::composites, name, std::move(type));
  return Replayed::done;
}

/// CREATE TABLE … OF: the tables follow their type, and their children them.
static Replayed alter_typed_table(Replaying& replaying, const RelationName& table, const AlterType& change) {
  using Action = AlterType::Action;
  const ColumnDefinition& attribute = change.attribute;
  switch (change.action) {
    case Action::add_attribute:
      return apply(replaying, AddColumn{.table = table, .column = attribute});
    case Action::drop_attribute:
      return apply(replaying, DropColumn{.table = table, .column = attribute.name, .cascade = true});
    case Action::alter_attribute:
      return apply(replaying, ChangeType{.table = table,
                                         .column = attribute.name,
                                         .type = attribute.type,
                                         .collation = attribute.collation});
  }
  return Replayed::done;
}

static Replayed alter_attributes(const Catalog& catalog, Composite& type, const AlterType& change) {
  using Action = AlterType::Action;
  const auto found = std::ranges::find(type.attributes, change.attribute.name, &ColumnDefinition::name);
  const bool exists = found != type.attributes.end();
  if (change.action == Action::add_attribute) {
    if (exists) return Replayed::refused;
    type.attributes.push_back(change.attribute);
    type.attributes.back().type = catalog.resolve(change.attribute.type);
    return Replayed::done;
  }
  if (!exists) return change.if_exists ? Replayed::skipped : Replayed::refused;
  if (change.action == Action::drop_attribute) {
    type.attributes.erase(found);
  } else {
    found->type = catalog.resolve(change.attribute.type);
    found->collation = change.attribute.collation;
  }
  return Replayed::done;
}

Replayed apply(Replaying& replaying, const AlterType& change) {
  Catalog& catalog = replaying.catalog;
  Composite* type = edit(catalog, &Catalog::composites, catalog.resolve(change.type));
  if (type == nullptr) return Replayed::done;
  const std::vector<RelationName> typed = typed_tables(catalog, type->name);
  if (!typed.empty() && !change.cascade) return Replayed::refused;
  Replayed outcome = alter_attributes(catalog, *type, change);
  for (auto table = typed.begin(); outcome == Replayed::done && table != typed.end(); ++table)
    outcome = alter_typed_table(replaying, *table, change);
  return outcome;
}

}  // namespace miglint
