#pragma once

// Rows that go: what refers to them first, and many of them in batches.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "path_steps.hpp"
#include "support.hpp"

namespace miglint {

/// The rows that refer to some that go: deleted, or handed to another.
struct Referring {
  RelationName table;  ///< that refers
  std::string column;
  RelationName referenced;
  std::string going;    ///< a query of the keys that go
  std::string staying;  ///< one of a key that stays; empty: none may
  std::string going_in_words;
};
std::vector<SaferPath> children_first(const Step& step, const Referring& referring);
/// Of a foreign key of one column: the rows of `table` that `condition` holds for go; empty: all of them.
std::vector<SaferPath> children_first(const Step& step, const RelationName& child, const Constraint& key,
                                      std::string_view alias, const std::string& condition);

/// A script that runs one UPDATE or DELETE in batches, by the table's primary key. Nothing where that is not
/// one column. `action` goes before the WHERE.
std::optional<std::string> in_batches(const Step& step, const RelationName& table, std::string_view alias,
                                      const std::string& action, const std::string& condition);

/// In quotes that the text does not end.
std::string dollar_quoted(const std::string& text);

}  // namespace miglint
