#include "fill.hpp"

#include <cctype>
#include <fmt/format.h>

#include "support.hpp"

namespace miglint {

namespace {

/// An UPDATE … SET … [FROM …] WHERE, without its `;`.
std::string text_of(const Fill& fill, const std::string& more, std::string_view indent, const Step& step) {
  std::string text = fmt::format("UPDATE {} SET {} = {}", relation(fill.table, step),
                                 identifier(fill.column, step), answer(fill.need, step));
  std::string where = fill.where;
  if (!fill.from.empty()) {
    text += fmt::format("\n{}FROM {}\n{}", indent, fill.from, indent);
    where = fill.joined + (where.empty() ? "" : " AND " + where);
  } else {
    text += ' ';
  }
  return fmt::format("{}WHERE {}{}", text, where, more);
}

bool is_literal(std::string_view value) {
  return value.starts_with('\'') ||
         (!value.empty() && std::isdigit(static_cast<unsigned char>(value.front())));
}

}  // namespace

std::string need_name(const RelationName& table, std::string_view column) {
  const bool is_public = table.schema.empty() || table.schema == "public";
  return fmt::format("{}{}.{}", is_public ? "" : table.schema + ".", table.name, column);
}

Fill fill_of_nulls(const Step& step, const RelationName& table, const std::string& column,
                   const TypeName& type) {
  Sample sample = sample_for(step, table, column, type);
  const std::string own =
      sample.from.empty() ? identifier(column, step) : column_of(qualifier(table, step), column, step);
  return {.table = table,
          .column = column,
          .need = {.name = need_name(table, column),
                   .question = "Which value do the rows that are there get?",
                   .sample = std::move(sample.value)},
          .from = std::move(sample.from),
          .joined = std::move(sample.joined),
          .where = own + " IS NULL"};
}

std::string update(const Fill& fill, const Step& step) { return text_of(fill, "", "", step) + ";"; }

std::string update_in_batches(const Fill& fill, const Step& step) {
  const std::string table = relation(fill.table, step);
  const std::string value = answer(fill.need, step);
  // a row for which there is no value would be met again and again
  const std::string comes_to_something =
      fill.has_value || is_literal(value) ? "" : fmt::format("\n        AND {} IS NOT NULL", value);
  const std::string batch =
      fmt::format(
          "\n      AND {0}.ctid = ANY (ARRAY(\n        SELECT {0}.ctid FROM {1} WHERE {2}{3} LIMIT 5000))",
          qualifier(fill.table, step), table, fill.where, fill.from.empty() ? comes_to_something : "") +
      (fill.from.empty() ? "" : comes_to_something);
  return fmt::format(
      "-- psql runs it outside of a transaction; it commits after each 5,000 rows and can be stopped and "
      "started again\n"
      "DO $script$\n"
      "#variable_conflict use_column\n"
      "DECLARE\n"
      "  changed bigint;\n"
      "  total bigint := 0;\n"
      "BEGIN\n"
      "  LOOP\n"
      "    {};\n"
      "    GET DIAGNOSTICS changed = ROW_COUNT;\n"
      "    EXIT WHEN changed = 0;\n"
      "    total := total + changed;\n"
      "    COMMIT;\n"
      "    RAISE NOTICE '% rows of % so far', total, {};\n"
      "  END LOOP;\n"
      "END\n"
      "$script$;",
      text_of(fill, batch, "      ", step), quote_literal(in_words(fill.table)));
}

}  // namespace miglint
