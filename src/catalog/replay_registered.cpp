// CREATE of what the register keeps.

#include <algorithm>

#include "catalog/knowledge.hpp"
#include "catalog/objects.hpp"
#include "catalog/replay.hpp"
#include "catalog/routines.hpp"

namespace miglint {

static std::set<RelationName> made_types(const Catalog& catalog, const ObjectReference& reference) {
  std::set<RelationName> types;
  for (const TypeName& type : reference.arguments)
    if (catalog.type_exists({type.schema, type.name})) types.insert({type.schema, type.name});
  return types;
}

static RegisteredObject make_object(const Catalog& catalog, const CreateObject& change) {
  RegisteredObject object{.reference = creation_reference(catalog, change.object),
                          .owner = current_role(catalog),
                          .origin = here(catalog)};
  object.types = made_types(catalog, object.reference);
  for (const ObjectReference& used : change.uses)
    if (const RegisteredObject* found = registered(catalog, used))
      object.uses.insert(key_of(catalog, found->reference));
  std::vector<FunctionName> functions;
  for (const RoutineUse& function : change.functions) functions.push_back(function.name);
  object.functions = made_functions(catalog, functions);
  return object;
}

static void put_object(Catalog& catalog, const std::string& key, RegisteredObject object) {
  save_entry(catalog, &Catalog::objects, key);
  save_entry(catalog, &Catalog::gone_objects, key);
  catalog.objects.insert_or_assign(key, std::move(object));
  catalog.gone_objects.erase(key);
}

/// Its commutator and its negator, where they are not there yet.
static void put_shells(Catalog& catalog, const CreateObject& change) {
  for (const ObjectReference& named : change.shells) {
    if (registered(catalog, named) != nullptr) continue;
    RegisteredObject shell{
        .reference = creation_reference(catalog, named), .shell = true, .origin = here(catalog)};
    const std::string key = key_of(catalog, shell.reference);
    put_object(catalog, key, std::move(shell));
  }
}

/// The family that an operator class is in where it names none: of its own name, and made with it.
static void put_family(Catalog& catalog, RegisteredObject& made) {
  ObjectReference family = made.reference;
  family.kind = ObjectKind::operator_family;
  family.arguments.clear();
  const std::string key = key_of(catalog, family);
  if (!catalog.objects.contains(key))
    put_object(catalog, key, {.reference = std::move(family), .owner = made.owner, .origin = here(catalog)});
  made.uses.insert(key);
}

static bool names_family(const CreateObject& change) {
  return std::ranges::any_of(
      change.uses, [](const ObjectReference& used) { return used.kind == ObjectKind::operator_family; });
}

/// Outside of the catalog's own register, analysis asks whether there may be others than PostgreSQL's
/// operators and casts at all. A rollback does not take that back.
Replayed apply(Replaying& replaying, const CreateObject& change) {
  Catalog& catalog = replaying.catalog;
  catalog.not_kept.insert(replaying.statement.tag);
  RegisteredObject object = make_object(catalog, change);
  const std::string key = key_of(catalog, object.reference);
  if (const auto existing = catalog.objects.find(key); existing != catalog.objects.end()) {
    const bool makes_way = change.or_replace || existing->second.shell ||
                           !catalog.knows(object.reference.name, existing->second.origin);
    if (!makes_way) return change.if_not_exists ? Replayed::skipped : Replayed::refused;
  }
  if (change.object.kind == ObjectKind::operator_class && !names_family(change)) put_family(catalog, object);
  put_object(catalog, key, std::move(object));
  put_shells(catalog, change);
  return Replayed::done;
}

}  // namespace miglint
