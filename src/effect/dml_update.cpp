#include <algorithm>
#include <fmt/format.h>

#include "effect/changes.hpp"
#include "effect/dependents.hpp"
#include "effect/dml.hpp"
#include "effect/infer.hpp"
#include "effect/publication.hpp"
#include "effect/queries.hpp"

namespace miglint {

namespace {

/// Generated columns and those that are GENERATED ALWAYS AS IDENTITY take nothing but DEFAULT.
void check_generated(Context& context, const Table& table, const Column& column, const Assignment& assigned) {
  const bool generated = column.generated || column.identity == Identity::always;
  if (!generated || assigned.value.kind == Expression::Kind::default_value) return;
  always_fails(context, "428C9",
               fmt::format("{}.{} is generated and can only be set to DEFAULT", in_prose(table.name),
                           in_prose(column.name)));
}

/// Each row gets a value that no other has.
bool differs_for_each_row(const Expression& value) {
  bool drawn = false;
  walk(value, [&](const Expression& part) {
    const std::string& name = part.function.name;
    drawn |= part.kind == Expression::Kind::function && (name == "gen_random_uuid" || name == "nextval" ||
                                                         name == "uuid_generate_v4" || name == "uuidv7");
  });
  return drawn;
}

class Updated {
 public:
  Updated(Context& context, const Update& change, const Table& table)
      : context_(context), change_(change), table_(table) {}

  void check() {
    for (const Assignment& assigned : change_.assignments) {
      const Column* column = table_.column(assigned.column);
      if (column == nullptr || assigned.part) continue;
      check_generated(context_, table_, *column, assigned);
      check_assigned(context_, table_, *column, assigned.value, true);
      if (failed(context_)) return;
      if (!keeps(assigned)) take(*column, assigned.value);
    }
    if (!may_be_rewritten(table_)) {
      check_known();
      check_unknown();
    }
    check_keys();
    check_parents();
    if (!columns_.empty()) check_referring(context_, table_, columns_);
  }

 private:
  /// `SET id = id`
  static bool keeps(const Assignment& assigned) {
    const Expression& bare = without_casts(assigned.value);
    return bare.kind == Expression::Kind::column && bare.qualifier.empty() && bare.value == assigned.column;
  }

  void take(const Column& column, const Expression& value) {
    columns_.push_back(column.name);
    if (value.kind == Expression::Kind::default_value) {
      if (auto left_out = value_left_out(context_.catalog, column)) known_.emplace(column.name, *left_out);
    } else if (is_literal(value)) {
      known_.emplace(column.name, as_type(value, column.type));
    }
  }

  /// Values that may be NULL where that is not allowed.
  void check_unknown() {
    for (const Assignment& assigned : change_.assignments) {
      const Column* column = table_.column(assigned.column);
      if (column == nullptr || !column->not_null || is_literal(assigned.value)) continue;
      if (may_be_null(assigned.value, &table_)) may_fail(context_, "23502", table_.name, {column->name});
    }
    if (const Constraint* check = violated_check(table_, known_, Verdict::unknown, columns_))
      may_fail(context_, "23514", table_.name, check->columns);
  }

  void check_known() {
    for (const auto& [name, value] : known_)
      if (is_null_constant(value) && requires_value(context_.catalog, *table_.column(name)))
        may_fail(context_, "23502", table_.name, {name}, true);
    if (const Constraint* check = violated_check(table_, known_, Verdict::no))
      may_fail(context_, "23514", table_.name, check->columns, true);
  }

  bool is_assigned(const std::string& column) const { return contains(columns_, column); }

  /// NULL is like no other value.
  bool is_null(const std::string& column) const {
    const auto known = known_.find(column);
    return known != known_.end() && is_null_constant(known->second);
  }

  bool is_drawn(const std::string& column) const {
    return std::ranges::any_of(change_.assignments, [&](const Assignment& assigned) {
      return assigned.column == column && differs_for_each_row(assigned.value);
    });
  }

