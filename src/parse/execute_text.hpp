#pragma once

// The text that PL/pgSQL's EXECUTE runs, as far as it can be told without running anything.

#include <optional>
#include <string>
#include <string_view>

namespace miglint {

struct ExecutedText {
  std::string text;
  int offset = -1;  ///< of the text in the expression, where it stands there verbatim
};

/// The text of a literal, of several joined by ||, or of format() with literals alone; none for anything
/// else. What follows the expression (INTO, USING) is left alone.
std::optional<ExecutedText> executed_text(std::string_view expression);

/// Whatever its variables hold, the text changes rows or privileges and no schema: a literal that begins so,
/// with nothing put into it but quoted identifiers and literals (format's %I and %L, quote_ident, …).
bool leaves_schema_alone(std::string_view expression);

}  // namespace miglint
