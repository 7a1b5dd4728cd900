#pragma once

// What PostgreSQL's own catalogs say of its types, casts, operator classes and functions (builtin_*.inc,
// written by script/builtin-tables), and the little of well-known extensions that matters to migrations.

#include <optional>
#include <string_view>

#include "miglint/name.hpp"

namespace miglint {

/// pg_cast. Context: implicit, assignment, explicit. Method: binary, function, in/out. Volatility: the
/// function's.
struct BuiltinCast {
  std::string_view source, target;
  char context, method, volatility;
};
const BuiltinCast* builtin_cast(std::string_view source, std::string_view target);

/// pg_type. Category as there ('S' strings, 'N' numbers, …); kind 'p' for pseudo-types; the volatilities of
/// reading and printing a value as text; whether it is the one its category prefers.
struct BuiltinType {
  std::string_view name;
  char category, kind, input_volatility, output_volatility;
  bool preferred;
};
const BuiltinType* builtin_type(std::string_view name);
/// A type of an extension that databases often have without a migration saying so: geometry, hstore, vector,
/// …
bool is_extension_type(std::string_view name);

/// The operator family of a type's default operator class; empty where the method has none for it.
std::string_view default_operator_family(std::string_view method, std::string_view type);

/// The type that a method's operator class of this name is for: pg_type's name, `anyarray` and the like among
/// them; empty where there is none.
std::string_view operator_class_type(std::string_view method, std::string_view name);

/// The type that all forms of a function return; empty where they differ, return rows, or take their
/// argument's type.
TypeName builtin_result(std::string_view function);
/// 's' or 'v' for PostgreSQL's own functions, 'i' for those with an immutable form; none for names it does
/// not have.
std::optional<char> builtin_volatility(std::string_view function);
/// A function of an extension that databases often have without a migration saying so: uuid_generate_v4,
/// st_distance, similarity, …
bool is_extension_function(std::string_view name);
/// The first version that has the function; 12 where it is older or unknown.
int function_since(std::string_view function);

}  // namespace miglint
