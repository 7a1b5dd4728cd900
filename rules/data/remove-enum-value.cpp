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

/// Where one label goes and one is new, the new one; else the one that rows get later by default, or the
/// first there is.
std::string likely_label(const Removal& removal, const Step& step) {
  const std::vector<std::string> fresh = lost_labels(removal.to, removal.from);
  if (removal.lost.size() == 1 && fresh.size() == 1) return fresh.front();
  const std::optional<Mention> next = later(step, removal.table.name, [&](const Change& change) {
    const auto* set = std::get_if<SetDefault>(&change);
    return set && set->column == removal.column.name && without_casts(*set->value).is_constant();
  });
  if (next) {
    const std::string& label = without_casts(*std::get<SetDefault>(step.mentions.at(*next)).value).value;
    if (has(removal.to.labels, label)) return label;
  }
  return removal.to.labels.empty() ? std::string() : removal.to.labels.front();
}

/// `array_remove(array_remove(c::text[], 'a'), 'b')`
std::string without(const Removal& removal, const Step& step) {
  std::string value = identifier(removal.column.name, step) + "::text[]";
  for (const std::string& label : removal.lost)
    value = fmt::format("array_remove({}, {})", value, quote_literal(label));
  return value;
}

/// The conversion says what becomes of the rows: no row has to be written before, and the old label need not
/// have a place among the new ones.
std::optional<SaferPath> convert(const Removal& removal, const ChangeType& change, const Step& step) {
  const std::string label = likely_label(removal, step);
  if (label.empty() && !removal.array) return std::nullopt;
  const std::string labels = in_words(label_in_prose(removal.lost));
  const Need need{
      .name = need_name(removal.table, removal.column.name),
      .question =
          removal.array
              ? fmt::format("What becomes of the arrays that hold {}? The sample drops it from them.", labels)
              : fmt::format("Which label do the rows get that hold {}?", labels),
      .sample = removal.array ? without(removal, step) : quote_literal(label)};
  const std::string own = identifier(removal.column.name, step);
  const std::string kind = removal.array ? "::text[]" : "::text";
  ChangeType converted = change;
  converted.using_expression =
      Expression{.kind = Expression::Kind::other,
                 .text = fmt::format("(CASE WHEN {0} THEN {1} ELSE {2}{3} END)::{4}", removal.where,
                                     answer(need, step), own, kind, type_in_sql(change.type, step.before))};
  return SaferPath{
      .title = fmt::format("Say in the conversion what becomes of {}", labels),
      .needs = {need},
      .steps = {here(
          fmt::format("The rows that hold {} get another label: which of them held it is lost.", labels),
          sql(converted, step))},
      .leaves = {"remove-enum-value", "silent-value-change", "change-type-incompatible",
                 "change-type-rewrites-table", "change-type-rebuilds-index", "change-type-scans-table"}};
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

std::vector<SaferPath> paths(const Removal& removal, const ChangeType& change, const Step& step) {
  std::vector<SaferPath> paths;
  if (std::optional<SaferPath> converted = convert(removal, change, step))
    paths.push_back(std::move(*converted));
  if (std::optional<SaferPath> kept = keep_labels(removal, step)) paths.push_back(std::move(*kept));
  return paths;
}

void check_remove_enum_value(const ChangeType& change, const Step& step, RuleContext& context) {
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
      .paths = paths(removal, change, step),
      .check_first = fmt::format("SELECT count(*) FROM {} WHERE {};", in_sql(table), where),
      .severity = severity_of(*found),
  });
}

}  // namespace

extern const Rule remove_enum_value;
const Rule remove_enum_value{
    .id = "remove-enum-value",
    .severity = Severity::error,
    .check = on<check_remove_enum_value>,
    .overrides = {"change-type-incompatible", "silent-value-change", "change-type-rewrites-table",
                  "change-type-rebuilds-index", "change-type-scans-table"}};

}  // namespace miglint
