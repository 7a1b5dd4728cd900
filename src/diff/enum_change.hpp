#pragma once

// An enum's labels, added one by one or made anew.

#include <string>

#include "diff/compare.hpp"

namespace miglint {

/// The statements that make `before` into `after`; empty where the labels are the same ones, in whatever
/// order. Labels can only be added: where one has gone, the type is made anew in a transaction, and each
/// column of it rewritten.
std::string enum_change(const Enum& before, const Enum& after, const Sides& sides);

}  // namespace miglint
