#include <algorithm>
#include <fmt/format.h>
#include <unordered_set>

#include "effect/dml_row.hpp"

namespace miglint {

namespace {

/// The columns that are given values: those listed, else the first of the table.
std::vector<const Column*> columns_given(const Insert& change, const Table& table, std::size_t width) {
  std::vector<const Column*> columns;
  for (const std::string& name : change.columns) columns.push_back(table.column(name));
  if (change.columns.empty())
    for (const Column& column : table.columns)
      if (columns.size() < width) columns.push_back(&column);
  return columns;
}

/// 42601 where there are more values than columns, or fewer than are listed.
void check_width(Context& context, const Insert& change, const Table& table,
                 const std::vector<Expression>& values) {
  if (std::ranges::any_of(values, may_be_several)) return;
  const std::size_t columns = change.columns.empty() ? table.columns.size() : change.columns.size();
  if (change.columns.empty() && !table.certain) return;
  const bool more = values.size() > columns;
  if (more || (!change.columns.empty() && values.size() < columns))
    always_fails(
        context, "42601",
        fmt::format("{} columns of {} are given {} values", columns, in_prose(table.name), values.size()));
}

/// PostgreSQL looks at the columns of all rows at once: one value is enough.
void check_generated(Context& context, const Insert& change, const Table& table, const Column& column,
                     const Expression& value) {
  const bool identity = column.identity == Identity::always && change.overriding == Insert::Overriding::none;
  if ((!column.generated && !identity) || value.kind == Expression::Kind::default_value) return;
  always_fails(context, "428C9",
               fmt::format("{}.{} is generated{}", in_prose(table.name), in_prose(column.name),
                           identity ? ", and OVERRIDING SYSTEM VALUE is not there" : ""));
}

class Inserted {
 public:
  Inserted(Context& context, const Insert& change, const Table& table)
      : context_(context), change_(change), table_(table), rewritten_(may_be_rewritten(table)) {}

  void check() {
    for (const std::vector<Expression>& values : change_.rows) {
      check_values(values);
      if (failed(context_)) return;
    }
    if (!change_.query_output.empty()) check_values(change_.query_output);
    if (failed(context_)) return;
    if (change_.rows.empty() && !change_.query) check_row({}, {});
    const bool selected = change_.query && !std::ranges::any_of(change_.query_output, may_be_several) &&
                          (!change_.query_output.empty() || !change_.columns.empty());
    if (selected) check_selected();
  }

 private:
  /// The values' number and types, and what the row is refused for.
  void check_values(const std::vector<Expression>& values) {
    check_width(context_, change_, table_, values);
    if (failed(context_) || std::ranges::any_of(values, may_be_several)) return;
    const auto columns = columns_given(change_, table_, values.size());
    for (std::size_t at = 0; at < values.size() && at < columns.size(); ++at) {
      if (columns[at] == nullptr) continue;
      check_generated(context_, change_, table_, *columns[at], values[at]);
      if (!change_.parts)
        check_assigned(context_, table_, *columns[at], values[at], change_.query.has_value());
      if (failed(context_)) return;
    }
    if (!change_.query) check_row(columns, values);
  }

  void check_row(const std::vector<const Column*>& columns, const std::vector<Expression>& values) {
    if (!table_.certain || change_.parts) return;
    const Row row(context_.catalog, table_, columns, values);
    if (!rewritten_ && table_.kind != Table::Kind::foreign) refuse(row);
    if (!failed(context_)) note_keys(row);
    if (!failed(context_)) note_parents(row);
  }

  /// In PostgreSQL's order: the partition, NOT NULL, the checks (ExecInsert).
  void refuse(const Row& row) {
    const Table* target = &table_;
    if (table_.kind == Table::Kind::partitioned) {
      const Routed routed = routable_ ? route(context_.catalog, table_, row.known()) : Routed{.known = false};
      routable_ = routed.known;  // one row after the other would cost their number times the partitions'
      if (!routed.known) return may_refuse(row);
      if (routed.table == nullptr)
        return always_fails(context_, "23514",
                            fmt::format("no partition of {} takes the row", in_prose(table_.name)));
      target = routed.table;
      if (may_be_rewritten(*target)) return;
    }
    if (const Column* column = row.null_column())
      return always_fails(context_, "23502",
                          fmt::format("{}.{} is required, and the row has NULL there", in_prose(table_.name),
                                      in_prose(column->name)));
    if (const Constraint* check = violated_check(table_, row.known(), Verdict::no))
      return always_fails(
          context_, "23514",
          fmt::format("a row violates the check {} of {}", in_prose(check->name), in_prose(table_.name)));
    if (table_.partition_of && is_elsewhere(context_.catalog, table_, row.known()))
      always_fails(context_, "23514", fmt::format("the row is none of partition {}", in_prose(table_.name)));
  }

  /// One of two things is wrong with it, or more.
  void may_refuse(const Row& row) {
    const Column* column = row.null_column();
    if (column != nullptr) may_fail(context_, "23502", table_.name, {column->name}, true);
    may_fail(context_, "23514", table_.name, table_.partition_key.columns);
  }

