#pragma once

#include <string_view>
#include <vector>

#include "miglint/migration.hpp"

namespace miglint {

/// Every comment of the text, in order.
std::vector<Comment> find_comments(std::string_view text);

}  // namespace miglint
