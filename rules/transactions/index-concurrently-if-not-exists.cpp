#include <algorithm>
#include <fmt/format.h>

#include "lock_support.hpp"

namespace miglint {

/// Dropped first, by this migration or the one before it: what IF NOT EXISTS then finds can't be the wreck of
/// an earlier try.
static bool dropped_before(const CreateIndex& index, const Step& step) {
  const auto drops_it = [&](const Change& change) {
    const auto* drop = std::get_if<DropIndex>(&change);
    return drop && drop->index.name == index.name;
  };
  const auto earlier_here = [&](Mention place) {
    return place.statement < step.index && drops_it(step.mentions.at(place));
  };
  if (std::ranges::any_of(step.mentions.of(index.name), earlier_here)) return true;
  if (step.migration_index == 0) return false;
  const Migration& previous = step.history.migrations[static_cast<std::size_t>(step.migration_index) - 1];
  return std::ranges::any_of(previous.statements, [&](const Statement& statement) {
    return std::ranges::any_of(statement.changes, drops_it, &StatementChange::change);
  });
}

static std::string without_if_not_exists(const CreateIndex& index, const Step& step) {
  std::string sql(step.migration.sql(step.statement));
  const auto same = [](char a, char b) { return std::toupper(static_cast<unsigned char>(a)) == b; };
  constexpr std::string_view words = "IF NOT EXISTS ";
  const auto found = std::search(sql.begin(), sql.end(), words.begin(), words.end(), same);
  if (found == sql.end()) return fmt::format("CREATE INDEX CONCURRENTLY {} …;", quote(index.name));
  sql.erase(found, found + static_cast<std::ptrdiff_t>(words.size()));
  return sql + ";";
}

static void check(const CreateIndex& index, const Step& step, RuleContext& ctx) {
  if (!index.concurrently || !index.if_not_exists || step.certain_failure()) return;
  if (step.before.is_new(index.table) || dropped_before(index, step)) return;
  ctx.report(
      {.message = fmt::format(
           "IF NOT EXISTS takes the INVALID index that a failed build of {} leaves for a finished one",
           in_prose(index.name)),
       .object = object_of(index.table, step, {}, index.name),
       .why = "A CONCURRENTLY build that fails (deadlock, duplicate, cancelled deploy) leaves an index that "
              "no query uses and every write "
              "maintains. On the next try IF NOT EXISTS finds its name and reports success.",
       .safer = {{.text = "Drop what a failed try may have left, in a migration of its own",
                  .sql = fmt::format("DROP INDEX CONCURRENTLY IF EXISTS {};", quote(index.name))},
                 {.text = "Then build it without IF NOT EXISTS", .sql = without_if_not_exists(index, step)}},
       .check_first = fmt::format(
           "SELECT indexrelid::regclass FROM pg_index WHERE NOT indisvalid AND indrelid = {}::regclass;",
           quote_literal(quote(index.table)))});
}

extern const Rule index_concurrently_if_not_exists{
    .id = "index-concurrently-if-not-exists", .severity = Severity::note, .check = on<check>};

}  // namespace miglint
