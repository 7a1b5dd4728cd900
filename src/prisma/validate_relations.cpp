// A relation has two sides, whose fields are found by the models and the relation's name. Of one to many, and
// of one to one, a side names the fields that refer to the other.

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>
#include <set>
#include <tuple>

#include "miglint/characters.hpp"
#include "prisma/checks.hpp"

namespace miglint::prisma {

namespace {

using Names = std::vector<std::string_view>;

constexpr auto actions =
    std::to_array<std::string_view>({"Cascade", "NoAction", "Restrict", "SetDefault", "SetNull"});

struct Side {
  const Block* model = nullptr;
  const Field* field = nullptr;
  const Block* other = nullptr;  // the model that the field's type names

  const Attribute* relation() const { return field->attribute("relation"); }
  const Value* argument(std::string_view name) const {
    return relation() == nullptr ? nullptr : relation()->argument(name);
  }
  std::string_view name() const {
    const Value* value = relation() == nullptr ? nullptr : relation()->argument("name", 0);
    return value == nullptr ? std::string_view() : value->text;
  }
  bool is_list() const { return field->arity == Arity::list; }
  bool has(std::string_view argument_name) const { return !names_in(argument(argument_name)).empty(); }
  /// `"author" of model "Post"`.
  std::string in_prose() const {
    return fmt::format("{} of {} {}", json_string(field->name), kind_of(*model), json_string(model->name));
  }
};

using Key = std::tuple<const Block*, const Block*, std::string_view>;
using Sides = std::map<Key, std::vector<Side>>;

Key key(const Side& side) { return {side.model, side.other, side.name()}; }

std::vector<Side> sides_of(const Checked& schema) {
  std::vector<Side> sides;
  for (const Block& block : schema.blocks()) {
    for (const Field& field : block.fields)
      if (schema.meaning(field) == Meaning::relation)
        sides.push_back({&block, &field, schema.type(field.type)});
  }
  return sides;
}

/// A model may have both sides of a relation to itself, by a name; else one field has one.
bool is_ambiguous(const std::vector<Side>& alike) {
  const Side& first = alike.front();
  const bool both_sides = first.model == first.other && !first.name().empty();
  return alike.size() > (both_sides ? 2 : 1);
}

void report_ambiguous(Checked& schema, const std::vector<Side>& alike) {
  const Side &first = alike[0], &second = alike[1];
  schema.add(
      fmt::format("Fields {} and {} of {} {} both refer to {}{}: give each relation a name of its own "
                  "with \"@relation\".",
                  json_string(first.field->name), json_string(second.field->name), kind_of(*first.model),
                  json_string(first.model->name), json_string(first.other->name),
                  first.name().empty() ? "" : " by one relation's name"),
      second.field->place);
}

/// Null: there is none.
const Side* opposite(const Sides& sides, const Side& side) {
  const auto found = sides.find({side.other, side.model, side.name()});
  if (found == sides.end()) return nullptr;
  for (const Side& there : found->second)
    if (there.field != side.field) return &there;
  return nullptr;
}

void check_actions(Checked& schema, const Side& side) {
  for (const std::string_view name : {"onDelete", "onUpdate"}) {
    const Value* action = side.argument(name);
    if (action == nullptr || std::ranges::find(actions, action->text) != actions.end()) continue;
    schema.add(fmt::format("Invalid referential action: {}{}.", json_string(action->text),
                           schema.hint(action->text, [] { return Names(actions.begin(), actions.end()); })),
               action->place);
  }
}

bool has_key(const Side& side) { return side.has("fields") || side.has("references"); }

/// Of two sides the one that is told what both lack.
bool is_first(const Side& side, const Side& other) {
  const auto order = [](const Side& one) {
    return std::tuple(one.field->place.file, one.field->place.begin);
  };
  return order(side) < order(other);
}

/// One side, and only one, says what refers to what; it is not the list.
void check_presence(Checked& schema, const Side& side, const Side& other) {
  if (side.is_list()) return;
  if (!other.is_list()) {
    if (!is_first(side, other) && has_key(side) == has_key(other)) return;
    if (!has_key(side) && has_key(other)) return;
    if (has_key(side) && has_key(other))
      return schema.add(
          fmt::format("The relation fields {} and {} both say what refers to what: only one of them must.",
                      side.in_prose(), other.in_prose()),
          side.field->place);
  }
  for (const std::string_view name : {"fields", "references"})
    if (!side.has(name))
      schema.add(fmt::format("The relation field {} must specify the argument \"{}\" in \"@relation\".",
                             side.in_prose(), name),
                 side.field->place);
}

void check_fields(Checked& schema, const Side& side) {
  const auto fields = names_in(side.argument("fields")), references = names_in(side.argument("references"));
  if (fields.size() != references.size()) {
    schema.add(fmt::format("The relation field {} must have the same number of fields in \"fields\" and "
                           "\"references\".",
                           side.in_prose()),
               side.relation()->place);
    return;
  }
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const Field& here = *schema.field(*side.model, fields[i]);
    const Field& there = *schema.field(*side.other, references[i]);
    if (here.type != there.type || here.unsupported != there.unsupported)
      schema.add(fmt::format("The type of field {} in {} {} is not that of the referenced field {} in {} {}.",
                             json_string(here.name), kind_of(*side.model), json_string(side.model->name),
                             json_string(there.name), kind_of(*side.other), json_string(side.other->name)),
                 side.relation()->place);
    if (here.arity == Arity::optional && side.field->arity == Arity::required)
      schema.add(fmt::format("The relation field {} must be optional as well, for its field {} is.",
                             side.in_prose(), json_string(here.name)),
                 side.field->place);
  }
}

Names sorted(Names names) {
  std::ranges::sort(names);
  return names;
}

/// What identifies a model's rows.
struct Keys {
  std::set<Names> unique;
  bool single_id = false;

