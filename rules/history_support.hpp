#pragma once

// Wording and looking-up that the rules on git and folders share.

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "miglint/characters.hpp"
#include "miglint/rule.hpp"

namespace miglint {

/// The digits that a migration's name begins with: `20240101000000` of `20240101000000_init`; empty: none.
std::string_view timestamp_of(std::string_view name);
/// What follows them: `init`.
std::string_view slug_of(std::string_view name);

/// schema-drift, or invalid-prisma-schema, speaks of schema.prisma wherever there is something to say.
bool is_told_exactly(const HistoryView& view);

/// The migration's place in the history; -1: it is not there.
int index_of(const History& history, std::string_view name);

/// The tables that a migration names as its statements' targets, bare names.
std::set<std::string> tables_of(const Migration& migration);

/// `, committed in 1a2b3c4 by Ada Lovelace on 2024-05-06`; empty when the commit is not known.
std::string committed_in_words(const std::optional<Commit>& commit);

/// Where a finding about a frozen migration points: the migration where it is still there, else its path.
Report about(const History& history, const FrozenChange& change);

/// `git restore …`: how to get the file back as it was; as a JSON string where its path is no plain one.
std::string restore_command(const FrozenChange& change);

/// What an edit added, as SQL, and what it took away, as comments: where a new migration begins.
std::string as_new_migration(const FrozenChange& change);

/// A frozen change's severity: within the branch a note, unless what is pushed is frozen.
Severity severity_of(const FrozenChange& change, const Config& config);

}  // namespace miglint
