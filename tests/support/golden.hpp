#pragma once

#include <string>
#include <string_view>

namespace miglint {

/// A file's bytes; empty when it is not there.
std::string read_text(const std::string& path);

/// Compares with the golden file, a path from the repository's root. With MIGLINT_UPDATE set in the
/// environment the file is written instead: review the difference like prose.
bool matches_golden(const std::string& path, std::string_view actual);

}  // namespace miglint
