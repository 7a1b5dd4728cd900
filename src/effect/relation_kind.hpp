#pragma once

// What a name stands for, and which commands PostgreSQL carries out on it.

#include <optional>

#include "effect/context.hpp"

namespace miglint {

enum class RelationKind {
  table,
  partitioned_table,
  foreign_table,
  view,
  materialized_view,
  index,
  partitioned_index,
  sequence,
  composite_type
};

/// None: nothing of the name, or nothing certain.
std::optional<RelationKind> relation_kind(const Context& context, const RelationName& name);

/// Fails (42809) where the change is none for the kind of relation it names.
void check_relation_kind(Context& context, const Change& change);

}  // namespace miglint
