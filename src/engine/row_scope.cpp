// Whether every row finds a partner. For a backfill from other tables that is the question: rows without one
// stay NULL.
//
//   UPDATE items SET owner = u.name FROM orders o JOIN users u ON u.id = o.user_id WHERE o.id =
//   items.order_id;
//
// items.order_id is required and a foreign key to orders (id), so there is an order; its user_id is required
// and a foreign key to users (id), so there is a user; no condition is left over: every item is filled, and
// never with NULL if users.name is required. A source that is the target once more is satisfied by the row
// itself, if the conditions are.

#include "engine/row_scope.hpp"

#include <algorithm>
#include <set>

#include "engine/conditions.hpp"

namespace miglint {

namespace {

using Cell = RowScope::Cell;
using Kind = Expression::Kind;

struct Pair {
  Cell one;
  Cell other;
  friend bool operator==(const Pair&, const Pair&) = default;
};

/// The equalities that are still to be met, and the tables in which a row is known to be there.
class Matching {
 public:
  Matching(const RowScope& scope, const RowSource* source, const RelationName& target, const Catalog& catalog,
           const Evidence& evidence)
      : scope_(scope), catalog_(catalog), evidence_(evidence), known_{Cell::target} {
    const int count = source == nullptr ? 0 : static_cast<int>(source->tables.size());
    for (int place = 0; place < count; ++place) {
      const RowSource::Table& table = source->tables[static_cast<std::size_t>(place)];
      const RelationName relation = catalog.resolve(table.relation);
      if (table.optional) continue;
      if (relation == target) {
        itself_.insert(place);
      } else {
        open_.emplace_back(place, relation);
      }
    }
  }

  bool add(Cell one, Cell other) {
    for (Cell* cell : {&one, &other}) {
      if (cell->optional) return false;
      if (itself_.contains(cell->place)) cell->place = Cell::target;
    }
    if (one == other) return scope_.never_null(one);
    const Pair pair{one, other};
    if (std::ranges::find(pairs_, pair) == pairs_.end() &&
        std::ranges::find(pairs_, Pair{other, one}) == pairs_.end())
      pairs_.push_back(pair);
    return true;
  }

  bool all_met() {
    for (bool progress = true; progress && !open_.empty();) {
      const std::size_t before = open_.size();
      std::erase_if(open_, [&](const auto& table) { return meet(table.first, table.second); });
      progress = open_.size() < before;
    }
    return open_.empty() && pairs_.empty();
  }

 private:
  /// A foreign key leads from a known row to one in this table.
  bool meet(int place, const RelationName& relation) {
    for (const int from : std::set<int>(known_)) {
      std::vector<Pair> joined;  // the known side first
      for (const Pair& pair : pairs_) {
        if (pair.one.place == from && pair.other.place == place) joined.push_back(pair);
        if (pair.other.place == from && pair.one.place == place) joined.push_back({pair.other, pair.one});
      }
      if (joined.empty() || !leads_to(joined, relation)) continue;
      std::erase_if(pairs_, [&](const Pair& pair) {
        return std::ranges::find(joined, pair) != joined.end() ||
               std::ranges::find(joined, Pair{pair.other, pair.one}) != joined.end();
      });
      known_.insert(place);
      return true;
    }
    return false;
  }

  bool leads_to(const std::vector<Pair>& joined, const RelationName& relation) const {
    if (!std::ranges::all_of(joined, [&](const Pair& pair) { return scope_.never_null(pair.one); }))
      return false;
    const RelationName& holder = joined.front().one.relation;
    if (joined.size() == 1 && is_key(relation, joined.front().other.column, catalog_) &&
        evidence_.no_orphans(holder, {joined.front().one.column}, relation, joined.front().other.column)
            .proven())
      return true;
    const Table* table = catalog_.table(holder);
    return table != nullptr && std::ranges::any_of(table->constraints, [&](const Constraint& key) {
             return is_key_of(key, joined, relation);
           });
  }

