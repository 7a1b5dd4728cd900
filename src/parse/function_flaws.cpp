#include <algorithm>
#include <map>

#include "miglint/characters.hpp"
#include "parse/lower.hpp"

// What CREATE FUNCTION and CREATE PROCEDURE are refused for by themselves (functioncmds.c,
// interpret_function_parameter_list, compute_function_attributes).

namespace miglint::lower {
namespace {

constexpr const char* invalid_definition = "42P13";

bool only_in(std::string_view mode) {
  return mode != "FUNC_PARAM_OUT" && mode != "FUNC_PARAM_TABLE" && mode != "FUNC_PARAM_INOUT";
}
bool only_out(std::string_view mode) { return mode == "FUNC_PARAM_OUT" || mode == "FUNC_PARAM_TABLE"; }

/// An input may share its name with an output.
void take_repeated_names(const ast::List& parameters, Context& ctx) {
  struct Use {
    bool input = false, output = false;
  };
  std::map<std::string, Use> seen;
  for (const ast::Node parameter : parameters) {
    const std::string name = identifier(parameter.text("name"));
    const std::string_view mode = parameter.text("mode");
    if (name.empty()) continue;
    Use& use = seen[name];
    if ((use.input && !only_out(mode)) || (use.output && !only_in(mode)))
      return ctx.flaw(invalid_definition, "two parameters have the name " + in_prose(name));
    use.input = use.input || !only_out(mode);
    use.output = use.output || !only_in(mode);
  }
}

void take_defaults(const ast::List& parameters, bool procedure, Context& ctx) {
  bool has_default = false, variadic = false;
  for (const ast::Node parameter : parameters) {
    const std::string_view mode = parameter.text("mode");
    const bool given = parameter.has("defexpr");
    if (parameter.object("argType").flag("setof") && !only_out(mode))
      return ctx.flaw(invalid_definition, "a parameter can't be a set");
    if (only_out(mode)) {
      if (given) return ctx.flaw(invalid_definition, "only input parameters can have defaults");
      if (procedure && has_default)
        return ctx.flaw(invalid_definition, "an OUT parameter comes after one with a default");
      continue;
    }
    const TypeName type = type_name(parameter.object("argType"));
    if (mode == "FUNC_PARAM_VARIADIC" && type.schema == "pg_catalog" && type.array_dimensions == 0)
      return ctx.flaw(invalid_definition, "VARIADIC takes an array");
    if (variadic) return ctx.flaw(invalid_definition, "VARIADIC is not the last input parameter");
    variadic = mode == "FUNC_PARAM_VARIADIC";
    if (has_default && !given)
      return ctx.flaw(invalid_definition, "a parameter without a default comes after one that has one");
    has_default = has_default || given;
  }
}

bool is_option(std::string_view option, std::initializer_list<std::string_view> names) {
  return std::ranges::find(names, option) != names.end();
}

void take_options(const ast::Node& node, Context& ctx) {
  const bool procedure = node.flag("is_procedure");
  std::vector<std::string_view> seen;
  for (const ast::Node option : node.list("options")) {
    const std::string_view name = option.text("defname");
    if (procedure && is_option(name, {"window", "volatility", "strict", "leakproof", "cost", "rows",
                                      "support", "parallel"}))
      return ctx.flaw(invalid_definition, "procedures don't take one of the attributes");
    if (name != "set" && is_option(name, {"window", "volatility", "strict", "leakproof", "cost", "rows",
                                          "support", "parallel", "language", "security", "as"})) {
      if (std::ranges::find(seen, name) != seen.end())
        return ctx.flaw("42601", "an option of the function is written twice");
      seen.push_back(name);
    }
    const ast::Node number = option.node("arg");
    if ((name == "cost" || name == "rows") && number.is("Integer") && number.integer("ival") <= 0)
      return ctx.flaw("22023", "COST and ROWS must be positive");
    if (name == "rows" && !node.object("returnType").flag("setof"))
      ctx.flaw("22023", "ROWS is for functions that return a set");
  }
}

void take_body(const ast::Node& node, Context& ctx) {
  std::string language;
  bool as = false;
  for (const ast::Node option : node.list("options")) {
    if (option.text("defname") == "language") language = option_text(option);
    as = as || option.text("defname") == "as";
  }
  const bool inline_body = node.has("sql_body");
  if (as && inline_body) return ctx.flaw(invalid_definition, "the function has two bodies");
  if (language.empty() && !inline_body) return ctx.flaw(invalid_definition, "no language is specified");
  if (inline_body && !language.empty() && language != "sql")
    return ctx.flaw(invalid_definition, "only a function in SQL can have its body inline");
  if (!as && !inline_body) ctx.flaw(invalid_definition, "the function has no body");
}

bool is_builtin(const TypeName& type) {
  return type.schema == "pg_catalog" || type.name == "text" || type.name == "uuid" || type.name == "jsonb";
}

void take_result(const ast::Node& node, Context& ctx) {
  if (node.flag("is_procedure")) return;
  int outputs = 0;
  TypeName only;
  for (const ast::Node parameter : node.list("parameters")) {
    const std::string_view mode = parameter.text("mode");
    if (only_in(mode) || mode == "FUNC_PARAM_TABLE") continue;
    ++outputs;
    only = type_name(parameter.object("argType"));
  }
  const ast::Node returns = node.object("returnType");
  if (!returns && outputs == 0) return ctx.flaw(invalid_definition, "the function has no result type");
  if (!returns || outputs == 0) return;
  const TypeName result = type_name(returns);
  const bool record = result.name == "record";
  if (outputs > 1 && !record)
    ctx.flaw(invalid_definition, "with several OUT parameters the result is record");
  if (outputs == 1 && is_builtin(only) && is_builtin(result) && only.name != result.name)
    ctx.flaw(invalid_definition, "the result type is not the OUT parameter's");
}

}  // namespace

void take_function_flaws(const ast::Node& node, Context& ctx) {
  const ast::List parameters = node.list("parameters");
  take_options(node, ctx);
  take_body(node, ctx);
  take_repeated_names(parameters, ctx);
  take_defaults(parameters, node.flag("is_procedure"), ctx);
  take_result(node, ctx);
}

}  // namespace miglint::lower
