#include <algorithm>
#include <fmt/format.h>

#include "miglint/rule.hpp"
#include "paths.hpp"
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

/// A column whose enum loses labels.
struct Removal {
  RelationName table;
  const Column& column;
  const Enum& from;
  const Enum& to;
  std::vector<std::string> lost;
  std::string where;  ///< the rows that hold one of them
  bool array = false;
};

bool has(const std::vector<std::string>& labels, std::string_view label) {
  return std::ranges::find(labels, label) != labels.end();
}

/// The label that rows get later by default, if they can have it already; else the first that stays.
std::string label_that_stays(const Removal& removal, const Step& step) {
  const auto usable = [&](const std::string& label) {
    return has(removal.from.labels, label) && has(removal.to.labels, label);
  };
  const std::optional<Mention> next = later(step, removal.table.name, [&](const Change& change) {
    const auto* set = std::get_if<SetDefault>(&change);
    return set && set->column == removal.column.name && without_casts(*set->value).is_constant();
  });
  if (next) {
    const std::string& label = without_casts(*std::get<SetDefault>(step.mentions.at(*next)).value).value;
    if (usable(label)) return label;
  }
  const auto found = std::ranges::find_if(removal.to.labels, usable);
  return found == removal.to.labels.end() ? std::string{} : *found;
}

/// `array_remove(array_remove(c, 'a'), 'b')`
std::string without(const Removal& removal, const Step& step) {
  std::string value = identifier(removal.column.name, step);
  for (const std::string& label : removal.lost)
    value = fmt::format("array_remove({}, {})", value, quote_literal(label));
  return value;
}

std::vector<std::string_view> left_by_moving() {
  return {"remove-enum-value", "backfill-in-schema-migration", "change-type-rewrites-table",
          "change-type-rebuilds-index", "change-type-scans-table"};
}

std::optional<SaferPath> move_rows(const Removal& removal, const Step& step) {
  const std::string label = label_that_stays(removal, step);
  if (label.empty() && !removal.array) return std::nullopt;
  const std::string labels = in_words(label_in_prose(removal.lost));
  const Need need{
      .name = need_name(removal.table, removal.column.name),
      .question =
          removal.array
              ? fmt::format("What becomes of the arrays that hold {}? The sample drops it from them.", labels)
              : fmt::format("Which label do the rows get that hold {}?", labels),
      .sample = removal.array ? without(removal, step) : quote_literal(label)};
  return SaferPath{
      .title = fmt::format("Move the rows off {} first", labels),
      .needs = {need},
      .steps = {before(
          fmt::format("Give the rows that hold {} another label: which of them held it is lost.", labels),
          fmt::format("UPDATE {} SET {} = {} WHERE {};", relation(removal.table, step),
                      identifier(removal.column.name, step), answer(need, step), removal.where))},
      .leaves = left_by_moving()};
}

/// The one label that goes becomes the one that is new.
std::optional<SaferPath> rename_label(const Removal& removal, const Step& step) {
  const std::vector<std::string> fresh = lost_labels(removal.to, removal.from);
  if (removal.lost.size() != 1 || fresh.size() != 1) return std::nullopt;
  if (step.before.columns_of_type(removal.from.name).size() != 1) return std::nullopt;
  const Need need{
      .name = need_name(removal.from.name, removal.lost.front()),
      .question = fmt::format("Which label does {} become?", label_in_prose(removal.lost.front())),
      .sample = quote_literal(fresh.front())};
  return SaferPath{
      .title = fmt::format("Rename {} to {} first, if that is what it becomes",
                           label_in_prose(removal.lost.front()), label_in_prose(fresh.front())),
      .needs = {need},
      .steps = {before("Rename the label: the rows that hold it then hold the new one.",
                       fmt::format("ALTER TYPE {} RENAME VALUE {} TO {};", relation(removal.from.name, step),
                                   quote_literal(removal.lost.front()), answer(need, step)))},
      .leaves = {"rename-enum-value", "change-type-rewrites-table", "change-type-rebuilds-index",
                 "change-type-scans-table"}};
}

/// The old labels in their order, then the new ones.
std::vector<std::string> all_labels(const Removal& removal) {
  std::vector<std::string> labels = removal.from.labels;
  std::ranges::copy_if(removal.to.labels, std::back_inserter(labels),
                       [&](const std::string& label) { return !has(removal.from.labels, label); });
  return labels;
}

/// The migration makes the type that takes the old one's place with the label in it: nothing has to move. A
/// label added to it later could not be used before it is committed.
std::optional<SaferPath> keep_labels(const Removal& removal, const Step& step) {
  if (step.in_do_block || step.before.columns_of_type(removal.from.name).size() != 1) return std::nullopt;
  for (const Mention place : step.mentions.of(removal.to.name.name)) {
    const auto* create = std::get_if<CreateEnum>(&step.mentions.at(place));
    if (!create || place.statement > step.index) continue;
    CreateEnum with_all = *create;
    with_all.labels = all_labels(removal);
    SaferPath path{
        .title = "Keep the label: an unused one costs nothing",
        .result = fmt::format("{} keeps {}", name_of(removal.from), in_words(label_in_prose(removal.lost))),
        .steps = {before("Make the new type with the label in it, instead of without.", sql(with_all, step))},
        .leaves = {"change-type-rewrites-table", "change-type-rebuilds-index", "change-type-scans-table"},
        .along = {{place.statement, place.change}}};
    for (const std::string& label : removal.lost)
      if (has_schema_prisma(step))
        path.schema.push_back(
            {.kind = SchemaEdit::Kind::keep_label, .table = removal.from.name, .name = label});
    return path;
  }
  return std::nullopt;
}

std::vector<SaferPath> paths(const Removal& removal, const Step& step) {
  std::vector<SaferPath> paths;
  if (std::optional<SaferPath> rename = rename_label(removal, step)) paths.push_back(std::move(*rename));
  if (std::optional<SaferPath> moved = move_rows(removal, step)) paths.push_back(std::move(*moved));
  if (std::optional<SaferPath> kept = keep_labels(removal, step)) paths.push_back(std::move(*kept));
  return paths;
}

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
  const std::string own =
      identifier(change.column, step) + (change.type.array_dimensions > 0 ? "::text[]" : "::text");
  const Removal removal{.table = table,
                        .column = *column,
                        .from = *from,
                        .to = *to,
                        .lost = lost,
                        .where = change.type.array_dimensions > 0
                                     ? fmt::format("{} && ARRAY[{}]", own, labels)
                                     : fmt::format("{} IN ({})", own, labels),
                        .array = change.type.array_dimensions > 0};
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
      .paths = paths(removal, step),
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
