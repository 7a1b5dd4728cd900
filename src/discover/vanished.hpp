#pragma once

// Migrations folders that were there and are not any more: deleted with their last migration, or moved.

#include <string>
#include <vector>

#include "discover/walk.hpp"
#include "discover/workspace.hpp"

namespace miglint {

/// Adds to the folders `found` below `path` those that HEAD, or the commit where the branch left its base,
/// has there and that are gone. Where a found folder is one of them at another place, says so in its
/// `moved_from`: a database knows its migrations by name, not by path.
void add_vanished(const std::string& path, Workspace& workspace, const DiscoverOptions& options,
                  const Config& config, std::vector<Request>& found);

}  // namespace miglint
