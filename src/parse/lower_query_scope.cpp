#include <algorithm>
#include <array>
#include <utility>

#include "parse/lower.hpp"

// A query with its scopes (miglint/query.hpp). Names are not looked up here: that takes a catalog.

namespace miglint::lower {
namespace {

// ---- References -------------------------------------------------------------------------------------------

ColumnReference reference(const ast::Node& column_ref) {
  ColumnReference column;
  for (const ast::Node field : column_ref.list("fields")) {
    column.qualifier = std::move(column.column);
    column.column = field.is("A_Star") ? "*" : identifier(field.text("sval"));
  }
  return column;
}

/// Functions in FROM that give one column, named after themselves or after their alias; with those that name
/// their columns.
struct SetFunction {
  std::string_view name;
  std::array<std::string_view, 2> columns;
};
constexpr auto set_functions = std::to_array<SetFunction>({
    {"generate_series", {}},
    {"generate_subscripts", {}},
    {"json_array_elements", {"value"}},
    {"json_array_elements_text", {"value"}},
    {"json_each", {"key", "value"}},
    {"json_each_text", {"key", "value"}},
    {"json_object_keys", {}},
    {"jsonb_array_elements", {"value"}},
    {"jsonb_array_elements_text", {"value"}},
    {"jsonb_each", {"key", "value"}},
    {"jsonb_each_text", {"key", "value"}},
    {"jsonb_object_keys", {}},
    {"jsonb_path_query", {}},
    {"regexp_matches", {}},
    {"regexp_split_to_table", {}},
    {"string_to_table", {}},
});

class Scopes {
 public:
  explicit Scopes(const Context& ctx) : ctx_(ctx) {}

  ScopedQueryPtr query(const ast::Node& select) {
    if (!select.is("SelectStmt") && !select.has("targetList") && !select.has("valuesLists") &&
        !select.has("larg"))
      return nullptr;
    auto query = std::make_shared<ScopedQuery>();
    take_with(select, *query);
    if (const ast::Node left = select.object("larg")) {
      query->left = this->query(left);
      query->right = this->query(select.object("rarg"));
    }
    for (const ast::Node item : select.list("fromClause")) query->from.push_back(from_item(item));
    for (const ast::Node target : select.list("targetList")) take_target(target, *query);
    take_values(select, *query);
    // A set operation is sorted by its output's names.
    if (!query->left)
      for (const auto field : select.fields())
        if (is_expression_clause(field.key)) collect(field.value, query->names);
    return query;
  }

  NamesUsed names(const ast::Node& expression) {
    NamesUsed names;
    collect(expression, names);
    return names;
  }

 private:
  static bool is_expression_clause(std::string_view clause) {
    static constexpr auto clauses = std::to_array<std::string_view>(
        {"whereClause", "groupClause", "havingClause", "windowClause", "distinctClause", "sortClause",
         "limitCount", "limitOffset", "valuesLists"});
    return std::ranges::find(clauses, clause) != clauses.end();
  }

  void take_with(const ast::Node& select, ScopedQuery& query) {
    const ast::Node with = select.object("withClause");
    for (const ast::Node table : with.list("ctes")) {
      const bool adds_columns = table.has("search_clause") || table.has("cycle_clause");
      query.with.push_back({.name = identifier(table.text("ctename")),
                            .column_aliases = identifiers(table.list("aliascolnames")),
                            .query = adds_columns ? nullptr : this->query(table.node("ctequery")),
                            .recursive = with.flag("recursive")});
    }
  }

  void take_target(const ast::Node& target, ScopedQuery& query) {
    const ast::Node value = target.node("val");
    ScopedQuery::Target taken{.name = output_name(target), .star = is_star(value)};
    NamesUsed names;
    if (taken.star) {
      taken.qualifier = value.is("ColumnRef") ? reference(value).qualifier : row_named(value);
      taken.name = "*";
    }
    collect(value, names);
    if (names.subqueries.empty() && !taken.star) taken.value = expression_shape(value, ctx_);
    add(std::move(names), query.names);
    query.targets.push_back(std::move(taken));
  }

  /// `(t).*`; empty where it is no plain name.
  static std::string row_named(const ast::Node& indirection) {
    const ast::Node arg = indirection.node("arg");
    return arg.is("ColumnRef") && arg.list("fields").size() == 1 ? reference(arg).column : "(…)";
  }

  static void take_values(const ast::Node& select, ScopedQuery& query) {
    int width = 0;
    for (const ast::Node row : select.list("valuesLists")) {
      width = row.items().size();
      break;
    }
    for (int column = 1; column <= width; ++column)
      query.targets.push_back({.name = "column" + std::to_string(column)});
  }

