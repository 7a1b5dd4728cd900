#pragma once

// What a column's definition may not say, whatever table it is for: CREATE TABLE's, ADD COLUMN's, and as far
// as it is the type, ALTER COLUMN TYPE's.

#include "effect/context.hpp"

namespace miglint {

/// 42704, 42P16, 22023, 42601, 42804: the type is missing or stands for no values, or its modifiers or the
/// collation do not go with it. `what` names the column.
bool type_is_usable(Context& context, const TypeName& type, const Boxed<RelationName>& collation,
                    std::string_view what);
/// The collation's part of that, of an index's columns as well.
bool collation_is_usable(Context& context, const TypeName& type, const RelationName& collation,
                         std::string_view what);
/// An identity column counts in smallint, integer or bigint (22023).
bool identity_type_is_integer(Context& context, const TypeName& type, std::string_view what);
/// The whole of it; a partition's column options have no type.
bool definition_is_sound(Context& context, const ColumnDefinition& column);

}  // namespace miglint
