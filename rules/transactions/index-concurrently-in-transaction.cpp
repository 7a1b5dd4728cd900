#include <algorithm>
#include <fmt/format.h>

#include "lock_support.hpp"

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

/// What the file can say, where its runner wraps it in a transaction.
static std::vector<SaferStep> safer(const Step& step) {
  const std::string sql = std::string(step.migration.sql(step.statement)) + ";";
  std::vector<SaferStep> steps = {
      {.text = "Move it into a migration that holds nothing else, not even SET", .sql = sql}};
  const SourceFile& file = step.migration.source;
  if (file.layout == Layout::goose && !file.no_transaction)
    steps.push_back({.text = "Tell goose to send that migration without a transaction, at its top",
                     .sql = "-- +goose NO TRANSACTION"});
  if (file.layout == Layout::dbmate && !file.no_transaction)
    steps.push_back({.text = "Tell dbmate to send that migration without a transaction",
                     .sql = "-- migrate:up transaction:false"});
  return steps;
}

static void check(const Change& change, int, const Step& step, RuleContext& ctx) {
  const std::string_view command = command_of(change);
  if (command.empty() || !step.effect.refuses_transaction) return;
  const std::vector<bool> refused = refused_in(step);
  if (!any(refused)) return;
  const std::string& name = step.statement.target.name;
  ctx.report({.message = fmt::format("{} fails {}", command, reason(step, refused)),
              .object = {.schema = step.before.resolve(step.statement.target).schema, .name = name},
              .why = "PostgreSQL refuses it inside a transaction (25001), and a string of several statements "
                     "is one: the deploy stops here.",
              .safer = safer(step)});
}

extern const Rule index_concurrently_in_transaction{
    .id = "index-concurrently-in-transaction",
    .severity = Severity::error,
    .check = ChangeCheck(check),
    .overrides = {"index-concurrently-if-not-exists", "statement-not-allowed-in-transaction"}};

}  // namespace miglint
