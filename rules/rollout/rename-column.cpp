#include <fmt/format.h>

#include "miglint/rule.hpp"
#include "support.hpp"

namespace miglint {

namespace {

void check(const RenameColumn& rename, const Step& step, RuleContext& context) {
  // nobody names those columns
  if (rename.relation_kind == ObjectKind::index || rename.relation_kind == ObjectKind::type) return;
  const RelationName table = step.before.resolve(rename.table);
  if (nobody_uses(step, table, rename.from)) return;        // made by this migration
  if (column_comes_back(step, table, rename.from)) return;  // the old name is there again
  const std::string name = in_sql(table);
  const Column* column = step.before.column(table, rename.from);
  const std::string type = column ? format_type(column->type, step.before) : "…";
  context.report({
      .message = fmt::format("Renaming {} to {} breaks the running version, which uses the old name",
                             in_words(table, rename.from), in_prose(rename.to)),
      .object = object(table, rename.from),
      .why = fmt::format("During the deploy the previous version of the application is still running, and "
                         "every query of it that names {} fails "
                         "(42703). Rolling the "
                         "application back breaks it in the same way.",
                         in_prose(rename.from)),
      .safer = {{.text = fmt::format(
                     "Rename the field in schema.prisma alone: `{} … @map({})` needs no migration at all.",
                     in_prose(rename.to), json_string(rename.from))},
                {.text = "If the column must have the new name: add it,",
                 .sql = fmt::format("ALTER TABLE {} ADD COLUMN {} {};", name, quote(rename.to), type)},
                {.text = "have the application write both, and copy what is there,",
                 .sql = fmt::format("UPDATE {0} SET {1} = {2} WHERE {1} IS NULL;", name, quote(rename.to),
                                    quote(rename.from))},
                {.text = "read the new one, and drop the old one in the release after.",
                 .sql = fmt::format("ALTER TABLE {} DROP COLUMN {};", name, quote(rename.from))}},
  });
}

}  // namespace

extern const Rule rename_column;
const Rule rename_column{.id = "rename-column", .severity = Severity::error, .check = on<check>};

}  // namespace miglint
