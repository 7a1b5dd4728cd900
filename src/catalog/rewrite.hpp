#pragma once

// A rename reaches into the expressions that name the thing: checks, defaults, index expressions, predicates,
// policies.

#include <string_view>

#include "miglint/expression.hpp"

namespace miglint {

void rename_column_in(Expression& expression, std::string_view from, std::string_view to);
void rename_type_in(Expression& expression, const RelationName& from, const RelationName& to);
/// A label of an enum, where the expression is or compares with a constant of this text.
void rename_label_in(Expression& expression, std::string_view from, std::string_view to);
/// A function, or a sequence in nextval's argument.
void rename_function_in(Expression& expression, const FunctionName& from, const FunctionName& to);
void rename_sequence_in(Expression& expression, const RelationName& from, const RelationName& to);

}  // namespace miglint
