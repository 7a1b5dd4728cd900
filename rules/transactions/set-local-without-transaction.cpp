#include <fmt/format.h>

#include "lock_support.hpp"

namespace miglint {

static void check_set_local_without_transaction(const SetVariable& set, const Step& step, RuleContext& ctx) {
  if (!set.local || step.in_do_block) return;
  std::vector<bool> ineffective;
  for (const TransactionOf& transaction : step.transactions)
    ineffective.push_back(!in_transaction(transaction));
  if (!any(ineffective)) return;
  ctx.report(
      {.message = fmt::format("SET LOCAL {} has no effect{}", in_prose(set.name),
                              where_modes_differ(step, ineffective)),
       .object = {.name = set.name},
       .why = "SET LOCAL holds to the end of its transaction, and outside of one not at all: "
              "PostgreSQL only warns. The statements after it "
              "run as if it were not there.",
       .safer = {{.text = fmt::format("Either set it for the session, with SET, and take it back at the end "
                                      "of the file, with RESET {}",
                                      in_prose(set.name))},
                 {.text = "Or put the file between BEGIN and COMMIT"}}});
}

extern const Rule set_local_without_transaction{.id = "set-local-without-transaction",
                                                .severity = Severity::warning,
                                                .check = on<check_set_local_without_transaction>};

}  // namespace miglint
