#include <fmt/format.h>

#include "lock_paths.hpp"

namespace miglint {

template <class Key>
static void report(const Key& key, std::string_view kind, const Step& step, RuleContext& ctx) {
  if (!does(step.effect.builds, step) || !step.effect.blocks_reads(step.before.resolve(key.table))) return;
  if (surely_empty(step, key.table)) return;
  // the same command's rewrite, which is reported, builds every index
  if (statement_does(step.effect.rewrites, step, key.table)) return;
  const std::string table = shown(key.table, step);
  ctx.report({.message = fmt::format("ADD {} on {} blocks its reads and writes until the index is built",
                                     kind, table),
              .object = object_of(key.table, step, {}, name_of(key)),
              .why = fmt::format("The index behind the constraint is built while ACCESS EXCLUSIVE is held: "
                                 "nobody can even SELECT from {}.",
                                 table),
              .paths = offered({key_through_index(key, step),
                                with_lock_timeout(step, "add-unique-without-using-index")})});
}

static void check_add_unique_without_using_index(const Change& change, int, const Step& step,
                                                 RuleContext& ctx) {
  if (const auto* unique = std::get_if<AddUnique>(&change)) report(*unique, "UNIQUE", step, ctx);
  if (const auto* primary = std::get_if<AddPrimaryKey>(&change)) report(*primary, "PRIMARY KEY", step, ctx);
}

extern const Rule add_unique_without_using_index{.id = "add-unique-without-using-index",
                                                 .severity = Severity::warning,
                                                 .check = ChangeCheck(check_add_unique_without_using_index)};

}  // namespace miglint
