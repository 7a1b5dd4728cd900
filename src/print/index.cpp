#include "print/index.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace miglint::printing {
namespace {

/// `USING HASH`; btree goes without saying.
std::string using_method(const CreateIndex& index, Pen& pen) {
  if (index.method == "btree" || index.method.empty()) return {};
  std::string method = quote(index.method);
  if (pen.prisma() && method == index.method)
    std::ranges::transform(method, method.begin(), [](char c) {
      return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
  return " USING " + method;
}

}  // namespace

std::string storage_parameters(const std::vector<StorageParameter>& parameters, Pen& pen) {
  std::vector<std::string> list;
  for (const StorageParameter& parameter : parameters)
    list.push_back(parameter.name + " = " + pen.setting(parameter.value));
  return join(list, ", ");
}

std::string with_parameters(const std::vector<StorageParameter>& parameters, Pen& pen) {
  return parameters.empty() ? std::string() : " WITH (" + storage_parameters(parameters, pen) + ")";
}

std::string index_element(const IndexElement& element, Pen& pen) {
  if (element.left_out) return pen.unknown();
  std::string sql;
  if (!element.column.empty()) {
    sql = pen.identifier(element.column);
  } else {
    sql = element.expression ? pen.index_expression(*element.expression) : pen.unknown();
  }
  sql += pen.collate(element.collation);
  if (!element.operator_class.empty()) sql += " " + quote(element.operator_class);
  sql += element.descending ? " DESC" : when(element.ordered, "ASC");
  if (element.nulls_first) sql += *element.nulls_first ? " NULLS FIRST" : " NULLS LAST";
  return sql;
}

std::string index_elements(const std::vector<IndexElement>& elements, Pen& pen) {
  std::vector<std::string> list;
  for (const IndexElement& element : elements) list.push_back(index_element(element, pen));
  return join(list, ", ");
}

std::string create_index(const CreateIndex& index, Pen& pen) {
  if (index.left_out) return pen.unknown();
  const std::string method = using_method(index, pen);
  std::string sql =
      fmt::format("CREATE {}INDEX{}{}{} ON {}{}{}{}({})", index.unique ? "UNIQUE " : "",
                  when(index.concurrently, "CONCURRENTLY"), when(index.if_not_exists, "IF NOT EXISTS"),
                  index.name.empty() ? "" : " " + pen.identifier(index.name), index.only ? "ONLY " : "",
                  pen.relation(index.table), method, pen.prisma() && method.empty() ? "" : " ",
                  index_elements(index.elements, pen));
  if (!index.include.empty()) sql += " INCLUDE (" + pen.identifiers(index.include) + ")";
  sql += when(index.nulls_not_distinct, "NULLS NOT DISTINCT") + with_parameters(index.parameters, pen);
  if (index.where) sql += " WHERE " + pen.expression(*index.where);
  return sql;
}

}  // namespace miglint::printing
