#include <algorithm>
#include <fmt/format.h>

#include "miglint/rule.hpp"
#include "support.hpp"

namespace miglint {

namespace {

/// `WHERE true`, `1 = 1`, and what AND and OR make of them.
bool always_holds(const Expression& condition) {
  using Kind = Expression::Kind;
  const Expression& bare = without_casts(condition);
  const auto holds = [](const Expression& part) { return always_holds(part); };
  if (bare.kind == Kind::constant) return bare.value == "true" || bare.value == "t";
  if (bare.kind == Kind::conjunction) return std::ranges::all_of(bare.args, holds);
  if (bare.kind == Kind::disjunction) return std::ranges::any_of(bare.args, holds);
  if (bare.kind != Kind::op || bare.value != "=" || bare.args.size() != 2) return false;
  const Expression& left = without_casts(bare.args[0]);
  const Expression& right = without_casts(bare.args[1]);
  return left.is_constant() && right.is_constant() && left.value == right.value;
}

void check_delete(const Delete& deletion, const Step& step, RuleContext& context) {
  if (deletion.where && !always_holds(*deletion.where)) return;
  const RelationName table = step.before.resolve(deletion.table);
  if (nobody_uses(step, table) || step.evidence.no_rows(table).proven()) return;  // there is nothing to lose
  // the rows were put aside first
  if (step.evidence.rows_copied(table).proven()) return;
  context.report({
      .message =
          fmt::format("DELETE {} removes every row of {}",
                      deletion.where ? "with a WHERE that always holds" : "without WHERE", in_words(table)),
      .object = object(table),
      .why = fmt::format("Every row of {} is gone when the deploy is done, in every environment it reaches, "
                         "and what refers to them with ON DELETE CASCADE as well.",
                         in_words(table)),
      .safer = {{.text = "Say which rows go.", .sql = fmt::format("DELETE FROM {} WHERE …;", in_sql(table))},
                {.text = "If all of them are meant, say so with an allow comment, and put them aside first.",
                 .sql = fmt::format("CREATE TABLE {} AS TABLE {};", quote(table.name + "_kept"),
                                    in_sql(table))}},
      .check_first = fmt::format("SELECT count(*) FROM {};", in_sql(table)),
  });
}

/// A value that this migration brought in, or that is put aside, is nobody's yet.
bool overwrites(const Assignment& assignment, const Step& step, const RelationName& table) {
  if (nobody_uses(step, table, assignment.column)) return false;
  if (mentions(assignment.value, assignment.column)) return false;  // lower(c), c + 1: made of what was there
  return !step.evidence.copied(table, assignment.column);
}

void check_update(const Update& update, const Step& step, RuleContext& context) {
  if ((update.where && !always_holds(*update.where)) || !update.from.empty()) return;
  const RelationName table = step.before.resolve(update.table);
  if (nobody_uses(step, table) || step.evidence.no_rows(table).proven()) return;
  const auto found = std::ranges::find_if(
      update.assignments, [&](const Assignment& assignment) { return overwrites(assignment, step, table); });
  if (found == update.assignments.end()) return;  // the backfill of a new column
  const std::string what = in_words(table, found->column);
  context.report({
      .message = fmt::format("UPDATE {} overwrites {} in every row",
                             update.where ? "with a WHERE that always holds" : "without WHERE", what),
      .object = object(table, found->column),
      .why = fmt::format("Whatever {} holds now is gone, in every environment the migration reaches, and "
                         "every row of {} stays locked until the transaction ends.",
                         what, in_words(table)),
      .safer = {{.text = "Say which rows are meant.",
                 .sql =
                     fmt::format("UPDATE {0} SET {1} = {2} WHERE {1} IS NULL;", in_sql(table),
                                 quote(found->column), found->value.text.empty() ? "…" : found->value.text)},
                {.text = "If all of them are meant, say so with an allow comment."}},
      .check_first = fmt::format("SELECT count({1}) FROM {0};", in_sql(table), quote(found->column)),
      .severity = Severity::warning,
  });
}

void check(const Change& change, const Step& step, RuleContext& context) {
  if (const auto* deletion = std::get_if<Delete>(&change)) check_delete(*deletion, step, context);
  if (const auto* update = std::get_if<Update>(&change)) check_update(*update, step, context);
}

}  // namespace

extern const Rule update_or_delete_without_where;
const Rule update_or_delete_without_where{
    .id = "update-or-delete-without-where", .severity = Severity::error, .check = on<check>};

}  // namespace miglint
