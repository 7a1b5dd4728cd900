#include <fmt/format.h>

#include "miglint/rule.hpp"
#include "support.hpp"

namespace miglint {

namespace {

/// Only where the configuration says that the table is large: elsewhere a backfill beside its column is the
/// simple, right way.
bool is_large(const Step& step, const RelationName& table) {
  for (const std::string& glob : step.config.large_tables) {
    if (matches_glob(glob, glob.find('.') == std::string::npos ? table.name : to_string(table))) return true;
  }
  return false;
}

void say(const Step& step, RuleContext& context, const RelationName& table, std::string_view statement) {
  if (!is_large(step, table) || nobody_uses(step, table)) return;
  context.report({
      .message = fmt::format("{} on the large table {} runs inside the deploy", statement, in_words(table)),
      .object = object(table),
      .why = fmt::format("One statement that touches many rows of {} locks them all until its transaction "
                         "ends, writes each of them anew and keeps "
                         "vacuum from cleaning "
                         "up. The deploy waits for it, and a timeout or a crash undoes it all.",
                         in_words(table)),
      .safer = {{.text = "Change the schema in this migration only."},
                {.text = "Change the rows from a script or job, a few thousand at a time, each batch in its "
                         "own transaction.",
                 .sql = fmt::format("-- again and again, until it says UPDATE 0\nUPDATE {0} SET … WHERE ctid "
                                    "= ANY (ARRAY(\n  SELECT ctid FROM {0} WHERE … LIMIT 5000));",
                                    in_sql(table))}},
  });
}

void check(const Change& change, const Step& step, RuleContext& context) {
  if (const auto* update = std::get_if<Update>(&change))
    say(step, context, step.before.resolve(update->table), "UPDATE");
  if (const auto* deletion = std::get_if<Delete>(&change))
    say(step, context, step.before.resolve(deletion->table), "DELETE");
  const auto* insert = std::get_if<Insert>(&change);
  if (insert && insert->query) say(step, context, step.before.resolve(insert->table), "INSERT … SELECT");
}

}  // namespace

extern const Rule backfill_in_schema_migration;
const Rule backfill_in_schema_migration{
    .id = "backfill-in-schema-migration", .severity = Severity::warning, .check = on<check>};

}  // namespace miglint