  /// Rows that become alike where no two may be.
  void check_keys() {
    for (const Index& index : table_.indexes) {
      std::vector<std::string> key = index.columns();
      for (const IndexElement& element : index.elements)
        if (element.expression)
          for (std::string& column : columns_of(*element.expression)) key.push_back(std::move(column));
      std::erase(key, "");
      const bool touched = std::ranges::any_of(key, [&](const std::string& c) { return is_assigned(c); });
      const bool apart = std::ranges::any_of(key, [&](const std::string& c) {
        return is_drawn(c) || (is_null(c) && !index.nulls_not_distinct);
      });
      if (index.unique && touched && !apart) may_fail(context_, "23505", table_.name, index.columns());
    }
  }

  void check_parents() {
    for (const Constraint& key : table_.constraints) {
      if (key.kind != Constraint::Kind::foreign_key || !key.enforced) continue;
      const bool touched =
          std::ranges::any_of(key.columns, [&](const std::string& c) { return is_assigned(c); });
      const bool null = std::ranges::any_of(key.columns, [&](const std::string& c) { return is_null(c); });
      if (touched && !null) may_fail(context_, "23503", table_.name, key.columns);
    }
  }

  Context& context_;
  const Update& change_;
  const Table& table_;
  std::vector<std::string> columns_;
  RowValues known_;
};

}  // namespace

/// WITH CHECK OPTION: the constants alone keep each row out.
static void check_option(Context& context, const Update& change) {
  const auto below = table_below(context, change.table);
  if (!below || below->check == nullptr) return;
  RowValues known;
  for (const Assignment& assigned : change.assignments) {
    const auto column = below->columns.find(assigned.column);
    const Column* found = column == below->columns.end() ? nullptr : below->table->column(column->second);
    if (found != nullptr && is_literal(assigned.value))
      known.emplace(found->name, as_type(assigned.value, found->type));
  }
  const Verdict verdict = evaluate_row(*below->check, known);
  if (verdict == Verdict::no || verdict == Verdict::null)
    may_fail(context, "44000", below->table->name, columns_of(*below->check), true);
}

static std::vector<std::string> columns_set(const Update& change) {
  std::vector<std::string> columns;
  for (const Assignment& assignment : change.assignments) columns.push_back(assignment.column);
  return columns;
}

static bool sets_twice(const Update& change, std::string& twice) {
  std::vector<std::string_view> columns;
  for (const Assignment& assignment : change.assignments)
    if (!assignment.part) columns.push_back(assignment.column);
  std::ranges::sort(columns);
  const auto found = std::ranges::adjacent_find(columns);
  if (found != columns.end()) twice = *found;
  return found != columns.end();
}

void apply(Context& context, const Update& change) {
  lock(context, change.table, LockMode::row_exclusive);
  const std::vector<std::string> columns = columns_set(change);
  check_target(context, change.table, RowCommand::update, columns);
  const Table* table =
      context.catalog.view(change.table) != nullptr ? nullptr : target_table(context, change.table);
  read_relations(context, change.from);
  for (const Assignment& assignment : change.assignments) {
    read_subqueries(context, assignment.value);
    const Column* column =
        table == nullptr || failed(context) ? nullptr : target_column(context, *table, assignment.column);
    use_labels(context, assignment.value, table, column == nullptr ? nullptr : &column->type);
  }
  if (std::string twice; !failed(context) && sets_twice(change, twice))
    always_fails(context, "42601", fmt::format("column {} is set twice", in_prose(twice)));
  if (table != nullptr) replica_identity_is_there(context, *table, true);
  if (table != nullptr && table->rules.empty()) Updated(context, change, *table).check();
  if (table == nullptr && !failed(context)) check_option(context, change);
  read_target(context, change.table, change.where);
  if (change.where) use_labels(context, *change.where, table);
  if (table != nullptr) leave_own_keys_pending(context, *table, columns);
}

}  // namespace miglint
