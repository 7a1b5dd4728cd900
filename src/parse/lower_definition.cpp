#include <algorithm>
#include <array>

#include "parse/references.hpp"

// CREATE … (name = value): text search objects, collations, operators, and what alters them.

namespace miglint::lower {

static bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

/// A parameter's value where it is a name; a TypeName to the grammar.
static RelationName name_in(const ast::Node& option) {
  const ast::Node value = option.node("arg");
  if (value.is("TypeName")) return qualified(value.list("names"));
  return value.is("List") ? qualified(value.items()) : bare(option_text(option));
}

static void expect_parameters(const ast::Node& node, std::initializer_list<std::string_view> known,
                              std::string_view what, Context& ctx) {
  for (const ast::Node option : node.list("definition"))
    if (!is_one_of(option.text("defname"), known))
      ctx.flaw("42601",
               std::string(what) + " has no parameter \"" + std::string(option.text("defname")) + '"');
}

static bool has_parameter(const ast::Node& node, std::string_view name) {
  for (const ast::Node option : node.list("definition"))
    if (option.text("defname") == name) return true;
  return false;
}

static void require_parameters(const ast::Node& node, std::initializer_list<std::string_view> required,
                               std::string_view what, Context& ctx) {
  for (const std::string_view name : required)
    if (!has_parameter(node, name)) ctx.flaw("42P17", std::string(what) + " needs a " + std::string(name));
}

/// tsearchcmds.c, DefineTSConfiguration.
static void lower_configuration(const ast::Node& node, CreateObject change, Context& ctx) {
  expect_parameters(node, {"parser", "copy"}, "a text search configuration", ctx);
  for (const ast::Node option : node.list("definition")) {
    const bool copy = option.text("defname") == "copy";
    change.uses.push_back(
        {.kind = copy ? ObjectKind::text_search_configuration : ObjectKind::text_search_parser,
         .name = name_in(option)});
  }
  if (has_parameter(node, "parser") && has_parameter(node, "copy"))
    ctx.flaw("42601", "a text search configuration has a parser or is a copy");
  if (node.list("definition").empty()) ctx.flaw("42P17", "a text search configuration needs a parser");
  make(std::move(change), ctx);
}

/// tsearchcmds.c, DefineTSDictionary: the rest is its template's.
static void lower_dictionary(const ast::Node& node, CreateObject change, Context& ctx) {
  require_parameters(node, {"template"}, "a text search dictionary", ctx);
  for (const ast::Node option : node.list("definition"))
    if (option.text("defname") == "template")
      change.uses.push_back({.kind = ObjectKind::text_search_template, .name = name_in(option)});
  make(std::move(change), ctx);
}

static void take_functions(const ast::Node& node, CreateObject& change) {
  for (const ast::Node option : node.list("definition"))
    change.functions.push_back({.name = name_in(option)});
}

/// collationcmds.c, DefineCollation.
static void lower_collation(const ast::Node& node, CreateObject change, Context& ctx) {
  static constexpr auto known = {"from",    "locale", "lc_collate",    "lc_ctype",      "provider",
                                 "version", "rules",  "deterministic", "builtin_locale"};
  for (const ast::Node option : node.list("definition")) {
    const std::string_view name = option.text("defname");
    if (std::ranges::find(known, name) == known.end())
      ctx.flaw("42601", "a collation has no attribute \"" + std::string(name) + '"');
    if (name == "from") change.uses.push_back({.kind = ObjectKind::collation, .name = name_in(option)});
  }
  make(std::move(change), ctx);
}

/// operatorcmds.c, DefineOperator.
static void lower_operator(const ast::Node& node, CreateObject change, Context& ctx) {
  std::vector<TypeName> operands(2);
  RelationName function, commutator, negator;
  for (const ast::Node option : node.list("definition")) {
    const std::string_view name = option.text("defname");
    if (name == "leftarg") operands.front() = type_name(option.node("arg"));
    if (name == "rightarg") operands.back() = type_name(option.node("arg"));
    const bool set = option.node("arg").flag("setof");
    if (set && (name == "leftarg" || name == "rightarg")) ctx.flaw("42P13", "an operator takes no sets");
    if (name == "function" || name == "procedure") function = name_in(option);
    if (name == "commutator") commutator = name_in(option);
    if (name == "negator") negator = name_in(option);
  }
  if (function.empty()) ctx.flaw("42P13", "an operator needs a function");
  if (operands.back().empty()) ctx.flaw("42P13", "an operator needs a right operand");
  change.object.arguments = operands;
  std::vector<TypeName> arguments = operands;
  std::erase_if(arguments, [](const TypeName& type) { return type.empty(); });
  change.functions.push_back({.name = function, .arguments = std::move(arguments)});
  if (!commutator.empty())
    change.shells.push_back({.kind = ObjectKind::operator_,
                             .name = commutator,
                             .arguments = {operands.back(), operands.front()}});
  if (!negator.empty())
    change.shells.push_back({.kind = ObjectKind::operator_, .name = negator, .arguments = operands});
  make(std::move(change), ctx);
}

/// DefineStmt, of what is neither a type nor an aggregate.
void lower_define_object(const ast::Node& node, Context& ctx) {
  CreateObject change{.object = reference(object_kind(node.text("kind")), node.list("defnames")),
                      .if_not_exists = node.flag("if_not_exists"),
                      .or_replace = node.flag("replace")};
  switch (change.object.kind) {
    case ObjectKind::text_search_configuration:
      return lower_configuration(node, std::move(change), ctx);
    case ObjectKind::text_search_dictionary:
      return lower_dictionary(node, std::move(change), ctx);
    case ObjectKind::text_search_parser:
      expect_parameters(node, {"start", "gettoken", "end", "lextypes", "headline"}, "a text search parser",
                        ctx);
      require_parameters(node, {"start", "gettoken", "end", "lextypes"}, "a text search parser", ctx);
      take_functions(node, change);
      return make(std::move(change), ctx);
    case ObjectKind::text_search_template:
      expect_parameters(node, {"init", "lexize"}, "a text search template", ctx);
      require_parameters(node, {"lexize"}, "a text search template", ctx);
      take_functions(node, change);
      return make(std::move(change), ctx);
    case ObjectKind::collation:
      return lower_collation(node, std::move(change), ctx);
    case ObjectKind::operator_:
      return lower_operator(node, std::move(change), ctx);
    default:
      ctx.emit(NoEffect{.tag = ctx.statement.tag});
  }
}

/// ALTER STATISTICS … SET STATISTICS.
void lower_alter_statistics(const ast::Node& node, Context& ctx) {
  if (node.flag("missing_ok")) return ctx.emit(NoEffect{.tag = ctx.statement.tag});
  alter({reference(ObjectKind::statistics, node.list("defnames"))}, ctx);
}

void lower_alter_dictionary(const ast::Node& node, Context& ctx) {
  alter({reference(ObjectKind::text_search_dictionary, node.list("dictname"))}, ctx);
}

void lower_alter_configuration(const ast::Node& node, Context& ctx) {
  std::vector<ObjectReference> objects = {
      reference(ObjectKind::text_search_configuration, node.list("cfgname"))};
  for (const ast::Node dictionary : node.list("dicts"))
    objects.push_back(reference(ObjectKind::text_search_dictionary, dictionary.items()));
  alter(std::move(objects), ctx);
}

void lower_alter_collation(const ast::Node& node, Context& ctx) {
  alter({reference(ObjectKind::collation, node.list("collname"))}, ctx);
}

void lower_alter_operator(const ast::Node& node, Context& ctx) {
  const ast::Node named = node.object("opername");
  ObjectReference altered{.kind = ObjectKind::operator_, .name = qualified(named.list("objname"))};
  for (const ast::Node type : named.list("objargs")) altered.arguments.push_back(type_name(type));
  alter({std::move(altered)}, ctx);
}

}  // namespace miglint::lower
