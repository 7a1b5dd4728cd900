#pragma once

// What of schema.prisma the database sees. Formatting, comments, generators, client-side names, relations
// without columns and defaults that Prisma computes itself need no migration; everything here does.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "discover/files.hpp"
#include "miglint/history.hpp"

namespace miglint {

/// `column users.email` → {what it is in the database, what to call it for people}.
struct SchemaFact {
  std::string value;
  std::string label;
};
using SchemaFacts = std::map<std::string, SchemaFact>;

SchemaFacts schema_facts(std::string_view text);

/// The .prisma files of a folder and those below it, their paths as the user would type them.
std::vector<SchemaFile> schema_files_in(const std::string& folder, const Files& files,
                                        const Display& display);
/// The schema that a migrations folder belongs to: those in the folder above; none: there is no schema.
std::vector<SchemaFile> schema_files_beside(const std::string& migrations_dir, const Files& files,
                                            const Display& display);

/// The texts, one behind the other.
std::string joined(const std::vector<SchemaFile>& schema);

SchemaChange compare_schemas(std::string_view before, std::string_view after);

}  // namespace miglint
