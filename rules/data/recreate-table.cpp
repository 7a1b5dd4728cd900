#include <fmt/format.h>

#include "miglint/rule.hpp"
#include "support.hpp"

namespace miglint {

namespace {

/// The foreign keys that Prisma drops before the table and adds after it are part of the same cause.
std::vector<std::pair<int, int>> covered(Mention again) { return {{again.statement, again.change}}; }

void check_recreate_table(const DropTable& drop, const Step& step, RuleContext& context) {
  const RelationName table = step.before.resolve(drop.table);
  const Table* found = step.before.table(table);
  if (!found || nobody_uses(step, table)) return;
  const std::optional<Mention> again = table_comes_back(step, table);
  if (!again) return;
  if (step.evidence.rows_copied(table)) return;  // the rows were put aside first
  if (step.evidence.no_rows(table).proven()) return;
  const std::string what = in_words(table);
  const std::string kept = quote(table.name + "_old");
  context.report({
      .message = fmt::format("Dropping table {} and creating it again wipes all its rows", what),
      .object = object(table),
      .why = fmt::format(
          "The table that comes back has the name of the old one and none of its rows; "
          "nothing fails, and nobody notices until somebody misses them.{}",
          step.history.layout == Layout::prisma
              ? fmt::format(" Prisma writes this when schema.prisma makes it think that {} is another "
                            "table: a changed key type or @@id, a renamed relation or model, "
                            "reordered fields under an older version.",
                            what)
              : std::string()),
      .safer = {{.text =
                     step.history.layout == Layout::prisma
                         ? "Find out what in schema.prisma changed about the model (its @id, @@id, @@map or "
                           "relations), and write the change as ALTER TABLE."
                         : "Write what is to change as ALTER TABLE: it keeps the rows."},
                {.text = "If it must be rebuilt, put the rows aside first,",
                 .sql = fmt::format("ALTER TABLE {} RENAME TO {};", in_sql(table), kept)},
                {.text = "create the new table, copy them over (name the columns),",
                 .sql = fmt::format("INSERT INTO {} SELECT * FROM {};", in_sql(table), kept)},
                {.text = "and drop the old copy in a later migration.",
                 .sql = fmt::format("DROP TABLE {};", kept)}},
      .check_first = fmt::format("SELECT count(*) FROM {};", in_sql(table)),
      .related = made_by(step, found->origin, what),
      .covers = covered(*again),
  });
}

}  // namespace

extern const Rule recreate_table;
const Rule recreate_table{.id = "recreate-table",
                          .severity = Severity::error,
                          .check = on<check_recreate_table>,
                          .overrides = {"drop-table", "probable-rename", "drop-cascade"}};

}  // namespace miglint
