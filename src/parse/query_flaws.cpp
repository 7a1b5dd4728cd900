#include <set>
#include <string>

#include "miglint/characters.hpp"
#include "parse/lower.hpp"

// What a query is refused for by its form alone (parse_cte.c, analyze.c, parse_clause.c, parse_merge.c).

namespace miglint::lower {
namespace {

std::optional<Flaw> flaw(std::string_view sqlstate, std::string reason) {
  return Flaw{std::string(sqlstate), std::move(reason)};
}

// ---- WITH RECURSIVE ---------------------------------------------------------------------------------------

/// How often a relation's name stands in a tree, and whether one stands where a recursive query may not have
/// it.
class References {
 public:
  explicit References(std::string_view name) : name_(name) {}

  int count = 0;
  bool misplaced = false;
  bool shadowed = false;  ///< a WITH further in gives the name to something else

  void in(const ast::Node& node) {
    if (!node) return;
    if (node.is("RangeVar")) return take(node);
    if (node.is("JoinExpr")) return in_join(node);
    const bool sublink = node.is("SubLink");
    const bool except = node.text("op") == "SETOP_EXCEPT" || node.text("op") == "SETOP_INTERSECT";
    barred_ += sublink ? 1 : 0;
    for (const auto field : node.fields()) {
      const bool right = except && field.key == "rarg";
      barred_ += right ? 1 : 0;
      in_element(field.value, field.key);
      barred_ -= right ? 1 : 0;
    }
    barred_ -= sublink ? 1 : 0;
  }

 private:
  void take(const ast::Node& range_var) {
    if (range_var.has("schemaname") || identifier(range_var.text("relname")) != name_) return;
    ++count;
    misplaced = misplaced || barred_ > 0;
  }

  /// The nullable sides of an outer join.
  void in_join(const ast::Node& join) {
    const std::string_view type = join.text("jointype");
    const bool left = type == "JOIN_RIGHT" || type == "JOIN_FULL";
    const bool right = type == "JOIN_LEFT" || type == "JOIN_FULL";
    barred_ += left ? 1 : 0;
    in(join.node("larg"));
    barred_ -= left ? 1 : 0;
    barred_ += right ? 1 : 0;
    in(join.node("rarg"));
    barred_ -= right ? 1 : 0;
    in(join.node("quals"));
  }

  void in_element(simdjson::dom::element element, std::string_view key) {
    simdjson::dom::array array;
    if (element.get(array) == simdjson::SUCCESS) {
      for (const simdjson::dom::element item : array) in_element(item, {});
      return;
    }
    // Fields of a particular type have no wrapper.
    const bool bare =
        key == "larg" || key == "rarg" || key == "withClause" || key == "relation" || key == "over";
    const ast::Node node = bare ? ast::Node::bare(element) : ast::Node::unwrap(element);
    if (!node) return;
    if (key == "relation") return take(node);
    if (key == "withClause")
      for (const ast::Node table : node.list("ctes"))
        shadowed = shadowed || identifier(table.text("ctename")) == name_;
    in(node);
  }

