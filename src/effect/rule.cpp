// CREATE RULE (rewriteDefine.c, DefineQueryRewrite; parse_utilcmd.c, transformRuleStmt).

#include <algorithm>
#include <fmt/format.h>

#include "analysis/analysis.hpp"
#include "effect/changes.hpp"
#include "effect/infer.hpp"
#include "effect/presence.hpp"

namespace miglint {

/// A sub-select's FROM may have an OLD or a NEW of its own.
static bool rows_are_the_rules(const CreateRule& change) {
  return std::ranges::none_of(change.query.aliases,
                              [](const auto& alias) { return alias.first == "old" || alias.first == "new"; });
}

static bool condition_names(const Expression& condition, std::string_view row) {
  bool found = false;
  walk(condition, [&](const Expression& part) {
    found |= part.kind == Expression::Kind::column && part.qualifier == row;
  });
  return found;
}

/// In the condition the row that is not there has no name; an action finds it and may not use it.
static bool rows_exist(Context& context, const CreateRule& change) {
  if (!change.on_insert && !change.on_delete) return true;
  const bool missing = change.on_insert ? change.names_old : change.names_new;
  if (!missing) return true;
  const std::string_view row = change.on_insert ? "old" : "new";
  const bool in_condition = change.condition && condition_names(*change.condition, row);
  always_fails(context, in_condition ? "42P01" : "42P17",
               fmt::format("a rule ON {} has no {} row", change.on_insert ? "INSERT" : "DELETE", row));
  return false;
}

static bool columns_exist(Context& context, const CreateRule& change) {
  for (const std::string& column : change.columns)
    if (column != "*" && !column.empty() && !column_is_there(context, change.table, column)) return false;
  return true;
}

static bool relations_exist(Context& context, const CreateRule& change) {
  for (const RelationName& relation : change.query.relations) {
    const bool row = relation.schema.empty() && (relation.name == "old" || relation.name == "new");
    if (!row && !relation_is_there(context, relation)) return false;
  }
  return true;
}

/// A condition over the rows alone.
static bool is_plain(const Expression& condition) {
  bool plain = true;
  walk(condition, [&](const Expression& part) {
    plain &= part.kind != Expression::Kind::subquery && part.kind != Expression::Kind::exists;
    plain &= part.kind != Expression::Kind::column || part.qualifier == "old" || part.qualifier == "new";
  });
  return plain;
}

static void check_condition(Context& context, const CreateRule& change, const Table& table) {
  if (!change.condition || !is_plain(*change.condition) || !table.certain) return;
  const auto refusal = analyse_trigger_condition(context.catalog, *change.condition, table).refusal;
  if (refusal) always_fails(context, refusal->sqlstate, "WHERE: " + refusal->reason);
}

void apply(Context& context, const CreateRule& change) {
  lock(context, change.table, LockMode::access_exclusive);
  if (relkind(context, change.table) == Relkind::materialized_view)
    return always_fails(context, "0A000",
                        fmt::format("{} is a materialized view: it can't have rules",
                                    in_prose(resolve(context, change.table))));
  if (!is_relation_of(context, change.table, {Relkind::table, Relkind::view})) return;
  if (change.name == "_RETURN" && !change.on_select)
    return always_fails(context, "42P17", "only a view's own rule may be called _RETURN");
  if (rows_are_the_rules(change) && (!rows_exist(context, change) || !columns_exist(context, change))) return;
  const Table* table = table_now(context, change.table);
  if (table != nullptr) check_condition(context, change, *table);
  if (failed(context) || !relations_exist(context, change)) return;
  if (!change.or_replace && change.name != "_RETURN" &&
      has_part(context, ObjectKind::rule, change.table, change.name))
    always_fails(context, "42710",
                 fmt::format("{} has a rule {} already", in_prose(resolve(context, change.table)),
                             in_prose(change.name)));
}

}  // namespace miglint
