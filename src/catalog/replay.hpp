#pragma once

// One function for each change, in the room its subject has: replay_table, replay_column, replay_constraint,
// … Each either does what PostgreSQL would do, or says that PostgreSQL refuses (and may leave the work half
// done: the caller takes it back).

#include "analysis/analysis.hpp"
#include "catalog/edit.hpp"
#include "miglint/catalog.hpp"

namespace miglint {

enum class Replayed {
  done,
  /// IF [NOT] EXISTS: nothing to do, nor for what came with it (the constraints of that column, of that
  /// table)
  skipped,
  refused,  ///< PostgreSQL certainly raises an error: the whole statement leaves nothing behind
};

/// The statement at work: what its changes need to know of each other.
struct Replaying {
  Catalog& catalog;
  const Statement& statement;
  bool in_body = false;  ///< of a called function: what it calls is not followed further
  bool creating_table() const {
    return std::holds_alternative<CreateTable>(statement.changes.front().change);
  }
};

Replayed apply(Replaying& replaying, const CreateTable& change);
Replayed apply(Replaying& replaying, const AttachPartition& change);
Replayed apply(Replaying& replaying, const DetachPartition& change);
Replayed apply(Replaying& replaying, const AlterTableOption& change);

Replayed apply(Replaying& replaying, const AddColumn& change);
Replayed apply(Replaying& replaying, const SetNotNull& change);
Replayed apply(Replaying& replaying, const DropNotNull& change);
Replayed apply(Replaying& replaying, const SetDefault& change);
Replayed apply(Replaying& replaying, const DropDefault& change);
Replayed apply(Replaying& replaying, const ChangeType& change);
Replayed apply(Replaying& replaying, const AlterIdentity& change);
Replayed apply(Replaying& replaying, const AlterGenerated& change);

Replayed apply(Replaying& replaying, const AddPrimaryKey& change);
Replayed apply(Replaying& replaying, const AddUnique& change);
Replayed apply(Replaying& replaying, const AddForeignKey& change);
Replayed apply(Replaying& replaying, const AddCheck& change);
Replayed apply(Replaying& replaying, const AddExclude& change);
Replayed apply(Replaying& replaying, const AddNotNull& change);
Replayed apply(Replaying& replaying, const ValidateConstraint& change);
Replayed apply(Replaying& replaying, const AlterConstraint& change);

Replayed apply(Replaying& replaying, const CreateIndex& change);
Replayed apply(Replaying& replaying, const AttachIndex& change);

Replayed apply(Replaying& replaying, const RenameColumn& change);
Replayed apply(Replaying& replaying, const RenameObject& change);
Replayed apply(Replaying& replaying, const SetSchema& change);

Replayed apply(Replaying& replaying, const DropColumn& change);
Replayed apply(Replaying& replaying, const DropConstraint& change);

Replayed apply(Replaying& replaying, const CreateEnum& change);
Replayed apply(Replaying& replaying, const AddEnumValue& change);
Replayed apply(Replaying& replaying, const RenameEnumValue& change);
Replayed apply(Replaying& replaying, const CreateDomain& change);
Replayed apply(Replaying& replaying, const AlterDomain& change);
Replayed apply(Replaying& replaying, const CreateType& change);
Replayed apply(Replaying& replaying, const AlterType& change);

Replayed apply(Replaying& replaying, const ChangeOwner& change);
Replayed apply(Replaying& replaying, const ReassignOwned& change);

Replayed apply(Replaying& replaying, const CreateSchema& change);
Replayed apply(Replaying& replaying, const CreateExtension& change);
Replayed apply(Replaying& replaying, const CreateSequence& change);
Replayed apply(Replaying& replaying, const AlterSequence& change);
Replayed apply(Replaying& replaying, const CreateView& change);
Replayed apply(Replaying& replaying, const RefreshMaterializedView& change);
Replayed apply(Replaying& replaying, const CreateTrigger& change);
Replayed apply(Replaying& replaying, const CreateFunction& change);
Replayed apply(Replaying& replaying, const AlterFunction& change);
Replayed apply(Replaying& replaying, const CreatePolicy& change);
Replayed apply(Replaying& replaying, const AlterPolicy& change);
Replayed apply(Replaying& replaying, const CreateRule& change);
Replayed apply(Replaying& replaying, const CreateStatistics& change);
Replayed apply(Replaying& replaying, const CreatePublication& change);
Replayed apply(Replaying& replaying, const AlterPublication& change);

Replayed apply(Replaying& replaying, const CreateObject& change);

Replayed apply(Replaying& replaying, const Transaction& change);
Replayed apply(Replaying& replaying, const SetVariable& change);
Replayed apply(Replaying& replaying, const Maintenance& change);
Replayed apply(Replaying& replaying, const NoEffect& change);
Replayed apply(Replaying& replaying, const Unmodelled& change);
Replayed apply(Replaying& replaying, const DoBlock& change);

/// DROP TABLE, DROP INDEX, DROP VIEW, DROP TYPE, …: all the names of one statement go together, so that `DROP
/// TABLE parent, child` works.
bool is_drop(const Change& change);
Replayed apply_drops(Replaying& replaying);

/// One statement, alone or as a DO block's or a called function's step.
Replayed replay_statement(Catalog& catalog, const Statement& statement, bool in_body = false);
/// Runs the body of the function that the change calls and nothing else, as a DO block's: whether that could
/// be done.
bool run_called_body(Replaying& replaying, const Change& change);

// ---- Shared between the rooms -----------------------------------------------------------------------------

/// A column as the catalog keeps it: type resolved, serial and identity turned into their sequence, NOT NULL
/// and default.
Column make_column(Catalog& catalog, const RelationName& table, const ColumnDefinition& definition);
/// Adds an index to a table or materialized view under its (free) name.
void add_index(Catalog& catalog, Index index);
/// Adds a constraint and tells the dependents' maps.
void add_constraint(Catalog& catalog, Table& table, Constraint constraint);
/// A function's name with its schema: where the path has one, else where it would be made.
FunctionName function_name(const Catalog& catalog, const FunctionName& written);
bool lacks_partition_key(const Table& table, const std::vector<std::string>& keys);
/// The partitions' copies of a partitioned table's index, with a constraint where the index stands behind
/// one.
void add_to_partitions(Catalog& catalog, const RelationName& table, const Index& index,
                       const Constraint* constraint);
/// What a child has from its parents, after one of them went or lost a column.
void follow_parents(Catalog& catalog, const RelationName& name);
/// A partition gets copies of its parent's indexes, keys and foreign keys, or has equal ones of its own taken
/// for them.
void adopt_from_parent(Catalog& catalog, const RelationName& partition, const RelationName& parent);
void add_foreign_key_to_partitions(Catalog& catalog, const RelationName& table, const Constraint& constraint);
/// The columns that a query's result has under these names, the first ones' aliases.
QueryColumns query_columns(const Catalog& catalog, const QuerySummary& query,
                           const std::vector<std::string>& aliases);

/// The analysis of a query whose columns have these names, the first ones' aliases; without its scopes no
/// more than what it may read.
QueryAnalysis analyse(const Catalog& catalog, const QuerySummary& query,
                      const std::vector<std::string>& aliases);
Reads resolve_reads(const Catalog& catalog, const QuerySummary& query);

}  // namespace miglint
