#pragma once

// The catalog seen as PostgreSQL's own catalogs and information_schema show it, as far as guards of DO blocks
// ask.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "miglint/catalog.hpp"

namespace miglint {

/// `column IN (values)`.
struct Filter {
  std::string column;
  std::vector<std::string> values;
};
using Filters = std::vector<Filter>;

/// Column → value. A row of pg_constraint carries its table's relname and schema's nspname too, as the joins
/// people write would give it; OIDs are names: conrelid is "public.users".
using SystemRow = std::map<std::string, std::string, std::less<>>;

/// Rows of the most specific system relation among these that may pass the filters (which narrow the search,
/// no more); nothing when none is one we can show.
std::optional<std::vector<SystemRow>> system_rows(const Catalog& catalog,
                                                  const std::vector<RelationName>& relations,
                                                  const Filters& filters);

/// What `'…'::regtype` or `'…'::regnamespace` comes to in a row.
std::string regtype_text(const Catalog& catalog, std::string_view text, std::string_view cast);

}  // namespace miglint
