#include <algorithm>
#include <fmt/format.h>

#include "release_paths.hpp"

namespace miglint {

namespace {

std::string_view promise(Constraint::Kind kind) {
  switch (kind) {
    case Constraint::Kind::primary_key:
    case Constraint::Kind::unique:
      return "duplicates";
    case Constraint::Kind::foreign_key:
      return "orphans";
    case Constraint::Kind::not_null:
      return "NULLs";
    default:
      return "rows that violate it";
  }
}

bool shares_a_column(const Constraint& constraint, const std::vector<std::string>& columns) {
  return std::ranges::any_of(columns, [&](const std::string& column) {
    return std::ranges::find(constraint.columns, column) != constraint.columns.end();
  });
}

/// Something takes its place (a key or a check over its columns), or what it spoke of goes as well.
bool replaced_or_gone(const Step& step, const RelationName& table, const Constraint& constraint) {
  const auto here = [&](const RelationName& name) { return step.before.resolve(name) == table; };
  const auto takes_its_place = [&](const Change& change) {
    if (const auto* key = std::get_if<AddForeignKey>(&change))
      return here(key->table) && shares_a_column(constraint, key->columns);
    if (const auto* unique = std::get_if<AddUnique>(&change)) return here(unique->table);
    if (const auto* primary = std::get_if<AddPrimaryKey>(&change)) return here(primary->table);
    if (const auto* check = std::get_if<AddCheck>(&change))
      return here(check->table) && constraint.kind == Constraint::Kind::check;
    if (const auto* index = std::get_if<CreateIndex>(&change)) return index->unique && here(index->table);
    if (const auto* column = std::get_if<DropColumn>(&change))
      return here(column->table) && shares_a_column(constraint, {column->column});
    if (const auto* drop = std::get_if<DropTable>(&change))
      return here(drop->table) || step.before.resolve(drop->table) == constraint.referenced;
    const auto* column = std::get_if<DropColumn>(&change);
    return column && step.before.resolve(column->table) == constraint.referenced;
  };
  const auto any_of = [&](const std::string& name) {
    return std::ranges::any_of(step.mentions.of(name),
                               [&](Mention place) { return takes_its_place(step.mentions.at(place)); });
  };
  return any_of(table.name) || any_of(constraint.referenced.name);
}

/// CHECK (c IS NOT NULL), there to spare SET NOT NULL its scan, has done its work.
bool says_what_the_column_says(const Step& step, const RelationName& table, const Constraint& constraint) {
  if (constraint.kind != Constraint::Kind::check || !constraint.expression ||
      constraint.expression->kind != Expression::Kind::is_not_null)
    return false;
  return std::ranges::all_of(constraint.columns, [&](const std::string& name) {
    const Column* column = step.before.column(table, name);
    return column && column->not_null;
  });
}

std::vector<SaferPath> paths_of(const DropConstraint& drop, const RelationName& table, const Step& step) {
  if (!can_be_rewritten(step)) return {};
  return {not_now("Not now: drop it in the next release",
                  {.rule = "drop-constraint",
                   .what = "drop the constraint",
                   .when = fmt::format("no running version relies on {} of {} any more", in_prose(drop.name),
                                       in_words(table)),
                   .sql = sql(drop, step)})};
}

void check_drop_constraint(const DropConstraint& drop, const Step& step, RuleContext& context) {
  const RelationName name = step.before.resolve(drop.table);
  const Table* table = step.before.table(name);
  const Constraint* constraint = table ? table->constraint(drop.name) : nullptr;
  if (!constraint || step.before.is_new(name) || step.before.is_new(constraint->origin)) return;
  if (replaced_or_gone(step, name, *constraint) || says_what_the_column_says(step, name, *constraint)) return;
  context.report({
      .message = fmt::format("Without constraint {} nothing keeps {} out of {} any more", in_prose(drop.name),
                             promise(constraint->kind), in_words(name)),
      .object = object(name, {}, drop.name),
      .why = "The statement itself is harmless. But the application, and whoever reads the data, may rely on "
             "what the constraint promised, and rows "
             "that break it "
             "have to be found and corrected before it can come back.",
      .paths = paths_of(drop, name, step),
      .safer = {{.text =
                     "If it is in the way for a while only, add it again NOT VALID as soon as possible."}},
      .related = made_by(step, constraint->origin, drop.name),
  });
}

}  // namespace

extern const Rule drop_constraint;
const Rule drop_constraint{
    .id = "drop-constraint", .severity = Severity::note, .check = on<check_drop_constraint>};

}  // namespace miglint
