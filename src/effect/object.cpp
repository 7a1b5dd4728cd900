// Names, sequences, functions, triggers, policies, rules, publications: metadata, each with its lock.

#include <algorithm>
#include <fmt/format.h>

#include "catalog/naming.hpp"
#include "effect/changes.hpp"
#include "effect/queries.hpp"

namespace miglint {

// ---- Renaming ---------------------------------------------------------------------------------------------

static bool is_relation(ObjectKind kind) {
  return kind == ObjectKind::table || kind == ObjectKind::view || kind == ObjectKind::materialized_view ||
         kind == ObjectKind::foreign_table;
}

static void rename_on_table(Context& context, const RenameObject& change) {
  lock_reached(context, change.on, LockMode::access_exclusive);
  const Table* table = target_table(context, change.on);
  if (table == nullptr || !table->certain || failed(context) || change.kind != ObjectKind::constraint) return;
  if (table->constraint(change.name.name) == nullptr)
    return always_fails(
        context, "42704",
        fmt::format("{} has no constraint {}", in_prose(table->name), in_prose(change.name.name)));
  if (table->constraint(change.to) != nullptr)
    always_fails(context, "42710",
                 fmt::format("{} has a constraint {} already", in_prose(table->name), in_prose(change.to)));
}

static void rename_type(Context& context, const RenameObject& change) {
  if (!change.if_exists && context.catalog.certainly_missing(change.name))
    return always_fails(context, "42704", fmt::format("type {} does not exist", in_prose(change.name)));
  const RelationName to{resolve(context, change.name).schema, change.to};
  if (context.catalog.type_exists(to))
    always_fails(context, "42710", fmt::format("type {} exists already", in_prose(to)));
}

void apply(Context& context, const RenameObject& change) {
  const bool on_table = change.kind == ObjectKind::constraint || change.kind == ObjectKind::trigger ||
                        change.kind == ObjectKind::policy || change.kind == ObjectKind::rule;
  if (on_table) return rename_on_table(context, change);
  const bool type = change.kind == ObjectKind::type || change.kind == ObjectKind::enum_type ||
                    change.kind == ObjectKind::domain;
  if (type) return rename_type(context, change);
  const bool relation = is_relation(change.kind);
  if (!relation && change.kind != ObjectKind::index && change.kind != ObjectKind::sequence) return;
  const RelationName name = resolve(context, change.name);
  const bool index = context.catalog.index_tables.contains(name);
  if (!change.if_exists && context.catalog.certainly_missing(change.name)) {
    always_fails(context, "42P01", fmt::format("{} does not exist", in_prose(name)));
    return;
  }
  if (context.catalog.certainly_missing(change.name)) return;
  if (relation && !index && context.catalog.sequence(name) == nullptr)
    lock(context, name, LockMode::access_exclusive);
  const RelationName to{name.schema, change.to};
  if (context.catalog.relation_exists(to))
    always_fails(context, "42P07", fmt::format("{} exists already", in_prose(to)));
}

void apply(Context& context, const SetSchema& change) {
  if (!is_relation(change.kind)) return;
  const RelationName name = resolve(context, change.name);
  if (context.catalog.certainly_missing(change.name)) {
    if (!change.if_exists) relation_is_there(context, change.name);
    return;
  }
  lock(context, name, LockMode::access_exclusive);
  if (name.schema != change.schema && context.catalog.relation_exists({change.schema, name.name}))
    always_fails(context, "42P07",
                 fmt::format("{} exists already", in_prose(RelationName{change.schema, name.name})));
}

// ---- Schemas, extensions, sequences -----------------------------------------------------------------------

void apply(Context& context, const CreateSchema& change) {
  const bool made_by_history = change.schema != "public" && context.catalog.schemas.contains(change.schema);
  if (made_by_history && !change.if_not_exists)
    always_fails(context, "42P06", fmt::format("schema {} exists already", in_prose(change.schema)));
}

void apply(Context& context, const CreateExtension& change) {
  if (!change.if_not_exists && context.catalog.extensions.contains(change.extension))
    always_fails(context, "42710", fmt::format("extension {} exists already", in_prose(change.extension)));
}

static void own_by(Context& context, const RelationName& table_name, const std::string& column) {
  if (table_name.empty() || !relation_is_there(context, table_name)) return;
  lock(context, table_name, LockMode::access_share);
  if (const Table* table = context.catalog.table(table_name)) target_column(context, *table, column);
}

void apply(Context& context, const CreateSequence& change) {
  const RelationName name = name_of_new(context.catalog, change.sequence, change.persistence);
  if (context.catalog.relation_exists(name)) {
    if (!change.if_not_exists)
      always_fails(context, "42P07", fmt::format("{} exists already", in_prose(name)));
    return;
  }
  own_by(context, change.owned_by_table, change.owned_by_column);
}

void apply(Context& context, const AlterSequence& change) {
  if (!change.if_exists && !relation_is_there(context, change.sequence)) return;
  own_by(context, change.owned_by_table, change.owned_by_column);
}

// ---- Functions --------------------------------------------------------------------------------------------

static const Function* same_signature(const Catalog& catalog, const CreateFunction& change) {
  std::vector<TypeName> arguments;
  for (const TypeName& argument : change.arguments) arguments.push_back(catalog.resolve(argument));
  const auto [begin, end] = catalog.functions.equal_range(catalog.creation_name(change.function));
  const auto same = std::find_if(begin, end, [&](const auto& entry) {
    return std::ranges::equal(entry.second.arguments, arguments,
                              [&](const TypeName& a, const TypeName& b) { return catalog.resolve(a) == b; });
  });
  return same == end ? nullptr : &same->second;
}

void apply(Context& context, const CreateFunction& change) {
  if (change.atomic) read(context, *change.atomic, false);
  const Function* existing = same_signature(context.catalog, change);
  if (existing == nullptr || failed(context)) return;
  const std::string name = in_prose(existing->name);
  if (!change.or_replace)
    return always_fails(context, "42723",
                        fmt::format("function {} exists already with these arguments", name));
  const bool other_type =
      existing->returns && change.returns &&
      !(context.catalog.resolve(*existing->returns) == context.catalog.resolve(*change.returns));
  if (other_type)
    always_fails(context, "42P13", fmt::format("function {} returns another type: drop it first", name));
}

// ---- On tables --------------------------------------------------------------------------------------------

void apply(Context& context, const CreateTrigger& change) {
  const bool view = context.catalog.view(change.table) != nullptr;
  lock_reached(context, change.table, LockMode::share_row_exclusive);
  const Table* table = view ? nullptr : target_table(context, change.table);
  if (table == nullptr || failed(context)) return;
  const bool exists =
      std::ranges::find(table->triggers, change.name, &Trigger::name) != table->triggers.end();
  if (change.or_replace && context.postgres < 14)
    return always_fails(context, "42601", "CREATE OR REPLACE TRIGGER needs PostgreSQL 14");
  if (exists && !change.or_replace)
    return always_fails(
        context, "42710",
        fmt::format("{} has a trigger {} already", in_prose(table->name), in_prose(change.name)));
  for (const std::string& column : change.update_of)
    if (!failed(context)) target_column(context, *table, column);
}

void apply(Context& context, const CreatePolicy& change) {
  lock(context, change.table, LockMode::access_exclusive);
  const Table* table = target_table(context, change.table);
  if (table == nullptr || failed(context)) return;
  if (std::ranges::find(table->policies, change.name, &Policy::name) != table->policies.end())
    always_fails(context, "42710",
                 fmt::format("{} has a policy {} already", in_prose(table->name), in_prose(change.name)));
}

void apply(Context& context, const AlterPolicy& change) {
  lock(context, change.table, LockMode::access_exclusive);
  const Table* table = target_table(context, change.table);
  if (table == nullptr || !table->certain || failed(context)) return;
  if (std::ranges::find(table->policies, change.name, &Policy::name) == table->policies.end())
    always_fails(context, "42704",
                 fmt::format("{} has no policy {}", in_prose(table->name), in_prose(change.name)));
}

void apply(Context& context, const CreateRule& change) {
  lock(context, change.table, LockMode::access_exclusive);
  if (context.catalog.view(change.table) == nullptr) target_table(context, change.table);
}

void apply(Context& context, const CreateStatistics& change) {
  lock(context, change.table, LockMode::share_update_exclusive);
  const Table* table =
      context.catalog.view(change.table) == nullptr ? target_table(context, change.table) : nullptr;
  for (const std::string& column : change.columns)
    if (table != nullptr && !failed(context)) target_column(context, *table, column);
}

static void publish(Context& context,
                    const std::vector<std::pair<RelationName, std::vector<std::string>>>& tables) {
  for (const auto& [name, columns] : tables) {
    if (!relation_is_there(context, name)) return;
    lock(context, name, LockMode::share_update_exclusive);
  }
}

void apply(Context& context, const CreatePublication& change) {
  if (context.catalog.publications.contains(change.name))
    return always_fails(context, "42710",
                        fmt::format("publication {} exists already", in_prose(change.name)));
  publish(context, change.tables);
}

void apply(Context& context, const AlterPublication& change) { publish(context, change.tables); }

void apply(Context& context, const CommentOn& change) {
  const bool table = change.kind == ObjectKind::table || change.kind == ObjectKind::column ||
                     change.kind == ObjectKind::constraint || change.kind == ObjectKind::view ||
                     change.kind == ObjectKind::materialized_view || change.kind == ObjectKind::foreign_table;
  if (!table || !relation_is_there(context, change.name)) return;
  lock(context, change.name, LockMode::share_update_exclusive);
}

}  // namespace miglint
