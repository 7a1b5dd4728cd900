#include "parse/references.hpp"

// How PostgreSQL holds a name depends on the kind, see lower_drop.cpp; an operator class is a List that
// begins with its access method, a cast a List of two TypeNames, a transform one of a TypeName and a
// language.

namespace miglint::lower {

RelationName bare(std::string_view name) { return {.schema = {}, .name = identifier(name)}; }

static ObjectReference operator_class(const ast::List& method_and_name, ObjectKind kind) {
  ObjectReference reference{.kind = kind, .name = qualified(method_and_name)};
  reference.on = bare(method_and_name.front().text("sval"));
  // of two words the first is the method, and no schema
  if (method_and_name.size() == 2) reference.name.schema.clear();
  return reference;
}

ObjectReference object_reference(const ast::Node& object, ObjectKind kind) {
  const ast::List items = object.items();
  if (kind == ObjectKind::operator_class || kind == ObjectKind::operator_family)
    return operator_class(items, kind);
  if (kind == ObjectKind::cast)
    return {.kind = kind, .arguments = {type_name(items.front()), type_name(items.back())}};
  if (kind == ObjectKind::transform)
    return {.kind = kind, .on = bare(items.back().text("sval")), .arguments = {type_name(items.front())}};
  ObjectReference reference{.kind = kind, .name = object_name(object, kind).name};
  reference.arguments = written_arguments(object).value_or(std::vector<TypeName>());
  return reference;
}

ObjectReference reference(ObjectKind kind, std::string_view name) {
  return {.kind = kind, .name = bare(name)};
}

ObjectReference reference(ObjectKind kind, const ast::List& name) {
  return {.kind = kind, .name = qualified(name)};
}

void make(CreateObject change, Context& ctx) {
  ctx.target(change.object.name, change.object.kind);
  ctx.emit(std::move(change));
}

void alter(std::vector<ObjectReference> objects, Context& ctx) {
  ctx.target(objects.front().name, objects.front().kind);
  ctx.emit(AlterObject{.objects = std::move(objects)});
}

RoutineUse routine_use(const ast::Node& function) {
  RoutineUse use{.name = qualified(function.list("objname"))};
  if (function.flag("args_unspecified")) return use;
  use.arguments.emplace();
  for (const ast::Node type : function.list("objargs")) use.arguments->push_back(type_name(type));
  return use;
}

}  // namespace miglint::lower
