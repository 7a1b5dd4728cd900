#include "print/rows.hpp"

#include "print/index.hpp"

// Of a query (FROM, USING, INSERT … SELECT, WITH) the vocabulary keeps what it reads, not what it says.

namespace miglint::printing {
namespace {

std::string target(const RelationName& table, const std::string& alias, Pen& pen) {
  return pen.relation(table) + (alias.empty() ? "" : " AS " + pen.identifier(alias));
}

std::string where(const Boxed<Expression>& condition, Pen& pen) {
  return condition ? " WHERE " + pen.expression(*condition) : std::string();
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

std::string on_conflict(const Insert& insert, const ConflictTarget& target, Pen& pen) {
  std::string sql = " ON CONFLICT";
  if (!target.elements.empty()) sql += " (" + index_elements(target.elements, pen) + ")";
  if (target.where) sql += " WHERE " + pen.expression(*target.where);
  if (!target.constraint.empty()) sql += " ON CONSTRAINT " + pen.identifier(target.constraint);
  return insert.on_conflict_do_nothing ? sql + " DO NOTHING"
                                       : sql + " DO UPDATE SET " + assignments(target.assignments, pen);
}

}  // namespace

std::string insert(const Insert& insert, Pen& pen) {
  if (insert.rows_left_out > 0 || insert.query || insert.parts || insert.left_out) return pen.unknown();
  std::string sql = "INSERT INTO " + pen.relation(insert.table);
  if (!insert.columns.empty()) sql += " (" + pen.identifiers(insert.columns) + ")";
  if (insert.overriding != Insert::Overriding::none)
    sql += insert.overriding == Insert::Overriding::system ? " OVERRIDING SYSTEM VALUE"
                                                           : " OVERRIDING USER VALUE";
  return sql + (insert.rows.empty() ? " DEFAULT VALUES" : " VALUES " + values(insert.rows, pen)) +
         (insert.conflict ? on_conflict(insert, *insert.conflict, pen) : std::string());
}

std::string update(const Update& update, Pen& pen) {
  if (!update.from.empty() || !update.source.tables.empty() || update.left_out) return pen.unknown();
  return "UPDATE " + target(update.table, update.alias, pen) + " SET " +
         assignments(update.assignments, pen) + where(update.where, pen);
}

std::string delete_rows(const Delete& rows, Pen& pen) {
  if (!rows.using_relations.empty() || rows.left_out) return pen.unknown();
  return "DELETE FROM " + target(rows.table, rows.alias, pen) + where(rows.where, pen);
}

}  // namespace miglint::printing
