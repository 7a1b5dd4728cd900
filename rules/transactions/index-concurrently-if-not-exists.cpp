#include <algorithm>
#include <fmt/format.h>

#include "lock_paths.hpp"

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

/// The drop stands where the build was, and the build in a migration of its own.
static std::optional<SaferPath> dropped_first(CreateIndex index, const Step& step) {
  const RelationName table = step.before.resolve(index.table);
  if (step.in_do_block || is_needed_later(step, table, index.name, index.unique)) return std::nullopt;
  const DropIndex drop{
      .index = {.schema = table.schema, .name = index.name}, .concurrently = true, .if_exists = true};
  index.if_not_exists = false;
  const std::string_view what = "Drop what a failed try may have left";
  SaferPath path{.title = "Drop what a failed try may have left, and build it again",
                 .steps = done_alone(site_of(step), std::string(what), sql(Change(drop), step))};
  path.steps.push_back(
      alone_in_migration(step.history, "Build it without IF NOT EXISTS", sql(Change(index), step)));
  return path;
}

static void check_index_concurrently_if_not_exists(const CreateIndex& index, const Step& step,
                                                   RuleContext& ctx) {
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
       .paths = offered({dropped_first(index, step)}),
       .check_first = fmt::format(
           "SELECT indexrelid::regclass FROM pg_index WHERE NOT indisvalid AND indrelid = {}::regclass;",
           quote_literal(quote(index.table)))});
}

extern const Rule index_concurrently_if_not_exists{.id = "index-concurrently-if-not-exists",
                                                   .severity = Severity::note,
                                                   .check = on<check_index_concurrently_if_not_exists>};

}  // namespace miglint
