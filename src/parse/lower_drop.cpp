#include "parse/lower.hpp"

// DROP and TRUNCATE of several names lower to one change a name. How a name is held depends on what is
// dropped: a List of Strings for relations, a String for schemas and extensions, a TypeName for types, an
// ObjectWithArgs for functions; of a trigger, policy or rule the last word of the List is its own, the others
// are its table's.

namespace miglint::lower {
namespace {

bool belongs_to_table(ObjectKind kind) {
  return kind == ObjectKind::trigger || kind == ObjectKind::policy || kind == ObjectKind::rule ||
         kind == ObjectKind::constraint;
}

std::vector<TypeName> arguments(const ast::Node& function) {
  std::vector<TypeName> types;
  for (const ast::Node type : function.list("objargs")) types.push_back(type_name(type));
  return types;
}

void drop_one(const ast::Node& node, const ast::Node& object, ObjectKind kind, int command, Context& ctx) {
  const bool if_exists = node.flag("missing_ok");
  const bool cascade = node.text("behavior") == "DROP_CASCADE";
  const ObjectName name = object_name(object, kind);
  // a schema without the operator may as well be missing: 42883
  const RelationName& target = belongs_to_table(kind) ? name.on : name.name;
  if (command == 0) ctx.target(kind == ObjectKind::operator_ ? RelationName{} : target, kind);
  if (kind == ObjectKind::table || kind == ObjectKind::foreign_table) {
    ctx.emit(DropTable{.table = name.name, .if_exists = if_exists, .cascade = cascade}, command);
  } else if (kind == ObjectKind::index) {
    ctx.emit(DropIndex{.index = name.name,
                       .concurrently = node.flag("concurrent"),
                       .if_exists = if_exists,
                       .cascade = cascade},
             command);
  } else {
    DropObject change{
        .kind = kind, .name = name.name, .on = name.on, .if_exists = if_exists, .cascade = cascade};
    change.arguments = name.arguments;
    change.routine = node.text("removeType") == "OBJECT_ROUTINE";
    ctx.emit(std::move(change), command);
  }
}

}  // namespace

std::optional<std::vector<TypeName>> written_arguments(const ast::Node& function) {
  if (!function.is("ObjectWithArgs") || function.flag("args_unspecified")) return std::nullopt;
  return arguments(function);
}

/// They are not found by a List of Strings.
static bool is_found_otherwise(ObjectKind kind) {
  return kind == ObjectKind::operator_class || kind == ObjectKind::operator_family ||
         kind == ObjectKind::cast || kind == ObjectKind::transform;
}

ObjectName object_name(const ast::Node& object, ObjectKind kind) {
  if (is_found_otherwise(kind)) {
    const ObjectReference found = object_reference(object, kind);
    return {.name = found.name, .on = found.on, .arguments = found.arguments};
  }
  if (object.is("String")) return {.name = {.schema = {}, .name = identifier(object.text("sval"))}, .on = {}};
  if (object.is("TypeName")) return {.name = qualified(object.list("names")), .on = {}};
  if (object.is("ObjectWithArgs"))
    return {.name = qualified(object.list("objname")), .on = {}, .arguments = written_arguments(object)};
  const RelationName full = qualified(object.items());
  if (!belongs_to_table(kind) && kind != ObjectKind::column) return {.name = full, .on = {}};
  return {.name = {.schema = {}, .name = full.name}, .on = qualified_owner(object.items())};
}

void lower_drop(const ast::Node& node, Context& ctx) {
  const ObjectKind kind = object_kind(node.text("removeType"));
  ctx.statement.if_exists = node.flag("missing_ok");
  int command = 0;
  for (const ast::Node object : node.list("objects")) drop_one(node, object, kind, command++, ctx);
}

void lower_truncate(const ast::Node& node, Context& ctx) {
  int command = 0;
  for (const ast::Node table : node.list("relations")) {
    if (command == 0) ctx.target(relation(table), ObjectKind::table);
    ctx.emit(Truncate{.table = relation(table),
                      .cascade = node.text("behavior") == "DROP_CASCADE",
                      .only = !table.flag("inh"),
                      .restart_identity = node.flag("restart_seqs")},
             command++);
  }
}

void lower_comment(const ast::Node& node, Context& ctx) {
  const std::string_view type = node.text("objtype");
  const ast::Node object = node.node("object");
  CommentOn comment{.kind = object_kind(type),
                    .on_domain = type == "OBJECT_DOMCONSTRAINT",
                    .routine = type == "OBJECT_ROUTINE"};
  if (node.has("comment")) comment.text = std::string(node.text("comment"));
  if (comment.on_domain) {
    comment.on = qualified(object.items().front().list("names"));
    comment.name.name = identifier(object.items().back().text("sval"));
  } else {
    ObjectName named = object_name(object, comment.kind);
    comment.name = std::move(named.name);
    comment.on = std::move(named.on);
    comment.arguments = std::move(named.arguments);
  }
  ctx.emit(std::move(comment));
}

void lower_rename(const ast::Node& node, Context& ctx) {
  const std::string_view type = node.text("renameType");
  const ObjectKind kind = object_kind(type);
  const RelationName table = relation(node.object("relation"));
  const std::string to = identifier(node.text("newname"));
  const std::string part = identifier(node.text("subname"));
  ctx.statement.if_exists = node.flag("missing_ok");
  if (type == "OBJECT_COLUMN" || type == "OBJECT_ATTRIBUTE") {
    const ObjectKind on =
        type == "OBJECT_ATTRIBUTE" ? ObjectKind::type : object_kind(node.text("relationType"));
    ctx.target(table, on);
    ctx.statement.only = !node.object("relation").flag("inh");
    ctx.emit(RenameColumn{.table = table,
                          .from = part,
                          .to = to,
                          .relation_kind = on,
                          .cascade = node.text("behavior") == "DROP_CASCADE"});
    return;
  }
  RenameObject change{.kind = kind,
                      .to = to,
                      .if_exists = ctx.statement.if_exists,
                      .written_as_table = kind == ObjectKind::table};
  const ObjectName object = object_name(node.node("object"), kind);
  if (belongs_to_table(kind)) {
    ctx.statement.only = table.empty() ? false : !node.object("relation").flag("inh");
    change.name.name = part;
    change.on = table.empty() ? qualified(node.node("object").items()) : table;
  } else if (!table.empty()) {
    change.name = table;
  } else {
    change.name = object.name.empty() ? RelationName{.schema = {}, .name = part} : object.name;
  }
  if (is_found_otherwise(kind)) change.on = object.on;
  change.arguments = object.arguments;
  change.on_domain = type == "OBJECT_DOMCONSTRAINT";
  change.routine = type == "OBJECT_ROUTINE";
  ctx.target(change.on.empty() || is_found_otherwise(kind) ? change.name : change.on, kind);
  ctx.emit(std::move(change));
}

void lower_set_schema(const ast::Node& node, Context& ctx) {
  SetSchema change{.kind = object_kind(node.text("objectType")),
                   .name = relation(node.object("relation")),
                   .schema = identifier(node.text("newschema")),
                   .if_exists = node.flag("missing_ok")};
  if (change.name.empty()) {
    ObjectName named = object_name(node.node("object"), change.kind);
    change.name = std::move(named.name);
    change.on = std::move(named.on);
    change.arguments = std::move(named.arguments);
  }
  change.routine = node.text("objectType") == "OBJECT_ROUTINE";
  ctx.statement.if_exists = change.if_exists;
  ctx.target(change.name, change.kind);
  ctx.emit(std::move(change));
}

}  // namespace miglint::lower
