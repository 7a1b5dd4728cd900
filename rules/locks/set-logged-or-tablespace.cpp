#include <fmt/format.h>

#include "lock_paths.hpp"

namespace miglint {

static std::string words(const AlterTableOption& change) {
  using Option = AlterTableOption::Option;
  switch (change.option) {
    case Option::set_logged:
      return "SET LOGGED";
    case Option::set_unlogged:
      return "SET UNLOGGED";
    case Option::set_tablespace:
      return fmt::format("SET TABLESPACE {}", in_prose(change.value));
    case Option::set_access_method:
      return fmt::format("SET ACCESS METHOD {}", in_prose(change.value));
    default:
      return {};
  }
}

static void check_set_logged_or_tablespace(const AlterTableOption& change, const Step& step,
                                           RuleContext& ctx) {
  const std::string what = words(change);
  if (what.empty() || !does(step.effect.rewrites, step, change.table) || surely_empty(step, change.table))
    return;
  const std::string table = shown(change.table, step);
  const bool unlogged = change.option == AlterTableOption::Option::set_unlogged;
  ctx.report(
      {.message = fmt::format("{} rewrites {} while its reads and writes wait", what, table),
       .object = object_of(change.table, step),
       .why = fmt::format(
           "All of {} and its indexes is written again while ACCESS EXCLUSIVE is held.{}", table,
           unlogged ? " An unlogged table is emptied after a crash, and replicas never have its rows." : ""),
       .paths = only_with_lock_timeout(step, "set-logged-or-tablespace")});
}

extern const Rule set_logged_or_tablespace{.id = "set-logged-or-tablespace",
                                           .severity = Severity::warning,
                                           .check = on<check_set_logged_or_tablespace>};

}  // namespace miglint
