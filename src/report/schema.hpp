#pragma once

// What a replayed history ends with, for `miglint schema`.

#include <ostream>
#include <span>
#include <string>
#include <vector>

#include "miglint/catalog.hpp"

namespace miglint {

struct ReplayedSchema {
  std::string migrations_dir;
  Catalog catalog;
};

/// INTERFACE's schema document, version 1; several histories are listed together, each object with its
/// `migrations_dir`.
void report_schema_json(std::span<const ReplayedSchema> schemas, std::ostream& out);

/// One catalog's, as below.
void write_schema_sql(const Catalog& catalog, std::ostream& out);

/// Statements that PostgreSQL accepts on an empty database, in the order pg_dump writes them. Views and
/// functions are named in comments: the replay keeps what they depend on, not their text.
void report_schema_sql(std::span<const ReplayedSchema> schemas, std::ostream& out);

}  // namespace miglint
