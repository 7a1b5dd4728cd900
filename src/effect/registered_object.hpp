#pragma once

// Whether what the catalog registers by kind and name alone is there: servers, collations, operators, roles,
// …

#include "effect/context.hpp"

namespace miglint {

/// Its SQLSTATE where it certainly is not; false where the statement fails. A role of the cluster may be
/// anybody's: only one that the history dropped is missing.
bool registered_is_there(Context& context, const ObjectReference& named, bool if_exists = false);
/// The history made one of this reference, which is resolved, and nothing may have dropped it since.
bool registered_exists(const Context& context, const ObjectReference& resolved);
/// 42883: the functions that a statement names by themselves.
bool routines_are_there(Context& context, const std::vector<RoutineUse>& functions);
/// PostgreSQL itself needs it: it can't be dropped, and nothing else takes its name.
bool is_required(const Catalog& catalog, const ObjectReference& named);
/// `server`, `text search configuration`, …
std::string_view kind_in_words(ObjectKind kind);

/// DROP of one: 42704, 2BP01, or what CASCADE takes along.
void drop_registered(Context& context, const DropObject& change);
void rename_registered(Context& context, const RenameObject& change);
void move_registered(Context& context, const SetSchema& change);

}  // namespace miglint
