#include <fmt/format.h>

#include "miglint/rule.hpp"
#include "support.hpp"

namespace miglint {

namespace {

void check_drop_not_null(const DropNotNull& drop, const Step& step, RuleContext& context) {
  const RelationName table = step.before.resolve(drop.table);
  if (nobody_uses(step, table, drop.column)) return;  // made by this migration
  const Column* column = step.before.column(table, drop.column);
  if (column && !column->not_null) return;  // it was nullable already
  const bool goes_or_is_required_again =
      later(step, table.name, [&](const Change& change) {
        const auto* require = std::get_if<SetNotNull>(&change);
        if (require) return require->column == drop.column && step.before.resolve(require->table) == table;
        const auto* gone = std::get_if<DropColumn>(&change);
        return gone && gone->column == drop.column && step.before.resolve(gone->table) == table;
      }).has_value();
  if (goes_or_is_required_again) return;
  context.report({
      .message = fmt::format("{} may hold NULL from now on; the running version does not expect it",
                             in_words(table, drop.column)),
      .object = object(table, drop.column),
      .why = fmt::format("As soon as the new version writes a NULL, the previous one reads it{}.",
                         step.history.layout == Layout::prisma
                             ? ": Prisma Client refuses a NULL in a field that it takes for required"
                             : ", and takes the field for one that always has a value"),
      .safer = {{.text = "Write NULLs only from the release after this one on, when every running version "
                         "can read them."}},
  });
}

}  // namespace

extern const Rule drop_not_null;
const Rule drop_not_null{.id = "drop-not-null", .severity = Severity::note, .check = on<check_drop_not_null>};

}  // namespace miglint
