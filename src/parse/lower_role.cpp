#include <algorithm>

#include "parse/references.hpp"

// Roles.

namespace miglint::lower {

/// user.c: names that begin with pg_ are PostgreSQL's.
static void take_role_name(std::string_view name, Context& ctx) {
  if (name.starts_with("pg_")) ctx.flaw("42939", "role names that begin with pg_ are PostgreSQL's");
}

/// user.c, CreateRole, AlterRole.
static void take_option_flaws(const ast::Node& node, Context& ctx) {
  std::vector<std::string_view> seen;
  for (const ast::Node option : node.list("options")) {
    const std::string_view name = option.text("defname");
    if (name != "sysid" && std::ranges::find(seen, name) != seen.end())
      return ctx.flaw("42601", "an option of the role is written twice");
    seen.push_back(name);
    if (name == "connectionlimit" && option.node("arg").integer("ival") < -1)
      return ctx.flaw("22023", "a connection limit is -1 or more");
  }
}

void lower_create_role(const ast::Node& node, Context& ctx) {
  take_role_name(node.text("role"), ctx);
  take_option_flaws(node, ctx);
  make({.object = reference(ObjectKind::role, node.text("role"))}, ctx);
}

static std::vector<ObjectReference> roles_in(const ast::List& roles) {
  std::vector<ObjectReference> found;
  for (const std::string& name : role_names(roles))
    if (!name.empty()) found.push_back(reference(ObjectKind::role, name));
  return found;
}

void lower_alter_role(const ast::Node& node, Context& ctx) {
  const std::string name = role_name(node.object("role"));
  if (name.empty()) return ctx.emit(NoEffect{.tag = ctx.statement.tag});  // ALL, CURRENT_USER
  take_option_flaws(node, ctx);
  alter({reference(ObjectKind::role, name)}, ctx);
}

void lower_grant_role(const ast::Node& node, Context& ctx) {
  std::vector<ObjectReference> roles = roles_in(node.list("grantee_roles"));
  for (const ast::Node granted : node.list("granted_roles"))
    roles.push_back(reference(ObjectKind::role, granted.text("priv_name")));
  alter(std::move(roles), ctx);
}

void lower_drop_role(const ast::Node& node, Context& ctx) {
  ctx.statement.if_exists = node.flag("missing_ok");
  int command = 0;
  for (const std::string& name : role_names(node.list("roles"))) {
    if (command == 0) ctx.target(bare(name), ObjectKind::role);
    ctx.emit(DropObject{.kind = ObjectKind::role, .name = bare(name), .if_exists = ctx.statement.if_exists},
             command++);
  }
}

}  // namespace miglint::lower
