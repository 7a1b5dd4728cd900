#pragma once

// What of a database schema.prisma has no words for.

#include <string>
#include <vector>

#include "miglint/catalog.hpp"

namespace miglint {

/// For people, one a thing, by kind and name: `index users_email_idx of users (WHERE)`, `check …`, `trigger
/// …`, `view …`. All of it stays where it is.
std::vector<std::string> not_expressible(const Catalog& catalog);

/// The index is over expressions.
bool has_expression(const Index& index);

}  // namespace miglint