  explicit Keys(const Block& model) {
    for (const Field& field : model.fields) {
      const bool id = field.attribute("id") != nullptr;
      if (id || field.attribute("unique") != nullptr) add({field.name}, id);
    }
    for (const Attribute& attribute : model.attributes)
      if (attribute.name == "id" || attribute.name == "unique")
        add(sorted(names_in(attribute.argument("fields", 0))), attribute.name == "id");
  }

  void add(Names names, bool id) {
    single_id = single_id || (id && names.size() == 1);
    unique.insert(std::move(names));
  }
};

/// Of PostgreSQL alone, where a foreign key's target must be unique.
void check_target(Checked& schema, const Side& side, const Side& other, const Keys& keys) {
  const Names references = names_in(side.argument("references"));
  const bool is_table = side.other->kind == Block::Kind::model;
  if (!side.is_list() && is_table && !references.empty() && !keys.unique.contains(sorted(references)))
    schema.add(
        fmt::format("The argument \"references\" of the relation field {} must refer to a unique criterion "
                    "of model {}.",
                    side.in_prose(), json_string(side.other->name)),
        side.relation()->place);
  if (side.is_list() && other.is_list() && !keys.single_id)
    schema.add(
        fmt::format("The relation field {} refers to many of {}, which has no \"@id\" field as a many to "
                    "many relation needs.",
                    side.in_prose(), json_string(side.other->name)),
        side.field->place);
}

void check_side(Checked& schema, const Side& side, const Side& other) {
  check_presence(schema, side, other);
  if (!side.is_list() && side.has("fields") && side.has("references")) check_fields(schema, side);
}

void report_missing(Checked& schema, const Side& side) {
  schema.add(fmt::format("The relation field {} is missing an opposite relation field on the {} {}.",
                         side.in_prose(), kind_of(*side.other), json_string(side.other->name)),
             side.field->place);
}

bool report_ambiguous(Checked& schema, const Sides& sides) {
  bool ambiguous = false;
  for (const auto& [names, alike] : sides) {
    if (!is_ambiguous(alike)) continue;
    ambiguous = true;
    report_ambiguous(schema, alike);
  }
  return ambiguous;
}

}  // namespace

void check_relations(Checked& schema) {
  const std::vector<Side> all = sides_of(schema);
  Sides sides;
  for (const Side& side : all) sides[key(side)].push_back(side);
  if (report_ambiguous(schema, sides)) return;
  std::map<const Block*, Keys> keys;
  for (const Side& side : all) {
    check_actions(schema, side);
    const Side* other = opposite(sides, side);
    if (other == nullptr) {
      report_missing(schema, side);
      continue;
    }
    check_side(schema, side, *other);
    if (schema.is_postgres())
      check_target(schema, side, *other, keys.try_emplace(side.other, *side.other).first->second);
  }
}

}  // namespace miglint::prisma
