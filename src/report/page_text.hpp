#pragma once

#include <ostream>
#include <string_view>

namespace miglint {

/// A rule's page for a terminal: headings set off, prose wrapped, examples indented and labelled with what
/// they claim.
void print_page(std::string_view markdown, bool colour, std::ostream& out);

}  // namespace miglint
