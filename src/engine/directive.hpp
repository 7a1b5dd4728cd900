#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace miglint {

/// `-- miglint: allow RULE[, RULE…]: reason` or `-- miglint: allow-file …`.
struct Directive {
  bool whole_file = false;
  std::vector<std::string> rules;  ///< or groups
  std::string reason;
  std::string problem;  ///< what is wrong with the way it is written; empty: nothing
};

/// What a comment, `--` or `/* */` included, asks miglint for; nothing when it is no directive.
std::optional<Directive> read_directive(std::string_view comment);

/// Whether a text (a here-document, an edit's) holds what might be a directive once it stands in a comment:
/// read_directive says so of no comment of a text of which this is false.
bool mentions_directive(std::string_view text);

/// ` (did you mean "drop-column"?)` for a misspelt rule, else empty.
std::string nearest_rule(std::string_view name);

}  // namespace miglint
