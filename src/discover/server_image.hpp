#pragma once

// Which PostgreSQL a container image brings, from its name and tag.

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace miglint {

/// The major version of `postgres:16.2-alpine`, `pgvector/pgvector:0.8.0-pg17`, `rhel9/postgresql-15`, …;
/// nullopt: not a PostgreSQL server, or the tag (`latest`) does not tell.
std::optional<int> postgres_of_image(std::string_view image);

/// The number that a version starts with: "16.2" is 16, "v15" is 15; nullopt: no PostgreSQL was ever called
/// so.
std::optional<int> postgres_of_version(std::string_view version);

/// Compose's and the shell's `${NAME}`, `${NAME:-16}`, `$NAME`, put in; `value` knows the names. What nobody
/// knows is left out.
using Variables = std::function<std::optional<std::string>(std::string_view name)>;
std::string interpolated(std::string_view text, const Variables& value);

}  // namespace miglint
