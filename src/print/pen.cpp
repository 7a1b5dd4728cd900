#include "print/pen.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fmt/format.h>
#include <utility>

#include "analysis/builtin_types.hpp"
#include "miglint/characters.hpp"
#include "miglint/lexer.hpp"

namespace miglint::printing {
namespace {

/// In quotes, what nobody would see, or what would break the line, as PostgreSQL's `U&` writes it: `\\200B`.
std::string escaped(std::string_view text, char quote) {
  std::string sql = std::string("U&") + quote;
  for (std::size_t at = 0; at < text.size();) {
    const Character character = character_at(text, at);
    const auto code_point = static_cast<std::uint32_t>(character.code_point);
    if (character.harmful) {
      sql +=
          code_point < 0x10000 ? fmt::format("\\{:04X}", code_point) : fmt::format("\\+{:06X}", code_point);
    } else {
      const bool doubled = character.code_point == U'\\' || character.bytes.front() == quote;
      sql.append(doubled ? character.bytes : std::string_view()).append(character.bytes);
    }
    at += character.bytes.size();
  }
  return sql + quote;
}

bool is_harmful(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Character character = character_at(text, at);
    if (character.harmful) return true;
    at += character.bytes.size();
  }
  return false;
}

std::string enclosed(std::string_view name) {
  std::string text = "\"";
  for (const char c : name) text.append(c == '"' ? 2 : 1, c);
  return text + '"';
}

/// `f(…)`, `x.f(…)`, a constant (with its type before it, too), a word, a sign before a number, `ARRAY[…]`,
/// and casts of these: what stands anywhere without parentheses. What is not surely that is none.
class Shape {
 public:
  explicit Shape(std::string_view text) : lexer_(text) { advance(); }

  bool is_simple() {
    if (!take_operand()) return false;
    while (word_ == ":") {  // `::` is two symbols
      advance();
      if (word_ != ":") return false;
      advance();
      if (!take_type()) return false;
    }
    return token_.kind == Token::Kind::end;
  }
  bool is_call() {
    return token_.kind != Token::Kind::string && token_.kind != Token::Kind::number && take_name() &&
           word_ == "(" && take_brackets() && token_.kind == Token::Kind::end;
  }

 private:
  using Kind = Token::Kind;

  void advance() {
    token_ = lexer_.next();
    word_ = lexer_.text(token_);
  }
  bool take_operand() {
    if (word_ == "-" || word_ == "+") {
      advance();
      return take(Kind::number);
    }
    if (token_.kind == Kind::string || token_.kind == Kind::number) return take(token_.kind);
    if (word_ == "(") return take_brackets();
    if (is_word(word_, "array")) {
      advance();
      return word_ == "[" && take_brackets();
    }
    if (!take_name()) return false;
    return word_ == "(" ? take_brackets() : token_.kind != Kind::string || take(Kind::string);
  }
  bool take(Kind kind) {
    if (token_.kind != kind) return false;
    advance();
    return true;
  }
  bool take_name() {
    for (;;) {
      if (token_.kind != Kind::word && token_.kind != Kind::identifier) return false;
      advance();
      if (word_ != ".") return true;
      advance();
    }
  }
  /// A type of several words (`double precision`, `timestamp(3) with time zone`) and arrays of it.
  bool take_type() {
    if (!take_name()) return false;
    while (token_.kind == Kind::word) advance();
    if (word_ == "(" && !take_brackets()) return false;
    while (token_.kind == Kind::word) advance();
    while (word_ == "[")
      if (!take_brackets()) return false;
    return true;
  }
  bool take_brackets() {
    int depth = 0;
    do {
      if (token_.kind == Kind::end || token_.kind == Kind::unterminated) return false;
      depth += word_ == "(" || word_ == "[" ? 1 : word_ == ")" || word_ == "]" ? -1 : 0;
      advance();
    } while (depth > 0);
    return true;
  }

  Lexer lexer_;
  Token token_;
  std::string_view word_;
};

bool is_number(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    return (c >= '0' && c <= '9') || c == '.' || c == '-' || c == 'e' || c == 'E' || c == '+';
  });
}

std::string constant(const Expression& expression, Pen& pen) {
  if (expression.type.name == "bit") {  // `b101`, `x1F`
    const std::string_view value = expression.value;
    return fmt::format("{}'{}'", value.substr(0, 1), value.substr(1));
  }
  return expression.type.name == "unknown" || expression.type.empty() ? pen.literal(expression.value)
                                                                      : expression.value;
}

/// The types that SQL has words for, as Prisma writes them and as format_type does.
struct TypeWords {
  std::string_view name, prisma, plain;
};
constexpr auto type_words = std::to_array<TypeWords>({
    {"int2", "SMALLINT", "smallint"},
    {"int4", "INTEGER", "integer"},
    {"int8", "BIGINT", "bigint"},
    {"float4", "REAL", "real"},
    {"float8", "DOUBLE PRECISION", "double precision"},
    {"bool", "BOOLEAN", "boolean"},
    {"numeric", "DECIMAL", "numeric"},
    {"varchar", "VARCHAR", "varchar"},
    {"bpchar", "CHAR", "char"},
    {"bit", "BIT", "bit"},
    {"varbit", "VARBIT", "varbit"},
    {"time", "TIME", "time"},
    {"timetz", "TIMETZ", "timetz"},
    {"timestamp", "TIMESTAMP", "timestamp"},
    {"timestamptz", "TIMESTAMPTZ", "timestamptz"},
    {"interval", "INTERVAL", "interval"},
    {"text", "TEXT", "text"},
    {"date", "DATE", "date"},
    {"json", "JSON", "json"},
    {"jsonb", "JSONB", "jsonb"},
    {"uuid", "UUID", "uuid"},
    {"bytea", "BYTEA", "bytea"},
    {"xml", "XML", "xml"},
    {"inet", "INET", "inet"},
    {"money", "MONEY", "money"},
    {"oid", "OID", "oid"},
    {"citext", "CITEXT", "citext"},
    {"serial", "SERIAL", "serial"},
    {"bigserial", "BIGSERIAL", "bigserial"},
    {"smallserial", "SMALLSERIAL", "smallserial"},
});

