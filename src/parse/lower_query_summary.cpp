#include <algorithm>
#include <set>

#include "parse/lower.hpp"

// What a query reads is collected from its whole tree, subqueries and common table expressions included,
// without resolving scopes: for locks and dependencies it is enough to know every relation, function and
// column that is named. A name that a WITH clause gives is no relation.

namespace miglint::lower {
namespace {

class Collector {
 public:
  explicit Collector(const ast::Node& root) {
    find_common_tables(root);
    if (root.is("ColumnRef")) add_column(root);
    if (root.is("FuncCall")) add_function(root);
    visit_fields(root);
  }
  /// Of an INSERT: its query and WITH clause, not its target.
  struct QueryOf {
    const ast::Node& insert;
  };
  explicit Collector(QueryOf of) {
    find_common_tables(of.insert);
    for (const auto field : of.insert.fields()) {
      if (field.key == "withClause" || field.key == "selectStmt") visit(field.key, field.value);
    }
  }
  QuerySummary take() { return std::move(summary_); }

 private:
  template <class Visit>
  static void each(simdjson::dom::element element, const Visit& visit) {
    simdjson::dom::object object;
    simdjson::dom::array array;
    if (element.get(object) == simdjson::SUCCESS) {
      for (const auto field : object) visit(field.key, field.value);
    } else if (element.get(array) == simdjson::SUCCESS) {
      for (const simdjson::dom::element item : array) visit(std::string_view{}, item);
    }
  }

  void find_common_tables(const ast::Node& root) {
    for (const auto field : root.fields()) find_common_tables(field.key, field.value);
  }
  void find_common_tables(std::string_view key, simdjson::dom::element value) {
    if (key == "CommonTableExpr") common_tables_.insert(identifier(ast::Node::bare(value).text("ctename")));
    each(value,
         [&](std::string_view inner, simdjson::dom::element child) { find_common_tables(inner, child); });
  }

  void visit_fields(const ast::Node& node) {
    for (const auto field : node.fields()) visit(field.key, field.value);
  }

  void visit(std::string_view key, simdjson::dom::element value) {
    if (key == "ColumnRef") return add_column(ast::Node::bare(value));
    if (key == "RangeVar") return add_relation(ast::Node::bare(value));
    if (key == "FuncCall") add_function(ast::Node::bare(value));
    if ((key == "relation" || key == "rel" || key == "pktable") && ast::Node::bare(value).has("relname"))
      return add_relation(ast::Node::bare(value));
    if (key == "lockingClause") return;  // names aliases, not relations
    each(value, [&](std::string_view inner, simdjson::dom::element child) { visit(inner, child); });
  }

  template <class T>
  static void add_once(std::vector<T>& to, std::set<T>& known, T value) {
    if (known.insert(value).second) to.push_back(std::move(value));
  }

  void add_relation(const ast::Node& node) {
    RelationName name = relation(node);
    if (name.schema.empty() && common_tables_.count(name.name) != 0) return;
    if (const ast::Node alias = node.object("alias"))
      summary_.aliases.emplace_back(identifier(alias.text("aliasname")), name);
    add_once(summary_.relations, relations_, std::move(name));
  }

  void add_function(const ast::Node& node) {
    add_once(summary_.functions, functions_, qualified(node.list("funcname")));
  }

  void add_column(const ast::Node& node) {
    std::pair<std::string, std::string> column;
    for (const ast::Node field : node.list("fields")) {
      column.first = std::move(column.second);
      column.second = field.is("A_Star") ? "*" : identifier(field.text("sval"));
    }
    if (column.second == "*") summary_.star = true;
    add_once(summary_.columns, columns_, std::move(column));
  }

  std::set<std::string> common_tables_;
  std::set<RelationName> relations_;
  std::set<FunctionName> functions_;
  std::set<std::pair<std::string, std::string>> columns_;
  QuerySummary summary_;
};

/// A set operation's columns are named by its first SELECT.
ast::Node first_select(ast::Node select) {
  while (const ast::Node left = select.object("larg")) select = left;
  return select;
}

void take_output(const ast::Node& query, QuerySummary& summary) {
  for (const ast::Node target : first_select(query).list("targetList")) {
    if (target.is("ResTarget")) summary.output.push_back(output_name(target));
  }
}

}  // namespace

QuerySummary query_summary(const ast::Node& node) {
  QuerySummary summary = Collector(node).take();
  take_output(node, summary);
  return summary;
}

QuerySummary insert_summary(const ast::Node& insert) {
  QuerySummary summary = Collector(Collector::QueryOf{insert}).take();
  take_output(insert.node("selectStmt"), summary);
  return summary;
}

std::vector<Expression> output_shapes(const ast::Node& query, const Context& ctx) {
  std::vector<Expression> shapes;
  for (const ast::Node target : first_select(query).list("targetList"))
    if (target.is("ResTarget")) shapes.push_back(expression_shape(target.node("val"), ctx));
  return shapes;
}

QuerySummary expression_summary(const ast::Node& node) { return Collector(node).take(); }

void append(QuerySummary& to, const QuerySummary& from) {
  to.relations.insert(to.relations.end(), from.relations.begin(), from.relations.end());
  to.functions.insert(to.functions.end(), from.functions.begin(), from.functions.end());
  to.columns.insert(to.columns.end(), from.columns.begin(), from.columns.end());
  to.aliases.insert(to.aliases.end(), from.aliases.begin(), from.aliases.end());
  to.star = to.star || from.star;
}

}  // namespace miglint::lower
