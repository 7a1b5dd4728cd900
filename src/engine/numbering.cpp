#include "engine/numbering.hpp"

#include <algorithm>
#include <set>

#include "engine/conditions.hpp"

namespace miglint {

namespace {

using Kind = Expression::Kind;

/// The same for every row: what it reads stands in sub-selects of its own.
bool is_one_for_all(const Expression& value) {
  if (value.kind == Kind::column) return false;
  if (value.kind == Kind::subquery) return true;
  return std::ranges::all_of(value.args, is_one_for_all);
}

/// `(SELECT array_agg(id) FROM p)`: each of its elements is another one.
bool lists_keys(const Expression& value, const Catalog& catalog) {
  const Expression& bare = without_casts(value);
  if (bare.kind != Kind::subquery || !bare.subselect || bare.subselect->output.size() != 1) return false;
  const RowSource& source = bare.subselect->source;
  const Expression& list = without_casts(bare.subselect->output.front());
  if (list.kind != Kind::function || list.function.name != "array_agg" || list.args.empty() ||
      source.tables.size() != 1)
    return false;
  const Expression& element = without_casts(list.args.front());
  return element.kind == Kind::column &&
         is_key(catalog.resolve(source.tables.front().relation), element.value, catalog);
}

/// The row_number() that the value is made of, nothing lost.
std::optional<Expression> number_in(const Expression& value, const RowScope& scope, const Catalog& catalog) {
  const Expression& bare = without_casts(value);
  if (bare.kind == Kind::column) {
    std::optional<Expression> made = scope.computed(bare);
    const bool numbers =
        made && made->kind == Kind::function && made->function.name == "row_number" && made->call.over;
    return numbers ? made : std::nullopt;
  }
  if (bare.kind == Kind::function && bare.function.name == "to_jsonb" && bare.args.size() == 1)
    return number_in(bare.args.front(), scope, catalog);
  if (bare.kind == Kind::subscript && bare.args.size() == 2 && lists_keys(bare.args.front(), catalog))
    return number_in(bare.args.back(), scope, catalog);
  const bool keeps = bare.kind == Kind::op && bare.args.size() == 2 &&
                     (bare.value == "+" || bare.value == "||" || bare.value == "*");
  if (!keeps) return std::nullopt;
  for (const std::size_t i : {std::size_t{0}, std::size_t{1}}) {
    const Expression& other = bare.args[1 - i];
    const bool harmless = bare.value == "*" ? without_casts(other).is_constant() : is_one_for_all(other);
    if (auto found = harmless ? number_in(bare.args[i], scope, catalog) : std::nullopt) return found;
  }
  return std::nullopt;
}

bool is_target(const Expression& column, const RowScope& scope) {
  return column.qualifier == (scope.alias().empty() ? std::string_view(scope.table().name) : scope.alias());
}

/// The target's columns that the conditions hold equal to the same ones of the numbered row.
std::set<std::string> same_columns(const RowScope& scope, const std::vector<Expression>& conditions) {
  std::set<std::string> same;
  for (const Expression& condition : conditions) {
    if (condition.kind != Kind::op || condition.value != "=" || condition.args.size() != 2) continue;
    for (const std::size_t i : {std::size_t{0}, std::size_t{1}}) {
      const Expression& own = without_casts(condition.args[i]);
      const Expression& other = without_casts(condition.args[1 - i]);
      if (own.kind != Kind::column || other.kind != Kind::column || !is_target(own, scope)) continue;
      const std::optional<Expression> made = scope.computed(other);
      if (made && without_casts(*made).kind == Kind::column && without_casts(*made).value == own.value)
        same.insert(own.value);
    }
  }
  return same;
}

bool tells_rows_apart(const std::set<std::string>& columns, const RelationName& name,
                      const Catalog& catalog) {
  const Table* table = catalog.table(name);
  if (table == nullptr) return false;
  if (columns.contains("ctid")) return true;
  return std::ranges::any_of(table->indexes, [&](const Index& index) {
    return index.unique && index.valid && !index.where &&
           std::ranges::all_of(index.columns(), [&](const std::string& part) {
             const Column* column = table->column(part);
             return column != nullptr && column->not_null && columns.contains(part);
           });
  });
}

}  // namespace

std::optional<std::vector<std::string>> numbered_within(const Expression& value, const RowScope& scope,
                                                        const std::vector<Expression>& conditions,
                                                        const Catalog& catalog) {
  const std::optional<Expression> number = number_in(value, scope, catalog);
  if (!number || !tells_rows_apart(same_columns(scope, conditions), scope.table(), catalog))
    return std::nullopt;
  std::vector<std::string> groups;
  const std::size_t partitioned = number->args.size() - static_cast<std::size_t>(number->call.over->keys);
  for (std::size_t i = 0; i < partitioned; ++i) {
    const Expression& column = without_casts(number->args[i]);
    if (column.kind != Kind::column) return std::nullopt;
    groups.push_back(column.value);
  }
  return groups;
}

}  // namespace miglint
