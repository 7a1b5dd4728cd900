#include <algorithm>
#include <fmt/format.h>

#include "lock_paths.hpp"

namespace miglint {

static std::string_view command_of(const Change& change) {
  if (const auto* create = std::get_if<CreateIndex>(&change); create && create->concurrently)
    return "CREATE INDEX CONCURRENTLY";
  if (const auto* drop = std::get_if<DropIndex>(&change); drop && drop->concurrently)
    return "DROP INDEX CONCURRENTLY";
  if (const auto* reindex = std::get_if<Reindex>(&change); reindex && reindex->concurrently)
    return "REINDEX CONCURRENTLY";
  return {};
}

static std::vector<bool> refused_in(const Step& step) {
  std::vector<bool> refused;
  for (const TransactionOf& transaction : step.transactions)
    refused.push_back(step.in_do_block || in_transaction(transaction));
  return refused;
}

static std::string reason(const Step& step, const std::vector<bool>& refused) {
  if (step.in_do_block) return "in a DO block, which is a transaction of its own";
  const std::size_t mode = static_cast<std::size_t>(std::ranges::find(refused, true) - refused.begin());
  const RunMode run = run_mode(step.migration, step.execution.modes[mode]);
  if (step.transactions[mode].kind == TransactionOf::Kind::explicit_ && run != RunMode::file)
    return "between BEGIN and COMMIT";
  if (run == RunMode::file) return "in the runner's transaction";
  if (run == RunMode::split)
    return "beside other statements: Prisma's splitter can't parse DROP INDEX CONCURRENTLY and sends the "
           "file whole";
  return fmt::format("beside other statements{}", where_modes_differ(step, refused));
}

/// A later statement needs what this one does: the index, or its name.
static bool is_needed(const Change& change, const Step& step) {
  if (const auto* create = std::get_if<CreateIndex>(&change))
    return is_needed_later(step, step.before.resolve(create->table), name_of(*create), create->unique);
  if (const auto* drop = std::get_if<DropIndex>(&change))
    return later(step, drop->index.name, [](const Change&) { return true; }).has_value();
  return is_built_on(site_of(step));
}

static std::optional<SaferPath> by_itself(const Change& change, const Step& step) {
  const Site site = site_of(step);
  const bool is_only_one = site.migration.statements.size() == 1;  // the runner is in its way
  if (site.in_do_block || is_only_one || is_needed(change, step)) return std::nullopt;
  return SaferPath{
      .title = "Give it a migration of its own, which holds nothing else, not even SET",
      .steps = {left_out("It leaves this migration"),
                alone_in_migration(step.history, "Alone, it has no transaction around it", text_of(site))}};
}

/// It takes a hand where the runner is to be told, or where what follows needs it.
static std::vector<SaferStep> without_path(const std::vector<SaferPath>& paths, const Step& step) {
  if (!paths.empty()) return {};
  const std::string_view words = without_transaction(step.history);
  if (step.migration.statements.size() == 1 && !step.in_do_block && !words.empty())
    return {{.text = fmt::format("Have the runner open no transaction for this migration: {}", words)}};
  return {{.text = "Cut the file: what comes before it, it alone, and what comes after it"}};
}

static void check_index_concurrently_in_transaction(const Change& change, int, const Step& step,
                                                    RuleContext& ctx) {
  const std::string_view command = command_of(change);
  if (command.empty() || !step.effect.refuses_transaction) return;
  const std::vector<bool> refused = refused_in(step);
  if (!any(refused)) return;
  const std::string& name = step.statement.target.name;
  std::vector<SaferPath> paths = offered({by_itself(change, step)});
  std::vector<SaferStep> words = without_path(paths, step);
  ctx.report({.message = fmt::format("{} fails {}", command, reason(step, refused)),
              .object = {.schema = step.before.resolve(step.statement.target).schema, .name = name},
              .why = "PostgreSQL refuses it inside a transaction (25001), and a string of several statements "
                     "is one: the deploy stops here.",
              .paths = std::move(paths),
              .safer = std::move(words)});
}

extern const Rule index_concurrently_in_transaction{
    .id = "index-concurrently-in-transaction",
    .severity = Severity::error,
    .check = ChangeCheck(check_index_concurrently_in_transaction),
    .overrides = {"index-concurrently-if-not-exists", "statement-not-allowed-in-transaction"}};

}  // namespace miglint
