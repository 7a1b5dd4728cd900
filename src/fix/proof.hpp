#pragma once

// Whether a rewritten history keeps what its path promises: judged again, and its schema compared.

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "miglint/lint.hpp"

namespace miglint {

/// A schema as sentences of SQL, one for each table, column, constraint, index, …: the order of columns does
/// not count.
std::set<std::string> facts_of(const Catalog& catalog);

/// What one schema has and the other has not: `- users.email text NOT NULL`, `+ users.email text`.
std::vector<std::string> differences(const std::set<std::string>& promised,
                                     const std::set<std::string>& found);

/// The migration may have seen to the rows that make the statement fail; where it has not, the deploy stops.
bool foretells_failure(const Finding& finding);

/// The finding is there no more: of its rule about the same object there is one less, in whatever migration,
/// at its level or the one that fails. Of one that foretells a failure it is enough that the rows that are
/// there can't raise it.
bool is_gone(const Finding& finding, const std::vector<Finding>& before, const std::vector<Finding>& after,
             Severity fail_on);

/// The errors and warnings of `after` that were not among `before`, but for those that the path leaves by its
/// nature and those that the finding stood for. Warnings of who waits for whom come last: they are no reason
/// to leave what fails as it is.
std::vector<const Finding*> brought(const std::vector<Finding>& before, const std::vector<Finding>& after,
                                    const Finding& mended, const SaferPath& path);

/// What the path does to rows stands in the migration already, or in the one right before it, whatever value
/// was chosen for them.
bool has_been_taken(const SaferPath& path, const Finding& finding, const History& history,
                    const Config& config);

/// A warning of who waits for whom.
bool is_about_waiting(const Finding& finding);

/// The schema after the steps of later releases, each a migration of its own, from this ordinal on; and why
/// PostgreSQL would refuse the first that it does.
struct Ending {
  std::set<std::string> facts;
  std::optional<std::string> refusal = {};
};
Ending run_later(Catalog catalog, int migration, const std::vector<std::string>& steps);

}  // namespace miglint
