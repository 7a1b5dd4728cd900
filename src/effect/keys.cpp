#include "effect/keys.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <iterator>

#include "analysis/builtin_types.hpp"
#include "analysis/builtins.hpp"
#include "effect/conversion.hpp"
#include "effect/infer.hpp"

namespace miglint {

/// One call, for each row another value.
static bool generates_distinct_values(const Expression& value) {
  const Expression& bare = without_casts(value);
  if (bare.kind != Expression::Kind::function) return false;
  const std::string& name = bare.function.name;
  return name == "nextval" || name == "gen_random_uuid" || name.starts_with("uuid_generate_v1") ||
         name == "uuid_generate_v4" || name.starts_with("uuidv");
}

static bool is_serial(const TypeName& type) { return !serial_base(type).empty(); }

/// The default a column gets: its own, else its domain's.
static const Expression* default_of(const Context& context, const ColumnDefinition& column) {
  if (column.default_value) return &*column.default_value;
  const Domain* domain = context.catalog.domain(context.catalog.resolve(column.type));
  return domain != nullptr && domain->default_value ? &*domain->default_value : nullptr;
}

Content content_of(const Context& context, std::string_view column) {
  const auto found = context.added.find(column);
  if (found == context.added.end()) return Content::existing;
  const ColumnDefinition& definition = *found->second;
  if (definition.generated) return Content::any;
  if (definition.identity != Identity::none || is_serial(definition.type)) return Content::distinct;
  const Expression* value = default_of(context, definition);
  if (value == nullptr || is_null_constant(*value)) return Content::nulls;
  if (generates_distinct_values(*value)) return Content::distinct;
  const Volatility volatility = volatility_of(*value, context.catalog);
  return volatility == Volatility::immutable || volatility == Volatility::stable ? Content::constant
                                                                                 : Content::any;
}

static bool covers(const std::vector<std::string>& columns, const std::vector<std::string>& key) {
  return !key.empty() && std::ranges::all_of(key, [&](const std::string& column) {
    return std::ranges::find(columns, column) != columns.end();
  });
}

bool surely_not_null(const Table& table, std::string_view column) {
  const Column* found = table.column(column);
  if (found != nullptr && (found->not_null || found->identity != Identity::none)) return true;
  return std::ranges::any_of(table.constraints, [&](const Constraint& constraint) {
    if (constraint.kind == Constraint::Kind::primary_key)
      return std::ranges::find(constraint.columns, column) != constraint.columns.end();
    return constraint.kind == Constraint::Kind::check && constraint.validated && constraint.enforced &&
           constraint.expression && implies_not_null(*constraint.expression, column);
  });
}

/// Never NULL for what is not, and the same for the same.
static bool keeps_values(const std::string& function) {
  static constexpr auto names =
      std::to_array<std::string_view>({"abs", "btrim", "char_length", "initcap", "length", "lower", "ltrim",
                                       "md5", "reverse", "rtrim", "upper"});
  return std::ranges::find(names, function) != names.end();
}

std::optional<std::vector<std::string>> columns_that_decide(const Index& index) {
  std::vector<std::string> columns;
  for (const IndexElement& element : index.elements) {
    const Expression* part = element.expression ? &without_casts(*element.expression) : nullptr;
    while (part != nullptr && part->kind == Expression::Kind::function && part->args.size() == 1 &&
           keeps_values(part->function.name))
      part = &without_casts(part->args.front());
    if (part != nullptr && part->kind != Expression::Kind::column) return std::nullopt;
    columns.push_back(part == nullptr ? element.column : part->value);
  }
  return columns;
}

bool surely_unique(const Table& before, const std::vector<std::string>& columns, bool nulls_not_distinct) {
  const auto guards = [&](const std::vector<std::string>& key, bool key_nulls_not_distinct) {
    if (!covers(columns, key)) return false;
    return !nulls_not_distinct || key_nulls_not_distinct ||
           std::ranges::all_of(key,
                               [&](const std::string& column) { return surely_not_null(before, column); });
  };
  const bool by_index = std::ranges::any_of(before.indexes, [&](const Index& index) {
    const auto key = columns_that_decide(index);
    return index.unique && index.valid && !index.where && key && guards(*key, index.nulls_not_distinct);
  });
  return by_index || std::ranges::any_of(before.constraints, [&](const Constraint& constraint) {
           const bool key = constraint.kind == Constraint::Kind::primary_key ||
                            constraint.kind == Constraint::Kind::unique;
           return key && guards(constraint.columns, constraint.nulls_not_distinct);
         });
}

void may_hold_duplicates(Context& context, const RelationName& table, const std::vector<std::string>& columns,
                         bool nulls_not_distinct) {
  const Table* before = table_before(context, table);
  // a key that was there says nothing of a column that the statement made again under its name
  std::vector<std::string> kept;
  std::ranges::copy_if(columns, std::back_inserter(kept), [&](const std::string& column) {
    return content_of(context, column) == Content::existing;
  });
  if (before != nullptr && surely_unique(*before, kept, nulls_not_distinct)) return;
  bool all_fixed = !columns.empty();
  for (const std::string& column : columns) {
    const Content content = content_of(context, column);
    if (content == Content::distinct || (content == Content::nulls && !nulls_not_distinct)) return;
    all_fixed = all_fixed && (content == Content::constant || content == Content::nulls);
  }
  may_fail(context, "23505", table, columns, all_fixed);
}

bool has_nulls_possible(const Context& context, const Table* before, std::string_view column) {
  switch (content_of(context, column)) {
    case Content::existing:
      return before == nullptr || !surely_not_null(*before, column);
    case Content::nulls:
    case Content::any:
      return true;
    case Content::constant:
    case Content::distinct:
      return false;
  }
  return true;
}

void may_hold_nulls(Context& context, const RelationName& table, std::string_view column) {
  if (!has_nulls_possible(context, table_before(context, table), column)) return;
  may_fail(context, "23502", table, {std::string(column)}, content_of(context, column) == Content::nulls);
}

bool is_marked_not_null(const Table& table, const Column& column) {
  if (column.not_null || column.identity != Identity::none) return true;
  const Constraint* key = table.primary_key();
  return key != nullptr && std::ranges::find(key->columns, column.name) != key->columns.end();
}

bool key_is_plain(Context& context, const Table& table, std::string_view what) {
  if (!table.partition_key.by_expression) return true;
  always_fails(
      context, "0A000",
      fmt::format("{} is partitioned by an expression: {} can't include it", in_prose(table.name), what));
  return false;
}

bool has_key_over(const Table& table, std::vector<std::string> columns) {
  std::ranges::sort(columns);
  const auto same = [&](std::vector<std::string> key) {
    std::ranges::sort(key);
    return key == columns;
  };
  const bool constraint = std::ranges::any_of(table.constraints, [&](const Constraint& c) {
    return (c.kind == Constraint::Kind::primary_key || c.kind == Constraint::Kind::unique) && same(c.columns);
  });
  return constraint || std::ranges::any_of(table.indexes, [&](const Index& i) {
           return i.unique && !i.where && same(i.columns());
         });
}

}  // namespace miglint
