#pragma once

// One function for each change, in the room its subject has: replay_table, replay_column, replay_constraint, … Each either does what
// PostgreSQL would do, or says that PostgreSQL refuses (and may leave the work half done: the caller takes it back).

#include "catalog/edit.hpp"
#include "miglint/catalog.hpp"

namespace miglint {

enum class Outcome {
  done,
  skipped,  ///< IF [NOT] EXISTS: nothing to do, nor for what came with it (the constraints of that column, of that table)
  refused,  ///< PostgreSQL certainly raises an error: the whole statement leaves nothing behind
};

/// The statement at work: what its changes need to know of each other.
struct Replaying {
  Catalog& catalog;
  const Statement& statement;
  bool creating_table() const { return std::holds_alternative<CreateTable>(statement.changes.front().change); }
};

Outcome apply(Replaying& replaying, const CreateTable& change);
Outcome apply(Replaying& replaying, const AttachPartition& change);
Outcome apply(Replaying& replaying, const DetachPartition& change);
Outcome apply(Replaying& replaying, const AlterTableOption& change);

Outcome apply(Replaying& replaying, const AddColumn& change);
Outcome apply(Replaying& replaying, const SetNotNull& change);
Outcome apply(Replaying& replaying, const DropNotNull& change);
Outcome apply(Replaying& replaying, const SetDefault& change);
Outcome apply(Replaying& replaying, const DropDefault& change);
Outcome apply(Replaying& replaying, const ChangeType& change);
Outcome apply(Replaying& replaying, const AlterIdentity& change);
Outcome apply(Replaying& replaying, const AlterGenerated& change);

Outcome apply(Replaying& replaying, const AddPrimaryKey& change);
Outcome apply(Replaying& replaying, const AddUnique& change);
Outcome apply(Replaying& replaying, const AddForeignKey& change);
Outcome apply(Replaying& replaying, const AddCheck& change);
Outcome apply(Replaying& replaying, const AddExclude& change);
Outcome apply(Replaying& replaying, const AddNotNull& change);
Outcome apply(Replaying& replaying, const ValidateConstraint& change);
Outcome apply(Replaying& replaying, const AlterConstraint& change);

Outcome apply(Replaying& replaying, const CreateIndex& change);
Outcome apply(Replaying& replaying, const AttachIndex& change);

Outcome apply(Replaying& replaying, const RenameColumn& change);
Outcome apply(Replaying& replaying, const RenameObject& change);
Outcome apply(Replaying& replaying, const SetSchema& change);

Outcome apply(Replaying& replaying, const DropColumn& change);
Outcome apply(Replaying& replaying, const DropConstraint& change);

Outcome apply(Replaying& replaying, const CreateEnum& change);
Outcome apply(Replaying& replaying, const AddEnumValue& change);
Outcome apply(Replaying& replaying, const RenameEnumValue& change);
Outcome apply(Replaying& replaying, const CreateDomain& change);
Outcome apply(Replaying& replaying, const AlterDomain& change);
Outcome apply(Replaying& replaying, const CreateType& change);
Outcome apply(Replaying& replaying, const AlterType& change);

Outcome apply(Replaying& replaying, const CreateSchema& change);
Outcome apply(Replaying& replaying, const CreateExtension& change);
Outcome apply(Replaying& replaying, const CreateSequence& change);
Outcome apply(Replaying& replaying, const AlterSequence& change);
Outcome apply(Replaying& replaying, const CreateView& change);
Outcome apply(Replaying& replaying, const RefreshMaterializedView& change);
Outcome apply(Replaying& replaying, const CreateTrigger& change);
Outcome apply(Replaying& replaying, const CreateFunction& change);
Outcome apply(Replaying& replaying, const AlterFunction& change);
Outcome apply(Replaying& replaying, const CreatePolicy& change);
Outcome apply(Replaying& replaying, const AlterPolicy& change);
Outcome apply(Replaying& replaying, const CreateRule& change);
Outcome apply(Replaying& replaying, const CreateStatistics& change);
Outcome apply(Replaying& replaying, const CreatePublication& change);
Outcome apply(Replaying& replaying, const AlterPublication& change);

Outcome apply(Replaying& replaying, const Transaction& change);
Outcome apply(Replaying& replaying, const SetVariable& change);
Outcome apply(Replaying& replaying, const Unmodelled& change);
Outcome apply(Replaying& replaying, const DoBlock& change);

/// DROP TABLE, DROP INDEX, DROP VIEW, DROP TYPE, …: all the names of one statement go together, so that `DROP TABLE parent, child` works.
bool is_drop(const Change& change);
Outcome apply_drops(Replaying& replaying);

/// One statement, alone or as a DO block's step.
Outcome replay_statement(Catalog& catalog, const Statement& statement);

// ---- Shared between the rooms --------------------------------------------------------------------------------------------------

/// A column as the catalog keeps it: type resolved, serial and identity turned into their sequence, NOT NULL and default.
Column make_column(Catalog& catalog, const RelationName& table, const ColumnDefinition& definition);
/// Adds an index to a table or materialized view under its (free) name.
void add_index(Catalog& catalog, Index index);
/// Adds a constraint and tells the dependents' maps.
void add_constraint(Catalog& catalog, Table& table, Constraint constraint);
bool lacks_partition_key(const Table& table, const std::vector<std::string>& keys);
/// The partitions' copies of a partitioned table's index, with a constraint where the index stands behind one.
void add_to_partitions(Catalog& catalog, const RelationName& table, const Index& index, const Constraint* constraint);
/// A partition gets copies of its parent's indexes, keys and foreign keys, or has equal ones of its own taken for them.
void adopt_from_parent(Catalog& catalog, const RelationName& partition, const RelationName& parent);
void add_foreign_key_to_partitions(Catalog& catalog, const RelationName& table, const Constraint& constraint);
/// The columns a query's result has: names, and types as far as its target list (or a column of that name) tells them.
std::vector<Column> output_columns(const Catalog& catalog, const QuerySummary& query, const std::vector<Expression>& targets = {});

/// What a view, a materialized view or a BEGIN ATOMIC body reads, resolved.
struct Reads {
  std::set<RelationName> relations;
  std::set<std::pair<RelationName, std::string>> uses;
};
Reads resolve_reads(const Catalog& catalog, const QuerySummary& query);

}  // namespace miglint
