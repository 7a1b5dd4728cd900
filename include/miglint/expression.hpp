#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "miglint/name.hpp"
#include "miglint/source.hpp"

namespace miglint {

struct ScopedQuery;
struct Subselect;

/// What OVER or WINDOW defines.
struct Window {
  std::string name;       ///< WINDOW's; of OVER empty
  std::string refers_to;  ///< another's, whose clauses it takes
  bool as_it_is = false;  ///< OVER w, without parentheses
  bool partitioned = false;
  int keys = 0;  ///< of its ORDER BY
  bool frame = false;
  bool offset_in_range = false;  ///< RANGE BETWEEN 1 PRECEDING …
  bool groups = false;
};

/// What a call has besides its arguments. Those come first among the expression's `args`; what FILTER, ORDER
/// BY, WITHIN GROUP and OVER name follows them.
struct CallShape {
  int arguments = 0;
  bool star = false;  ///< count(*)
  bool distinct = false;
  bool variadic = false;
  bool named = false;  ///< some argument is given by name
  bool filtered = false;
  bool ordered = false;  ///< ORDER BY among the arguments
  bool within_group = false;
  bool window = false;  ///< OVER
  std::shared_ptr<const Window> over;
};

/// A SQL expression, lowered to the little that decides what a statement does: which columns and functions it
/// uses, which constants and casts, and its boolean shape. Several spellings share one form: `a::int` and
/// `CAST(a AS int)` are `cast`, `now()` and `CURRENT_TIMESTAMP` are `function` named pg_catalog's `now`.
struct Expression {
  enum class Kind {
    constant,  ///< value = the literal's text without quotes; type says what it was written as
    null,      ///< NULL
    column,    ///< value = the column; qualifier = the table or alias before the dot, or empty
    /// function = its name; args = its arguments. SQL's value functions (CURRENT_DATE, …) too
    function,
    /// value = the operator (`=`, `||`, `IN`, `NOT IN`, `LIKE`, `BETWEEN`, `DISTINCT`, `IS TRUE`, `= ANY`,
    /// …); args = operands
    op,
    cast,         ///< type = the target; args = {operand}
    conjunction,  ///< AND of args
    disjunction,  ///< OR of args
    negation,     ///< NOT of args[0]
    is_null,      ///< args[0] IS NULL
    is_not_null,  ///< args[0] IS NOT NULL
    case_when,    ///< value = "else" when there is an ELSE; args = conditions, results and ELSE, in order
    coalesce,     ///< COALESCE(args…)
    array,        ///< ARRAY[args…]
    row,          ///< ROW(args…)
    /// a (SELECT …) in an expression; relations = what it reads; args = its WHERE if it has one
    subquery,
    exists,         ///< EXISTS (SELECT …): likewise
    default_value,  ///< DEFAULT, in VALUES and UPDATE
    collate,        ///< args[0] COLLATE function
    field,          ///< (args[0]).value
    subscript,      ///< args[0][…]; value = ":" where one of the others is a slice
    parameter,      ///< $value
    /// something this vocabulary has no word for; args = what is inside it. `*` and `t.*`, written as a
    /// value, have value "*"
    other,
  };

  Kind kind = Kind::other;
  std::string value;
  std::string qualifier;
  FunctionName function;
  TypeName type;
  std::vector<RelationName> relations;
  std::vector<Expression> args;
  CallShape call;  ///< of a function
  /// of subquery and exists inside a query that was lowered with its scopes, in place of `relations`, `args`
  /// and `subselect`; null when nested too deep
  std::shared_ptr<const ScopedQuery> query;
  /// of subquery and exists: where its rows come from; null when nested too deep
  std::shared_ptr<const Subselect> subselect;
  std::string text;  ///< of the outermost expression only: the source text, trimmed

  bool is_constant() const { return kind == Kind::constant; }
};

/// Where rows come from: the FROM of a SELECT or an UPDATE, its joins, sub-selects and WITH queries flattened
/// into tables and what must hold between them. `FROM a JOIN (SELECT id, x FROM b WHERE y) s ON s.id =
/// a.b_id` is a and `s.b` with `s.id = a.b_id` and `s.b.y`; s.id stands for `s.b.id`.
struct RowSource {
  struct Table {
    RelationName relation;
    std::string alias;  ///< what columns name it by, the aliases of the sub-selects around it in front
    /// the outer side of a LEFT JOIN: its columns may be NULL, and it takes no row away
    bool optional = false;
  };
  /// A column of a sub-select; `name` is "*" for all those of the table that `value` names by its qualifier.
  struct Output {
    std::string alias;
    std::string name;
    Expression value;
  };
  std::vector<Table> tables;
  std::vector<Expression> conditions;  ///< all of them hold, WHERE's of sub-selects included
  std::vector<Output> outputs;
  /// false: something else decides too which rows there are (GROUP BY, LIMIT, UNION, a function, an outer
  /// join of another kind)
  bool plain = true;
};

/// A SELECT inside an expression.
struct Subselect {
  RowSource source;  ///< its WHERE is among the conditions
  std::vector<Expression> output;
  bool aggregates = false;  ///< without GROUP BY: exactly one row, whatever there is
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
