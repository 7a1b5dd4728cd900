#include <fmt/format.h>

#include "release_paths.hpp"
#include "two_names.hpp"

namespace miglint {

namespace {

std::vector<SaferPath> paths_of(const RenameColumn& rename, const RelationName& table, const Step& step) {
  std::vector<SaferPath> paths;
  if (!can_be_rewritten(step) || rename.relation_kind != ObjectKind::table) return paths;
  if (has_schema_prisma(step) && !is_named_later(step, table, rename.to))
    paths.push_back(mapped_field(table, rename.from, rename.to));
  const TwoNames names{.table = table, .old = step.before.column(table, rename.from), .name = rename.to};
  if (std::optional<SaferPath> both = under_two_names(step, names)) paths.push_back(std::move(*both));
  return paths;
}

void check_rename_column(const RenameColumn& rename, const Step& step, RuleContext& context) {
  // nobody names those columns
  if (rename.relation_kind == ObjectKind::index || rename.relation_kind == ObjectKind::type) return;
  const RelationName table = step.before.resolve(rename.table);
  if (nobody_uses(step, table, rename.from)) return;        // made by this migration
  if (column_comes_back(step, table, rename.from)) return;  // the old name is there again
  context.report({
      .message = fmt::format("Renaming {} to {} breaks the running version, which uses the old name",
                             in_words(table, rename.from), in_prose(rename.to)),
      .object = object(table, rename.from),
      .why = fmt::format("During the deploy the previous version of the application is still running, and "
                         "every query of it that names {} fails "
                         "(42703). Rolling the "
                         "application back breaks it in the same way.",
                         in_prose(rename.from)),
      .paths = paths_of(rename, table, step),
      .safer = {{.text = "Keep the column's name, and map it to the new one in the code."}},
  });
}

}  // namespace

extern const Rule rename_column;
const Rule rename_column{
    .id = "rename-column", .severity = Severity::error, .check = on<check_rename_column>};

}  // namespace miglint
