#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "miglint/name.hpp"
#include "miglint/source.hpp"

namespace miglint {

/// A SQL expression, lowered to the little that decides what a statement does: which columns and functions it uses, which
/// constants and casts, and its boolean shape. Several spellings share one form: `a::int` and `CAST(a AS int)` are `cast`,
/// `now()` and `CURRENT_TIMESTAMP` are `function` named pg_catalog's `now`.
struct Expression {
  enum class Kind {
    constant,       ///< value = the literal's text without quotes; type says what it was written as
    null,           ///< NULL
    column,         ///< value = the column; qualifier = the table or alias before the dot, or empty
    function,       ///< function = its name; args = its arguments. SQL's value functions (CURRENT_DATE, …) too
    op,             ///< value = the operator (`=`, `||`, `IN`, `NOT IN`, `LIKE`, `BETWEEN`, `DISTINCT`, `IS TRUE`, `= ANY`, …); args = operands
    cast,           ///< type = the target; args = {operand}
    conjunction,    ///< AND of args
    disjunction,    ///< OR of args
    negation,       ///< NOT of args[0]
    is_null,        ///< args[0] IS NULL
    is_not_null,    ///< args[0] IS NOT NULL
    case_when,      ///< value = "else" when there is an ELSE; args = conditions, results and ELSE, in order
    coalesce,       ///< COALESCE(args…)
    array,          ///< ARRAY[args…]
    row,            ///< ROW(args…)
    subquery,       ///< a (SELECT …) in an expression; relations = what it reads; args = its WHERE if it has one
    exists,         ///< EXISTS (SELECT …): likewise
    default_value,  ///< DEFAULT, in VALUES and UPDATE
    other,          ///< something this vocabulary has no word for; args = what is inside it
  };

  Kind kind = Kind::other;
  std::string value;
  std::string qualifier;
  FunctionName function;
  TypeName type;
  std::vector<RelationName> relations;
  std::vector<Expression> args;
  std::string text;  ///< of the outermost expression only: the source text, trimmed

  bool is_constant() const { return kind == Kind::constant; }
};

/// Calls `visit` for the expression and everything inside it, outermost first.
void walk(const Expression& expression, const std::function<void(const Expression&)>& visit);

/// Every column the expression names, without duplicates, in order of appearance.
std::vector<std::string> columns_of(const Expression& expression);

/// Whether the expression names this column.
bool mentions(const Expression& expression, std::string_view column);

/// The expression without the casts around it: `('a'::text)::"Role"` gives the constant.
const Expression& without_casts(const Expression& expression);

}  // namespace miglint
