#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "release_paths.hpp"

namespace miglint {

namespace {

/// Tables that refer to it, and those that refer to them.
std::set<RelationName> emptied_along(const Catalog& catalog, const RelationName& table) {
  std::set<RelationName> reached;
  std::vector<RelationName> next = {table};
  while (!next.empty()) {
    const RelationName parent = next.back();
    next.pop_back();
    for (const auto& [child, key] : catalog.referencing(parent)) {
      if (child->name != table && reached.insert(child->name).second) next.push_back(child->name);
    }
  }
  return reached;
}

/// A row of the table can be deleted whatever refers to it.
bool lets_rows_go(const Catalog& catalog, const RelationName& table, std::set<RelationName>& seen) {
  if (!seen.insert(table).second) return true;
  return std::ranges::all_of(catalog.referencing(table), [&](const auto& reference) {
    const auto& [child, key] = reference;
    if (key->on_delete == ReferentialAction::cascade) return lets_rows_go(catalog, child->name, seen);
    if (key->on_delete != ReferentialAction::set_null) return false;
    return std::ranges::none_of(key->columns, [&](const std::string& name) {
      const Column* column = child->column(name);
      return !column || column->not_null;
    });
  });
}

/// DELETE, which asks each foreign key.
SaferPath deleted_instead(const RelationName& table, const Step& step) {
  SaferPath path = copied_first(step, {table});
  path.title = fmt::format("Delete the rows of {} alone, and let each foreign key decide for its own table",
                           in_words(table));
  path.steps.push_back(
      here("ON DELETE SET NULL then keeps the rows that refer to them, and ON DELETE CASCADE "
           "deletes them.",
           sql(Delete{.table = table}, step)));
  return path;
}

std::vector<SaferPath> paths_of(const RelationName& table, std::vector<RelationName> others,
                                const Step& step) {
  if (!can_be_rewritten(step)) return {};
  std::vector<SaferPath> paths;
  std::set<RelationName> seen;
  if (lets_rows_go(step.before, table, seen)) paths.push_back(deleted_instead(table, step));
  others.insert(others.begin(), table);
  paths.push_back(copied_first(step, others));
  return paths;
}

void check_truncate_cascade(const Truncate& truncate, const Step& step, RuleContext& context) {
  if (!truncate.cascade) return;
  const RelationName table = step.before.resolve(truncate.table);
  std::vector<RelationName> tables;
  std::vector<std::string> others;
  for (const RelationName& other : emptied_along(step.before, table)) {
    if (step.before.is_new(other) || step.evidence.rows_copied(other).proven()) continue;
    tables.push_back(other);
    others.push_back(in_words(other));
  }
  if (others.empty()) return;
  context.report({
      .message =
          fmt::format("TRUNCATE {} CASCADE also removes all rows of {}", in_words(table), in_words(others)),
      .object = object(table),
      .why = "CASCADE empties every table with a foreign key to this one, whatever its ON DELETE says, and "
             "those that refer to them in turn.",
      .paths = paths_of(table, std::move(tables), step),
      .safer = {{.text = "Delete the rows that are meant: each foreign key's own ON DELETE then decides."}},
  });
}

}  // namespace

extern const Rule truncate_cascade;
const Rule truncate_cascade{.id = "truncate-cascade",
                            .severity = Severity::error,
                            .check = on<check_truncate_cascade>,
                            .overrides = {"truncate"}};

}  // namespace miglint
