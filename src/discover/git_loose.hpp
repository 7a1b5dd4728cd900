#pragma once

#include <git2.h>

namespace miglint {

/// Makes reading a loose object that ends too early, or that is a pipe, an error: libgit2 1.5 goes on without
/// end at the one, as after a full disk, and waits at the other.
void guard_loose_objects(git_repository* repository);

}  // namespace miglint
