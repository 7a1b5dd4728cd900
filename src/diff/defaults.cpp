#include "diff/defaults.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <fmt/format.h>
#include <optional>
#include <simdjson.h>
#include <utility>

#include "diff/stored_text.hpp"
#include "diff/types.hpp"
#include "miglint/read_double.hpp"

namespace miglint {

namespace {

using Kind = Expression::Kind;

/// `-5` is an operator with one operand.
std::string constant_text(const Expression& expression) {
  const Expression& bare = without_casts(expression);
  if (bare.kind == Kind::constant) return bare.value;
  if (bare.kind == Kind::op && bare.value == "-" && bare.args.size() == 1)
    return "-" + without_casts(bare.args.front()).value;
  return {};
}

bool is_constant(const Expression& expression) {
  const Expression& bare = without_casts(expression);
  return bare.kind == Kind::constant ||
         (bare.kind == Kind::op && bare.value == "-" && bare.args.size() == 1 &&
          without_casts(bare.args.front()).kind == Kind::constant);
}

bool is_truth(std::string_view text) {
  return text == "t" || text == "true" || text == "on" || text == "yes";
}
bool is_falsehood(std::string_view text) {
  return text == "f" || text == "false" || text == "off" || text == "no";
}

/// Whatever the order of the keys and the white space; 1.0 is not 1.
bool same_json(const simdjson::dom::element& a, const simdjson::dom::element& b) {
  if (a.is_object() && b.is_object()) {
    const simdjson::dom::object left(a), right(b);
    return left.size() == right.size() && std::all_of(left.begin(), left.end(), [&](const auto& member) {
             simdjson::dom::element other;
             return !right.at_key(member.key).get(other) && same_json(member.value, other);
           });
  }
  if (a.is_array() && b.is_array()) {
    const simdjson::dom::array left(a), right(b);
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](const auto& x, const auto& y) { return same_json(x, y); });
  }
  return a.type() == b.type() && simdjson::minify(a) == simdjson::minify(b);
}

bool same_json(const std::string& a, const std::string& b) {
  simdjson::dom::parser left_parser, right_parser;
  simdjson::dom::element left, right;
  const bool read = !left_parser.parse(simdjson::padded_string(a)).get(left) &&
                    !right_parser.parse(simdjson::padded_string(b)).get(right);
  return read && same_json(left, right);
}

/// `hello` and `\x68656C6C6F` are one value.
std::string bytes_of(const std::string& text) {
  std::string hex;
  if (text.starts_with("\\x")) {
    hex = text.substr(2);
    std::ranges::transform(hex, hex.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return hex;
  }
  for (const char c : text) hex += fmt::format("{:02x}", static_cast<unsigned char>(c));
  return hex;
}

bool same_text(const std::string& a, const std::string& b, const TypeName& type) {
  if (a == b) return true;
  if (type.name == "json" || type.name == "jsonb") return same_json(a, b);
  if (type.name == "bytea") return bytes_of(a) == bytes_of(b);
  if (type.name == "bool") return (is_truth(a) && is_truth(b)) || (is_falsehood(a) && is_falsehood(b));
  static constexpr auto numbers =
      std::to_array<std::string_view>({"int2", "int4", "int8", "float4", "float8", "numeric"});
  if (std::ranges::find(numbers, type.name) == numbers.end()) return false;
  const std::optional<double> left = read_double(a), right = read_double(b);
  return left && left == right;
}

/// The elements of `ARRAY[…]` or `'{a,"b c"}'`; nullopt: it is neither, or nests.
std::optional<std::vector<std::string>> elements(const Expression& expression) {
  const Expression& bare = without_casts(expression);
  std::vector<std::string> values;
  if (bare.kind == Kind::array) {
    for (const Expression& item : bare.args) {
      if (!is_constant(item)) return std::nullopt;
      values.push_back(constant_text(item));
    }
    return values;
  }
  if (bare.kind != Kind::constant || !bare.value.starts_with('{') || !bare.value.ends_with('}'))
    return std::nullopt;
  std::string_view text = bare.value;
  text.remove_prefix(1);
  text.remove_suffix(1);
  std::string value;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size()) {
      value += text[++i];
    } else if (text[i] == '"') {
      quoted = !quoted;
    } else if (text[i] == ',' && !quoted) {
      values.push_back(std::exchange(value, {}));
    } else {
      value += text[i];
    }
  }
  if (!text.empty()) values.push_back(value);
  return values;
}

bool same_function(const FunctionName& a, const FunctionName& b) {
  const auto is_own = [](const std::string& schema) { return schema.empty() || schema == "pg_catalog"; };
  return a.name == b.name && (a.schema == b.schema || (is_own(a.schema) && is_own(b.schema)));
}

bool same_parts(const Expression& a, const Expression& b) {
  return std::ranges::equal(a.args, b.args, same_expression);
}

