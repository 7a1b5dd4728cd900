#include "parents.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "path_steps.hpp"
#include "sample.hpp"

namespace miglint {

namespace {

/// The CREATE TABLE of the migration, wherever it stands.
const CreateTable* made_here(const Step& step, const RelationName& table) {
  for (const Mention place : step.mentions.created_tables()) {
    const auto& create = std::get<CreateTable>(step.mentions.at(place));
    if (step.before.creation_name(create.table) == table) return &create;
  }
  return nullptr;
}

bool fills_itself(const ColumnDefinition& column) {
  return column.default_value || column.generated || column.identity != Identity::none ||
         column.type.name.ends_with("serial");
}

/// What the migration asks of a column of the new table, by all its statements.
struct Asked {
  bool key = false;
  std::optional<ReferenceDemand> reference;
  std::vector<Expression> checks;
};

Asked asked_of(const Step& step, const RelationName& table, const std::string& column) {
  Asked asked;
  const auto has = [&](const std::vector<std::string>& columns) {
    return std::ranges::find(columns, column) != columns.end();
  };
  for (const Mention place : step.mentions.of(table.name)) {
    const Change& change = step.mentions.at(place);
    if (const auto* key = std::get_if<AddPrimaryKey>(&change)) asked.key |= has(key->columns);
    if (const auto* unique = std::get_if<AddUnique>(&change)) asked.key |= has(unique->columns);
    if (const auto* index = std::get_if<CreateIndex>(&change))
      asked.key |= index->unique && std::ranges::any_of(index->elements, [&](const IndexElement& element) {
                     return element.column == column;
                   });
    const auto* check = std::get_if<AddCheck>(&change);
    if (check && check->expression && mentions(*check->expression, column))
      asked.checks.push_back(*check->expression);
    const auto* key = std::get_if<AddForeignKey>(&change);
    if (key && step.before.resolve(key->table) == table && has(key->columns))
      asked.reference = ReferenceDemand{.columns = key->columns,
                                        .referenced = step.before.resolve(key->referenced),
                                        .referenced_columns = referenced_columns(step, *key)};
  }
  return asked;
}

/// A value for the new row; nothing where it would have to refer to a row that is not there either.
std::optional<std::string> value_for(const Step& step, const ColumnDefinition& column, const Asked& asked,
                                     bool one_for_each) {
  if (asked.reference) {
    const ReferenceDemand& reference = *asked.reference;
    if (reference.columns.size() != 1 || reference.referenced_columns.size() != 1 ||
        has_no_parents(step, reference) || (asked.key && one_for_each))
      return std::nullopt;
    const std::string key = identifier(reference.referenced_columns.front(), step);
    return fmt::format("(SELECT {0} FROM {1} ORDER BY {0} LIMIT 1)", key,
                       relation(reference.referenced, step));
  }
  const TypeName base = base_of(column.type, step.before);
  if (asked.key && is_text(base) && width(base).value_or(36) >= 36) return "gen_random_uuid()::text";
  if (asked.key && base.name != "uuid" && one_for_each) return std::nullopt;
  return literal_for(step, column.type, column.name, asked.checks);
}

}  // namespace

bool has_no_parents(const Step& step, const ReferenceDemand& reference) {
  const bool key_comes_later = later(step, reference.referenced.name, [&](const Change& change) {
                                 const auto* add = std::get_if<AddColumn>(&change);
                                 return add && step.before.resolve(add->table) == reference.referenced &&
                                        std::ranges::find(reference.referenced_columns, add->column.name) !=
                                            reference.referenced_columns.end();
                               }).has_value();
  if (key_comes_later) return true;
  if (!made_here(step, reference.referenced)) return false;
  return !step.before.table(reference.referenced) ||
         step.evidence.no_rows(reference.referenced).proof != Proof::none;
}

std::optional<std::string> insert_parents(const Step& step, const RelationName& table,
                                          const std::string& column, const ReferenceDemand& reference,
                                          bool one_for_each) {
  const CreateTable* create = made_here(step, reference.referenced);
  if (!create || reference.columns.size() != 1) return std::nullopt;
  std::vector<std::string> names;
  std::string values;
  for (const ColumnDefinition& part : create->columns) {
    const bool required =
        part.not_null || part.primary_key ||
        std::ranges::find(reference.referenced_columns, part.name) != reference.referenced_columns.end();
    if (!required || fills_itself(part)) continue;
    const std::optional<std::string> value =
        value_for(step, part, asked_of(step, reference.referenced, part.name), one_for_each);
    if (!value) return std::nullopt;
    names.push_back(part.name);
    values += (values.empty() ? "" : ", ") + *value;
  }
  if (names.empty()) return std::nullopt;
  const std::string parent = relation(reference.referenced, step);
  const std::string rows =
      fmt::format("FROM {} WHERE {} IS NULL", relation(table, step), identifier(column, step));
  return one_for_each
             ? fmt::format("INSERT INTO {} ({}) SELECT {} {};", parent, columns(names, step), values, rows)
             : fmt::format(
                   "INSERT INTO {0} ({1}) SELECT {2}\nWHERE EXISTS (SELECT {3}) AND NOT EXISTS (SELECT "
                   "FROM {0});",
                   parent, columns(names, step), values, rows);
}

}  // namespace miglint
