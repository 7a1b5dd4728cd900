#include "print/constraint.hpp"

#include <array>
#include <fmt/format.h>

#include "print/index.hpp"

namespace miglint::printing {
namespace {

std::string named(const ConstraintHeader& head, Pen& pen, std::string_view definition) {
  if (head.left_out) return pen.unknown();
  std::string sql = head.name.empty() ? "" : "CONSTRAINT " + pen.identifier(head.name) + " ";
  return sql.append(definition) + when(head.no_inherit, "NO INHERIT") + when(head.deferrable, "DEFERRABLE") +
         when(head.initially_deferred, "INITIALLY DEFERRED") + when(head.not_enforced, "NOT ENFORCED") +
         when(head.not_valid, "NOT VALID");
}

/// ` ("a", "b")`; Prisma's CREATE TABLE has no blanks inside.
std::string key_columns(const std::vector<std::string>& columns, bool without_overlaps, Place place,
                        Pen& pen) {
  if (place == Place::column) return {};
  std::vector<std::string> list;
  for (const std::string& column : columns) list.push_back(pen.identifier(column));
  const bool narrow = pen.prisma() && place == Place::create_table;
  return fmt::format(" ({}{})", join(list, narrow ? "," : ", "), when(without_overlaps, "WITHOUT OVERLAPS"));
}

template <class Key>
std::string key(std::string_view word, const Key& key, Place place, Pen& pen) {
  if (!key.using_index.empty())
    return named(key, pen, fmt::format("{} USING INDEX {}", word, pen.identifier(key.using_index)));
  const std::string include =
      key.include.empty() ? std::string() : " INCLUDE (" + pen.identifiers(key.include) + ")";
  return named(key, pen,
               std::string(word) + key_columns(key.columns, key.without_overlaps, place, pen) + include);
}

std::string_view words_of(ReferentialAction action) {
  static constexpr std::array<std::string_view, 5> words{"NO ACTION", "RESTRICT", "CASCADE", "SET NULL",
                                                         "SET DEFAULT"};
  return words.at(static_cast<std::size_t>(action));
}

/// Prisma always says both; it writes none behind its column.
std::string actions(const AddForeignKey& key, Place place, Pen& pen) {
  const bool both = pen.prisma() && place != Place::column;
  std::string sql;
  if (both || key.on_delete != ReferentialAction::no_action)
    sql += fmt::format(" ON DELETE {}", words_of(key.on_delete));
  if (!key.set_columns.empty()) sql += " (" + pen.identifiers(key.set_columns) + ")";
  if (both || key.on_update != ReferentialAction::no_action)
    sql += fmt::format(" ON UPDATE {}", words_of(key.on_update));
  return sql;
}

}  // namespace

std::string constraint(const AddPrimaryKey& primary_key, Place place, Pen& pen) {
  return key("PRIMARY KEY", primary_key, place, pen);
}

std::string constraint(const AddUnique& unique, Place place, Pen& pen) {
  return key(unique.nulls_not_distinct ? "UNIQUE NULLS NOT DISTINCT" : "UNIQUE", unique, place, pen);
}

std::string constraint(const AddForeignKey& key, Place place, Pen& pen) {
  std::string sql = place == Place::column ? "" : "FOREIGN KEY (" + pen.identifiers(key.columns) + ") ";
  sql += "REFERENCES " + pen.relation(key.referenced);
  if (!key.referenced_columns.empty())
    sql += (pen.prisma() ? "(" : " (") + pen.identifiers(key.referenced_columns) + ")";
  return named(key, pen, sql + when(key.match_full, "MATCH FULL") + actions(key, place, pen));
}

std::string constraint(const AddCheck& check, Place, Pen& pen) {
  if (!check.expression) return pen.unknown();
  return named(check, pen, "CHECK (" + pen.expression(*check.expression) + ")");
}

std::string constraint(const AddExclude& exclusion, Place, Pen& pen) {
  if (exclusion.elements.size() != exclusion.operators.size()) return pen.unknown();
  std::vector<std::string> elements;
  for (std::size_t i = 0; i < exclusion.elements.size(); ++i)
    elements.push_back(index_element(exclusion.elements[i], pen) + " WITH " + exclusion.operators[i]);
  std::string sql = fmt::format("EXCLUDE USING {} ({})", quote(exclusion.method), join(elements, ", "));
  if (exclusion.where) sql += " WHERE (" + pen.expression(*exclusion.where) + ")";
  return named(exclusion, pen, sql);
}

std::string constraint(const AddNotNull& not_null, Place, Pen& pen) {
  return named(not_null, pen, "NOT NULL " + pen.identifier(not_null.column));
}

}  // namespace miglint::printing