/// Without a length these are not SQL's CHARACTER and BIT, which mean a length of 1.
bool means_another(const TypeName& type) {
  return type.modifiers.empty() && (type.name == "bpchar" || type.name == "bit");
}

std::string type_name(const TypeName& type, Pen& pen) {
  const bool everywhere = type.schema.empty() || type.schema == "public" || type.schema == "pg_catalog";
  const auto* const words = std::ranges::find(type_words, type.name, &TypeWords::name);
  if (everywhere && words != type_words.end() && !means_another(type))
    return std::string(pen.prisma() ? words->prisma : words->plain);
  if (!everywhere) return pen.relation({.schema = type.schema, .name = type.name});
  const bool own = !is_builtin_type(type.name) && type.modifiers.empty() && serial_base(type).empty();
  return own ? pen.identifier(type.name) : quote(type.name);
}

std::string modifiers_of(const TypeName& type) {
  std::vector<std::string> list;
  for (const std::string& modifier : type.modifiers)
    list.push_back(is_number(modifier) ? modifier : quote(modifier));
  return list.empty() ? std::string() : "(" + join(list, ",") + ")";
}

}  // namespace

std::string when(bool condition, std::string_view words) {
  return condition ? " " + std::string(words) : std::string();
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
  return fmt::format("{}", fmt::join(parts, separator));
}

std::string Pen::identifier(std::string_view name) {
  if (name.empty()) return unknown();
  if (is_harmful(name)) return escaped(name, '"');
  return prisma() ? enclosed(name) : quote(name);
}

std::string Pen::identifiers(const std::vector<std::string>& names) {
  std::vector<std::string> list;
  for (const std::string& name : names) list.push_back(identifier(name));
  return join(list, ", ");
}

std::string Pen::relation(const RelationName& name) {
  if (name.schema.empty() || name.schema == "public") return identifier(name.name);
  return identifier(name.schema) + "." + identifier(name.name);
}

std::string Pen::relations(const std::vector<RelationName>& names) {
  std::vector<std::string> list;
  for (const RelationName& name : names) list.push_back(relation(name));
  return join(list, ", ");
}

std::string Pen::literal(std::string_view text) const {
  return is_harmful(text) ? escaped(text, '\'') : quote_literal(text);
}

std::string Pen::literals(const std::vector<std::string>& texts) const {
  std::vector<std::string> list;
  for (const std::string& text : texts) list.push_back(literal(text));
  return join(list, ", ");
}

std::string Pen::setting(std::string_view value) const {
  const bool number =
      !value.empty() && std::ranges::all_of(value, [](char c) { return c >= '0' && c <= '9'; });
  const bool truth = value == "true" || value == "false" || value == "on" || value == "off";
  return number || truth ? std::string(value) : literal(value);
}

std::string Pen::type(const TypeName& type) {
  std::string text = type_name(type, *this);
  if (!type.interval_fields.empty()) text.append(" ").append(type.interval_fields);
  text += modifiers_of(type);
  for (int dimension = 0; dimension < type.array_dimensions; ++dimension) text += "[]";
  return text;
}

std::string Pen::expression(const Expression& expression) {
  using Kind = Expression::Kind;
  if (!expression.text.empty()) return expression.text;
  if (expression.kind == Kind::null) return "NULL";
  if (expression.kind == Kind::default_value) return "DEFAULT";
  if (expression.kind == Kind::constant) return constant(expression, *this);
  if (expression.kind == Kind::column)
    return (expression.qualifier.empty() ? "" : identifier(expression.qualifier) + ".") +
           identifier(expression.value);
  if (expression.kind != Kind::cast || expression.args.size() != 1) return unknown();
  const std::string inner = operand(expression.args.front());
  return (inner.starts_with('-') ? "(" + inner + ")" : inner) + "::" + type(expression.type);
}

std::string Pen::operand(const Expression& written) {
  const std::string text = expression(written);
  return Shape(text).is_simple() ? text : "(" + text + ")";
}

std::string Pen::index_expression(const Expression& written) {
  const std::string text = expression(written);
  return Shape(text).is_call() ? text : "(" + text + ")";
}

std::string Pen::collate(const Boxed<RelationName>& collation) {
  return collation ? " COLLATE " + relation(*collation) : std::string();
}

}  // namespace miglint::printing

namespace miglint {

std::string print(const TypeName& type, Spelling spelling) { return printing::Pen{spelling}.type(type); }

std::string quoted(std::string_view identifier, Spelling spelling) {
  return printing::Pen{spelling}.identifier(identifier);
}

std::string quoted(const RelationName& name, Spelling spelling) {
  return printing::Pen{spelling}.relation(name);
}

}  // namespace miglint
