#pragma once

#include "discover/git_repository.hpp"

namespace miglint {

/// The disk, and for what a sparse checkout left out of it, the index: those migrations are as committed as
/// the others. The repository must outlive it.
Files with_sparse_files(Files disk, const GitRepository& repository);

}  // namespace miglint
