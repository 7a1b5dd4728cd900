#include "parse/lower.hpp"

// Who owns what: ALTER … OWNER TO, REASSIGN OWNED, DROP OWNED.

namespace miglint::lower {

std::string role_name(const ast::Node& role) { return identifier(role.text("rolename")); }

std::vector<std::string> role_names(const ast::List& roles) {
  std::vector<std::string> names;
  for (const ast::Node role : roles) {
    if (role.text("roletype") != "ROLESPEC_PUBLIC") names.push_back(role_name(role));
  }
  return names;
}

void lower_owner(const ast::Node& node, Context& ctx) {
  ChangeOwner change{.kind = object_kind(node.text("objectType")),
                     .role = role_name(node.object("newowner")),
                     .routine = node.text("objectType") == "OBJECT_ROUTINE"};
  ObjectName named = object_name(node.node("object"), change.kind);
  change.name = std::move(named.name);
  change.on = std::move(named.on);
  change.arguments = std::move(named.arguments);
  ctx.emit(std::move(change));
}

void lower_reassign_owned(const ast::Node& node, Context& ctx) {
  ctx.emit(ReassignOwned{.roles = role_names(node.list("roles")), .to = role_name(node.object("newrole"))});
}

/// What the roles were granted goes too: nobody keeps that, so it stays unmodelled.
void lower_drop_owned(const ast::Node& node, Context& ctx) {
  ctx.emit(Unmodelled{.tag = ctx.statement.tag,
                      .drops_owned_by = role_names(node.list("roles")),
                      .cascade = node.text("behavior") == "DROP_CASCADE"});
}

}  // namespace miglint::lower
