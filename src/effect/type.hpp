#pragma once

#include "effect/context.hpp"

namespace miglint {

/// 42710 where another type has the name.
bool type_name_is_free(Context& context, const RelationName& type);
/// ALTER TYPE … RENAME ATTRIBUTE.
void rename_attribute(Context& context, const Composite& type, const RenameColumn& change);

}  // namespace miglint
