#pragma once

#include <optional>
#include <string>

namespace miglint {

/// A unified diff of one file as git writes it, with `a/` and `b/` before the path: `git apply` takes it.
/// Without `before` the file is new, without `after` it goes. Empty where nothing differs.
std::string unified_diff(const std::string& path, const std::optional<std::string>& before,
                         const std::optional<std::string>& after);

}  // namespace miglint
