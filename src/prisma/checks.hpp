#pragma once

// The checks of problems_of, by subject. Each reads the whole schema and adds what it finds.

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "prisma/tree.hpp"

namespace miglint::prisma {

/// What a field's type names.
enum class Meaning { scalar, enumeration, composite, relation, unsupported, unknown };

/// A tree whose fields and values are found at once, and the problems found in it.
class Checked {
 public:
  explicit Checked(const Tree& tree);

  const std::vector<Block>& blocks() const { return tree_.blocks; }
  /// A model, view, enum or composite type; the first of its name.
  const Block* type(std::string_view name) const { return tree_.block(name); }
  const Field* field(const Block& block, std::string_view name) const;
  bool has_value(const Block& enumeration, std::string_view name) const;
  Meaning meaning(const Field& field) const;
  const Block* datasource() const { return datasource_; }
  bool is_postgres() const;

  void add(std::string message, const Place& place);
  /// did_you_mean() for the first few only, since every name is compared.
  std::string hint(std::string_view typed, const std::function<std::vector<std::string_view>()>& known);
  std::vector<std::string_view> type_names() const;
  const std::vector<Problem>& problems() const { return problems_; }

 private:
  const Tree& tree_;
  const Block* datasource_;
  std::unordered_map<const Block*, std::unordered_map<std::string_view, const Field*>> fields_;
  std::unordered_map<const Block*, std::unordered_set<std::string_view>> values_;
  std::vector<Problem> problems_;
  int hints_left_ = 20;
};

/// `model`, `composite type`.
std::string_view kind_of(const Block& block);
bool has_fields(const Block& block);
bool is_scalar(std::string_view type);
/// The values of a list, or the one value that Prisma takes for a list.
std::vector<const Value*> elements(const Value& value);
/// The names in them.
std::vector<std::string_view> names_in(const Value* value);

void check_names(Checked& schema);
void check_types(Checked& schema);
void check_attributes(Checked& schema);
void check_native_types(Checked& schema);
void check_defaults(Checked& schema);
void check_field_lists(Checked& schema);
void check_database_names(Checked& schema);
void check_unique_criteria(Checked& schema);
void check_relations(Checked& schema);

}  // namespace miglint::prisma
