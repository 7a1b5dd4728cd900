#pragma once

// Paths that several rules share.

#include <string>
#include <string_view>
#include <vector>

#include "fill.hpp"
#include "path_steps.hpp"

namespace miglint {

/// A statement of one command, printed: the change and what was written inline with it.
std::string alter(const RelationName& table, const std::vector<Change>& changes, const Step& step);

/// NOT NULL without a look at the rows under the lock that it takes: a CHECK that is validated while others
/// read and write proves it. A statement each.
struct ProvenByCheck {
  std::string not_valid, validate, require, drop;
};
ProvenByCheck proven_by_check(const Step& step, const RelationName& table, const std::string& column);

/// The column becomes required in later releases, without its table being read under an exclusive lock: the
/// fill outside, then a CHECK that is validated by itself. `here` comes first in the path.
SaferPath require_in_releases(const Step& step, const Fill& fill, PathStep here_step);
/// It stays nullable for good.
SaferPath stays_nullable(const Step& step, const RelationName& table, const std::string& column,
                         PathStep here_step);

/// The rules whose findings stay where a migration fills a column and then requires it.
const std::vector<std::string_view>& left_by_a_fill();

/// In this migration NOT VALID, the mending outside of it, VALIDATE in a later release.
SaferPath validate_later(const Step& step, const RelationName& table, const std::string& constraint,
                         std::string not_valid, PathStep mending);

/// ALTER TABLE … VALIDATE CONSTRAINT ….
std::string validate(const RelationName& table, const std::string& constraint, const Step& step);

}  // namespace miglint
