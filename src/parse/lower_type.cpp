#include "miglint/characters.hpp"
#include "parse/lower.hpp"

namespace miglint::lower {
namespace {

DomainConstraint domain_constraint(const ast::Node& node, const Context& ctx) {
  return {.name = identifier(node.text("conname")),
          .check = optional_expression(node.node("raw_expr"), ctx),
          .not_valid = node.flag("skip_validation")};
}

/// AlterDomainStmt.subtype: T default, N drop NOT NULL, O set NOT NULL, C add constraint, X drop it, V
/// validate it.
AlterDomain::Action domain_action(std::string_view letter, bool has_definition) {
  using Action = AlterDomain::Action;
  if (letter == "T") return has_definition ? Action::set_default : Action::drop_default;
  if (letter == "N") return Action::drop_not_null;
  if (letter == "O") return Action::set_not_null;
  if (letter == "X") return Action::drop_constraint;
  return letter == "V" ? Action::validate_constraint : Action::add_constraint;
}

/// typecmds.c, DefineDomain.
void take_domain_flaws(const ast::List& constraints, Context& ctx) {
  bool has_default = false, null = false, not_null = false;
  for (const ast::Node constraint : constraints) {
    const std::string_view type = constraint.text("contype");
    if (type == "CONSTR_DEFAULT" && has_default) return ctx.flaw("42601", "the domain has two defaults");
    has_default = has_default || type == "CONSTR_DEFAULT";
    null = null || type == "CONSTR_NULL";
    not_null = not_null || type == "CONSTR_NOTNULL";
    if (null && not_null) return ctx.flaw("42601", "the domain is NULL and NOT NULL");
    if (type == "CONSTR_UNIQUE" || type == "CONSTR_PRIMARY" || type == "CONSTR_EXCLUSION" ||
        type == "CONSTR_FOREIGN")
      return ctx.flaw("42601", "a domain can't have such a constraint");
    if (constraint.flag("is_no_inherit"))
      return ctx.flaw("42P17", "a domain's constraint can't be NO INHERIT");
  }
}

}  // namespace

void lower_create_enum(const ast::Node& node, Context& ctx) {
  CreateEnum type{.type = qualified(node.list("typeName")), .labels = strings(node.list("vals"))};
  ctx.target(type.type, ObjectKind::enum_type);
  ctx.emit(std::move(type));
}

void lower_alter_enum(const ast::Node& node, Context& ctx) {
  const RelationName type = qualified(node.list("typeName"));
  ctx.target(type, ObjectKind::enum_type);
  if (node.has("oldVal")) {
    ctx.emit(RenameEnumValue{
        .type = type, .from = std::string(node.text("oldVal")), .to = std::string(node.text("newVal"))});
    return;
  }
  ctx.emit(AddEnumValue{.type = type,
                        .label = std::string(node.text("newVal")),
                        .if_not_exists = node.flag("skipIfNewValExists"),
                        .neighbour = std::string(node.text("newValNeighbor")),
                        .before = node.has("newValNeighbor") && !node.flag("newValIsAfter")});
}

void lower_create_domain(const ast::Node& node, Context& ctx) {
  CreateDomain domain{.type = qualified(node.list("domainname")),
                      .base = written_type(node.object("typeName"), ctx)};
  take_domain_flaws(node.list("constraints"), ctx);
  if (const ast::Node clause = node.object("collClause"))
    domain.collation = qualified(clause.list("collname"));
  const TypeName& base = domain.base;
  const bool text = base.schema != "pg_catalog" || base.name == "varchar" || base.name == "bpchar";
  if (node.has("collClause") && !text) ctx.flaw("42804", "the domain's type has no collation");
  for (const ast::Node item : node.list("constraints")) {
    const std::string_view type = item.text("contype");
    if (type == "CONSTR_DEFAULT") {
      domain.default_value = expression(item.node("raw_expr"), ctx);
    } else if (type == "CONSTR_CHECK" || type == "CONSTR_NOTNULL") {
      domain.constraints.push_back(domain_constraint(item, ctx));
    }
  }
  ctx.target(domain.type, ObjectKind::domain);
  ctx.emit(std::move(domain));
}

void lower_alter_domain(const ast::Node& node, Context& ctx) {
  const ast::Node def = node.node("def");
  AlterDomain change{.action = domain_action(node.text("subtype"), static_cast<bool>(def)),
                     .type = qualified(node.list("typeName")),
                     .if_exists = node.flag("missing_ok"),
                     .cascade = node.text("behavior") == "DROP_CASCADE"};
  if (def.is("Constraint")) {
    change.constraint = domain_constraint(def, ctx);
  } else {
    change.constraint = {.name = identifier(node.text("name")), .check = optional_expression(def, ctx)};
  }
  ctx.target(change.type, ObjectKind::domain);
  ctx.emit(std::move(change));
}

void lower_create_composite(const ast::Node& node, Context& ctx) {
  CreateType type{.form = CreateType::Form::composite, .type = relation(node.object("typevar"))};
  for (const ast::Node attribute : node.list("coldeflist"))
    type.attributes.push_back(column_definition(attribute, ctx));
  ctx.target(type.type, ObjectKind::type);
  ctx.emit(std::move(type));
}

/// typecmds.c, makeMultirangeTypeName: `floatrange` gives `floatmultirange`, `span` gives `span_multirange`.
static RelationName multirange_of(const ast::Node& node, const RelationName& range) {
  for (const ast::Node option : node.list("params"))
    if (option.text("defname") == "multirange_type_name") return qualified(option.node("arg").list("names"));
  const std::size_t at = range.name.find("range");
  RelationName multirange = range;
  if (at == std::string::npos)
    multirange.name += "_multirange";
  else
    multirange.name.insert(at, "multi");
  return multirange;
}

/// With its multirange, which it makes along (from PostgreSQL 14 on).
void lower_create_range(const ast::Node& node, Context& ctx) {
  CreateType type{.form = CreateType::Form::range, .type = qualified(node.list("typeName"))};
  for (const ast::Node option : node.list("params")) {
    const std::string_view name = option.text("defname");
    if (name != "subtype" && name != "subtype_opclass" && name != "collation" && name != "canonical" &&
        name != "subtype_diff" && name != "multirange_type_name")
      ctx.flaw("42601", "a range has no attribute " + in_prose(name));
    if (name == "subtype") type.subtype = type_name(option.node("arg"));
  }
  if (type.subtype.empty()) ctx.flaw("42601", "a range needs a subtype");
  CreateType multirange{
      .form = CreateType::Form::base, .type = multirange_of(node, type.type), .belongs_to = type.type};
  ctx.target(type.type, ObjectKind::type);
  ctx.emit(std::move(type));
  ctx.emit(std::move(multirange));
}

/// CREATE AGGREGATE, OPERATOR, TYPE, COLLATION, TEXT SEARCH ….
void lower_define(const ast::Node& node, Context& ctx) {
  const RelationName name = qualified(node.list("defnames"));
  if (node.text("kind") == "OBJECT_AGGREGATE") return lower_aggregate(node, ctx);
  if (node.text("kind") != "OBJECT_TYPE") return lower_define_object(node, ctx);
  ctx.target(name, ObjectKind::type);
  ctx.emit(
      CreateType{.form = node.list("definition").empty() ? CreateType::Form::shell : CreateType::Form::base,
                 .type = name});
}

}  // namespace miglint::lower
