#include "support/replayed.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "parse/parser.hpp"

namespace miglint::testing {

Catalog replayed(std::initializer_list<std::string_view> migrations) {
  Catalog catalog;
  for (const std::string_view text : migrations) {
    ++catalog.current_migration;
    const Migration migration = parse({.text = std::string(text)});
    catalog.current_statement = -1;
    for (const Statement& statement : migration.statements) {
      ++catalog.current_statement;
      replay(catalog, statement);
    }
  }
  return catalog;
}

std::string columns_of_table(const Catalog& catalog, const std::string& name) {
  const Table* table = catalog.table({{}, name});
  if (table == nullptr) return "-";
  std::vector<std::string> lines;
  for (const Column& column : table->columns)
    lines.push_back(fmt::format("{} {}{}{}", column.name, format_type(column.type, catalog),
                                column.not_null ? " not null" : "", column.default_value ? " default" : ""));
  return fmt::format("{}", fmt::join(lines, ", "));
}

std::string indexes_of_table(const Catalog& catalog, const std::string& name) {
  const Table* table = catalog.table({{}, name});
  if (table == nullptr) return "-";
  std::vector<std::string> lines;
  for (const Index& index : table->indexes)
    lines.push_back(fmt::format("{}{} ({})", index.name.name,
                                index.primary  ? " primary"
                                : index.unique ? " unique"
                                               : "",
                                fmt::join(index.columns(), ", ")));
  std::sort(lines.begin(), lines.end());
  return fmt::format("{}", fmt::join(lines, ", "));
}

static std::string_view kind_name(Constraint::Kind kind) {
  static constexpr std::string_view names[] = {"primary-key", "unique",  "foreign-key",
                                               "check",       "exclude", "not-null"};
  return names[static_cast<int>(kind)];
}

std::string constraints_of_table(const Catalog& catalog, const std::string& name) {
  const Table* table = catalog.table({{}, name});
  if (table == nullptr) return "-";
  std::vector<std::string> lines;
  for (const Constraint& constraint : table->constraints) {
    std::string line = fmt::format("{} {} ({})", constraint.name, kind_name(constraint.kind),
                                   fmt::join(constraint.columns, ", "));
    if (constraint.kind == Constraint::Kind::foreign_key)
      line += fmt::format(" -> {} ({})", to_string(constraint.referenced),
                          fmt::join(constraint.referenced_columns, ", "));
    if (!constraint.validated) line += " not valid";
    lines.push_back(std::move(line));
  }
  std::sort(lines.begin(), lines.end());
  return fmt::format("{}", fmt::join(lines, ", "));
}

std::string tables_of(const Catalog& catalog) {
  std::vector<std::string> names;
  for (const auto& [name, table] : catalog.tables) names.push_back(to_string(name));
  return fmt::format("{}", fmt::join(names, ", "));
}

std::string labels_of(const Catalog& catalog, const std::string& type) {
  const Enum* enumeration = catalog.enumeration({.name = type});
  return enumeration == nullptr ? "-" : fmt::format("{}", fmt::join(enumeration->labels, ", "));
}

}  // namespace miglint::testing
