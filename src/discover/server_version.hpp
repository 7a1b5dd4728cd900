#pragma once

// The server that a project's own files show: Compose, the services of CI, what a host is told to run. It is
// what `postgres:` says where nobody says otherwise.

#include <functional>
#include <optional>
#include <string>

#include "discover/files.hpp"
#include "miglint/history.hpp"

namespace miglint {

/// The oldest PostgreSQL that the nearest folder shows, from the migrations folder up to `root` (empty:
/// outside git; a few folders up). What a host is told to run counts before what developers and CI run; of
/// several, the oldest, and `Server::note` says so. `display` makes a path what the user would type. Files
/// that can't be read or are no YAML show nothing.
std::optional<Server> shown_server(const std::string& migrations_dir, const std::string& root,
                                   const Files& files,
                                   const std::function<std::string(std::string_view)>& display);

}  // namespace miglint
