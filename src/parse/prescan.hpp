#pragma once

// What is wrong with a file's bytes before PostgreSQL's grammar sees them, and the text that the grammar is
// given instead. Offsets stay: what is taken out is replaced by as many blanks or question marks.

#include <optional>
#include <string>
#include <vector>

#include "miglint/migration.hpp"

namespace miglint {

/// Files above this size are not read: a migration of that size is data, and libpg_query needs some forty
/// times the memory.
inline constexpr std::size_t largest_file = 16u << 20;

struct Prescan {
  bool refused = false;             ///< nothing of the file can be judged
  std::vector<ParseIssue> issues;   ///< in the order of the text
  std::optional<std::string> text;  ///< none: the file's own
};

Prescan prescan(const SourceFile& file);

/// Whether the grammar could take very long over the text, or run out of stack: comments nested by the
/// hundred (scan.l is quadratic in them), an expression of a million operators.
bool is_too_deep(std::string_view text, Span range);

}  // namespace miglint
