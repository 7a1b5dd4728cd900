#include <algorithm>
#include <fmt/format.h>

#include "miglint/rule.hpp"
#include "support.hpp"

namespace miglint {

namespace {

bool is_null(const Boxed<Expression>& value) {
  return !value || without_casts(*value).kind == Expression::Kind::null;
}

bool fills_itself(const ColumnDefinition& column) {
  return column.identity != Identity::none || column.generated ||
         column.type.name.find("serial") != std::string::npos;
}

bool gets_default(const Step& step, const RelationName& table, const std::string& column) {
  const bool here = std::ranges::any_of(step.statement.changes, [&](const StatementChange& change) {
    const auto* set = std::get_if<SetDefault>(&change.change);
    return set && set->column == column;
  });
  return here || later(step, table.name, [&](const Change& change) {
                   const auto* set = std::get_if<SetDefault>(&change);
                   if (set) return set->column == column && step.before.resolve(set->table) == table;
                   const auto* drop = std::get_if<DropNotNull>(&change);
                   return drop && drop->column == column && step.before.resolve(drop->table) == table;
                 }).has_value();
}

void say(const Step& step, RuleContext& context, const RelationName& table, const std::string& column) {
  if (gets_default(step, table, column)) return;
  const std::string what = in_words(table, column);
  const std::string name = in_sql(table);
  const std::string quoted = quote(column);
  context.report({
      .message = fmt::format("{} is new and required without a default: INSERTs of the version still running "
                             "leave it out and fail",
                             what),
      .object = object(table, column),
      .why = fmt::format("During the deploy the previous version of the application is still running and "
                         "doesn't know {}. Every row it adds to {} leaves the column "
                         "out "
                         "and is refused (23502) until the last old process is gone, and one that slips in "
                         "before the column is required makes this statement fail.",
                         in_prose(column), in_words(table)),
      .safer = {{.text = "Keep the column nullable in this release, with a version of the application that "
                         "always writes it,",
                 .sql = fmt::format("ALTER TABLE {} ALTER COLUMN {} DROP NOT NULL;", name, quoted)},
                {.text = "and require it in the next release, when every running version does.",
                 .sql = fmt::format("ALTER TABLE {} ALTER COLUMN {} SET NOT NULL;", name, quoted)},
                {.text = "Or give it a default for the time being, which the database puts into the old "
                         "version's rows.",
                 .sql = fmt::format("ALTER TABLE {} ALTER COLUMN {} SET DEFAULT …;", name, quoted)}},
  });
}

/// The column that `c IS NOT NULL`, alone or beside other conditions, requires.
std::string required_by(const Expression& check) {
  const bool plain = check.kind == Expression::Kind::is_not_null && !check.args.empty() &&
                     check.args.front().kind == Expression::Kind::column;
  if (plain) return check.args.front().value;
  if (check.kind != Expression::Kind::conjunction) return {};
  for (const Expression& part : check.args)
    if (std::string column = required_by(part); !column.empty()) return column;
  return {};
}

void say_of_check(RuleContext& context, const RelationName& table, const std::string& column) {
  const std::string what = in_words(table, column);
  context.report({
      .message =
          fmt::format("{} is new and a CHECK requires it: INSERTs of the version still running leave it "
                      "out and fail",
                      what),
      .object = object(table, column),
      .why =
          fmt::format("A CHECK holds for new rows at once, NOT VALID or not. During the deploy the previous "
                      "version of the application is still running and doesn't know {}: every row it adds "
                      "to {} leaves the column out and is refused (23514) until the last old process is "
                      "gone.",
                      in_prose(column), in_words(table)),
      .safer = {{.text = "Add the CHECK in the next release, when every running version writes the column."}},
  });
}

bool is_new(const Step& step, const RelationName& table, const Column* column) {
  return column && !step.before.is_new(table) && step.before.is_new(column->origin);
}

void check(const Change& change, const Step& step, RuleContext& context) {
  if (const auto* add = std::get_if<AddColumn>(&change)) {
    const RelationName table = step.before.resolve(add->table);
    const bool required = (add->column.not_null || add->column.primary_key) &&
                          is_null(add->column.default_value) && !fills_itself(add->column);
    if (required && !step.before.is_new(table) && !step.before.column(table, add->column.name))
      say(step, context, table, add->column.name);
  }
  if (const auto* require = std::get_if<SetNotNull>(&change)) {
    const RelationName table = step.before.resolve(require->table);
    const Column* column = step.before.column(table, require->column);
    if (is_new(step, table, column) && is_null(column->default_value))
      say(step, context, table, require->column);
  }
  if (const auto* require = std::get_if<AddCheck>(&change); require && !require->not_enforced) {
    const RelationName table = step.before.resolve(require->table);
    const std::string name = required_by(*require->expression);
    const Column* column = step.before.column(table, name);
    if (is_new(step, table, column) && is_null(column->default_value) && !column->generated &&
        column->identity == Identity::none && !gets_default(step, table, name))
      say_of_check(context, table, name);
  }
  if (const auto* drop = std::get_if<DropDefault>(&change)) {
    const RelationName table = step.before.resolve(drop->table);
    const Column* column = step.before.column(table, drop->column);
    if (is_new(step, table, column) && column->not_null && column->identity == Identity::none)
      say(step, context, table, drop->column);
  }
}

}  // namespace

extern const Rule add_required_column_old_clients_omit;
const Rule add_required_column_old_clients_omit{
    .id = "add-required-column-old-clients-omit", .severity = Severity::warning, .check = on<check>};

}  // namespace miglint
