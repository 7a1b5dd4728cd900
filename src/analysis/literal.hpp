#pragma once

// What PostgreSQL says of a quoted literal that it reads as a value of some type: the types' input functions
// (utils/adt), as far as their answer is sure in every version. Where it may depend on a setting, on the
// version or on a form nobody looked at, nothing is said.

#include <optional>
#include <string>
#include <string_view>

#include "miglint/catalog.hpp"

namespace miglint {

struct LiteralError {
  std::string sqlstate;
  std::string message;  ///< `'abc' can't be read as integer`
};

enum class LiteralUse {
  parsed,    ///< read and not computed yet, as the DEFAULT of a new table: the type's length is not asked
  cast,      ///< `'…'::type`: a string is cut to the length
  assigned,  ///< to a column: a string that is too long is refused
};

/// None where the literal can be read, or nobody can tell.
std::optional<LiteralError> read_literal(const Catalog& catalog, const TypeName& type, std::string_view text,
                                         LiteralUse use = LiteralUse::assigned);

/// `public."User"` in a literal, as regclass reads it.
RelationName parse_relation_name(std::string_view text);

/// How many characters a UTF-8 text has.
std::size_t characters_in(std::string_view text);

}  // namespace miglint
