#include <fmt/format.h>

#include "miglint/rule.hpp"
#include "paths.hpp"
#include "support.hpp"
#include "unfit.hpp"

namespace miglint {

namespace {

/// What the server says about the first value that does not fit.
std::string_view complaint(std::string_view sqlstate) {
  if (sqlstate == "22001") return "is too long for it";
  if (sqlstate == "22003") return "is out of its range";
  if (sqlstate == "22P02") return "does not read as one";
  if (sqlstate == "22007" || sqlstate == "22008") return "is no such date or time";
  if (sqlstate == "23505") return "is then a duplicate";
  if (sqlstate == "23514") return "then violates a check";
  if (sqlstate == "23502") return "comes to NULL";
  return "does not convert";
}

SaferPath mend_first(const Unfit& unfit, const Step& step) {
  std::string mending = update(unfit.fill, step);
  if (!unfit.setup.empty()) mending = unfit.setup + "\n" + mending + "\n" + unfit.cleanup;
  return {.title = "Correct the values that don't fit first",
          .needs = {unfit.fill.need},
          .steps = {before(fmt::format("Give the rows whose {} does not fit one that does: what they hold is "
                                       "lost.",
                                       in_words(unfit.fill.table, unfit.fill.column)),
                           std::move(mending))},
          .leaves = {"change-type-incompatible", "silent-value-change", "backfill-in-schema-migration",
                     "scan-under-exclusive-lock", "change-type-rewrites-table", "change-type-rebuilds-index",
                     "change-type-scans-table"}};
}

/// A second column takes over, release by release.
SaferPath new_column(const ChangeType& change, const RelationName& table, const Column& column,
                     const Step& step) {
  const std::string fresh = column.name + "_new";
  const std::string what = in_words(table, column.name);
  const std::string name = identifier(column.name, step);
  const std::string unfit = does_not_fit(name, column.type, change.type, step);
  const std::string type = print(change.type, spelling_of(step));
  const bool as_text = step.before.enumeration(change.type) || step.before.enumeration(column.type);
  const std::string converted = fmt::format("{}{}::{}", name, as_text ? "::text" : "", type);
  const Fill fill{
      .table = table,
      .column = fresh,
      .need = {.name = need_name(table, fresh),
               .question = fmt::format("What of {} goes into the new column?", what),
               .sample = unfit.empty() ? converted
                                       : fmt::format("CASE WHEN NOT ({}) THEN {} END", unfit, converted)},
      .from = {},
      .joined = {},
      .where = fmt::format("{} IS NULL AND {} IS NOT NULL", identifier(fresh, step), name)};
  AddColumn add{.table = table, .column = {.name = fresh, .type = change.type}};
  add.column.collation = change.collation;
  SaferPath path{
      .title = "Move to a new column over several releases",
      .result = fmt::format("{} takes the place of {}", in_words(table, fresh), what),
      .needs = {fill.need},
      .steps = {here("Add the new column. The application writes both from now on, and reads the old one.",
                     sql(add, step)),
                outside("Copy what is there, in batches.", update_in_batches(fill, step)),
                next_release("When no running version reads or writes the old column any more, drop it: its "
                             "values are lost.",
                             sql(DropColumn{.table = table, .column = column.name}, step))},
      .leaves = {"drop-column"}};
  if (has_schema_prisma(step))
    path.schema = {
        {.kind = SchemaEdit::Kind::map_field, .table = table, .column = fresh, .name = column.name}};
  return path;
}

std::vector<SaferPath> paths(const ChangeType& change, const RelationName& table, const Column* column,
                             const Step& step) {
  if (!column) return {};
  std::vector<SaferPath> paths;
  if (const std::optional<Unfit> unfit = unfit_values(change, table, *column, step))
    paths.push_back(mend_first(*unfit, step));
  const Table* owner = step.before.table(table);
  const bool plain = owner && owner->kind == Table::Kind::table && !column->generated &&
                     !owner->column(column->name + "_new");
  if (plain && !change.using_expression) paths.push_back(new_column(change, table, *column, step));
  return paths;
}

/// Counts what does not fit where that can be told, else shows what is there.
std::string query(const ChangeType& change, const RelationName& table, const Column* column,
                  const Step& step) {
  const std::string name = quote(change.column);
  const std::string unfit =
      column && converts_as_it_stands(change) ? does_not_fit(name, column->type, change.type, step) : "";
  return unfit.empty()
             ? fmt::format(
                   "SELECT {0}, count(*) FROM {1} GROUP BY {0} ORDER BY length({0}::text) DESC LIMIT 50;",
                   name, in_sql(table))
             : fmt::format("SELECT count(*) FROM {} WHERE {};", in_sql(table), unfit);
}

std::vector<SaferStep> safer_conversion() {
  return {{.text = "Look at the values that don't fit, in every environment, and correct them before this "
                   "statement."}};
}

/// Timestamps in a key that become equal by losing microseconds, or at the hour that a clock is set back:
/// rows would have to lie that close.
bool only_rounds_time(const RowFailure& failure, const Column* column, const TypeName& to) {
  const auto is_time = [](const TypeName& type) {
    return type.name.starts_with("time") && type.array_dimensions == 0;
  };
  return failure.sqlstate == "23505" && column && is_time(column->type) && is_time(to);
}

Severity severity(const RowFailure& failure, const Column* column, const TypeName& to) {
  return only_rounds_time(failure, column, to) ? Severity::note : severity_of(failure);
}

void check_change_type_incompatible(const ChangeType& change, const Step& step, RuleContext& context) {
  const std::optional<RowFailure> found = failure(step);
  if (!found) return;  // a widening, an empty table, values that fit for certain
  const RelationName table = step.before.resolve(change.table);
  const std::string type = type_in_sql(change.type, step.before);
  const Column* column = step.before.column(table, change.column);
  const std::string from = column ? format_type(column->type, step.before) : "its type";
  const std::string what = in_words(table, change.column);
  std::vector<SaferPath> ways = paths(change, table, column, step);
  std::vector<SaferStep> otherwise = ways.empty() ? safer_conversion() : std::vector<SaferStep>{};
  context.report({
      .message = fmt::format("Changing {} from {} to {} fails if a value {}", what, sql_in_prose(from),
                             sql_in_prose(type), complaint(found->sqlstate)),
      .object = object(table, change.column),
      .fails = fails(*found),
      .why = fmt::format("PostgreSQL converts every value that is there, and refuses the statement ({}) at "
                         "the first one that {}. Whether there is one depends "
                         "on data that nobody has looked at.{}",
                         found->sqlstate, complaint(found->sqlstate), remains(*found)),
      .paths = std::move(ways),
      .safer = std::move(otherwise),
      .check_first = query(change, table, column, step),
      .severity = severity(*found, column, change.type),
  });
}

}  // namespace

extern const Rule change_type_incompatible;
const Rule change_type_incompatible{.id = "change-type-incompatible",
                                    .severity = Severity::error,
                                    .check = on<check_change_type_incompatible>,
                                    .overrides = {"silent-value-change", "change-type-rewrites-table",
                                                  "change-type-rebuilds-index", "change-type-scans-table"}};

}  // namespace miglint
