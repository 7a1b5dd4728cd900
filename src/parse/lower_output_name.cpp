#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "parse/lower.hpp"

// The names PostgreSQL gives the columns of a query that have none (parse_target.c, FigureColname).

namespace miglint::lower {
namespace {

/// `weak`: a cast around it has the better name.
struct OutputName {
  std::string name;
  bool weak = false;
};

OutputName name_of(const ast::Node& value);

std::string name_of_value_function(std::string_view op) {
  static constexpr auto names = std::to_array<std::pair<std::string_view, std::string_view>>({
      {"SVFOP_CURRENT_DATE", "current_date"},
      {"SVFOP_CURRENT_TIMESTAMP", "current_timestamp"},
      {"SVFOP_CURRENT_TIMESTAMP_N", "current_timestamp"},
      {"SVFOP_CURRENT_TIME", "current_time"},
      {"SVFOP_CURRENT_TIME_N", "current_time"},
      {"SVFOP_LOCALTIME", "localtime"},
      {"SVFOP_LOCALTIME_N", "localtime"},
      {"SVFOP_LOCALTIMESTAMP", "localtimestamp"},
      {"SVFOP_LOCALTIMESTAMP_N", "localtimestamp"},
      {"SVFOP_CURRENT_ROLE", "current_role"},
      {"SVFOP_CURRENT_USER", "current_user"},
      {"SVFOP_USER", "user"},
      {"SVFOP_SESSION_USER", "session_user"},
      {"SVFOP_CURRENT_CATALOG", "current_catalog"},
      {"SVFOP_CURRENT_SCHEMA", "current_schema"},
  });
  const auto found = std::ranges::find(names, op, [](const auto& row) { return row.first; });
  return found == names.end() ? std::string() : std::string(found->second);
}

OutputName name_of_indirection(const ast::Node& value) {
  std::string last;
  for (const ast::Node step : value.list("indirection"))
    if (step.is("String")) last = identifier(step.text("sval"));
  return last.empty() ? name_of(value.node("arg")) : OutputName{last};
}

/// A scalar sub-select has the name of its column.
OutputName name_of_sublink(const ast::Node& value) {
  const std::string_view type = value.text("subLinkType");
  if (type == "EXISTS_SUBLINK") return {"exists"};
  if (type == "ARRAY_SUBLINK") return {"array"};
  if (type != "EXPR_SUBLINK") return {};
  ast::Node select = value.node("subselect");
  while (const ast::Node left = select.object("larg")) select = left;
  if (!select.list("valuesLists").empty()) return {"column1"};
  return {output_name(select.list("targetList").front())};
}

OutputName name_of_cast(const ast::Node& value) {
  OutputName inner = name_of(value.node("arg"));
  if (!inner.name.empty() && !inner.weak) return inner;
  return {type_name(value.object("typeName")).name, true};
}

OutputName name_of_case(const ast::Node& value) {
  OutputName otherwise = name_of(value.node("defresult"));
  return !otherwise.name.empty() && !otherwise.weak ? otherwise : OutputName{"case", true};
}

/// IS_XMLELEMENT and its like; IS_DOCUMENT has no name.
std::string name_of_xml(std::string_view op) {
  if (!op.starts_with("IS_XML")) return {};
  std::string name(op.substr(3));
  std::ranges::transform(name, name.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return name;
}

/// SQL/JSON's words, from PostgreSQL 16 on.
std::string name_of_json(const ast::Node& value) {
  static constexpr auto names = std::to_array<std::pair<std::string_view, std::string_view>>({
      {"JsonObjectConstructor", "json_object"},
      {"JsonArrayConstructor", "json_array"},
      {"JsonArrayQueryConstructor", "json_array"},
      {"JsonObjectAgg", "json_objectagg"},
      {"JsonArrayAgg", "json_arrayagg"},
      {"JsonParseExpr", "json"},
      {"JsonScalarExpr", "json_scalar"},
      {"JsonSerializeExpr", "json_serialize"},
      {"MergeSupportFunc", "merge_action"},
  });
  if (value.is("JsonFuncExpr")) {
    const std::string_view op = value.text("op");
    return op == "JSON_EXISTS_OP" ? "json_exists" : op == "JSON_QUERY_OP" ? "json_query" : "json_value";
  }
  const auto found = std::ranges::find(names, value.kind(), [](const auto& row) { return row.first; });
  return found == names.end() ? std::string() : std::string(found->second);
}

OutputName name_of(const ast::Node& value) {
  if (value.is("ColumnRef")) {
    std::string last;
    for (const ast::Node field : value.list("fields"))
      if (field.is("String")) last = identifier(field.text("sval"));
    return {last};
  }
  if (value.is("A_Indirection")) return name_of_indirection(value);
  if (value.is("FuncCall")) return {identifier(value.list("funcname").back().text("sval"))};
  if (value.is("A_Expr") && value.text("kind") == "AEXPR_NULLIF") return {"nullif"};
  if (value.is("TypeCast")) return name_of_cast(value);
  if (value.is("CollateClause")) return name_of(value.node("arg"));
  if (value.is("GroupingFunc")) return {"grouping"};
  if (value.is("SubLink")) return name_of_sublink(value);
  if (value.is("CaseExpr")) return name_of_case(value);
  if (value.is("A_ArrayExpr")) return {"array"};
  if (value.is("RowExpr")) return {"row"};
  if (value.is("CoalesceExpr")) return {"coalesce"};
  if (value.is("MinMaxExpr")) return {value.text("op") == "IS_LEAST" ? "least" : "greatest"};
  if (value.is("SQLValueFunction")) return {name_of_value_function(value.text("op"))};
  if (value.is("XmlSerialize")) return {"xmlserialize"};
  if (value.is("XmlExpr")) return {name_of_xml(value.text("op"))};
  return {name_of_json(value)};
}

}  // namespace

bool is_star(const ast::Node& value) {
  if (value.is("ColumnRef")) return value.list("fields").back().is("A_Star");
  return value.is("A_Indirection") && value.list("indirection").back().is("A_Star");
}

std::string output_name(const ast::Node& target) {
  if (target.has("name")) return identifier(target.text("name"));
  const ast::Node value = target.node("val");
  if (is_star(value)) return "*";
  std::string name = name_of(value).name;
  return name.empty() ? "?column?" : name;
}

std::string index_column_name(const ast::Node& expression) { return name_of(expression).name; }

}  // namespace miglint::lower
