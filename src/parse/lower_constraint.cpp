#include "parse/lower.hpp"

// A Constraint node stands in three places: with a column (its key is the column), in CREATE TABLE's list,
// and in ADD CONSTRAINT. The vocabulary has one struct for the three. A column's DEFERRABLE, INITIALLY
// DEFERRED and (from 18) ENFORCED are nodes of their own, after the one they belong to.

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
          .no_inherit = node.flag("is_no_inherit"),
          .left_out = !node.list("options").empty() || node.has("indexspace")};
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

AddPrimaryKey make_primary_key(const ast::Node& node, ConstraintHeader head) {
  const std::string column = head.inline_column;
  return {std::move(head), columns_of(node.list("keys"), column), identifiers(node.list("including")),
          identifier(node.text("indexname")), node.flag("without_overlaps")};
}

AddUnique make_unique(const ast::Node& node, ConstraintHeader head) {
  const std::string column = head.inline_column;
  return {std::move(head),
          columns_of(node.list("keys"), column),
          identifiers(node.list("including")),
          identifier(node.text("indexname")),
          node.flag("nulls_not_distinct"),
          node.flag("without_overlaps")};
}

AddForeignKey make_foreign_key(const ast::Node& node, ConstraintHeader head) {
  const std::string column = head.inline_column;
  return {std::move(head),
          columns_of(node.list("fk_attrs"), column),
          relation(node.object("pktable")),
          identifiers(node.list("pk_attrs")),
          action(node.text("fk_del_action")),
          action(node.text("fk_upd_action")),
          node.text("fk_matchtype") == "f",
          identifiers(node.list("fk_del_set_cols"))};
}

AddExclude make_exclude(const ast::Node& node, ConstraintHeader head, const Context& ctx) {
  AddExclude lowered{std::move(head),
                     std::string(node.text("access_method")),
                     {},
                     {},
                     {},
                     optional_expression(node.node("where_clause"), ctx)};
  if (lowered.method.empty()) lowered.method = "gist";
  lowered.left_out |= !node.list("including").empty();
  for (const ast::Node pair : node.list("exclusions")) {
    const ast::Node element = pair.items().front();
    if (element.has("name")) lowered.columns.push_back(identifier(element.text("name")));
    lowered.elements.push_back(index_element(element, ctx));
    lowered.operators.emplace_back(pair.items().back().items().back().text("sval"));
    lowered.left_out |= pair.items().back().items().size() > 1;
  }
  return lowered;
}

/// What DEFERRABLE and the like, standing after a column's constraint, say about it.
struct Attributes {
  bool deferrable = false;
  bool deferred = false;
  bool not_enforced = false;

  void take(std::string_view attribute) {
    deferrable = deferrable || attribute == "CONSTR_ATTR_DEFERRABLE" || attribute == "CONSTR_ATTR_DEFERRED";
    deferred = deferred || attribute == "CONSTR_ATTR_DEFERRED";
    not_enforced = not_enforced || attribute == "CONSTR_ATTR_NOT_ENFORCED";
  }
};

int order_of(Pass in_alter_table, CreationOrder in_create_table, const ConstraintPlace& place) {
  return place.in_create_table ? static_cast<int>(in_create_table) : static_cast<int>(in_alter_table);
}

void lower_one(const ast::Node& node, const ConstraintPlace& place, const Attributes& attributes,
               Context& ctx) {
  ConstraintHeader head = header(node, place.table, place.inline_column);
  head.deferrable = head.deferrable || attributes.deferrable;
  head.initially_deferred = head.initially_deferred || attributes.deferred;
  head.not_enforced = attributes.not_enforced;
  const Pass key_pass = node.has("indexname") ? Pass::index_constraint : Pass::index;
  const std::string_view type = node.text("contype");
  if (type == "CONSTR_PRIMARY") {
    ctx.emit(make_primary_key(node, std::move(head)), place.command,
             order_of(key_pass, CreationOrder::primary_key, place));
  } else if (type == "CONSTR_UNIQUE") {
    ctx.emit(make_unique(node, std::move(head)), place.command,
             order_of(key_pass, CreationOrder::indexes, place));
  } else if (type == "CONSTR_FOREIGN") {
    ctx.emit(make_foreign_key(node, std::move(head)), place.command,
             order_of(Pass::other_constraint, CreationOrder::foreign_keys, place));
  } else if (type == "CONSTR_CHECK") {
    AddCheck check{std::move(head), expression(node.node("raw_expr"), ctx)};
    ctx.emit(std::move(check), place.command, order_of(Pass::other_constraint, CreationOrder::checks, place));
  } else if (type == "CONSTR_EXCLUSION") {
    ctx.emit(make_exclude(node, std::move(head), ctx), place.command,
             order_of(Pass::index, CreationOrder::indexes, place));
  } else if (type == "CONSTR_NOTNULL" && place.inline_column.empty()) {
    AddNotNull not_null{std::move(head), identifier(node.list("keys").front().text("sval"))};
    ctx.emit(std::move(not_null), place.command,
             order_of(Pass::column_attributes, CreationOrder::checks, place));
  }
}

}  // namespace

void lower_constraint(const ast::Node& node, const ConstraintPlace& place, Context& ctx) {
  lower_one(node, place, {}, ctx);
}

void lower_column_constraints(const ast::Node& column_def, ConstraintPlace place, Context& ctx) {
  place.inline_column = identifier(column_def.text("colname"));
  ast::Node constraint;
  Attributes attributes;
  const auto finish = [&] {
    if (constraint) lower_one(constraint, place, attributes, ctx);
    attributes = {};
  };
  for (const ast::Node item : column_def.list("constraints")) {
    const std::string_view type = item.text("contype");
    if (type.starts_with("CONSTR_ATTR_")) {
      attributes.take(type);
      continue;
    }
    finish();
    constraint = item;
  }
  finish();
}

}  // namespace miglint::lower