  /// Constants written into a key that other rows may hold already, or another of these does.
  void note_keys(const Row& row) {
    for (const Index& index : table_.indexes) {
      const auto columns = index.columns();
      if (!index.unique || index.where || columns.empty()) continue;
      const std::string key = row.key(columns);
      if (key.empty()) continue;
      const bool repeated =
          change_.rows.size() > 1 && !rewritten_ && !keys_.insert(to_string(index.name) + key).second;
      if (repeated) return repeat_key(index);
      if (!is_arbiter(index)) may_fail(context_, "23505", table_.name, columns);
    }
  }

  void repeat_key(const Index& index) {
    const bool updates = change_.on_conflict_update && is_arbiter(index);
    if (is_arbiter(index) && !updates) return;
    // with ON CONFLICT a row that meets another key is left out
    if (!updates && change_.conflict) return may_fail(context_, "23505", table_.name, index.columns());
    always_fails(context_, updates ? "21000" : "23505",
                 fmt::format("two of the rows have the same {}", fmt::join(in_prose(index.columns()), ", ")));
  }

  /// ON CONFLICT goes by this index: it raises nothing.
  bool is_arbiter(const Index& index) const {
    if (!change_.conflict) return false;
    const ConflictTarget& target = *change_.conflict;
    if (!target.constraint.empty()) return target.constraint == index.name.name;
    return target.elements.empty() || may_decide(index, target);
  }

  /// Constants that refer to rows which may not be there.
  void note_parents(const Row& row) {
    for (const Constraint& key : table_.constraints) {
      if (key.kind != Constraint::Kind::foreign_key || !key.enforced || row.key(key.columns).empty())
        continue;
      may_fail(context_, "23503", table_.name, key.columns);
      if (!rewritten_ && never_filled(key)) context_.effect.row_failures.back().new_database = true;
    }
  }

  /// No statement of the history has put a row into the table that the key refers to.
  bool never_filled(const Constraint& key) const {
    const Table* parent = context_.catalog.table(key.referenced);
    return parent != nullptr && parent->name != table_.name && parent->certain && !parent->filled &&
           parent->kind == Table::Kind::table && !parent->partition_of && parent->inherits.empty() &&
           context_.catalog.children_of(parent->name).empty() && context_.catalog.complete &&
           context_.catalog.knows(parent->name, parent->origin) &&
           context_.catalog.knows(table_.name, table_.origin);
  }

  /// What a query gives: each of its rows has the constants of the target list, and the rest is not known.
  void check_selected() {
    if (!table_.certain || change_.parts) return;
    const auto columns = columns_given(change_, table_, change_.query_output.size());
    const Row row(context_.catalog, table_, columns, change_.query_output);
    if (!rewritten_ && table_.kind != Table::Kind::foreign) {
      const Column* column = row.null_column();
      if (column != nullptr && (!contains_column(columns, *column) || !change_.query_output.empty()))
        may_fail(context_, "23502", table_.name, {column->name}, true);
      check_unknown(columns);
      if (const Constraint* check = violated_check(table_, row.known(), Verdict::no)) {
        may_fail(context_, "23514", table_.name, check->columns, true);
      } else if (const Constraint* other =
                     violated_check(table_, row.known(), Verdict::unknown, given(columns))) {
        may_fail(context_, "23514", table_.name, other->columns);
      }
      if (table_.kind == Table::Kind::partitioned) {
        const Routed routed = route(context_.catalog, table_, row.known());
        if (!routed.known || routed.table == nullptr)
          may_fail(context_, "23514", table_.name, table_.partition_key.columns, routed.known);
      }
    }
    note_selected_keys(columns);
    note_parents(row);
  }

  static bool contains_column(const std::vector<const Column*>& columns, const Column& column) {
    return std::ranges::find(columns, &column) != columns.end();
  }

  static std::vector<std::string> given(const std::vector<const Column*>& columns) {
    std::vector<std::string> names;
    for (const Column* column : columns)
      if (column != nullptr) names.push_back(column->name);
    return names;
  }

  /// Columns of the table that is read which may be NULL where that is not allowed.
  void check_unknown(const std::vector<const Column*>& columns) {
    const auto& relations = change_.query->relations;
    const Table* source = relations.size() == 1 ? context_.catalog.table(relations.front()) : nullptr;
    for (std::size_t at = 0; at < columns.size() && at < change_.query_output.size(); ++at)
      if (columns[at] != nullptr && columns[at]->not_null && may_be_null(change_.query_output[at], source))
        may_fail(context_, "23502", table_.name, {columns[at]->name});
  }

  void note_selected_keys(const std::vector<const Column*>& columns) {
    const std::vector<std::string> names = given(columns);
    for (const Index& index : table_.indexes) {
      const auto key = index.columns();
      const bool all =
          std::ranges::all_of(key, [&](const std::string& name) { return contains(names, name); });
      if (index.unique && !index.where && !key.empty() && all && !is_arbiter(index))
        may_fail(context_, "23505", table_.name, key);
    }
  }

  Context& context_;
  const Insert& change_;
  const Table& table_;
  bool rewritten_;
  bool routable_ = true;
  std::unordered_set<std::string> keys_;
};

}  // namespace

bool may_be_several(const Expression& value) { return value.kind == Expression::Kind::other; }

void check_inserted(Context& context, const Insert& change, const Table& table) {
  Inserted(context, change, table).check();
}

}  // namespace miglint
