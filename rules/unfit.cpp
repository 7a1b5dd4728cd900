#include "unfit.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

#include "support.hpp"

namespace miglint {

namespace {

/// The bounds of an integer type.
struct Range {
  std::string_view smallest, largest;
};
std::optional<Range> range_of(const TypeName& type) {
  if (!is_integer(type)) return std::nullopt;
  if (type.name == "int2" || type.name == "smallserial") return Range{"-32768", "32767"};
  if (type.name == "int8" || type.name == "bigserial")
    return Range{"-9223372036854775808", "9223372036854775807"};
  return Range{"-2147483648", "2147483647"};
}

std::optional<int> number_at(const TypeName& type, std::size_t index) {
  if (index >= type.modifiers.size()) return std::nullopt;
  const std::string& written = type.modifiers[index];
  int value = 0;
  const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), value);
  return error == std::errc{} ? std::optional(value) : std::nullopt;
}

/// What a number must be for the type not to take it; empty: it takes all.
std::string number_out_of(const std::string& value, const TypeName& to) {
  if (const std::optional<Range> range = range_of(to))
    return fmt::format("round({}::numeric) NOT BETWEEN {} AND {}", value, range->smallest, range->largest);
  const std::optional<int> precision = to.name == "numeric" ? number_at(to, 0) : std::nullopt;
  if (!precision) return {};
  const int scale = number_at(to, 1).value_or(0);
  if (*precision <= scale || scale < 0) return {};
  return fmt::format("abs(round({}::numeric, {})) >= 1{}", value, scale,
                     std::string(static_cast<std::size_t>(*precision - scale), '0'));
}

std::string number_pattern(const TypeName& to) {
  return is_integer(to) ? R"(^\s*[-+]?[0-9]+\s*$)"
                        : R"(^\s*[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]{1,2})?\s*$)";
}

std::string text_no_number(const std::string& column, const TypeName& to) {
  const std::string text = column + "::text";
  const std::string outside = number_out_of(text, to);
  const std::string pattern = quote_literal(number_pattern(to));
  if (outside.empty()) return fmt::format("{} !~ {}", text, pattern);
  return fmt::format("{0} IS NOT NULL AND CASE WHEN {1} ~ {2} THEN {3} ELSE true END", column, text, pattern,
                     outside);
}

std::string too_long(const std::string& column, int room) {
  return fmt::format("length({}) > {}", column, room);
}

std::string text_unfit(const std::string& column, const TypeName& to, const Step& step) {
  if (is_number(to)) return text_no_number(column, to);
  if (is_text(to)) return width(to) ? too_long(column, *width(to)) : "";
  if (to.name == "bool")
    return fmt::format(
        "lower(btrim({}::text)) NOT IN ('t', 'tr', 'tru', 'true', 'y', 'ye', 'yes', 'on', '1', "
        "'f', 'fa', 'fal', 'fals', 'false', 'n', 'no', 'of', 'off', '0')",
        column);
  if (to.name == "uuid")
    return fmt::format(
        "{}::text !~* '^([0-9a-f]{{4}}(-?[0-9a-f]{{4}}){{7}}|[{{][0-9a-f]{{4}}(-?[0-9a-f]{{4}})"
        "{{7}}[}}])$'",
        column);
  const Enum* labels = step.before.enumeration(to);
  if (!labels || labels->labels.empty()) return {};
  std::string list;
  for (const std::string& label : labels->labels) list += (list.empty() ? "" : ", ") + quote_literal(label);
  return fmt::format("{}::text NOT IN ({})", column, list);
}

/// Tries the cast on each value: for types whose values no pattern tells.
constexpr std::string_view function_name = "pg_temp.converts";
std::string make_function(const std::string& type) {
  return fmt::format(
      "CREATE FUNCTION {}(value text) RETURNS boolean LANGUAGE plpgsql AS $function$\n"
      "BEGIN\n"
      "  PERFORM value::{};\n"
      "  RETURN true;\n"
      "EXCEPTION WHEN OTHERS THEN\n"
      "  RETURN false;\n"
      "END\n"
      "$function$;",
      function_name, type);
}

}  // namespace

std::string held_by(const TypeName& from, const std::string& value) {
  const bool literal = value.starts_with('\'') || value == "NULL";
  if (!is_text(from) || literal) return value;
  return value.find(' ') == std::string::npos && value.find('.') == std::string::npos
             ? fmt::format("{}::text", value)
             : fmt::format("({})::text", value);
}

bool converts_as_it_stands(const ChangeType& change) {
  if (!change.using_expression) return true;
  const Expression& bare = without_casts(*change.using_expression);
  return bare.kind == Expression::Kind::column && bare.value == change.column;
}

std::string does_not_fit(const std::string& column, const TypeName& from, const TypeName& to,
                         const Step& step) {
  if (from.array_dimensions > 0 || to.array_dimensions > 0) return {};
  const TypeName base = base_of(from, step.before);
  if (is_text(base)) return text_unfit(column, to, step);
  if (is_number(base) && is_number(to)) return number_out_of(column, to);
  if (is_text(to) && width(to)) return too_long(column + "::text", *width(to));
  return {};
}

std::optional<Unfit> unfit_values(const ChangeType& change, const RelationName& table, const Column& column,
                                  const Step& step) {
  if (!converts_as_it_stands(change) || column.generated || step.before.domain(change.type))
    return std::nullopt;
  const Demands demands = demands_on(step, table, column.name);
  const bool is_pointed_at = std::ranges::any_of(children_of(step, table), [&](const Child& child) {
    return std::ranges::find(child.referenced_columns, column.name) != child.referenced_columns.end();
  });
  // another row's key, or one that others hold: no value is as good as the one that is there
  if (!demands.references.empty() || is_pointed_at) return std::nullopt;
  const TypeName from = base_of(column.type, step.before);
  const std::string own = qualifier(table, step);
  const std::string name = column_of(own, column.name, step);
  Unfit unfit{
      .fill = {.table = table, .column = column.name, .need = {}, .from = {}, .joined = {}, .where = {}}};
  unfit.fill.where = does_not_fit(name, column.type, change.type, step);
  if (unfit.fill.where.empty()) {
    if (!is_text(from) || is_text(change.type)) return std::nullopt;
    const std::string type = type_in_sql(change.type, step.before);
    unfit.setup = make_function(type);
    unfit.cleanup = fmt::format("DROP FUNCTION {}(text);", function_name);
    unfit.fill.where = fmt::format("{} IS NOT NULL AND NOT {}({}::text)", name, function_name, name);
  }
  const bool narrows = is_text(change.type) && width(change.type) && demands.keys.empty();
  Sample sample;
  if (narrows)
    sample.value = fmt::format("left({}, {})", is_text(from) ? name : name + "::text", *width(change.type));
  else if (!column.not_null && !demands.not_null)
    sample.value = "NULL";
  else
    sample = sample_for(step, table, column.name, change.type);
  unfit.fill.from = std::move(sample.from);
  unfit.fill.joined = std::move(sample.joined);
  unfit.fill.need = {
      .name = need_name(table, column.name),
      .question = narrows ? "What becomes of the values that are too long? What is cut off is lost."
                          : "Which value do the rows get whose own does not convert? What they hold is lost.",
      .sample = held_by(from, sample.value)};
  return unfit;
}

}  // namespace miglint