  static bool is_key_of(const Constraint& key, const std::vector<Pair>& joined,
                        const RelationName& relation) {
    if (key.kind != Constraint::Kind::foreign_key || !key.validated || !key.enforced ||
        key.referenced != relation)
      return false;
    if (key.columns.size() != joined.size() || key.referenced_columns.size() != joined.size()) return false;
    return std::ranges::all_of(joined, [&](const Pair& pair) {
      const auto at = std::ranges::find(key.columns, pair.one.column) - key.columns.begin();
      return static_cast<std::size_t>(at) < key.columns.size() &&
             key.referenced_columns[static_cast<std::size_t>(at)] == pair.other.column;
    });
  }

  const RowScope& scope_;
  const Catalog& catalog_;
  const Evidence& evidence_;
  std::set<int> known_;
  std::set<int> itself_;
  std::vector<std::pair<int, RelationName>> open_;
  std::vector<Pair> pairs_;
};

}  // namespace

std::optional<Expression> RowScope::computed(const Expression& column) const {
  if (source_ == nullptr) return std::nullopt;
  for (const RowSource::Output& output : source_->outputs) {
    if (column.qualifier.empty() ? output.alias.find('.') != std::string::npos
                                 : output.alias != column.qualifier)
      continue;
    if (output.name == column.value) return output.value;
    if (output.name != "*") continue;
    Expression whole = output.value;
    whole.value = column.value;
    if (cell(whole)) return whole;
  }
  return std::nullopt;
}

std::optional<Cell> RowScope::in_source(const Expression& column) const {
  if (source_ == nullptr) return std::nullopt;
  for (std::size_t at = 0; at < source_->tables.size(); ++at) {
    const RowSource::Table& table = source_->tables[at];
    if (column.qualifier.empty() ? table.alias.find('.') != std::string::npos
                                 : table.alias != column.qualifier)
      continue;
    const RelationName relation = catalog_.resolve(table.relation);
    if (catalog_.column(relation, column.value) == nullptr) continue;
    return Cell{.place = static_cast<int>(at),
                .relation = relation,
                .column = column.value,
                .optional = table.optional};
  }
  return std::nullopt;
}

std::optional<Cell> RowScope::in_target(const Expression& column) const {
  const std::string_view name = alias_.empty() ? std::string_view(table_.name) : alias_;
  if (!column.qualifier.empty() && column.qualifier != name) return std::nullopt;
  if (catalog_.column(table_, column.value) == nullptr) return std::nullopt;
  return Cell{.relation = table_, .column = column.value};
}

std::optional<Cell> RowScope::cell(const Expression& column) const {
  if (column.kind != Kind::column) return std::nullopt;
  if (const auto value = computed(column)) return cell(without_casts(*value));
  if (auto found = in_source(column)) return found;
  return in_target(column);
}

bool RowScope::never_null(const Cell& cell) const {
  const Column* column = catalog_.column(cell.relation, cell.column);
  if (cell.optional || column == nullptr) return false;
  return column->not_null || evidence_.no_nulls(cell.relation, cell.column).proven();
}

bool RowScope::every_row_matches(const std::vector<Expression>& conditions,
                                 const std::function<bool(const Expression&)>& own) const {
  if (source_ != nullptr && !source_->plain) return false;
  Matching matching(*this, source_, table_, catalog_, evidence_);
  for (const Expression& condition : conditions) {
    if (own(condition)) continue;
    if (condition.kind == Kind::is_not_null && !condition.args.empty()) {
      const auto found = cell(without_casts(condition.args.front()));
      if (found && never_null(*found)) continue;
    }
    if (condition.kind != Kind::op || condition.value != "=" || condition.args.size() != 2) return false;
    const auto one = cell(without_casts(condition.args[0]));
    const auto other = cell(without_casts(condition.args[1]));
    if (!one || !other || !matching.add(*one, *other)) return false;
  }
  return matching.all_met();
}

std::vector<Expression> conditions_of(const RowSource& source, const Boxed<Expression>& where) {
  std::vector<Expression> conditions = source.conditions;
  if (!where) return conditions;
  if (where->kind == Kind::conjunction) {
    conditions.insert(conditions.end(), where->args.begin(), where->args.end());
  } else {
    conditions.push_back(*where);
  }
  return conditions;
}

}  // namespace miglint
