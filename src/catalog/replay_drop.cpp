// DROP … and the commands of ALTER TABLE that drop: which objects they name. drop.cpp knows what goes with
// them.

#include <algorithm>

#include "analysis/builtin_types.hpp"
#include "analysis/extension_functions.hpp"
#include "catalog/drop.hpp"
#include "catalog/knowledge.hpp"
#include "catalog/objects.hpp"
#include "catalog/routines.hpp"

namespace miglint {

using Kind = Object::Kind;

// ---- ALTER TABLE … DROP -----------------------------------------------------------------------------------

/// CASCADE takes views along, and those of which it is not known whether they read the column perhaps.
static void doubt_readers(Catalog& catalog, const RelationName& table) {
  for (const View* view : catalog.views_using(table))
    if (!view->uses_known) edit(catalog, &Catalog::views, RelationName(view->name))->certain = false;
}

/// ALTER TABLE ONLY: the children's columns become their own.
static void keep_in_children(Catalog& catalog, const RelationName& name, const std::string& column) {
  for (const Table* child : catalog.children_of(name))
    if (Column* kept = find_column(*edit(catalog, &Catalog::tables, RelationName(child->name)), column))
      kept->local = true;
}

Replayed apply(Replaying& replaying, const DropColumn& change) {
  Catalog& catalog = replaying.catalog;
  const Table* table = edit_table(catalog, change.table);
  if (table == nullptr) return Replayed::refused;
  const Column* column = table->column(change.column);
  if (column == nullptr)
    return change.if_exists ? Replayed::skipped : table->certain ? Replayed::refused : Replayed::done;
  const auto& keys = table->partition_key.columns;
  if (column->inherited || std::find(keys.begin(), keys.end(), change.column) != keys.end())
    return Replayed::refused;
  const RelationName name = table->name;
  if (change.cascade) doubt_readers(catalog, name);
  if (replaying.statement.only) keep_in_children(catalog, name, change.column);
  const Replayed outcome =
      drop(catalog, {{.kind = Kind::column, .name = name, .part = change.column}}, change.cascade);
  if (outcome == Replayed::done)
    for (const Table* child : catalog.children_of(name)) follow_parents(catalog, RelationName(child->name));
  return outcome;
}

Replayed apply(Replaying& replaying, const DropConstraint& change) {
  Catalog& catalog = replaying.catalog;
  const Table* table = edit_table(catalog, change.table);
  if (table == nullptr) return Replayed::refused;
  const Constraint* constraint = table->constraint(change.name);
  if (constraint == nullptr)
    return change.if_exists ? Replayed::skipped : table->certain ? Replayed::refused : Replayed::done;
  if (constraint->inherited) return Replayed::refused;
  return drop(catalog, {{.kind = Kind::constraint, .name = table->name, .part = change.name}},
              change.cascade);
}

// ---- DROP … -----------------------------------------------------------------------------------------------

/// What a DROP names, and whether it may be missing.
struct Named {
  std::vector<Object> objects;
  bool cascade = false;
  bool refused = false;
};

static bool is_drop_of(const DropObject& change, std::initializer_list<ObjectKind> kinds) {
  return std::find(kinds.begin(), kinds.end(), change.kind) != kinds.end();
}

static void name_index(const Catalog& catalog, const DropIndex& change, Named& named) {
  const RelationName name = catalog.resolve(change.index);
  const auto owner = catalog.index_tables.find(name);
  if (owner == catalog.index_tables.end()) {
    named.refused |= !change.if_exists && catalog.certainly_missing(name);
    return;
  }
  const Index* index = catalog.index(name);
  const Table* table = catalog.table(owner->second);
  // "cannot drop index … because constraint … requires it", with CASCADE too; a partition's copy goes with
  // its parent's only.
  const bool behind_constraint = table != nullptr && table->constraint(name.name) != nullptr &&
                                 table->constraint(name.name)->index == name.name;
  named.refused |= behind_constraint || (index != nullptr && !index->parent.empty());
  named.objects.push_back({.kind = Kind::index, .name = name});
}

static void name_relation(const Catalog& catalog, const RelationName& written, Kind kind, bool if_exists,
                          Named& named) {
  const RelationName name = catalog.resolve(written);
  const bool exists = kind == Kind::table  ? catalog.tables.contains(name)
                      : kind == Kind::view ? catalog.views.contains(name)
                                           : catalog.sequences.contains(name);
  if (exists) {
    named.objects.push_back({.kind = kind, .name = name});
    return;
  }
  // Of another kind: "… is not a table", whatever IF EXISTS says.
  named.refused |= catalog.relation_exists(name) || (!if_exists && catalog.certainly_missing(name));
}

/// "… is not a domain", whatever IF EXISTS says.
static bool is_no_domain(const Catalog& catalog, const DropObject& change, const RelationName& type) {
  return change.kind == ObjectKind::domain && catalog.type_exists(type) && !catalog.domains.contains(type);
}

static void name_type(const Catalog& catalog, const DropObject& change, Named& named) {
  const TypeName type = catalog.resolve(TypeName{.schema = change.name.schema, .name = change.name.name});
  const RelationName name = {type.schema, type.name};
  named.refused |= is_no_domain(catalog, change, name);
  if (catalog.enums.contains(name) || catalog.domains.contains(name) || catalog.composites.contains(name)) {
    named.objects.push_back({.kind = Kind::type, .name = name});
  } else {
    named.refused |= catalog.tables.contains(name) ||
                     (!change.if_exists && catalog.certainly_missing(catalog.creation_name(change.name)));
  }
}

static void name_function(const Catalog& catalog, const DropObject& change, Named& named) {
  std::vector<std::string> schemas = {change.name.schema};
  if (change.name.schema.empty()) schemas = catalog.search_path;
  const std::vector<TypeName> types = resolved(catalog, change.arguments.value_or(std::vector<TypeName>()));
  for (const std::string& schema : schemas) {
    const FunctionName name = {schema, change.name.name};
    const auto [begin, end] = catalog.functions.equal_range(name);
    int overload = 0;
    for (auto function = begin; function != end; ++function, ++overload)
      if (!change.arguments || takes(function->second, types)) {
        named.objects.push_back({.kind = Kind::function, .name = name, .overload = overload});
        return;
      }
  }
}

static void name_on_table(const Catalog& catalog, const DropObject& change, Named& named) {
  const Kind kind = change.kind == ObjectKind::trigger  ? Kind::trigger
                    : change.kind == ObjectKind::policy ? Kind::policy
                                                        : Kind::rule;
  const RelationName on = catalog.resolve(change.on);
  if ((kind == Kind::trigger || kind == Kind::rule) && catalog.views.contains(on))
    return named.objects.push_back({.kind = kind, .name = on, .part = change.name.name});
  const auto table = catalog.tables.find(on);
  if (table == catalog.tables.end()) return;
  // a partition's clone goes with its parent's only
  for (const Trigger& trigger : table->second.triggers)
    named.refused |= kind == Kind::trigger && trigger.inherited && trigger.name == change.name.name;
  named.objects.push_back({.kind = kind, .name = table->first, .part = change.name.name});
}

/// The types an extension brought, in the schema it was put in.
static void name_extension(Catalog& catalog, const std::string& extension, Named& named) {
  const auto found = catalog.extensions.find(extension);
  if (found == catalog.extensions.end()) return;
  for (const std::string_view type : extension_types(found->first))
    named.objects.push_back({.kind = Kind::type, .name = {found->second, std::string(type)}});
  for (const std::string_view function : functions_of_extension(found->first))
    named.objects.push_back({.kind = Kind::function, .name = {found->second, std::string(function)}});
  // a name that begins so is looked for in pg_catalog
  for (const std::string_view view : extension_views(found->first))
    for (const std::string& schema : {found->second, std::string("pg_catalog")})
      named.objects.push_back({.kind = Kind::view, .name = {schema, std::string(view)}});
}

static void name_registered(const Catalog& catalog, const DropObject& change, Named& named) {
  if (const RegisteredObject* object = registered(catalog, reference_of(change)))
    named.objects.push_back(
        {.kind = Kind::registered, .name = {}, .part = key_of(catalog, object->reference)});
}

static void name_object(Catalog& catalog, const DropObject& change, Named& named) {
  named.cascade |= change.cascade;
  if (is_drop_of(change, {ObjectKind::view, ObjectKind::materialized_view})) {
    name_relation(catalog, change.name, Kind::view, change.if_exists, named);
  } else if (change.kind == ObjectKind::foreign_table) {
    name_relation(catalog, change.name, Kind::table, change.if_exists, named);
  } else if (change.kind == ObjectKind::sequence) {
    name_relation(catalog, change.name, Kind::sequence, change.if_exists, named);
    const auto sequence = catalog.sequences.find(catalog.resolve(change.name));
    // its column requires it
    named.refused |= sequence != catalog.sequences.end() && sequence->second.identity;
  } else if (is_drop_of(change, {ObjectKind::type, ObjectKind::enum_type, ObjectKind::domain})) {
    name_type(catalog, change, named);
  } else if (is_drop_of(change, {ObjectKind::function, ObjectKind::procedure, ObjectKind::aggregate})) {
    name_function(catalog, change, named);
  } else if (is_drop_of(change, {ObjectKind::trigger, ObjectKind::policy, ObjectKind::rule})) {
    name_on_table(catalog, change, named);
  } else if (change.kind == ObjectKind::schema) {
    if (catalog.schemas.contains(change.name.name))
      named.objects.push_back({.kind = Kind::schema, .name = {{}, change.name.name}});
  } else if (is_registered(change.kind)) {
    name_registered(catalog, change, named);
  } else if (change.kind == ObjectKind::extension) {
    name_extension(catalog, change.name.name, named);
    for (const std::string_view other : extensions_requiring(change.name.name))
      if (change.cascade) name_extension(catalog, std::string(other), named);
  }
}

static void drop_extension(Catalog& catalog, const std::string& extension) {
  save_entry(catalog, &Catalog::extensions, extension);
  catalog.extensions.erase(extension);
}

/// What has no dependents to follow: gone at once.
static void drop_simple(Catalog& catalog, const DropObject& change) {
  if (change.kind == ObjectKind::extension) {
    drop_extension(catalog, change.name.name);
    for (const std::string_view other : extensions_requiring(change.name.name))
      if (change.cascade) drop_extension(catalog, std::string(other));
  } else if (change.kind == ObjectKind::statistics) {
    erase(catalog, &Catalog::statistics,
          change.name.schema.empty() ? catalog.creation_name(change.name) : change.name);
  } else if (change.kind == ObjectKind::publication) {
    save_entry(catalog, &Catalog::publications, change.name.name);
    catalog.publications.erase(change.name.name);
  }
}

bool is_drop(const Change& change) {
  return std::holds_alternative<DropTable>(change) || std::holds_alternative<DropIndex>(change) ||
         std::holds_alternative<DropObject>(change);
}

Replayed apply_drops(Replaying& replaying) {
  Catalog& catalog = replaying.catalog;
  Named named;
  for (const auto& [change, command] : replaying.statement.changes) {
    if (const auto* table = std::get_if<DropTable>(&change)) {
      named.cascade |= table->cascade;
      name_relation(catalog, table->table, Kind::table, table->if_exists, named);
    } else if (const auto* index = std::get_if<DropIndex>(&change)) {
      named.cascade |= index->cascade;
      name_index(catalog, *index, named);
    } else if (const auto* object = std::get_if<DropObject>(&change)) {
      name_object(catalog, *object, named);
    }
  }
  if (named.refused || drop(catalog, named.objects, named.cascade) == Replayed::refused)
    return Replayed::refused;
  for (const auto& [change, command] : replaying.statement.changes)
    if (const auto* object = std::get_if<DropObject>(&change)) drop_simple(catalog, *object);
  return Replayed::done;
}

}  // namespace miglint
