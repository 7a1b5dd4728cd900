#pragma once

// Text of strangers between Markdown's marks.

#include <string>
#include <string_view>

namespace miglint {

/// One line in which nothing is markup, HTML, a link (forges make one of any address), a cell's end, or a
/// reference. A forge looks for `@name`, `#123`, `GH-123` and the like in the text of what was rendered,
/// where neither a backslash nor an entity is left; so the mark gets an element of its own, and what is left
/// is no reference.
std::string markdown_text(std::string_view text);

/// The same of a sentence of ours: what stands in backticks there, a command for instance, is code.
std::string markdown_sentence(std::string_view text);

/// The same inside an HTML element, where Markdown's marks mean nothing.
std::string html_text(std::string_view text);

}  // namespace miglint
