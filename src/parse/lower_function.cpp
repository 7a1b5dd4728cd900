#include <algorithm>
#include <array>

#include "miglint/lexer.hpp"
#include "parse/lower.hpp"
#include "parse/tree_reader.hpp"

namespace miglint::lower {
namespace {

Volatility volatility(std::string_view word) {
  if (word == "immutable") return Volatility::immutable;
  return word == "stable" ? Volatility::stable : Volatility::volatile_;
}

bool is_input(const ast::Node& parameter) {
  const std::string_view mode = parameter.text("mode");
  return mode != "FUNC_PARAM_OUT" && mode != "FUNC_PARAM_TABLE";
}
bool is_output(const ast::Node& parameter) {
  const std::string_view mode = parameter.text("mode");
  return mode == "FUNC_PARAM_OUT" || mode == "FUNC_PARAM_INOUT" || mode == "FUNC_PARAM_TABLE";
}

void take_parameters(const ast::Node& node, CreateFunction& function, const Context& ctx) {
  for (const ast::Node parameter : node.list("parameters")) {
    const TypeName type = type_name(parameter.object("argType"));
    const std::string name = identifier(parameter.text("name"));
    if (is_input(parameter)) {
      function.arguments.push_back(type);
      function.argument_names.push_back(name);
      if (const ast::Node value = parameter.node("defexpr"))
        function.defaults.push_back(expression_shape(value, ctx));
    }
    if (is_output(parameter)) function.outputs.push_back({.name = name, .type = type});
    // Without RETURNS, an OUT parameter is what the function returns.
    if (parameter.text("mode") == "FUNC_PARAM_OUT" && !function.returns) function.returns = type;
  }
}

void take_options(const ast::Node& node, CreateFunction& function) {
  for (const ast::Node option : node.list("options")) {
    const std::string_view name = option.text("defname");
    if (name == "language") function.language = option_text(option);
    if (name == "volatility") function.volatility = volatility(option_text(option));
    if (name == "strict") function.strict = option_text(option) == "true";
    if (name == "security") function.own_context |= option_text(option) == "true";
    if (name == "set") function.own_context = true;
    if (name == "as") function.body = option.node("arg").items().front().text("sval");
  }
}

/// The only target of a SELECT that has nothing else.
ast::Node only_target(const ast::Node& select) {
  static constexpr auto plain = std::to_array<std::string_view>({"targetList", "limitOption", "op"});
  for (const auto field : select.fields())
    if (std::ranges::find(plain, field.key) == plain.end()) return {};
  const ast::List targets = select.list("targetList");
  return targets.size() == 1 ? targets.front().node("val") : ast::Node{};
}

bool has_query(const Expression& expression) {
  bool found = false;
  walk(expression, [&](const Expression& inner) {
    found |= inner.kind == Expression::Kind::subquery || inner.kind == Expression::Kind::exists;
  });
  return found;
}

Boxed<Expression> computed(const ast::Node& value, const Context& ctx) {
  if (!value) return std::nullopt;
  Expression expression = expression_shape(value, ctx);
  if (has_query(expression)) return std::nullopt;
  return expression;
}

/// What nobody has read may be anything.
Expression unread_expression() {
  return {.kind = Expression::Kind::function, .function = {.schema = {}, .name = {}}};
}

/// A body of several statements, or of one that reads something, is not inlined (clauses.c, inline_function).
Boxed<Expression> computed_by_text(const std::string& body, Context& ctx) {
  if (ctx.reader == nullptr) return unread_expression();
  const TreeReader::Tree tree = ctx.reader->inner().parse(body);
  if (tree.failure) return unread_expression();
  if (tree.statements.size() != 1) return std::nullopt;
  const ast::Node statement = ast::Node::bare(*tree.statements.begin()).node("stmt");
  if (!statement.is("SelectStmt")) return std::nullopt;
  const Context inside(body, 0, ctx.statement);
  return computed(only_target(statement), inside);
}

/// RETURN …, or BEGIN ATOMIC SELECT …; END.
Boxed<Expression> computed_by_tree(const ast::Node& body, const Context& ctx) {
  if (body.is("ReturnStmt")) return computed(body.node("returnval"), ctx);
  const ast::List statements = body.items().front().items();
  if (statements.size() != 1 || !statements.front().is("SelectStmt")) return std::nullopt;
  return computed(only_target(statements.front()), ctx);
}

}  // namespace

/// What stands behind the function's name, which the tree has no place for.
static std::string definition_of_function(const Context& ctx) {
  Lexer lexer(ctx.text, ctx.statement.span.begin, ctx.statement.span.end);
  for (Token token = lexer.next(); token.kind != Token::Kind::end; token = lexer.next()) {
    const std::string_view word = lexer.text(token);
    if (is_word(word, "function") || is_word(word, "procedure"))
      return text_after_name(ctx.text, lexer.position(), ctx.statement.span.end);
  }
  return {};
}

void lower_create_function(const ast::Node& node, Context& ctx) {
  CreateFunction function{.function = qualified(node.list("funcname")),
                          .or_replace = node.flag("replace"),
                          .procedure = node.flag("is_procedure")};
  if (const ast::Node returns = node.object("returnType")) {
    function.returns = type_name(returns);
    function.returns_set = returns.flag("setof");
  }
  take_parameters(node, function, ctx);
  take_function_flaws(node, ctx);
  if (function.outputs.size() > 1 && !node.has("returnType")) function.returns = TypeName{.name = "record"};
  take_options(node, function);
  if (const ast::Node body = node.node("sql_body")) {
    function.atomic = query_summary(body);
    if (function.language.empty()) function.language = "sql";
    function.computes = computed_by_tree(body, ctx);
  } else if (function.language == "sql" && !function.returns_set) {
    function.computes = computed_by_text(function.body, ctx);
  }
  function.block = function_block(function, ctx);
  function.definition = definition_of_function(ctx);
  ctx.target(function.function, function.procedure ? ObjectKind::procedure : ObjectKind::function);
  ctx.emit(std::move(function));
}

void lower_alter_function(const ast::Node& node, Context& ctx) {
  const ast::Node object = node.object("func");
  const std::string_view type = node.text("objtype");
  AlterFunction function{.function = qualified(object.list("objname")),
                         .kind = object_kind(type),
                         .routine = type == "OBJECT_ROUTINE"};
  if (!object.flag("args_unspecified")) {
    function.arguments.emplace();
    for (const ast::Node argument : object.list("objargs"))
      function.arguments->push_back(type_name(argument));
  }
  for (const ast::Node option : node.list("actions"))
    if (option.text("defname") == "volatility") function.volatility = volatility(option_text(option));
  ctx.target(function.function, function.kind);
  ctx.emit(std::move(function));
}

/// A name is a TypeName to the grammar.
static FunctionName function_in(const ast::Node& option) {
  const ast::Node value = option.node("arg");
  if (value.is("TypeName")) return qualified(value.list("names"));
  return {.schema = {}, .name = identifier(option_text(option))};
}

/// basetype = 'ANY': it takes none.
static bool is_any(const ast::Node& option) {
  const std::string type = option_text(option);
  return std::ranges::equal(type, std::string_view("any"), {}, [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
}

/// aggregatecmds.c, DefineAggregate.
static AggregateParts aggregate_parts(const ast::Node& node, Context& ctx) {
  AggregateParts parts;
  for (const ast::Node option : node.list("definition")) {
    const std::string_view name = option.text("defname");
    if (name == "sfunc" || name == "sfunc1") parts.transition = function_in(option);
    if (name == "finalfunc") parts.final_function = function_in(option);
    if (name == "stype" || name == "stype1") parts.state = type_name(option.node("arg"));
  }
  if (parts.state.empty()) ctx.flaw("42P13", "an aggregate needs an stype");
  if (parts.transition.empty()) ctx.flaw("42P13", "an aggregate needs an sfunc");
  return parts;
}

/// CREATE AGGREGATE: what it takes, and which functions it is made of.
void lower_aggregate(const ast::Node& node, Context& ctx) {
  CreateFunction function{.function = qualified(node.list("defnames")),
                          .or_replace = node.flag("replace"),
                          .aggregate = true,
                          .language = "internal"};
  if (node.flag("oldstyle")) {
    for (const ast::Node option : node.list("definition"))
      if (option.text("defname") == "basetype" && !is_any(option))
        function.arguments.push_back(type_name(option.node("arg")));
  } else {
    for (const ast::Node parameter : node.list("args").front().items())
      function.arguments.push_back(type_name(parameter.object("argType")));
  }
  function.argument_names.resize(function.arguments.size());
  function.parts = aggregate_parts(node, ctx);
  ctx.target(function.function, ObjectKind::aggregate);
  ctx.emit(std::move(function));
}

}  // namespace miglint::lower
