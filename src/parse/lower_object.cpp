#include <algorithm>
#include <array>
#include <iterator>

#include "parse/lower.hpp"

// Schemas, extensions, views, triggers, policies, rules, statistics.

namespace miglint::lower {
namespace {

std::vector<Expression> policy_expressions(const ast::Node& node, const Context& ctx) {
  std::vector<Expression> expressions;
  for (const std::string_view part : {"qual", "with_check"}) {
    if (const ast::Node expr = node.node(part)) expressions.push_back(scoped_expression(expr, ctx));
  }
  return expressions;
}

/// The columns of its own table that a rule's condition and actions name, as NEW.c or OLD.c.
std::vector<std::string> rule_columns(const QuerySummary& query) {
  std::vector<std::string> columns;
  for (const auto& [qualifier, column] : query.columns) {
    if (qualifier == "new" || qualifier == "old") columns.push_back(column);
  }
  return columns;
}

/// CREATE SCHEMA's elements, in the order PostgreSQL makes them (parse_utilcmd.c, transformCreateSchemaStmt).
std::vector<ast::Node> in_order_of_creation(const ast::List& elements) {
  static constexpr auto order = std::to_array<std::string_view>(
      {"CreateSeqStmt", "CreateStmt", "ViewStmt", "IndexStmt", "CreateTrigStmt", "GrantStmt"});
  std::vector<ast::Node> sorted;
  for (const ast::Node element : elements) sorted.push_back(element);
  std::ranges::stable_sort(sorted, {},
                           [](const ast::Node& element) { return std::ranges::find(order, element.kind()); });
  return sorted;
}

}  // namespace

void lower_create_schema(const ast::Node& node, Context& ctx) {
  CreateSchema schema{.schema = identifier(node.text("schemaname")),
                      .if_not_exists = node.flag("if_not_exists"),
                      .left_out = node.has("authrole")};
  // AUTHORIZATION alone names the schema after the role.
  if (schema.schema.empty()) schema.schema = identifier(node.object("authrole").text("rolename"));
  const std::string name = schema.schema;
  ctx.emit(std::move(schema));
  for (const ast::Node& element : in_order_of_creation(node.list("schemaElts"))) {
    const std::size_t first = ctx.statement.changes.size();
    lower_statement_changes(element, ctx);
    qualify(ctx.statement, first, name);
  }
  ctx.target({.schema = {}, .name = name}, ObjectKind::schema);
}

void lower_create_extension(const ast::Node& node, Context& ctx) {
  CreateExtension extension{.extension = std::string(node.text("extname")),
                            .if_not_exists = node.flag("if_not_exists")};
  for (const ast::Node option : node.list("options")) {
    if (option.text("defname") == "schema")
      extension.schema = identifier(option_text(option));
    else
      extension.left_out = true;
  }
  ctx.target({.schema = {}, .name = extension.extension}, ObjectKind::extension);
  ctx.emit(std::move(extension));
}

void lower_create_view(const ast::Node& node, Context& ctx) {
  const RelationName name = relation(node.object("view"));
  const ast::Node query = node.node("query");
  CreateView view{.view = name,
                  .persistence = persistence(node.object("view")),
                  .or_replace = node.flag("replace"),
                  .column_aliases = identifiers(node.list("aliases")),
                  .query = scoped_summary(query, ctx),
                  .query_output = output_shapes(query, ctx)};
  for (const ast::Node key : query.list("groupClause")) view.group_by.push_back(expression_shape(key, ctx));
  note_writing(node, view, ctx);
  view.definition = rest_after_name(node.object("view"), ctx);
  ctx.target(name, ObjectKind::view);
  ctx.emit(std::move(view));
}

void lower_refresh_view(const ast::Node& node, Context& ctx) {
  const RelationName name = relation(node.object("relation"));
  ctx.target(name, ObjectKind::materialized_view);
  ctx.emit(RefreshMaterializedView{
      .view = name, .concurrently = node.flag("concurrent"), .with_data = !node.flag("skipData")});
}

/// pg_trigger.h, TRIGGER_TYPE_*.
static void take_events(const ast::Node& node, CreateTrigger& trigger) {
  constexpr int before = 1 << 1, on_insert = 1 << 2, on_delete = 1 << 3, on_update = 1 << 4,
                on_truncate = 1 << 5, instead_of = 1 << 6;
  using Timing = CreateTrigger::Timing;
  const int timing = node.integer("timing", 0);
  const int events = node.integer("events", 0);
  trigger.timing = timing == before       ? Timing::before
                   : timing == instead_of ? Timing::instead_of
                                          : Timing::after;
  trigger.on_insert = (events & on_insert) != 0;
  trigger.on_delete = (events & on_delete) != 0;
  trigger.on_update = (events & on_update) != 0;
  trigger.on_truncate = (events & on_truncate) != 0;
}

void lower_create_trigger(const ast::Node& node, Context& ctx) {
  CreateTrigger trigger{.table = relation(node.object("relation")),
                        .name = identifier(node.text("trigname")),
                        .or_replace = node.flag("replace"),
                        .constraint = node.flag("isconstraint"),
                        .for_each_row = node.flag("row"),
                        .update_of = identifiers(node.list("columns")),
                        .when = optional_expression(node.node("whenClause"), ctx),
                        .function = qualified(node.list("funcname")),
                        .definition = rest_after_name(node.object("relation"), ctx)};
  take_events(node, trigger);
  for (const ast::Node transition : node.list("transitionRels"))
    (transition.flag("isNew") ? trigger.new_table : trigger.old_table) = identifier(transition.text("name"));
  ctx.target(trigger.table, ObjectKind::table);
  ctx.emit(std::move(trigger));
}

/// policy.c, CreatePolicy.
static void take_policy_flaw(const ast::Node& node, Context& ctx) {
  const std::string_view command = node.text("cmd_name");
  if (command == "insert" && node.has("qual")) ctx.flaw("42601", "a policy for INSERT takes WITH CHECK only");
  if ((command == "select" || command == "delete") && node.has("with_check"))
    ctx.flaw("42601", "a policy for SELECT or DELETE takes no WITH CHECK");
}

void lower_create_policy(const ast::Node& node, Context& ctx) {
  const RelationName table = relation(node.object("table"));
  ctx.target(table, ObjectKind::table);
  take_policy_flaw(node, ctx);
  ctx.emit(CreatePolicy{.table = table,
                        .name = identifier(node.text("policy_name")),
                        .roles = role_names(node.list("roles")),
                        .command = std::string(node.text("cmd_name")),
                        .expressions = policy_expressions(node, ctx),
                        .definition = rest_after_name(node.object("table"), ctx)});
}

void lower_alter_policy(const ast::Node& node, Context& ctx) {
  const RelationName table = relation(node.object("table"));
  ctx.target(table, ObjectKind::table);
  ctx.emit(AlterPolicy{.table = table,
                       .name = identifier(node.text("policy_name")),
                       .has_using = node.has("qual"),
                       .has_check = node.has("with_check"),
                       .expressions = policy_expressions(node, ctx),
                       .definition = rest_after_name(node.object("table"), ctx)});
}

/// rewriteDefine.c, DefineQueryRewrite; parse_utilcmd.c, transformRuleStmt.
static void take_rule_flaws(const ast::Node& node, Context& ctx) {
  const bool conditional = node.has("whereClause");
  for (const ast::Node action : node.list("actions")) {
    if (conditional && action.is("NotifyStmt"))
      ctx.flaw("42P17", "a rule with a WHERE selects, inserts, updates or deletes");
    if (!returning(action).empty() && (conditional || !node.flag("instead")))
      ctx.flaw("0A000", "RETURNING is for unconditional INSTEAD rules");
  }
}

void lower_create_rule(const ast::Node& node, Context& ctx) {
  CreateRule rule{.table = relation(node.object("relation")),
                  .name = identifier(node.text("rulename")),
                  .or_replace = node.flag("replace"),
                  .on_select = node.text("event") == "CMD_SELECT",
                  .condition = optional_expression(node.node("whereClause"), ctx),
                  .on_insert = node.text("event") == "CMD_INSERT",
                  .on_delete = node.text("event") == "CMD_DELETE"};
  take_rule_flaws(node, ctx);
  for (const ast::Node action : node.list("actions")) append(rule.query, query_summary(action));
  if (const ast::Node condition = node.node("whereClause")) append(rule.query, expression_summary(condition));
  rule.columns = rule_columns(rule.query);
  for (const auto& [qualifier, column] : rule.query.columns) {
    rule.names_old |= qualifier == "old";
    rule.names_new |= qualifier == "new";
  }
  ctx.target(rule.table, ObjectKind::table);
  ctx.emit(std::move(rule));
}

/// statscmds.c, CreateStatistics.
static void take_statistics_flaw(const ast::Node& node, Context& ctx) {
  const ast::List elements = node.list("exprs");
  const ast::List kinds = node.list("stat_types");
  for (const ast::Node kind : kinds) {
    const std::string_view name = kind.text("sval");
    if (name != "ndistinct" && name != "dependencies" && name != "mcv")
      return ctx.flaw("42601", "there is no kind of statistics \"" + std::string(name) + "\"");
  }
  if (elements.size() > 8) return ctx.flaw("54011", "statistics take 8 columns at most");
  const bool on_expression = elements.size() == 1 && elements.front().has("expr");
  if (on_expression && !kinds.empty())
    return ctx.flaw("0A000", "statistics on a single expression take no kinds");
  std::vector<std::string> names;
  for (const ast::Node element : elements) {
    if (!element.has("name")) continue;
    names.push_back(identifier(element.text("name")));
    if (std::ranges::count(names, names.back()) > 1)
      return ctx.flaw("42701", "a column of the statistics is named twice");
  }
  if (elements.size() == 1 && !on_expression) ctx.flaw("42P17", "statistics need at least 2 columns");
}

void lower_create_statistics(const ast::Node& node, Context& ctx) {
  CreateStatistics statistics{.name = qualified(node.list("defnames")),
                              .if_not_exists = node.flag("if_not_exists")};
  if (const ast::Node table = node.list("relations").front()) {
    if (node.list("relations").size() > 1) ctx.flaw("0A000", "statistics are of one table");
    if (!table.is("RangeVar")) ctx.flaw("0A000", "statistics are of a table that is named");
    statistics.table = relation(table);
  }
  take_statistics_flaw(node, ctx);
  for (const ast::Node element : node.list("exprs")) {
    if (element.has("name")) statistics.columns.push_back(identifier(element.text("name")));
    if (const ast::Node expr = element.node("expr")) {
      statistics.expressions.push_back(expression(expr, ctx));
      for (std::string& column : columns_of(statistics.expressions.back()))
        statistics.columns.push_back(std::move(column));
    }
  }
  ctx.target(statistics.table, ObjectKind::table);
  ctx.emit(std::move(statistics));
}

}  // namespace miglint::lower
