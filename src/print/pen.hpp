#pragma once

// What every file of src/print writes with: names, literals, expressions and types in one spelling.

#include <string>
#include <string_view>
#include <vector>

#include "miglint/print.hpp"

namespace miglint::printing {

/// Writes in one spelling, and remembers whether something could not be written: what is printed is then not
/// the change, and nobody gets it.
struct Pen {
  Spelling spelling = Spelling::plain;
  bool complete = true;

  bool prisma() const { return spelling == Spelling::prisma; }

  std::string identifier(std::string_view name);
  /// `a, b`.
  std::string identifiers(const std::vector<std::string>& names);
  /// `public` is left out: it is where everything is found.
  std::string relation(const RelationName& name);
  std::string relations(const std::vector<RelationName>& names);
  std::string literal(std::string_view text) const;
  std::string literals(const std::vector<std::string>& texts) const;
  /// A parameter's value: a number or a truth value stands as it is, any other in quotes.
  std::string setting(std::string_view value) const;
  std::string type(const TypeName& type);

  /// As it was written; the simplest ones also without a text of their own.
  std::string expression(const Expression& expression);
  /// The same where only a part of the grammar may stand, as after a column's DEFAULT: in parentheses, unless
  /// it is a constant, a call or a cast of these.
  std::string operand(const Expression& expression);
  /// Likewise an index's element: in parentheses, unless it is a call.
  std::string index_expression(const Expression& expression);
  /// ` COLLATE "C"`; empty without one.
  std::string collate(const Boxed<RelationName>& collation);

  /// For what the vocabulary does not hold.
  std::string unknown() {
    complete = false;
    return {};
  }
};

/// ` words`, or nothing.
std::string when(bool condition, std::string_view words);
std::string join(const std::vector<std::string>& parts, std::string_view separator);

}  // namespace miglint::printing
