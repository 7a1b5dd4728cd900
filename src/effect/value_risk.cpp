// Which values survive a conversion. Every line here was seen on a server with awkward rows
// (tests/server/forms).

#include "effect/value_risk.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace miglint {

std::optional<int> modifier(const TypeName& type, std::size_t index) {
  if (index >= type.modifiers.size()) return std::nullopt;
  const std::string& text = type.modifiers[index];
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

bool is_temporal(std::string_view type) {
  return type == "timestamp" || type == "timestamptz" || type == "time" || type == "timetz";
}

static bool is_character(std::string_view type) {
  return type == "text" || type == "varchar" || type == "bpchar" || type == "name" || type == "citext";
}

/// Decimal digits that every value of an integer type fits in; 0 for other types.
static int integer_digits(std::string_view type) {
  if (type == "int2") return 5;
  if (type == "int4" || type == "oid") return 10;
  return type == "int8" ? 19 : 0;
}

static int label_length(const Enum& enumeration) {
  std::ptrdiff_t longest = 0;  // in characters
  for (const std::string& label : enumeration.labels)
    longest =
        std::max(longest, std::ranges::count_if(label, [](unsigned char c) { return (c & 0xC0U) != 0x80U; }));
  return static_cast<int>(longest);
}

/// Sign, point, and the zero before it: -0.12 is a numeric(2,2).
static std::optional<int> longest_number(const TypeName& type) {
  const std::optional<int> precision = modifier(type, 0);
  const int scale = modifier(type, 1).value_or(0);
  if (!precision) return std::nullopt;
  return std::max(3, *precision + 1 + (scale > 0 ? 1 : 0) + (scale == *precision ? 1 : 0));  // NaN
}

/// In ISO style; with an offset of hours and minutes.
static int longest_time(const TypeName& type) {
  const int precision = std::min(6, modifier(type, 0).value_or(6));
  const int fraction = precision == 0 ? 0 : precision + 1;
  if (type.name == "time") return 8 + fraction;
  if (type.name == "timetz") return 17 + fraction;
  return (type.name == "timestamp" ? 22 : 28) + fraction;
}

std::optional<int> longest_text(const TypeName& type, const Catalog& catalog) {
  static constexpr auto lengths = std::to_array<std::pair<std::string_view, int>>({{"bool", 5},
                                                                                   {"int2", 6},
                                                                                   {"int4", 11},
                                                                                   {"int8", 20},
                                                                                   {"oid", 10},
                                                                                   {"uuid", 36},
                                                                                   {"name", 63},
                                                                                   {"date", 13},
                                                                                   {"macaddr", 17},
                                                                                   {"macaddr8", 23},
                                                                                   {"inet", 43},
                                                                                   {"cidr", 43},
                                                                                   {"float4", 16},
                                                                                   {"float8", 24},
                                                                                   {"char", 4},
                                                                                   {"interval", 80}});
  if (type.array_dimensions > 0) return std::nullopt;
  if (type.name == "varchar" || type.name == "bpchar" || type.name == "varbit") return modifier(type, 0);
  if (type.name == "bit") return modifier(type, 0).value_or(1);
  if (type.name == "numeric") return longest_number(type);
  if (is_temporal(type.name)) return longest_time(type);
  if (const Enum* enumeration = catalog.enumeration(type))
    return enumeration->certain ? std::optional(label_length(*enumeration)) : std::nullopt;
  const auto found = std::ranges::find(lengths, type.name, &std::pair<std::string_view, int>::first);
  return found == lengths.end() ? std::nullopt : std::optional(found->second);
}

static void fails_with(Conversion& risk, std::string_view sqlstate) { risk.failures.emplace_back(sqlstate); }

static void to_text(Conversion& risk, const TypeName& from, const TypeName& to, CastContext context,
                    const Catalog& catalog) {
  const std::optional<int> limit = to.name == "name"                          ? std::optional(63)
                                   : to.name == "text" || to.name == "citext" ? std::nullopt
                                                                              : modifier(to, 0);
  const std::optional<int> longest = longest_text(from, catalog);
  if (!limit || (longest && *longest <= *limit)) return;
  // An explicit cast cuts off what is too long, and so does `name`; an assignment refuses, but for trailing
  // blanks.
  if (context == CastContext::explicit_ || to.name == "name") {
    risk.lossy = true;
    return;
  }
  fails_with(risk, "22001");
  risk.any_row = from.name == "uuid";
}

static void to_integer(Conversion& risk, const TypeName& from, const TypeName& to) {
  const int digits = integer_digits(to.name);
  if (const int old_digits = integer_digits(from.name)) {
    if (old_digits > digits || (to.name == "oid" && from.name == "int8")) fails_with(risk, "22003");
  } else if (from.name == "numeric") {
    const std::optional<int> precision = modifier(from, 0);
    const int scale = modifier(from, 1).value_or(0);
    risk.lossy = !precision || scale > 0;
    if (!precision || *precision - scale >= digits) fails_with(risk, "22003");
  } else if (from.name == "float4" || from.name == "float8") {
    risk.lossy = true;
    fails_with(risk, "22003");
  } else if (from.name == "jsonb") {
    fails_with(risk, "22023");
  }
}

static void to_numeric(Conversion& risk, const TypeName& from, const TypeName& to) {
  const std::optional<int> precision = modifier(to, 0);
  if (from.name == "jsonb") fails_with(risk, "22023");
  if (!precision) return;
  const int scale = modifier(to, 1).value_or(0), room = *precision - scale;
  if (const int digits = integer_digits(from.name)) {
    if (digits > room) fails_with(risk, "22003");
    return;
  }
  if (from.name == "money" && room >= 17) return;
  const std::optional<int> old_precision = from.name == "numeric" ? modifier(from, 0) : std::nullopt;
  if (!old_precision) {
    risk.lossy = true;
    fails_with(risk, "22003");
    return;
  }
  const int old_scale = modifier(from, 1).value_or(0), old_room = *old_precision - old_scale;
  risk.lossy = scale < old_scale;
  // With fewer decimals 99.999 rounds up to a digit more.
  if (room < old_room || (risk.lossy && room == old_room)) fails_with(risk, "22003");
}

static void to_float(Conversion& risk, const TypeName& from, const TypeName& to) {
  if (from.name == "jsonb") fails_with(risk, "22023");
  const int digits = modifier(from, 0).value_or(1000) - modifier(from, 1).value_or(0);
  const bool large = from.name == "float8" || (from.name == "numeric" && digits > 38);
  if (to.name == "float4" && large) fails_with(risk, "22003");
  const bool narrow = to.name == "float4";
  risk.lossy = from.name == "int8" || from.name == "numeric" ||
               (narrow && (from.name == "int4" || from.name == "float8"));
}

static void to_temporal(Conversion& risk, const TypeName& from, const TypeName& to) {
  const std::optional<int> precision = modifier(to, 0), old_precision = modifier(from, 0);
  if (precision && *precision < 6 && from.name != "date" && (!old_precision || *precision < *old_precision))
    risk.lossy = true;
  const bool had_date = from.name == "timestamp" || from.name == "timestamptz";
  if (had_date && (to.name == "time" || to.name == "timetz")) risk.lossy = true;
}

static void to_bits(Conversion& risk, const TypeName& from, const TypeName& to, CastContext context) {
  const std::optional<int> length = modifier(to, 0), old_length = modifier(from, 0);
  if (!length || (from.name != "bit" && from.name != "varbit") || length == old_length) return;
  const bool fits = to.name == "varbit" && old_length && *old_length <= *length;
  if (fits) return;
  if (context == CastContext::explicit_)
    risk.lossy = true;
  else
    fails_with(risk, to.name == "bit" ? "22026" : "22001");
  risk.any_row = to.name == "bit" && from.name == "bit" && context != CastContext::explicit_;
}

static void to_interval(Conversion& risk, const TypeName& from, const TypeName& to) {
  const std::optional<int> precision = modifier(to, 0), old_precision = modifier(from, 0);
  risk.lossy = (!to.interval_fields.empty() && to.interval_fields != from.interval_fields) ||
               (precision && *precision < 6 && (!old_precision || *precision < *old_precision));
}

/// What reading a text as this type raises when it isn't one.
static std::string_view text_error(std::string_view type) {
  if (is_temporal(type) || type == "date" || type == "interval") return "22007";
  if (type == "xml") return "2200N";
  return type == "tsquery" || type == "tsvector" ? "42601" : "22P02";
}

static void from_text(Conversion& risk, const TypeName& to) {
  fails_with(risk, text_error(to.name));
  if (to.name != "numeric") return;
  to_numeric(risk, TypeName{.schema = "pg_catalog", .name = "text"}, to);
}

Conversion value_risk(const TypeName& from, const TypeName& to, CastContext context, const Catalog& catalog) {
  Conversion risk;
  if (is_character(to.name)) {
    to_text(risk, from, to, context, catalog);
  } else if (to.name == "char") {
    risk.lossy = true;
    if (from.name == "int4") fails_with(risk, "22003");
  } else if (is_character(from.name)) {
    from_text(risk, to);
  } else if (integer_digits(to.name) > 0) {
    to_integer(risk, from, to);
  } else if (to.name == "numeric") {
    to_numeric(risk, from, to);
  } else if (to.name == "float4" || to.name == "float8") {
    to_float(risk, from, to);
  } else if (is_temporal(to.name)) {
    to_temporal(risk, from, to);
  } else if (to.name == "interval") {
    to_interval(risk, from, to);
  } else if (to.name == "bit" || to.name == "varbit") {
    to_bits(risk, from, to, context);
  } else if (to.name == "date") {
    risk.lossy = from.name == "timestamp" || from.name == "timestamptz";
  } else if (to.name == "bool") {
    risk.lossy = from.name == "int4";
    if (from.name == "jsonb") fails_with(risk, "22023");
  } else if (to.name == "cidr") {
    risk.lossy = from.name == "inet";
  } else if (to.name == "macaddr" && from.name == "macaddr8") {
    fails_with(risk, "22003");
  } else if (to.name == "money" && (from.name == "numeric" || from.name == "int8")) {
    risk.lossy = from.name == "numeric";
    const bool fits = modifier(from, 0) && *modifier(from, 0) - modifier(from, 1).value_or(0) <= 16;
    if (!fits) fails_with(risk, "22003");
  }
  return risk;
}

}  // namespace miglint
