#include "parse/references.hpp"

// Foreign-data wrappers, servers, user mappings.

namespace miglint::lower {

/// PUBLIC is one too; CURRENT_USER and its like have no name.
static RelationName mapped_role(const ast::Node& role) {
  return role.text("roletype") == "ROLESPEC_PUBLIC" ? RelationName{{}, "public"}
                                                    : bare(role.text("rolename"));
}

static ObjectReference user_mapping(const ast::Node& node) {
  return {.kind = ObjectKind::user_mapping,
          .name = mapped_role(node.object("user")),
          .on = bare(node.text("servername"))};
}

/// HANDLER and VALIDATOR (foreigncmds.c, parse_func_options).
static std::vector<RoutineUse> wrapper_functions(const ast::Node& node) {
  std::vector<RoutineUse> functions;
  for (const ast::Node option : node.list("func_options")) {
    if (!option.has("arg")) continue;  // NO HANDLER
    RoutineUse use{.name = qualified(option.node("arg").items()), .arguments = std::vector<TypeName>()};
    if (option.text("defname") == "validator")
      use.arguments = {{.schema = "pg_catalog", .name = "text", .array_dimensions = 1},
                       {.schema = "pg_catalog", .name = "oid"}};
    functions.push_back(std::move(use));
  }
  return functions;
}

void lower_create_wrapper(const ast::Node& node, Context& ctx) {
  make({.object = reference(ObjectKind::foreign_data_wrapper, node.text("fdwname")),
        .functions = wrapper_functions(node)},
       ctx);
}

void lower_create_server(const ast::Node& node, Context& ctx) {
  make({.object = reference(ObjectKind::server, node.text("servername")),
        .if_not_exists = node.flag("if_not_exists"),
        .uses = {reference(ObjectKind::foreign_data_wrapper, node.text("fdwname"))}},
       ctx);
}

void lower_create_user_mapping(const ast::Node& node, Context& ctx) {
  make({.object = user_mapping(node),
        .if_not_exists = node.flag("if_not_exists"),
        .uses = {reference(ObjectKind::server, node.text("servername"))}},
       ctx);
  ctx.target({}, ObjectKind::user_mapping);
}

void lower_alter_wrapper(const ast::Node& node, Context& ctx) {
  alter({reference(ObjectKind::foreign_data_wrapper, node.text("fdwname"))}, ctx);
}

void lower_alter_server(const ast::Node& node, Context& ctx) {
  alter({reference(ObjectKind::server, node.text("servername"))}, ctx);
}

void lower_alter_user_mapping(const ast::Node& node, Context& ctx) {
  alter({reference(ObjectKind::server, node.text("servername")), user_mapping(node)}, ctx);
}

void lower_drop_user_mapping(const ast::Node& node, Context& ctx) {
  const ObjectReference mapping = user_mapping(node);
  ctx.statement.if_exists = node.flag("missing_ok");
  ctx.target({}, mapping.kind);
  ctx.emit(DropObject{
      .kind = mapping.kind, .name = mapping.name, .on = mapping.on, .if_exists = ctx.statement.if_exists});
}

/// What it brings is not known.
void lower_import_schema(const ast::Node& node, Context& ctx) {
  alter({reference(ObjectKind::server, node.text("server_name"))}, ctx);
  ctx.emit(Unmodelled{.tag = ctx.statement.tag});
}

}  // namespace miglint::lower
