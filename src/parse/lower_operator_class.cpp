#include "parse/references.hpp"

// Conversions, casts and transforms; access methods, operator classes and families, languages.

namespace miglint::lower {

// ---- Conversions, casts, transforms -----------------------------------------------------------------------

void lower_create_conversion(const ast::Node& node, Context& ctx) {
  const TypeName integer = catalog_type("int4");
  const TypeName internal = catalog_type("internal");
  RoutineUse function{
      .name = qualified(node.list("func_name")),
      .arguments = {{integer, integer, catalog_type("cstring"), internal, integer, catalog_type("bool")}}};
  make({.object = reference(ObjectKind::conversion, node.list("conversion_name")),
        .functions = {std::move(function)}},
       ctx);
}

void lower_create_cast(const ast::Node& node, Context& ctx) {
  CreateObject change{
      .object = {.kind = ObjectKind::cast,
                 .arguments = {type_name(node.object("sourcetype")), type_name(node.object("targettype"))}}};
  if (const ast::Node function = node.object("func")) change.functions.push_back(routine_use(function));
  make(std::move(change), ctx);
}

void lower_create_transform(const ast::Node& node, Context& ctx) {
  CreateObject change{.object = {.kind = ObjectKind::transform,
                                 .on = bare(node.text("lang")),
                                 .arguments = {type_name(node.object("type_name"))}},
                      .or_replace = node.flag("replace"),
                      .uses = {reference(ObjectKind::language, node.text("lang"))}};
  for (const std::string_view field : {"fromsql", "tosql"})
    if (const ast::Node function = node.object(field)) change.functions.push_back(routine_use(function));
  make(std::move(change), ctx);
}

// ---- Access methods, operator classes, languages ----------------------------------------------------------

void lower_create_access_method(const ast::Node& node, Context& ctx) {
  make({.object = reference(ObjectKind::access_method, node.text("amname")),
        .functions = {{.name = qualified(node.list("handler_name")),
                       .arguments = {{catalog_type("internal")}}}}},
       ctx);
}

void lower_create_language(const ast::Node& node, Context& ctx) {
  CreateObject change{.object = reference(ObjectKind::language, node.text("plname")),
                      .or_replace = node.flag("replace")};
  if (!node.list("plhandler").empty())
    change.functions.push_back(
        {.name = qualified(node.list("plhandler")), .arguments = std::vector<TypeName>()});
  make(std::move(change), ctx);
}

static ObjectReference of_method(ObjectKind kind, const ast::List& name, const ast::Node& node) {
  return {.kind = kind, .name = qualified(name), .on = bare(node.text("amname"))};
}

/// OPCLASS_ITEM_OPERATOR and OPCLASS_ITEM_FUNCTION.
static constexpr int of_operator = 1, of_function = 2;

/// opclasscmds.c, DefineOpClass: the numbers that the method has. btree has more functions from 18 on.
static void take_number_flaw(const ast::Node& item, std::string_view method, Context& ctx) {
  const int type = item.integer("itemtype");
  const int number = item.integer("number");
  if ((type != of_operator && type != of_function) || (method != "btree" && method != "hash")) return;
  const int most = type == of_operator ? (method == "btree" ? 5 : 1) : (method == "btree" ? 6 : 3);
  if (number < 1 || number > most)
    ctx.flaw("42P17", std::string(method) + " has no such number as " + std::to_string(number));
}

/// Where it names no family, it is in the one of its own name, which is made with it.
void lower_create_operator_class(const ast::Node& node, Context& ctx) {
  CreateObject change{.object = of_method(ObjectKind::operator_class, node.list("opclassname"), node),
                      .uses = {reference(ObjectKind::access_method, node.text("amname"))}};
  change.object.arguments = {type_name(node.object("datatype"))};
  if (!node.list("opfamilyname").empty())
    change.uses.push_back(of_method(ObjectKind::operator_family, node.list("opfamilyname"), node));
  for (const ast::Node item : node.list("items")) {
    take_number_flaw(item, node.text("amname"), ctx);
    if (item.integer("itemtype") == of_function) change.functions.push_back(routine_use(item.object("name")));
  }
  make(std::move(change), ctx);
}

void lower_create_operator_family(const ast::Node& node, Context& ctx) {
  make({.object = of_method(ObjectKind::operator_family, node.list("opfamilyname"), node),
        .uses = {reference(ObjectKind::access_method, node.text("amname"))}},
       ctx);
}

void lower_alter_operator_family(const ast::Node& node, Context& ctx) {
  alter({reference(ObjectKind::access_method, node.text("amname")),
         of_method(ObjectKind::operator_family, node.list("opfamilyname"), node)},
        ctx);
  ctx.target(qualified(node.list("opfamilyname")), ObjectKind::operator_family);
}

}  // namespace miglint::lower
