#include <array>

#include "parse/lower.hpp"

// INSERT, UPDATE, DELETE, MERGE, SELECT. What a WITH clause does to rows comes first, as changes of its own:
//
//   WITH moved AS (DELETE FROM a RETURNING *) INSERT INTO b SELECT * FROM moved     →  delete a, insert b

namespace miglint::lower {
namespace {

// Rows beyond this many are counted, not kept: nobody reads them, and an expression is much larger than its
// text.
constexpr std::size_t most_rows = 1000;

std::string alias_of(const ast::Node& range_var) {
  return identifier(range_var.object("alias").text("aliasname"));
}

/// Of `(a, b) = (1, 2)` each column's own value; `(a, b) = (SELECT …)` is left whole.
ast::Node value_of(const ast::Node& target) {
  const ast::Node value = target.node("val");
  const ast::Node row = value.is("MultiAssignRef") ? value.node("source") : ast::Node{};
  if (!row.is("RowExpr") || row.list("args").size() != value.integer("ncolumns")) return value;
  int column = 0;
  for (const ast::Node part : row.list("args"))
    if (++column == value.integer("colno")) return part;
  return value;
}

std::vector<Assignment> assignments(const ast::List& targets, const Context& ctx) {
  std::vector<Assignment> lowered;
  for (const ast::Node target : targets)
    lowered.push_back({.column = identifier(target.text("name")),
                       .value = expression(value_of(target), ctx),
                       .part = !target.list("indirection").empty()});
  return lowered;
}

std::vector<RelationName> relations_in(const ast::List& items) {
  std::vector<RelationName> found;
  for (const ast::Node item : items) {
    if (item.is("RangeVar")) {
      found.push_back(relation(item));
    } else {
      for (RelationName& name : query_summary(item).relations) found.push_back(std::move(name));
    }
  }
  return found;
}

/// What FROM or USING reads, the names that the statement's own WITH brings in left out.
std::vector<RelationName> relations_in(const ast::Node& statement, std::string_view clause) {
  std::vector<RelationName> found = relations_in(statement.list(clause));
  for (const ast::Node table : statement.object("withClause").list("ctes")) {
    const RelationName own{.name = identifier(table.text("ctename"))};
    std::erase(found, own);
  }
  return found;
}

std::vector<Expression> values(const ast::List& items, const Context& ctx) {
  std::vector<Expression> row;
  row.reserve(static_cast<std::size_t>(items.size()));
  for (const ast::Node item : items) row.push_back(expression_shape(item, ctx));
  return row;
}

void take_rows(const ast::Node& select, Insert& insert, const Context& ctx) {
  for (const ast::Node row : select.list("valuesLists")) {
    if (insert.rows.size() < most_rows) {
      insert.rows.push_back(values(row.items(), ctx));
    } else {
      ++insert.rows_left_out;
    }
  }
}

void take_query(const ast::Node& node, const ast::Node& select, Insert& insert, const Context& ctx) {
  insert.query = insert_summary(node);
  if (select.text("op") != "SETOP_NONE") return;
  for (const ast::Node target : select.list("targetList"))
    insert.query_output.push_back(expression_shape(target.node("val"), ctx));
}

std::vector<std::string> target_names(const ast::List& targets) {
  std::vector<std::string> names;
  for (const ast::Node target : targets) names.push_back(identifier(target.text("name")));
  return names;
}

bool names_parts(const ast::List& targets) {
  for (const ast::Node target : targets)
    if (!target.list("indirection").empty()) return true;
  return false;
}

Boxed<ConflictTarget> conflict_target(const ast::Node& clause, const Context& ctx) {
  if (!clause) return std::nullopt;
  const ast::Node infer = clause.object("infer");
  ConflictTarget target{.where = optional_expression(infer.node("whereClause"), ctx),
                        .constraint = identifier(infer.text("conname")),
                        .assignments = assignments(clause.list("targetList"), ctx)};
  for (const ast::Node item : infer.list("indexElems")) target.elements.push_back(index_element(item, ctx));
  return target;
}

Insert::Overriding overriding(const ast::Node& statement) {
  const std::string_view word = statement.text("override");
  if (word == "OVERRIDING_SYSTEM_VALUE") return Insert::Overriding::system;
  return word == "OVERRIDING_USER_VALUE" ? Insert::Overriding::user : Insert::Overriding::none;
}

/// WITH, RETURNING, ONLY, WHERE CURRENT OF.
bool says_more(const ast::Node& node) {
  return node.has("withClause") || !returning(node).empty() || !node.object("relation").flag("inh") ||
         node.node("whereClause").is("CurrentOfExpr");
}

void insert(const ast::Node& node, Context& ctx) {
  Insert lowered{.table = relation(node.object("relation")),
                 .columns = target_names(node.list("cols")),
                 .conflict = conflict_target(node.object("onConflictClause"), ctx),
                 .overriding = overriding(node),
                 .parts = names_parts(node.list("cols")),
                 .left_out = says_more(node) || node.object("relation").has("alias") ||
                             node.object("onConflictClause").has("whereClause")};
  if (const ast::Node select = node.node("selectStmt")) {
    if (select.list("valuesLists").empty()) {
      take_query(node, select, lowered, ctx);
    } else {
      take_rows(select, lowered, ctx);
    }
  }
  const std::string_view on_conflict = node.object("onConflictClause").text("action");
  lowered.on_conflict_do_nothing = on_conflict == "ONCONFLICT_NOTHING";
  lowered.on_conflict_update = on_conflict == "ONCONFLICT_UPDATE";
  ctx.emit(std::move(lowered));
}

void update(const ast::Node& node, Context& ctx) {
  const ast::Node table = node.object("relation");
  ctx.emit(Update{.table = relation(table),
                  .alias = alias_of(table),
                  .assignments = assignments(node.list("targetList"), ctx),
                  .from = relations_in(node, "fromClause"),
                  .source = row_source(node.list("fromClause"), node.object("withClause"), ctx),
                  .where = optional_expression(node.node("whereClause"), ctx),
                  .left_out = says_more(node)});
}

void delete_rows(const ast::Node& node, Context& ctx) {
  const ast::Node table = node.object("relation");
  ctx.emit(Delete{.table = relation(table),
                  .alias = alias_of(table),
                  .using_relations = relations_in(node, "usingClause"),
                  .where = optional_expression(node.node("whereClause"), ctx),
                  .left_out = says_more(node)});
}

/// A MERGE changes rows by its join condition and the clause's own.
Expression merge_condition(const ast::Node& merge, const ast::Node& clause, const Context& ctx) {
  Expression join = expression(merge.node("joinCondition"), ctx);
  const ast::Node own = clause.node("condition");
  if (!own) return join;
  Expression both{.kind = Expression::Kind::conjunction, .text = join.text};
  both.args.push_back(std::move(join));
  both.args.push_back(expression_shape(own, ctx));
  return both;
}

std::vector<RelationName> merge_source(const ast::Node& merge) {
  const ast::Node source = merge.node("sourceRelation");
  return source.is("RangeVar") ? std::vector<RelationName>{relation(source)}
                               : query_summary(source).relations;
}

void merge_clause(const ast::Node& merge, const ast::Node& clause, Context& ctx) {
  const ast::Node table = merge.object("relation");
  const std::string_view command = clause.text("commandType");
  if (command == "CMD_INSERT") {
    ctx.emit(Insert{.table = relation(table),
                    .columns = target_names(clause.list("targetList")),
                    .query = QuerySummary{.relations = merge_source(merge)},
                    .query_output = values(clause.list("values"), ctx),
                    .overriding = overriding(clause),
                    .parts = names_parts(clause.list("targetList")),
                    .left_out = true});
  } else if (command == "CMD_UPDATE") {
    ctx.emit(Update{.table = relation(table),
                    .alias = alias_of(table),
                    .assignments = assignments(clause.list("targetList"), ctx),
                    .from = merge_source(merge),
                    .source = {.plain = false},
                    .where = merge_condition(merge, clause, ctx),
                    .left_out = true});
  } else if (command == "CMD_DELETE") {
    ctx.emit(Delete{.table = relation(table),
                    .alias = alias_of(table),
                    .using_relations = merge_source(merge),
                    .where = merge_condition(merge, clause, ctx),
                    .left_out = true});
  }
}

/// SELECT set_config('search_path', '', false), which pg_dump writes, is SET by another name.
void emit_set_config(const ast::Node& select, Context& ctx) {
  for (const ast::Node target : select.list("targetList")) {
    const ast::Node call = target.node("val");
    if (!call.is("FuncCall") || qualified(call.list("funcname")).name != "set_config") continue;
    const Expression lowered = expression_shape(call, ctx);
    if (lowered.args.size() != 3 || !lowered.args[0].is_constant() || !lowered.args[1].is_constant())
      continue;
    ctx.emit(SetVariable{.name = lowered.args[0].value,
                         .value = lowered.args[1].value,
                         .values = split_list(lowered.args[1].value),
                         .local = lowered.args[2].value == "true"});
  }
}

}  // namespace

void lower_common_table_expressions(const ast::Node& statement, Context& ctx) {
  for (const ast::Node table : statement.object("withClause").list("ctes")) {
    const ast::Node query = table.node("ctequery");
    if (query.is("InsertStmt")) lower_insert(query, ctx);
    if (query.is("UpdateStmt")) lower_update(query, ctx);
    if (query.is("DeleteStmt")) lower_delete(query, ctx);
    if (query.is("MergeStmt")) lower_merge(query, ctx);
    if (query.is("SelectStmt")) lower_common_table_expressions(query, ctx);
  }
}

void lower_insert(const ast::Node& node, Context& ctx) {
  lower_common_table_expressions(node, ctx);
  if (const ast::Node select = node.node("selectStmt")) lower_common_table_expressions(select, ctx);
  insert(node, ctx);
}

void lower_update(const ast::Node& node, Context& ctx) {
  lower_common_table_expressions(node, ctx);
  update(node, ctx);
}

void lower_delete(const ast::Node& node, Context& ctx) {
  lower_common_table_expressions(node, ctx);
  delete_rows(node, ctx);
}

void lower_merge(const ast::Node& node, Context& ctx) {
  lower_common_table_expressions(node, ctx);
  for (const ast::Node clause : node.list("mergeWhenClauses")) merge_clause(node, clause, ctx);
}

/// INTO, of a set operation in its first SELECT.
static ast::Node into_clause(ast::Node select) {
  while (const ast::Node left = select.object("larg")) select = left;
  return select.object("intoClause");
}

void lower_select(const ast::Node& node, Context& ctx) {
  lower_common_table_expressions(node, ctx);
  if (const ast::Node into = into_clause(node)) {
    const RelationName table = relation(into.object("rel"));
    ctx.target(table, ObjectKind::table);
    ctx.emit(CreateTable{.table = table,
                         .persistence = persistence(into.object("rel")),
                         .as_query = scoped_summary(node, ctx)});
    return;
  }
  emit_set_config(node, ctx);
  ctx.emit(Select{.query = query_summary(node),
                  .output = output_shapes(node, ctx),
                  .where = optional_expression(node.node("whereClause"), ctx),
                  .for_update = !node.list("lockingClause").empty()});
}

/// EXPLAIN plans; only EXPLAIN ANALYZE runs.
void lower_explain(const ast::Node& node, Context& ctx) {
  for (const ast::Node option : node.list("options")) {
    const bool off = option_text(option) == "false" || option_text(option) == "off";
    if (option.text("defname") == "analyze" && !off) return lower_statement_changes(node.node("query"), ctx);
  }
  const ast::Node query = node.node("query");
  bool generic = false;  // GENERIC_PLAN: parameters have no values
  for (const ast::Node option : node.list("options"))
    generic = generic || option.text("defname") == "generic_plan";
  const bool analysed = ctx.names_are_columns && is_query(query) && !generic;
  ctx.emit(NoEffect{.tag = ctx.statement.tag, .scoped = analysed ? scoped_query(query, ctx) : nullptr});
}

void lower_cursor(const ast::Node& node, Context& ctx) {
  const ast::Node query = node.node("query");
  ctx.emit(Select{.query = query_summary(query),
                  .scoped = ctx.names_are_columns ? scoped_query(query, ctx) : nullptr});
}

void lower_prepare(const ast::Node& node, Context& ctx) {
  const ast::Node query = node.node("query");
  ctx.emit(
      NoEffect{.tag = ctx.statement.tag, .scoped = is_query(query) ? scoped_query(query, ctx) : nullptr});
}

void lower_lock(const ast::Node& node, Context& ctx) {
  static constexpr std::array<const char*, 9> modes{
      "NoLock",    "AccessShareLock",       "RowShareLock",  "RowExclusiveLock",   "ShareUpdateExclusiveLock",
      "ShareLock", "ShareRowExclusiveLock", "ExclusiveLock", "AccessExclusiveLock"};
  const int mode = node.integer("mode");
  int command = 0;
  for (const ast::Node table : node.list("relations")) {
    ctx.emit(LockTable{.table = relation(table),
                       .mode = modes.at(static_cast<std::size_t>(mode)),
                       .nowait = node.flag("nowait"),
                       .only = !table.flag("inh")},
             command++);
  }
}

}  // namespace miglint::lower
