#pragma once

#include <string>
#include <string_view>

#include "miglint/migration.hpp"

namespace miglint::test {

/// A short printed form of what was lowered, one line a change:
///
///     add-column users.email text not null default 'x'
///     add-foreign-key posts(author_id) -> users(id) on delete cascade
std::string describe(const Change& change);
std::string describe(const Expression& expression);
std::string describe(const TypeName& type);

/// Every change of every statement, one a line; a change that is not its statement's first command is marked
/// `[n]`.
std::string describe(const Migration& migration);

/// Lowers one text.
Migration lowered(std::string_view sql);
/// … and prints it; an issue prints as `! message`.
std::string lower(std::string_view sql);

}  // namespace miglint::test
