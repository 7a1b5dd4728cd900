#include "effect/default_check.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <fmt/format.h>
#include <limits>

#include "analysis/builtins.hpp"
#include "effect/conversion.hpp"
#include "effect/infer.hpp"
#include "effect/value_risk.hpp"

namespace miglint {

static std::string trimmed(std::string text) {
  const auto space = [](unsigned char c) { return std::isspace(c) != 0; };
  text.erase(text.begin(), std::ranges::find_if_not(text, space));
  while (!text.empty() && space(static_cast<unsigned char>(text.back()))) text.pop_back();
  std::ranges::transform(text, text.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

static bool is_decimal(std::string_view text) {
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error != std::errc::invalid_argument && end == text.data() + text.size();
}

/// Newer versions read 0x1F and 1_000 too: only what no version reads is refused.
static bool is_integer(std::string_view text) {
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
  return !text.empty() && std::isdigit(static_cast<unsigned char>(text.front())) != 0 &&
         std::ranges::all_of(text, [](unsigned char c) { return std::isalnum(c) != 0 || c == '_'; });
}

static bool is_boolean(const std::string& text) {
  static constexpr auto words =
      std::to_array<std::string_view>({"true", "false", "yes", "no", "on", "off", "1", "0"});
  return !text.empty() && std::ranges::any_of(words, [&](std::string_view word) {
    return word.starts_with(text) && text != "o";
  });
}

static bool is_uuid(const std::string& text) {
  const auto digits = std::ranges::count_if(text, [](unsigned char c) { return std::isxdigit(c) != 0; });
  return digits == 32 && std::ranges::all_of(text, [](unsigned char c) {
           return std::isxdigit(c) != 0 || c == '-' || c == '{' || c == '}';
         });
}

/// Whether a quoted literal can be read as the type, as far as that is easily told.
static bool readable(const std::string& literal, const TypeName& type, const Catalog& catalog) {
  const std::string text = trimmed(literal);
  if (type.array_dimensions > 0) return text.starts_with('{') || text.starts_with('[');
  if (const Enum* enumeration = catalog.enumeration(type))
    return !enumeration->certain ||
           std::ranges::find(enumeration->labels, literal) != enumeration->labels.end();
  if (type.name == "int2" || type.name == "int4" || type.name == "int8") return is_integer(text);
  if (type.name == "numeric" || type.name == "float4" || type.name == "float8")
    return is_decimal(text) || text == "nan" || text.ends_with("infinity") || text.ends_with("inf");
  if (type.name == "bool") return is_boolean(text);
  if (type.name == "uuid") return is_uuid(text);
  if (type.name == "json" || type.name == "jsonb") return !text.empty();
  return true;
}

static bool names_columns(const Expression& value) {
  bool found = false;
  walk(value, [&](const Expression& inner) { found = found || inner.kind == Expression::Kind::column; });
  return found;
}

/// A function that this version does not have, and nothing else may have brought.
static const Expression* missing_function(const Expression& value, const Context& context) {
  const Expression* found = nullptr;
  walk(value, [&](const Expression& inner) {
    if (inner.kind != Expression::Kind::function || function_since(inner.function.name) <= context.postgres)
      return;
    const auto same = [&](const auto& entry) { return entry.first.name == inner.function.name; };
    if (std::ranges::none_of(context.catalog.functions, same) && context.catalog.extensions.empty())
      found = &inner;
  });
  return found;
}

static bool literal_is_refused(Context& context, const Expression& literal, const TypeName& type,
                               const TypeName& base, bool evaluated) {
  if (literal.type.name != "unknown") return false;
  if (!readable(literal.value, base, context.catalog)) {
    always_fails(context, "22P02",
                 fmt::format("the default {} can't be read as {}", label_in_prose(literal.value),
                             sql_in_prose(format_type(type, context.catalog))));
    return true;
  }
  const auto limit = base.array_dimensions == 0 && (base.name == "varchar" || base.name == "bpchar")
                         ? modifier(base, 0)
                         : std::nullopt;
  const auto characters =
      std::ranges::count_if(literal.value, [](unsigned char c) { return (c & 0xC0) != 0x80; });
  if (!evaluated || !limit || characters <= *limit) return false;
  always_fails(context, "22001",
               fmt::format("the default {} is too long for {}", label_in_prose(literal.value),
                           sql_in_prose(format_type(type, context.catalog))));
  return true;
}

void check_default(Context& context, const Expression& value, const TypeName& type_written, bool evaluated) {
  const TypeName type = context.catalog.resolve(type_written);
  const TypeName base = base_type(type, context.catalog);
  if (names_columns(value)) return always_fails(context, "0A000", "a DEFAULT can't name a column");
  if (has_subquery(value)) return always_fails(context, "0A000", "a DEFAULT can't contain a subquery");
  if (const Expression* missing = missing_function(value, context))
    return always_fails(context, "42883",
                        fmt::format("PostgreSQL {} has no function {}()", context.postgres,
                                    in_prose(missing->function.name)));
  if (value.kind == Expression::Kind::constant && literal_is_refused(context, value, type, base, evaluated))
    return;
  const auto given = type_of(value, nullptr, context.catalog);
  if (!given || given->name == "unknown" || can_cast(*given, type, CastContext::assignment, context.catalog))
    return;
  always_fails(
      context, "42804",
      fmt::format("the default is {}, the column {}", sql_in_prose(format_type(*given, context.catalog)),
                  sql_in_prose(format_type(type, context.catalog))));
}

}  // namespace miglint
