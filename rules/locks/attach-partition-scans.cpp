#include <algorithm>
#include <fmt/format.h>

#include "lock_paths.hpp"
#include "support.hpp"

namespace miglint {

using Kind = BoundValue::Kind;

/// The bounds as a condition on a row, of a key of one column; empty: they are more than this says.
static std::string condition_of(const PartitionBound& bound, const std::string& column) {
  if (bound.kind == PartitionBound::Kind::range && bound.from.size() == 1) {
    std::string text = column + " IS NOT NULL";
    if (bound.from.front().kind == Kind::constant)
      text += fmt::format(" AND {} >= {}", column, quote_literal(bound.from.front().text));
    if (bound.to.front().kind == Kind::constant)
      text += fmt::format(" AND {} < {}", column, quote_literal(bound.to.front().text));
    return text;
  }
  if (bound.kind != PartitionBound::Kind::list) return {};
  std::string values;
  for (const BoundValue& value : bound.values)
    values.append(values.empty() ? "" : ", ").append(quote_literal(value.text));
  return fmt::format("{0} IS NOT NULL AND {0} IN ({1})", column, values);
}

static bool has_constants(const PartitionBound& bound) {
  const auto is_constant = [](const BoundValue& value) { return value.kind == Kind::constant; };
  const auto is_limit = [&](const BoundValue& value) {
    return is_constant(value) || value.kind == Kind::minimum || value.kind == Kind::maximum;
  };
  return bound.kind == PartitionBound::Kind::list
             ? std::ranges::all_of(bound.values, is_constant)
             : std::ranges::all_of(bound.from, is_limit) && std::ranges::all_of(bound.to, is_limit);
}

/// A CHECK proves that the rows are where they belong, and goes when it has.
static std::optional<SaferPath> proven_by_checks(const RelationName& parent, const RelationName& partition,
                                                 const PartitionBound& bound, bool attaches,
                                                 const Step& step) {
  const Table* table = step.before.table(parent);
  if (!table || table->partition_key.columns.size() != 1 || table->partition_key.by_expression ||
      !has_constants(bound) || step.in_do_block || is_built_on(site_of(step)))
    return std::nullopt;
  const std::string condition = condition_of(bound, identifier(table->partition_key.columns.front(), step));
  if (condition.empty()) return std::nullopt;
  SaferPath path{.title =
                     "Have a CHECK prove that the rows are where they belong, validated while reads and "
                     "writes go on",
                 .steps = {},
                 .leaves = {"add-check-on-existing-rows"}};
  std::vector<PathStep> validate;
  std::string last = command_text(step);
  const auto add_check = [&](const RelationName& scanned, const std::string& holds) {
    const std::string name = identifier(make_object_name(scanned.name, "", "bounds"), step);
    const std::string alter = fmt::format("ALTER TABLE {}", relation(scanned, step));
    path.steps.push_back(here("What the bounds say, unchecked",
                              fmt::format("{} ADD CONSTRAINT {} CHECK ({}) NOT VALID;", alter, name, holds)));
    validate.push_back(in_own_transaction(step.history,
                                          "Check the rows that are there; reads and writes go on meanwhile",
                                          fmt::format("{} VALIDATE CONSTRAINT {};", alter, name)));
    last += fmt::format("\n{} DROP CONSTRAINT {};", alter, name);
  };
  if (attaches) add_check(partition, condition);
  const Table* others = step.before.default_partition_of(table->name);
  if (others && others->name != partition) add_check(others->name, fmt::format("NOT ({})", condition));
  path.steps.insert(path.steps.end(), validate.begin(), validate.end());
  path.steps.push_back(in_own_transaction(
      step.history, "PostgreSQL trusts the CHECK and reads nothing; then it can go", last));
  return path;
}

/// A row of the scanned table that is not where it belongs.
static std::optional<RowFailure> misplaced(const Step& step, const RelationName& scanned) {
  for (const RowFailure& row : step.failures()) {
    if (row.sqlstate == "23514" && row.relation == scanned) return row;
  }
  return std::nullopt;
}

static void report_scan(const RelationName& scanned, const RelationName& parent, std::string_view what,
                        const std::optional<SaferPath>& path, const Step& step, RuleContext& ctx) {
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
              .paths = offered({path, with_lock_timeout(step, "attach-partition-scans")}),
              .severity = row ? std::optional(severity_of(*row)) : std::nullopt});
}

static void check_attach_partition_scans(const Change& change, int, const Step& step, RuleContext& ctx) {
  RelationName parent, partition;
  std::string what;
  std::optional<SaferPath> path;
  if (const auto* attach = std::get_if<AttachPartition>(&change)) {
    parent = attach->table, partition = step.before.resolve(attach->partition);
    what = fmt::format("ATTACH PARTITION {}", shown(partition));
    path = proven_by_checks(parent, partition, attach->bound, true, step);
    report_scan(partition, parent, what, path, step, ctx);
  } else if (const auto* create = std::get_if<CreateTable>(&change); create && create->partition_of) {
    parent = *create->partition_of;
    what = fmt::format("CREATE TABLE {} PARTITION OF {}", in_prose(create->table.name), shown(parent, step));
    if (create->bound)
      path = proven_by_checks(parent, step.before.resolve(create->table), *create->bound, false, step);
  } else {
    return;
  }
  const Table* others = step.before.default_partition_of(parent);
  if (others && others->name != partition) report_scan(others->name, parent, what, path, step, ctx);
}

extern const Rule attach_partition_scans{.id = "attach-partition-scans",
                                         .severity = Severity::warning,
                                         .check = ChangeCheck(check_attach_partition_scans),
                                         .overrides = {"add-check-on-existing-rows"}};

}  // namespace miglint
