#include "paths.hpp"

#include <fmt/format.h>

#include "support.hpp"

namespace miglint {

std::string alter(const RelationName& table, const std::vector<Change>& changes, const Step& step) {
  Statement statement;
  statement.tag = "ALTER TABLE";
  statement.target = table;
  statement.target_kind = ObjectKind::table;
  for (const Change& change : changes) statement.changes.push_back({.change = change, .command = 0});
  return print(statement, spelling_of(step));
}

const std::vector<std::string_view>& left_by_a_fill() {
  static const std::vector<std::string_view> rules = {"add-required-column-old-clients-omit",
                                                      "backfill-in-schema-migration",
                                                      "set-not-null-scans-table",
                                                      "set-not-null-on-existing-rows",
                                                      "scan-under-exclusive-lock",
                                                      "update-or-delete-without-where"};
  return rules;
}

ProvenByCheck proven_by_check(const Step& step, const RelationName& table, const std::string& column) {
  const std::string name = make_object_name(table.name, column, "not_null");
  const Expression there{.kind = Expression::Kind::other,
                         .text = fmt::format("{} IS NOT NULL", identifier(column, step))};
  AddCheck check{.expression = there};
  check.table = table;
  check.name = name;
  check.not_valid = true;
  return {.not_valid = sql(check, step),
          .validate = validate(table, name, step),
          .require = sql(SetNotNull{.table = table, .column = column}, step),
          .drop = sql(DropConstraint{.table = table, .name = name}, step)};
}

SaferPath require_in_releases(const Step& step, const Fill& fill, PathStep here_step) {
  const ProvenByCheck proof = proven_by_check(step, fill.table, fill.column);
  const std::string what = in_words(fill.table, fill.column);
  SaferPath path{
      .key = "a'",
      .title = "For a large table: fill it in batches outside of migrations, and require it in later ones",
      .needs = {fill.need},
      .steps = {
          std::move(here_step),
          outside(fmt::format("When every running version of the application writes {}, fill the rows that "
                              "are there, in batches.",
                              what),
                  update_in_batches(fill, step)),
          next_release("Require it of new rows, without reading those that are there.", proof.not_valid),
          next_release("Check those that are there, while reads and writes go on.", proof.validate),
          next_release("Now the column can be required without a scan, and the check can go.",
                       proof.require + "\n" + proof.drop)}};
  if (has_schema_prisma(step))
    path.schema = {{.kind = SchemaEdit::Kind::optional_field, .table = fill.table, .column = fill.column}};
  return path;
}

SaferPath stays_nullable(const Step& step, const RelationName& table, const std::string& column,
                         PathStep here_step) {
  SaferPath path{.key = "b",
                 .title = "Keep it nullable for good, and have the application require it",
                 .result = fmt::format("{} stays nullable", in_words(table, column)),
                 .steps = {std::move(here_step)}};
  if (has_schema_prisma(step))
    path.schema = {{.kind = SchemaEdit::Kind::optional_field, .table = table, .column = column}};
  return path;
}

std::string validate(const RelationName& table, const std::string& constraint, const Step& step) {
  return sql(ValidateConstraint{.table = table, .name = constraint}, step);
}

SaferPath validate_later(const Step& step, const RelationName& table, const std::string& constraint,
                         std::string not_valid, PathStep mending) {
  return {.title = "Let it hold for new rows from now on, and check the old ones in a later release",
          .steps = {here("Add it without reading the rows that are there.", std::move(not_valid)),
                    std::move(mending),
                    next_release("Check the rows that are there, while reads and writes go on.",
                                 validate(table, constraint, step))}};
}

}  // namespace miglint
