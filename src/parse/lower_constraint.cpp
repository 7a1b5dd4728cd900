#include "parse/lower.hpp"

// A Constraint node stands in three places: with a column (its key is the column), in CREATE TABLE's list, and in ADD CONSTRAINT. The vocabulary
// has one struct for the three. A column's DEFERRABLE, INITIALLY DEFERRED and (from 18) ENFORCED are nodes of their own, after the one
// they belong to.

namespace miglint::lower {
namespace {

ConstraintHeader header(const ast::Node& node, const RelationName& table, const std::string& inline_column) {
  return {.table = table,
          .name = identifier(node.text("conname")),
          .inline_column = inline_column,
          .not_valid = node.flag("skip_validation"),
          .not_enforced = false,
          .deferrable = node.flag("deferrable"),
          .initially_deferred = node.flag("initdeferred"),
          .no_inherit = node.flag("is_no_inherit")};
}

ReferentialAction action(std::string_view letter) {
  if (letter == "r") return ReferentialAction::restrict;
  if (letter == "c") return ReferentialAction::cascade;
  if (letter == "n") return ReferentialAction::set_null;
  if (letter == "d") return ReferentialAction::set_default;
  return ReferentialAction::no_action;
}

/// The columns a constraint lists, or the one it was written with.
std::vector<std::string> columns_of(const ast::List& listed, const std::string& inline_column) {
  if (listed.empty() && !inline_column.empty()) return {inline_column};
  return identifiers(listed);
}

AddPrimaryKey primary_key(const ast::Node& node, ConstraintHeader head) {
  const std::string column = head.inline_column;
  return {std::move(head), columns_of(node.list("keys"), column), identifiers(node.list("including")), identifier(node.text("indexname")),
          node.flag("without_overlaps")};
}

AddUnique unique(const ast::Node& node, ConstraintHeader head) {
  const std::string column = head.inline_column;
  return {std::move(head),
          columns_of(node.list("keys"), column),
          identifiers(node.list("including")),
          identifier(node.text("indexname")),
          node.flag("nulls_not_distinct"),
          node.flag("without_overlaps")};
}

AddForeignKey foreign_key(const ast::Node& node, ConstraintHeader head) {
  const std::string column = head.inline_column;
  return {std::move(head),
          columns_of(node.list("fk_attrs"), column),
          relation(node.object("pktable")),
          identifiers(node.list("pk_attrs")),
          action(node.text("fk_del_action")),
          action(node.text("fk_upd_action")),
          node.text("fk_matchtype") == "f"};
}

AddExclude exclude(const ast::Node& node, ConstraintHeader head, const Context& ctx) {
  AddExclude lowered{std::move(head), std::string(node.text("access_method")), {}, {}, optional_expression(node.node("where_clause"), ctx)};
  if (lowered.method.empty()) lowered.method = "gist";
  for (const ast::Node pair : node.list("exclusions")) {
    const ast::Node element = pair.items().front();
    if (element.has("name")) lowered.columns.push_back(identifier(element.text("name")));
    lowered.operators.emplace_back(pair.items().back().items().back().text("sval"));
  }
  return lowered;
}

ConstraintHeader* header_of(Change& change) {
  return std::visit(
      [](auto& held) -> ConstraintHeader* {
        if constexpr (std::is_base_of_v<ConstraintHeader, std::decay_t<decltype(held)>>) {
          return &held;
        } else {
          return nullptr;
        }
      },
      change);
}

/// DEFERRABLE and the like, after the constraint they belong to.
void apply_attribute(std::string_view attribute, ConstraintHeader& to) {
  if (attribute == "CONSTR_ATTR_DEFERRABLE") to.deferrable = true;
  if (attribute == "CONSTR_ATTR_DEFERRED") to.deferrable = to.initially_deferred = true;
  if (attribute == "CONSTR_ATTR_NOT_ENFORCED") to.not_enforced = true;
}

}  // namespace

std::vector<Change> constraint(const ast::Node& node, const RelationName& table, const std::string& inline_column, const Context& ctx) {
  ConstraintHeader head = header(node, table, inline_column);
  const std::string_view type = node.text("contype");
  if (type == "CONSTR_PRIMARY") return {primary_key(node, std::move(head))};
  if (type == "CONSTR_UNIQUE") return {unique(node, std::move(head))};
  if (type == "CONSTR_FOREIGN") return {foreign_key(node, std::move(head))};
  if (type == "CONSTR_CHECK") return {AddCheck{std::move(head), expression(node.node("raw_expr"), ctx)}};
  if (type == "CONSTR_EXCLUSION") return {exclude(node, std::move(head), ctx)};
  if (type == "CONSTR_NOTNULL" && inline_column.empty()) return {AddNotNull{std::move(head), identifier(node.list("keys").front().text("sval"))}};
  return {};
}

std::vector<Change> column_constraints(const ast::Node& column_def, const RelationName& table, const Context& ctx) {
  std::vector<Change> changes;
  const std::string column = identifier(column_def.text("colname"));
  for (const ast::Node item : column_def.list("constraints")) {
    const std::string_view type = item.text("contype");
    if (type.starts_with("CONSTR_ATTR_") && !changes.empty()) {
      apply_attribute(type, *header_of(changes.back()));
    } else {
      for (Change& change : constraint(item, table, column, ctx)) changes.push_back(std::move(change));
    }
  }
  return changes;
}

}  // namespace miglint::lower
