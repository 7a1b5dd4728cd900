#include <fmt/format.h>

#include "lock_paths.hpp"

namespace miglint {

static void report(const RelationName& table, const std::string& column, std::string_view statement,
                   std::vector<SaferPath> paths, const Step& step, RuleContext& ctx) {
  if (!does(step.effect.rewrites, step, table) || surely_empty(step, table)) return;
  const std::string name = shown(table, step);
  ctx.report(
      {.message = fmt::format("{} computes it for every row: {} is rewritten while its reads and writes wait",
                              statement, name),
       .object = object_of(table, step, column),
       .why = fmt::format(
           "All rows of {} are written again, and all indexes built again, while ACCESS EXCLUSIVE is held.",
           name),
       .paths = std::move(paths)});
}

/// PostgreSQL 18's: nothing is written.
static std::optional<SaferPath> computed_when_read(AddColumn add, const Step& step) {
  if (step.config.postgres < 18 || step.in_do_block) return std::nullopt;
  add.column.generated_virtual = true;
  return SaferPath{.title = "Make it VIRTUAL: computed when it is read, it costs nothing to add",
                   .result = fmt::format("{} is computed when it is read, and not stored",
                                         shown(add.table, add.column.name, step)),
                   .steps = {here("Add it without writing a row", sql(Change(add), step))}};
}

static std::optional<SaferPath> plain_column(const AddColumn& add, const Step& step) {
  if (add.if_not_exists) return std::nullopt;
  AddColumn bare = add;
  bare.column.generated = {};
  bare.column.not_null = false;
  std::optional<SaferPath> path =
      filled_apart(step, bare, {here("Add a plain column, which writes no row", sql(Change(bare), step))},
                   add.column.generated->text);
  if (!path) return path;
  path->title = "Make it a plain column that the application writes, and fill the rows that are there";
  path->result = fmt::format("{} is a plain column: the application, or a trigger, has to write it",
                             shown(add.table, add.column.name, step));
  return path;
}

static void check_add_column_generated_stored(const Change& change, int, const Step& step, RuleContext& ctx) {
  if (const auto* add = std::get_if<AddColumn>(&change); add && add->column.generated) {
    report(add->table, add->column.name,
           fmt::format("ADD COLUMN {} GENERATED … STORED", in_prose(add->column.name)),
           offered({computed_when_read(*add, step), with_lock_timeout(step, "add-column-generated-stored"),
                    plain_column(*add, step)}),
           step, ctx);
  } else if (const auto* alter = std::get_if<AlterGenerated>(&change);
             alter && alter->action == AlterGenerated::Action::set_expression) {
    report(alter->table, alter->column, fmt::format("SET EXPRESSION of {}", in_prose(alter->column)),
           only_with_lock_timeout(step, "add-column-generated-stored"), step, ctx);
  }
}

extern const Rule add_column_generated_stored{.id = "add-column-generated-stored",
                                              .severity = Severity::warning,
                                              .check = ChangeCheck(check_add_column_generated_stored)};

}  // namespace miglint
