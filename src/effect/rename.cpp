// ALTER … RENAME TO and SET SCHEMA.

#include <algorithm>
#include <fmt/format.h>

#include "catalog/objects.hpp"
#include "catalog/routines.hpp"
#include "effect/changes.hpp"
#include "effect/constraint.hpp"
#include "effect/presence.hpp"
#include "effect/registered_object.hpp"

namespace miglint {

static void taken(Context& context, std::string_view sqlstate, std::string_view what, std::string name) {
  always_fails(context, sqlstate, fmt::format("{}{} exists already", what, name));
}

// ---- What hangs on a table --------------------------------------------------------------------------------

/// tablecmds.c, rename_constraint_internal.
static bool check_is_its_own(Context& context, const Constraint& check, const Table& table) {
  if (check.kind != Constraint::Kind::check) return true;
  const bool handed_down = !check.no_inherit && has_children(context, table.name);
  if (context.statement.only && handed_down)
    always_fails(context, "42P16",
                 fmt::format("{} has children: {} must be renamed in them too", in_prose(table.name),
                             in_prose(check.name)));
  else if (check.inherited)
    always_fails(context, "42P16",
                 fmt::format("{} of {} is inherited: rename it in the parent", in_prose(check.name),
                             in_prose(table.name)));
  return !failed(context);
}

static void rename_constraint(Context& context, const RenameObject& change, const Table& table) {
  const Constraint* constraint = table.constraint(change.name.name);
  if (constraint == nullptr && may_be_not_null(context, table, change.name.name)) return;
  if (constraint == nullptr)
    return always_fails(
        context, "42704",
        fmt::format("{} has no constraint {}", in_prose(table.name), in_prose(change.name.name)));
  if (!check_is_its_own(context, *constraint, table)) return;
  const bool has_index = constraint->kind != Constraint::Kind::foreign_key && !constraint->index.empty();
  const RelationName index{table.name.schema, change.to};
  if (has_index && context.catalog.relation_exists(index))
    return taken(context, "42P07", "", in_prose(index));
  if (table.constraint(change.to) != nullptr)
    always_fails(context, "42710",
                 fmt::format("{} has a constraint {} already", in_prose(table.name), in_prose(change.to)));
}

static void rename_domain_constraint(Context& context, const RenameObject& change) {
  const Domain* domain = named_domain(context, change.on);
  if (domain == nullptr) return;
  if (std::ranges::find(domain->checks, change.name.name, &DomainConstraint::name) == domain->checks.end())
    always_fails(
        context, "42704",
        fmt::format("domain {} has no constraint {}", in_prose(domain->name), in_prose(change.name.name)));
}

/// "cannot rename trigger … on table": internal, a partition's clone (tablecmds.c, renametrig).
static bool is_clone(const Table* table, const RenameObject& change) {
  if (table == nullptr || change.kind != ObjectKind::trigger) return false;
  const auto trigger = std::ranges::find(table->triggers, change.name.name, &Trigger::name);
  return trigger != table->triggers.end() && trigger->inherited;
}

static void rename_on_table(Context& context, const RenameObject& change) {
  const bool constraint = change.kind == ObjectKind::constraint;
  const bool domain =
      constraint && context.catalog.domain({.schema = change.on.schema, .name = change.on.name});
  if (domain) return rename_domain_constraint(context, change);
  lock_reached(context, change.on, LockMode::access_exclusive);
  const Table* table = table_now(context, change.on);
  if (constraint) {
    table = target_table(context, change.on);
    if (table != nullptr && table->certain && !failed(context)) rename_constraint(context, change, *table);
    return;
  }
  if (!part_is_there(context, change.kind, change.on, change.name.name)) return;
  if (is_clone(table, change))
    return always_fails(context, "XX000",
                        fmt::format("trigger {} of {} belongs to the partitioned table's: rename that one",
                                    in_prose(change.name.name), in_prose(table->name)));
  const bool same = change.kind == ObjectKind::trigger && change.to == change.name.name;  // nothing happens
  if (table != nullptr && !same && has_part(context, change.kind, change.on, change.to))
    always_fails(
        context, "42710",
        fmt::format("{} has one of the name {} already", in_prose(table->name), in_prose(change.to)));
}

// ---- Types, functions, publications, … ------------------------------------------------------------------

static void rename_type(Context& context, const RenameObject& change) {
  if (change.kind == ObjectKind::domain && named_domain(context, change.name, change.if_exists) == nullptr)
    return;
  const auto type = named_type(context, change.name, change.if_exists);
  if (!type) return;
  if (type->kind == Typekind::row)
    return always_fails(context, "42809", fmt::format("{} is a table's row type", in_prose(type->name)));
  const RelationName to{type->name.schema, change.to};
  if (type->kind == Typekind::composite && context.catalog.relation_exists(to))
    return taken(context, "42P07", "", in_prose(to));
  if (context.catalog.type_exists(to)) taken(context, "42710", "type ", in_prose(to));
}

static bool has_overload(const Catalog& catalog, const FunctionName& name, const Function& like) {
  return std::ranges::any_of(catalog.functions_named(name),
                             [&](const Function* other) { return takes(*other, like.arguments); });
}

/// ALTER ROUTINE: a function or a procedure.
static bool is_any_routine(const Context& context) { return context.statement.tag == "ALTER ROUTINE"; }

static void rename_routine(Context& context, const RenameObject& change) {
  const Function* function =
      named_routine(context, {change.kind, is_any_routine(context), change.name, change.arguments});
  if (function == nullptr) return;
  const FunctionName to{function->name.schema, change.to};
  if (has_overload(context.catalog, to, *function))
    taken(context, "42723", "function ", in_prose(to) + " with these arguments");
}

static void rename_publication(Context& context, const RenameObject& change) {
  if (named_publication(context, change.name.name) != nullptr &&
      context.catalog.publications.contains(change.to))
    taken(context, "42710", "publication ", in_prose(change.to));
}

static void rename_schema(Context& context, const RenameObject& change) {
  if (!schema_is_there(context, change.name.name)) return;
  if (context.catalog.schemas.contains(change.to))
    return taken(context, "42P06", "schema ", in_prose(change.to));
  if (change.to.starts_with("pg_"))
    always_fails(context, "42939",
                 fmt::format("{}: names that begin with pg_ are PostgreSQL's", in_prose(change.to)));
}

// ---- Relations --------------------------------------------------------------------------------------------

static bool is_relation(ObjectKind kind) {
  return kind == ObjectKind::table || kind == ObjectKind::view || kind == ObjectKind::materialized_view ||
         kind == ObjectKind::foreign_table;
}

static void rename_relation(Context& context, const RenameObject& change) {
  const RelationName name = resolve(context, change.name);
  const bool index = context.catalog.index_tables.contains(name);
  if (context.catalog.certainly_missing(change.name)) {
    if (!change.if_exists) always_fails(context, "42P01", fmt::format("{} does not exist", in_prose(name)));
    return;
  }
  if (change.kind == ObjectKind::sequence && !is_relation_of(context, change.name, {Relkind::sequence}))
    return;
  if (is_relation(change.kind) && !index && context.catalog.sequence(name) == nullptr)
    lock(context, name, LockMode::access_exclusive);
  const RelationName to{name.schema, change.to};
  if (context.catalog.relation_exists(to)) return taken(context, "42P07", "", in_prose(to));
  // its row type goes by the same name
  const bool has_type = context.catalog.tables.contains(name) || context.catalog.views.contains(name);
  if (has_type && context.catalog.type_exists(to)) taken(context, "42710", "type ", in_prose(to));
}

void apply(Context& context, const RenameObject& change) {
  switch (change.kind) {
    case ObjectKind::constraint:
    case ObjectKind::trigger:
    case ObjectKind::policy:
    case ObjectKind::rule:
      return rename_on_table(context, change);
    case ObjectKind::type:
    case ObjectKind::enum_type:
    case ObjectKind::domain:
      return rename_type(context, change);
    case ObjectKind::function:
    case ObjectKind::procedure:
    case ObjectKind::aggregate:
      return rename_routine(context, change);
    case ObjectKind::publication:
      return rename_publication(context, change);
    case ObjectKind::schema:
      return rename_schema(context, change);
    case ObjectKind::statistics:
      statistics_are_there(context, change.name);
      return;
    case ObjectKind::index:
    case ObjectKind::sequence:
      return rename_relation(context, change);
    default:
      if (is_registered(change.kind)) return rename_registered(context, change);
      if (is_relation(change.kind)) rename_relation(context, change);
  }
}

// ---- SET SCHEMA -------------------------------------------------------------------------------------------

static void move_relation(Context& context, const SetSchema& change) {
  const RelationName name = resolve(context, change.name);
  if (context.catalog.certainly_missing(change.name)) {
    if (!change.if_exists) relation_is_there(context, change.name);
    return;
  }
  if (change.kind == ObjectKind::sequence) {
    if (!is_relation_of(context, change.name, {Relkind::sequence})) return;
    const Sequence* sequence = context.catalog.sequence(change.name);
    if (sequence != nullptr && !sequence->owned_by_table.empty())
      return always_fails(context, "0A000",
                          fmt::format("{} goes where the table that owns it goes", in_prose(name)));
  } else {
    lock(context, name, LockMode::access_exclusive);
  }
  if (name.schema != change.schema && context.catalog.relation_exists({change.schema, name.name}))
    taken(context, "42P07", "", in_prose(RelationName{change.schema, name.name}));
}

static void move_routine(Context& context, const SetSchema& change) {
  const Function* function =
      named_routine(context, {change.kind, is_any_routine(context), change.name, change.arguments});
  if (function == nullptr || function->name.schema == change.schema) return;
  const FunctionName to{change.schema, function->name.name};
  if (has_overload(context.catalog, to, *function))
    taken(context, "42723", "function ", in_prose(to) + " with these arguments");
}

void apply(Context& context, const SetSchema& change) {
  const bool routine = change.kind == ObjectKind::function || change.kind == ObjectKind::procedure ||
                       change.kind == ObjectKind::aggregate;
  if (is_registered(change.kind)) return move_registered(context, change);
  if (routine) {
    move_routine(context, change);
  } else if (is_relation(change.kind) || change.kind == ObjectKind::sequence) {
    move_relation(context, change);
  } else {
    object_is_there(context, {change.kind, false, change.name, change.arguments});
  }
  if (!failed(context)) schema_is_there(context, change.schema);
}

}  // namespace miglint
