#include "analysis/output_columns.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "miglint/characters.hpp"

namespace miglint {

/// Those that PostgreSQL may name otherwise.
static bool is_guessed(std::string_view name) { return name.empty() || name == "?column?" || name == "case"; }

std::optional<RefusedOutput> refused_output(const Catalog& catalog, const QueryColumns& output) {
  if (!output.known || !catalog.complete) return std::nullopt;
  const std::size_t count = output.columns.size();
  if (count > most_targets)
    return RefusedOutput{"54011",
                         fmt::format("would have more columns than the {} a query can have", most_targets)};
  if (count > most_columns)
    return RefusedOutput{"54011",
                         fmt::format("would have {} columns: PostgreSQL takes {}", count, most_columns)};
  std::vector<std::string_view> names;
  for (const Column& column : output.columns)
    if (!is_guessed(column.name)) names.emplace_back(column.name);
  std::ranges::sort(names);
  const auto repeated = std::ranges::adjacent_find(names);
  if (repeated == names.end()) return std::nullopt;
  return RefusedOutput{"42701", fmt::format("would have a column {} twice", in_prose(*repeated))};
}

}  // namespace miglint
