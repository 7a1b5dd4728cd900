#pragma once

// pg_proc and pg_operator of pg_catalog, by name.

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "analysis/type_ids.hpp"

namespace miglint {

struct Procedure {
  std::vector<TypeId> arguments;
  TypeId result = no_type;
  char kind = 'f';        ///< f function, a aggregate, w window function, p procedure
  char volatility = 'i';  ///< i, s, v
  bool returns_set = false;
  bool variadic = false;  ///< the last argument takes any number
  int defaults = 0;       ///< of the last arguments
};
/// All of this name.
const std::vector<Procedure>& builtin_procedures(std::string_view name);
bool is_builtin_procedure(std::string_view name);
/// The newest version that the tables and this list are of.
inline constexpr int newest_measured = 18;
/// A function that this version has, or has in more forms, and 15 has not.
bool is_later_procedure(std::string_view name, int postgres);

/// A column that a function names.
struct OutputColumn {
  std::string_view name;
  TypeId type = no_type;
};
/// Those of the form with these argument types; empty for one that names none.
std::vector<OutputColumn> builtin_outputs(std::string_view name, std::span<const TypeId> arguments);

struct Operator {
  TypeId left = no_type;  ///< no_type: a prefix operator
  TypeId right = no_type;
  TypeId result = no_type;
  char volatility = 'i';
};
const std::vector<Operator>& builtin_operators(std::string_view name);

}  // namespace miglint
