// What GROUP BY and DISTINCT ask of the other clauses (parse_agg.c, check_ungrouped_columns; parse_clause.c).

#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "analysis/analyser.hpp"
#include "miglint/characters.hpp"

namespace miglint {

namespace {

/// An expression as a text that is equal where the expressions are: columns by their item's number. Empty
/// where it holds something that is not compared here.
class Key {
 public:
  explicit Key(const Scope& scope) : scope_(scope) {}

  std::string of(const Expression& expression) {
    text_.clear();
    complete_ = true;
    add(expression);
    return complete_ ? text_ : std::string();
  }

 private:
  void add(const Expression& expression) {
    using Kind = Expression::Kind;
    if (expression.kind == Kind::other || expression.kind == Kind::subquery ||
        expression.kind == Kind::exists) {
      complete_ = false;
      return;
    }
    text_ += fmt::format("{}(", static_cast<int>(expression.kind));
    if (expression.kind == Kind::column) {
      const NameFound found =
          look_up({.qualifier = expression.qualifier, .column = expression.value}, scope_);
      text_ += fmt::format("{}.{}", found.column == nullptr ? -1 : found.column->item, expression.value);
    } else {
      text_ += fmt::format("{} {} {} {}", expression.value, expression.function.name, expression.type.name,
                           expression.type.array_dimensions);
      for (const std::string& modifier : expression.type.modifiers) text_ += "," + modifier;
    }
    for (const Expression& arg : expression.args) add(arg);
    text_ += ')';
  }

  const Scope& scope_;
  std::string text_;
  bool complete_ = true;
};

/// The target that a number names; null where there is none.
const ScopedQuery::Target* target_at(const std::vector<ScopedQuery::Target>& targets,
                                     const Expression& place) {
  const int number = std::atoi(place.value.c_str());
  if (number < 1 || static_cast<std::size_t>(number) > targets.size()) return nullptr;
  return &targets[static_cast<std::size_t>(number) - 1];
}

const ScopedQuery::Target* target_named(const std::vector<ScopedQuery::Target>& targets,
                                        const Expression& name) {
  if (name.kind != Expression::Kind::column || !name.qualifier.empty()) return nullptr;
  const auto found = std::ranges::find(targets, name.value, &ScopedQuery::Target::name);
  return found == targets.end() ? nullptr : &*found;
}

bool has_star(const ScopedQuery& query) {
  return std::ranges::any_of(query.targets, [](const ScopedQuery::Target& target) { return target.star; });
}

/// Finds a column that is neither grouped by nor inside an aggregate.
class Ungrouped {
 public:
  Ungrouped(const Catalog& catalog, const Scope& scope, std::set<std::string> keys)
      : catalog_(catalog), scope_(scope), key_(scope), keys_(std::move(keys)) {}

  const Expression* in(const Expression& expression) {
    using Kind = Expression::Kind;
    if (keys_.contains(key_.of(expression))) return nullptr;
    switch (expression.kind) {
      case Kind::column:
        return is_grouped(expression) ? nullptr : &expression;
      case Kind::function:
        if (may_be_aggregate(expression) && !expression.call.window) return nullptr;
        break;
      case Kind::subquery:
      case Kind::exists:
      case Kind::other:
        return nullptr;
      default:
        break;
    }
    for (const Expression& arg : expression.args)
      if (const Expression* found = in(arg)) return found;
    return nullptr;
  }

  /// It is grouped by, or follows from a key that is; a column of no single item is not told here.
  bool has(const ScopeColumn& column, const ScopeLevel& from) const {
    if (column.item == 0 || keys_.contains(key_of(column.item, column.name))) return true;
    const auto item = std::ranges::find(from.items, column.item, &ScopeItem::number);
    return item == from.items.end() || follows_key(*item);
  }

  /// All of the item's primary key is grouped by: its other columns follow.
  bool follows_key(const ScopeItem& item) const {
    const Table* table = item.relation.empty() ? nullptr : catalog_.table(item.relation);
    const Constraint* key = table == nullptr ? nullptr : table->primary_key();
    return key != nullptr && !key->deferrable &&
           std::ranges::all_of(key->columns, [&](const std::string& name) {
             return keys_.contains(key_of(item.number, name));
           });
  }

 private:
  /// As Key has it.
  static std::string key_of(int item, std::string_view column) {
    return fmt::format("{}({}.{})", static_cast<int>(Expression::Kind::column), item, column);
  }

  bool is_grouped(const Expression& column) const {
    const NameFound found = look_up({.qualifier = column.qualifier, .column = column.value}, scope_);
    if (found.column == nullptr || !found.candidates.empty() || !found.innermost) return true;
    for (const ScopeItem& item : scope_.back()->items)
      if (item.number == found.column->item && (follows_key(item) || !item.sure)) return true;
    // Of USING, or of a join with an alias: whose it is is not told here.
    return found.column->item == 0;
  }

  bool may_be_aggregate(const Expression& call) const {
    if (!functions_named(catalog_, call.function).empty()) return false;
    const std::vector<Procedure> procedures = builtin_procedures(call.function.name);
    return (procedures.empty() && call.function.schema != "pg_catalog") ||
           std::ranges::any_of(procedures, [](const Procedure& one) { return one.kind == 'a'; });
  }

