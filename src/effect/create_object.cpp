// CREATE and ALTER of what the catalog registers by kind and name alone. PostgreSQL asks for its name before
// or after it looks at what the object is made of.

#include <fmt/format.h>

#include "catalog/objects.hpp"
#include "effect/changes.hpp"
#include "effect/presence.hpp"
#include "effect/registered_object.hpp"

namespace miglint {

/// foreigncmds.c, event_trigger.c, amcmds.c, user.c: the name first.
static bool asks_for_name_first(ObjectKind kind) {
  return kind == ObjectKind::foreign_data_wrapper || kind == ObjectKind::server ||
         kind == ObjectKind::event_trigger || kind == ObjectKind::access_method || kind == ObjectKind::role;
}

/// The text search commands leave it to the unique index.
static std::string_view sqlstate_of_duplicate(ObjectKind kind) {
  switch (kind) {
    case ObjectKind::operator_:
      return "42723";
    case ObjectKind::text_search_configuration:
    case ObjectKind::text_search_dictionary:
    case ObjectKind::text_search_parser:
    case ObjectKind::text_search_template:
      return "23505";
    default:
      return "42710";
  }
}

static bool name_is_free(Context& context, const CreateObject& change) {
  const ObjectReference object = creation_reference(context.catalog, change.object);
  // what is in a schema may be in pg_catalog as well
  const bool builtin = !has_schema(object.kind) && is_required(context.catalog, object);
  if (!builtin && !registered_exists(context, object)) return true;
  if (!change.or_replace && !change.if_not_exists)
    always_fails(
        context, sqlstate_of_duplicate(object.kind),
        fmt::format("{}{}{} exists already", kind_in_words(object.kind), object.name.empty() ? "" : " ",
                    object.name.empty() ? "" : in_prose(object.name)));
  return change.or_replace;
}

static bool uses_are_there(Context& context, const CreateObject& change) {
  for (const ObjectReference& used : change.uses)
    if (!registered_is_there(context, used)) return false;
  return true;
}

/// event_trigger.c, CreateEventTrigger; functioncmds.c, CreateCast.
static void check_kind(Context& context, const CreateObject& change) {
  if (change.object.kind == ObjectKind::event_trigger && !change.functions.empty()) {
    const RoutineUse& use = change.functions.front();
    const Function* function = named_routine(context, {ObjectKind::function, false, use.name, use.arguments});
    if (function != nullptr && function->returns && function->returns->name != "event_trigger")
      always_fails(context, "42P17",
                   fmt::format("{} is no event trigger function", in_prose(function->name)));
  }
  if (change.object.kind != ObjectKind::cast || !change.functions.empty()) return;
  const auto type = [&](const TypeName& written) { return context.catalog.resolve(written); };
  if (type(change.object.arguments.front()) == type(change.object.arguments.back()))
    always_fails(context, "42P17", "a cast is from one type to another");
}

void apply(Context& context, const CreateObject& change) {
  const ObjectReference& object = change.object;
  if (has_schema(object.kind) && !schema_is_there(context, object.name.schema)) return;
  const bool name_first = asks_for_name_first(object.kind);
  if (name_first && !name_is_free(context, change)) return;
  if (!types_are_there(context, object.arguments) || !uses_are_there(context, change) ||
      !routines_are_there(context, change.functions))
    return;
  check_kind(context, change);
  // WITHOUT FUNCTION asks for more than a name that is free
  const bool binary = object.kind == ObjectKind::cast && change.functions.empty();
  if (!name_first && !binary && !failed(context)) name_is_free(context, change);
}

void apply(Context& context, const AlterObject& change) {
  for (const ObjectReference& object : change.objects)
    if (is_registered(object.kind)
            ? !registered_is_there(context, object)
            : !object_is_there(context, {object.kind, false, object.name, std::nullopt}))
      return;
}

}  // namespace miglint
