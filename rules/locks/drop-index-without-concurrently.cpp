#include <algorithm>
#include <fmt/format.h>

#include "lock_paths.hpp"

namespace miglint {

/// The same transaction locks the table against reads for another command's sake: dropping the index adds
/// nothing to the wait.
static bool table_is_locked_anyway(const RelationName& table, const Step& step) {
  return std::ranges::any_of(step.mentions.of(table.name), [&](Mention place) {
    const Statement& statement = step.migration.statements[static_cast<std::size_t>(place.statement)];
    const bool alters_it =
        statement.tag.starts_with("ALTER TABLE") && step.before.resolve(statement.target) == table;
    return alters_it && any(shares_with(step, place.statement));
  });
}

static const Table* table_of(const RelationName& index, const Step& step) {
  const auto owner = step.before.index_tables.find(step.before.resolve(index));
  return owner == step.before.index_tables.end() ? nullptr : step.before.table(owner->second);
}

static std::optional<SaferPath> concurrently(DropIndex drop, const Step& step) {
  const bool named_later = later(step, drop.index.name, [](const Change&) { return true; }).has_value();
  if (step.in_do_block || named_later) return std::nullopt;  // another one takes its name, say
  drop.concurrently = true;
  return SaferPath{.title = "Drop it CONCURRENTLY",
                   .steps = done_alone(site_of(step), "Drop it while others read and write the table",
                                       sql(Change(drop), step))};
}

static void check_drop_index_without_concurrently(const DropIndex& drop, const Step& step, RuleContext& ctx) {
  // CASCADE and CONCURRENTLY don't go together
  if (drop.concurrently || drop.cascade || step.certain_failure()) return;
  const Table* table = table_of(drop.index, step);
  if (!table) return;  // a materialized view's, one that is not there, or one whose table nobody knows
  if (!step.effect.blocks_reads(table->name) || surely_empty(step, table->name)) return;
  if (table->kind == Table::Kind::partitioned) return;  // refused on a partitioned table
  if (table_is_locked_anyway(table->name, step)) return;
  const std::string name = shown(table->name);
  ctx.report(
      {.message = fmt::format("DROP INDEX {} waits for every query on {} and makes new ones queue behind it",
                              in_prose(drop.index.name), name),
       .object = {.schema = table->name.schema, .table = table->name.name, .name = drop.index.name},
       .why = fmt::format("It takes ACCESS EXCLUSIVE on {}: while it waits for a long query to end, reads "
                          "and writes that come after it wait too.",
                          name),
       .paths =
           offered({concurrently(drop, step), with_lock_timeout(step, "drop-index-without-concurrently")})});
}

extern const Rule drop_index_without_concurrently{.id = "drop-index-without-concurrently",
                                                  .severity = Severity::warning,
                                                  .check = on<check_drop_index_without_concurrently>};

}  // namespace miglint
