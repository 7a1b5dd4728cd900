// Finding things in the catalog. Names resolve by search_path as PostgreSQL does it (namespace.c): the first
// schema on the path that has such a relation; pg_temp comes first where the session made temporary tables,
// pg_catalog before everything for types.

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "analysis/builtin_types.hpp"
#include "analysis/builtins.hpp"
#include "analysis/extension_functions.hpp"
#include "catalog/knowledge.hpp"
#include "miglint/catalog.hpp"

namespace miglint {

// ---- What the objects know of themselves ------------------------------------------------------------------

template <class T>
static const T* find_named(const SharedList<T>& list, std::string_view name) {
  const auto found = list.find(name);
  return found == list.end() ? nullptr : &*found;
}

const Column* Table::column(std::string_view wanted) const { return find_named(columns, wanted); }
const Constraint* Table::constraint(std::string_view wanted) const { return find_named(constraints, wanted); }

const Constraint* Table::primary_key() const {
  for (const Constraint& constraint : constraints)
    if (constraint.kind == Constraint::Kind::primary_key) return &constraint;
  return nullptr;
}

const Index* Table::index(std::string_view wanted) const { return find_named(indexes, wanted); }

std::vector<std::string> Index::columns() const {
  std::vector<std::string> names;
  names.reserve(elements.size());
  for (const IndexElement& element : elements) names.push_back(element.column);
  return names;
}

bool Index::uses(std::string_view column) const {
  const auto in_element = [&](const IndexElement& element) {
    return element.column == column || (element.expression && mentions(*element.expression, column));
  };
  return std::any_of(elements.begin(), elements.end(), in_element) ||
         std::find(include.begin(), include.end(), column) != include.end() ||
         (where && mentions(*where, column));
}

// ---- Names ------------------------------------------------------------------------------------------------

template <class Map>
static auto find_in(const Map& map, NameView name) -> const typename Map::mapped_type* {
  const auto found = map.find(name);
  return found == map.end() ? nullptr : &found->second;
}

/// The object of this name in a map: where the schema says, or in the first schema on the path that has one.
template <class Map>
static auto find_on_path(const Map& map, const Catalog& catalog, NameView name) -> const
    typename Map::mapped_type* {
  if (!name.schema.empty()) return find_in(map, name);
  for (const std::string& schema : catalog.search_path) {
    name.schema = schema;
    if (const auto* found = find_in(map, name)) return found;
  }
  return nullptr;
}

const Table* Catalog::table(NameView name) const { return find_on_path(tables, *this, name); }
const View* Catalog::view(NameView name) const { return find_on_path(views, *this, name); }
const Sequence* Catalog::sequence(NameView name) const { return find_on_path(sequences, *this, name); }
const Enum* Catalog::enumeration(const TypeName& type) const {
  return find_on_path(enums, *this, {type.schema, type.name});
}
const Domain* Catalog::domain(const TypeName& type) const {
  return find_on_path(domains, *this, {type.schema, type.name});
}

const Index* Catalog::index(const RelationName& name) const {
  const RelationName* table = find_on_path(index_tables, *this, name);
  if (table == nullptr) return nullptr;
  if (const Table* owner = find_in(tables, *table)) return owner->index(name.name);
  const View* view = find_in(views, *table);
  if (view == nullptr) return nullptr;
  const auto found = std::find_if(view->indexes.begin(), view->indexes.end(),
                                  [&](const Index& i) { return i.name.name == name.name; });
  return found == view->indexes.end() ? nullptr : &*found;
}

const Column* Catalog::column(const RelationName& table_name, std::string_view column) const {
  const Table* found = table(table_name);
  return found == nullptr ? nullptr : found->column(column);
}

bool Catalog::relation_exists(NameView name) const {
  return tables.contains(name) || index_tables.contains(name) || views.contains(name) ||
         sequences.contains(name) || composites.contains(name);
}

bool Catalog::type_exists(NameView name) const {
  return enums.contains(name) || domains.contains(name) || composites.contains(name) ||
         tables.contains(name) || views.contains(name);
}

/// search_path begins with it by a SET, and not for what is temporary alone.
static bool creates_temporary(const Catalog& catalog) {
  const auto path = catalog.settings.find("search_path");
  return path != catalog.settings.end() && path->second.starts_with("pg_temp");
}

/// Where a relation of that name would be made.
static std::string_view creation_schema(const Catalog& catalog) {
  if (!catalog.search_path.empty() && catalog.search_path.front() == "pg_temp" && creates_temporary(catalog))
    return "pg_temp";
  for (const std::string& schema : catalog.search_path)
    if (schema != "pg_temp" && schema != "pg_catalog" && catalog.schemas.contains(schema)) return schema;
  return catalog.search_path.empty() ? std::string_view("public") : catalog.search_path.front();
}

RelationName Catalog::creation_name(const RelationName& name) const {
  return name.schema.empty() ? RelationName{std::string(creation_schema(*this)), name.name} : name;
}

/// PostgreSQL's own catalogs and views are found by their bare name; nothing else may begin so in a schema's
/// name, and hardly anything does in a table's.
static bool is_system_name(std::string_view name) { return name.starts_with("pg_"); }

NameView Catalog::resolve_view(const RelationName& name) const {
  NameView wanted = name;
  if (!name.schema.empty()) return wanted;
  for (const std::string& schema : search_path) {
    wanted.schema = schema;
    if (relation_exists(wanted)) return wanted;
  }
  wanted.schema = is_system_name(name.name) ? std::string_view("pg_catalog") : creation_schema(*this);
  return wanted;
}

RelationName Catalog::resolve(const RelationName& name) const {
  return name.schema.empty() ? RelationName{std::string(resolve_view(name).schema), name.name} : name;
}

/// The schema of the extension that brings this type, if one that was created does.
static const std::string* extension_schema(const Catalog& catalog, std::string_view type) {
  for (const auto& [extension, schema] : catalog.extensions) {
    const auto types = extension_types(extension);
    if (std::find(types.begin(), types.end(), type) != types.end()) return &schema;
  }
  return nullptr;
}

TypeName Catalog::resolve(const TypeName& type) const {
  TypeName resolved = type;
  // The array type of `x` is named `_x`: hardly anybody writes it, dumps of old tools do.
  if (type.name.size() > 1 && type.name.front() == '_' &&
      is_builtin_type(std::string_view(type.name).substr(1))) {
    resolved.name.erase(0, 1);
    ++resolved.array_dimensions;
  }
  if (!type.schema.empty()) return resolved;
  if (is_builtin_type(resolved.name)) {
    resolved.schema = "pg_catalog";
    return resolved;
  }
  for (const std::string& schema : search_path) {
    if (!type_exists({schema, resolved.name})) continue;
    resolved.schema = schema;
    return resolved;
  }
  if (const std::string* schema = extension_schema(*this, resolved.name)) resolved.schema = *schema;
  if (!resolved.schema.empty() || resolved.name.size() < 2 || resolved.name.front() != '_') return resolved;
  TypeName element = type;
  element.name.erase(0, 1);
  element = resolve(element);
  if (!type_exists({element.schema, element.name})) return resolved;
  ++element.array_dimensions;
  return element;
}

// ---- What is certain --------------------------------------------------------------------------------------

bool Catalog::is_new(NameView name) const {
  if (const Table* found = table(name)) return is_new(found->origin);
  if (const View* found = view(name)) return is_new(found->origin);
  if (const Sequence* found = sequence(name)) return is_new(found->origin);
  return false;
}

/// An unqualified name may be found in any schema on the path: also in one that somebody else fills.
static bool path_is_known(const Catalog& catalog) {
  return std::ranges::all_of(catalog.search_path, [&](const std::string& schema) {
    return schema == "pg_temp" || schema == "pg_catalog" || catalog.schemas.contains(schema);
  });
}

/// What REINDEX CONCURRENTLY leaves behind when it fails.
static bool is_left_behind(std::string_view index) {
  return index.find("_ccnew") != std::string_view::npos || index.find("_ccold") != std::string_view::npos;
}

/// PostgreSQL's own views by the version that brought them.
static bool is_later_view(const RelationName& name, int postgres) {
  static constexpr auto views = std::to_array<std::pair<std::string_view, int>>({
      {"pg_stat_io", 16},
      {"pg_stat_checkpointer", 17},
      {"pg_wait_events", 17},
      {"pg_aios", 18},
      {"pg_shmem_allocations_numa", 18},
      {"pg_stat_progress_repack", 19},
  });
  return name.schema == "pg_catalog" && std::ranges::any_of(views, [&](const auto& view) {
           return view.first == name.name && view.second > postgres;
         });
}

bool Catalog::certainly_missing(const RelationName& name) const {
  const RelationName resolved = resolve(name);
  if (relation_exists(resolved) || type_exists(resolved) || doubts.contains(resolved)) return false;
  if (dropped.contains(resolved)) return true;
  if (is_later_view(resolved, postgres) && (!name.schema.empty() || (complete && !partial))) return true;
  if (!complete || partial || tables.empty() || is_runners_table(resolved) || is_left_behind(resolved.name))
    return false;
  // A history that begins with an empty database and made its tables itself knows what there is; an auth or
  // an extension's schema that somebody else fills is not its.
  return schemas.contains(resolved.schema) && (!name.schema.empty() || path_is_known(*this));
}

/// Of the extensions that the history creates.
static bool may_come_from_extension(const Catalog& catalog, std::string_view type) {
  return std::ranges::any_of(catalog.extensions, [&](const auto& extension) {
    const auto types = extension_types(extension.first);
    return !is_known_extension(extension.first) || std::ranges::find(types, type) != types.end();
  });
}

bool Catalog::type_certainly_missing(const TypeName& written) const {
  if (written.name.ends_with("%TYPE")) return false;  // a column's
  const TypeName type = resolve(written);
  const bool known = is_builtin_type(type.name) || is_extension_type(type.name) ||
                     type.schema == "pg_catalog" || type_exists({type.schema, type.name});
  return !known && !may_come_from_extension(*this, written.name) &&
         certainly_missing({written.schema, written.name});
}

// ---- Who depends on what ----------------------------------------------------------------------------------

static const std::set<RelationName>& names_in(const Catalog::Dependents::Names& names,
                                              const RelationName& key) {
  static const std::set<RelationName> none;
  const auto found = names.find(key);
  return found == names.end() ? none : found->second;
}

std::vector<std::pair<const Table*, const Constraint*>> Catalog::referencing(const RelationName& name) const {
  const RelationName referenced = resolve(name);
  std::vector<std::pair<const Table*, const Constraint*>> keys;
  for (const RelationName& candidate : names_in(dependents.referencing, referenced)) {
    const Table* table = find_in(tables, candidate);
    if (table == nullptr) continue;
    for (const Constraint& constraint : table->constraints)
      if (constraint.kind == Constraint::Kind::foreign_key && constraint.referenced == referenced)
        keys.emplace_back(table, &constraint);
  }
  return keys;
}

std::vector<const View*> Catalog::views_using(const RelationName& name, std::string_view column) const {
  const RelationName relation = resolve(name);
  std::vector<const View*> found;
  for (const RelationName& candidate : names_in(dependents.views, relation)) {
    const View* view = find_in(views, candidate);
    if (view == nullptr || !view->relations.contains(relation)) continue;
    if (column.empty() || view->uses.contains({relation, std::string(column)})) found.push_back(view);
  }
  return found;
}

std::vector<std::pair<const Table*, const Column*>> Catalog::columns_of_type(const RelationName& name) const {
  const TypeName type = resolve(TypeName{.schema = name.schema, .name = name.name});
  std::vector<std::pair<const Table*, const Column*>> found;
  for (const RelationName& candidate : names_in(dependents.of_type, {type.schema, type.name})) {
    const Table* table = find_in(tables, candidate);
    if (table == nullptr) continue;
    for (const Column& column : table->columns)
      if (column.type.name == type.name && column.type.schema == type.schema)
        found.emplace_back(table, &column);
  }
  return found;
}

std::vector<const Table*> Catalog::children_of(const RelationName& name) const {
  std::vector<const Table*> found;
  if (dependents.children.empty()) return found;  // in most databases nothing inherits
  const RelationName parent = resolve(name);
  for (const RelationName& candidate : names_in(dependents.children, parent)) {
    const Table* table = find_in(tables, candidate);
    if (table == nullptr) continue;
    const bool partition = table->partition_of && *table->partition_of == parent;
    if (partition ||
        std::find(table->inherits.begin(), table->inherits.end(), parent) != table->inherits.end())
      found.push_back(table);
  }
  return found;
}

const Table* Catalog::default_partition_of(const RelationName& name) const {
  const RelationName parent = resolve(name);
  for (const RelationName& candidate : names_in(dependents.defaults, parent)) {
    const Table* table = find_in(tables, candidate);
    if (table != nullptr && table->partition_of == parent && table->bound.is_default()) return table;
  }
  return nullptr;
}

std::vector<const Table*> Catalog::partitions_of(const RelationName& name) const {
  std::vector<const Table*> found;
  std::vector<const Table*> waiting;  // the next one last
  const auto add_children = [&](const RelationName& parent) {
    const std::vector<const Table*> children = children_of(parent);
    std::copy_if(children.rbegin(), children.rend(), std::back_inserter(waiting),
                 [](const Table* child) { return child->partition_of.has_value(); });
  };
  add_children(name);
  while (!waiting.empty()) {
    found.push_back(waiting.back());
    waiting.pop_back();
    if (found.back()->kind == Table::Kind::partitioned) add_children(found.back()->name);
  }
  return found;
}

std::vector<const Table*> Catalog::with_constraint(const std::string& schema,
                                                   std::string_view constraint) const {
  std::vector<const Table*> found;
  for (const RelationName& candidate : names_in(dependents.constraints, {schema, std::string(constraint)})) {
    const Table* table = find_in(tables, candidate);
    if (table == nullptr) continue;
    const bool is_trigger = std::ranges::any_of(table->triggers, [&](const Trigger& trigger) {
      return trigger.constraint && trigger.name == constraint;
    });
    if (is_trigger || table->constraint(constraint) != nullptr) found.push_back(table);
  }
  return found;
}

}  // namespace miglint
