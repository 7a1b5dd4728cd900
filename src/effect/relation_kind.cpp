#include "effect/relation_kind.hpp"

#include <fmt/format.h>
#include <type_traits>
#include <utility>
#include <variant>

namespace miglint {

namespace {

/// A set of kinds, one bit each.
using Kinds = unsigned;
constexpr Kinds bit(RelationKind kind) { return 1U << static_cast<unsigned>(kind); }

constexpr Kinds tables = bit(RelationKind::table) | bit(RelationKind::partitioned_table);
constexpr Kinds foreign_tables = bit(RelationKind::foreign_table);
constexpr Kinds views = bit(RelationKind::view);
constexpr Kinds materialized_views = bit(RelationKind::materialized_view);
constexpr Kinds indexes = bit(RelationKind::index) | bit(RelationKind::partitioned_index);
constexpr Kinds sequences = bit(RelationKind::sequence);
constexpr Kinds composites = bit(RelationKind::composite_type);
constexpr Kinds everything = tables | foreign_tables | views | materialized_views | indexes | sequences;

/// A name in a change, and what may bear it.
struct Demand {
  const RelationName* name = nullptr;
  Kinds kinds = everything;
};

std::string_view in_words(RelationKind kind) {
  switch (kind) {
    case RelationKind::table:
      return "a table";
    case RelationKind::partitioned_table:
      return "a partitioned table";
    case RelationKind::foreign_table:
      return "a foreign table";
    case RelationKind::view:
      return "a view";
    case RelationKind::materialized_view:
      return "a materialized view";
    case RelationKind::index:
    case RelationKind::partitioned_index:
      return "an index";
    case RelationKind::sequence:
      return "a sequence";
    case RelationKind::composite_type:
      return "a composite type";
  }
  return {};
}

/// By the words of the statement: ALTER VIEW is for views alone. ALTER TABLE takes everything that its
/// commands do; so does ALTER INDEX … RENAME.
Kinds kinds_of(ObjectKind written) {
  switch (written) {
    case ObjectKind::view:
      return views;
    case ObjectKind::materialized_view:
      return materialized_views;
    case ObjectKind::sequence:
      return sequences;
    case ObjectKind::foreign_table:
      return foreign_tables;
    default:
      return everything;
  }
}

// ---- ALTER TABLE: ATPrepCmd's lists (tablecmds.c) ---------------------------------------------------------

Kinds kinds_for(AlterTableOption::Option option) {
  using Option = AlterTableOption::Option;
  switch (option) {
    case Option::storage_parameters:
      return tables | views | materialized_views | indexes;
    case Option::set_logged:
    case Option::set_unlogged:
      return tables | sequences;
    case Option::set_tablespace:
      return tables | materialized_views | indexes;
    case Option::set_access_method:
    case Option::cluster_on:
    case Option::set_without_cluster:
    case Option::replica_identity:
      return tables | materialized_views;
    case Option::enable_trigger:
    case Option::disable_trigger:
    case Option::inherit:
    case Option::no_inherit:
      return tables | foreign_tables;
    case Option::enable_row_security:
    case Option::disable_row_security:
    case Option::force_row_security:
    case Option::no_force_row_security:
    case Option::of_type:
    case Option::not_of_type:
      return tables;
    default:
      return everything;
  }
}

Kinds kinds_for(AlterColumnOption::Option option) {
  using Option = AlterColumnOption::Option;
  if (option == Option::statistics) return tables | foreign_tables | materialized_views | indexes;
  return option == Option::compression ? tables | materialized_views
                                       : tables | foreign_tables | materialized_views;
}

Demand demand(const AlterTableOption& change) { return {&change.table, kinds_for(change.option)}; }
Demand demand(const AlterColumnOption& change) { return {&change.table, kinds_for(change.option)}; }
Demand demand(const AddColumn& change) { return {&change.table, tables | foreign_tables}; }
Demand demand(const DropColumn& change) { return {&change.table, tables | foreign_tables}; }
Demand demand(const SetNotNull& change) { return {&change.table, tables | foreign_tables}; }
Demand demand(const DropNotNull& change) { return {&change.table, tables | foreign_tables}; }
Demand demand(const SetDefault& change) { return {&change.table, tables | foreign_tables | views}; }
Demand demand(const DropDefault& change) { return {&change.table, tables | foreign_tables | views}; }
Demand demand(const ChangeType& change) { return {&change.table, tables | foreign_tables}; }
Demand demand(const AlterIdentity& change) { return {&change.table, tables | foreign_tables | views}; }
Demand demand(const AlterGenerated& change) { return {&change.table, tables | foreign_tables}; }
Demand demand(const AddPrimaryKey& change) { return {&change.table, tables | foreign_tables}; }
Demand demand(const AddUnique& change) { return {&change.table, tables | foreign_tables}; }
Demand demand(const AddExclude& change) { return {&change.table, tables | foreign_tables}; }
Demand demand(const AddForeignKey& change) { return {&change.table, tables | foreign_tables}; }
Demand demand(const AddCheck& change) { return {&change.table, tables | foreign_tables}; }
Demand demand(const AddNotNull& change) { return {&change.table, tables | foreign_tables}; }
Demand demand(const DropConstraint& change) { return {&change.table, tables | foreign_tables}; }
Demand demand(const ValidateConstraint& change) { return {&change.table, tables | foreign_tables}; }
Demand demand(const AlterConstraint& change) { return {&change.table, tables}; }
Demand demand(const AttachPartition& change) { return {&change.table, tables}; }
Demand demand(const DetachPartition& change) { return {&change.table, tables}; }

// ---- Other statements -------------------------------------------------------------------------------------

Demand demand(const AlterSequence& change) { return {&change.sequence, sequences}; }
Demand demand(const AlterType& change) { return {&change.type, composites}; }
Demand demand(const RenameColumn& change) {
  // whatever the statement calls the relation (tablecmds.c, renameatt_check); a composite type's attributes
  // too
  return {&change.table, (everything & ~sequences) | composites};
}
Demand demand(const SetSchema& change) {
  const Kinds kinds = kinds_of(change.kind);
  return change.kind == ObjectKind::table || kinds != everything ? Demand{&change.name, kinds} : Demand{};
}
Demand demand(const RenameObject& change) {
  const Kinds kinds = kinds_of(change.kind);
  const bool relation =
      change.kind == ObjectKind::table || change.kind == ObjectKind::index || kinds != everything;
  return relation ? Demand{&change.name, kinds} : Demand{};
}
Demand demand(const DropTable& change) { return {&change.table, tables | foreign_tables}; }
Demand demand(const DropIndex& change) { return {&change.index, indexes}; }
Demand demand(const DropObject& change) {
  const Kinds kinds = kinds_of(change.kind);
  return kinds == everything ? Demand{} : Demand{&change.name, kinds};
}
Demand demand(const CreateIndex& change) { return {&change.table, tables | materialized_views}; }
Demand demand(const CreateStatistics& change) {
  return {&change.table, tables | foreign_tables | materialized_views};
}
Demand demand(const Truncate& change) {
  return {&change.table, change.only ? bit(RelationKind::table) | foreign_tables : tables | foreign_tables};
}
Demand demand(const LockTable& change) { return {&change.table, tables | views}; }
Demand demand(const Reindex& change) {
  if (change.scope == Reindex::Scope::index) return {&change.name, indexes};
  return change.scope == Reindex::Scope::table ? Demand{&change.name, tables | materialized_views} : Demand{};
}
Demand demand(const RefreshMaterializedView& change) { return {&change.view, materialized_views}; }
Demand demand(const Maintenance& change) {
  const bool clusters = change.action == Maintenance::Action::cluster && !change.table.empty();
  return clusters ? Demand{&change.table, tables | materialized_views} : Demand{};
}
template <class Other>
Demand demand(const Other&) {
  return {};
}

// ---- What a change names besides --------------------------------------------------------------------------

void expect(Context& context, const Demand& wanted, std::string_view sqlstate = "42809") {
  const auto kind = relation_kind(context, *wanted.name);
  if (!kind || (bit(*kind) & wanted.kinds) != 0) return;
  always_fails(
      context, sqlstate,
      fmt::format("{} is {}: this is not for it", in_prose(resolve(context, *wanted.name)), in_words(*kind)));
}

void expect_others(Context& context, const AddForeignKey& change) {
  expect(context, {&change.referenced, tables});
}
void expect_others(Context& context, const AttachPartition& change) {
  expect(context, {&change.partition, tables | foreign_tables});
}
void expect_others(Context& context, const AlterTableOption& change) {
  if (!change.parent.empty() && change.option != AlterTableOption::Option::of_type)
    expect(context, {&change.parent, tables | foreign_tables});
}
void expect_others(Context& context, const CreateTable& change) {
  for (const LikeClause& like : change.like)
    expect(context, {&like.source, tables | foreign_tables | views | materialized_views | composites});
  for (const RelationName& parent : change.inherits) expect(context, {&parent, tables | foreign_tables});
  if (change.partition_of) expect(context, {&*change.partition_of, tables | foreign_tables});
  if (change.of_type) expect(context, {&*change.of_type, composites});
}
template <class Other>
void expect_others(Context&, const Other&) {}

/// parse_utilcmd.c, transformTableConstraint.
template <class Added>
void expect_no_key(Context& context, const Added& change) {
  constexpr bool is_key = std::is_same_v<Added, AddPrimaryKey> || std::is_same_v<Added, AddUnique> ||
                          std::is_same_v<Added, AddExclude> || std::is_same_v<Added, AddForeignKey>;
  if constexpr (is_key) {
    if (relation_kind(context, change.table) == RelationKind::foreign_table)
      always_fails(
          context, "0A000",
          fmt::format("{} is a foreign table: it has no keys", in_prose(resolve(context, change.table))));
  }
}

/// REFRESH has another SQLSTATE for a table (matview.c, ExecRefreshMatView).
std::string_view sqlstate_for(const Context& context, const Change& change) {
  const auto* refresh = std::get_if<RefreshMaterializedView>(&change);
  return refresh != nullptr && relation_kind(context, refresh->view) == RelationKind::table ? "0A000"
                                                                                            : "42809";
}

}  // namespace

std::optional<RelationKind> relation_kind(const Context& context, const RelationName& name) {
  if (const Table* table = table_now(context, name)) {
    if (!table->certain) return std::nullopt;
    return table->kind == Table::Kind::partitioned ? RelationKind::partitioned_table
           : table->kind == Table::Kind::foreign   ? RelationKind::foreign_table
                                                   : RelationKind::table;
  }
  const Catalog& catalog = context.catalog;
  const RelationName resolved = catalog.resolve(name);
  if (const View* view = catalog.view(resolved)) {
    if (!view->certain) return std::nullopt;
    return view->materialized ? RelationKind::materialized_view : RelationKind::view;
  }
  if (const Index* index = catalog.index(resolved)) {
    const Table* table = catalog.table(index->table);
    const bool partitioned = table != nullptr && table->kind == Table::Kind::partitioned;
    return partitioned ? RelationKind::partitioned_index : RelationKind::index;
  }
  if (catalog.sequence(resolved) != nullptr) return RelationKind::sequence;
  // ranges and base types are no relations
  const auto type = catalog.composites.find(resolved);
  const bool composite = type != catalog.composites.end() && type->second.form == CreateType::Form::composite;
  return composite ? std::optional(RelationKind::composite_type) : std::nullopt;
}

/// The commands of ALTER VIEW, ALTER INDEX and their like share their structs with ALTER TABLE's: the
/// statement says which of them it is.
static Kinds kinds_of_statement(const Statement& statement) {
  if (statement.tag == "DROP TABLE") return tables;
  if (statement.tag == "DROP FOREIGN TABLE") return foreign_tables;
  if (!statement.tag.starts_with("ALTER ")) return everything;
  return statement.target_kind == ObjectKind::index ? indexes : kinds_of(statement.target_kind);
}

void check_relation_kind(Context& context, const Change& change) {
  std::visit(
      [&](const auto& known) {
        Demand wanted = demand(known);
        if (wanted.name != nullptr) {
          constexpr bool renames = std::is_same_v<std::decay_t<decltype(known)>, RenameColumn>;
          if constexpr (!renames && requires { known.table; })
            wanted.kinds &= kinds_of_statement(context.statement) | composites;
          expect(context, wanted, sqlstate_for(context, change));
        }
        if (!failed(context)) expect_no_key(context, known);
        if (!failed(context)) expect_others(context, known);
      },
      change);
}

}  // namespace miglint
