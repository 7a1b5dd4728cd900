#include "prisma/column.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "miglint/print.hpp"
#include "prisma/names.hpp"
#include "prisma/value_text.hpp"

namespace miglint::prisma {

namespace {

/// How a type is spelled, by its Prisma name.
struct Spelled {
  std::string_view name, sql;
};

constexpr auto scalar_types = std::to_array<Spelled>({{"BigInt", "BIGINT"},
                                                      {"Boolean", "BOOLEAN"},
                                                      {"Bytes", "BYTEA"},
                                                      {"DateTime", "TIMESTAMP(3)"},
                                                      {"Decimal", "DECIMAL(65,30)"},
                                                      {"Float", "DOUBLE PRECISION"},
                                                      {"Int", "INTEGER"},
                                                      {"Json", "JSONB"},
                                                      {"String", "TEXT"}});

/// What `@db.…` says, without its arguments.
constexpr auto native_types = std::to_array<Spelled>({{"BigInt", "BIGINT"},
                                                      {"Bit", "BIT"},
                                                      {"Boolean", "BOOLEAN"},
                                                      {"ByteA", "BYTEA"},
                                                      {"Char", "CHAR"},
                                                      {"Citext", "CITEXT"},
                                                      {"Date", "DATE"},
                                                      {"Decimal", "DECIMAL"},
                                                      {"DoublePrecision", "DOUBLE PRECISION"},
                                                      {"Inet", "INET"},
                                                      {"Integer", "INTEGER"},
                                                      {"Json", "JSON"},
                                                      {"JsonB", "JSONB"},
                                                      {"Money", "MONEY"},
                                                      {"Oid", "OID"},
                                                      {"Real", "REAL"},
                                                      {"SmallInt", "SMALLINT"},
                                                      {"Text", "TEXT"},
                                                      {"Time", "TIME"},
                                                      {"Timestamp", "TIMESTAMP"},
                                                      {"Timestamptz", "TIMESTAMPTZ"},
                                                      {"Timetz", "TIMETZ"},
                                                      {"Uuid", "UUID"},
                                                      {"VarBit", "VARBIT"},
                                                      {"VarChar", "VARCHAR"},
                                                      {"Xml", "XML"}});

constexpr auto serial_types =
    std::to_array<Spelled>({{"BIGINT", "BIGSERIAL"}, {"INTEGER", "SERIAL"}, {"SMALLINT", "SMALLSERIAL"}});

std::string_view spelled(const auto& table, std::string_view name) {
  const auto found = std::ranges::find(table, name, &Spelled::name);
  return found == table.end() ? std::string_view() : found->sql;
}

/// `VARCHAR(80)`, `DECIMAL(10,2)`.
std::string native_type(const Attribute& native) {
  const std::string name = native.name.substr(native.name.find('.') + 1);
  std::string sql(spelled(native_types, name));
  std::string arguments;
  for (const Argument& argument : native.arguments)
    arguments.append(arguments.empty() ? "" : ",").append(argument.value.text);
  return arguments.empty() ? sql : sql + "(" + arguments + ")";
}

/// Of one value, without the list's brackets.
std::string element_type(const Tree& tree, const Field& field) {
  if (field.unsupported) return field.type;
  if (const Attribute* native = field.native_type()) return native_type(*native);
  if (const std::string_view scalar = spelled(scalar_types, field.type); !scalar.empty())
    return std::string(scalar);
  const Block* block = tree.block(field.type);
  if (block == nullptr) return quoted(field.type);
  return quoted(relation_of(*block));
}

std::string label(const Block& enumeration, const std::string& name) {
  const auto value = std::ranges::find(enumeration.values, name, &EnumValue::name);
  return value == enumeration.values.end() ? name : database_name(*value);
}

const Block* enum_of(const Tree& tree, const Field& field) {
  const Block* block = tree.block(field.type);
  return block != nullptr && block->kind == Block::Kind::enumeration ? block : nullptr;
}

/// `007` is 7, `00.10` is 0.10, `-0.0` is 0.0.
std::string number(std::string_view text) {
  bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  while (text.size() > 1 && text[0] == '0' && text[1] != '.') text.remove_prefix(1);
  if (text.find_first_not_of("0.") == std::string_view::npos) negative = false;
  return (negative ? "-" : "") + std::string(text);
}

/// One value of the field's type.
std::string value_sql(const Tree& tree, const Field& field, const Value& value) {
  if (const Block* enumeration = enum_of(tree, field)) return quote_literal(label(*enumeration, value.text));
  if (value.kind == Value::Kind::number || field.type == "Decimal") return number(value.text);
  if (field.type == "Bytes") return quote_literal(hexadecimal(value.text));
  if (field.type == "DateTime") return quote_literal(point_in_time(value.text));
  return value.kind == Value::Kind::string ? quote_literal(value.text) : value.text;
}

std::string list_sql(const Tree& tree, const Field& field, const Value& list) {
  std::string values;
  for (const Value& item : list.items)
    values.append(values.empty() ? "" : ", ").append(value_sql(tree, field, item));
  return fmt::format("ARRAY[{}]::{}[]", values, element_type(tree, field));
}

std::optional<std::string> call_sql(const Value& call) {
  if (call.text == "now") return "CURRENT_TIMESTAMP";
  if (call.text != "dbgenerated" || call.arguments.empty()) return std::nullopt;
  const std::string& text = call.arguments.front().value.text;
  return text.empty() ? std::nullopt : std::optional(text);
}

}  // namespace

const Value* default_of(const Field& field) {
  const Attribute* attribute = field.attribute("default");
  return attribute == nullptr ? nullptr : attribute->argument("value", 0);
}

std::string quoted(std::string_view name) { return miglint::quoted(name, Spelling::prisma); }
std::string quoted(const RelationName& name) { return miglint::quoted(name, Spelling::prisma); }

bool has_column(const Tree& tree, const Field& field) {
  if (field.unsupported || !spelled(scalar_types, field.type).empty()) return true;
  const Block* block = tree.block(field.type);
  return block != nullptr && block->kind == Block::Kind::enumeration;
}

bool counts_by_itself(const Field& field) {
  const Value* value = default_of(field);
  return value != nullptr && value->kind == Value::Kind::call && value->text == "autoincrement";
}

std::string column_type(const Tree& tree, const Field& field) {
  std::string type = element_type(tree, field);
  if (counts_by_itself(field)) {
    if (const std::string_view serial = spelled(serial_types, type); !serial.empty()) type = serial;
  }
  return field.arity == Arity::list ? type + "[]" : type;
}

std::optional<std::string> column_default(const Tree& tree, const Field& field) {
  const Value* value = default_of(field);
  if (value == nullptr) return std::nullopt;
  if (value->kind == Value::Kind::call) return call_sql(*value);
  if (value->kind == Value::Kind::list) return list_sql(tree, field, *value);
  return value_sql(tree, field, *value);
}

}  // namespace miglint::prisma