bool is_none(const Column& column) {
  return !column.default_value || without_casts(*column.default_value).kind == Kind::null;
}

/// Constants and lists of them, by what they are worth.
bool same_value(const Expression& a, const Expression& b, const TypeName& type) {
  if (type.array_dimensions > 0) {
    const auto ours = elements(a), theirs = elements(b);
    return ours && theirs &&
           std::ranges::equal(*ours, *theirs, [&](const std::string& left, const std::string& right) {
             return same_text(left, right, type);
           });
  }
  return is_constant(a) && is_constant(b) && same_text(constant_text(a), constant_text(b), type);
}

// ---- As Prisma reads a database ---------------------------------------------------------------------------

enum class Read { none, value, now, counter, expression };

/// Or a list of them.
bool is_point_in_time(const TypeName& type) { return type.name == "date" || type.name.starts_with("time"); }

/// `now()` or CURRENT_TIMESTAMP, without a precision.
bool is_now(const Expression& expression) {
  if (expression.kind == Kind::cast && !expression.type.modifiers.empty()) return false;
  const Expression& bare = without_casts(expression);
  return bare.kind == Kind::function && bare.function.name == "now" && bare.args.empty() &&
         expression.text.find_first_of("0123456789") == std::string::npos;
}

/// Of lists of these PostgreSQL gives back each element with a cast, which Prisma does not read.
bool is_cast_in_lists(const TypeName& type) {
  return type.name == "int2" || type.name == "int8" || type.name == "uuid" || is_point_in_time(type);
}

Read read_of(const Column& column) {
  if (draws_from_sequence(column)) return Read::counter;
  if (is_none(column)) return Read::none;
  const Expression& value = *column.default_value;
  if (column.type.array_dimensions > 0) {
    const auto list = elements(value);
    const bool read = list && (list->empty() || !is_cast_in_lists(column.type));
    return read ? Read::value : Read::expression;
  }
  const bool own = column.type.schema.empty() || column.type.schema == "pg_catalog";
  if (column.type.name == "uuid" || (own && !is_known_to_prisma(column.type))) return Read::expression;
  if (is_point_in_time(column.type)) return is_now(value) ? Read::now : Read::expression;
  return is_constant(value) ? Read::value : Read::expression;
}

bool same_letters(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, [](unsigned char left, unsigned char right) {
    return std::tolower(left) == std::tolower(right);
  });
}

/// What pg_get_expr would say of it is what is written. Where that is not known, it is.
bool is_as_stored(const Expression& expression, const std::string& written, const TypeName& type) {
  const std::optional<std::string> text = stored_text(expression, type);
  return !text || same_letters(*text, written);
}

bool is_numeric(const TypeName& type) {
  return type.name.starts_with("int") || type.name.starts_with("float") || type.name == "numeric";
}

}  // namespace

bool same_expression(const Expression& left, const Expression& right) {
  const Expression &a = without_casts(left), &b = without_casts(right);
  if (a.kind != b.kind) return false;
  switch (a.kind) {
    case Kind::constant:
      return a.value == b.value;
    case Kind::function:
      return same_function(a.function, b.function) && same_parts(a, b);
    case Kind::subquery:
    case Kind::exists:
    case Kind::other:
      return a.text == b.text && a.value == b.value && same_parts(a, b);
    default:
      return a.value == b.value && a.qualifier == b.qualifier && same_parts(a, b);
  }
}

bool draws_from_sequence(const Column& column) {
  return column.identity != Identity::none ||
         (column.default_value && without_casts(*column.default_value).kind == Kind::function &&
          without_casts(*column.default_value).function.name == "nextval");
}

bool same_default(const Column& a, const Column& b) {
  if (draws_from_sequence(a) || draws_from_sequence(b))
    return draws_from_sequence(a) == draws_from_sequence(b);
  if (is_none(a) || is_none(b)) return is_none(a) == is_none(b);
  return same_value(*a.default_value, *b.default_value, b.type) ||
         same_expression(*a.default_value, *b.default_value);
}

bool same_default(const Column& before, const Column& after, const prisma::WrittenColumn& written) {
  using Default = prisma::WrittenColumn::Default;
  const Read read = read_of(before);
  switch (written.kind) {
    case Default::open:
      return true;
    case Default::none:
      return read == Read::none;
    case Default::counter:
      return read == Read::counter;
    case Default::now:
      return read == Read::now;
    case Default::expression:
      return read == Read::expression && after.default_value &&
             is_as_stored(*after.default_value, written.text, after.type) &&
             same_expression(*before.default_value, *after.default_value);
    case Default::value:
      break;
  }
  if (is_point_in_time(after.type)) return read != Read::none;
  return read == Read::value && after.default_value && is_numeric(before.type) == is_numeric(after.type) &&
         same_value(*before.default_value, *after.default_value, after.type);
}

}  // namespace miglint
