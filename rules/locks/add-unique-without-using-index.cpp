#include <fmt/format.h>

#include "lock_support.hpp"

namespace miglint {

static std::string include_clause(const std::vector<std::string>& include) {
  return include.empty() ? std::string() : fmt::format(" INCLUDE ({})", quote_list(include));
}

static std::vector<SaferStep> safer(const RelationName& table, const std::string& name, std::string_view kind,
                                    const std::string& definition) {
  const std::string constraint = quote(name);
  return {{.text = "Build the index without blocking anyone, in a migration that holds nothing else",
           .sql = fmt::format("CREATE UNIQUE INDEX CONCURRENTLY {} ON {} {};", constraint, quote(table),
                              definition)},
          {.text = "Make the constraint of it in the next migration, which takes an instant",
           .sql = fmt::format("{} ADD CONSTRAINT {} {} USING INDEX {};", alter_table(table), constraint, kind,
                              constraint)}};
}

static void report(const ConstraintHeader& key, const std::string& name, std::string_view kind,
                   const std::string& definition, const Step& step, RuleContext& ctx) {
  if (!does(step.effect.builds, step) || !step.effect.blocks_reads(step.before.resolve(key.table))) return;
  if (surely_empty(step, key.table)) return;
  // the same command's rewrite, which is reported, builds every index
  if (statement_does(step.effect.rewrites, step, key.table)) return;
  const std::string table = shown(key.table, step);
  ctx.report({.message = fmt::format("ADD {} on {} blocks its reads and writes until the index is built",
                                     kind, table),
              .object = object_of(key.table, step, {}, name),
              .why = fmt::format("The index behind the constraint is built while ACCESS EXCLUSIVE is held: "
                                 "nobody can even SELECT from {}.",
                                 table),
              .safer = safer(key.table, name, kind, definition)});
}

static void check(const Change& change, int, const Step& step, RuleContext& ctx) {
  if (const auto* unique = std::get_if<AddUnique>(&change)) {
    const std::string_view nulls = unique->nulls_not_distinct ? " NULLS NOT DISTINCT" : "";
    report(*unique, name_of(*unique), "UNIQUE",
           fmt::format("({}){}{}", quote_list(unique->columns), include_clause(unique->include), nulls), step,
           ctx);
  } else if (const auto* primary = std::get_if<AddPrimaryKey>(&change)) {
    report(*primary, name_of(*primary), "PRIMARY KEY",
           fmt::format("({}){}", quote_list(primary->columns), include_clause(primary->include)), step, ctx);
  }
}

extern const Rule add_unique_without_using_index{
    .id = "add-unique-without-using-index", .severity = Severity::warning, .check = ChangeCheck(check)};

}  // namespace miglint
