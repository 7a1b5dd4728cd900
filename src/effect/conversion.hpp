#pragma once

// What PostgreSQL does to convert values of one type into another: nothing at all, a pass over every row, or
// refuse.

#include <string>
#include <string_view>
#include <vector>

#include "analysis/base_type.hpp"
#include "miglint/catalog.hpp"

namespace miglint {

/// pg_cast's contexts, each allowing what the ones before it do. ALTER COLUMN TYPE and DEFAULT assign; `::`
/// and CAST are explicit.
enum class CastContext { implicit, assignment, explicit_ };

struct Conversion {
  bool exists = true;
  bool rewrites = false;              ///< the stored bytes change, or a constraint has to look at them
  bool lossy = false;                 ///< values can change without an error: rounded, cut off
  bool any_row = false;               ///< what can fail does for every row
  std::vector<std::string> failures;  ///< SQLSTATEs that values can raise
};

/// `time_zone_is_utc`: timestamp and timestamptz are then the same bytes to the server.
Conversion convert(const TypeName& from, const TypeName& to, CastContext context, const Catalog& catalog,
                   bool time_zone_is_utc);
bool can_cast(const TypeName& from, const TypeName& to, CastContext context, const Catalog& catalog);

bool is_string(const TypeName& type, const Catalog& catalog);
/// Some operator compares the two: they are the same, or one becomes the other implicitly, or they share an
/// operator family.
bool comparable(const TypeName& one, const TypeName& other, const Catalog& catalog);
/// A foreign key column of type `referencing` can point at a key of type `referenced` (42804 else).
bool foreign_key_compatible(const TypeName& referencing, const TypeName& referenced, const Catalog& catalog);
/// The operator family an index on the type uses by default; empty where the method has none; "?" where it is
/// not known.
std::string operator_family(std::string_view method, const TypeName& type, const Catalog& catalog);

}  // namespace miglint
