#include "print/rows.hpp"

#include <fmt/format.h>

// Of a query (FROM, USING, INSERT … SELECT, WITH) the vocabulary keeps what it reads, not what it says.

namespace miglint::printing {
namespace {

std::string target(const RelationName& table, const std::string& alias, Pen& pen) {
  return pen.relation(table) + (alias.empty() ? "" : " AS " + pen.identifier(alias));
}

std::string where(const Boxed<Expression>& condition, Pen& pen) {
  return condition ? " WHERE " + pen.expression(*condition) : std::string();
}

/// The query around the change has a WITH or a RETURNING.
bool has_more(const ScopedQueryPtr& scoped) {
  return scoped != nullptr && (!scoped->with.empty() || !scoped->targets.empty());
}

std::string assignments(const std::vector<Assignment>& list, Pen& pen) {
  std::vector<std::string> parts;
  for (const Assignment& assignment : list)
    parts.push_back(assignment.part
                        ? pen.unknown()
                        : pen.identifier(assignment.column) + " = " + pen.expression(assignment.value));
  return join(parts, ", ");
}

std::string values(const std::vector<std::vector<Expression>>& rows, Pen& pen) {
  std::vector<std::string> lists;
  for (const std::vector<Expression>& row : rows) {
    std::vector<std::string> list;
    for (const Expression& value : row) list.push_back(pen.expression(value));
    lists.push_back("(" + join(list, ", ") + ")");
  }
  return join(lists, ", ");
}

}  // namespace

std::string insert(const Insert& insert, Pen& pen) {
  if (insert.rows_left_out > 0 || insert.query || insert.parts || insert.on_conflict_update ||
      insert.conflict || has_more(insert.scoped))
    return pen.unknown();
  std::string sql = "INSERT INTO " + pen.relation(insert.table);
  if (!insert.columns.empty()) sql += " (" + pen.identifiers(insert.columns) + ")";
  if (insert.overriding != Insert::Overriding::none)
    sql += insert.overriding == Insert::Overriding::system ? " OVERRIDING SYSTEM VALUE"
                                                           : " OVERRIDING USER VALUE";
  return sql + (insert.rows.empty() ? " DEFAULT VALUES" : " VALUES " + values(insert.rows, pen)) +
         when(insert.on_conflict_do_nothing, "ON CONFLICT DO NOTHING");
}

std::string update(const Update& update, Pen& pen) {
  if (!update.from.empty() || !update.source.tables.empty() || has_more(update.scoped)) return pen.unknown();
  return "UPDATE " + target(update.table, update.alias, pen) + " SET " +
         assignments(update.assignments, pen) + where(update.where, pen);
}

std::string delete_rows(const Delete& rows, Pen& pen) {
  if (!rows.using_relations.empty() || has_more(rows.scoped)) return pen.unknown();
  return "DELETE FROM " + target(rows.table, rows.alias, pen) + where(rows.where, pen);
}

}  // namespace miglint::printing
