// `@default`: a value of the field's type. A function that is not known may be another version's.

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "miglint/characters.hpp"
#include "prisma/checks.hpp"

namespace miglint::prisma {

namespace {

struct Literal {
  std::string_view scalar;
  Value::Kind kind;
};

constexpr auto literals = std::to_array<Literal>({{"BigInt", Value::Kind::number},
                                                  {"Boolean", Value::Kind::constant},
                                                  {"Bytes", Value::Kind::string},
                                                  {"DateTime", Value::Kind::string},
                                                  {"Decimal", Value::Kind::number},
                                                  {"Decimal", Value::Kind::string},
                                                  {"Float", Value::Kind::number},
                                                  {"Int", Value::Kind::number},
                                                  {"Json", Value::Kind::string},
                                                  {"String", Value::Kind::string}});

struct Function {
  std::string_view name, scalar;
};

constexpr auto functions = std::to_array<Function>({{"autoincrement", "BigInt"},
                                                    {"autoincrement", "Int"},
                                                    {"cuid", "String"},
                                                    {"nanoid", "String"},
                                                    {"now", "DateTime"},
                                                    {"ulid", "String"},
                                                    {"uuid", "String"}});

bool is_literal_of(const Value& value, std::string_view scalar) {
  if (scalar == "Boolean" && value.text != "true" && value.text != "false") return false;
  return std::ranges::any_of(literals, [&](const Literal& literal) {
    return literal.scalar == scalar && literal.kind == value.kind;
  });
}

void check_function(Checked& schema, const Field& field, const Value& call) {
  const auto named = [&](const Function& function) { return function.name == call.text; };
  const auto fits = [&](const Function& function) {
    return named(function) && function.scalar == field.type;
  };
  if (std::ranges::any_of(functions, fits) || std::ranges::none_of(functions, named)) return;
  schema.add(fmt::format("The function \"{}()\" cannot be used on fields of type {}.", call.text, field.type),
             call.place);
}

void check_scalar(Checked& schema, const Field& field, const Value& value) {
  if (value.kind == Value::Kind::call) return check_function(schema, field, value);
  if (!is_literal_of(value, field.type))
    schema.add(
        fmt::format("The default value of field {} is no {} value.", json_string(field.name), field.type),
        value.place);
}

void check_enum(Checked& schema, const Field& field, const Value& value) {
  if (value.kind == Value::Kind::call && value.text == "dbgenerated") return;
  const Block& enumeration = *schema.type(field.type);
  if (value.kind == Value::Kind::constant && schema.has_value(enumeration, value.text)) return;
  const auto known = [&] {
    std::vector<std::string_view> names;
    for (const EnumValue& one : enumeration.values) names.push_back(one.name);
    return names;
  };
  schema.add(fmt::format("The default value of field {} is no value of enum {}{}.", json_string(field.name),
                         json_string(field.type), schema.hint(value.text, known)),
             value.place);
}

void check_value(Checked& schema, const Field& field, const Value& value) {
  const Meaning meaning = schema.meaning(field);
  if (meaning == Meaning::enumeration) check_enum(schema, field, value);
  if (meaning == Meaning::scalar) check_scalar(schema, field, value);
}

void check_default(Checked& schema, const Field& field, const Attribute& attribute) {
  if (schema.meaning(field) == Meaning::relation) return;  // which has none
  const Value* value = attribute.argument("value", 0);
  if (value == nullptr)
    return schema.add("Argument \"value\" is missing in attribute \"@default\".", attribute.place);
  const bool is_list = value->kind == Value::Kind::list, wants_list = field.arity == Arity::list;
  if (is_list && !wants_list)
    return schema.add(fmt::format("The default value of field {} cannot be a list.", json_string(field.name)),
                      value->place);
  if (wants_list && !is_list && value->kind != Value::Kind::call)
    return schema.add(
        fmt::format("The default value of the list field {} must be a list.", json_string(field.name)),
        value->place);
  for (const Value* one : elements(*value)) check_value(schema, field, *one);
}

}  // namespace

void check_defaults(Checked& schema) {
  for (const Block& block : schema.blocks())
    for (const Field& field : block.fields)
      if (const Attribute* attribute = field.attribute("default"); attribute != nullptr)
        check_default(schema, field, *attribute);
}

}  // namespace miglint::prisma
