#pragma once

// Which of a finding's paths is taken: the one that somebody chose, else the one that leads to the same
// schema and asks for nothing.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "miglint/config.hpp"
#include "miglint/finding.hpp"

namespace miglint {

/// --choose RULE[@OBJECT]=KEY; OBJECT is `table.column`, `table` or the object's name.
struct PathChoice {
  std::string rule;
  std::string object;  ///< empty: whatever the finding is about
  std::string key;
};
/// Throws Error for what is none, or for a rule that does not exist.
PathChoice parse_choice(std::string_view text);

/// --set TABLE.COLUMN=SQL as {name, SQL}. Throws Error.
std::pair<std::string, std::string> parse_answer(std::string_view text);

/// `table.column`, `table` or the name of what the finding is about.
std::string object_words(const ObjectName& object);

/// A choice speaks of this finding.
bool is_chosen(const Finding& finding, const std::vector<PathChoice>& choices);

/// The needs of a path that nobody has answered and whose sample is only a sample.
std::vector<const Need*> open_needs(const SaferPath& path, const Config& config);

/// The path to take, or why none is.
struct Picked {
  const SaferPath* path = nullptr;
  std::string why;
};
Picked pick(const Finding& finding, const std::vector<PathChoice>& choices, const Config& config);

}  // namespace miglint
