#include <algorithm>
#include <array>

#include "parse/lower.hpp"

// What decides whether rows can be written through a view (rewriteHandler.c, view_query_is_auto_updatable).

namespace miglint::lower {
namespace {

bool has_one_table(const ast::Node& query) {
  const ast::List from = query.list("fromClause");
  return from.size() == 1 && from.back().is("RangeVar");
}

bool computes_over_rows(const ast::Node& query, const Context& ctx) {
  bool found = false;
  for (const ast::Node target : query.list("targetList")) {
    if (target.node("val").object("over")) return true;
    walk(expression_shape(target.node("val"), ctx), [&](const Expression& part) {
      found |= part.kind == Expression::Kind::function && is_aggregate(part.function.name);
    });
  }
  return found;
}

bool combines_rows(const ast::Node& query, const Context& ctx) {
  static constexpr auto clauses =
      std::to_array<std::string_view>({"havingClause", "limitCount", "limitOffset"});
  return query.text("op") != "SETOP_NONE" || !has_one_table(query) || query.object("withClause") ||
         !query.list("distinctClause").empty() || !query.list("groupClause").empty() ||
         std::ranges::any_of(clauses, [&](std::string_view clause) { return query.has(clause); }) ||
         computes_over_rows(query, ctx);
}

}  // namespace

void note_writing(const ast::Node& statement, CreateView& view, const Context& ctx) {
  const ast::Node query = statement.node("query");
  view.combines_rows = combines_rows(query, ctx);
  const std::string_view option = statement.text("withCheckOption");
  view.check_option = option == "LOCAL_CHECK_OPTION" || option == "CASCADED_CHECK_OPTION";
  if (view.check_option) view.where = optional_expression(query.node("whereClause"), ctx);
}

}  // namespace miglint::lower
