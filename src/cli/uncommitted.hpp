#pragma once

// What `status` and `fold` both ask: which migrations are not committed, and how the project makes one.

#include <string>
#include <vector>

#include "cli/options.hpp"
#include "discover/discover.hpp"
#include "discover/runner.hpp"

namespace miglint {

/// The histories that the options ask about, with their git facts; only those that are in git. Throws Error
/// when none is.
std::vector<FoundHistory> histories_in_git(const Options& options, bool commits);

/// The migrations that are not committed, oldest first.
std::vector<MigrationInGit> uncommitted(const FoundHistory& history);

/// The question, in the words that people know it by.
std::string fold_question(const std::string& migration);

/// `add_email` of `20240101000000_add_email`.
std::string name_without_timestamp(const std::string& migration);

/// What is moved to fold a migration: its folder for Prisma, its file else.
std::string unit_of(const FoundHistory& history, const MigrationInGit& migration);

/// Notes under .git that a migration on top of each of these was asked for: the choice is this clone's, and
/// `check` does not ask again.
void record_stacking(const std::string& git_folder, const std::vector<std::string>& names);

}  // namespace miglint
