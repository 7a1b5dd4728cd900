#pragma once

#include <string>
#include <vector>

#include "miglint/effect.hpp"

namespace miglint {

/// Of what a cast can raise, what a condition that let the value through rules out:
/// `CASE WHEN c ~ '^[0-9]{1,9}$' THEN c::integer END` raises nothing. `conditions` are those that hold.
std::vector<std::string> unguarded(const Expression& cast, std::vector<std::string> failures,
                                   const std::vector<const Expression*>& conditions);

}  // namespace miglint
