#include <algorithm>
#include <fmt/format.h>

#include "release_paths.hpp"

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
      .paths = can_be_rewritten(step) ? std::vector{copied_first(step, {table})} : std::vector<SaferPath>{},
      .safer = {{.text = "Say which rows go, or put them aside first."}},
      .check_first = fmt::format("SELECT count(*) FROM {};", in_sql(table)),
  });
}

/// A value that this migration brought in, or that is put aside, is nobody's yet.
bool overwrites(const Assignment& assignment, const Step& step, const RelationName& table) {
  if (nobody_uses(step, table, assignment.column)) return false;
  if (mentions(assignment.value, assignment.column)) return false;  // lower(c), c + 1: made of what was there
  return !step.evidence.copied(table, assignment.column);
}

/// What the column holds, in a table of its own.
SaferPath values_kept(const Step& step, const RelationName& table, const std::string& column) {
  const Copy copy = copy_of(step, table, column, true);
  const std::string what = in_words(table, column);
  return {.title = "Keep a copy of the values first",
          .result = fmt::format("table {} stays, with the values of {}", in_words(copy.name), what),
          .steps = {before(fmt::format("Keep what {} holds, with the key of its row.", what), copy.sql)}};
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
      .paths = can_be_rewritten(step) ? std::vector{values_kept(step, table, found->column)}
                                      : std::vector<SaferPath>{},
      .safer = {{.text = "Say which rows are meant, or put the values aside first."}},
      .check_first = fmt::format("SELECT count({1}) FROM {0};", in_sql(table), quote(found->column)),
      .severity = Severity::warning,
  });
}

void check_update_or_delete_without_where(const Change& change, const Step& step, RuleContext& context) {
  if (const auto* deletion = std::get_if<Delete>(&change)) check_delete(*deletion, step, context);
  if (const auto* update = std::get_if<Update>(&change)) check_update(*update, step, context);
}

}  // namespace

extern const Rule update_or_delete_without_where;
const Rule update_or_delete_without_where{.id = "update-or-delete-without-where",
                                          .severity = Severity::error,
                                          .check = on<check_update_or_delete_without_where>};

}  // namespace miglint