  FromItem from_item(const ast::Node& item) {
    FromItem lowered;
    const ast::Node alias = item.object("alias");
    if (alias) {
      lowered.alias = identifier(alias.text("aliasname"));
      lowered.column_aliases = identifiers(alias.list("colnames"));
    }
    lowered.lateral = item.flag("lateral");
    if (item.is("RangeVar")) {
      lowered.kind = FromItem::Kind::relation;
      lowered.relation = relation(item);
    } else if (item.is("RangeSubselect")) {
      lowered.kind = FromItem::Kind::subquery;
      lowered.subquery = query(item.node("subquery"));
    } else if (item.is("RangeFunction")) {
      take_function(item, lowered);
    } else if (item.is("JoinExpr")) {
      take_join(item, lowered);
    } else if (item.is("RangeTableSample")) {
      lowered = from_item(item.node("relation"));
      collect_list(item.list("args"), lowered.names);
    } else {
      for (const auto field : item.fields()) collect(field.value, lowered.names);
    }
    return lowered;
  }

  void take_join(const ast::Node& item, FromItem& join) {
    join.kind = FromItem::Kind::join;
    join.sides.push_back(from_item(item.node("larg")));
    join.sides.push_back(from_item(item.node("rarg")));
    join.using_columns = identifiers(item.list("usingClause"));
    join.natural = item.flag("isNatural");
    collect(item.node("quals"), join.names);
  }

  /// ROWS FROM (f(…) [AS (…)], …): each has a List of the call and its column definitions.
  void take_function(const ast::Node& item, FromItem& function) {
    function.kind = FromItem::Kind::function;
    const ast::List calls = item.list("functions");
    for (const ast::Node call : calls)
      for (const ast::Node part : call.items()) collect(part, function.names);
    for (const ast::Node definition : item.list("coldeflist"))
      function.columns.push_back(identifier(definition.text("colname")));
    function.columns_known = !function.columns.empty();
    const ast::Node call = calls.front().items().front();
    if (!function.columns_known && calls.size() == 1 && call.is("FuncCall"))
      take_known_columns(qualified(call.list("funcname")).name, function);
    if (item.flag("ordinality") && function.columns_known) function.columns.emplace_back("ordinality");
    if (function.alias.empty()) function.alias = qualified(call.list("funcname")).name;
  }

  static void take_known_columns(const std::string& name, FromItem& function) {
    const auto known = std::ranges::find(set_functions, name, &SetFunction::name);
    if (known == set_functions.end()) return;
    function.columns_known = true;
    for (const std::string_view column : known->columns)
      if (!column.empty()) function.columns.emplace_back(column);
    if (function.columns.empty()) function.columns.push_back(function.alias.empty() ? name : function.alias);
  }

  static void add(NamesUsed&& from, NamesUsed& to) {
    for (ColumnReference& column : from.columns) to.columns.push_back(std::move(column));
    for (ScopedQueryPtr& subquery : from.subqueries) to.subqueries.push_back(std::move(subquery));
  }

  void collect_list(const ast::List& list, NamesUsed& names) {
    for (const ast::Node item : list) collect(item, names);
  }

  void collect(const ast::Node& node, NamesUsed& names) {
    if (!node) return;
    if (node.is("ColumnRef")) return names.columns.push_back(reference(node));
    if (node.is("SelectStmt")) return names.subqueries.push_back(query(node));
    if (node.is("A_Indirection")) return collect_indirection(node, names);
    for (const auto field : node.fields()) collect(field.value, names);
  }

  void collect_indirection(const ast::Node& node, NamesUsed& names) {
    const ast::Node arg = node.node("arg");
    const ast::Node step = node.list("indirection").front();
    for (const ast::Node other : node.list("indirection")) collect(other, names);
    if (!arg.is("ColumnRef")) return collect(arg, names);
    ColumnReference column = reference(arg);
    if (step.is("String")) column.field = identifier(step.text("sval"));
    if (step.is("A_Star")) column.field = "*";
    names.columns.push_back(std::move(column));
  }

  void collect(simdjson::dom::element element, NamesUsed& names) {
    simdjson::dom::array array;
    simdjson::dom::object object;
    if (element.get(array) == simdjson::SUCCESS) {
      for (const simdjson::dom::element item : array) collect(item, names);
    } else if (element.get(object) == simdjson::SUCCESS) {
      collect_object(element, object, names);
    }
  }

  /// {"Kind": {…}}, or the fields of a node of a particular type.
  void collect_object(simdjson::dom::element element, simdjson::dom::object object, NamesUsed& names) {
    const ast::Node wrapped = ast::Node::unwrap(element);
    if (object.size() == 1 && wrapped && !wrapped.kind().empty() && wrapped.kind().front() >= 'A' &&
        wrapped.kind().front() <= 'Z')
      return collect(wrapped, names);
    for (const auto field : object) collect(field.value, names);
  }

  const Context& ctx_;
};

}  // namespace

NamesUsed names_used(const ast::Node& expression, const Context& ctx) {
  return Scopes(ctx).names(expression);
}

QuerySummary scoped_summary(const ast::Node& query, const Context& ctx) {
  QuerySummary summary = query_summary(query);
  summary.scoped = Scopes(ctx).query(query);
  return summary;
}

}  // namespace miglint::lower
