// Lists of fields, and what identifies a model's rows.

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <unordered_set>

#include "miglint/characters.hpp"
#include "prisma/checks.hpp"

namespace miglint::prisma {

namespace {

using Names = std::vector<std::string_view>;

constexpr auto index_types =
    std::to_array<std::string_view>({"BTree", "Brin", "Gin", "Gist", "Hash", "SpGist"});

bool is_key(const Attribute& attribute) {
  return attribute.name == "id" || attribute.name == "unique" || attribute.name == "index" ||
         attribute.name == "fulltext";
}

Names columns(const Checked& schema, const Block& block) {
  Names names;
  for (const Field& field : block.fields)
    if (schema.meaning(field) != Meaning::relation) names.push_back(field.name);
  return names;
}

/// Where the names stand, and whether they may be `city(sort: Desc)` or, of a composite type's field,
/// `address.city`.
struct Where {
  std::string in_prose;
  bool in_index = false;
};

const Field* named_field(const Checked& schema, const Block& block, std::string_view name,
                         const Where& where) {
  const Field* whole = schema.field(block, name);
  if (whole != nullptr || !where.in_index) return whole;
  const Field* first = schema.field(block, name.substr(0, name.find('.')));
  return first != nullptr && schema.meaning(*first) == Meaning::composite ? first : nullptr;
}

void check_name(Checked& schema, const Block& block, const Value& value, const Where& where) {
  const bool is_name =
      value.kind == Value::Kind::constant || (where.in_index && value.kind == Value::Kind::call);
  if (!is_name)
    return schema.add(fmt::format("{} must be a list of the names of fields.", where.in_prose), value.place);
  const Field* field = named_field(schema, block, value.text, where);
  if (field == nullptr)
    schema.add(fmt::format("{} refers to the unknown field {} of {} {}{}.", where.in_prose,
                           json_string(value.text), kind_of(block), json_string(block.name),
                           schema.hint(value.text, [&] { return columns(schema, block); })),
               value.place);
  else if (schema.meaning(*field) == Meaning::relation)
    schema.add(fmt::format("{} refers to the relation field {}, but must name scalar fields only.",
                           where.in_prose, json_string(value.text)),
               value.place);
}

void check_list(Checked& schema, const Block& block, const Value& list, const Where& where) {
  std::unordered_set<std::string_view> seen;
  for (const Value* element : elements(list)) {
    check_name(schema, block, *element, where);
    if (!seen.insert(element->text).second)
      schema.add(fmt::format("{} refers to the field {} multiple times.", where.in_prose,
                             json_string(element->text)),
                 element->place);
  }
}

void check_key(Checked& schema, const Block& block, const Attribute& attribute) {
  const std::string what = fmt::format("\"@@{}\"", attribute.name);
  const Value* list = attribute.argument("fields", 0);
  if (list == nullptr || elements(*list).empty()) {
    schema.add(fmt::format("{} of {} {} names no fields.", what, kind_of(block), json_string(block.name)),
               attribute.place);
    return;
  }
  check_list(schema, block, *list, {what, true});
  const Value* type = attribute.argument("type");
  if (type != nullptr && std::ranges::find(index_types, type->text) == index_types.end())
    schema.add(
        fmt::format("Unknown index type: {}{}.", json_string(type->text),
                    schema.hint(type->text, [] { return Names(index_types.begin(), index_types.end()); })),
        type->place);
}

void check_relation(Checked& schema, const Block& block, const Field& field) {
  const Attribute* relation = field.attribute("relation");
  if (relation == nullptr || schema.meaning(field) != Meaning::relation) return;
  if (const Value* fields = relation->argument("fields"))
    check_list(schema, block, *fields, {"The argument \"fields\""});
  if (const Value* references = relation->argument("references"))
    check_list(schema, *schema.type(field.type), *references, {"The argument \"references\""});
}

/// Its values tell rows apart, for none of them is null.
bool is_required(const Field& field) { return field.arity != Arity::optional && !field.unsupported; }

bool identifies(const Checked& schema, const Block& model, const Attribute& attribute) {
  if (attribute.name != "id" && attribute.name != "unique") return false;
  return std::ranges::all_of(names_in(attribute.argument("fields", 0)), [&](std::string_view name) {
    const Field* field = schema.field(model, name);
    return field == nullptr || is_required(*field);
  });
}

bool has_unique_criterion(const Checked& schema, const Block& model) {
  return std::ranges::any_of(model.fields,
                             [](const Field& field) {
                               return is_required(field) && (field.attribute("id") != nullptr ||
                                                             field.attribute("unique") != nullptr);
                             }) ||
         std::ranges::any_of(model.attributes, [&](const Attribute& attribute) {
           return identifies(schema, model, attribute);
         });
}

void check_optional_id(Checked& schema, const Block& model, const Attribute& id) {
  for (const std::string_view name : names_in(id.argument("fields", 0))) {
    const Field* field = schema.field(model, name);
    if (field != nullptr && field->arity == Arity::optional)
      schema.add(fmt::format("\"@@id\" of {} {} refers to the optional field {}.", kind_of(model),
                             json_string(model.name), json_string(name)),
                 id.place);
  }
}

void check_ids(Checked& schema, const Block& model) {
  const auto has_id = [](const Field& field) { return field.attribute("id") != nullptr; };
  const auto ids = std::ranges::count_if(model.fields, has_id);
  const Attribute* block_id = model.attribute("id");
  if (ids > 1)
    schema.add(fmt::format("At most one field of {} {} must be marked with \"@id\".", kind_of(model),
                           json_string(model.name)),
               model.name_place);
  if (block_id == nullptr) return;
  check_optional_id(schema, model, *block_id);
  if (ids > 0)
    schema.add(fmt::format("The {} {} can't have \"@id\" and \"@@id\" at the same time.", kind_of(model),
                           json_string(model.name)),
               block_id->place);
}

}  // namespace

void check_field_lists(Checked& schema) {
  for (const Block& block : schema.blocks()) {
    if (block.kind != Block::Kind::model && block.kind != Block::Kind::view) continue;
    for (const Attribute& attribute : block.attributes)
      if (is_key(attribute)) check_key(schema, block, attribute);
    for (const Field& field : block.fields) check_relation(schema, block, field);
  }
}

void check_unique_criteria(Checked& schema) {
  for (const Block& block : schema.blocks()) {
    if (block.kind != Block::Kind::model) continue;
    check_ids(schema, block);
    if (block.attribute("ignore") == nullptr && !has_unique_criterion(schema, block))
      schema.add(
          fmt::format("Model {} must have at least one unique criterion that has only required fields: "
                      "\"@id\", \"@unique\", \"@@id\" or \"@@unique\".",
                      json_string(block.name)),
          block.name_place);
  }
}

}  // namespace miglint::prisma
