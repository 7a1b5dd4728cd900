#pragma once

// A column under two names at once, for two versions of the application.

#include <optional>
#include <string>
#include <string_view>

#include "path_steps.hpp"
#include "support.hpp"

namespace miglint {

/// The field alone gets the new name; the database keeps the old one.
SaferPath mapped_field(const RelationName& table, const std::string& column, const std::string& name);

/// A column that goes on under a new name, the old one beside it until nobody uses it.
struct TwoNames {
  RelationName table;
  const Column* old = nullptr;
  /// as it ends; null: like the old one, with its indexes
  const ColumnDefinition* definition = nullptr;
  std::string name;
};
/// A trigger keeps both alike, for either version writes only one. None where the old column is part of what
/// the new one can't have at the same time: a key, a constraint, a view.
std::optional<SaferPath> under_two_names(const Step& step, const TwoNames& names);

/// A change after the step's own names this column of the table.
bool is_named_later(const Step& step, const RelationName& table, std::string_view column);

}  // namespace miglint
