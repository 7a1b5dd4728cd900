#include <fmt/format.h>

#include "lock_paths.hpp"

namespace miglint {

static std::string words_of(const Step& step) {
  if (step.statement.changes.empty()) return step.statement.tag;
  const Change& change = step.statement.changes.front().change;
  if (std::holds_alternative<DetachPartition>(change)) return "DETACH PARTITION CONCURRENTLY";
  const auto* maintenance = std::get_if<Maintenance>(&change);
  return maintenance && maintenance->action == Maintenance::Action::vacuum_full ? "VACUUM FULL"
                                                                                : step.statement.tag;
}

static bool has_its_own_rule(const Step& step) {
  if (step.statement.changes.empty()) return false;
  const Change& change = step.statement.changes.front().change;
  const auto* reindex = std::get_if<Reindex>(&change);
  return std::holds_alternative<CreateIndex>(change) || std::holds_alternative<DropIndex>(change) ||
         (reindex && reindex->concurrently);
}

static std::optional<SaferPath> by_itself(const Step& step) {
  const Site site = site_of(step);
  if (site.in_do_block || is_built_on(site)) return std::nullopt;
  return SaferPath{
      .title = "Give it a migration of its own, which holds nothing else",
      .steps = {left_out("It leaves this migration"),
                alone_in_migration(step.history, "Alone, it has no transaction around it", text_of(site))}};
}

static void check_statement_not_allowed_in_transaction(const Step& step, RuleContext& ctx) {
  const bool ends = step.effect.ends_transaction;
  if ((!step.effect.refuses_transaction && !ends) || has_its_own_rule(step)) return;
  std::vector<bool> refused;
  for (const TransactionOf& transaction : step.transactions)
    refused.push_back(step.in_do_block || in_transaction(transaction));
  if (!any(refused)) return;
  ctx.report({.message = fmt::format("{} fails inside a transaction{}", words_of(step),
                                     where_modes_differ(step, refused)),
              .object = step.statement.target.empty() ? ObjectName{} : object_of(step.statement.target, step),
              .why = fmt::format("PostgreSQL refuses {} there ({}), and a string of several statements is a "
                                 "transaction: the deploy stops here.",
                                 ends ? "its COMMIT" : "it", ends ? "2D000" : "25001"),
              .paths = offered({by_itself(step)}),
              .change = 0});
}

extern const Rule statement_not_allowed_in_transaction{
    .id = "statement-not-allowed-in-transaction",
    .severity = Severity::error,
    .check = on<check_statement_not_allowed_in_transaction>,
    .overrides = {"cluster-or-vacuum-full"}};

}  // namespace miglint
