#pragma once

#include <string>

namespace miglint {

/// Who git would name as the author of a commit made from this folder: GIT_AUTHOR_NAME, else `user.name` of
/// the repository or the user. Empty where git knows nobody.
std::string git_identity(const std::string& directory);

}  // namespace miglint
