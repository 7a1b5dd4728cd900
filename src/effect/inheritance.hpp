#pragma once

// What a child must have in common with its parent: CREATE TABLE … INHERITS, ALTER TABLE … INHERIT, ATTACH
// PARTITION (tablecmds.c, MergeAttributes, MergeAttributesIntoExisting, MergeConstraintsIntoExisting).

#include "effect/context.hpp"

namespace miglint {

/// Two columns of these types can't be merged, as far as that is sure; both resolved.
bool surely_other_type(const TypeName& a, const TypeName& b, const Catalog& catalog);
/// Two CHECKs of one name can't be merged, as far as that is sure.
bool surely_other_condition(const Expression& a, const Expression& b);

/// The parents that a new table names, and what it makes of their columns.
void check_inherits(Context& context, const CreateTable& change);
/// The table has each of the parent's columns, as NOT NULL as there, and each of its CHECKs (42804, 42P17).
bool matches_parent(Context& context, const Table& table, const Table& parent);
/// ALTER TABLE … INHERIT, NO INHERIT.
void inherit(Context& context, const AlterTableOption& change, const Table& table);
void disinherit(Context& context, const AlterTableOption& change, const Table& table);

}  // namespace miglint
