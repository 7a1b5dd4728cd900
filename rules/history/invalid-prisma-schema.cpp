#include <fmt/format.h>

#include "history_support.hpp"
#include "miglint/rule.hpp"

namespace miglint {

namespace {

void check_invalid_prisma_schema(const HistoryView& view, RuleContext& context) {
  if (view.drift == nullptr || view.drift->problems.empty() || !view.drift->problems_are_fresh) return;
  const SchemaDrift::Problem& first = view.drift->problems.front();
  const std::size_t others = view.drift->problems.size() - 1;
  context.report({
      .message = fmt::format("{}{}", first.message, others == 0 ? "" : fmt::format(" ({} more)", others)),
      .object = {.schema = {}, .table = {}, .column = {}, .name = first.path},
      .why =
          "Prisma reads schema.prisma before it generates a client or deploys a migration, and refuses what "
          "it can't read (P1012). Until then nothing can be compared with it.",
      .safer = {{.text = "Mend the line; Prisma shows all that is wrong", .command = "npx prisma validate"}},
      .path = first.path,
      .span = first.span,
  });
}

}  // namespace

extern const Rule invalid_prisma_schema;
const Rule invalid_prisma_schema{
    .id = "invalid-prisma-schema", .severity = Severity::warning, .check = on<check_invalid_prisma_schema>};

}  // namespace miglint
