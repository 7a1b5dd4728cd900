#pragma once

// Which Prisma applies the migrations: it decides how a file is cut into transactions (7.4) and how the
// folder is ordered (6.6).

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "discover/files.hpp"
#include "miglint/history.hpp"

namespace miglint {

struct Version {
  int major_number = 0;
  int minor_number = 0;
  friend auto operator<=>(const Version&, const Version&) = default;
};

/// The versions a requirement allows: `lowest` up to, not including, `limit`.
struct VersionRange {
  Version lowest;
  Version limit;
  bool surely_below(Version version) const { return limit <= version; }
  bool surely_from(Version version) const { return lowest >= version; }
};

/// npm's notation as far as people write it for one package: `6.19.0`, `^7.1`, `~7.2.0`, `6.x`, `7`, `>=6
/// <7`; nullopt: `latest`, `workspace:*`, a URL.
std::optional<VersionRange> parse_range(std::string_view text);

struct PrismaVersion {
  std::optional<VersionRange> range;  ///< absent: unknown
  std::string said;                   ///< for people: "prisma 6.19.0 (package-lock.json)"

  /// Its first number, the lowest where several are allowed; 0: unknown.
  int major() const { return range ? range->lowest.major_number : 0; }
};

/// From `configured`, else from package.json and the lock files, going up from the migrations folder to
/// `root` (empty: outside git).
PrismaVersion prisma_version(const std::string& migrations_dir, const std::string& root, const Files& files,
                             const std::optional<std::string>& configured);

/// The folder of the package.json that requires Prisma, going up from the migrations folder; empty: there is
/// none.
std::string prisma_package_folder(const std::string& migrations_dir, const std::string& root,
                                  const Files& files);

/// The exact version that a lock file resolves `package` to, for the package.json in `importer` (relative to
/// the lock's folder; "" is the folder itself). `wanted` is package.json's requirement: it tells several
/// resolutions of one package apart. `name` is the lock file's.
std::optional<std::string> locked_version(std::string_view name, std::string_view text,
                                          std::string_view package, std::string_view importer,
                                          std::string_view wanted);
/// The lock files known, in the order they are looked for.
inline constexpr std::string_view lock_file_names[] = {"package-lock.json", "npm-shrinkwrap.json",
                                                       "yarn.lock", "pnpm-lock.yaml", "bun.lock"};

Execution execution_of(Layout layout, const PrismaVersion& prisma);

}  // namespace miglint
