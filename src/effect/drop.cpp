// DROP of anything but a table, a column or an index: refused while something depends on it, unless CASCADE
// takes that along.

#include <algorithm>
#include <fmt/format.h>

#include "effect/changes.hpp"
#include "effect/dependents.hpp"

namespace miglint {

namespace {

void missing(Context& context, const DropObject& change, std::string_view sqlstate, std::string_view what) {
  if (!change.if_exists)
    always_fails(context, sqlstate, fmt::format("{} {} does not exist", what, in_prose(change.name)));
}

// ---- Views ------------------------------------------------------------------------------------------------

void drop_view(Context& context, const DropObject& change) {
  const RelationName name = resolve(context, change.name);
  const View* view = context.catalog.view(change.name);
  if (view == nullptr) {
    if (context.catalog.certainly_missing(change.name)) return missing(context, change, "42P01", "view");
    if (context.catalog.table(name) != nullptr && context.catalog.table(name)->certain)
      return always_fails(context, "42809", fmt::format("{} is a table", in_prose(name)));
    return lock(context, name, LockMode::access_exclusive);
  }
  if ((change.kind == ObjectKind::materialized_view) != view->materialized)
    return always_fails(
        context, "42809",
        fmt::format("{} is {}a materialized view", in_prose(name), view->materialized ? "" : "not "));
  if (!change.cascade)
    if (const std::string user = user_of_relation(context, name); !user.empty())
      return always_fails(context, "2BP01", fmt::format("{} depends on {}", user, in_prose(name)));
  lock(context, name, LockMode::access_exclusive);
  drop(context, name);
  if (change.cascade) drop_views_along(context, name);
}

// ---- Types ------------------------------------------------------------------------------------------------

/// A default that was made with the type, of a column that has another by now.
std::string default_with_type(const Context& context, const RelationName& type) {
  const Catalog& catalog = context.catalog;
  const auto candidates = catalog.dependents.of_type.find(type);
  if (candidates == catalog.dependents.of_type.end()) return {};
  for (const RelationName& name : candidates->second) {
    const Table* table = catalog.table(name);
    if (table == nullptr || also_dropped(context, name)) continue;
    for (const Column& column : table->columns) {
      bool casts = false;
      if (column.default_value) {
        walk(*column.default_value, [&](const Expression& part) {
          if (part.kind != Expression::Kind::cast || part.type.name != type.name) return;
          casts = casts || catalog.resolve(part.type).schema == type.schema;
        });
      }
      if (casts) return fmt::format("the default of {}.{}", in_prose(name), in_prose(column.name));
    }
  }
  return {};
}

std::string user_of_type(const Context& context, const RelationName& type) {
  const Catalog& catalog = context.catalog;
  for (const auto& [table, column] : catalog.columns_of_type(type))
    if (!also_dropped(context, table->name))
      return fmt::format("{}.{}", in_prose(table->name), in_prose(column->name));
  if (std::string user = default_with_type(context, type); !user.empty()) return user;
  const auto is_type = [&](const TypeName& other) {
    const TypeName resolved = catalog.resolve(other);
    return resolved.name == type.name && resolved.schema == type.schema;
  };
  for (const auto& [name, function] : catalog.functions)
    if (std::ranges::any_of(function.arguments, is_type) || (function.returns && is_type(*function.returns)))
      return "function " + in_prose(name);
  for (const auto& [name, table] : catalog.tables)
    if (table.of_type == type && !also_dropped(context, name)) return in_prose(name);
  for (const auto& [name, domain] : catalog.domains)
    if (name != type && is_type(domain.base)) return "domain " + in_prose(name);
  return {};
}

void drop_type(Context& context, const DropObject& change) {
  const Catalog& catalog = context.catalog;
  const RelationName type = [&] {
    const TypeName resolved =
        catalog.resolve(TypeName{.schema = change.name.schema, .name = change.name.name});
    return RelationName{resolved.schema, resolved.name};
  }();
  if (!catalog.type_exists(type)) {
    if (catalog.certainly_missing(change.name)) missing(context, change, "42704", "type");
    return;
  }
  if (!change.cascade) {
    const std::string user = user_of_type(context, type);
    if (!user.empty()) always_fails(context, "2BP01", fmt::format("{} uses type {}", user, in_prose(type)));
    return;
  }
  drop_columns_of_type(context, type);
}

// ---- Sequences, schemas, extensions -----------------------------------------------------------------------

void drop_sequence(Context& context, const DropObject& change) {
  const Sequence* sequence = context.catalog.sequence(change.name);
  if (sequence == nullptr) {
    if (context.catalog.certainly_missing(change.name)) missing(context, change, "42P01", "sequence");
    return;
  }
  if (!change.cascade && !sequence_is_free(context, sequence->name, {}, {})) return;
  for (const auto& [table, column] : columns_fed_by(context.catalog, sequence->name))
    lock(context, table->name, LockMode::access_exclusive);
  drop(context, sequence->name);
}

template <class Map>
bool any_in_schema(const Map& map, const std::string& schema) {
  return std::ranges::any_of(map, [&](const auto& entry) { return entry.first.schema == schema; });
}

void drop_schema(Context& context, const DropObject& change) {
  const Catalog& catalog = context.catalog;
  const std::string& schema = change.name.name;
  if (!catalog.schemas.contains(schema)) return;
  const bool holds_something =
      any_in_schema(catalog.tables, schema) || any_in_schema(catalog.views, schema) ||
      any_in_schema(catalog.enums, schema) || any_in_schema(catalog.sequences, schema) ||
      any_in_schema(catalog.functions, schema) || any_in_schema(catalog.domains, schema);
  if (!change.cascade) {
    if (holds_something) always_fails(context, "2BP01", fmt::format("schema {} is not empty", schema));
    return;
  }
  for (const auto& [name, table] : catalog.tables) {
    if (name.schema != schema) continue;
    lock(context, name, LockMode::access_exclusive);
    drop(context, name);
    lose(context, Loss::Kind::table, name);
    drop_views_along(context, name);
    drop_keys_along(context, name);
  }
  for (const auto& [name, enumeration] : catalog.enums)
    if (name.schema == schema)
      for (const auto& [table, column] : catalog.columns_of_type(name))
        if (table->name.schema != schema) lose(context, Loss::Kind::column, table->name, column->name);
}

/// The types an extension brings, as far as migrations meet them.
std::vector<std::string_view> types_of_extension(std::string_view extension) {
  if (extension == "postgis") return {"geometry", "geography", "raster"};
  if (extension == "vector") return {"vector", "halfvec", "sparsevec"};
  return {extension};  // citext, hstore, ltree, cube, seg
}

void drop_extension(Context& context, const DropObject& change) {
  const Catalog& catalog = context.catalog;
  if (!catalog.extensions.contains(change.name.name)) return;
  for (const std::string_view type : types_of_extension(change.name.name))
    for (const auto& [table_name, table] : catalog.tables)
      for (const Column& column : table.columns) {
        if (column.type.name != type) continue;
        if (!change.cascade)
          return always_fails(context, "2BP01",
                              fmt::format("{}.{} is {}, of extension {}", in_prose(table_name),
                                          in_prose(column.name), type, in_prose(change.name.name)));
        lock(context, table_name, LockMode::access_exclusive);
        lose(context, Loss::Kind::column, table_name, column.name);
      }
}

// ---- Functions --------------------------------------------------------------------------------------------

bool calls(const Expression& expression, const std::string& function) {
  bool found = false;
  walk(expression, [&](const Expression& inner) {
    found = found || (inner.kind == Expression::Kind::function && inner.function.name == function);
  });
  return found;
}

std::string user_in_table(const Table& table, const std::string& function) {
  const std::string name = in_prose(table.name);
  for (const Trigger& trigger : table.triggers)
    if (trigger.function.name == function)
      return fmt::format("trigger {} of {}", in_prose(trigger.name), name);
  for (const Column& column : table.columns)
    if ((column.default_value && calls(*column.default_value, function)) ||
        (column.generated && calls(*column.generated, function)))
      return fmt::format("{}.{}", name, in_prose(column.name));
  for (const Constraint& constraint : table.constraints)
    if (constraint.expression && calls(*constraint.expression, function))
      return fmt::format("constraint {} of {}", in_prose(constraint.name), name);
  for (const Index& index : table.indexes) {
    const bool element = std::ranges::any_of(index.elements, [&](const IndexElement& e) {
      return e.expression && calls(*e.expression, function);
    });
    if (element || (index.where && calls(*index.where, function))) return "index " + in_prose(index.name);
  }
  return {};
}

void drop_function(Context& context, const DropObject& change) {
  const auto same = [&](const auto& entry) { return entry.first.name == change.name.name; };
  const auto overloads = std::ranges::count_if(context.catalog.functions, same);
  // none: an extension's, or one made elsewhere; several: which one is used is not known
  if (overloads != 1) return;
  for (const auto& [name, table] : context.catalog.tables) {
    const std::string user = user_in_table(table, change.name.name);
    if (user.empty() || also_dropped(context, name)) continue;
    if (!change.cascade)
      return always_fails(context, "2BP01", fmt::format("{} uses function {}", user, in_prose(change.name)));
    lock(context, name, LockMode::access_exclusive);
  }
}

// ---- On tables --------------------------------------------------------------------------------------------

bool is_clone(const Table& table, const DropObject& change) {
  const auto trigger = std::ranges::find(table.triggers, change.name.name, &Trigger::name);
  return change.kind == ObjectKind::trigger && trigger != table.triggers.end() && trigger->inherited;
}

void drop_on_table(Context& context, const DropObject& change) {
  if (change.if_exists && context.catalog.certainly_missing(change.on)) return;
  lock_reached(context, change.on, LockMode::access_exclusive);
  const Table* table =
      context.catalog.view(change.on) != nullptr ? nullptr : target_table(context, change.on);
  if (table == nullptr || failed(context)) return;
  if (is_clone(*table, change))
    return always_fails(context, "2BP01",
                        fmt::format("trigger {} of {} belongs to the partitioned table's: drop that one",
                                    in_prose(change.name.name), in_prose(table->name)));
  if (!table->certain || change.if_exists) return;
  const auto absent = [&](const auto& list, auto projection) {
    return std::ranges::find(list, change.name.name, projection) == list.end();
  };
  const bool gone =
      (change.kind == ObjectKind::trigger && absent(table->triggers, &Trigger::name)) ||
      (change.kind == ObjectKind::policy && absent(table->policies, &Policy::name)) ||
      (change.kind == ObjectKind::rule &&
       std::ranges::find(table->rules, change.name.name, &RewriteRule::name) == table->rules.end());
  if (gone)
    always_fails(
        context, "42704",
        fmt::format("{} has nothing of the name {}", in_prose(table->name), in_prose(change.name.name)));
}

}  // namespace

void apply(Context& context, const DropObject& change) {
  switch (change.kind) {
    case ObjectKind::view:
    case ObjectKind::materialized_view:
      return drop_view(context, change);
    case ObjectKind::type:
    case ObjectKind::enum_type:
    case ObjectKind::domain:
      return drop_type(context, change);
    case ObjectKind::sequence:
      return drop_sequence(context, change);
    case ObjectKind::schema:
      return drop_schema(context, change);
    case ObjectKind::extension:
      return drop_extension(context, change);
    case ObjectKind::function:
    case ObjectKind::procedure:
      return drop_function(context, change);
    case ObjectKind::trigger:
    case ObjectKind::policy:
    case ObjectKind::rule:
      return drop_on_table(context, change);
    case ObjectKind::foreign_table:
      return apply(context,
                   DropTable{.table = change.name, .if_exists = change.if_exists, .cascade = change.cascade});
    default:
      return;
  }
}

}  // namespace miglint
