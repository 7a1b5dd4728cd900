#pragma once

// Which function or operator a call means (parse_func.c, parse_oper.c): by the types of its arguments, from
// PostgreSQL's own and those that the history made.

#include <optional>
#include <string_view>
#include <vector>

#include "analysis/procedures.hpp"
#include "analysis/types.hpp"

namespace miglint {

/// A function or operator that may be meant.
struct Candidate {
  std::vector<Type> arguments;  ///< as many as the call has: defaults left out, VARIADIC written out
  Type result;
  char kind = 'f';
  char volatility = 'v';
  bool returns_set = false;
  const Function* function = nullptr;  ///< of the history's; null: PostgreSQL's own
  /// of PostgreSQL's own, as it is declared
  std::vector<TypeId> declared;
  int defaulted = 0;    ///< arguments that the call left out
  bool spread = false;  ///< VARIADIC written out
};

struct Choice {
  enum class Outcome {
    found,
    not_known,  ///< may be one, may be another; or something else may have brought it
    missing,    ///< there is none of this name
    unfit,      ///< none takes these arguments
    ambiguous,
  };
  Outcome outcome = Outcome::not_known;
  /// found: the one; its result with polymorphic types resolved, not_known where they could not be
  Candidate candidate;
  bool found() const { return outcome == Outcome::found; }
};

/// `arguments` may be literals of no type yet. `allow_missing`: the function may be elsewhere, which then is
/// not claimed to be missing.
Choice choose_function(const Catalog& catalog, const FunctionName& name, const std::vector<Type>& arguments,
                       const CallShape& call);
/// `left` not_known with `prefix`: a prefix operator.
Choice choose_operator(const Catalog& catalog, std::string_view name, const std::vector<Type>& operands);

/// The history's functions of this name that an unqualified call finds.
std::vector<const Function*> functions_named(const Catalog& catalog, const FunctionName& name);

}  // namespace miglint
