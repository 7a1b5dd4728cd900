#pragma once

// schema.prisma, edited where a path asks for it: one attribute or `?` in a line that is there. Comments and
// layout stay as they are.

#include <optional>
#include <string>
#include <vector>

#include "miglint/safer_path.hpp"

namespace miglint {

/// One of the files that a schema consists of.
struct PrismaFile {
  std::string path;  ///< as the user would type it
  std::string text;
};

/// Makes the edit in the file that has the model or enum; false: none of them has it, or it is as asked
/// already in none.
bool edit(std::vector<PrismaFile>& files, const SchemaEdit& edit);

}  // namespace miglint
