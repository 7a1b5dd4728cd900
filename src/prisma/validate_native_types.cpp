// `@db.VarChar(80)`: the types of Prisma's PostgreSQL connector.

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "miglint/characters.hpp"
#include "prisma/checks.hpp"

namespace miglint::prisma {

namespace {

struct NativeType {
  std::string_view name, scalar;
  std::size_t most_arguments = 0;
};

constexpr auto native_types = std::to_array<NativeType>({{"BigInt", "BigInt"},
                                                         {"Bit", "String", 1},
                                                         {"Boolean", "Boolean"},
                                                         {"ByteA", "Bytes"},
                                                         {"Char", "String", 1},
                                                         {"Citext", "String"},
                                                         {"Date", "DateTime"},
                                                         {"Decimal", "Decimal", 2},
                                                         {"DoublePrecision", "Float"},
                                                         {"Inet", "String"},
                                                         {"Integer", "Int"},
                                                         {"Json", "Json"},
                                                         {"JsonB", "Json"},
                                                         {"Money", "Decimal"},
                                                         {"Oid", "Int"},
                                                         {"Real", "Float"},
                                                         {"SmallInt", "Int"},
                                                         {"Text", "String"},
                                                         {"Time", "DateTime", 1},
                                                         {"Timestamp", "DateTime", 1},
                                                         {"Timestamptz", "DateTime", 1},
                                                         {"Timetz", "DateTime", 1},
                                                         {"Uuid", "String"},
                                                         {"VarBit", "String", 1},
                                                         {"VarChar", "String", 1},
                                                         {"Xml", "String"}});

std::vector<std::string_view> types_for(std::string_view scalar) {
  std::vector<std::string_view> names;
  for (const NativeType& type : native_types)
    if (type.scalar == scalar) names.push_back(type.name);
  return names;
}

/// Lengths and precisions.
void check_arguments(Checked& schema, const NativeType& type, const Attribute& native) {
  if (native.arguments.size() > type.most_arguments)
    schema.add(fmt::format("Native type {} takes {} argument{}, but received {}.", type.name,
                           type.most_arguments == 0 ? "no" : fmt::format("at most {}", type.most_arguments),
                           type.most_arguments == 1 ? "" : "s", native.arguments.size()),
               native.place);
  for (const Argument& argument : native.arguments)
    if (argument.value.kind != Value::Kind::number)
      schema.add(fmt::format("Native type {} takes numbers only.", type.name), argument.place);
}

void check_native_type(Checked& schema, const Field& field, const Attribute& native) {
  const std::size_t point = native.name.find('.');
  const std::string prefix = native.name.substr(0, point), name = native.name.substr(point + 1);
  if (prefix != schema.datasource()->name)
    return schema.add(fmt::format("The prefix of {} must be the name of the datasource, {}.",
                                  json_string("@" + native.name), json_string(schema.datasource()->name)),
                      native.place);
  const auto known = std::ranges::find(native_types, name, &NativeType::name);
  if (known == native_types.end())
    return schema.add(fmt::format("Native type {} is not supported for PostgreSQL{}.", json_string(name),
                                  schema.hint(name, [&] { return types_for(field.type); })),
                      native.place);
  if (known->scalar != field.type)
    schema.add(
        fmt::format("Native type {} is not compatible with declared field type {}, expected field type {}.",
                    known->name, field.type, known->scalar),
        native.place);
  check_arguments(schema, *known, native);
}

}  // namespace

void check_native_types(Checked& schema) {
  if (!schema.is_postgres()) return;
  for (const Block& block : schema.blocks()) {
    for (const Field& field : block.fields) {
      const Attribute* native = field.native_type();
      if (native != nullptr && schema.meaning(field) == Meaning::scalar)
        check_native_type(schema, field, *native);
    }
  }
}

}  // namespace miglint::prisma
