#include <algorithm>

#include "parse/lower.hpp"

// CREATE TABLE lowers to CreateTable, then its constraints in the order PostgreSQL makes them
// (parse_utilcmd.c, transformCreateStmt): checks with the table itself, then indexes, the primary key first,
// then foreign keys. The order decides the names of unnamed ones that collide.
//
//   CREATE TABLE a (b int REFERENCES c UNIQUE, PRIMARY KEY (b))
//   → create-table a, add-primary-key (b), add-unique (b), add-foreign-key (b) → c

namespace miglint::lower {
namespace {

enum LikeOption {
  like_constraints = 1 << 2,
  like_defaults = 1 << 3,
  like_generated = 1 << 4,
  like_identity = 1 << 5,
  like_indexes = 1 << 6,
  like_kept = like_constraints | like_defaults | like_generated | like_identity | like_indexes,
  like_all = 0x7fffffff  // PG_INT32_MAX
};

LikeClause like_clause(const ast::Node& node, std::size_t after) {
  // The bits of TableLikeOption: COMMENTS 0, COMPRESSION 1, CONSTRAINTS 2, DEFAULTS 3, GENERATED 4, IDENTITY
  // 5, INDEXES 6.
  const int options = node.integer("options");
  return {.source = relation(node.object("relation")),
          .after = static_cast<int>(after),
          .defaults = (options & like_defaults) != 0,
          .constraints = (options & like_constraints) != 0,
          .indexes = (options & like_indexes) != 0,
          .identity = (options & like_identity) != 0,
          .generated = (options & like_generated) != 0,
          .all = options == like_all,
          .left_out = options != like_all && (options & ~like_kept) != 0};
}

/// "list" in 15; PARTITION_STRATEGY_LIST from 16 on.
std::string strategy(std::string_view written) {
  if (const std::size_t last = written.rfind('_'); last != std::string_view::npos)
    written.remove_prefix(last + 1);
  std::string word(written);
  std::transform(word.begin(), word.end(), word.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
  return word;
}

PartitionKey partition_key(const ast::Node& spec, const Context& ctx) {
  PartitionKey key{.strategy = strategy(spec.text("strategy"))};
  for (const ast::Node element : spec.list("partParams")) {
    key.elements.push_back(index_element(element, ctx));
    if (element.has("name")) key.columns.push_back(identifier(element.text("name")));
    if (const ast::Node expr = element.node("expr")) {
      key.by_expression = true;
      for (const std::string& column : columns_of(expression_shape(expr, ctx))) key.columns.push_back(column);
    }
  }
  return key;
}

/// The grammar reads MINVALUE and MAXVALUE as columns of these names, and only a range's mean them.
BoundValue bound_value(const Expression& written, bool of_range) {
  const Expression& value = without_casts(written);
  if (value.kind == Expression::Kind::null) return {.kind = BoundValue::Kind::null};
  const bool column = value.kind == Expression::Kind::column;
  if (column && of_range && value.value == "minvalue") return {.kind = BoundValue::Kind::minimum};
  if (column && of_range && value.value == "maxvalue") return {.kind = BoundValue::Kind::maximum};
  if (column) return {.kind = BoundValue::Kind::column, .text = value.value};
  return value.is_constant()
             ? BoundValue{.kind = BoundValue::Kind::constant, .text = value.value, .type = written.type}
             : BoundValue{};
}

std::vector<BoundValue> bound_values(const ast::List& nodes, bool of_range, const Context& ctx) {
  std::vector<BoundValue> values;
  for (const ast::Node node : nodes) values.push_back(bound_value(expression_shape(node, ctx), of_range));
  return values;
}

void take_parents(const ast::Node& node, CreateTable& table, const Context& ctx) {
  const ast::Node bound = node.object("partbound");
  for (const ast::Node parent : node.list("inhRelations")) {
    if (bound) {
      table.partition_of = relation(parent);
    } else {
      table.inherits.push_back(relation(parent));
    }
  }
  if (bound) table.bound = partition_bound(bound, ctx);
}

/// parse_utilcmd.c, transformColumnDefinition.
void take_foreign_flaw(Context& ctx) {
  for (const StatementChange& one : ctx.statement.changes)
    if (std::holds_alternative<AddPrimaryKey>(one.change) || std::holds_alternative<AddUnique>(one.change) ||
        std::holds_alternative<AddExclude>(one.change) || std::holds_alternative<AddForeignKey>(one.change))
      ctx.flaw("0A000", "a foreign table has no keys");
}

void create_table(const ast::Node& node, const std::string& server, Context& ctx) {
  const bool foreign = !server.empty();
  const ast::Node name = node.object("relation");
  CreateTable table{.table = relation(name),
                    .if_not_exists = node.flag("if_not_exists"),
                    .foreign = foreign,
                    .persistence = persistence(name),
                    .on_commit_drop = node.text("oncommit") == "ONCOMMIT_DROP",
                    .on_commit = node.has("oncommit") && node.text("oncommit") != "ONCOMMIT_NOOP",
                    .parameters = storage_parameters(node.list("options")),
                    .left_out = foreign || node.has("tablespacename")};
  const ConstraintPlace place{.table = table.table, .in_create_table = true};
  for (const ast::Node element : node.list("tableElts")) {
    if (element.is("ColumnDef")) {
      table.columns.push_back(column_definition(element, ctx));
      lower_column_constraints(element, place, ctx);
    } else if (element.is("Constraint")) {
      lower_constraint(element, place, ctx);
    } else if (element.is("TableLikeClause")) {
      table.like.push_back(like_clause(element, table.columns.size()));
    }
  }
  take_parents(node, table, ctx);
  if (const ast::Node spec = node.object("partspec")) table.partition_key = partition_key(spec, ctx);
  if (const ast::Node type = node.object("ofTypename")) table.of_type = qualified(type.list("names"));
  table.server = server;
  if (foreign) take_foreign_flaw(ctx);
  table.access_method = identifier(node.text("accessMethod"));
  ctx.target(table.table, foreign ? ObjectKind::foreign_table : ObjectKind::table);
  ctx.emit(std::move(table), 0, CreationOrder::table_itself);
  ctx.sort_changes();
  merge_repeated_keys(ctx.statement);
}

}  // namespace

Persistence persistence(const ast::Node& range_var) {
  const std::string_view letter = range_var.text("relpersistence");
  if (letter == "t") return Persistence::temporary;
  return letter == "u" ? Persistence::unlogged : Persistence::permanent;
}

PartitionBound partition_bound(const ast::Node& bound, const Context& ctx) {
  using Kind = PartitionBound::Kind;
  if (bound.flag("is_default")) return {.kind = Kind::rest, .text = "DEFAULT"};
  const std::string_view strategy = bound.text("strategy");
  return {.kind = strategy == "r"   ? Kind::range
                  : strategy == "l" ? Kind::list
                                    : Kind::hash,
          .text = partition_bound_text(ctx.text, ctx.base + bound.location()),
          .from = bound_values(bound.list("lowerdatums"), true, ctx),
          .to = bound_values(bound.list("upperdatums"), true, ctx),
          .values = bound_values(bound.list("listdatums"), false, ctx),
          .modulus = bound.integer("modulus"),
          .remainder = bound.integer("remainder")};
}

void lower_create_table(const ast::Node& node, Context& ctx) { create_table(node, {}, ctx); }

void lower_create_foreign_table(const ast::Node& node, Context& ctx) {
  create_table(node.object("base"), identifier(node.text("servername")), ctx);
}

/// What no two of the query's rows agree in: what it groups by, or what it selects DISTINCT.
static std::vector<Expression> distinct_by(const ast::Node& query, const Context& ctx) {
  std::vector<Expression> keys;
  for (const ast::Node key : query.list("groupClause")) keys.push_back(expression_shape(key, ctx));
  const ast::List distinct = query.list("distinctClause");
  if (distinct.empty()) return keys;
  keys.clear();
  for (const ast::Node key : distinct)
    if (key) keys.push_back(expression_shape(key, ctx));
  return keys.empty() ? output_shapes(query, ctx) : keys;
}

void lower_create_table_as(const ast::Node& node, Context& ctx) {
  const ast::Node into = node.object("into");
  const RelationName name = relation(into.object("rel"));
  const ast::Node query = node.node("query");
  lower_common_table_expressions(query, ctx);
  if (node.text("objtype") == "OBJECT_MATVIEW") {
    ctx.target(name, ObjectKind::materialized_view);
    ctx.emit(CreateView{.view = name,
                        .materialized = true,
                        .if_not_exists = node.flag("if_not_exists"),
                        .with_data = !into.flag("skipData"),
                        .column_aliases = identifiers(into.list("colNames")),
                        .query = scoped_summary(query, ctx),
                        .group_by = distinct_by(query, ctx),
                        .definition = rest_after_name(into.object("rel"), ctx)});
    return;
  }
  ctx.target(name, ObjectKind::table);
  ctx.emit(CreateTable{.table = name,
                       .if_not_exists = node.flag("if_not_exists"),
                       .persistence = persistence(into.object("rel")),
                       .on_commit_drop = into.text("onCommit") == "ONCOMMIT_DROP",
                       .on_commit = into.has("onCommit") && into.text("onCommit") != "ONCOMMIT_NOOP",
                       .parameters = storage_parameters(into.list("options")),
                       .access_method = identifier(into.text("accessMethod")),
                       .column_aliases = identifiers(into.list("colNames")),
                       .as_query = scoped_summary(query, ctx),
                       .with_data = !into.flag("skipData")});
}

}  // namespace miglint::lower
