// COPY of a table's rows (copy.c, DoCopy; copyto.c, BeginCopyTo; copyfrom.c, CopyFrom). Of COPY (SELECT …)
// the query is what counts.

#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "effect/changes.hpp"
#include "effect/relation_kind.hpp"

namespace miglint {

/// 42809: COPY TO is for tables with rows of their own; COPY FROM takes partitioned ones, and views whose
/// triggers put the rows somewhere.
static bool can_be_copied(Context& context, const CopyRows& change) {
  const auto kind = relation_kind(context, change.table);
  if (!kind || *kind == RelationKind::table) return true;
  if (!change.from && *kind == RelationKind::materialized_view && context.postgres >= 18) return true;
  const bool passes_on = *kind == RelationKind::partitioned_table || *kind == RelationKind::foreign_table;
  if (change.from && (passes_on || *kind == RelationKind::view)) return true;
  always_fails(context, "42809",
               fmt::format("{} has no rows of its own that COPY could take{}",
                           in_prose(resolve(context, change.table)),
                           change.from ? "" : ": COPY (SELECT …) TO copies what a query gives"));
  return false;
}

static void check_columns(Context& context, const CopyRows& change, const Table& table) {
  std::set<std::string_view> seen;
  for (const std::string& name : change.columns) {
    const Column* column = target_column(context, table, name);
    if (failed(context)) return;
    if (!seen.insert(name).second)
      return always_fails(context, "42701", fmt::format("column {} is named twice", in_prose(name)));
    if (column != nullptr && column->generated)
      return always_fails(context, "42P10",
                          fmt::format("column {} is generated: COPY can't name it", in_prose(name)));
  }
}

void apply(Context& context, const CopyRows& change) {
  if (change.table.empty() || !relation_is_there(context, change.table)) return;
  if (!can_be_copied(context, change)) return;
  if (const Table* table = table_now(context, change.table)) check_columns(context, change, *table);
  if (failed(context)) return;
  lock(context, change.table, change.from ? LockMode::row_exclusive : LockMode::access_share);
  if (!change.from) scan(context, change.table);
}

}  // namespace miglint
