#include <algorithm>
#include <iterator>

#include "parse/lower.hpp"

// GRANT, REVOKE, ALTER DEFAULT PRIVILEGES.

namespace miglint::lower {
namespace {

RelationName granted_name(const ast::Node& object, ObjectKind kind) {
  return object.is("RangeVar") ? relation(object) : object_name(object, kind).name;
}

void take_privileges(const ast::Node& node, Grant& grant) {
  for (const ast::Node privilege : node.list("privileges")) {
    std::vector<std::string> columns = identifiers(privilege.list("cols"));
    // ALL (columns) names none
    if (const std::string_view word = privilege.text("priv_name"); !word.empty())
      (columns.empty() ? grant.privileges : grant.column_privileges).emplace_back(word);
    std::ranges::move(columns, std::back_inserter(grant.columns));
  }
}

}  // namespace

void lower_grant(const ast::Node& node, Context& ctx) {
  Grant grant{.kind = object_kind(node.text("objtype")),
              .routine = node.text("objtype") == "OBJECT_ROUTINE",
              .all_in_schema = node.text("targtype") == "ACL_TARGET_ALL_IN_SCHEMA"};
  take_privileges(node, grant);
  for (std::string& role : role_names(node.list("grantees")))
    if (!role.empty()) grant.roles.push_back(std::move(role));
  int command = 0;
  for (const ast::Node object : node.list("objects")) {
    Grant one = grant;
    one.name = granted_name(object, grant.kind);
    one.arguments = written_arguments(object);
    ctx.emit(std::move(one), command++);
  }
}

void lower_default_privileges(const ast::Node& node, Context& ctx) {
  const ast::Node action = node.object("action");
  Grant grant{.kind = object_kind(action.text("objtype")), .all_in_schema = true};
  take_privileges(action, grant);
  int command = 0;
  for (const ast::Node option : node.list("options")) {
    if (option.text("defname") != "schemas") continue;
    for (const ast::Node schema : option.node("arg").items()) {
      Grant one = grant;
      one.name = object_name(schema, ObjectKind::schema).name;
      ctx.emit(std::move(one), command++);
    }
  }
  if (command == 0) ctx.emit(std::move(grant));
}

}  // namespace miglint::lower
