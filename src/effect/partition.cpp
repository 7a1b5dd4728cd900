// ATTACH PARTITION reads the new partition to check its rows against the bounds, unless a valid CHECK of its own says the same, and the default
// partition for rows that would belong to the new one. The parent is locked SHARE UPDATE EXCLUSIVE only: its readers and writers go on.

#include "effect/partition.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

#include "effect/changes.hpp"
#include "effect/infer.hpp"
#include "effect/keys.hpp"

namespace miglint {

namespace {

/// The bounds of a range partition over one column, as text: [from, to).
struct Range {
  std::string from, to;
};

std::string between(std::string_view text, std::size_t open) {
  const auto close = text.find(')', open);
  std::string inside(text.substr(open + 1, close == std::string_view::npos ? close : close - open - 1));
  std::erase(inside, '\'');
  const auto first = inside.find_first_not_of(' '), last = inside.find_last_not_of(' ');
  return first == std::string::npos ? std::string() : inside.substr(first, last - first + 1);
}

std::optional<Range> range_of(const PartitionBound& bound) {
  std::string upper = bound.text;
  std::ranges::transform(upper, upper.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  const auto from = upper.find("FROM"), to = upper.find(" TO", from == std::string::npos ? 0 : from);
  if (from == std::string::npos || to == std::string::npos) return std::nullopt;
  const auto from_open = upper.find('(', from), to_open = upper.find('(', to);
  if (from_open == std::string::npos || to_open == std::string::npos) return std::nullopt;
  Range range{between(bound.text, from_open), between(bound.text, to_open)};
  if (range.from.find(',') != std::string::npos || range.to.find(',') != std::string::npos) return std::nullopt;
  return range;
}

/// Numbers by value, anything else of one length (dates in ISO form) by its letters; none where neither will do.
std::optional<int> order(const std::string& a, const std::string& b) {
  double x = 0, y = 0;
  const auto number = [](const std::string& text, double& value) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size();
  };
  if (number(a, x) && number(b, y)) return x < y ? -1 : x > y ? 1 : 0;
  if (a.size() != b.size() || a.empty() || std::isdigit(static_cast<unsigned char>(a.front())) == 0) return std::nullopt;
  return a.compare(b);
}

bool surely_overlap(const Range& a, const Range& b) {
  const auto left = order(a.from, b.to), right = order(b.from, a.to);
  return left && right && *left < 0 && *right < 0;
}

/// `column op constant`, either way round.
bool bounds_column(const Expression& check, std::string_view op, const std::string& column, const std::string& value) {
  if (check.kind == Expression::Kind::conjunction)
    return std::ranges::any_of(check.args, [&](const Expression& part) { return bounds_column(part, op, column, value); });
  if (check.kind != Expression::Kind::op || check.value != op || check.args.size() != 2) return false;
  return check.args[0].kind == Expression::Kind::column && check.args[0].value == column && without_casts(check.args[1]).value == value;
}

/// The partition's own valid checks say that every row is within the bounds: range partitions over one column only.
bool proven_by_check(const Table& partition, const Table& parent, const PartitionBound& bound) {
  const auto range = range_of(bound);
  if (!range || parent.partition_columns.size() != 1) return false;
  const std::string& column = parent.partition_columns.front();
  if (!surely_not_null(partition, column)) return false;
  const auto says = [&](std::string_view op, const std::string& value) {
    return std::ranges::any_of(partition.constraints, [&](const Constraint& check) {
      return check.kind == Constraint::Kind::check && check.validated && check.expression && bounds_column(*check.expression, op, column, value);
    });
  };
  return says(">=", range->from) && says("<", range->to);
}

bool columns_match(Context& context, const Table& parent, const Table& partition) {
  if (!parent.certain || !partition.certain) return true;
  const auto refuse = [&](std::string reason) {
    always_fails(context, "42804", std::move(reason));
    return false;
  };
  const std::string name = to_string(partition.name);
  for (const Column& column : parent.columns) {
    const Column* own = partition.column(column.name);
    if (own == nullptr) return refuse(fmt::format("{} lacks column {}", name, column.name));
    if (!(own->type == column.type)) return refuse(fmt::format("{}.{} has another type than in {}", name, column.name, to_string(parent.name)));
    if (column.not_null && !own->not_null) return refuse(fmt::format("{}.{} must be NOT NULL as in {}", name, column.name, to_string(parent.name)));
  }
  for (const Column& own : partition.columns)
    if (parent.column(own.name) == nullptr) return refuse(fmt::format("{} has a column {} that {} lacks", name, own.name, to_string(parent.name)));
  return true;
}

/// The parent's keys and indexes are matched with the partition's, or built; its foreign keys are checked.
void adopt_constraints(Context& context, const Table& parent, const Table& partition) {
  for (const Index& index : parent.indexes) {
    const bool present = std::ranges::any_of(partition.indexes, [&](const Index& own) {
      return own.columns() == index.columns() && own.unique == index.unique && own.where.has_value() == index.where.has_value();
    });
    if (present) continue;
    build(context, {partition.name.schema,
                    make_object_name(partition.name.name, fmt::format("{}", fmt::join(index.columns(), "_")), index.unique ? "key" : "idx")});
    scan(context, partition.name);
    if (index.unique && !surely_unique(partition, index.columns(), index.nulls_not_distinct))
      may_fail(context, "23505", partition.name, index.columns());
  }
  for (const Constraint& key : parent.constraints) {
    if (key.kind != Constraint::Kind::foreign_key) continue;
    lock(context, key.referenced, LockMode::share_row_exclusive);
    scan(context, partition.name);
    scan(context, key.referenced);
    may_fail(context, "23503", partition.name, key.columns);
  }
}

bool bounds_are_free(Context& context, const AttachPartition& change, const Table& parent) {
  const auto range = range_of(change.bound);
  if (!range && !change.bound.is_default) return true;
  for (const Table* sibling : context.catalog.children_of(parent.name)) {
    const auto other = range_of(sibling->bound);
    const bool taken = (change.bound.is_default && sibling->bound.is_default) || (range && other && surely_overlap(*range, *other));
    if (!taken) continue;
    always_fails(context, "42P17", fmt::format("the bounds overlap those of {}", to_string(sibling->name)));
    return false;
  }
  return true;
}

}  // namespace

void check_default_partition(Context& context, const Table& parent) {
  const Table* rest = context.catalog.default_partition_of(parent.name);
  if (rest == nullptr) return;
  for (const RelationName& name : with_descendants(context, rest->name)) {
    lock(context, name, LockMode::access_exclusive);
    if (!is_partitioned(context, name)) scan(context, name);
  }
  may_fail(context, "23514", rest->name, parent.partition_columns);
}

void apply(Context& context, const AttachPartition& change) {
  lock(context, change.table, LockMode::share_update_exclusive);
  for (const RelationName& name : with_descendants(context, change.partition)) lock(context, name, LockMode::access_exclusive);
  const Table* parent = target_table(context, change.table);
  if (failed(context) || !relation_is_there(context, change.partition)) return;
  const Table* partition = context.catalog.table(change.partition);
  if (parent == nullptr || partition == nullptr) {
    scan(context, change.partition);
    return may_fail(context, "23514", change.partition, {});
  }
  if (!columns_match(context, *parent, *partition) || !bounds_are_free(context, change, *parent)) return;
  if (!proven_by_check(*partition, *parent, change.bound) && !change.bound.is_default) {
    for (const RelationName& name : with_descendants(context, change.partition)) scan(context, name);
    may_fail(context, "23514", change.partition, parent->partition_columns);
  }
  adopt_constraints(context, *parent, *partition);
  check_default_partition(context, *parent);
}

void apply(Context& context, const DetachPartition& change) {
  if (context.postgres < 14 && (change.concurrently || change.finalize))
    return always_fails(context, "42601", "DETACH … CONCURRENTLY and FINALIZE need PostgreSQL 14");
  const bool weak = change.concurrently || change.finalize;
  lock(context, change.table, weak ? LockMode::share_update_exclusive : LockMode::access_exclusive);
  lock(context, change.partition, LockMode::access_exclusive);
  const Table* parent = target_table(context, change.table);
  if (failed(context)) return;
  if (change.concurrently) context.effect.refuses_transaction = true;
  if (parent == nullptr) return;
  if (change.finalize) return always_fails(context, "55000", fmt::format("no detach of {} is pending", to_string(change.partition)));
  const Table* rest = context.catalog.default_partition_of(parent->name);
  if (rest == nullptr) return;
  if (change.concurrently)
    return always_fails(context, "55000", fmt::format("{} has a default partition: DETACH CONCURRENTLY is refused", to_string(parent->name)));
  lock(context, rest->name, LockMode::access_exclusive);
}

}  // namespace miglint
