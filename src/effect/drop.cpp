// DROP of anything but a table, a column or an index: refused while something depends on it, unless CASCADE
// takes that along.

#include <algorithm>
#include <fmt/format.h>

#include "analysis/builtin_types.hpp"
#include "analysis/extension_functions.hpp"
#include "analysis/procedures.hpp"
#include "catalog/knowledge.hpp"
#include "catalog/objects.hpp"
#include "catalog/routines.hpp"
#include "effect/changes.hpp"
#include "effect/dependents.hpp"
#include "effect/drop_function.hpp"
#include "effect/presence.hpp"
#include "effect/registered_object.hpp"

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
    if (name != type && is_type(domain.base) && !also_dropped(context, name))
      return "domain " + in_prose(name);
  for (const auto& [name, composite] : catalog.composites)
    if (!also_dropped(context, name) &&
        std::ranges::any_of(composite.attributes, [&](const ColumnDefinition& a) { return is_type(a.type); }))
      return "type " + in_prose(name);
  for (const auto& [key, object] : catalog.objects)
    if (object.types.contains(type))
      return fmt::format("{} {}", kind_in_words(object.reference.kind), in_prose(object.reference.name));
  return {};
}

void drop_type(Context& context, const DropObject& change) {
  const TypeName resolved =
      context.catalog.resolve(TypeName{.schema = change.name.schema, .name = change.name.name});
  if (resolved.schema == "pg_catalog" && is_builtin_type(resolved.name))
    return always_fails(context, change.kind == ObjectKind::domain ? "42809" : "2BP01",
                        fmt::format("type {} is PostgreSQL's", in_prose(resolved.name)));
  if (change.kind == ObjectKind::domain) named_domain(context, change.name, change.if_exists);
  const auto type = named_type(context, change.name, change.if_exists);
  if (!type) return;
  const auto composite = context.catalog.composites.find(type->name);
  if (composite != context.catalog.composites.end() && !composite->second.range.empty())
    return always_fails(context, "2BP01",
                        fmt::format("type {} belongs to {}: drop that", in_prose(type->name),
                                    in_prose(composite->second.range)));
  if (type->kind == Typekind::row)
    return always_fails(context, "2BP01",
                        fmt::format("type {} is a relation's: drop that", in_prose(type->name)));
  if (!change.cascade) {
    const std::string user = user_of_type(context, type->name);
    if (!user.empty())
      always_fails(context, "2BP01", fmt::format("{} uses type {}", user, in_prose(type->name)));
    return;
  }
  drop_columns_of_type(context, type->name);
}

// ---- Sequences, schemas, extensions -----------------------------------------------------------------------

