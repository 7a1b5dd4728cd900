#include <fmt/format.h>

#include "going_rows.hpp"
#include "release_paths.hpp"

namespace miglint {

namespace {

/// Out of the migration, where its rows can be told apart by a key and the values by the statement alone.
std::vector<SaferPath> outside_of_it(const Step& step, const std::optional<std::string>& script) {
  if (!script || !can_be_rewritten(step)) return {};
  return {{.title = "Change the rows outside of migrations, in batches",
           .steps = {
               left_out("Change the schema alone in this migration."),
               outside("When it is deployed, change the rows 5,000 at a time. Each batch commits by itself, "
                       "and a second run changes what a first one left.",
                       *script)}}};
}

std::optional<std::string> script_of(const Step& step, const RelationName& table, const Update& update) {
  const bool whole = update.from.empty() && (!update.where || !update.where->text.empty());
  std::vector<std::string> assigned;
  for (const Assignment& assignment : update.assignments) {
    if (!whole || assignment.part || assignment.value.text.empty()) return std::nullopt;
    assigned.push_back(fmt::format("{} = {}", identifier(assignment.column, step), assignment.value.text));
  }
  return in_batches(step, table, update.alias, fmt::format("SET {}", fmt::join(assigned, ", ")),
                    update.where ? update.where->text : "");
}

std::optional<std::string> script_of(const Step& step, const RelationName& table, const Delete& deletion) {
  const bool whole = deletion.using_relations.empty() && (!deletion.where || !deletion.where->text.empty());
  if (!whole) return std::nullopt;
  return in_batches(step, table, deletion.alias, {}, deletion.where ? deletion.where->text : "");
}

void say(const Step& step, RuleContext& context, const RelationName& table, std::string_view statement,
         const std::optional<std::string>& script) {
  // elsewhere a backfill beside its column is the simple, right way
  if (!is_large(step.config, table) || nobody_uses(step, table)) return;
  context.report({
      .message = fmt::format("{} on the large table {} runs inside the deploy", statement, in_words(table)),
      .object = object(table),
      .why = fmt::format("One statement that touches many rows of {} locks them all until its transaction "
                         "ends, rewrites each of them and keeps "
                         "vacuum from cleaning "
                         "up. The deploy waits for it, and a timeout or a crash undoes it all.",
                         in_words(table)),
      .paths = outside_of_it(step, script),
      .safer = {{.text = "Change the schema in this migration only, and the rows from a script or job, a few "
                         "thousand at a time, each batch in its own transaction."}},
  });
}

void check_backfill_in_schema_migration(const Change& change, const Step& step, RuleContext& context) {
  if (const auto* update = std::get_if<Update>(&change)) {
    const RelationName table = step.before.resolve(update->table);
    say(step, context, table, "UPDATE", script_of(step, table, *update));
  }
  if (const auto* deletion = std::get_if<Delete>(&change)) {
    const RelationName table = step.before.resolve(deletion->table);
    say(step, context, table, "DELETE", script_of(step, table, *deletion));
  }
  const auto* insert = std::get_if<Insert>(&change);
  if (insert && insert->query)
    say(step, context, step.before.resolve(insert->table), "INSERT … SELECT", std::nullopt);
}

}  // namespace

extern const Rule backfill_in_schema_migration;
const Rule backfill_in_schema_migration{.id = "backfill-in-schema-migration",
                                        .severity = Severity::warning,
                                        .check = on<check_backfill_in_schema_migration>};

}  // namespace miglint
