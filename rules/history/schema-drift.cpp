#include <algorithm>
#include <fmt/format.h>

#include "history_support.hpp"
#include "miglint/rule.hpp"

namespace miglint {

namespace {

constexpr std::size_t most_steps = 20;  // of a schema that has nothing in common with the migrations
constexpr std::size_t few_steps = 5;    // that every report shows

/// `prisma/schema.prisma and the migrations disagree by 3 statements: AlterTable users, …`.
std::string message(const SchemaDrift& drift) {
  const SchemaDrift::Step& first = drift.fresh.front();
  const std::size_t number = drift.fresh.size();
  return fmt::format("{} and the migrations disagree by {} statement{}: {} {}{}", path_in_prose(drift.path),
                     number, number == 1 ? "" : "s", first.name, first.object, number == 1 ? "" : ", …");
}

std::string sql(const SchemaDrift& drift) {
  std::string text;
  for (std::size_t i = 0; i < std::min(drift.fresh.size(), most_steps); ++i)
    text.append(text.empty() ? "" : "\n").append(drift.fresh[i].sql);
  return text;
}

void check_schema_drift(const HistoryView& view, RuleContext& context) {
  if (view.drift == nullptr || view.drift->fresh.empty()) return;
  const std::optional<GitFacts>& git = view.history.git;
  if (git && !git->frozen_changes.empty()) return;  // an edited migration is spoken of already
  const SchemaDrift& drift = *view.drift;
  context.report({
      .message = message(drift),
      .object = {.schema = {}, .table = {}, .column = {}, .name = drift.path},
      .why =
          "The client that is generated from schema.prisma expects another database than the migrations "
          "make: its queries fail once this is deployed, or the next `prisma migrate dev` writes a migration "
          "that nobody meant.",
      .safer = {{.text = drift.fresh.size() <= few_steps
                             ? "If schema.prisma is right, this is what the migrations lack"
                             : "If schema.prisma is right, the migrations lack what `miglint diff migrations "
                               "prisma` prints, which begins so",
                 .sql = sql(drift)},
                {.text = "If the migrations are right, bring schema.prisma in step",
                 .command = "npx prisma db pull --print"}},
      .path = drift.path,
      .identity = sql(drift),
  });
}

}  // namespace

extern const Rule schema_drift;
const Rule schema_drift{.id = "schema-drift", .severity = Severity::warning, .check = on<check_schema_drift>};

}  // namespace miglint
