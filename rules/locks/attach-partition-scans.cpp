#include <fmt/format.h>

#include "lock_support.hpp"
#include "support.hpp"

namespace miglint {

static std::vector<SaferStep> check_first(const RelationName& scanned, std::string_view condition) {
  return {
      {.text = fmt::format("Add a CHECK to {} that {}, unchecked", shown(scanned), condition),
       .sql = fmt::format("{} ADD CONSTRAINT … CHECK (…) NOT VALID;", alter_table(scanned))},
      {.text = "Validate it in a later migration; reads and writes go on meanwhile",
       .sql = fmt::format("{} VALIDATE CONSTRAINT …;", alter_table(scanned))},
      {.text =
           "Attach in the one after: PostgreSQL trusts the CHECK and reads nothing. Then drop the CHECK"}};
}

/// A row of the scanned table that is not where it belongs.
static std::optional<RowFailure> misplaced(const Step& step, const RelationName& scanned) {
  for (const RowFailure& row : step.failures()) {
    if (row.sqlstate == "23514" && row.relation == scanned) return row;
  }
  return std::nullopt;
}

static void report_scan(const RelationName& scanned, const RelationName& parent, std::string_view what,
                        std::string_view condition, const Step& step, RuleContext& ctx) {
  if (!does(step.effect.scans, step, scanned) || surely_empty(step, scanned)) return;
  const std::optional<RowFailure> row = misplaced(step, scanned);
  const std::string breaks = row ? ", and fails if a row is outside the bounds" : "";
  ctx.report({.message = fmt::format("{} reads all of {} while its reads and writes wait{}", what,
                                     shown(scanned), breaks),
              .object = object_of(scanned, step),
              .fails = row ? fails(*row) : std::vector<std::string>{},
              .why = fmt::format(
                  "Every row of {} is checked against the bounds in {} while ACCESS EXCLUSIVE is held on it.",
                  shown(scanned), shown(parent, step)),
              .safer = check_first(scanned, condition),
              .severity = row ? std::optional(severity_of(*row)) : std::nullopt});
}

static void check(const Change& change, int, const Step& step, RuleContext& ctx) {
  RelationName parent, partition;
  std::string what;
  if (const auto* attach = std::get_if<AttachPartition>(&change)) {
    parent = attach->table, partition = step.before.resolve(attach->partition);
    what = fmt::format("ATTACH PARTITION {}", shown(partition));
    report_scan(partition, parent, what,
                "says what the bounds say, with IS NOT NULL for each column of the key", step, ctx);
  } else if (const auto* create = std::get_if<CreateTable>(&change); create && create->partition_of) {
    parent = *create->partition_of;
    what = fmt::format("CREATE TABLE {} PARTITION OF {}", in_prose(create->table.name), shown(parent, step));
  } else {
    return;
  }
  const Table* others = step.before.default_partition_of(parent);
  if (others && others->name != partition)
    report_scan(others->name, parent, what, "rules out the new partition's rows", step, ctx);
}

extern const Rule attach_partition_scans{.id = "attach-partition-scans",
                                         .severity = Severity::warning,
                                         .check = ChangeCheck(check),
                                         .overrides = {"add-check-on-existing-rows"}};

}  // namespace miglint
