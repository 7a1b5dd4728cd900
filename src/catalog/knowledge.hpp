#pragma once

// What the replay does not know: objects that others keep in the same database, and what may have become of
// its own since something ran that nobody could read.

#include <span>
#include <string_view>
#include <vector>

#include "miglint/catalog.hpp"

namespace miglint {

/// A table that a migration runner or a framework keeps for itself: it is there, and no migration made it.
bool is_runners_table(const RelationName& resolved);
/// An extension known to bring no tables, views or sequences.
bool brings_no_relations(std::string_view extension);

/// The views of the other well-known ones.
std::span<const std::string_view> extension_views(std::string_view extension);

/// Those of the usual extensions that require this one.
std::span<const std::string_view> extensions_requiring(std::string_view extension);

/// Anything may have been made, changed, renamed or dropped.
void doubt_everything(Catalog& catalog);
/// … of what the statement names, what it would make included.
void doubt_names(Catalog& catalog, const Statement& statement);

/// What the functions that a change calls may do, to the catalog. One whose body is plain SQL raises doubts
/// about the names in it; one that is not known, or runs what is put together at run time, about everything.
void replay_calls(Catalog& catalog, const Change& change);
/// The same of those of these functions that the history made; others are taken as harmless.
void replay_calls(Catalog& catalog, const std::vector<FunctionName>& functions);

/// By what Catalog::doubts has the registered object of this key.
RelationName doubt_name(const std::string& key);

/// Takes what stands in a doubtful statement's way: it is replayed as if it ran.
Statement make_way(Catalog& catalog, const Statement& statement);

}  // namespace miglint
