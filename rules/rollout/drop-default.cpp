#include <fmt/format.h>

#include "miglint/rule.hpp"
#include "support.hpp"

namespace miglint {

namespace {

void check(const DropDefault& drop, const Step& step, RuleContext& context) {
  const RelationName table = step.before.resolve(drop.table);
  if (nobody_uses(step, table, drop.column)) return;  // made by this migration
  const Column* column = step.before.column(table, drop.column);
  // a NULL is then written instead, and nothing fails
  if (!column || !column->default_value || !column->not_null) return;
  const bool again =
      later(step, table.name, [&](const Change& change) {
        const auto* set = std::get_if<SetDefault>(&change);
        if (set) return set->column == drop.column && step.before.resolve(set->table) == table;
        const auto* nullable = std::get_if<DropNotNull>(&change);
        if (nullable) return nullable->column == drop.column && step.before.resolve(nullable->table) == table;
        const auto* gone = std::get_if<DropColumn>(&change);
        return gone && gone->column == drop.column && step.before.resolve(gone->table) == table;
      }).has_value();
  if (again) return;
  context.report({
      .message = fmt::format("{} loses its default: INSERTs that leave it out fail from now on",
                             in_words(table, drop.column)),
      .object = object(table, drop.column),
      .why = "The previous version of the application may rely on the database to fill the column in. Prisma "
             "Client writes its own defaults, but not "
             "those that "
             "schema.prisma leaves to the database.",
      .safer = {{.text = "Drop the default in the release after the one that always writes the column."}},
  });
}

}  // namespace

extern const Rule drop_default;
const Rule drop_default{.id = "drop-default", .severity = Severity::note, .check = on<check>};

}  // namespace miglint
