// COMMENT ON: what it names must be there, and be what it is called (objectaddress.c).

#include <algorithm>
#include <fmt/format.h>

#include "catalog/objects.hpp"
#include "effect/changes.hpp"
#include "effect/presence.hpp"
#include "effect/registered_object.hpp"
#include "effect/relation_kind.hpp"

namespace miglint {

static void on_relation(Context& context, const CommentOn& change, Relkind kind) {
  if (is_relation_of(context, change.name, {kind}) && kind != Relkind::index && kind != Relkind::sequence)
    lock(context, change.name, LockMode::share_update_exclusive);
}

static void on_column(Context& context, const CommentOn& change) {
  if (!is_relation_of(context, change.on,
                      {Relkind::table, Relkind::view, Relkind::materialized_view, Relkind::composite}))
    return;
  lock(context, change.on, LockMode::share_update_exclusive);
  const auto composite = context.catalog.composites.find(resolve(context, change.on));
  if (composite == context.catalog.composites.end()) {
    column_is_there(context, change.on, change.name.name);
    return;
  }
  const auto& attributes = composite->second.attributes;
  if (std::ranges::find(attributes, change.name.name, &ColumnDefinition::name) == attributes.end())
    always_fails(context, "42703",
                 fmt::format("{} has no attribute {}", in_prose(change.on), in_prose(change.name.name)));
}

static void on_domain_constraint(Context& context, const CommentOn& change) {
  const Domain* domain = named_domain(context, change.on);
  if (domain == nullptr || !context.catalog.knows(domain->name)) return;
  if (std::ranges::find(domain->checks, change.name.name, &DomainConstraint::name) == domain->checks.end())
    always_fails(
        context, "42704",
        fmt::format("domain {} has no constraint {}", in_prose(domain->name), in_prose(change.name.name)));
}

static void on_part(Context& context, const CommentOn& change) {
  if (change.on_domain) return on_domain_constraint(context, change);
  if (!part_is_there(context, change.kind, change.on, change.name.name)) return;
  if (change.kind == ObjectKind::constraint) lock(context, change.on, LockMode::share_update_exclusive);
}

void apply(Context& context, const CommentOn& change) {
  switch (change.kind) {
    case ObjectKind::foreign_table:
      if (relation_kind(context, change.name) != RelationKind::table)
        return on_relation(context, change, Relkind::table);
      return always_fails(context, "42809", fmt::format("{} is no foreign table", in_prose(change.name)));
    case ObjectKind::table:
      return on_relation(context, change, Relkind::table);
    case ObjectKind::view:
      return on_relation(context, change, Relkind::view);
    case ObjectKind::materialized_view:
      return on_relation(context, change, Relkind::materialized_view);
    case ObjectKind::index:
      return on_relation(context, change, Relkind::index);
    case ObjectKind::sequence:
      return on_relation(context, change, Relkind::sequence);
    case ObjectKind::column:
      return on_column(context, change);
    case ObjectKind::constraint:
    case ObjectKind::trigger:
    case ObjectKind::policy:
    case ObjectKind::rule:
      return on_part(context, change);
    default:
      if (is_registered(change.kind)) {
        registered_is_there(context, reference_of(change));
        return;
      }
      object_is_there(context, {change.kind, change.routine, change.name, change.arguments});
  }
}

}  // namespace miglint
