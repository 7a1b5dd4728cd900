#include "miglint/lexer.hpp"
#include "parse/lower.hpp"

namespace miglint::lower {

/// `(a)` and `(a COLLATE "C")` are the column itself (indexcmds.c, ComputeIndexAttrs).
static void take_bare_column(const ast::Node& written, IndexElement& element) {
  ast::Node inner = written;
  while (inner.is("CollateClause")) inner = inner.node("arg");
  if (!inner.is("ColumnRef") || inner.list("fields").size() != 1) return;
  if (written.is("CollateClause")) element.collation = qualified(written.list("collname"));
  element.column = identifier(inner.list("fields").front().text("sval"));
  element.name.clear();
  element.expression.reset();
}

/// `lower(a) text_pattern_ops`: the text of a call that stands without parentheses ends with them.
static void cut_operator_class(Expression& expression, const ast::List& operator_class) {
  if (operator_class.empty()) return;
  Lexer lexer(expression.text);
  int depth = 0;
  for (Token token = lexer.next(); token.kind != Token::Kind::end; token = lexer.next()) {
    const std::string_view word = lexer.text(token);
    depth += word == "(" ? 1 : word == ")" ? -1 : 0;
    if (depth > 0 || word != ")") continue;
    const std::string_view next = lexer.text(lexer.next());
    const std::string_view name = operator_class.front().text("sval");
    if (is_word(next, name) || next == quote(name))
      expression.text.resize(static_cast<std::size_t>(token.span.end));
    return;
  }
}

IndexElement index_element(const ast::Node& node, const Context& ctx) {
  IndexElement lowered{.column = identifier(node.text("name")),
                       .name = node.node("expr") ? index_column_name(node.node("expr")) : std::string(),
                       .expression = optional_expression(node.node("expr"), ctx),
                       .collation = qualified_if_any(node.list("collation")),
                       .operator_class = qualified(node.list("opclass")).name,
                       .descending = node.text("ordering") == "SORTBY_DESC"};
  const std::string_view nulls = node.text("nulls_ordering");
  lowered.ordered = lowered.descending || node.text("ordering") == "SORTBY_ASC";
  if (nulls == "SORTBY_NULLS_FIRST") lowered.nulls_first = true;
  if (nulls == "SORTBY_NULLS_LAST") lowered.nulls_first = false;
  if (lowered.expression) cut_operator_class(lowered.expression.own(), node.list("opclass"));
  lowered.left_out = node.list("opclass").size() > 1 || !node.list("opclassopts").empty();
  take_bare_column(node.node("expr"), lowered);
  return lowered;
}

namespace {

Reindex::Scope scope(std::string_view kind) {
  if (kind == "REINDEX_OBJECT_TABLE") return Reindex::Scope::table;
  if (kind == "REINDEX_OBJECT_SCHEMA") return Reindex::Scope::schema;
  if (kind == "REINDEX_OBJECT_DATABASE") return Reindex::Scope::database;
  return kind == "REINDEX_OBJECT_SYSTEM" ? Reindex::Scope::system : Reindex::Scope::index;
}

/// indexcmds.c, ComputeIndexAttrs.
void take_include_flaw(const ast::Node& column, Context& ctx) {
  const bool ordered =
      column.text("ordering").ends_with("ASC") || column.text("ordering").ends_with("DESC") ||
      column.text("nulls_ordering").ends_with("FIRST") || column.text("nulls_ordering").ends_with("LAST");
  if (ordered || !column.list("opclass").empty() || !column.list("collation").empty())
    ctx.flaw("42P17", "a column in INCLUDE has no order, operator class or collation");
}

}  // namespace

void lower_create_index(const ast::Node& node, Context& ctx) {
  const ast::Node table = node.object("relation");
  CreateIndex index{.table = relation(table),
                    .name = identifier(node.text("idxname")),
                    .unique = node.flag("unique"),
                    .concurrently = node.flag("concurrent"),
                    .if_not_exists = node.flag("if_not_exists"),
                    .only = !table.flag("inh"),
                    .nulls_not_distinct = node.flag("nulls_not_distinct"),
                    .method = std::string(node.text("accessMethod")),
                    .where = optional_expression(node.node("whereClause"), ctx),
                    .parameters = storage_parameters(node.list("options")),
                    .left_out = node.has("tableSpace")};
  for (const ast::Node item : node.list("indexParams")) index.elements.push_back(index_element(item, ctx));
  for (const ast::Node item : node.list("indexIncludingParams")) {
    take_include_flaw(item, ctx);
    index.include.push_back(identifier(item.text("name")));
  }
  ctx.target(index.table, ObjectKind::table);
  ctx.statement.only = index.only;
  ctx.emit(std::move(index));
}

void lower_reindex(const ast::Node& node, Context& ctx) {
  Reindex change{.scope = scope(node.text("kind")), .name = relation(node.object("relation"))};
  if (node.has("name")) change.name = {.schema = {}, .name = identifier(node.text("name"))};
  for (const ast::Node option : node.list("params")) {
    if (option.text("defname") == "concurrently")
      change.concurrently =
          !option.node("arg") || option_text(option) == "true" || option_text(option) == "on";
    change.left_out |= option.text("defname") == "tablespace";
  }
  const bool of_relation = change.scope == Reindex::Scope::index || change.scope == Reindex::Scope::table;
  if (of_relation)
    ctx.target(change.name, change.scope == Reindex::Scope::index ? ObjectKind::index : ObjectKind::table);
  ctx.emit(std::move(change));
}

}  // namespace miglint::lower
