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

/// The finding is there no more: of its rule about the same object there is one less, in whatever migration,
/// at its level or the one that fails.
bool is_gone(const Finding& finding, const std::vector<Finding>& before, const std::vector<Finding>& after,
             Severity fail_on);

/// The errors and warnings of `after` that were not among `before`, but for those that the path leaves by its
/// nature and those that the finding stood for. Warnings of who waits for whom come last: they are no reason
/// to leave what fails as it is.
std::vector<const Finding*> brought(const std::vector<Finding>& before, const std::vector<Finding>& after,
                                    const Finding& mended, const SaferPath& path);

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
