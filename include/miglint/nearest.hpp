#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace miglint {

/// The known name a mistyped one was probably meant to be: the least edits (insert, delete, replace, swap),
/// at most a third of the name's length; the first of equals.
std::optional<std::string> nearest(std::string_view typed, const std::vector<std::string_view>& known);

/// ` (did you mean "drop-column"?)`, or nothing when no known name is near.
std::string did_you_mean(std::string_view typed, const std::vector<std::string_view>& known);
std::string did_you_mean(std::string_view typed, const std::vector<std::string>& known);

}  // namespace miglint
