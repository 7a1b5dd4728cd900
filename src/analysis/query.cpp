// SELECT, VALUES and set operations (analyze.c, transformSelectStmt and its like; parse_cte.c).

#include <algorithm>
#include <fmt/format.h>
#include <utility>

#include "analysis/analyser.hpp"
#include "analysis/builtins.hpp"
#include "analysis/constant.hpp"
#include "miglint/characters.hpp"

namespace miglint {

static QueryOutput unknown_output() { return {.columns = {}, .known = false, .sure = false}; }

/// A side of a set operation, the rows of an INSERT.
static bool is_part(const ScopedQuery& query, const ScopedQuery* whole) {
  if (whole == nullptr) return false;
  return whole->left.get() == &query || whole->right.get() == &query ||
         (whole->modification && whole->modification->source.get() == &query);
}

QueryOutput Analyser::query(const ScopedQuery& query, const Scope& outer) {
  const std::size_t visible = common_.size();
  const int aggregates_around = aggregates_, windows_around = std::exchange(windows_, 0);
  if (query.flaw && !has_variables) refuse(query.flaw->sqlstate, query.flaw->reason);
  has_variables = has_variables || query.has_variables;
  // All of a WITH RECURSIVE see each other, those that come later too.
  for (const CommonTable& table : query.with)
    if (table.recursive) common_.push_back({.name = table.name, .output = unknown_output()});
  const bool planned_around = std::exchange(planned, false);  // they may not be read
  for (const CommonTable& table : query.with) add_common(table, outer);
  planned = planned_around;
  const bool carried_out =
      levels_.empty() || (levels_.back().carried_out && is_part(query, levels_.back().query));
  levels_.push_back({.query = &query, .carried_out = carried_out});
  QueryOutput output = query.modification      ? modification(query, outer)
                       : query.left            ? set_operation(query, outer)
                       : !query.values.empty() ? values(query, outer)
                                               : select(query, outer);
  levels_.pop_back();
  aggregates_ = aggregates_around;
  windows_ = windows_around;
  common_.resize(visible);
  return output;
}

// ---- WITH -------------------------------------------------------------------------------------------------

void Analyser::add_common(const CommonTable& table, const Scope& outer) {
  QueryOutput output = unknown_output();
  if (!table.query) reads.known = false;
  const bool modifies = table.query && table.query->modification;
  if (modifies && !levels_.empty())
    refuse("0A000", fmt::format("the WITH query {} changes rows: it has to be at the top level",
                                in_prose(table.name)));
  if (table.query && table.recursive && table.query->left) return add_recursive(table, outer);
  if (table.query) output = query(*table.query, outer);
  if (output.sure && output.known && table.column_aliases.size() > output.columns.size())
    refuse("42P10", fmt::format("the WITH query {} has {} columns and is given {} names",
                                in_prose(table.name), output.columns.size(), table.column_aliases.size()));
  rename_columns(output.columns, table.column_aliases, output.known);
  common_.push_back(
      {.name = table.name, .output = std::move(output), .silent = modifies && table.query->targets.empty()});
}

/// Its second arm sees it with the columns of the first.
void Analyser::add_recursive(const CommonTable& table, const Scope& outer) {
  const std::size_t visible = common_.size();
  for (const CommonTable& inner : table.query->with) add_common(inner, outer);
  CommonOutput recursive{.name = table.name, .output = query(*table.query->left, outer)};
  rename_columns(recursive.output.columns, table.column_aliases, recursive.output.known);
  common_.push_back(recursive);
  const std::size_t around = std::exchange(recursive_level_, levels_.size() + 1);
  if (table.query->right) query(*table.query->right, outer);
  recursive_level_ = around;
  common_.resize(visible);
  common_.push_back(std::move(recursive));
}

// ---- Set operations, VALUES -------------------------------------------------------------------------------

Type Analyser::type_of(const ScopeColumn& column) const {
  return column.literal != nullptr ? builtin("unknown"_type) : to_type(catalog_, *column.type);
}

/// Named by its left side; of the type that both sides become.
QueryOutput Analyser::set_operation(const ScopedQuery& both, const Scope& outer) {
  QueryOutput left = both.left ? query(*both.left, outer) : unknown_output();
  const QueryOutput right = both.right ? query(*both.right, outer) : unknown_output();
  const bool sure = left.known && left.sure && right.known && right.sure;
  if (sure && left.columns.size() != right.columns.size())
    refuse("42601", fmt::format("the sides of a set operation have {} and {} columns", left.columns.size(),
                                right.columns.size()));
  for (std::size_t at = 0; at < left.columns.size(); ++at) {
    ScopeColumn& column = left.columns[at];
    column.relation = nullptr;
    if (at >= right.columns.size()) {
      column.type = &no_type_name;
      continue;
    }
    const ScopeColumn& other = right.columns[at];
    const Type one = type_of(column), two = type_of(other);
    const std::optional<Type> common = common_type(catalog_, {one, two});
    if (common && column.literal != nullptr) read(*column.literal, one, *common);
    if (common && other.literal != nullptr) read(*other.literal, two, *common);
    if (!common && column.sure && other.sure && knows_operators(catalog_))
      refuse("42804", fmt::format("a set operation can't bring {} and {} together",
                                  sql_in_prose(format_type(*column.type, catalog_)),
                                  sql_in_prose(format_type(*other.type, catalog_))));
    if (column.literal == nullptr || other.literal == nullptr) column.literal = nullptr;
    if (common && common->known() && !common->is_literal()) {
      column.type = keep(common->name);
    } else if (*column.type != *other.type) {
      column.type = &no_type_name;
    }
    column.sure = column.sure && other.sure;
    const bool collated = column.collation != nullptr && other.collation != nullptr;
    if (!collated || *column.collation != *other.collation) column.collation = nullptr;
  }
  left.known = left.known && right.known;
  left.sure = sure;
  sort_set_operation(both, left);
  return left;
}

/// By its output's names and places alone.
void Analyser::sort_set_operation(const ScopedQuery& both, const QueryOutput& output) {
  if (!output.sure || has_variables) return;
  for (const Expression& key : both.order_by) {
    const bool name = key.kind == Expression::Kind::column && key.qualifier.empty();
    if (name && column_named(output.columns, key.value) == nullptr)
      return refuse("42703",
                    fmt::format("ORDER BY {}: the set operation has no such column", in_prose(key.value)));
    const int number = is_position(key) ? std::atoi(key.value.c_str()) : 1;
    if (number < 1 || static_cast<std::size_t>(number) > std::max<std::size_t>(output.columns.size(), 1))
      return refuse("42P10", fmt::format("ORDER BY {} is no place in the select list", key.value));
  }
}

QueryOutput Analyser::values(const ScopedQuery& query, const Scope& outer) {
  const std::size_t width = query.values.front().size();
  std::vector<std::vector<Type>> types(width);
  const ScopeLevel nothing;
  Scope scope = outer;
  scope.push_back(&nothing);
  for (const std::vector<Expression>& row : query.values) {
    if (row.size() != width)
      refuse("42601", fmt::format("VALUES has rows of {} and of {} values", width, row.size()));
    for (std::size_t at = 0; at < row.size(); ++at) {
      const Type type = expression(row[at], scope, Clause::values);
      compute(row[at]);
      if (at < width) types[at].push_back(type);
    }
  }
  QueryOutput output;
  for (std::size_t at = 0; at < width; ++at) {
    const std::optional<Type> common = common_type(catalog_, types[at]);
    if (!common && knows_operators(catalog_))
      refuse("42804", fmt::format("column {} of VALUES has types that don't go together", at + 1));
    const Type type = !common ? Type{} : common->is_literal() ? builtin("text"_type) : *common;
    if (type.known())
      for (std::size_t row = 0; row < query.values.size() && row < types[at].size(); ++row)
        if (at < query.values[row].size()) read(query.values[row][at], types[at][row], type);
    output.columns.push_back(
        {.name = *kept_names_.insert("column" + std::to_string(at + 1)).first, .type = keep(type.name)});
  }
  return output;
}

// ---- SELECT -----------------------------------------------------------------------------------------------

/// Of two windows of one name; what they refer to is looked at where they are used.
static const Window* repeated(const std::vector<Window>& windows) {
  for (auto window = windows.begin(); window != windows.end(); ++window)
    if (std::find_if(windows.begin(), window, [&](const Window& one) { return one.name == window->name; }) !=
        window)
      return &*window;
  return nullptr;
}

void Analyser::all_compared(const QueryOutput& output) {
  for (const ScopeColumn& column : output.columns)
    if (column.sure && column.literal == nullptr) compared(to_type(catalog_, *column.type), false);
}

QueryOutput Analyser::select(const ScopedQuery& query, const Scope& outer) {
  if (const Window* window = repeated(query.window_definitions))
    refuse("42P20", fmt::format("WINDOW defines {} twice", in_prose(window->name)));
  const ScopeLevel from = from_clause(query.from, outer);
  Scope scope = outer;
  scope.push_back(&from);
  QueryOutput output;
  targets(query.targets, from, scope, Clause::target, output);
  clauses(query, from, scope);
  if (query.distinct && query.distinct_on.empty()) all_compared(output);
  check_sorting(query, from, scope, output);
  check_grouping(query, from, scope);
  return output;
}

/// The name is that of an output column, which GROUP BY and ORDER BY may mean.
static bool is_output(const std::vector<ScopedQuery::Target>& targets, const Expression& key) {
  return key.kind == Expression::Kind::column && key.qualifier.empty() &&
         std::ranges::any_of(targets,
                             [&](const ScopedQuery::Target& target) { return target.name == key.value; });
}

/// A constant that is no place in the select list means nothing as a key.
void Analyser::check_key(const Expression& key, std::string_view clause) {
  const bool constant = key.kind == Expression::Kind::constant || key.kind == Expression::Kind::null;
  if (constant && !is_position(key) && !has_variables)
    refuse("42601", fmt::format("{} takes no constant but a place in the select list", clause));
}

/// Its values are told apart, or sorted: it has an operator class for that.
void Analyser::compared(const Type& type, bool sorted) {
  const Type base = base_of(catalog_, type);
  const Type element = base.is_array() ? element_of(catalog_, base) : base;
  if (element.kind != Type::Kind::builtin || row_of(element.id).kind != 'b' || !knows_operators(catalog_) ||
      catalog_.not_kept.contains("CREATE OPERATOR CLASS"))
    return;
  const std::string_view name = element.name.name;
  if (!default_operator_family("btree", name).empty()) return;
  if (!sorted && !default_operator_family("hash", name).empty()) return;
  const char category = category_of(catalog_, element);
  if (category == 'S' || category == 'R') return;  // strings; ranges, whose classes are for all of them
  refuse("42883", fmt::format("{} has no {} operator", sql_in_prose(format_type(type.name, catalog_)),
                              sorted ? "ordering" : "equality"));
}

void Analyser::compute(const Expression& expression) {
  if (!planned || has_variables || inlined > 0 || levels_.empty() || !levels_.back().carried_out) return;
  if (const auto failure = constant_failure(catalog_, expression)) refuse(failure->sqlstate, failure->reason);
}

void Analyser::clauses(const ScopedQuery& query, const ScopeLevel& from, const Scope& scope) {
  if (query.where) condition(*query.where, scope, Clause::where, "WHERE");
  for (const Expression& key : query.group_by) {
    const bool output = is_output(query.targets, key) && column_named(from.columns, key.value) == nullptr;
    if (!query.grouping_sets) check_key(key, "GROUP BY");
    if (!output && !is_position(key)) compared(expression(key, scope, Clause::group), false);
  }
  if (query.having) condition(*query.having, scope, Clause::having, "HAVING");
  for (const Expression& key : query.windows) expression(key, scope, Clause::order);
  for (const std::vector<Expression>* keys : {&query.distinct_on, &query.order_by})
    for (const Expression& key : *keys) {
      // An output's name goes before an input's, which it then uses all the same.
      const bool sorts = keys == &query.order_by;
      check_key(key, sorts ? "ORDER BY" : "DISTINCT ON");
      if (is_position(key) || is_output(query.targets, key)) continue;
      compared(expression(key, scope, Clause::order), sorts);
    }
  const ScopeLevel nothing;
  for (const Expression& limit : query.limits) {
    Scope around(scope.begin(), scope.end() - 1);
    around.push_back(&nothing);
    const Type type = expression(limit, around, Clause::limit);
    read(limit, type, builtin("int8"_type));
  }
}

void Analyser::targets(const std::vector<ScopedQuery::Target>& targets, const ScopeLevel& from,
                       const Scope& scope, Clause clause, QueryOutput& output) {
  for (const ScopedQuery::Target& target : targets) {
    add_target(target, from, scope, clause, output);
    if (output.columns.size() <= most_targets) continue;
    output.columns.resize(most_targets + 1);  // refused: no more of them matters
    break;
  }
}

void Analyser::add_target(const ScopedQuery::Target& target, const ScopeLevel& from, const Scope& scope,
                          Clause clause, QueryOutput& output) {
  if (target.star) return add_star(target, from, scope, output);
  const Type type = expression(target.value, scope, clause);
  compute(target.value);
  ScopeColumn column{.name = target.name, .type = keep(type.name), .sure = type.known()};
  if (type.is_literal()) {
    column.type = &builtin("text"_type).name;
    column.literal = &target.value;
  }
  if (target.value.kind == Expression::Kind::column)
    if (const ScopeColumn* source =
            look_up({.qualifier = target.value.qualifier, .column = target.value.value}, scope).column)
      column.collation = source->collation;
  if (target.value.kind == Expression::Kind::collate) column.collation = &target.value.function;
  output.columns.push_back(column);
}

void Analyser::add_star(const ScopedQuery::Target& target, const ScopeLevel& from, const Scope& scope,
                        QueryOutput& output) {
  const auto add = [&](const std::vector<ScopeColumn>& columns, bool known, bool sure) {
    output.known = output.known && known;
    output.sure = output.sure && sure;
    for (const ScopeColumn& column : columns) {
      output.columns.push_back(column);
      output.columns.back().relation = nullptr;
    }
  };
  if (target.qualifier.empty()) {
    if (from.items.empty() && !has_variables && scope.size() == 1)
      refuse("42601", "SELECT * has nothing in FROM");
    use_all_of(from.columns, from.known);
    return add(from.columns, from.known, from.sure);
  }
  if (const ScopeItem* item = item_named(target.qualifier, scope)) {
    use_all_of(item->columns, item->known || item->relation.empty());
    return add(item->columns, item->known, item->sure);
  }
  output.known = output.sure = false;
  if (target.value.kind != Expression::Kind::other || !target.value.args.empty()) {
    expression(target.value, scope, Clause::target);
    return;
  }
  reads.known = false;
  const bool parameter = parameters != nullptr && std::ranges::any_of(*parameters, [&](const Parameter& one) {
                           return one.name == target.qualifier;
                         });
  if (!has_variables && !parameter && is_sure(scope) && target.qualifier != "(…)" &&
      target.qualifier != function)
    refuse("42P01", fmt::format("nothing in FROM is called {}", in_prose(target.qualifier)));
}

}  // namespace miglint
