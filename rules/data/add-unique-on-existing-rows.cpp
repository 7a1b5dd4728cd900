#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "duplicates.hpp"
#include "miglint/rule.hpp"
#include "support.hpp"

namespace miglint {

namespace {

std::string predicate_of(const Change& change) {
  const auto* index = std::get_if<CreateIndex>(&change);
  return index && index->where && !index->where->text.empty() ? index->where->text : std::string{};
}

/// What must differ, as messages have it (`lower(email), tenant`) and as SQL has it.
struct KeyParts {
  std::string words, sql;
};
KeyParts parts_of(const RowFailure& duplicate, const Change& change) {
  KeyParts parts{.words = fmt::format("{}", fmt::join(in_prose(duplicate.columns), ", ")),
                 .sql = quote_list(duplicate.columns)};
  const auto* index = std::get_if<CreateIndex>(&change);
  const bool has_expression = index && std::ranges::any_of(index->elements, [](const IndexElement& element) {
                                return element.expression && !element.expression->text.empty();
                              });
  if (!has_expression) return parts;
  parts = {};
  for (const IndexElement& element : index->elements) {
    const bool computed = element.column.empty() && element.expression;
    const std::string separator = parts.sql.empty() ? "" : ", ";
    parts.words += separator + (computed ? sql_in_prose(element.expression->text) : in_prose(element.column));
    parts.sql += separator + (computed ? element.expression->text : quote(element.column));
  }
  return parts;
}

std::string duplicates_query(const RowFailure& duplicate, const Change& change) {
  const std::string columns = parts_of(duplicate, change).sql;
  if (columns.empty()) return {};
  const std::string where = predicate_of(change);
  return fmt::format("SELECT {0}, count(*) FROM {1}{2} GROUP BY {0} HAVING count(*) > 1;", columns,
                     in_sql(duplicate.relation), where.empty() ? std::string{} : " WHERE " + where);
}

std::vector<SaferPath> paths(const Change& change, const Step& step) {
  const std::optional<UniqueKey> key = key_of(change, step);
  return key ? paths_for_duplicates(*key, change, step) : std::vector<SaferPath>{};
}

/// Where there is no path: an exclusion constraint, a partitioned index.
std::vector<SaferStep> safer_key() {
  return {{.text = "Look for rows that collide in every environment, and decide which of them stays or gets "
                   "another value before this statement."},
          {.text = "Stop writing new ones first: the version that is running must already treat the value as "
                   "unique."}};
}

std::string_view deed(const Change& change) {
  if (std::holds_alternative<AddPrimaryKey>(change)) return "Making a primary key of";
  if (std::holds_alternative<AddExclude>(change)) return "Excluding conflicts in";
  return "Making unique";
}

/// Values that differ may be the same afterwards.
bool joins_values(std::string_view function) {
  static constexpr auto functions = std::to_array<std::string_view>(
      {"btrim", "ceil", "date_trunc", "floor", "initcap", "left", "lower", "ltrim", "regexp_replace",
       "replace", "right", "round", "rtrim", "split_part", "substr", "substring", "translate", "upper"});
  return std::ranges::binary_search(functions, function);
}

/// `id = 5`, alone or with more.
bool picks_one_row(const Expression& where, const Table& table) {
  const Expression& bare = without_casts(where);
  if (bare.kind == Expression::Kind::conjunction)
    return std::ranges::any_of(bare.args, [&](const Expression& part) { return picks_one_row(part, table); });
  if (bare.kind != Expression::Kind::op || bare.value != "=" || bare.args.size() != 2) return false;
  const Expression& column = without_casts(bare.args.front());
  return column.kind == Expression::Kind::column && without_casts(bare.args.back()).is_constant() &&
         std::ranges::any_of(table.indexes, [&](const Index& index) {
           return index.unique && !index.where && index.columns() == std::vector{column.value};
         });
}

/// The UPDATE makes rows alike: all that it finds get one value, or what told them apart is taken away.
bool joins_rows(const Update& update, const Table* table, const RowFailure& duplicate) {
  std::size_t constants = 0;
  bool joined = false;
  for (const Assignment& assignment : update.assignments) {
    if (std::ranges::find(duplicate.columns, assignment.column) == duplicate.columns.end()) continue;
    const Expression& value = without_casts(assignment.value);
    constants += value.is_constant() ? 1 : 0;
    joined |= value.kind == Expression::Kind::function && joins_values(value.function.name) &&
              mentions(value, assignment.column);
  }
  const bool one_row = update.where && table && picks_one_row(*update.where, *table);
  return joined || (!one_row && constants == duplicate.columns.size());
}

/// One of a row of UPDATEs of the same key speaks for the others.
bool was_said(const Step& step, const RowFailure& duplicate) {
  const Table* table = step.before.table(duplicate.relation);
  for (const Mention place : step.mentions.of(duplicate.relation.name)) {
    const auto* update = std::get_if<Update>(&step.mentions.at(place));
    if (place.statement < step.index && update && joins_rows(*update, table, duplicate)) return true;
  }
  return false;
}

void check_update(const Update& update, const Step& step, RuleContext& context) {
  for (const RowFailure& duplicate : step.failures()) {
    if (duplicate.sqlstate != "23505" || duplicate.handled || nobody_uses(step, duplicate.relation) ||
        !joins_rows(update, step.before.table(duplicate.relation), duplicate) || was_said(step, duplicate))
      continue;
    const std::string what = in_words(duplicate.relation, duplicate.columns);
    context.report({
        .message = fmt::format("This UPDATE fails if two rows become alike in {}", what),
        .object = object(duplicate.relation, duplicate.columns.front()),
        .fails = fails(duplicate),
        .why = fmt::format("Rows that differ today may be the same afterwards, and a unique index over {} "
                           "refuses the second of them ({}).",
                           what, duplicate.sqlstate),
        .safer = {{.text = "Count the rows that would become alike, in every environment, and decide which "
                           "of them stays before this statement."}},
        .severity = Severity::warning,
    });
    return;
  }
}

void check_add_unique_on_existing_rows(const Change& change, const Step& step, RuleContext& context) {
  if (const auto* update = std::get_if<Update>(&change)) return check_update(*update, step, context);
  if (std::holds_alternative<DoBlock>(change)) return;     // its statements are asked about one by one
  if (std::holds_alternative<ChangeType>(change)) return;  // change-type-incompatible speaks of it
  if (std::holds_alternative<RefreshMaterializedView>(change)) return;  // the index was there before
  if (std::holds_alternative<Insert>(change)) return;                   // insert-may-repeat-key does
  for (const RowFailure& duplicate : step.failures()) {
    if (duplicate.sqlstate != "23505" && duplicate.sqlstate != "23P01") continue;
    const std::string what =
        fmt::format("{} ({})", in_words(duplicate.relation), parts_of(duplicate, change).words);
    const bool same_for_all = duplicate.any_row;
    std::vector<SaferPath> ways = paths(change, step);
    std::vector<SaferStep> otherwise = ways.empty() ? safer_key() : std::vector<SaferStep>{};
    context.report({
        .message =
            same_for_all
                ? fmt::format("{} {} fails as soon as {} has two rows: all get the same value", deed(change),
                              what, in_words(duplicate.relation))
                : fmt::format("{} {} fails if two rows have the same values there", deed(change), what),
        .object = object(duplicate.relation, duplicate.columns.empty()
                                                 ? std::string_view{}
                                                 : std::string_view(duplicate.columns.front())),
        .fails = fails(duplicate),
        .why = fmt::format("Nothing has kept duplicates out of {} so far. While PostgreSQL builds the index "
                           "it refuses the first pair it meets ({}), and the "
                           "deploy stops there.{}",
                           what, duplicate.sqlstate, remains(duplicate)),
        .paths = std::move(ways),
        .safer = std::move(otherwise),
        .check_first = duplicates_query(duplicate, change),
        .severity = severity_of(duplicate),
    });
    return;
  }
}

}  // namespace

extern const Rule add_unique_on_existing_rows;
const Rule add_unique_on_existing_rows{
    .id = "add-unique-on-existing-rows",
    .severity = Severity::error,
    .check = on<check_add_unique_on_existing_rows>,
    .overrides = {"create-index-without-concurrently", "add-unique-without-using-index",
                  "add-exclude-builds-index", "index-concurrently-if-not-exists"}};

}  // namespace miglint
