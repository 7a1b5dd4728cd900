#include <utility>

#include "parse/lower.hpp"

// A query with its scopes (miglint/query.hpp). Names are not looked up here: that takes a catalog.

namespace miglint::lower {
namespace {

// Sub-selects, sets and expressions around each other; deeper ones are left out.
constexpr int deepest_query = 500;

class Scopes {
 public:
  Scopes(const Context& ctx, int depth) : ctx_(ctx), depth_(depth) {}

  ScopedQueryPtr statement(const ast::Node& node) {
    auto query = std::make_shared<ScopedQuery>();
    query->has_variables = !ctx_.names_are_columns;
    take_with(node, *query);
    if (is_modification(node)) {
      query->modification = modification(node, *query);
      for (const ast::Node target : returning(node)) take_target(target, *query);
      rename_rows(node.object("returningClause"), *query);
    } else {
      take_select(node, *query);
    }
    if (std::optional<Flaw> flaw = query_flaw(node)) query->flaw = std::move(*flaw);
    return query;
  }

 private:
  static bool is_modification(const ast::Node& node) {
    return node.is("InsertStmt") || node.is("UpdateStmt") || node.is("DeleteStmt") || node.is("MergeStmt");
  }

  Expression value(const ast::Node& node) { return scoped_expression(node, ctx_, depth_ + 1); }
  Boxed<Expression> optional_value(const ast::Node& node) {
    if (!node) return std::nullopt;
    return value(node);
  }
  void add_values(const ast::List& list, std::vector<Expression>& to) {
    for (const ast::Node node : list)
      if (node) to.push_back(value(node));
  }
  ScopedQueryPtr inner(const ast::Node& select) { return scoped_query(select, ctx_, depth_ + 1); }

  // ---- SELECT ----

  void take_select(const ast::Node& select, ScopedQuery& query) {
    if (const ast::Node left = select.object("larg")) {
      query.left = inner(left);
      query.right = inner(select.object("rarg"));
    }
    for (const ast::Node item : select.list("fromClause")) query.from.push_back(from_item(item));
    for (const ast::Node target : select.list("targetList")) take_target(target, query);
    for (const ast::Node row : select.list("valuesLists"))
      add_values(row.items(), query.values.emplace_back());
    take_value_names(query);
    query.where = optional_value(select.node("whereClause"));
    take_groups(select, query);
    query.having = optional_value(select.node("havingClause"));
    for (const ast::Node window : select.list("windowClause")) {
      take_window(window, query.windows);
      query.window_definitions.push_back(window_definition(window));
    }
    take_distinct(select, query);
    for (const ast::Node key : select.list("sortClause")) query.order_by.push_back(value(key.node("node")));
    for (const std::string_view limit : {"limitCount", "limitOffset"})
      if (const ast::Node count = select.node(limit)) query.limits.push_back(value(count));
  }

  static void take_value_names(ScopedQuery& query) {
    if (query.values.empty()) return;
    for (std::size_t column = 1; column <= query.values.front().size(); ++column)
      query.targets.push_back({.name = "column" + std::to_string(column)});
  }

  void take_groups(const ast::Node& select, ScopedQuery& query) {
    for (const ast::Node key : select.list("groupClause")) take_group(key, query);
  }
  void take_group(const ast::Node& key, ScopedQuery& query) {
    // (a, b) without the word ROW is a list
    if (key.is("RowExpr") && key.text("row_format") == "COERCE_IMPLICIT_CAST") {
      for (const ast::Node part : key.list("args")) take_group(part, query);
      return;
    }
    if (!key.is("GroupingSet")) return query.group_by.push_back(value(key));
    query.grouping_sets = true;
    for (const ast::Node inside : key.list("content")) take_group(inside, query);
  }

  void take_window(const ast::Node& window, std::vector<Expression>& to) {
    add_values(window.list("partitionClause"), to);
    for (const ast::Node key : window.list("orderClause")) to.push_back(value(key.node("node")));
  }

  /// DISTINCT is a list of one empty node.
  void take_distinct(const ast::Node& select, ScopedQuery& query) {
    const ast::List distinct = select.list("distinctClause");
    query.distinct = !distinct.empty();
    add_values(distinct, query.distinct_on);
  }

  void take_with(const ast::Node& statement, ScopedQuery& query) {
    const ast::Node with = statement.object("withClause");
    for (const ast::Node table : with.list("ctes")) {
      const bool adds_columns = table.has("search_clause") || table.has("cycle_clause");
      query.with.push_back({.name = identifier(table.text("ctename")),
                            .column_aliases = identifiers(table.list("aliascolnames")),
                            .query = adds_columns ? nullptr : inner(table.node("ctequery")),
                            .recursive = with.flag("recursive")});
    }
  }