void drop_sequence(Context& context, const DropObject& change) {
  const Sequence* sequence = context.catalog.sequence(change.name);
  if (sequence == nullptr) {
    if (context.catalog.certainly_missing(change.name)) return missing(context, change, "42P01", "sequence");
    is_relation_of(context, change.name, {Relkind::sequence});
    return;
  }
  if (sequence->identity && !also_dropped(context, sequence->owned_by_table))
    return always_fails(context, "2BP01",
                        fmt::format("{} belongs to the identity column {}.{}", in_prose(sequence->name),
                                    in_prose(sequence->owned_by_table), in_prose(sequence->owned_by_column)));
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
  if (schema == "pg_catalog" || (schema == "information_schema" && !change.cascade))
    return always_fails(context, "2BP01", fmt::format("schema {} is PostgreSQL's", schema));
  if (!change.if_exists && !schema_is_there(context, schema)) return;
  if (!catalog.schemas.contains(schema)) return;
  const bool holds_something =
      any_in_schema(catalog.tables, schema) || any_in_schema(catalog.views, schema) ||
      any_in_schema(catalog.enums, schema) || any_in_schema(catalog.sequences, schema) ||
      any_in_schema(catalog.functions, schema) || any_in_schema(catalog.domains, schema) ||
      any_in_schema(catalog.composites, schema) || !registered_in_schema(catalog, schema).empty();
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

/// The usual operator classes that indexes name.
std::string_view extension_of_class(std::string_view operator_class) {
  if (operator_class == "gin_trgm_ops" || operator_class == "gist_trgm_ops") return "pg_trgm";
  if (operator_class == "gin__int_ops" || operator_class == "gist__int_ops") return "intarray";
  return operator_class == "gin_hstore_ops" || operator_class == "gist_hstore_ops" ? "hstore" : "";
}

/// The types an extension brings, as far as migrations meet them.
std::vector<std::string_view> types_of_extension(std::string_view extension) {
  if (extension == "postgis") return {"geometry", "geography", "raster"};
  if (extension == "vector") return {"vector", "halfvec", "sparsevec"};
  return {extension};  // citext, hstore, ltree, cube, seg
}

/// Not one of PostgreSQL's own that shares its name.
bool surely_brings(std::string_view extension, std::string_view function) {
  return brings_function(extension, function) && !is_builtin_procedure(function);
}

/// What keeps the extension: a default, an index or a constraint that calls a function of its, an index with
/// an operator class of its.
std::string user_of_extension(const Table& table, std::string_view extension) {
  const auto calls = [&](const Boxed<Expression>& expression) {
    return expression && std::ranges::any_of(functions_in(*expression), [&](const FunctionName& name) {
             return surely_brings(extension, name.name);
           });
  };
  const std::string name = in_prose(table.name);
  for (const Column& column : table.columns)
    if (calls(column.default_value) || calls(column.generated))
      return fmt::format("{}.{}", name, in_prose(column.name));
  for (const Constraint& constraint : table.constraints)
    if (calls(constraint.expression))
      return fmt::format("constraint {} of {}", in_prose(constraint.name), name);
  for (const Index& index : table.indexes)
    for (const IndexElement& element : index.elements)
      if (calls(element.expression) || extension_of_class(element.operator_class) == extension)
        return "index " + in_prose(index.name);
  return {};
}

/// One that the statement leaves, and that needs this one.
std::string extension_over(const Context& context, std::string_view extension) {
  for (const std::string_view other : extensions_requiring(extension)) {
    const bool dropped = std::ranges::any_of(context.statement.changes, [&](const StatementChange& one) {
      const auto* drop = std::get_if<DropObject>(&one.change);
      return drop != nullptr && drop->kind == ObjectKind::extension && drop->name.name == other;
    });
    if (!dropped && context.catalog.extensions.contains(std::string(other))) return std::string(other);
  }
  return {};
}

void drop_extension(Context& context, const DropObject& change) {
  const Catalog& catalog = context.catalog;
  const std::string& extension = change.name.name;
  if (!change.if_exists && !extension_is_there(context, extension)) return;
  for (const auto& [name, function] : catalog.functions)
    if (function.language == extension && !change.cascade)
      return always_fails(context, "2BP01",
                          fmt::format("function {} is written in {}", in_prose(name), in_prose(extension)));
  if (!catalog.extensions.contains(extension)) return;
  if (const std::string user = extension_over(context, extension); !change.cascade && !user.empty())
    return always_fails(context, "2BP01",
                        fmt::format("extension {} requires {}", in_prose(user), in_prose(extension)));
  for (const auto& [table_name, table] : catalog.tables) {
    if (!change.cascade)
      if (const std::string user = user_of_extension(table, extension); !user.empty())
        return always_fails(context, "2BP01",
                            fmt::format("{} uses what extension {} brings", user, in_prose(extension)));
    for (const std::string_view type : types_of_extension(extension))
      for (const Column& column : table.columns) {
        if (column.type.name != type) continue;
        if (!change.cascade)
          return always_fails(context, "2BP01",
                              fmt::format("{}.{} is {}, of extension {}", in_prose(table_name),
                                          in_prose(column.name), type, in_prose(extension)));
        lock(context, table_name, LockMode::access_exclusive);
        lose(context, Loss::Kind::column, table_name, column.name);
      }
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
  const Table* table = table_now(context, change.on);
  if (table != nullptr && is_clone(*table, change))
    return always_fails(context, "2BP01",
                        fmt::format("trigger {} of {} belongs to the partitioned table's: drop that one",
                                    in_prose(change.name.name), in_prose(table->name)));
  const bool view_rule = change.kind == ObjectKind::rule && change.name.name == "_RETURN" &&
                         relkind(context, change.on) == Relkind::view;
  if (view_rule)
    return always_fails(context, "2BP01",
                        fmt::format("{} can't be without this rule: it is its query", in_prose(change.on)));
  if (!change.if_exists) part_is_there(context, change.kind, change.on, change.name.name);
}

// ---- Publications and statistics ------------------------------------------------------------------------

void drop_publication(Context& context, const DropObject& change) {
  if (!change.if_exists) named_publication(context, change.name.name);
}

void drop_statistics(Context& context, const DropObject& change) {
  if (!change.if_exists) statistics_are_there(context, change.name);
  const auto found = context.catalog.statistics.find(context.catalog.creation_name(change.name));
  if (found != context.catalog.statistics.end() && !failed(context))
    lock(context, found->second.table, LockMode::share_update_exclusive);
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
    case ObjectKind::aggregate:
      return drop_function(context, change);
    case ObjectKind::publication:
      return drop_publication(context, change);
    case ObjectKind::statistics:
      return drop_statistics(context, change);
    case ObjectKind::trigger:
    case ObjectKind::policy:
    case ObjectKind::rule:
      return drop_on_table(context, change);
    case ObjectKind::foreign_table:
      return apply(context,
                   DropTable{.table = change.name, .if_exists = change.if_exists, .cascade = change.cascade});
    default:
      if (is_registered(change.kind)) drop_registered(context, change);
  }
}

}  // namespace miglint
