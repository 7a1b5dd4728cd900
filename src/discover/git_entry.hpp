#pragma once

// What must be known of a repository's own files before libgit2 opens it: that .git leads somewhere, and that
// none of them is a pipe, which would be waited for without end.

#include <git2.h>
#include <string>

namespace miglint {

/// Throws Error when `git`, a work tree's `.git`, leads nowhere, or when a file in it that is read is not a
/// regular one.
void check_git_folder(const std::string& git);

/// The same for files that the configuration names, once it can be read: core.excludesFile and
/// core.attributesFile.
void check_configured_files(git_repository* repository);

}  // namespace miglint
