#include "prisma/names.hpp"

namespace miglint::prisma {

namespace {

std::string mapped(const Attribute* map, const std::string& name) {
  const Value* value = map == nullptr ? nullptr : map->argument("name", 0);
  return value == nullptr || value->kind != Value::Kind::string ? name : value->text;
}

/// The longest beginning of at most so many bytes that ends where a character does.
std::string_view beginning(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) --bytes;
  return text.substr(0, bytes);
}

}  // namespace

std::string database_name(const Block& block) { return mapped(block.attribute("map"), block.name); }

std::string database_name(const Field& field) { return mapped(field.attribute("map"), field.name); }

std::string database_name(const EnumValue& value) {
  for (const Attribute& attribute : value.attributes)
    if (attribute.name == "map") return mapped(&attribute, value.name);
  return value.name;
}

RelationName relation_of(const Block& block) {
  const Attribute* schema = block.attribute("schema");
  const Value* name = schema == nullptr ? nullptr : schema->argument("map", 0);
  return {.schema = name == nullptr ? std::string() : name->text, .name = database_name(block)};
}

std::string column_of(const Block& model, const std::string& name) {
  const Field* field = model.field(name);
  return field == nullptr ? name : database_name(*field);
}

std::span<const Value> entries_of(const Value& list) {
  return list.kind == Value::Kind::list ? std::span(list.items) : std::span(&list, 1);
}

std::vector<std::string> columns_of(const Block& model, const Value& list) {
  std::vector<std::string> columns;
  for (const Value& item : entries_of(list)) columns.push_back(column_of(model, item.text));
  return columns;
}

std::string constraint_name(std::string_view table, const std::vector<std::string>& columns,
                            std::string_view suffix) {
  std::string name(table);
  for (const std::string& column : columns) name.append("_").append(column);
  const std::size_t most = static_cast<std::size_t>(max_identifier_bytes) - suffix.size();
  return std::string(beginning(name, most)).append(suffix);
}

}  // namespace miglint::prisma
