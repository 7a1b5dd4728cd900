#include <fmt/format.h>

#include "miglint/rule.hpp"
#include "support.hpp"

namespace miglint {

namespace {

void report(const RelationName& table, const std::string& column, const RelationName& referenced,
            bool on_delete, RuleContext& context) {
  const std::string_view action = on_delete ? "ON DELETE SET NULL" : "ON UPDATE SET NULL";
  const std::string_view deed = on_delete ? "DELETE" : "change of the key";
  context.report({
      .message = fmt::format("{} can't empty {}, which is required", action, in_words(table, column)),
      .object = object(table, column),
      .why = fmt::format("PostgreSQL takes the foreign key, and refuses each {} of a row of {} that is "
                         "referred to (23502): the action sets a column to NULL that does not take it.",
                         deed, in_words(referenced)),
      .safer = {{.text = "Let the column be empty, if that is what is meant.",
                 .sql = fmt::format("ALTER TABLE {} ALTER COLUMN {} DROP NOT NULL;", in_sql(table),
                                    quote(column))},
                {.text = "Or choose the action that fits a required column: CASCADE deletes the rows that "
                         "refer, RESTRICT says why it refuses."}},
  });
}

/// The column as the statement leaves it: one that it makes is not in the catalog yet.
bool is_required(const Step& step, const RelationName& table, const std::string& name) {
  for (const StatementChange& part : step.statement.changes) {
    const auto* added = std::get_if<AddColumn>(&part.change);
    if (added && added->column.name == name) return added->column.not_null || added->column.primary_key;
    const auto* created = std::get_if<CreateTable>(&part.change);
    for (const ColumnDefinition& column : created ? created->columns : std::vector<ColumnDefinition>{})
      if (column.name == name) return column.not_null || column.primary_key;
  }
  const Column* column = step.before.column(table, name);
  return column && column->not_null;
}

/// A later statement of the migration lets the column be empty.
bool is_freed(const Step& step, const RelationName& table, const std::string& column) {
  return later(step, table.name,
               [&](const Change& change) {
                 const auto* freed = std::get_if<DropNotNull>(&change);
                 const auto* dropped = std::get_if<DropColumn>(&change);
                 return (freed && freed->column == column) || (dropped && dropped->column == column);
               })
      .has_value();
}

void check_foreign_key_nulls_required_column(const AddForeignKey& key, const Step& step,
                                             RuleContext& context) {
  const bool on_delete = key.on_delete == ReferentialAction::set_null;
  if (!on_delete && key.on_update != ReferentialAction::set_null) return;
  const RelationName table = step.before.resolve(key.table);
  for (const std::string& column : key.columns) {
    if (!is_required(step, table, column) || is_freed(step, table, column)) continue;
    return report(table, column, step.before.resolve(key.referenced), on_delete, context);
  }
}

}  // namespace

extern const Rule foreign_key_nulls_required_column;
const Rule foreign_key_nulls_required_column{.id = "foreign-key-nulls-required-column",
                                             .severity = Severity::warning,
                                             .check = on<check_foreign_key_nulls_required_column>};

}  // namespace miglint
