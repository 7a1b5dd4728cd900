// PARTITION BY: what a table can be partitioned by.

#include <algorithm>
#include <fmt/format.h>

#include "effect/changes.hpp"
#include "effect/column_definition.hpp"
#include "effect/infer.hpp"
#include "effect/operator_class.hpp"
#include "effect/partition.hpp"

namespace miglint {

namespace {

/// PARTITION_MAX_KEYS.
constexpr std::size_t most_parts = 32;

bool column_is_usable(Context& context, const Table& table, const std::string& name) {
  if (is_system_column(name))
    return refuse(context, "42P17", fmt::format("{} is a system column: no partition key", in_prose(name)));
  const Column* column = target_column(context, table, name);
  if (column == nullptr || !column->generated) return !failed(context);
  return refuse(context, "42P17", fmt::format("{} is generated: no partition key", in_prose(name)));
}

bool expression_is_usable(Context& context, const Table& table, const Expression& expression) {
  const auto columns = columns_of(expression);
  if (is_literal(expression)) return refuse(context, "42P17", "a constant is no partition key");
  for (const std::string& column : columns)
    if (!column_is_usable(context, table, column)) return false;
  const Volatility volatility = volatility_of(expression, &table, context.catalog);
  return (volatility != Volatility::stable && volatility != Volatility::volatile_) ||
         refuse(context, "42P17", "the partition key's expression is not immutable");
}

bool element_is_usable(Context& context, const Table& table, const PartitionKey& key,
                       const IndexElement& element) {
  if (element.expression) return expression_is_usable(context, table, *element.expression);
  if (!column_is_usable(context, table, element.column)) return false;
  const Column* column = table.column(element.column);
  if (column == nullptr) return true;
  if (element.collation &&
      !collation_is_usable(context, column->type, *element.collation, in_prose(column->name)))
    return false;
  return element_is_indexable(context, key.strategy == "hash" ? "hash" : "btree", element, column->type);
}

}  // namespace

void check_partition_key(Context& context, const CreateTable& change) {
  const PartitionKey& key = *change.partition_key;
  if (key.strategy == "list" && key.elements.size() > 1)
    return always_fails(context, "42P17", "a list partitions by one column");
  if (key.elements.size() > most_parts)
    return always_fails(context, "54011", fmt::format("a partition key takes {} columns", most_parts));
  for (const IndexElement& element : key.elements)
    if (!element_is_usable(context, *context.working, key, element)) return;
}

}  // namespace miglint
