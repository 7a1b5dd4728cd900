#include <fmt/format.h>

#include "release_paths.hpp"

namespace miglint {

namespace {

std::vector<SaferPath> paths_of(const DropDefault& drop, const RelationName& table, const Step& step) {
  if (!can_be_rewritten(step)) return {};
  SaferPath path =
      not_now("Not now: drop it in the next release",
              {.rule = "drop-default",
               .what = "drop the default",
               .when = fmt::format("every running version writes {}", in_words(table, drop.column)),
               .sql = sql(drop, step)});
  if (has_schema_prisma(step))
    path.steps.front().text =
        "Leave it out of this migration, and keep @default(…) in schema.prisma until then.";
  return {std::move(path)};
}

void check_drop_default(const DropDefault& drop, const Step& step, RuleContext& context) {
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
      .why =
          fmt::format("The previous version of the application may rely on the database to fill the column "
                      "in.{}",
                      has_schema_prisma(step) ? " Prisma Client writes its own defaults, but not those that "
                                                "schema.prisma leaves to the database."
                                              : ""),
      .paths = paths_of(drop, table, step),
      .safer = {{.text = "Drop the default in the release after the one that always writes the column."}},
  });
}

}  // namespace

extern const Rule drop_default;
const Rule drop_default{.id = "drop-default", .severity = Severity::note, .check = on<check_drop_default>};

}  // namespace miglint