  std::string_view name_;
  int barred_ = 0;
};

std::optional<Flaw> recursion_flaw(const ast::Node& table) {
  const std::string name = identifier(table.text("ctename"));
  const ast::Node query = table.node("ctequery");
  References all(name);
  all.in(query);
  if (all.count == 0 || all.shadowed) return std::nullopt;
  const std::string who = "the recursive query " + in_prose(name);
  if (!query.is("SelectStmt")) return flaw("42P19", who + " is a data-modifying statement");
  if (query.text("op") != "SETOP_UNION")
    return flaw("42P19", who + " is no non-recursive term UNION [ALL] a recursive term");
  References left(name), right(name);
  left.in(query.object("larg"));
  if (left.count > 0) return flaw("42P19", who + " refers to itself in its first term");
  for (const std::string_view clause : {"sortClause", "limitCount", "limitOffset", "lockingClause"})
    if (query.has(clause)) return flaw("0A000", who + " can have no ORDER BY, LIMIT, OFFSET or FOR UPDATE");
  right.in(query.object("rarg"));
  if (right.misplaced)
    return flaw(
        "42P19",
        who +
            " refers to itself in a subquery, in an outer join's nullable side or in what EXCEPT takes away");
  if (right.count > 1) return flaw("42P19", who + " refers to itself more than once");
  return std::nullopt;
}

std::optional<Flaw> with_flaw(const ast::Node& statement) {
  const ast::Node with = statement.object("withClause");
  std::set<std::string> names;
  for (const ast::Node table : with.list("ctes")) {
    const std::string name = identifier(table.text("ctename"));
    if (!names.insert(name).second) return flaw("42712", "two WITH queries are called " + in_prose(name));
    if (with.flag("recursive"))
      if (std::optional<Flaw> found = recursion_flaw(table)) return found;
  }
  return std::nullopt;
}

// ---- FOR UPDATE -------------------------------------------------------------------------------------------

/// What FOR UPDATE OF can name.
void add_lockable(const ast::Node& item, std::set<std::string>& names) {
  if (item.is("JoinExpr") && !item.has("alias")) {
    add_lockable(item.node("larg"), names);
    add_lockable(item.node("rarg"), names);
    return;
  }
  if (item.is("RangeTableSample")) return add_lockable(item.node("relation"), names);
  const ast::Node alias = item.object("alias");
  names.insert(identifier(alias ? alias.text("aliasname") : item.text("relname")));
  if (item.is("RangeFunction") && !alias) {
    const ast::Node call = item.list("functions").front().items().front();
    names.insert(identifier(call.list("funcname").back().text("sval")));
  }
}

std::optional<Flaw> locking_flaw(const ast::Node& select) {
  const ast::List clauses = select.list("lockingClause");
  if (clauses.empty()) return std::nullopt;
  const auto not_with = [](const char* what) {
    return flaw("0A000", std::string("FOR UPDATE and its like are not allowed with ") + what);
  };
  if (select.has("larg")) return not_with("UNION, INTERSECT or EXCEPT");
  if (!select.list("distinctClause").empty()) return not_with("DISTINCT");
  if (!select.list("groupClause").empty()) return not_with("GROUP BY");
  if (select.has("havingClause")) return not_with("HAVING");
  std::set<std::string> names;
  for (const ast::Node item : select.list("fromClause")) add_lockable(item, names);
  for (const ast::Node clause : clauses)
    for (const ast::Node locked : clause.list("lockedRels"))
      if (const std::string name = identifier(locked.text("relname")); !names.contains(name))
        return flaw("42P01", "FOR UPDATE OF " + in_prose(name) + ": nothing in FROM is called so");
  return std::nullopt;
}

// ---- Changes of rows --------------------------------------------------------------------------------------

/// (a, b) = (…): as many values as columns.
std::optional<Flaw> assignments_flaw(const ast::List& targets) {
  for (const ast::Node target : targets) {
    const ast::Node part = target.node("val");
    if (!part.is("MultiAssignRef") || part.integer("colno") != 1) continue;
    const ast::Node source = part.node("source");
    int given = -1;
    if (source.is("RowExpr")) given = static_cast<int>(source.list("args").size());
    if (source.is("SubLink")) {
      const ast::List output = source.node("subselect").list("targetList");
      given = static_cast<int>(output.size());
      for (const ast::Node target_of : output)
        if (is_star(target_of.node("val"))) given = -1;
    }
    if (given > 0 && given != part.integer("ncolumns"))
      return flaw("42601", std::to_string(part.integer("ncolumns")) + " columns are set to " +
                               std::to_string(given) + " values");
  }
  return std::nullopt;
}

std::optional<Flaw> conflict_flaw(const ast::Node& insert) {
  const ast::Node conflict = insert.object("onConflictClause");
  for (const ast::Node element : conflict.object("infer").list("indexElems")) {
    const std::string_view order = element.text("ordering"), nulls = element.text("nulls_ordering");
    if ((!order.empty() && order != "SORTBY_DEFAULT") || (!nulls.empty() && nulls != "SORTBY_NULLS_DEFAULT"))
      return flaw("42P10", "ON CONFLICT takes no ASC, DESC or NULLS FIRST");
  }
  const bool named = identifier(insert.object("relation").object("alias").text("aliasname")) == "excluded";
  if (named && conflict.text("action") == "ONCONFLICT_UPDATE")
    return flaw("42712", "the table is called excluded, as the row that ON CONFLICT leaves out is");
  return assignments_flaw(conflict.list("targetList"));
}

/// A WHEN after one of its kind without a condition.
std::optional<Flaw> merge_flaw(const ast::Node& merge) {
  bool ended[2] = {false, false};
  for (const ast::Node clause : merge.list("mergeWhenClauses")) {
    bool& over = ended[clause.flag("matched") ? 1 : 0];
    if (over) return flaw("42601", "a WHEN of MERGE comes after one that takes all that is left");
    over = !clause.has("condition");
    if (std::optional<Flaw> found = assignments_flaw(clause.list("targetList"))) return found;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Flaw> query_flaw(const ast::Node& statement) {
  if (std::optional<Flaw> found = with_flaw(statement)) return found;
  if (statement.is("InsertStmt")) return conflict_flaw(statement);
  if (statement.is("UpdateStmt")) return assignments_flaw(statement.list("targetList"));
  if (statement.is("MergeStmt")) return merge_flaw(statement);
  return locking_flaw(statement);
}

Window window_definition(const ast::Node& definition) {
  constexpr int nondefault = 0x1, range = 0x2, group = 0x8, offset = 0x7800;  // parsenodes.h, FRAMEOPTION_*
  const int options = definition.integer("frameOptions");
  return {.name = identifier(definition.text("name")),
          .refers_to = identifier(definition.text("refname")),
          .partitioned = !definition.list("partitionClause").empty(),
          .keys = static_cast<int>(definition.list("orderClause").size()),
          .frame = (options & nondefault) != 0,
          .offset_in_range = (options & range) != 0 && (options & offset) != 0,
          .groups = (options & group) != 0};
}

}  // namespace miglint::lower