  void take_target(const ast::Node& target, ScopedQuery& query) {
    const ast::Node written = target.node("val");
    ScopedQuery::Target taken{.name = output_name(target), .star = is_star(written)};
    if (!taken.star) {
      taken.value = value(written);
    } else {
      taken.name = "*";
      if (written.is("ColumnRef")) {
        taken.qualifier = qualifier_of(written);
      } else {
        taken.qualifier = row_named(written);
        taken.value = std::move(value(written).args.front());
      }
    }
    query.targets.push_back(std::move(taken));
  }

  /// RETURNING WITH (OLD AS o): o is the row that is called old without it.
  static void rename_rows(const ast::Node& clause, ScopedQuery& query) {
    for (const ast::Node option : clause.list("options")) {
      const std::string alias = identifier(option.text("value"));
      const char* row = option.text("option") == "RETURNING_OPTION_NEW" ? "new" : "old";
      for (ScopedQuery::Target& target : query.targets) {
        if (target.qualifier == alias) target.qualifier = row;
        rename_qualifier(target.value, alias, row);
      }
    }
  }

  static void rename_qualifier(Expression& value, const std::string& from, const std::string& to) {
    if (value.qualifier == from) value.qualifier = to;
    for (Expression& part : value.args) rename_qualifier(part, from, to);
  }

  static std::string qualifier_of(const ast::Node& column_ref) {
    std::string qualifier;
    for (const ast::Node field : column_ref.list("fields"))
      if (field.is("String")) qualifier = identifier(field.text("sval"));
    return qualifier;
  }

  /// `(t).*`; "(…)" where it is no plain name.
  static std::string row_named(const ast::Node& indirection) {
    const ast::Node arg = indirection.node("arg");
    return arg.is("ColumnRef") && arg.list("fields").size() == 1 ? qualifier_of(arg) : "(…)";
  }

  // ---- FROM ----

  FromItem from_item(const ast::Node& item) {
    FromItem lowered;
    if (const ast::Node alias = item.object("alias")) {
      lowered.alias = identifier(alias.text("aliasname"));
      lowered.column_aliases = identifiers(alias.list("colnames"));
    }
    lowered.lateral = item.flag("lateral");
    if (item.is("RangeVar")) {
      take_relation(item, lowered);
    } else if (item.is("RangeSubselect")) {
      lowered.kind = FromItem::Kind::subquery;
      lowered.subquery = inner(item.node("subquery"));
    } else if (item.is("RangeFunction")) {
      take_function(item, lowered);
    } else if (item.is("JoinExpr")) {
      take_join(item, lowered);
    } else if (item.is("RangeTableSample")) {
      lowered = from_item(item.node("relation"));
      add_values(item.list("args"), lowered.calls);
    } else {
      lowered.calls.push_back(value(item));
    }
    return lowered;
  }

  static void take_relation(const ast::Node& range_var, FromItem& item) {
    item.kind = FromItem::Kind::relation;
    item.relation = relation(range_var);
    if (const ast::Node alias = range_var.object("alias")) {
      item.alias = identifier(alias.text("aliasname"));
      item.column_aliases = identifiers(alias.list("colnames"));
    }
  }

  void take_join(const ast::Node& item, FromItem& join) {
    join.kind = FromItem::Kind::join;
    join.sides.push_back(from_item(item.node("larg")));
    join.sides.push_back(from_item(item.node("rarg")));
    join.using_columns = identifiers(item.list("usingClause"));
    join.natural = item.flag("isNatural");
    join.using_alias = identifier(item.object("join_using_alias").text("aliasname"));
    join.condition = optional_value(item.node("quals"));
  }

  /// ROWS FROM (f(…) [AS (…)], …): each has a List of the call and its column definitions.
  void take_function(const ast::Node& item, FromItem& function) {
    function.kind = FromItem::Kind::function;
    const ast::List calls = item.list("functions");
    for (const ast::Node call : calls) {
      const ast::List parts = call.items();
      if (parts.front()) function.calls.push_back(value(parts.front()));
      for (const ast::Node part : parts)
        for (const ast::Node definition : part.items()) take_definition(definition, function);
    }
    for (const ast::Node definition : item.list("coldeflist")) take_definition(definition, function);
    function.ordinality = item.flag("ordinality");
    if (!function.alias.empty()) return;
    const ast::Node call = calls.front().items().front();
    if (call.is("FuncCall")) function.alias = qualified(call.list("funcname")).name;
  }

