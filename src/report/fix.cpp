#include "report/fix.hpp"

#include <algorithm>

#include "fix/take_path.hpp"
#include "report/wording.hpp"

namespace miglint {

namespace {

/// Nothing but the migration's text changes, to what the statement meant, and nobody has to be asked.
bool is_mechanical(const SaferPath& path) {
  return path.same() && path.needs.empty() && path.schema.empty() && path.along.empty() &&
         std::ranges::all_of(path.steps, [](const PathStep& step) {
           return step.place == PathStep::Place::here || step.place == PathStep::Place::before;
         });
}

std::size_t common_prefix(std::string_view a, std::string_view b) {
  return static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
}

}  // namespace

std::optional<Fix> mechanical_fix(const Finding& finding, const History& history) {
  if (finding.statement < 0 || needs_decision(finding, history)) return std::nullopt;
  const auto path = std::ranges::find_if(finding.paths, is_mechanical);
  const Migration& migration = history.migrations.at(static_cast<std::size_t>(finding.migration));
  if (path == finding.paths.end() || migration.statements[static_cast<std::size_t>(finding.statement)].tag == "DO")
    return std::nullopt;
  const std::string after = take(migration, finding, *path).text;
  const std::string_view before = migration.source.text;
  std::size_t begin = common_prefix(before, after);
  std::size_t end = 0;
  while (end < before.size() - begin && end < after.size() - begin &&
         before[before.size() - 1 - end] == after[after.size() - 1 - end])
    ++end;
  const auto in_character = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; };
  while (begin > 0 && begin < before.size() && in_character(before[begin])) --begin;
  while (end > 0 && in_character(before[before.size() - end])) --end;
  return Fix{.description = path->title,
             .span = {static_cast<int>(begin), static_cast<int>(before.size() - end)},
             .text = after.substr(begin, after.size() - end - begin)};
}

}  // namespace miglint
