#include "effect/dml_row.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "catalog/knowledge.hpp"
#include "catalog/partition_bounds.hpp"
#include "effect/context.hpp"
#include "effect/infer.hpp"

namespace miglint {

Row::Row(const Catalog& catalog, const Table& table, const std::vector<const Column*>& columns,
         const std::vector<Expression>& values)
    : catalog_(catalog), table_(table) {
  for (std::size_t at = 0; at < values.size() && at < columns.size(); ++at)
    if (columns[at] != nullptr) take(*columns[at], values[at]);
  for (const Column& column : table.columns)
    if (!given_.contains(column.name)) take_left_out(column);
}

void Row::take(const Column& column, const Expression& value) {
  given_.insert(column.name);
  if (value.kind == Expression::Kind::default_value) return take_left_out(column);
  if (is_literal(value)) known_.emplace(column.name, as_type(value, column.type));
}

void Row::take_left_out(const Column& column) {
  if (auto value = value_left_out(catalog_, column))
    known_.emplace(column.name, as_type(*value, column.type));
}

const Column* Row::null_column() const {
  for (const Column& column : table_.columns) {
    const auto value = known_.find(column.name);
    if (value != known_.end() && is_null_constant(value->second) && requires_value(catalog_, column))
      return &column;
  }
  return nullptr;
}

std::string Row::key(const std::vector<std::string>& columns) const {
  std::string key;
  for (const std::string& column : columns) {
    const auto value = known_.find(column);
    if (value == known_.end()) return {};
    const Expression& bare = without_casts(value->second);
    if (!bare.is_constant()) return {};
    key += fmt::format("{}:{}:{}\n", bare.value.size(), bare.value, bare.type.name);
  }
  return key;
}

// ---- Partitions -------------------------------------------------------------------------------------------

/// An extension may have made partitions that the replay has not seen.
static bool knows_partitions(const Catalog& catalog, const Table& table) {
  return table.certain && catalog.complete && catalog.knows(table.name, table.origin) &&
         std::ranges::all_of(catalog.extensions,
                             [](const auto& extension) { return brings_no_relations(extension.first); });
}

/// The row's values of the key; none: not all of them are known.
static std::optional<std::vector<BoundValue>> key_values(const Table& table, const RowValues& row) {
  std::vector<BoundValue> key;
  for (const std::string& column : table.partition_key.columns) {
    const auto value = row.find(column);
    if (value == row.end()) return std::nullopt;
    const Expression& bare = without_casts(value->second);
    key.push_back({.kind = bare.is_constant() ? BoundValue::Kind::constant : BoundValue::Kind::null,
                   .text = bare.value});
  }
  return key;
}

Routed route(const Catalog& catalog, const Table& table, const RowValues& row) {
  const Table* at = &table;
  if (!knows_partitions(catalog, table)) return {.known = false};
  for (int level = 0; at->kind == Table::Kind::partitioned; ++level) {
    const auto key = key_values(*at, row);
    if (!key || level == deepest_partition) return {.known = false};
    const auto found = partition_for(catalog, *at, *key);
    if (!found) return {.known = false};
    if (*found == nullptr) return {};
    at = *found;
  }
  return {.table = at};
}

bool is_elsewhere(const Catalog& catalog, const Table& partition, const RowValues& row) {
  const Table* parent = catalog.table(*partition.partition_of);
  const auto key = parent == nullptr ? std::nullopt : key_values(*parent, row);
  if (!key || !knows_partitions(catalog, *parent)) return false;
  const auto found = partition_for(catalog, *parent, *key);
  return found && (*found == nullptr || (*found)->name != partition.name);
}

}  // namespace miglint
