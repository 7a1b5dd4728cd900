#pragma once

// The tree says where an expression's parts begin, not where the whole ends. This finds its text: quoting
// what was written teaches more than printing a tree.

#include <string>
#include <string_view>

#include "parse/ast.hpp"

namespace miglint::lower {

/// The source text of an expression, without the parentheses around it; `base` is what the tree's locations
/// count from.
std::string expression_text(std::string_view text, int base, const ast::Node& expression);

/// A partition's bound, from its place on: `FROM (1) TO (10)`, `IN ('a')`, `WITH (MODULUS 2, REMAINDER 1)`.
std::string partition_bound_text(std::string_view text, int from);

/// What stands after a name that begins at `from`, up to `to`.
std::string text_after_name(std::string_view text, int from, int to);

}  // namespace miglint::lower
