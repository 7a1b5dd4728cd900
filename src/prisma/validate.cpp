#include "prisma/validate.hpp"

#include <algorithm>
#include <array>

#include "miglint/nearest.hpp"
#include "prisma/checks.hpp"
#include "prisma/cursor.hpp"

namespace miglint::prisma {

namespace {

constexpr auto scalars = std::to_array<std::string_view>(
    {"BigInt", "Boolean", "Bytes", "DateTime", "Decimal", "Float", "Int", "Json", "String"});

using Check = void (*)(Checked&);

/// In stages: a check may rely on what those of the stages before it have refused.
const std::vector<std::vector<Check>> stages = {
    {check_names},
    {check_types, check_attributes, check_native_types, check_defaults, check_field_lists},
    {check_database_names, check_unique_criteria, check_relations}};

}  // namespace

Checked::Checked(const Tree& tree) : tree_(tree), datasource_(tree.datasource()) {
  for (const Block& block : tree.blocks) {
    if (!has_fields(block) && block.kind != Block::Kind::enumeration) continue;
    auto& fields = fields_[&block];
    for (const Field& field : block.fields) fields.emplace(field.name, &field);
    auto& values = values_[&block];
    for (const EnumValue& value : block.values) values.insert(value.name);
  }
}

const Field* Checked::field(const Block& block, std::string_view name) const {
  const auto& fields = fields_.at(&block);
  const auto found = fields.find(name);
  return found == fields.end() ? nullptr : found->second;
}

bool Checked::has_value(const Block& enumeration, std::string_view name) const {
  return values_.at(&enumeration).contains(name);
}

Meaning Checked::meaning(const Field& field) const {
  if (field.unsupported) return Meaning::unsupported;
  if (is_scalar(field.type)) return Meaning::scalar;
  const Block* block = type(field.type);
  if (block == nullptr) return Meaning::unknown;
  if (block->kind == Block::Kind::enumeration) return Meaning::enumeration;
  return block->kind == Block::Kind::composite_type ? Meaning::composite : Meaning::relation;
}

bool Checked::is_postgres() const {
  const Value* provider = datasource() == nullptr ? nullptr : datasource()->property("provider");
  return provider != nullptr && (provider->text == "postgresql" || provider->text == "postgres");
}

void Checked::add(std::string message, const Place& place) {
  if (problems_.size() < most_problems) problems_.push_back({std::move(message), place});
}

std::string Checked::hint(std::string_view typed,
                          const std::function<std::vector<std::string_view>()>& known) {
  if (hints_left_ == 0) return {};
  --hints_left_;
  return did_you_mean(typed, known());
}

std::vector<std::string_view> Checked::type_names() const {
  std::vector<std::string_view> names(scalars.begin(), scalars.end());
  for (const Block& block : blocks())
    if (type(block.name) == &block) names.push_back(block.name);
  return names;
}

std::string_view kind_of(const Block& block) {
  switch (block.kind) {
    case Block::Kind::model:
      return "model";
    case Block::Kind::view:
      return "view";
    case Block::Kind::enumeration:
      return "enum";
    case Block::Kind::composite_type:
      return "composite type";
    case Block::Kind::datasource:
      return "datasource";
    case Block::Kind::generator:
      return "generator";
  }
  return {};
}

bool has_fields(const Block& block) {
  return block.kind == Block::Kind::model || block.kind == Block::Kind::view ||
         block.kind == Block::Kind::composite_type;
}

bool is_scalar(std::string_view type) { return std::ranges::find(scalars, type) != scalars.end(); }

std::vector<const Value*> elements(const Value& value) {
  if (value.kind != Value::Kind::list) return {&value};
  std::vector<const Value*> all;
  for (const Value& item : value.items) all.push_back(&item);
  return all;
}

std::vector<std::string_view> names_in(const Value* value) {
  std::vector<std::string_view> names;
  if (value == nullptr) return names;
  for (const Value* element : elements(*value)) names.push_back(element->text);
  return names;
}

std::vector<Problem> problems_of(const Tree& tree) {
  if (!tree.problems.empty()) return tree.problems;
  Checked schema(tree);
  for (const std::vector<Check>& stage : stages) {
    for (const Check check : stage) check(schema);
    if (!schema.problems().empty()) break;
  }
  return schema.problems();
}

}  // namespace miglint::prisma
