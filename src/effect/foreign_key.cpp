// A foreign key locks both tables SHARE ROW EXCLUSIVE: reads pass, writes wait. Unless NOT VALID it joins
// them to find orphans, reading both. Written with a new column that is all NULL (ADD COLUMN … REFERENCES) it
// reads nothing: PostgreSQL knows there can be no orphan.

#include <algorithm>
#include <fmt/format.h>

#include "effect/changes.hpp"
#include "effect/conversion.hpp"
#include "effect/keys.hpp"

namespace miglint {

namespace {

/// The columns the key points at: those written, else the referenced table's primary key.
std::vector<std::string> referenced_columns(const AddForeignKey& change, const Table* referenced) {
  if (!change.referenced_columns.empty() || referenced == nullptr || referenced->primary_key() == nullptr)
    return change.referenced_columns;
  return referenced->primary_key()->columns;
}

bool referenced_key_exists(Context& context, const AddForeignKey& change, const Table& referenced) {
  if (!referenced.certain) return true;
  const std::string name = in_prose(referenced.name);
  if (change.referenced_columns.empty() && referenced.primary_key() == nullptr) {
    always_fails(context, "42704", fmt::format("{} has no primary key to refer to", name));
    return false;
  }
  const auto columns = referenced_columns(change, &referenced);
  for (const std::string& column : columns)
    if (referenced.column(column) == nullptr) {
      always_fails(context, "42703", fmt::format("{} has no column {}", name, in_prose(column)));
      return false;
    }
  if (has_key_over(referenced, columns)) return true;
  always_fails(context, "42830",
               fmt::format("{} has no unique key over {}", name, fmt::join(in_prose(columns), ", ")));
  return false;
}

bool types_fit(Context& context, const AddForeignKey& change, const Table& table, const Table& referenced) {
  const auto columns = referenced_columns(change, &referenced);
  if (!columns.empty() && change.columns.size() != columns.size() && referenced.certain) {
    always_fails(context, "42830",
                 fmt::format("the foreign key has {} columns, the key it points at {}", change.columns.size(),
                             columns.size()));
    return false;
  }
  for (std::size_t at = 0; at < std::min(columns.size(), change.columns.size()); ++at) {
    const Column* from = table.column(change.columns[at]);
    const Column* to = referenced.column(columns[at]);
    if (from == nullptr || to == nullptr || foreign_key_compatible(from->type, to->type, context.catalog))
      continue;
    always_fails(
        context, "42804",
        fmt::format("{}.{} is {}, {}.{} is {}", in_prose(table.name), in_prose(from->name),
                    sql_in_prose(format_type(from->type, context.catalog)), in_prose(referenced.name),
                    in_prose(to->name), sql_in_prose(format_type(to->type, context.catalog))));
    return false;
  }
  return true;
}

bool persistence_fits(Context& context, const Table& table, const Table& referenced) {
  if (!table.certain || !referenced.certain) return true;
  if (table.persistence == Persistence::permanent && referenced.persistence != Persistence::permanent)
    always_fails(context, "42P16",
                 fmt::format("{} is permanent, {} is not: a foreign key between them is refused",
                             in_prose(table.name), in_prose(referenced.name)));
  return !failed(context);
}

bool columns_exist(Context& context, const AddForeignKey& change, const Table& table) {
  for (const std::string& column : change.columns)
    if (table.certain && table.column(column) == nullptr) {
      always_fails(context, "42703",
                   fmt::format("{} has no column {}", in_prose(table.name), in_prose(column)));
      return false;
    }
  return true;
}

bool may_be_added(Context& context, const AddForeignKey& change, const Table* table,
                  const Table* referenced) {
  if (context.catalog.view(change.referenced) != nullptr && referenced == nullptr) {
    always_fails(context, "42809",
                 fmt::format("{} is a view: foreign keys point at tables", in_prose(change.referenced)));
    return false;
  }
  if (table != nullptr && !change.name.empty() && table->constraint(change.name) != nullptr) {
    always_fails(context, "42710",
                 fmt::format("{} has a constraint {} already", in_prose(table->name), in_prose(change.name)));
    return false;
  }
  if (change.not_enforced && context.postgres < 18)
    always_fails(context, "42601", "NOT ENFORCED needs PostgreSQL 18");
  if (table != nullptr && table->kind == Table::Kind::partitioned && change.not_valid &&
      context.postgres < 18)
    always_fails(
        context, "42809",
        fmt::format("a NOT VALID foreign key on partitioned {} needs PostgreSQL 18", in_prose(table->name)));
  if (failed(context) || (table != nullptr && !columns_exist(context, change, *table))) return false;
  if (referenced != nullptr && !referenced_key_exists(context, change, *referenced)) return false;
  if (table == nullptr || referenced == nullptr) return true;
  return types_fit(context, change, *table, *referenced) && persistence_fits(context, *table, *referenced);
}

/// The same key was there and valid when the statement began: its rows still comply.
bool held_before(const Context& context, const AddForeignKey& change, const RelationName& referenced) {
  const Table* before = table_before(context, change.table);
  if (before == nullptr) return false;
  const auto columns = referenced_columns(change, context.catalog.table(referenced));
  return std::ranges::any_of(before->constraints, [&](const Constraint& other) {
    return other.kind == Constraint::Kind::foreign_key && other.validated && other.enforced &&
           other.columns == change.columns && other.referenced == referenced &&
           other.referenced_columns == columns;
  });
}

/// One of the columns is new and all NULL: no row refers to anything.
bool refers_to_nothing(const Context& context, const AddForeignKey& change) {
  return !change.match_full && std::ranges::any_of(change.columns, [&](const std::string& c) {
    return content_of(context, c) == Content::nulls;
  });
}

}  // namespace

void apply(Context& context, const AddForeignKey& change) {
  if (context.skipped || context.skipped_columns.contains(change.inline_column)) return;
  if (context.statement.if_exists && context.catalog.certainly_missing(change.table)) return;
  lock_reached(context, change.table, LockMode::share_row_exclusive);
  for (const RelationName& name : with_descendants(context, change.referenced))
    lock(context, name, LockMode::share_row_exclusive);
  const Table* table = target_table(context, change.table);
  if (failed(context) || !relation_is_there(context, change.referenced)) return;
  may_be_added(context, change, table, table_now(context, change.referenced));
  if (failed(context)) return;
  const bool inline_all_null =
      !change.inline_column.empty() && content_of(context, change.inline_column) == Content::nulls;
  if (change.not_valid || change.not_enforced || inline_all_null) return;
  scan_reached(context, change.table);
  if (refers_to_nothing(context, change)) return;
  if (!is_new(context, change.table)) {
    for (const RelationName& name : with_descendants(context, change.referenced)) scan(context, name);
  }
  if (!held_before(context, change, resolve(context, change.referenced)))
    may_fail(context, "23503", change.table, change.columns);
}

}  // namespace miglint
