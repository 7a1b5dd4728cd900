// Types but domains. CREATE TYPE and ADD VALUE lock no table.

#include "effect/type.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "analysis/builtin_types.hpp"
#include "analysis/builtins.hpp"
#include "effect/changes.hpp"
#include "effect/presence.hpp"
#include "effect/registered_object.hpp"

namespace miglint {

// ---- Names ------------------------------------------------------------------------------------------------

bool type_name_is_free(Context& context, const RelationName& type) {
  const RelationName name = context.catalog.creation_name(type);
  if (!context.catalog.type_exists(name)) return true;
  always_fails(context, "42710", fmt::format("type {} exists already", in_prose(name)));
  return false;
}

/// pg_enum.c: a label is a name, and cut by nobody.
static bool is_label(Context& context, const std::string& label) {
  if (label.size() <= max_identifier_bytes) return true;
  always_fails(
      context, "42602",
      fmt::format("the label {} is longer than {} bytes", label_in_prose(label), max_identifier_bytes));
  return false;
}

// ---- Enums ------------------------------------------------------------------------------------------------

void apply(Context& context, const CreateEnum& change) {
  if (!type_name_is_free(context, change.type)) return;
  std::set<std::string_view> seen;
  for (const std::string& label : change.labels) {
    if (!is_label(context, label)) return;
    if (!seen.insert(label).second)
      return always_fails(context, "23505",
                          fmt::format("the label {} is there twice", label_in_prose(label)));
  }
}

/// Null where nothing more is known; 42704 where the type is certainly missing, 42809 where it is no enum.
static const Enum* existing_enum(Context& context, const RelationName& type) {
  const auto named = named_type(context, type);
  if (!named) return nullptr;
  if (named->kind == Typekind::enumeration) return &context.catalog.enums.find(named->name)->second;
  if (named->kind != Typekind::unknown)
    always_fails(context, "42809", fmt::format("{} is not an enum", in_prose(named->name)));
  return nullptr;
}

static bool has_label(const Enum& enumeration, const std::string& label) {
  return enumeration.label_origins.contains(label);
}

void apply(Context& context, const AddEnumValue& change) {
  const Enum* found = existing_enum(context, change.type);
  if (found == nullptr || !is_label(context, change.label)) return;
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
  if (found == nullptr || !found->certain || !is_label(context, change.to)) return;
  if (!has_label(*found, change.from))
    return always_fails(context, "22023",
                        fmt::format("{} has no label '{}'", in_prose(found->name), in_prose(change.from)));
  if (has_label(*found, change.to))
    always_fails(context, "42710",
                 fmt::format("{} has a label '{}' already", in_prose(found->name), in_prose(change.to)));
}

// ---- Composite types and ranges -----------------------------------------------------------------------

static bool attribute_type_is_there(Context& context, const ColumnDefinition& attribute) {
  // serial is a word of CREATE TABLE's
  if (!serial_base(attribute.type).empty() && attribute.type.schema.empty()) {
    always_fails(context, "42704", fmt::format("type {} does not exist", attribute.type.name));
    return false;
  }
  return type_is_there(context, attribute.type);
}

static void check_attributes(Context& context, const std::vector<ColumnDefinition>& attributes) {
  std::set<std::string_view> seen;
  for (const ColumnDefinition& attribute : attributes) {
    if (!seen.insert(attribute.name).second)
      return always_fails(context, "42701",
                          fmt::format("attribute {} is there twice", in_prose(attribute.name)));
    if (!attribute_type_is_there(context, attribute)) return;
    if (attribute.collation &&
        !registered_is_there(context, {.kind = ObjectKind::collation, .name = *attribute.collation}))
      return;
  }
}

/// A range needs an order.
static void check_subtype(Context& context, const TypeName& written) {
  if (!type_is_there(context, written)) return;
  const TypeName type = context.catalog.resolve(written);
  const bool plain = type.schema == "pg_catalog" && type.array_dimensions == 0;
  const BuiltinType* known = plain ? builtin_type(type.name) : nullptr;
  if (known != nullptr && known->kind == 'b' && known->category != 'S' && known->category != 'R' &&
      default_operator_family("btree", type.name).empty())
    always_fails(context, "42704",
                 fmt::format("{} has no order that a range could use", in_prose(type.name)));
}

/// A base type completes a shell of its name; a composite type is a relation too.
void apply(Context& context, const CreateType& change) {
  using Form = CreateType::Form;
  const bool multirange = !change.belongs_to.empty();
  if (change.form == Form::base && !multirange) return;
  if (!type_name_is_free(context, change.type)) return;
  const RelationName name = context.catalog.creation_name(change.type);
  if (change.form == Form::composite && context.catalog.relation_exists(name))
    return always_fails(context, "42P07", fmt::format("{} exists already", in_prose(name)));
  check_attributes(context, change.attributes);
  if (!failed(context) && !change.subtype.empty()) check_subtype(context, change.subtype);
}

static bool has_attribute(const Composite& type, std::string_view name) {
  return std::ranges::find(type.attributes, name, &ColumnDefinition::name) != type.attributes.end();
}

static void no_attribute(Context& context, const Composite& type, std::string_view name) {
  always_fails(context, "42703", fmt::format("{} has no attribute {}", in_prose(type.name), in_prose(name)));
}

/// CREATE TABLE … OF: with CASCADE the tables follow.
static bool is_typed_by(Context& context, const RelationName& type) {
  for (const auto& [name, table] : context.catalog.tables) {
    if (table.of_type != type) continue;
    always_fails(context, "2BP01", fmt::format("{} is a table of type {}", in_prose(name), in_prose(type)));
    return true;
  }
  return false;
}

static void check_users(Context& context, const RelationName& type) {
  const auto users = context.catalog.columns_of_type(type);
  if (users.empty()) return;
  always_fails(context, "0A000",
               fmt::format("{}.{} uses {}: its attributes can't change type", in_prose(users[0].first->name),
                           in_prose(users[0].second->name), in_prose(type)));
}

static void alter(Context& context, const Composite& type, const AlterType& change) {
  using Action = AlterType::Action;
  if (!change.cascade && is_typed_by(context, type.name)) return;
  const std::string& attribute = change.attribute.name;
  const bool exists = has_attribute(type, attribute);
  // of several commands the later ones meet what the first ones left
  const bool alone = context.statement.changes.size() == 1;
  if (change.action == Action::add_attribute) {
    if (exists && alone)
      return always_fails(
          context, "42701",
          fmt::format("{} has an attribute {} already", in_prose(type.name), in_prose(attribute)));
    attribute_type_is_there(context, change.attribute);
    return;
  }
  if (!exists && alone && !change.if_exists) return no_attribute(context, type, attribute);
  if (change.action == Action::alter_attribute && attribute_type_is_there(context, change.attribute))
    check_users(context, type.name);
}

/// The composite type's relation: 42P01 for a type that is none, 42809 for another relation.
void apply(Context& context, const AlterType& change) {
  const auto found = context.catalog.composites.find(resolve(context, change.type));
  const bool composite =
      found != context.catalog.composites.end() && found->second.form == CreateType::Form::composite;
  if (composite) return alter(context, found->second, change);
  const auto named = named_type(context, change.type, true);
  const bool other = named && named->kind != Typekind::unknown && named->kind != Typekind::row;
  if (other)
    return always_fails(context, "42P01", fmt::format("{} is not a composite type", in_prose(named->name)));
  is_relation_of(context, change.type, {Relkind::composite});
}

void rename_attribute(Context& context, const Composite& type, const RenameColumn& change) {
  if (!context.catalog.knows(type.name)) return;
  if (!has_attribute(type, change.from)) return no_attribute(context, type, change.from);
  if (!change.cascade && is_typed_by(context, type.name)) return;
  if (has_attribute(type, change.to))
    always_fails(context, "42701",
                 fmt::format("{} has an attribute {} already", in_prose(type.name), in_prose(change.to)));
}

}  // namespace miglint
