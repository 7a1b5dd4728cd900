#pragma once

// What each change does, one function a change: the rooms of src/effect. effect.cpp walks the statement's
// changes through these.

#include "effect/context.hpp"

namespace miglint {

// column.cpp
void apply(Context& context, const AddColumn& change);
void apply(Context& context, const DropColumn& change);
void apply(Context& context, const SetNotNull& change);
void apply(Context& context, const DropNotNull& change);
void apply(Context& context, const SetDefault& change);
void apply(Context& context, const DropDefault& change);
void apply(Context& context, const AlterIdentity& change);
void apply(Context& context, const AlterGenerated& change);
void apply(Context& context, const AlterColumnOption& change);
void apply(Context& context, const RenameColumn& change);

// type_change.cpp
void apply(Context& context, const ChangeType& change);

// constraint.cpp, foreign_key.cpp
void apply(Context& context, const AddPrimaryKey& change);
void apply(Context& context, const AddUnique& change);
void apply(Context& context, const AddExclude& change);
void apply(Context& context, const AddCheck& change);
void apply(Context& context, const AddNotNull& change);
void apply(Context& context, const AddForeignKey& change);
void apply(Context& context, const DropConstraint& change);
void apply(Context& context, const ValidateConstraint& change);
void apply(Context& context, const AlterConstraint& change);

// table.cpp, partition.cpp, table_option.cpp
void apply(Context& context, const CreateTable& change);
void apply(Context& context, const DropTable& change);
void apply(Context& context, const AttachPartition& change);
void apply(Context& context, const DetachPartition& change);
void apply(Context& context, const AlterTableOption& change);

// index.cpp
void apply(Context& context, const CreateIndex& change);
void apply(Context& context, const DropIndex& change);
void apply(Context& context, const Reindex& change);
void apply(Context& context, const AttachIndex& change);

// schema.cpp, rename.cpp
void apply(Context& context, const RenameObject& change);
void apply(Context& context, const SetSchema& change);
void apply(Context& context, const CreateSchema& change);
void apply(Context& context, const CreateExtension& change);

// sequence.cpp
void apply(Context& context, const CreateSequence& change);
void apply(Context& context, const AlterSequence& change);

// routine.cpp
void apply(Context& context, const CreateFunction& change);
void apply(Context& context, const AlterFunction& change);
void apply(Context& context, const CallProcedure& change);

// trigger.cpp, policy.cpp, publication.cpp
void apply(Context& context, const CreateTrigger& change);
void apply(Context& context, const CreatePolicy& change);
void apply(Context& context, const AlterPolicy& change);
void apply(Context& context, const CreateRule& change);
void apply(Context& context, const CreateStatistics& change);
void apply(Context& context, const CreatePublication& change);
void apply(Context& context, const AlterPublication& change);

// create_object.cpp
void apply(Context& context, const CreateObject& change);
void apply(Context& context, const AlterObject& change);

// privilege.cpp, comment.cpp
void apply(Context& context, const Grant& change);
void apply(Context& context, const ChangeOwner& change);
void apply(Context& context, const CommentOn& change);

// drop.cpp, drop_function.cpp
void apply(Context& context, const DropObject& change);

// type.cpp
void apply(Context& context, const CreateEnum& change);
void apply(Context& context, const AddEnumValue& change);
void apply(Context& context, const RenameEnumValue& change);
void apply(Context& context, const CreateDomain& change);
void apply(Context& context, const AlterDomain& change);
void apply(Context& context, const CreateType& change);
void apply(Context& context, const AlterType& change);

// view.cpp
void apply(Context& context, const CreateView& change);
void apply(Context& context, const RefreshMaterializedView& change);

// dml.cpp
void apply(Context& context, const Insert& change);
void apply(Context& context, const Update& change);
void apply(Context& context, const Delete& change);
void apply(Context& context, const Truncate& change);
void apply(Context& context, const Select& change);
void apply(Context& context, const CopyRows& change);
void apply(Context& context, const LockTable& change);

// effect.cpp
void apply(Context& context, const Maintenance& change);
void apply(Context& context, const Unmodelled& change);
void apply(Context& context, const DoBlock& change);
inline void apply(Context&, const Transaction&) {}
inline void apply(Context&, const SetVariable&) {}
inline void apply(Context&, const NoEffect&) {}
inline void apply(Context&, const ReassignOwned&) {}

}  // namespace miglint
