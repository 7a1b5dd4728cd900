// Which attributes stand where, and what their arguments may say.

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <unordered_set>

#include "miglint/characters.hpp"
#include "prisma/checks.hpp"

namespace miglint::prisma {

namespace {

using Names = std::vector<std::string_view>;

const Names of_columns = {"default", "id", "ignore", "map", "relation", "shardKey", "unique", "updatedAt"};
const Names of_relations = {"ignore", "relation"};
const Names of_members = {"default", "map"};  // of a composite type
const Names of_enum_values = {"map"};
const Names of_models = {"fulltext", "id", "ignore", "index", "map", "schema", "shardKey", "unique"};
const Names of_enums = {"map", "schema"};
const Names of_types = {};
const Names repeated = {"fulltext", "index", "unique"};

bool holds(const Names& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

/// `at`: the at signs of those that may stand here.
struct Known {
  const Names& names;
  std::string_view at = "@";
  bool scoped = false;  // `@db.…` may be there too, which other checks know
};

void check_each(Checked& schema, const std::vector<Attribute>& attributes, const Known& known) {
  std::unordered_set<std::string_view> seen;
  for (const Attribute& attribute : attributes) {
    const std::string_view name = attribute.name;
    if (known.scoped && name.find('.') != std::string_view::npos) continue;
    if (!holds(known.names, name))
      schema.add(fmt::format("Attribute not known: {}{}.", json_string(fmt::format("{}{}", known.at, name)),
                             schema.hint(name, [&] { return known.names; })),
                 attribute.place);
    else if (!seen.insert(name).second && !(known.at == "@@" && holds(repeated, name)))
      schema.add(fmt::format("Attribute \"{}{}\" can only be defined once.", known.at, name),
                 attribute.place);
  }
}

/// Attributes of columns that a relation field has not.
bool check_relation_field(Checked& schema, const Field& field) {
  bool fine = true;
  for (const Attribute& attribute : field.attributes) {
    if (holds(of_relations, attribute.name) || !holds(of_columns, attribute.name)) continue;
    fine = false;
    schema.add(fmt::format("Field {} is a relation field and cannot have the attribute \"@{}\".",
                           json_string(field.name), attribute.name),
               attribute.place);
  }
  return fine;
}

void check_column(Checked& schema, const Field& field) {
  if (const Attribute* relation = field.attribute("relation"))
    schema.add(fmt::format("Field {} has \"@relation\", but its type {} is not a model.",
                           json_string(field.name), json_string(field.type)),
               relation->place);
  const Attribute* id = field.attribute("id");
  if (id != nullptr && field.arity != Arity::required)
    schema.add(fmt::format("Fields that are marked as id must be required, but {} is {}.",
                           json_string(field.name), field.arity == Arity::list ? "a list" : "optional"),
               id->place);
  const Attribute* updated = field.attribute("updatedAt");
  if (updated != nullptr && (field.type != "DateTime" || field.arity == Arity::list))
    schema.add(fmt::format("Field {} is marked with \"@updatedAt\" and must be of type DateTime.",
                           json_string(field.name)),
               updated->place);
}

void check_field(Checked& schema, const Block& block, const Field& field) {
  const Meaning meaning = schema.meaning(field);
  if (meaning == Meaning::unknown) return;
  if (block.kind == Block::Kind::composite_type) {
    if (meaning == Meaning::relation)
      return schema.add(
          fmt::format("Field {} of composite type {} cannot refer to the {} {}.", json_string(field.name),
                      json_string(block.name), kind_of(*schema.type(field.type)), json_string(field.type)),
          field.type_place);
    return check_each(schema, field.attributes, {.names = of_members, .scoped = true});
  }
  if (meaning == Meaning::relation) {
    if (check_relation_field(schema, field)) check_each(schema, field.attributes, {of_relations});
    return;
  }
  check_each(schema, field.attributes, {.names = of_columns, .scoped = meaning == Meaning::scalar});
  check_column(schema, field);
}

}  // namespace

void check_attributes(Checked& schema) {
  for (const Block& block : schema.blocks()) {
    for (const Field& field : block.fields) check_field(schema, block, field);
    for (const EnumValue& value : block.values) check_each(schema, value.attributes, {of_enum_values});
    if (block.kind == Block::Kind::enumeration) check_each(schema, block.attributes, {of_enums, "@@"});
    if (block.kind == Block::Kind::composite_type) check_each(schema, block.attributes, {of_types, "@@"});
    if (block.kind == Block::Kind::model || block.kind == Block::Kind::view)
      check_each(schema, block.attributes, {of_models, "@@"});
  }
}

}  // namespace miglint::prisma
