#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "parse/lower.hpp"

// Where an UPDATE's or a sub-select's rows come from, flattened for those who ask whether every row finds a
// partner:
//
//   WITH s AS (SELECT id, upper(code) AS up FROM parent WHERE live)
//   UPDATE t SET code = s.up FROM s WHERE s.id = t.parent_id
//
//   tables      parent as "s.parent"
//   conditions  s.parent.live
//   outputs     s.id → s.parent.id, s.up → upper(s.parent.code)
//
// Whatever decides by other means which rows there are (GROUP BY, LIMIT, set operations, functions in FROM,
// RIGHT and FULL joins) makes it not plain, and so does what would need name resolution here: an unqualified
// column of a sub-select over several tables.

namespace miglint::lower {

bool is_aggregate(std::string_view name) {
  static constexpr auto names = std::to_array<std::string_view>(
      {"count", "sum", "avg", "min", "max", "array_agg", "string_agg", "json_agg", "jsonb_agg",
       "json_object_agg", "jsonb_object_agg", "bool_and", "bool_or", "every", "bit_and", "bit_or", "xmlagg"});
  return std::ranges::find(names, name) != names.end();
}

namespace {

// WITH queries that read each other twice over would double with each: more than this nobody writes, or
// reasons about.
constexpr int most_tables = 24;
constexpr int deepest_source = 8;

/// A function that gives several rows or none for each it is asked of.
bool returns_a_set(std::string_view name) {
  return name == "unnest" || name == "regexp_matches" || name.starts_with("generate_") ||
         name.ends_with("_to_table") || name.ends_with("_each") || name.ends_with("_each_text") ||
         name.ends_with("_elements") || name.ends_with("_elements_text") || name.ends_with("_object_keys");
}

bool is_query(const Expression& expression) {
  return expression.kind == Expression::Kind::subquery || expression.kind == Expression::Kind::exists;
}

/// Gives columns another qualifier; what is inside a sub-select has names of its own.
template <class Rename>
void requalify(Expression& expression, const Rename& rename) {
  if (is_query(expression)) return;
  if (expression.kind == Expression::Kind::column) expression.qualifier = rename(expression.qualifier);
  for (Expression& arg : expression.args) requalify(arg, rename);
}

void add_conjuncts(std::vector<Expression>& to, Expression condition) {
  if (condition.kind != Expression::Kind::conjunction) return to.push_back(std::move(condition));
  for (Expression& part : condition.args) add_conjuncts(to, std::move(part));
}

class Flattening {
 public:
  Flattening(const ast::List& with, const Context& ctx) : with_(with), ctx_(ctx) {}

  RowSource from(const ast::List& items) {
    for (const ast::Node item : items) add(item, false);
    return std::move(source_);
  }

 private:
  void add(const ast::Node& item, bool optional) {
    if (!source_.plain) return;
    if (item.is("RangeVar")) return add_table(item, optional);
    if (item.is("JoinExpr")) return add_join(item, optional);
    const ast::Node alias = item.object("alias");
    if (!item.is("RangeSubselect") || !alias.list("colnames").empty()) return give_up();
    add_subselect(item.node("subquery"), identifier(alias.text("aliasname")), optional);
  }

  void add_table(const ast::Node& item, bool optional) {
    const RelationName name = relation(item);
    const ast::Node alias = item.object("alias");
    if (!alias.list("colnames").empty() || static_cast<int>(source_.tables.size()) >= most_tables)
      return give_up();
    const std::string known_as = alias ? identifier(alias.text("aliasname")) : name.name;
    if (const ast::Node table = name.schema.empty() ? with_query(name.name) : ast::Node{}) {
      if (!table.list("aliascolnames").empty()) return give_up();
      return add_subselect(table.node("ctequery"), known_as, optional);
    }
    source_.tables.push_back({.relation = name, .alias = known_as, .optional = optional});
  }

  ast::Node with_query(const std::string& name) const {
    for (const ast::Node table : with_)
      if (identifier(table.text("ctename")) == name) return table;
    return {};
  }

  /// LEFT JOIN keeps every row of its left side, whatever its condition.
  void add_join(const ast::Node& join, bool optional) {
    const std::string_view type = join.text("jointype");
    const bool left = type == "JOIN_LEFT";
    if ((type != "JOIN_INNER" && !left) || join.flag("isNatural") || !join.list("usingClause").empty())
      return give_up();
    add(join.node("larg"), optional);
    add(join.node("rarg"), optional || left);
    const ast::Node condition = join.node("quals");
    if (condition && !left && !optional) add_conjuncts(source_.conditions, expression_shape(condition, ctx_));
  }

