#pragma once

#include <memory>
#include <string_view>

#include "shell/syntax.hpp"

namespace miglint::shell {

/// Scripts, substitutions and compound commands within each other; nobody writes more.
inline constexpr int deepest_nesting = 64;

/// Reads what bash would read, in one pass. What bash would refuse is read as far as it goes: every command
/// that stands in it is in the result. Throws Error for what nests too deeply.
std::shared_ptr<const Script> read_script(std::string_view text);

}  // namespace miglint::shell
