#include <algorithm>

#include "parse/lower.hpp"

// Publications, from PostgreSQL 15 on lists of objects: tables with a column list and a filter, and schemas.

namespace miglint::lower {
namespace {

using TableColumns = std::vector<std::pair<RelationName, std::vector<std::string>>>;

void take_tables(const ast::Node& node, TableColumns& tables, std::vector<RowFilter>& filters,
                 const Context& ctx) {
  for (const ast::Node object : node.list("pubobjects")) {
    const ast::Node table = object.object("pubtable");
    if (!table) continue;
    tables.emplace_back(relation(table.object("relation")), identifiers(table.list("columns")));
    if (const ast::Node filter = table.node("whereClause"))
      filters.push_back({.table = tables.back().first, .condition = scoped_expression(filter, ctx)});
  }
}

std::vector<std::string> schemas(const ast::Node& node) {
  std::vector<std::string> names;
  for (const ast::Node object : node.list("pubobjects"))
    if (object.text("pubobjtype") == "PUBLICATIONOBJ_TABLES_IN_SCHEMA")
      names.push_back(identifier(object.text("name")));
  return names;
}

/// publish = 'insert, update': none where the option is not written.
std::optional<std::vector<std::string>> published(const ast::Node& node) {
  for (const ast::Node option : node.list("options"))
    if (option.text("defname") == "publish") return split_list(option_text(option));
  return std::nullopt;
}

bool has(const std::vector<std::string>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

/// publicationcmds.c, parse_publication_options.
void take_option_flaw(const ast::Node& node, Context& ctx) {
  std::vector<std::string_view> seen;
  for (const ast::Node option : node.list("options")) {
    const std::string_view name = option.text("defname");
    if (std::ranges::find(seen, name) != seen.end())
      return ctx.flaw("42601", "a parameter of the publication is written twice");
    seen.push_back(name);
    if (name != "publish" && name != "publish_via_partition_root" && name != "publish_generated_columns")
      return ctx.flaw("42601", "publications have no parameter \"" + std::string(name) + "\"");
  }
  for (const std::string& word : published(node).value_or(std::vector<std::string>{}))
    if (word != "insert" && word != "update" && word != "delete" && word != "truncate")
      return ctx.flaw("42601", "a publication can't publish \"" + word + "\"");
}

/// DROP TABLE takes names alone.
void take_drop_flaw(const ast::Node& node, Context& ctx) {
  for (const ast::Node object : node.list("pubobjects")) {
    const ast::Node table = object.object("pubtable");
    if (table && (!table.list("columns").empty() || table.has("whereClause")))
      return ctx.flaw("42601", "DROP TABLE of a publication takes neither columns nor WHERE");
  }
}

}  // namespace

void lower_create_publication(const ast::Node& node, Context& ctx) {
  CreatePublication publication{.name = identifier(node.text("pubname")),
                                .all_tables = node.flag("for_all_tables"),
                                .schemas = schemas(node)};
  if (const auto words = published(node)) {
    publication.updates = has(*words, "update");
    publication.deletes = has(*words, "delete");
  }
  take_option_flaw(node, ctx);
  take_tables(node, publication.tables, publication.filters, ctx);
  ctx.emit(std::move(publication));
}

void lower_alter_publication(const ast::Node& node, Context& ctx) {
  AlterPublication change{.name = identifier(node.text("pubname")), .schemas = schemas(node)};
  const std::string_view action = node.text("action");
  if (action == "AP_DropObjects") change.action = AlterPublication::Action::drop;
  if (action == "AP_SetObjects") change.action = AlterPublication::Action::set;
  if (!node.list("options").empty()) change.action = AlterPublication::Action::set_options;
  if (const auto words = published(node)) {
    change.updates = has(*words, "update");
    change.deletes = has(*words, "delete");
  }
  take_option_flaw(node, ctx);
  if (change.action == AlterPublication::Action::drop) take_drop_flaw(node, ctx);
  take_tables(node, change.tables, change.filters, ctx);
  ctx.emit(std::move(change));
}

}  // namespace miglint::lower
