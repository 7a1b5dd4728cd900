#include "discover/runner.hpp"

#include <array>
#include <fmt/format.h>

#include "discover/discover.hpp"
#include "discover/prisma_version.hpp"
#include "miglint/characters.hpp"

namespace miglint {

namespace {

struct Manager {
  std::string_view lock_file;
  std::string_view command;
};
constexpr std::array<Manager, 6> managers = {{{"pnpm-lock.yaml", "pnpm exec prisma"},
                                              {"yarn.lock", "yarn prisma"},
                                              {"bun.lock", "bunx prisma"},
                                              {"bun.lockb", "bunx prisma"},
                                              {"package-lock.json", "npx prisma"},
                                              {"npm-shrinkwrap.json", "npx prisma"}}};

std::string manager_command(const std::string& from, const std::string& root, const Files& files) {
  for (std::string folder = from; !folder.empty(); folder = parent(folder)) {
    for (const Manager& manager : managers) {
      if (files.kind(join(folder, manager.lock_file))) return std::string(manager.command);
    }
    if (folder == root || folder == "/") break;
  }
  return "npx prisma";
}

/// Prisma looks for schema.prisma and prisma/schema.prisma by itself, and where package.json or
/// prisma.config.ts says.
bool finds_schema(const std::string& folder, const std::string& schema, const Files& files) {
  if (schema == join(folder, "schema.prisma") || schema == join(folder, "prisma/schema.prisma")) return true;
  if (files.kind(join(folder, "prisma.config.ts"))) return true;
  return files.read(join(folder, "package.json")).text.value_or("").find("\"schema\"") != std::string::npos;
}

}  // namespace

std::string PrismaRunner::line(const std::string& arguments) const {
  const std::string where = folder == "." ? "" : fmt::format("cd {} && ", shell_word(folder));
  return where + command + " " + arguments + (schema.empty() ? "" : " --schema " + shell_word(schema));
}

PrismaRunner prisma_runner(const std::string& migrations_dir) {
  const Files files = disk_files();
  const std::string directory = absolute(migrations_dir), root = repository_root(directory);
  const std::string package = prisma_package_folder(directory, root, files);
  PrismaRunner runner{
      .folder = Display()(package.empty() ? absolute(".") : package), .command = {}, .schema = {}};
  const std::string from = package.empty() ? directory : package;
  runner.command = manager_command(from, root, files);
  const std::string schema = join(parent(directory), "schema.prisma");
  if (!package.empty() && files.kind(schema) && !finds_schema(package, schema, files))
    runner.schema = relative_to(schema, package);
  return runner;
}

}  // namespace miglint
