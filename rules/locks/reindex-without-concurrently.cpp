#include <fmt/format.h>

#include "lock_paths.hpp"

namespace miglint {

static std::string_view scope_word(Reindex::Scope scope) {
  switch (scope) {
    case Reindex::Scope::index:
      return "INDEX";
    case Reindex::Scope::table:
      return "TABLE";
    case Reindex::Scope::schema:
      return "SCHEMA";
    case Reindex::Scope::database:
      return "DATABASE";
    case Reindex::Scope::system:
      break;
  }
  return "SYSTEM";
}

static bool is_of_new_table(const Reindex& reindex, const Step& step) {
  if (reindex.scope == Reindex::Scope::table) return step.before.is_new(reindex.name);
  const Index* index = reindex.scope == Reindex::Scope::index ? step.before.index(reindex.name) : nullptr;
  return index && step.before.is_new(index->table);
}

static std::optional<SaferPath> concurrently(Reindex reindex, const Step& step) {
  if (step.in_do_block || is_built_on(site_of(step))) return std::nullopt;
  std::string text = with_words_after(step, scope_word(reindex.scope), " CONCURRENTLY");
  reindex.concurrently = true;
  if (text.empty()) text = sql(Change(reindex), step);
  return SaferPath{
      .title = "Rebuild it CONCURRENTLY",
      .steps = done_alone(site_of(step), "Rebuild it beside the old one, while others read and write", text)};
}

static void check_reindex_without_concurrently(const Reindex& reindex, const Step& step, RuleContext& ctx) {
  // the system catalogs' can't be rebuilt concurrently
  if (reindex.concurrently || reindex.scope == Reindex::Scope::system) return;
  if (is_of_new_table(reindex, step) || step.certain_failure()) return;
  const std::string what =
      fmt::format("REINDEX {} {}", scope_word(reindex.scope), in_prose(reindex.name.name));
  ctx.report({.message = fmt::format(
                  "{} blocks writes, and reads that would use the index, until it is rebuilt", what),
              .object = {.schema = step.before.resolve(reindex.name).schema, .name = reindex.name.name},
              .why = "It takes SHARE on the table and ACCESS EXCLUSIVE on the index. The planner looks at "
                     "every index of a table, so SELECTs wait "
                     "even when they would not use this one.",
              .paths = offered(
                  {concurrently(reindex, step), with_lock_timeout(step, "reindex-without-concurrently")})});
}

extern const Rule reindex_without_concurrently{.id = "reindex-without-concurrently",
                                               .severity = Severity::warning,
                                               .check = on<check_reindex_without_concurrently>};

}  // namespace miglint
