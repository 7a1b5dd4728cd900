// Names that clash, and types that no name stands for.

#include <fmt/format.h>
#include <map>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "miglint/characters.hpp"
#include "prisma/checks.hpp"
#include "prisma/names.hpp"

namespace miglint::prisma {

namespace {

/// Prisma's grammar takes more than its client can have.
void check_name(Checked& schema, std::string_view what, const std::string& name, const Place& place) {
  if (name.front() >= '0' && name.front() <= '9')
    schema.add(fmt::format("The name of {} {} must not start with a number.", what, json_string(name)),
               place);
  if (name.find('-') != std::string::npos)
    schema.add(
        fmt::format("The character \"-\" is not allowed in the name of {} {}.", what, json_string(name)),
        place);
}

void check_fields(Checked& schema, const Block& block) {
  for (const Field& field : block.fields) {
    check_name(schema, "field", field.name, field.name_place);
    if (schema.field(block, field.name) != &field)
      schema.add(fmt::format("Field {} is already defined on {} {}.", json_string(field.name), kind_of(block),
                             json_string(block.name)),
                 field.name_place);
  }
}

void check_values(Checked& schema, const Block& block) {
  std::unordered_set<std::string_view> seen;
  for (const EnumValue& value : block.values) {
    check_name(schema, "enum value", value.name, value.place);
    if (!seen.insert(value.name).second)
      schema.add(fmt::format("Value {} is already defined on enum {}.", json_string(value.name),
                             json_string(block.name)),
                 value.place);
  }
  if (block.values.empty())
    schema.add(fmt::format("An enum must have at least one value, but {} has none.", json_string(block.name)),
               block.name_place);
}

void check_properties(Checked& schema, const Block& block) {
  std::unordered_set<std::string_view> seen;
  for (const Property& property : block.properties)
    if (!seen.insert(property.name).second)
      schema.add(fmt::format("Key {} is already defined in {} {}.", json_string(property.name),
                             kind_of(block), json_string(block.name)),
                 property.place);
}

/// Generators have names of their own; of datasources there is one.
void check_block_name(Checked& schema, const Block& block,
                      std::unordered_map<std::string_view, const Block*>& generators) {
  const std::string name = json_string(block.name);
  const Block* first = &block;
  if (block.kind == Block::Kind::datasource) {
    if (schema.datasource() != &block)
      schema.add(fmt::format("You defined more than one datasource: {} after {}.", name,
                             json_string(schema.datasource()->name)),
                 block.name_place);
  } else if (block.kind == Block::Kind::generator) {
    first = generators.emplace(block.name, &block).first->second;
  } else {
    check_name(schema, kind_of(block), block.name, block.name_place);
    first = schema.type(block.name);
    if (is_scalar(block.name))
      schema.add(fmt::format("{} is a reserved scalar type name and cannot be used.", name),
                 block.name_place);
  }
  if (first != &block)
    schema.add(fmt::format("The {} {} cannot be defined because {} {} with that name already exists.",
                           kind_of(block), name, first->kind == Block::Kind::enumeration ? "an" : "a",
                           kind_of(*first)),
               block.name_place);
}

/// Two fields that would be one column.
void check_columns(Checked& schema, const Block& block) {
  std::unordered_map<std::string, const Field*> columns;
  for (const Field& field : block.fields) {
    if (schema.meaning(field) == Meaning::relation) continue;
    const auto [first, fresh] = columns.emplace(database_name(field), &field);
    if (!fresh)
      schema.add(fmt::format("Fields {} and {} of {} {} both have the database name {}.",
                             json_string(first->second->name), json_string(field.name), kind_of(block),
                             json_string(block.name), json_string(first->first)),
                 field.name_place);
  }
}

}  // namespace

void check_names(Checked& schema) {
  std::unordered_map<std::string_view, const Block*> generators;
  for (const Block& block : schema.blocks()) {
    check_block_name(schema, block, generators);
    if (has_fields(block)) {
      check_fields(schema, block);
    } else if (block.kind == Block::Kind::enumeration) {
      check_values(schema, block);
    } else {
      check_properties(schema, block);
    }
  }
}

void check_types(Checked& schema) {
  for (const Block& block : schema.blocks()) {
    for (const Field& field : block.fields) {
      if (schema.meaning(field) != Meaning::unknown) continue;
      schema.add(
          fmt::format("Type {} is neither a built-in type, nor refers to another model, composite type, "
                      "or enum{}.",
                      json_string(field.type), schema.hint(field.type, [&] { return schema.type_names(); })),
          field.type_place);
    }
  }
}

void check_database_names(Checked& schema) {
  using Key = std::tuple<bool, std::string, std::string>;
  std::map<Key, const Block*> first_of;
  for (const Block& block : schema.blocks()) {
    if (!has_fields(block) && block.kind != Block::Kind::enumeration) continue;
    if (has_fields(block)) check_columns(schema, block);
    if (block.kind == Block::Kind::composite_type) continue;
    const RelationName name = relation_of(block);
    const auto [first, fresh] = first_of.emplace(Key(has_fields(block), name.schema, name.name), &block);
    if (!fresh)
      schema.add(fmt::format("The {} {} has the database name {}, which {} {} has already.", kind_of(block),
                             json_string(block.name), json_string(name.name), kind_of(*first->second),
                             json_string(first->second->name)),
                 block.name_place);
  }
}

}  // namespace miglint::prisma
