#include "prisma/relations.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "prisma/names.hpp"

namespace miglint::prisma {

namespace {

constexpr auto actions = std::to_array<std::pair<std::string_view, ReferentialAction>>(
    {{"Cascade", ReferentialAction::cascade},
     {"NoAction", ReferentialAction::no_action},
     {"Restrict", ReferentialAction::restrict},
     {"SetDefault", ReferentialAction::set_default},
     {"SetNull", ReferentialAction::set_null}});

ReferentialAction action(const Attribute& relation, std::string_view argument, ReferentialAction otherwise) {
  const Value* value = relation.argument(argument);
  if (value == nullptr) return otherwise;
  const auto known = std::ranges::find(actions, value->text, &decltype(actions)::value_type::first);
  return known == actions.end() ? otherwise : known->second;
}

std::vector<std::string> names_in(const Value& list) {
  std::vector<std::string> names;
  for (const Value& item : entries_of(list)) names.push_back(item.text);
  return names;
}

std::string relation_name(const Field& field) {
  const Attribute* relation = field.attribute("relation");
  return relation == nullptr ? std::string() : relation->text("name", 0);
}

bool is_required(const Block& model, const std::vector<std::string>& fields) {
  return std::ranges::any_of(fields, [&](const std::string& name) {
    const Field* field = model.field(name);
    return field != nullptr && field->arity == Arity::required;
  });
}

const Block* model_called(const Tree& tree, const std::string& name) {
  const Block* block = tree.block(name);
  return block != nullptr && block->kind == Block::Kind::model ? block : nullptr;
}

std::string key_name(const Block& model, const Attribute& relation, const Value& fields) {
  const Value* map = relation.argument("map");
  return map != nullptr ? map->text
                        : constraint_name(database_name(model), columns_of(model, fields), "_fkey");
}

/// The lists of `other` that may be the other side of `field`.
bool has_opposite_list(const Block& model, const Field& field, const Block& other) {
  return std::ranges::any_of(other.fields, [&](const Field& there) {
    return &there != &field && there.type == model.name && there.arity == Arity::list &&
           relation_name(there) == relation_name(field);
  });
}

void add_many_to_many(const Tree& tree, const Block& model, const Field& field, std::set<std::string>& seen,
                      std::vector<ManyToMany>& all) {
  const Block* other = model_called(tree, field.type);
  if (field.arity != Arity::list || other == nullptr || is_ignored(*other) ||
      field.attribute("ignore") != nullptr || !has_opposite_list(model, field, *other))
    return;
  const auto [a, b] = model.name <= other->name ? std::pair(&model, other) : std::pair(other, &model);
  const std::string name = relation_name(field);
  std::string table = "_" + (name.empty() ? a->name + "To" + b->name : name);
  if (seen.insert(table).second) all.push_back({.table = std::move(table), .a = a, .b = b});
}

}  // namespace

bool is_ignored(const Block& model) { return model.attribute("ignore") != nullptr; }

bool has_foreign_keys(const Tree& tree) {
  const Block* datasource = tree.datasource();
  const Value* mode = datasource == nullptr ? nullptr : datasource->property("relationMode");
  return mode == nullptr || mode->text != "prisma";
}

std::vector<ForeignKey> foreign_keys(const Tree& tree) {
  std::vector<ForeignKey> keys;
  if (!has_foreign_keys(tree)) return keys;
  for (const Block& model : tree.blocks) {
    if (model.kind != Block::Kind::model) continue;
    for (const Field& field : model.fields) {
      const Attribute* relation = field.attribute("relation");
      const Block* referenced = relation == nullptr ? nullptr : model_called(tree, field.type);
      const Value* fields = relation == nullptr ? nullptr : relation->argument("fields");
      const Value* references = relation == nullptr ? nullptr : relation->argument("references");
      if (referenced == nullptr || fields == nullptr || references == nullptr) continue;
      const std::vector<std::string> names = names_in(*fields);
      keys.push_back({.model = &model,
                      .field = &field,
                      .referenced = referenced,
                      .fields = names,
                      .references = names_in(*references),
                      .name = key_name(model, *relation, *fields),
                      .on_delete = action(*relation, "onDelete",
                                          is_required(model, names) ? ReferentialAction::restrict
                                                                    : ReferentialAction::set_null),
                      .on_update = action(*relation, "onUpdate", ReferentialAction::cascade)});
    }
  }
  return keys;
}

std::vector<ManyToMany> many_to_many(const Tree& tree) {
  std::vector<ManyToMany> all;
  std::set<std::string> seen;
  for (const Block& model : tree.blocks) {
    if (model.kind != Block::Kind::model || is_ignored(model)) continue;
    for (const Field& field : model.fields) add_many_to_many(tree, model, field, seen, all);
  }
  // They stand with the model that column A refers to.
  std::ranges::stable_sort(all, {}, [&](const ManyToMany& table) { return table.a - tree.blocks.data(); });
  return all;
}

const Field* identifying_field(const Block& model) {
  for (const Field& field : model.fields)
    if (field.attribute("id") != nullptr) return &field;
  for (const std::string_view kind : {"id", "unique"}) {
    const Attribute* attribute = model.attribute(kind);
    const Value* fields = attribute == nullptr ? nullptr : attribute->argument("fields", 0);
    if (fields != nullptr && entries_of(*fields).size() == 1)
      return model.field(entries_of(*fields).front().text);
  }
  for (const Field& field : model.fields)
    if (field.attribute("unique") != nullptr) return &field;
  return nullptr;
}

}  // namespace miglint::prisma
