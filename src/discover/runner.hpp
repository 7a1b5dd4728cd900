#pragma once

// How people call Prisma in this project, so that commands can be shown as they would type them.

#include <string>

#include "discover/files.hpp"

namespace miglint {

struct PrismaRunner {
  /// of the package.json that has Prisma, as the user would type it; "." where they are
  std::string folder;
  std::string command;  ///< "npx prisma", "pnpm exec prisma", "yarn prisma", "bunx prisma"
  std::string schema;   ///< relative to `folder`; empty where Prisma finds it by itself

  /// `cd packages/db && pnpm exec prisma migrate dev --name x --schema db/schema.prisma`
  std::string line(const std::string& arguments) const;
};

/// From what stands beside and above a migrations folder (as typed or absolute).
PrismaRunner prisma_runner(const std::string& migrations_dir);

}  // namespace miglint
