#pragma once

// Paths that several rules about locks and transactions share: do it CONCURRENTLY, check the rows apart from
// the constraint, give the wait an end.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lock_support.hpp"
#include "moving.hpp"
#include "path_steps.hpp"
#include "support.hpp"

namespace miglint {

// ---- Ways that rules share --------------------------------------------------------------------------------

/// Whether the statement's wait for its locks ends after a while as things are, where that is known.
bool has_lock_timeout(const Step& step);
/// The work stays what it is, and only the wait for its lock gets an end. Nothing where there is an end
/// already, or a statement that may not share a transaction leaves no room for it.
/// `remark`: what the path says besides.
std::optional<SaferPath> with_lock_timeout(const Step& step, std::string_view rule,
                                           std::string_view remark = {});
/// The same for a whole statement that a migration's rule found.
std::optional<SaferPath> with_lock_timeout(const Site& site, std::string_view rule);
/// As a list: the only path there is.
std::vector<SaferPath> only_with_lock_timeout(const Step& step, std::string_view rule);

/// The constraint without a look at the rows, which a migration of its own then takes while others work.
std::optional<SaferPath> not_valid_then_validate(const AddForeignKey& key, const Step& step);
std::optional<SaferPath> not_valid_then_validate(const AddCheck& check, const Step& step);
std::optional<SaferPath> not_valid_then_validate(const AddNotNull& constraint, const Step& step);

/// NOT NULL for columns, without reading the table under the lock that it takes: a CHECK proves it. Nothing
/// where something later needs it. `last`: what follows in the step that requires them.
std::optional<SaferPath> required_through_check(const Step& step, const RelationName& table,
                                                const std::vector<std::string>& names,
                                                const std::string& last = {});

/// A column that is filled apart from the statement that adds it: `here` adds it, nullable, and says what new
/// rows get; the rows that are there get `value` outside. Nothing where the migration builds on the values.
std::optional<SaferPath> filled_apart(const Step& step, const AddColumn& add, std::vector<PathStep> added,
                                      const std::string& value);

/// The partitions of a partitioned table, where each is a table and all are known; empty where not.
std::vector<const Table*> leaf_partitions(const Step& step, const RelationName& table);

/// The index without blocking writes. Nothing where the rest of the migration needs it.
std::optional<SaferPath> index_concurrently(const CreateIndex& index, const Step& step);
/// The key through an index that is built without blocking anyone. Likewise.
std::optional<SaferPath> key_through_index(const AddUnique& key, const Step& step);
std::optional<SaferPath> key_through_index(const AddPrimaryKey& key, const Step& step);

/// Only the paths that are there, in order.
std::vector<SaferPath> offered(std::vector<std::optional<SaferPath>> paths);

}  // namespace miglint
