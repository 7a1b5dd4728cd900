#include "catalog/objects.hpp"

#include <algorithm>
#include <utility>

namespace miglint {

using Kind = Object::Kind;

bool has_schema(ObjectKind kind) {
  switch (kind) {
    case ObjectKind::collation:
    case ObjectKind::conversion:
    case ObjectKind::text_search_configuration:
    case ObjectKind::text_search_dictionary:
    case ObjectKind::text_search_parser:
    case ObjectKind::text_search_template:
    case ObjectKind::operator_:
    case ObjectKind::operator_class:
    case ObjectKind::operator_family:
      return true;
    default:
      return false;
  }
}

bool is_registered(ObjectKind kind) {
  switch (kind) {
    case ObjectKind::foreign_data_wrapper:
    case ObjectKind::server:
    case ObjectKind::user_mapping:
    case ObjectKind::event_trigger:
    case ObjectKind::access_method:
    case ObjectKind::language:
    case ObjectKind::cast:
    case ObjectKind::transform:
    case ObjectKind::role:
      return true;
    default:
      return has_schema(kind);
  }
}

// ---- Finding ----------------------------------------------------------------------------------------------

static void resolve_types(const Catalog& catalog, ObjectReference& reference) {
  for (TypeName& type : reference.arguments)
    if (!type.empty()) type = catalog.resolve(type);
}

ObjectReference creation_reference(const Catalog& catalog, ObjectReference written) {
  if (has_schema(written.kind)) written.name = catalog.creation_name(written.name);
  resolve_types(catalog, written);
  return written;
}

static constexpr char separator = '\x1f';

/// An operator class is found without its type.
static bool types_tell_apart(ObjectKind kind) { return kind != ObjectKind::operator_class; }

static std::string key_of_resolved(const ObjectReference& reference) {
  std::string key = std::to_string(static_cast<int>(reference.kind));
  for (const std::string* part : {&reference.name.schema, &reference.name.name, &reference.on.name})
    key += separator + *part;
  if (!types_tell_apart(reference.kind)) return key;
  for (const TypeName& type : reference.arguments)
    key += separator + type.schema + '.' + type.name +
           std::string(static_cast<std::size_t>(type.array_dimensions), ']');
  return key;
}

std::string key_of(const Catalog& catalog, const ObjectReference& reference) {
  ObjectReference resolved = reference;
  resolve_types(catalog, resolved);
  return key_of_resolved(resolved);
}

/// The keys that the reference may stand for, in the order of the search path.
static std::vector<std::string> keys_on_path(const Catalog& catalog, const ObjectReference& written) {
  ObjectReference reference = written;
  resolve_types(catalog, reference);
  if (!has_schema(reference.kind) || !reference.name.schema.empty()) return {key_of_resolved(reference)};
  std::vector<std::string> keys;
  for (const std::string& schema : catalog.search_path) {
    reference.name.schema = schema;
    keys.push_back(key_of_resolved(reference));
  }
  return keys;
}

const RegisteredObject* registered(const Catalog& catalog, const ObjectReference& written) {
  if (catalog.objects.empty()) return nullptr;
  for (const std::string& key : keys_on_path(catalog, written))
    if (const auto found = catalog.objects.find(key); found != catalog.objects.end()) return &found->second;
  return nullptr;
}

bool is_gone(const Catalog& catalog, const ObjectReference& written) {
  if (catalog.gone_objects.empty() || registered(catalog, written) != nullptr) return false;
  return std::ranges::any_of(keys_on_path(catalog, written),
                             [&](const std::string& key) { return catalog.gone_objects.contains(key); });
}

// ---- Dependents -------------------------------------------------------------------------------------------

static void add_tables_of_server(const Catalog& catalog, const std::string& server,
                                 std::vector<Dependent>& dependents) {
  for (const auto& [name, table] : catalog.tables)
    if (table.server == server) dependents.push_back({.object = {.kind = Kind::table, .name = name}});
}

static void add_functions_in(const Catalog& catalog, const std::string& language,
                             std::vector<Dependent>& dependents) {
  for (auto at = catalog.functions.begin(); at != catalog.functions.end(); ++at) {
    if (at->second.language != language) continue;
    const auto first = catalog.functions.lower_bound(at->first);
    dependents.push_back({.object = {.kind = Kind::function,
                                     .name = at->first,
                                     .overload = static_cast<int>(std::distance(first, at))}});
  }
}

static void add_columns_collated(const Catalog& catalog, const RelationName& collation,
                                 std::vector<Dependent>& dependents) {
  for (const auto& [name, table] : catalog.tables)
    for (const Column& column : table.columns)
      if (column.collation && column.collation->name == collation.name &&
          (column.collation->schema.empty() || column.collation->schema == collation.schema))
        dependents.push_back({.object = {.kind = Kind::column, .name = name, .part = column.name}});
}

static Dependent registered_dependent(const std::string& key, bool automatic = false) {
  return {.object = {.kind = Kind::registered, .name = {}, .part = key}, .automatic = automatic};
}

std::vector<Dependent> dependents_of_registered(const Catalog& catalog, const std::string& key) {
  std::vector<Dependent> dependents;
  const auto found = catalog.objects.find(key);
  if (found == catalog.objects.end()) return dependents;
  const ObjectReference& object = found->second.reference;
  // an operator class goes with its family
  for (const auto& [other, registered] : catalog.objects)
    if (registered.uses.contains(key))
      dependents.push_back(registered_dependent(other, object.kind == ObjectKind::operator_family));
  if (object.kind == ObjectKind::server) add_tables_of_server(catalog, object.name.name, dependents);
  if (object.kind == ObjectKind::language) add_functions_in(catalog, object.name.name, dependents);
  if (object.kind == ObjectKind::collation) add_columns_collated(catalog, object.name, dependents);
  return dependents;
}

std::vector<Dependent> registered_over_function(const Catalog& catalog, const FunctionName& function) {
  std::vector<Dependent> dependents;
  for (const auto& [key, object] : catalog.objects)
    if (object.functions.contains(function)) dependents.push_back(registered_dependent(key));
  return dependents;
}

std::vector<Dependent> registered_over_type(const Catalog& catalog, const RelationName& type) {
  std::vector<Dependent> dependents;
  for (const auto& [key, object] : catalog.objects)
    if (object.types.contains(type)) dependents.push_back(registered_dependent(key));
  return dependents;
}

std::vector<Dependent> registered_in_schema(const Catalog& catalog, const std::string& schema) {
  std::vector<Dependent> dependents;
  for (const auto& [key, object] : catalog.objects)
    if (has_schema(object.reference.kind) && object.reference.name.schema == schema)
      dependents.push_back(registered_dependent(key));
  return dependents;
}

// ---- Changing ---------------------------------------------------------------------------------------------

void remove_registered(Catalog& catalog, const std::string& key) {
  if (!catalog.objects.contains(key)) return;
  save_entry(catalog, &Catalog::objects, key);
  save_entry(catalog, &Catalog::gone_objects, key);
  catalog.objects.erase(key);
  catalog.gone_objects.insert(key);
}

static void tables_follow_server(Catalog& catalog, const std::string& from, const std::string& to) {
  for (auto& [name, table] : catalog.tables) {
    if (table.server != from) continue;
    save(catalog, &Catalog::tables, name);
    table.server = to;
  }
}

/// What is named by the server that has another name now.
static std::vector<std::string> mappings_on(const Catalog& catalog, const std::string& server) {
  std::vector<std::string> keys;
  for (const auto& [key, object] : catalog.objects)
    if (object.reference.kind == ObjectKind::user_mapping && object.reference.on.name == server)
      keys.push_back(key);
  return keys;
}

static void rekey(Catalog& catalog, const std::string& from, ObjectReference to) {
  const std::string key = key_of(catalog, to);
  for (const std::string& changed : {from, key}) {
    save_entry(catalog, &Catalog::objects, changed);
    save_entry(catalog, &Catalog::gone_objects, changed);
  }
  auto node = catalog.objects.extract(from);
  node.key() = key;
  node.mapped().reference = std::move(to);
  catalog.objects.erase(key);
  catalog.objects.insert(std::move(node));
  catalog.gone_objects.insert(from);
  catalog.gone_objects.erase(key);
  for (auto& [other, object] : catalog.objects) {
    if (!object.uses.contains(from)) continue;
    save_entry(catalog, &Catalog::objects, other);
    object.uses.erase(from);
    object.uses.insert(key);
  }
}

void move_registered(Catalog& catalog, const RegisteredObject& object, const RelationName& to) {
  const ObjectReference from = object.reference;
  ObjectReference moved = from;
  moved.name = to;
  rekey(catalog, key_of(catalog, from), std::move(moved));
  if (from.kind != ObjectKind::server) return;
  tables_follow_server(catalog, from.name.name, to.name);
  for (const std::string& key : mappings_on(catalog, from.name.name)) {
    ObjectReference mapping = catalog.objects.find(key)->second.reference;
    mapping.on = to;
    rekey(catalog, key, std::move(mapping));
  }
}

template <class Name>
static void follow(Catalog& catalog, std::set<Name> RegisteredObject::* names, const Name& from,
                   const Name& to) {
  for (auto& [key, object] : catalog.objects) {
    if (!(object.*names).contains(from)) continue;
    save_entry(catalog, &Catalog::objects, key);
    (object.*names).erase(from);
    (object.*names).insert(to);
  }
}

void registered_follow_function(Catalog& catalog, const FunctionName& from, const FunctionName& to) {
  follow(catalog, &RegisteredObject::functions, from, to);
}

/// Those that are found by the type have another key then.
void registered_follow_type(Catalog& catalog, const RelationName& from, const RelationName& to) {
  follow(catalog, &RegisteredObject::types, from, to);
  std::vector<std::pair<std::string, ObjectReference>> renamed;
  for (const auto& [key, object] : catalog.objects) {
    ObjectReference reference = object.reference;
    bool named = false;
    for (TypeName& type : reference.arguments) {
      if (type.name != from.name || type.schema != from.schema) continue;
      named = true;
      type.schema = to.schema;
      type.name = to.name;
    }
    if (named) renamed.emplace_back(key, std::move(reference));
  }
  for (auto& [key, reference] : renamed)
    if (key != key_of(catalog, reference)) rekey(catalog, key, std::move(reference));
}

}  // namespace miglint