  static void take_definition(const ast::Node& definition, FromItem& function) {
    if (definition.is("ColumnDef"))
      function.definitions.push_back(
          {.name = identifier(definition.text("colname")), .type = type_name(definition.object("typeName"))});
  }

  // ---- INSERT, UPDATE, DELETE, MERGE ----

  std::shared_ptr<const Modification> modification(const ast::Node& node, ScopedQuery& query) {
    auto change = std::make_shared<Modification>();
    take_relation(node.object("relation"), change->target);
    if (node.is("InsertStmt")) {
      take_insert(node, *change);
    } else if (node.is("UpdateStmt")) {
      change->kind = Modification::Kind::update;
      take_assignments(node.list("targetList"), change->assignments);
      for (const ast::Node item : node.list("fromClause")) query.from.push_back(from_item(item));
    } else if (node.is("DeleteStmt")) {
      change->kind = Modification::Kind::delete_;
      for (const ast::Node item : node.list("usingClause")) query.from.push_back(from_item(item));
    } else {
      take_merge(node, *change, query);
    }
    query.where = optional_value(node.node("whereClause"));
    return change;
  }

  void take_insert(const ast::Node& node, Modification& change) {
    for (const ast::Node column : node.list("cols"))
      change.columns.push_back(column.list("indirection").empty() ? identifier(column.text("name")) : "");
    const ast::Node source = node.node("selectStmt");
    if (source && source.list("valuesLists").empty()) change.source = inner(source);
    const ast::Node conflict = node.object("onConflictClause");
    const ast::Node infer = conflict.object("infer");
    for (const ast::Node element : infer.list("indexElems"))
      if (const ast::Node expr = element.node("expr")) {
        change.conflict_expressions.push_back(value(expr));
      } else if (element.has("name")) {
        change.conflict_expressions.push_back(
            {.kind = Expression::Kind::column, .value = identifier(element.text("name"))});
      }
    if (const ast::Node where = infer.node("whereClause"))
      change.conflict_expressions.push_back(value(where));
    take_assignments(conflict.list("targetList"), change.conflict_assignments);
    change.conflict_where = optional_value(conflict.node("whereClause"));
  }

  void take_assignments(const ast::List& targets, std::vector<Modification::Assignment>& to) {
    for (const ast::Node target : targets) {
      const ast::Node written = target.node("val");
      Modification::Assignment assignment{.column = identifier(target.text("name")),
                                          .whole = target.list("indirection").empty()};
      // (a, b) = (SELECT …): the row is read with the first of them.
      const bool part = written.is("MultiAssignRef");
      if (!part || written.integer("colno") == 1) assignment.value = value(written);
      assignment.whole = assignment.whole && !part;
      for (const ast::Node step : target.list("indirection"))
        assignment.fields.push_back(step.is("String")       ? identifier(step.text("sval"))
                                    : step.flag("is_slice") ? std::string(":")
                                                            : std::string());
      to.push_back(std::move(assignment));
    }
  }

  void take_merge(const ast::Node& node, Modification& change, ScopedQuery& query) {
    change.kind = Modification::Kind::merge;
    query.from.push_back(from_item(node.node("sourceRelation")));
    change.conflict_where = optional_value(node.node("joinCondition"));
    for (const ast::Node clause : node.list("mergeWhenClauses")) {
      Modification::Clause taken{.condition = optional_value(clause.node("condition")),
                                 .matched = clause.text("commandType") != "CMD_INSERT"};
      if (!taken.matched) {
        for (const ast::Node column : clause.list("targetList"))
          taken.columns.push_back(identifier(column.text("name")));
        add_values(clause.list("values"), taken.values);
      } else {
        take_assignments(clause.list("targetList"), taken.assignments);
      }
      change.clauses.push_back(std::move(taken));
    }
  }

  const Context& ctx_;
  int depth_;
};

}  // namespace

ScopedQueryPtr scoped_query(const ast::Node& statement, const Context& ctx, int depth) {
  if (!statement || statement.is("ExecuteStmt") || depth > deepest_query) return nullptr;
  return Scopes(ctx, depth).statement(statement);
}

QuerySummary scoped_summary(const ast::Node& query, const Context& ctx) {
  QuerySummary summary = query_summary(query);
  summary.scoped = scoped_query(query, ctx);
  return summary;
}

}  // namespace miglint::lower
