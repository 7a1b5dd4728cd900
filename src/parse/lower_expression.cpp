#include <array>
#include <unordered_map>
#include <utility>

#include "miglint/lexer.hpp"
#include "parse/lower.hpp"

namespace miglint::lower {
namespace {

// Deeper than anyone writes by hand, and shallow enough for every later pass to recurse. What lies deeper
// stays `other`.
constexpr int deepest_expression = 500;

// A sub-select this deep in an expression is looked at as a whole only; each level of them costs a copy.
constexpr int deepest_subselect = 6;

constexpr int largest_case_subject = 16;  // parts

/// Where an expression is lowered: its source, how deep inside the outermost one, and whether the sub-selects
/// in it are for parse analysis or flattened.
struct Place {
  const Context& ctx;
  int depth = 0;
  bool scoped = false;

  Place deeper() const { return {ctx, depth + 1, scoped}; }
};

Expression lower(const ast::Node& node, const Place& place);

std::vector<Expression> lower_all(const ast::List& list, const Place& place) {
  std::vector<Expression> lowered;
  lowered.reserve(static_cast<std::size_t>(list.size()));
  for (const ast::Node item : list) {
    if (item) lowered.push_back(lower(item, place.deeper()));
  }
  return lowered;
}

void add(std::vector<Expression>& to, const ast::Node& node, const Place& place) {
  if (node) to.push_back(lower(node, place.deeper()));
}

Expression of(Expression::Kind kind, std::vector<Expression> args = {}, std::string value = {}) {
  return {.kind = kind, .value = std::move(value), .args = std::move(args)};
}

Expression function_named(std::string name, std::vector<Expression> args = {}) {
  const int arguments = static_cast<int>(args.size());
  return {.kind = Expression::Kind::function,
          .function = {.schema = "pg_catalog", .name = std::move(name)},
          .args = std::move(args),
          .call = {.arguments = arguments}};
}

/// An integer too large for int4 comes as fval, as does everything with a point or an exponent.
std::string number_type(std::string_view digits) {
  if (digits.find_first_of(".eE") != std::string_view::npos) return "numeric";
  return digits.size() < 19 ? "int8" : "numeric";
}

/// libpg_query 15 leaves a negative integer out of the JSON as it does zero: then the source tells.
std::string small_integer(const ast::Node& node, const Place& place) {
  const ast::Node value = node.object("ival");
  const int at = place.ctx.base + node.location();
  if (value.has("ival") || node.location() < 0 || at >= static_cast<int>(place.ctx.text.size()))
    return std::to_string(value.integer("ival"));
  Lexer lexer(place.ctx.text, at, static_cast<int>(place.ctx.text.size()));
  Token token = lexer.next();
  bool negative = false;
  for (; lexer.text(token) == "-" || lexer.text(token) == "("; token = lexer.next())
    negative = negative != (lexer.text(token) == "-");
  const std::string digits(lexer.text(token));
  return negative && token.kind == Token::Kind::number && digits != "0" ? "-" + digits : "0";
}

Expression constant(const ast::Node& node, const Place& place) {
  if (node.flag("isnull")) return of(Expression::Kind::null);
  Expression lowered = of(Expression::Kind::constant);
  if (node.has("sval")) {
    lowered.value = node.object("sval").text("sval");
    lowered.type.name = "unknown";
  } else if (node.has("fval")) {
    lowered.value = node.object("fval").text("fval");
    lowered.type = catalog_type(number_type(lowered.value));
  } else if (node.has("boolval")) {
    lowered.value = node.object("boolval").flag("boolval") ? "true" : "false";
    lowered.type = catalog_type("bool");
  } else if (node.has("bsval")) {
    lowered.value = node.object("bsval").text("bsval");
    lowered.type = catalog_type("bit");
  } else {
    lowered.value = small_integer(node, place);
    lowered.type = catalog_type("int4");
  }
  return lowered;
}

Expression column(const ast::Node& node) {
  Expression lowered = of(Expression::Kind::column);
  for (const ast::Node field : node.list("fields")) {
    lowered.qualifier = std::move(lowered.value);
    lowered.value = field.is("A_Star") ? "*" : identifier(field.text("sval"));
    if (field.is("A_Star")) lowered.kind = Expression::Kind::other;
  }
  return lowered;
}

std::string operator_name(const ast::Node& node) {
  return std::string(node.list("name").back().text("sval"));
}

/// What the vocabulary calls the operator of an A_Expr.
std::string operator_word(std::string_view kind, const std::string& name) {
  const bool negated = name == "<>" || (!name.empty() && name.front() == '!');
  if (kind == "AEXPR_OP_ANY") return name + " ANY";
  if (kind == "AEXPR_OP_ALL") return name + " ALL";
  if (kind == "AEXPR_DISTINCT") return "DISTINCT";
  if (kind == "AEXPR_NOT_DISTINCT") return "NOT DISTINCT";
  if (kind == "AEXPR_IN") return negated ? "NOT IN" : "IN";
  if (kind == "AEXPR_LIKE") return negated ? "NOT LIKE" : "LIKE";
  if (kind == "AEXPR_ILIKE") return negated ? "NOT ILIKE" : "ILIKE";
  if (kind == "AEXPR_SIMILAR") return negated ? "NOT SIMILAR TO" : "SIMILAR TO";
  if (kind.starts_with("AEXPR_BETWEEN") || kind.starts_with("AEXPR_NOT_BETWEEN")) return name;
  return name;
}

Expression operation(const ast::Node& node, const Place& place) {
  std::vector<Expression> args;
  add(args, node.node("lexpr"), place);
  const ast::Node right = node.node("rexpr");
  if (right.is("List")) {
    for (Expression& item : lower_all(right.items(), place)) args.push_back(std::move(item));
  } else {
    add(args, right, place);
  }
  if (node.text("kind") == "AEXPR_NULLIF") return function_named("nullif", std::move(args));
  return of(Expression::Kind::op, std::move(args), operator_word(node.text("kind"), operator_name(node)));
}

Expression boolean(const ast::Node& node, const Place& place) {
  const std::string_view op = node.text("boolop");
  const Expression::Kind kind = op == "AND_EXPR"  ? Expression::Kind::conjunction
                                : op == "OR_EXPR" ? Expression::Kind::disjunction
                                                  : Expression::Kind::negation;
  return of(kind, lower_all(node.list("args"), place));
}

Expression null_test(const ast::Node& node, const Place& place) {
  std::vector<Expression> args;
  add(args, node.node("arg"), place);
  return of(
      node.text("nulltesttype") == "IS_NULL" ? Expression::Kind::is_null : Expression::Kind::is_not_null,
      std::move(args));
}

Expression boolean_test(const ast::Node& node, const Place& place) {
  std::string word(node.text("booltesttype"));
  for (char& c : word) {
    if (c == '_') c = ' ';
  }
  std::vector<Expression> args;
  add(args, node.node("arg"), place);
  return of(Expression::Kind::op, std::move(args), std::move(word));
}

/// OVER w has a name, OVER (w …) one to refer to.
Window over_clause(const ast::Node& over) {
  Window window = window_definition(over);
  window.as_it_is = !window.name.empty();
  if (window.as_it_is) window.refers_to = std::move(window.name);
  return window;
}

Expression call(const ast::Node& node, const Place& place) {
  Expression lowered{.kind = Expression::Kind::function,
                     .function = qualified(node.list("funcname")),
                     .args = lower_all(node.list("args"), place)};
  const ast::Node over = node.object("over");
  const ast::List order = node.list("agg_order");
  lowered.call = {.arguments = static_cast<int>(lowered.args.size()),
                  .star = node.flag("agg_star"),
                  .distinct = node.flag("agg_distinct"),
                  .variadic = node.flag("func_variadic"),
                  .named = node.list("args").back().is("NamedArgExpr"),
                  .filtered = node.has("agg_filter"),
                  .ordered = !order.empty() && !node.flag("agg_within_group"),
                  .within_group = node.flag("agg_within_group"),
                  .window = node.has("over")};
  if (over) lowered.call.over = std::make_shared<Window>(over_clause(over));
  add(lowered.args, node.node("agg_filter"), place);
  for (const ast::Node key : order) add(lowered.args, key.node("node"), place);
  for (const ast::Node key : over.list("partitionClause")) add(lowered.args, key, place);
  for (const ast::Node key : over.list("orderClause")) add(lowered.args, key.node("node"), place);
  return lowered;
}

/// CURRENT_TIMESTAMP and its siblings, by the function that gives the same value.
Expression value_function(const ast::Node& node) {
  static constexpr std::array<std::pair<std::string_view, const char*>, 11> names{{
      {"SVFOP_CURRENT_DATE", "current_date"},
      {"SVFOP_CURRENT_TIMESTAMP", "now"},
      {"SVFOP_CURRENT_TIMESTAMP_N", "now"},
      {"SVFOP_CURRENT_TIME", "current_time"},
      {"SVFOP_CURRENT_TIME_N", "current_time"},
      {"SVFOP_LOCALTIME", "localtime"},
      {"SVFOP_LOCALTIME_N", "localtime"},
      {"SVFOP_LOCALTIMESTAMP", "localtimestamp"},
      {"SVFOP_LOCALTIMESTAMP_N", "localtimestamp"},
      {"SVFOP_CURRENT_CATALOG", "current_database"},
      {"SVFOP_CURRENT_SCHEMA", "current_schema"},
  }};
  const std::string_view op = node.text("op");
  for (const auto& [word, name] : names) {
    if (op == word) return function_named(name);
  }
  return function_named(op == "SVFOP_SESSION_USER" ? "session_user" : "current_user");
}

Expression cast(const ast::Node& node, const Place& place) {
  Expression lowered{.kind = Expression::Kind::cast, .type = type_name(node.object("typeName"))};
  add(lowered.args, node.node("arg"), place);
  return lowered;
}

int size_of(const Expression& expression) {
  int parts = 0;
  walk(expression, [&](const Expression&) { ++parts; });
  return parts;
}

/// CASE x WHEN a is CASE WHEN x = a. A large x is written out once only: x may be such a CASE itself.
Expression case_when(const ast::Node& node, const Place& place) {
  Expression lowered = of(Expression::Kind::case_when);
  std::vector<Expression> subject;
  add(subject, node.node("arg"), place);
  const bool large = !subject.empty() && size_of(subject.front()) > largest_case_subject;
  for (const ast::Node when : node.list("args")) {
    std::vector<Expression> condition = subject;
    if (large) subject.front() = of(Expression::Kind::other);
    add(condition, when.node("expr"), place);
    lowered.args.push_back(!subject.empty() ? of(Expression::Kind::op, std::move(condition), "=")
                                            : std::move(condition.front()));
    add(lowered.args, when.node("result"), place);
  }
  if (const ast::Node otherwise = node.node("defresult")) {
    lowered.value = "else";
    add(lowered.args, otherwise, place);
  }
  return lowered;
}

Expression subquery(Expression::Kind kind, const ast::Node& select, const Place& place) {
  Expression lowered = of(kind);
  if (place.scoped) {
    lowered.query = scoped_query(select, place.ctx, place.depth + 1);
    return lowered;
  }
  lowered.relations = query_summary(select).relations;
  add(lowered.args, select.node("whereClause"), place);
  if (place.depth <= deepest_subselect)
    lowered.subselect =
        lower::subselect(select, lowered.args.empty() ? nullptr : &lowered.args.front(), place.ctx);
  return lowered;
}

Expression sublink(const ast::Node& node, const Place& place) {
  const std::string_view type = node.text("subLinkType");
  const ast::Node select = node.node("subselect");
  if (type == "EXISTS_SUBLINK") return subquery(Expression::Kind::exists, select, place);
  Expression query = subquery(Expression::Kind::subquery, select, place);
  if (type == "ARRAY_SUBLINK") query.value = "ARRAY";
  const ast::Node test = node.node("testexpr");
  if (!test) return query;
  std::vector<Expression> args;
  add(args, test, place);
  args.push_back(std::move(query));
  const std::string name = std::string(node.list("operName").back().text("sval"));
  const std::string word = name.empty() ? "IN" : name + (type == "ALL_SUBLINK" ? " ALL" : " ANY");
  return of(Expression::Kind::op, std::move(args), word);
}

/// `(x).a[1].b`: each step around what stands before it. A star at the end is the query's to read.
Expression indirection(const ast::Node& node, const Place& place) {
  Expression lowered = lower(node.node("arg"), place.deeper());
  for (const ast::Node step : node.list("indirection")) {
    std::vector<Expression> args;
    args.push_back(std::move(lowered));
    if (step.is("A_Indices")) {
      add(args, step.node("lidx"), place);
      add(args, step.node("uidx"), place);
      lowered = of(Expression::Kind::subscript, std::move(args), step.flag("is_slice") ? ":" : "");
    } else if (step.is("String")) {
      lowered = of(Expression::Kind::field, std::move(args), identifier(step.text("sval")));
    } else {
      lowered = of(Expression::Kind::other, std::move(args), "*");
    }
  }
  return lowered;
}

Expression collate(const ast::Node& node, const Place& place) {
  Expression lowered{.kind = Expression::Kind::collate, .function = qualified(node.list("collname"))};
  add(lowered.args, node.node("arg"), place);
  return lowered;
}

/// A word of PostgreSQL's that the vocabulary has none for: what is inside it still counts.
void collect(simdjson::dom::element element, std::vector<Expression>& into, const Place& place) {
  simdjson::dom::array array;
  if (element.get(array) == simdjson::SUCCESS) {
    for (const simdjson::dom::element item : array) collect(item, into, place);
    return;
  }
  const ast::Node node = ast::Node::unwrap(element);
  if (node) into.push_back(lower(node, place.deeper()));
}

Expression unknown(const ast::Node& node, const Place& place) {
  Expression lowered = of(Expression::Kind::other);
  for (const auto field : node.fields()) collect(field.value, lowered.args, place);
  return lowered;
}

using LowerExpression = Expression (*)(const ast::Node&, const Place&);

const std::unordered_map<std::string_view, LowerExpression>& vocabulary() {
  using Kind = Expression::Kind;
  static const std::unordered_map<std::string_view, LowerExpression> words{
      {"A_Const", [](const ast::Node& n, const Place& p) { return constant(n, p); }},
      {"ColumnRef", [](const ast::Node& n, const Place&) { return column(n); }},
      {"SQLValueFunction", [](const ast::Node& n, const Place&) { return value_function(n); }},
      {"SetToDefault", [](const ast::Node&, const Place&) { return of(Kind::default_value); }},
      {"A_Expr", operation},
      {"BoolExpr", boolean},
      {"NullTest", null_test},
      {"BooleanTest", boolean_test},
      {"FuncCall", call},
      {"TypeCast", cast},
      {"CaseExpr", case_when},
      {"SubLink", sublink},
      {"A_Indirection", indirection},
      {"CollateClause", collate},
      {"ParamRef", [](const ast::Node& n,
                      const Place&) { return of(Kind::parameter, {}, std::to_string(n.integer("number"))); }},
      {"CoalesceExpr",
       [](const ast::Node& n, const Place& p) { return of(Kind::coalesce, lower_all(n.list("args"), p)); }},
      {"MinMaxExpr",
       [](const ast::Node& n, const Place& p) {
         return function_named(n.text("op") == "IS_LEAST" ? "least" : "greatest",
                               lower_all(n.list("args"), p));
       }},
      {"A_ArrayExpr",
       [](const ast::Node& n, const Place& p) { return of(Kind::array, lower_all(n.list("elements"), p)); }},
      {"RowExpr",
       [](const ast::Node& n, const Place& p) { return of(Kind::row, lower_all(n.list("args"), p)); }},
      {"List", [](const ast::Node& n, const Place& p) { return of(Kind::row, lower_all(n.items(), p)); }},
      {"SelectStmt", [](const ast::Node& n, const Place& p) { return subquery(Kind::subquery, n, p); }},
      {"NamedArgExpr", [](const ast::Node& n, const Place& p) { return lower(n.node("arg"), p.deeper()); }},
      {"MultiAssignRef",
       [](const ast::Node& n, const Place& p) { return lower(n.node("source"), p.deeper()); }},
  };
  return words;
}

Expression lower(const ast::Node& node, const Place& place) {
  if (!node || place.depth > deepest_expression) return of(Expression::Kind::other);
  const auto word = vocabulary().find(node.kind());
  return word == vocabulary().end() ? unknown(node, place) : word->second(node, place);
}

}  // namespace

Expression expression_shape(const ast::Node& node, const Context& ctx) { return lower(node, {.ctx = ctx}); }

Expression scoped_expression(const ast::Node& node, const Context& ctx, int depth) {
  return lower(node, {.ctx = ctx, .depth = depth, .scoped = true});
}

Expression expression(const ast::Node& node, const Context& ctx) {
  Expression lowered = lower(node, {.ctx = ctx});
  lowered.text = expression_text(ctx.text, ctx.base, node);
  return lowered;
}

Boxed<Expression> optional_expression(const ast::Node& node, const Context& ctx) {
  if (!node) return std::nullopt;
  return expression(node, ctx);
}

}  // namespace miglint::lower
