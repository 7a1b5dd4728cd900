#include <algorithm>
#include <fmt/format.h>

#include "history_support.hpp"
#include "miglint/rule.hpp"

namespace miglint {

namespace {

/// The lines `- …` of the header that Prisma writes where it foresees a failure or a loss.
std::vector<std::string_view> warnings_of(std::string_view text) {
  std::vector<std::string_view> warnings;
  const std::size_t header = text.find("  Warnings:\n"), end = text.find("*/");
  if (!text.starts_with("/*") || header == std::string_view::npos || end == std::string_view::npos ||
      header > end)
    return warnings;
  text = text.substr(header, end - header);
  for (std::size_t at = text.find("\n  - "); at != std::string_view::npos; at = text.find("\n  - ", at + 1)) {
    const std::size_t begin = at + 5;
    warnings.push_back(text.substr(begin, text.find('\n', begin) - begin));
  }
  return warnings;
}

/// Somebody wrote something of their own: rows are moved, filled or removed, or a hazard was allowed with a
/// reason.
bool is_handled(const Migration& migration) {
  if (migration.source.text.find("miglint: allow") != std::string::npos) return true;
  return std::ranges::any_of(migration.statements, [](const Statement& statement) {
    return statement.tag == "UPDATE" || statement.tag == "INSERT" || statement.tag == "DELETE" ||
           statement.tag == "DO" || statement.tag == "TRUNCATE TABLE" || statement.tag == "MERGE";
  });
}

void check_generated_warning_ignored(const MigrationView& view, RuleContext& context) {
  const std::vector<std::string_view> warnings = warnings_of(view.migration.source.text);
  if (warnings.empty() || is_handled(view.migration)) return;
  const std::string rest = warnings.size() == 1 ? "" : fmt::format(" (and {} more)", warnings.size() - 1);
  context.report({
      .message = fmt::format("Prisma warned, and nothing in the file answers it: {}{}",
                             json_string(warnings.front()), rest),
      .object = {.schema = {}, .table = {}, .column = {}, .name = view.migration.source.name},
      .why = "Prisma writes the header where it foresees that the migration fails on rows that are there, or "
             "loses them, and leaves it to whoever "
             "commits it.",
      .safer = {{.text = "Handle it in the file: fill the column, copy the values, remove the duplicates; "
                         "then take the line out of the header.",
                 .sql = {}}},
      .migration = view.index,
  });
}

}  // namespace

extern const Rule generated_warning_ignored;
const Rule generated_warning_ignored{.id = "generated-warning-ignored",
                                     .severity = Severity::note,
                                     .check = on<check_generated_warning_ignored>,
                                     .enabled = false};

}  // namespace miglint
