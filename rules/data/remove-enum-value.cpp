#include <algorithm>
#include <fmt/format.h>

#include "miglint/rule.hpp"
#include "support.hpp"

namespace miglint {

namespace {

std::vector<std::string> lost_labels(const Enum& from, const Enum& to) {
  std::vector<std::string> lost;
  std::ranges::copy_if(from.labels, std::back_inserter(lost), [&](const std::string& label) {
    return std::ranges::find(to.labels, label) == to.labels.end();
  });
  return lost;
}

std::string literals(const std::vector<std::string>& labels) {
  std::string list;
  for (const std::string& label : labels) list += (list.empty() ? "" : ", ") + quote_literal(label);
  return list;
}

/// Prisma makes E_new and renames it; people know the enum by its old name.
std::string name_of(const Enum& type) { return in_words(type.name); }

void check(const ChangeType& change, const Step& step, RuleContext& context) {
  const std::optional<RowFailure> found = failure(step);
  if (!found) return;  // no label goes, or the rows were moved off those that do
  const RelationName table = step.before.resolve(change.table);
  const Column* column = step.before.column(table, change.column);
  const Enum* from = column ? step.before.enumeration(column->type) : nullptr;
  const Enum* to = step.before.enumeration(change.type);
  if (!from || !to) return;
  const std::vector<std::string> lost = lost_labels(*from, *to);
  if (lost.empty()) return;
  const std::string labels = literals(lost);
  const std::string as_text =
      quote(change.column) + (change.type.array_dimensions > 0 ? "::text[]" : "::text");
  const std::string where = change.type.array_dimensions > 0 ? fmt::format("{} && ARRAY[{}]", as_text, labels)
                                                             : fmt::format("{} IN ({})", as_text, labels);
  const std::string stays = to->labels.empty() ? "…" : to->labels.front();
  context.report({
      .message = fmt::format("Removing {} from enum {} fails if a row of {} holds {}",
                             in_words(label_in_prose(lost)), name_of(*from), in_words(table, change.column),
                             lost.size() == 1 ? "it" : "one of them"),
      .object = object(table, change.column, from->name.name),
      .fails = fails(*found),
      .why = fmt::format("The rows of {} are converted to the new enum one by one, under an exclusive lock, "
                         "and the first that holds a label that is gone stops "
                         "the deploy ({}). The running version of the application may write such a label "
                         "until the last moment.{}",
                         in_words(table), found->sqlstate, remains(*found)),
      .safer = {{.text = "Release a version that no longer writes the label, and leave the enum alone: an "
                         "unused label costs nothing."},
                {.text = "Then move the rows off it (to the label that is right for them), before this "
                         "statement or in a migration of its own.",
                 .sql = fmt::format("UPDATE {} SET {} = {} WHERE {};", in_sql(table), quote(change.column),
                                    quote_literal(stays), where)},
                {.text = "Remove the label from the enum when the query below counts none."}},
      .check_first = fmt::format("SELECT count(*) FROM {} WHERE {};", in_sql(table), where),
      .severity = severity_of(*found),
  });
}

}  // namespace

extern const Rule remove_enum_value;
const Rule remove_enum_value{
    .id = "remove-enum-value",
    .severity = Severity::error,
    .check = on<check>,
    .overrides = {"change-type-incompatible", "silent-value-change", "change-type-rewrites-table",
                  "change-type-rebuilds-index", "change-type-scans-table"}};

}  // namespace miglint
