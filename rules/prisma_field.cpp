#include "prisma_field.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <fmt/format.h>

#include "miglint/characters.hpp"

namespace miglint {

namespace {

struct PrismaType {
  std::string_view postgres, scalar, native;  ///< native: its @db attribute; empty: the scalar's own type
};
constexpr std::array<PrismaType, 22> prisma_types = {{{"text", "String", ""},
                                                      {"varchar", "String", "VarChar"},
                                                      {"bpchar", "String", "Char"},
                                                      {"uuid", "String", "Uuid"},
                                                      {"citext", "String", "Citext"},
                                                      {"inet", "String", "Inet"},
                                                      {"xml", "String", "Xml"},
                                                      {"int4", "Int", ""},
                                                      {"int2", "Int", "SmallInt"},
                                                      {"oid", "Int", "Oid"},
                                                      {"int8", "BigInt", ""},
                                                      {"float8", "Float", ""},
                                                      {"float4", "Float", "Real"},
                                                      {"numeric", "Decimal", "Decimal"},
                                                      {"money", "Decimal", "Money"},
                                                      {"bool", "Boolean", ""},
                                                      {"timestamp", "DateTime", "Timestamp"},
                                                      {"timestamptz", "DateTime", "Timestamptz"},
                                                      {"date", "DateTime", "Date"},
                                                      {"jsonb", "Json", ""},
                                                      {"json", "Json", "Json"},
                                                      {"bytea", "Bytes", ""}}};

/// What Prisma writes for the scalar without an attribute.
bool is_its_own(const TypeName& type) {
  if (type.name == "timestamp") return type.modifiers == std::vector<std::string>{"3"};
  return type.name == "numeric" && type.modifiers == std::vector<std::string>{"65", "30"};
}

struct FieldType {
  std::string type, attribute;
};
FieldType field_type(const TypeName& type, const Step& step) {
  if (step.before.enumeration(type)) return {.type = type.name};
  const auto* const found = std::ranges::find(prisma_types, type.name, &PrismaType::postgres);
  if (found == prisma_types.end())
    return {.type = fmt::format("Unsupported({})", json_string(format_type(type, step.before)))};
  if (found->native.empty() || is_its_own(type)) return {.type = std::string(found->scalar)};
  const std::string modifiers =
      type.modifiers.empty() ? "" : fmt::format("({})", fmt::join(type.modifiers, ", "));
  return {.type = std::string(found->scalar),
          .attribute = fmt::format(" @db.{}{}", found->native, modifiers)};
}

std::string default_of(const Expression& written, const Step& step, const Column& column) {
  const Expression& value = without_casts(written);
  const auto calls = [&](std::string_view name) {
    return value.kind == Expression::Kind::function && value.function.name == name;
  };
  if (calls("nextval")) return "autoincrement()";
  if (calls("now")) return "now()";
  if (!value.is_constant()) return fmt::format("dbgenerated({})", json_string(written.text));
  const bool bare =
      value.value == "true" || value.value == "false" || step.before.enumeration(column.type) ||
      (!value.value.empty() &&
       std::ranges::all_of(value.value, [](unsigned char c) { return std::isdigit(c) || c == '.'; }) &&
       field_type(column.type, step).type != "String");
  return bare ? value.value : json_string(value.value);
}

/// A field's name is a letter and more of them, digits and `_`.
bool is_field_name(std::string_view name) {
  return !name.empty() && std::isalpha(static_cast<unsigned char>(name.front())) &&
         std::ranges::all_of(name, [](unsigned char c) { return std::isalnum(c) || c == '_'; });
}

}  // namespace

std::string ignored_field(const Column& column, bool optional, const Step& step) {
  const bool named = is_field_name(column.name);
  const FieldType type = field_type(column.type, step);
  const bool list = column.type.array_dimensions > 0;
  return fmt::format("{} {}{}{}{}{} @ignore", named ? column.name : "kept", type.type,
                     list       ? "[]"
                     : optional ? "?"
                                : "",
                     column.default_value
                         ? fmt::format(" @default({})", default_of(*column.default_value, step, column))
                         : "",
                     named ? "" : fmt::format(" @map({})", json_string(column.name)), type.attribute);
}

}  // namespace miglint
