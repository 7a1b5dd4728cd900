// FOR VALUES …: whether a partitioned table can have a partition with these bounds (parse_utilcmd.c,
// transformPartitionBound; partbounds.c, check_new_partition_bound).

#include <algorithm>
#include <fmt/format.h>
#include <optional>

#include "analysis/literal.hpp"
#include "effect/conversion.hpp"
#include "effect/partition.hpp"

namespace miglint {

static std::string_view strategy_of(const PartitionBound& bound) {
  using Kind = PartitionBound::Kind;
  return bound.kind == Kind::range  ? "range"
         : bound.kind == Kind::list ? "list"
         : bound.kind == Kind::hash ? "hash"
                                    : "";
}

namespace {

using Kind = BoundValue::Kind;

/// The type of the key's part; none where it is an expression's, or not known.
std::optional<TypeName> type_of_part(const Table& parent, std::size_t part) {
  const auto& elements = parent.partition_key.elements;
  const Column* column = part < elements.size() && !elements[part].column.empty()
                             ? parent.column(elements[part].column)
                             : nullptr;
  return column == nullptr ? std::nullopt : std::optional(column->type);
}

/// transformPartitionBoundValue: constants become the column's type by an assignment cast.
bool constant_fits(Context& context, const BoundValue& value, const TypeName& type) {
  const Catalog& catalog = context.catalog;
  if (value.type.name == "unknown") {
    const auto error = read_literal(catalog, type, value.text);
    return !error || refuse(context, error->sqlstate, "the bound " + error->message);
  }
  if (value.type.empty() || can_cast(value.type, type, CastContext::assignment, catalog)) return true;
  return refuse(
      context, "42804",
      fmt::format("the bound {} is {}, the partition key {}", value.text,
                  sql_in_prose(format_type(value.type, catalog)), sql_in_prose(format_type(type, catalog))));
}

bool value_is_sound(Context& context, const Table& parent, const BoundValue& value, std::size_t part) {
  if (value.kind == Kind::column)
    return refuse(context, "0A000", fmt::format("a bound can't name a column, {}", in_prose(value.text)));
  const auto type = value.kind == Kind::constant ? type_of_part(parent, part) : std::nullopt;
  return !type || constant_fits(context, value, *type);
}

/// After MINVALUE and MAXVALUE nothing else can be asked for (validateInfiniteBounds).
bool ends_are_sound(Context& context, const std::vector<BoundValue>& values) {
  for (std::size_t part = 0; part < values.size(); ++part) {
    if (values[part].kind == Kind::null)
      return refuse(context, "42P17", "a range can't begin or end with NULL");
    const Kind before = part == 0 ? Kind::other : values[part - 1].kind;
    if ((before == Kind::minimum || before == Kind::maximum) && values[part].kind != before)
      return refuse(context, "42804", "after MINVALUE or MAXVALUE the rest of a bound is the same");
  }
  return true;
}

bool values_are_sound(Context& context, const Table& parent, const PartitionBound& bound) {
  for (const auto* values : {&bound.from, &bound.to}) {
    if (!ends_are_sound(context, *values)) return false;
    for (std::size_t part = 0; part < values->size(); ++part)
      if (!value_is_sound(context, parent, (*values)[part], part)) return false;
  }
  return std::ranges::all_of(
      bound.values, [&](const BoundValue& value) { return value_is_sound(context, parent, value, 0); });
}

bool hash_is_sound(Context& context, const PartitionBound& bound) {
  if (bound.kind != PartitionBound::Kind::hash) return true;
  if (bound.modulus <= 0) return refuse(context, "42P16", "the modulus of a hash partition is above 0");
  return bound.remainder < bound.modulus ||
         refuse(context, "42P16", "the remainder of a hash partition is below its modulus");
}

}  // namespace

bool can_take(Context& context, const Table& parent, const PartitionBound& bound) {
  const auto refuse = [&](std::string_view sqlstate, std::string reason) {
    always_fails(context, sqlstate, std::move(reason));
    return false;
  };
  const std::string name = in_prose(parent.name);
  if (parent.certain && parent.kind != Table::Kind::partitioned)
    return refuse("42P17", fmt::format("{} is not partitioned", name));
  const std::string& strategy = parent.partition_key.strategy;
  if (bound.is_default() && strategy == "hash")
    return refuse("42P16", fmt::format("{} is partitioned by hash: there can be no default partition", name));
  if (!bound.is_default() && !strategy.empty() && strategy_of(bound) != strategy)
    return refuse("42P16", fmt::format("{} is partitioned by {}: the bounds are those of a {} partition",
                                       name, strategy, strategy_of(bound)));
  const std::size_t parts = parent.partition_key.elements.size();
  if (bound.kind == PartitionBound::Kind::range && parts > 0 &&
      (bound.from.size() != parts || bound.to.size() != parts))
    return refuse("42P16", fmt::format("{} is partitioned by {} columns: FROM and TO take a value for each",
                                       name, parts));
  if (!values_are_sound(context, parent, bound) || !hash_is_sound(context, bound)) return false;
  if (parent.surely_empty_range(bound))
    return refuse("42P17", "the range is empty: it ends where it begins, or before");
  if (const auto other = context.catalog.clashing_modulus(parent.name, bound.modulus))
    return refuse(
        "42P17",
        fmt::format("modulus {} and the {} of another partition: one has to be a factor of the other",
                    bound.modulus, *other));
  const Table* taken = context.catalog.partition_overlapping(parent.name, bound);
  if (taken == nullptr || !taken->certain) return true;
  return refuse("42P17", bound.is_default()
                             ? fmt::format("{} has a default partition, {}", name, in_prose(taken->name))
                             : fmt::format("the bounds overlap those of {}", in_prose(taken->name)));
}

}  // namespace miglint