  void add_subselect(const ast::Node& select, const std::string& alias, bool optional) {
    if (!select.is("SelectStmt") || !is_plain(select) || ++depth_ > deepest_source) return give_up();
    Flattening inside(with_, ctx_);
    inside.depth_ = depth_;
    RowSource inner = inside.from(select.list("fromClause"));
    if (const ast::Node where = select.node("whereClause"))
      add_conjuncts(inner.conditions, expression_shape(where, ctx_));
    add_outputs(select, inner);
    if (!inner.plain || inner.tables.size() + source_.tables.size() > most_tables) return give_up();
    take(std::move(inner), alias, optional);
  }

  /// Neither a set operation nor VALUES, and no row is left out or made of several.
  static bool is_plain(const ast::Node& select) {
    const bool one_select = select.text("op") == "SETOP_NONE" && select.list("valuesLists").empty() &&
                            !select.has("withClause") && select.list("lockingClause").empty();
    return one_select && select.list("groupClause").empty() && !select.has("havingClause") &&
           !select.has("limitCount") && !select.has("limitOffset");
  }

  void add_outputs(const ast::Node& select, RowSource& inner) {
    const std::vector<std::string> names = query_summary(select).output;
    std::size_t at = 0;
    for (const ast::Node target : select.list("targetList")) {
      Expression value = expression_shape(target.node("val"), ctx_);
      const std::string name = at < names.size() ? names[at] : std::string();
      ++at;
      if (name == "*") {
        if (inner.tables.size() != 1) inner.plain = false;
        value = {.kind = Expression::Kind::column, .value = "*"};
      }
      walk(value, [&](const Expression& part) {
        const bool call = part.kind == Expression::Kind::function;
        if (call && (is_aggregate(part.function.name) || returns_a_set(part.function.name)))
          inner.plain = false;
      });
      inner.outputs.push_back({.alias = {}, .name = name, .value = std::move(value)});
    }
  }

  /// The inner tables take the sub-select's alias in front of their own, and what names them follows. The
  /// sub-select's inner outputs have served.
  void take(RowSource inner, const std::string& alias, bool optional) {
    const std::string only = inner.tables.size() == 1 ? inner.tables.front().alias : std::string();
    bool known = true;
    const auto rename = [&](const std::string& qualifier) {
      const std::string& own = qualifier.empty() ? only : qualifier;
      known = known && !own.empty();
      return alias + "." + own;
    };
    for (RowSource::Output& output : inner.outputs) {
      requalify(output.value, rename);
      output.alias = output.alias.empty() ? alias : alias + "." + output.alias;
      source_.outputs.push_back(std::move(output));
    }
    for (Expression& condition : inner.conditions) {
      requalify(condition, rename);
      if (!optional) source_.conditions.push_back(std::move(condition));
    }
    for (RowSource::Table& table : inner.tables)
      source_.tables.push_back({.relation = std::move(table.relation),
                                .alias = alias + "." + table.alias,
                                .optional = optional || table.optional});
    if (!known) give_up();
  }

  void give_up() { source_.plain = false; }

  ast::List with_;
  const Context& ctx_;
  RowSource source_;
  int depth_ = 0;
};

}  // namespace

RowSource row_source(const ast::List& from, const ast::Node& with, const Context& ctx) {
  RowSource source = Flattening(with.list("ctes"), ctx).from(from);
  if (!source.plain) source = {.plain = false};
  return source;
}

std::shared_ptr<const Subselect> subselect(const ast::Node& select, const Expression* where,
                                           const Context& ctx) {
  Subselect lowered{.source = row_source(select.list("fromClause"), select.object("withClause"), ctx)};
  const bool grouped = !select.list("groupClause").empty() || select.has("havingClause");
  const bool all_rows =
      select.text("op") == "SETOP_NONE" && select.list("valuesLists").empty() && !select.has("limitOffset");
  if (grouped || !all_rows) lowered.source = {.plain = false};
  if (lowered.source.plain && where != nullptr) add_conjuncts(lowered.source.conditions, *where);
  if (!lowered.source.plain) return std::make_shared<const Subselect>(std::move(lowered));
  for (const ast::Node target : select.list("targetList")) {
    lowered.output.push_back(expression_shape(target.node("val"), ctx));
    walk(lowered.output.back(), [&](const Expression& part) {
      lowered.aggregates =
          lowered.aggregates || (part.kind == Expression::Kind::function && is_aggregate(part.function.name));
    });
  }
  return std::make_shared<const Subselect>(std::move(lowered));
}

}  // namespace miglint::lower
