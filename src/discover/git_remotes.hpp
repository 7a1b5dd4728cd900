#pragma once

// The remotes that git's configuration speaks of. git_remote_list() and an iterator with a pattern match
// every entry with a regular expression, and leak for each that does not match (libgit2 1.5 with PCRE2).

#include <initializer_list>
#include <set>
#include <string>
#include <string_view>

#include "discover/handle.hpp"

namespace miglint {

/// The names of those that set one of these variables: `url` for `remote.NAME.url`.
std::set<std::string> remotes_that_set(git_repository* repository,
                                       std::initializer_list<std::string_view> variables);

}  // namespace miglint
