#include "parse/lower.hpp"

namespace miglint::lower {
namespace {

Volatility volatility(std::string_view word) {
  if (word == "immutable") return Volatility::immutable;
  return word == "stable" ? Volatility::stable : Volatility::volatile_;
}

void take_parameters(const ast::Node& node, CreateFunction& function) {
  for (const ast::Node parameter : node.list("parameters")) {
    const std::string_view mode = parameter.text("mode");
    const TypeName type = type_name(parameter.object("argType"));
    if (mode != "FUNC_PARAM_OUT" && mode != "FUNC_PARAM_TABLE") function.arguments.push_back(type);
    // Without RETURNS, an OUT parameter is what the function returns.
    if (mode == "FUNC_PARAM_OUT" && !function.returns) function.returns = type;
  }
}

void take_options(const ast::Node& node, CreateFunction& function) {
  for (const ast::Node option : node.list("options")) {
    const std::string_view name = option.text("defname");
    if (name == "language") function.language = option_text(option);
    if (name == "volatility") function.volatility = volatility(option_text(option));
    if (name == "as") function.body = option.node("arg").items().front().text("sval");
  }
}

}  // namespace

void lower_create_function(const ast::Node& node, Context& ctx) {
  CreateFunction function{.function = qualified(node.list("funcname")),
                          .or_replace = node.flag("replace"),
                          .procedure = node.flag("is_procedure")};
  if (const ast::Node returns = node.object("returnType")) {
    function.returns = type_name(returns);
    function.returns_set = returns.flag("setof");
  }
  take_parameters(node, function);
  take_options(node, function);
  if (const ast::Node body = node.node("sql_body")) {
    function.atomic = query_summary(body);
    if (function.language.empty()) function.language = "sql";
  }
  function.block = function_block(function, ctx);
  ctx.target(function.function, function.procedure ? ObjectKind::procedure : ObjectKind::function);
  ctx.emit(std::move(function));
}

void lower_alter_function(const ast::Node& node, Context& ctx) {
  const ast::Node object = node.object("func");
  AlterFunction function{.function = qualified(object.list("objname"))};
  if (!object.flag("args_unspecified")) {
    function.arguments.emplace();
    for (const ast::Node type : object.list("objargs")) function.arguments->push_back(type_name(type));
  }
  const bool procedure = node.text("objtype") == "OBJECT_PROCEDURE";
  ctx.target(function.function, procedure ? ObjectKind::procedure : ObjectKind::function);
  for (const ast::Node option : node.list("actions")) {
    if (option.text("defname") != "volatility") continue;
    function.volatility = volatility(option_text(option));
    return ctx.emit(std::move(function));
  }
  ctx.emit(NoEffect{.tag = ctx.statement.tag});
}

}  // namespace miglint::lower
