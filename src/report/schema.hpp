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

/// Each as print_catalog() has it.
void report_schema_sql(std::span<const ReplayedSchema> schemas, std::ostream& out);

}  // namespace miglint
