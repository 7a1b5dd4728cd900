#include "parse/lower.hpp"

namespace miglint::lower {
namespace {

Identity identity_of(const ast::Node& constraint) {
  return constraint.text("generated_when") == "a" ? Identity::always : Identity::by_default;
}

void take_constraint(const ast::Node& constraint, ColumnDefinition& column, const Context& ctx) {
  const std::string_view type = constraint.text("contype");
  if (type == "CONSTR_NOTNULL") {
    column.not_null = true;
  } else if (type == "CONSTR_PRIMARY") {
    column.primary_key = true;
  } else if (type == "CONSTR_DEFAULT") {
    column.default_value = expression(constraint.node("raw_expr"), ctx);
  } else if (type == "CONSTR_IDENTITY") {
    column.identity = identity_of(constraint);
  } else if (type == "CONSTR_GENERATED") {
    column.generated = expression(constraint.node("raw_expr"), ctx);
    column.generated_virtual = constraint.text("generated_kind") == "v";
  }
}

}  // namespace

ColumnDefinition column_definition(const ast::Node& column_def, const Context& ctx) {
  ColumnDefinition column{.name = identifier(column_def.text("colname")),
                          .type = type_name(column_def.object("typeName")),
                          .collation = qualified_if_any(column_def.object("collClause").list("collname"))};
  for (const ast::Node item : column_def.list("constraints")) take_constraint(item, column, ctx);
  return column;
}

}  // namespace miglint::lower