  const Catalog& catalog_;
  const Scope& scope_;
  Key key_;
  std::set<std::string> keys_;
};

/// One of PostgreSQL's own, outside of sub-selects.
bool has_aggregate(const Catalog& catalog, const Expression& expression) {
  if (expression.kind == Expression::Kind::function && !expression.call.window &&
      functions_named(catalog, expression.function).empty()) {
    const std::vector<Procedure> forms = builtin_procedures(expression.function.name);
    if (!forms.empty() && std::ranges::all_of(forms, [](const Procedure& form) { return form.kind == 'a'; }))
      return true;
  }
  return std::ranges::any_of(expression.args,
                             [&](const Expression& arg) { return has_aggregate(catalog, arg); });
}

}  // namespace

void Analyser::check_grouping(const ScopedQuery& query, const ScopeLevel& from, const Scope& scope) {
  const Level& level = levels_.back();
  const bool grouped = !query.group_by.empty() || query.grouping_sets || level.aggregates || query.having;
  if (!grouped || level.doubtful || has_variables || !is_sure(scope) || query.from.empty()) return;
  Key key(scope);
  std::set<std::string> keys;
  for (const Expression& group : query.group_by) {
    const ScopedQuery::Target* target = is_position(group) ? target_at(query.targets, group)
                                        : column_named(from.columns, group.value) == nullptr
                                            ? target_named(query.targets, group)
                                            : nullptr;
    if (is_position(group) && target == nullptr && !has_star(query))
      return refuse("42P10", fmt::format("GROUP BY {} is no place in the select list", group.value));
    if (target != nullptr && target->star) return;
    if (target != nullptr && has_aggregate(catalog_, target->value))
      return refuse("42803", "GROUP BY names a place in the select list that is an aggregate");
    std::string text = key.of(target == nullptr ? group : target->value);
    if (text.empty()) return;
    keys.insert(std::move(text));
  }
  Ungrouped ungrouped(catalog_, scope, std::move(keys));
  std::vector<const Expression*> expressions;
  for (const ScopedQuery::Target& target : query.targets) {
    if (target.star) {
      const bool follows =
          std::ranges::all_of(from.items, [&](const ScopeItem& item) { return ungrouped.follows_key(item); });
      if (!follows && target.qualifier.empty() && from.items.size() == 1 && query.group_by.empty())
        return refuse("42803", "SELECT * beside an aggregate needs a GROUP BY");
      const ScopeItem* item = target.qualifier.empty() ? nullptr : item_named(target.qualifier, scope);
      if (query.grouping_sets || (!target.qualifier.empty() && item == nullptr)) continue;
      for (const ScopeColumn& column : item == nullptr ? from.columns : item->columns)
        if (!ungrouped.has(column, from))
          return refuse("42803", fmt::format("{}, of *, is neither in GROUP BY nor in an aggregate",
                                             in_prose(column.name)));
      continue;
    }
    expressions.push_back(&target.value);
  }
  if (query.having) expressions.push_back(&*query.having);
  for (const Expression& sorted : query.order_by)
    if (!is_position(sorted) && target_named(query.targets, sorted) == nullptr)
      expressions.push_back(&sorted);
  for (const Expression* expression : expressions)
    if (const Expression* column = ungrouped.in(*expression))
      return refuse("42803",
                    fmt::format("{} is neither in GROUP BY nor in an aggregate", in_prose(column->value)));
}

/// The rows are sorted by what DISTINCT ON names first.
void Analyser::check_distinct_on(const ScopedQuery& query, const Scope& scope) {
  Key key(scope);
  const auto text = [&](const Expression& expression) {
    if (is_position(expression))
      if (const ScopedQuery::Target* target = target_at(query.targets, expression))
        return key.of(target->value);
    const ScopedQuery::Target* target = target_named(query.targets, expression);
    return key.of(target == nullptr ? expression : target->value);
  };
  std::set<std::string> distinct;
  for (const Expression& expression : query.distinct_on) distinct.insert(text(expression));
  if (distinct.contains(std::string())) return;
  std::set<std::string> met;
  for (const Expression& sorted : query.order_by) {
    const std::string here = text(sorted);
    if (here.empty() || met.size() == distinct.size()) return;
    if (!distinct.contains(here))
      return refuse("42P10", "ORDER BY starts with something else than DISTINCT ON names");
    met.insert(here);
  }
}

void Analyser::check_sorting(const ScopedQuery& query, const ScopeLevel& from, const Scope& scope,
                             const QueryOutput& output) {
  if (!output.known || !output.sure || has_star(query) || has_variables) return;
  for (const Expression& sorted : query.order_by)
    if (is_position(sorted) && target_at(query.targets, sorted) == nullptr)
      return refuse("42P10", fmt::format("ORDER BY {} is no place in the select list", sorted.value));
  if (!query.distinct || !is_sure(scope)) return;
  if (!query.distinct_on.empty()) return check_distinct_on(query, scope);
  Key key(scope);
  std::set<std::string> shown;
  for (const ScopedQuery::Target& target : query.targets) {
    std::string text = key.of(target.value);
    if (text.empty()) return;
    shown.insert(std::move(text));
  }
  static_cast<void>(from);
  for (const Expression& sorted : query.order_by) {
    if (is_position(sorted) || target_named(query.targets, sorted) != nullptr) continue;
    const std::string text = key.of(sorted);
    if (!text.empty() && !shown.contains(text))
      return refuse("42P10", "SELECT DISTINCT can be sorted only by what it selects");
  }
}

}  // namespace miglint
