// Schemas and extensions.

#include <fmt/format.h>

#include "effect/changes.hpp"
#include "effect/presence.hpp"

namespace miglint {

void apply(Context& context, const CreateSchema& change) {
  if (change.schema.starts_with("pg_"))
    return always_fails(
        context, "42939",
        fmt::format("{}: names that begin with pg_ are PostgreSQL's", in_prose(change.schema)));
  const bool made_by_history = change.schema != "public" && context.catalog.schemas.contains(change.schema);
  if (made_by_history && !change.if_not_exists)
    always_fails(context, "42P06", fmt::format("schema {} exists already", in_prose(change.schema)));
}

void apply(Context& context, const CreateExtension& change) {
  if (context.catalog.extensions.contains(change.extension)) {
    if (!change.if_not_exists)
      always_fails(context, "42710", fmt::format("extension {} exists already", in_prose(change.extension)));
    return;
  }
  schema_is_there(context, change.schema);
}

}  // namespace miglint
