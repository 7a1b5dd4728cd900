// DROP, RENAME and SET SCHEMA of what the catalog registers by kind and name alone.

#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "catalog/objects.hpp"
#include "effect/changes.hpp"
#include "effect/dependents.hpp"
#include "effect/presence.hpp"
#include "effect/registered_object.hpp"

namespace miglint {

// ---- DROP -------------------------------------------------------------------------------------------------

/// The keys of what the statement drops.
static std::set<std::string> keys_dropped(const Context& context) {
  std::set<std::string> keys;
  for (const StatementChange& one : context.statement.changes) {
    const auto* other = std::get_if<DropObject>(&one.change);
    const RegisteredObject* object =
        other == nullptr ? nullptr : registered(context.catalog, reference_of(*other));
    if (object != nullptr) keys.insert(key_of(context.catalog, object->reference));
  }
  return keys;
}

static std::string in_words(const Context& context, const Object& dependent) {
  if (dependent.kind == Object::Kind::registered) {
    const ObjectReference& object = context.catalog.objects.find(dependent.part)->second.reference;
    return fmt::format("{} {}", kind_in_words(object.kind), in_prose(object.name));
  }
  if (dependent.kind == Object::Kind::function) return "function " + in_prose(dependent.name);
  return dependent.part.empty() ? in_prose(dependent.name)
                                : fmt::format("{}.{}", in_prose(dependent.name), in_prose(dependent.part));
}

/// What depends on the objects of these keys and on what goes with them.
static void drop_along(Context& context, std::set<std::string> keys) {
  std::vector<std::string> waiting(keys.begin(), keys.end());
  while (!waiting.empty()) {
    const std::string key = waiting.back();
    waiting.pop_back();
    for (const auto& [object, automatic] : dependents_of_registered(context.catalog, key)) {
      if (object.kind == Object::Kind::registered && keys.insert(object.part).second)
        waiting.push_back(object.part);
      if (object.kind == Object::Kind::column || object.kind == Object::Kind::table)
        lock(context, object.name, LockMode::access_exclusive);
      if (object.kind == Object::Kind::column) lose(context, Loss::Kind::column, object.name, object.part);
      if (object.kind != Object::Kind::table) continue;
      drop(context, object.name);
      drop_views_along(context, object.name);
    }
  }
}

void drop_registered(Context& context, const DropObject& change) {
  const ObjectReference named = reference_of(change);
  if (!registered_is_there(context, named, change.if_exists)) return;
  if (registered(context.catalog, named) == nullptr) {
    if (is_required(context.catalog, named))
      always_fails(context, "2BP01",
                   fmt::format("{} {} is PostgreSQL's", kind_in_words(named.kind), in_prose(named.name)));
    return;
  }
  const std::set<std::string> keys = keys_dropped(context);
  if (change.cascade) return drop_along(context, keys);
  const std::string key = key_of(context.catalog, registered(context.catalog, named)->reference);
  for (const auto& [object, automatic] : dependents_of_registered(context.catalog, key)) {
    const bool goes_too = automatic || keys.contains(object.part) || also_dropped(context, object.name);
    if (!goes_too)
      return always_fails(context, "2BP01",
                          fmt::format("{} depends on {} {}", in_words(context, object),
                                      kind_in_words(named.kind), in_prose(named.name)));
  }
}

// ---- RENAME, SET SCHEMA -----------------------------------------------------------------------------------

static void expect_free(Context& context, const ObjectReference& moved) {
  const bool builtin = !has_schema(moved.kind) && is_required(context.catalog, moved);
  if (builtin || registered_exists(context, moved))
    always_fails(context, "42710",
                 fmt::format("{} {} exists already", kind_in_words(moved.kind), in_prose(moved.name)));
}

void rename_registered(Context& context, const RenameObject& change) {
  const ObjectReference named = reference_of(change);
  if (!registered_is_there(context, named)) return;
  if (named.kind == ObjectKind::role && change.to.starts_with("pg_"))
    return always_fails(context, "42939", "role names that begin with pg_ are PostgreSQL's");
  const RegisteredObject* object = registered(context.catalog, named);
  ObjectReference moved = object == nullptr ? named : object->reference;
  if (object == nullptr && has_schema(named.kind)) return;  // where it is, is not known
  moved.name.name = change.to;
  expect_free(context, moved);
}

void move_registered(Context& context, const SetSchema& change) {
  const ObjectReference named = reference_of(change);
  if (!registered_is_there(context, named) || !schema_is_there(context, change.schema)) return;
  const RegisteredObject* object = registered(context.catalog, named);
  const bool stays = object != nullptr && object->reference.name.schema == change.schema;
  if (object == nullptr || stays || named.kind == ObjectKind::operator_) return;
  ObjectReference moved = object->reference;
  moved.name.schema = change.schema;
  expect_free(context, moved);
}

}  // namespace miglint
