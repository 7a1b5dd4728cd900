#include <algorithm>
#include <array>
#include <iterator>

#include "parse/lower.hpp"

// Schemas, extensions, sequences, views, triggers, policies, rules, statistics, publications.

namespace miglint::lower {
namespace {

struct SequenceOptions {
  TypeName type;
  RelationName owned_by_table;
  std::string owned_by_column;
  bool owned_by_none = false;
};

SequenceOptions sequence_options(const ast::List& options) {
  SequenceOptions read;
  for (const ast::Node option : options) {
    const std::string_view name = option.text("defname");
    if (name == "as") read.type = type_name(option.node("arg"));
    if (name != "owned_by") continue;
    const ast::List words = option.node("arg").items();
    read.owned_by_table = qualified_owner(words);
    read.owned_by_none = read.owned_by_table.empty();
    if (!read.owned_by_none) read.owned_by_column = identifier(words.back().text("sval"));
  }
  return read;
}

using TableColumns = std::vector<std::pair<RelationName, std::vector<std::string>>>;

/// 15 and later list objects; a table among them holds its column list and filter.
void take_publication_tables(const ast::Node& node, TableColumns& tables, std::vector<Expression>* filters,
                             const Context& ctx) {
  for (const ast::Node object : node.list("pubobjects")) {
    const ast::Node table = object.object("pubtable");
    if (!table) continue;
    tables.emplace_back(relation(table.object("relation")), identifiers(table.list("columns")));
    if (const ast::Node filter = table.node("whereClause"); filter && filters != nullptr)
      filters->push_back(expression(filter, ctx));
  }
}

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
                      .if_not_exists = node.flag("if_not_exists")};
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
    if (option.text("defname") == "schema") extension.schema = identifier(option_text(option));
  }
  ctx.target({.schema = {}, .name = extension.extension}, ObjectKind::extension);
  ctx.emit(std::move(extension));
}

void lower_create_sequence(const ast::Node& node, Context& ctx) {
  const SequenceOptions options = sequence_options(node.list("options"));
  const RelationName name = relation(node.object("sequence"));
  ctx.target(name, ObjectKind::sequence);
  ctx.emit(CreateSequence{.sequence = name,
                          .persistence = persistence(node.object("sequence")),
                          .if_not_exists = node.flag("if_not_exists"),
                          .type = options.type,
                          .owned_by_table = options.owned_by_table,
                          .owned_by_column = options.owned_by_column});
}

void lower_alter_sequence(const ast::Node& node, Context& ctx) {
  const SequenceOptions options = sequence_options(node.list("options"));
  const RelationName name = relation(node.object("sequence"));
  ctx.target(name, ObjectKind::sequence);
  ctx.statement.if_exists = node.flag("missing_ok");
  ctx.emit(AlterSequence{.sequence = name,
                         .if_exists = node.flag("missing_ok"),
                         .type = options.type,
                         .owned_by_table = options.owned_by_table,
                         .owned_by_column = options.owned_by_column,
                         .owned_by_none = options.owned_by_none});
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
  ctx.target(name, ObjectKind::view);
  ctx.emit(std::move(view));
}

void lower_refresh_view(const ast::Node& node, Context& ctx) {
  const RelationName name = relation(node.object("relation"));
  ctx.target(name, ObjectKind::materialized_view);
  ctx.emit(RefreshMaterializedView{
      .view = name, .concurrently = node.flag("concurrent"), .with_data = !node.flag("skipData")});
}

void lower_create_trigger(const ast::Node& node, Context& ctx) {
  CreateTrigger trigger{.table = relation(node.object("relation")),
                        .name = identifier(node.text("trigname")),
                        .or_replace = node.flag("replace"),
                        .constraint = node.flag("isconstraint"),
                        .for_each_row = node.flag("row"),
                        .update_of = identifiers(node.list("columns")),
                        .when = optional_expression(node.node("whenClause"), ctx),
                        .function = qualified(node.list("funcname"))};
  ctx.target(trigger.table, ObjectKind::table);
  ctx.emit(std::move(trigger));
}

void lower_create_policy(const ast::Node& node, Context& ctx) {
  const RelationName table = relation(node.object("table"));
  ctx.target(table, ObjectKind::table);
  ctx.emit(CreatePolicy{.table = table,
                        .name = identifier(node.text("policy_name")),
                        .roles = role_names(node.list("roles")),
                        .expressions = policy_expressions(node, ctx)});
}

void lower_alter_policy(const ast::Node& node, Context& ctx) {
  const RelationName table = relation(node.object("table"));
  ctx.target(table, ObjectKind::table);
  ctx.emit(AlterPolicy{.table = table,
                       .name = identifier(node.text("policy_name")),
                       .expressions = policy_expressions(node, ctx)});
}

void lower_create_rule(const ast::Node& node, Context& ctx) {
  CreateRule rule{.table = relation(node.object("relation")),
                  .name = identifier(node.text("rulename")),
                  .or_replace = node.flag("replace")};
  for (const ast::Node action : node.list("actions")) append(rule.query, query_summary(action));
  if (const ast::Node condition = node.node("whereClause")) append(rule.query, expression_summary(condition));
  rule.columns = rule_columns(rule.query);
  ctx.target(rule.table, ObjectKind::table);
  ctx.emit(std::move(rule));
}

void lower_create_statistics(const ast::Node& node, Context& ctx) {
  CreateStatistics statistics{.name = qualified(node.list("defnames")),
                              .if_not_exists = node.flag("if_not_exists")};
  if (const ast::Node table = node.list("relations").front()) statistics.table = relation(table);
  for (const ast::Node element : node.list("exprs")) {
    if (element.has("name")) statistics.columns.push_back(identifier(element.text("name")));
    if (const ast::Node expr = element.node("expr")) {
      for (std::string& column : columns_of(expression_shape(expr, ctx)))
        statistics.columns.push_back(std::move(column));
    }
  }
  ctx.target(statistics.table, ObjectKind::table);
  ctx.emit(std::move(statistics));
}

void lower_create_publication(const ast::Node& node, Context& ctx) {
  CreatePublication publication{.name = identifier(node.text("pubname")),
                                .all_tables = node.flag("for_all_tables")};
  take_publication_tables(node, publication.tables, &publication.filters, ctx);
  ctx.emit(std::move(publication));
}

void lower_alter_publication(const ast::Node& node, Context& ctx) {
  AlterPublication change{.name = identifier(node.text("pubname"))};
  const std::string_view action = node.text("action");
  if (action == "AP_DropObjects") change.action = AlterPublication::Action::drop;
  if (action == "AP_SetObjects") change.action = AlterPublication::Action::set;
  take_publication_tables(node, change.tables, nullptr, ctx);
  ctx.emit(std::move(change));
}

}  // namespace miglint::lower
