// A foreign key locks both tables SHARE ROW EXCLUSIVE: reads pass, writes wait. Unless NOT VALID it joins
// them to find orphans, reading both. Written with a new column that is all NULL (ADD COLUMN … REFERENCES) it
// reads nothing: PostgreSQL knows there can be no orphan.

#include <algorithm>
#include <fmt/format.h>
#include <set>

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

/// transformFkeyCheckAttrs: of several keys over the same columns one that is not deferrable does.
bool key_is_immediate(Context& context, const Table& referenced, std::vector<std::string> columns) {
  std::ranges::sort(columns);
  const auto is_deferrable = [&](const Index& index) {
    const Constraint* constraint = referenced.constraint(index.name.name);
    return constraint != nullptr && constraint->deferrable;
  };
  bool deferrable = false;
  for (const Index& index : referenced.indexes) {
    auto key = index.columns();
    std::ranges::sort(key);
    if (!index.unique || index.where || key != columns) continue;
    if (!is_deferrable(index)) return true;
    deferrable = true;
  }
  if (!deferrable) return true;
  always_fails(context, "55000",
               fmt::format("the key of {} over {} is deferrable: nothing can refer to it",
                           in_prose(referenced.name), fmt::join(in_prose(columns), ", ")));
  return false;
}

bool referenced_key_exists(Context& context, const AddForeignKey& change, const Table& referenced) {
  if (!referenced.certain) return true;
  const std::string name = in_prose(referenced.name);
  if (change.referenced_columns.empty() && referenced.primary_key() == nullptr) {
    always_fails(context, "42704", fmt::format("{} has no primary key to refer to", name));
    return false;
  }
  const auto columns = referenced_columns(change, &referenced);
  for (const std::string& column : columns) {
    target_column(context, referenced, column);
    if (failed(context)) return false;
  }
  if (std::set<std::string_view>(columns.begin(), columns.end()).size() != columns.size()) {
    always_fails(context, "42830", "the foreign key points at one column twice");
    return false;
  }
  if (has_key_over(referenced, columns)) return key_is_immediate(context, referenced, columns);
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

std::string_view in_words(Persistence persistence) {
  return persistence == Persistence::temporary  ? "temporary"
         : persistence == Persistence::unlogged ? "unlogged"
                                                : "permanent";
}

bool persistence_fits(Context& context, const Table& table, const Table& referenced) {
  if (!table.certain || !referenced.certain) return true;
  // what refers must not outlive what it refers to
  const bool fits =
      table.persistence == Persistence::temporary
          ? referenced.persistence == Persistence::temporary
          : referenced.persistence == Persistence::permanent || referenced.persistence == table.persistence;
  if (!fits)
    always_fails(context, "42P16",
                 fmt::format("{} is {}, {} is {}: a foreign key between them is refused",
                             in_prose(table.name), in_words(table.persistence), in_prose(referenced.name),
                             in_words(referenced.persistence)));
  return fits;
}

/// Nothing but its expression writes a generated column; a virtual one is in no key.
bool action_fits(Context& context, const AddForeignKey& change, const Column& column) {
  using Action = ReferentialAction;
  if (!column.generated) return true;
  const std::string name = in_prose(column.name);
  if (column.generated_virtual) {
    always_fails(context, "0A000",
                 fmt::format("{} is a virtual generated column: it can refer to nothing", name));
    return false;
  }
  const bool on_delete = change.on_delete == Action::set_null || change.on_delete == Action::set_default;
  const bool on_update = change.on_update == Action::set_null || change.on_update == Action::set_default ||
                         change.on_update == Action::cascade;
  if (!on_delete && !on_update) return true;
  always_fails(context, "42601",
               fmt::format("{} is generated: ON {} can't write it", name, on_delete ? "DELETE" : "UPDATE"));
  return false;
}

bool columns_exist(Context& context, const AddForeignKey& change, const Table& table) {
  for (const std::string& name : change.columns) {
    const Column* column = target_column(context, table, name);
    if (failed(context)) return false;
    if (column != nullptr && !action_fits(context, change, *column)) return false;
  }
  for (const std::string& name : change.set_columns) {
    target_column(context, table, name);
    if (!failed(context) && std::ranges::find(change.columns, name) == change.columns.end())
      always_fails(context, "42P10",
                   fmt::format("{} is not one of the foreign key's columns", in_prose(name)));
    if (failed(context)) return false;
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
  if (table != nullptr && table->kind == Table::Kind::partitioned && context.statement.only &&
      !context.creating)
    always_fails(
        context, "42809",
        fmt::format("{} is partitioned: a foreign key can't be added to it ONLY", in_prose(table->name)));
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
  if (context.skipped_columns.contains(change.inline_column)) return;
  if (context.statement.if_exists && context.catalog.certainly_missing(change.table)) return;
  lock_reached(context, change.table, LockMode::share_row_exclusive);
  for (const RelationName& name : with_descendants(context, change.referenced))
    lock(context, name, LockMode::share_row_exclusive);
  const Table* table = target_table(context, change.table);
  if (failed(context) || !relation_is_there(context, change.referenced)) return;
  may_be_added(context, change, table, table_now(context, change.referenced));
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
