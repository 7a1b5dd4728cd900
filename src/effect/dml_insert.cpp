#include <algorithm>
#include <fmt/format.h>

#include "effect/changes.hpp"
#include "effect/dependents.hpp"
#include "effect/dml_row.hpp"
#include "effect/queries.hpp"

namespace miglint {

namespace {

void check_listed(Context& context, const Insert& change, const Table& table) {
  for (const std::string& column : change.columns)
    if (!failed(context)) target_column(context, table, column);
  if (failed(context) || change.parts) return;
  std::vector<std::string_view> names(change.columns.begin(), change.columns.end());
  std::ranges::sort(names);
  if (const auto twice = std::ranges::adjacent_find(names); twice != names.end())
    always_fails(context, "42701", fmt::format("column {} is named twice", in_prose(*twice)));
}

/// VALUES lists must all be the same length.
void check_lists(Context& context, const Insert& change) {
  for (const auto& row : change.rows) {
    if (std::ranges::any_of(row, may_be_several)) return;
    if (row.size() != change.rows.front().size())
      return always_fails(context, "42601", "the rows of VALUES are not of the same length");
  }
}

void use_inserted_labels(Context& context, const Insert& change, const Table& table) {
  const auto type_at = [&](std::size_t at) -> const TypeName* {
    const Column* column = change.columns.empty()
                               ? (at < table.columns.size() ? &table.columns[at] : nullptr)
                               : (at < change.columns.size() ? table.column(change.columns[at]) : nullptr);
    return column == nullptr ? nullptr : &column->type;
  };
  for (const auto& row : change.rows)
    for (std::size_t at = 0; at < row.size(); ++at) use_labels(context, row[at], &table, type_at(at));
  for (std::size_t at = 0; at < change.query_output.size(); ++at)
    use_labels(context, change.query_output[at], nullptr, type_at(at));
}

}  // namespace

/// The INSERT that PostgreSQL makes of one into a view: into the table below it. None where it can't be told.
static std::optional<Insert> rewritten_for(const Insert& change, const View& view, const BelowView& below) {
  if (change.conflict || change.parts) return std::nullopt;
  Insert rewritten = change;
  rewritten.table = below.table->name;
  rewritten.columns = change.columns.empty() ? view.columns : change.columns;
  const std::size_t width = !change.rows.empty() ? change.rows.front().size() : change.query_output.size();
  if (change.columns.empty()) {
    if (width > view.columns.size() || std::ranges::any_of(change.query_output, may_be_several))
      return std::nullopt;
    rewritten.columns.resize(width);
  }
  for (std::string& column : rewritten.columns) {
    const auto found = below.columns.find(column);
    if (found == below.columns.end()) return std::nullopt;
    column = found->second;
  }
  return rewritten;
}

/// WITH CHECK OPTION: a row is refused when what is known of it keeps it out of the view.
static void check_option(Context& context, const Insert& change, const BelowView& below) {
  const auto refuse = [&](const std::vector<Expression>& values) {
    std::vector<const Column*> columns;
    for (const std::string& name : change.columns) columns.push_back(below.table->column(name));
    const Row row(context.catalog, *below.table, columns, values);
    const Verdict verdict = evaluate_row(*below.check, row.known());
    if (failed(context) || verdict == Verdict::yes || verdict == Verdict::unknown) return;
    if (change.query) return may_fail(context, "44000", below.table->name, columns_of(*below.check), true);
    always_fails(context, "44000",
                 fmt::format("a row is none of those that {} shows, which has a CHECK OPTION",
                             in_prose(below.view->name)));
  };
  for (const std::vector<Expression>& values : change.rows) refuse(values);
  if (change.query && !change.query_output.empty()) refuse(change.query_output);
}

static void insert_below(Context& context, const Insert& change) {
  const auto below = table_below(context, change.table);
  const auto rewritten = below ? rewritten_for(change, *below->view, *below) : std::nullopt;
  if (!rewritten || !below->table->rules.empty()) return;
  check_lists(context, change);
  if (!failed(context)) check_inserted(context, *rewritten, *below->table);
  if (!failed(context) && below->check != nullptr && below->table->certain &&
      !may_be_rewritten(*below->table))
    check_option(context, *rewritten, *below);
}

void apply(Context& context, const Insert& change) {
  lock(context, change.table, LockMode::row_exclusive);
  if (change.query) read(context, *change.query, true, true);
  if (!failed(context)) check_target(context, change.table, RowCommand::insert, change.columns);
  if (context.catalog.view(change.table) != nullptr) return insert_below(context, change);
  const Table* table = target_table(context, change.table);
  if (table == nullptr) return;
  check_lists(context, change);
  if (!failed(context)) check_listed(context, change, *table);
  if (!failed(context)) check_conflict(context, change, *table);
  if (!failed(context) && table->rules.empty()) check_inserted(context, change, *table);
  use_inserted_labels(context, change, *table);
  leave_own_keys_pending(context, *table, change.columns);
}

}  // namespace miglint
