#include "diff/diff.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "diff/compare.hpp"
#include "diff/definitions.hpp"
#include "diff/enum_change.hpp"
#include "diff/expressible.hpp"
#include "diff/index_changes.hpp"
#include "diff/steps.hpp"
#include "diff/table_change.hpp"
#include "miglint/characters.hpp"

namespace miglint {

namespace {

/// What no difference speaks of: Prisma's own table, what lasts as long as a session, partitions, which
/// follow their table; and PostGIS' own, which no schema.prisma names.
bool is_kept_out(const Table& table, bool prisma) {
  constexpr auto foreign = std::to_array<std::string_view>(
      {"geography_columns", "geometry_columns", "raster_columns", "raster_overviews", "spatial_ref_sys"});
  if (table.name.name == "_prisma_migrations" || table.name.schema == "pg_temp") return true;
  return prisma && (table.partition_of || table.kind == Table::Kind::foreign ||
                    std::ranges::find(foreign, table.name.name) != foreign.end());
}

template <class Object>
bool made_before(const Object* a, const Object* b) {
  return std::tie(a->origin, a->name) < std::tie(b->origin, b->name);
}

/// In the order in which they were made, which is schema.prisma's where that made them.
template <class Object>
std::vector<const Object*> created_in(const NameMap<Object>& from, const NameMap<Object>& to) {
  std::vector<const Object*> created;
  for (const auto& [name, object] : to)
    if (!from.contains(name)) created.push_back(&object);
  std::ranges::sort(created, made_before<Object>);
  return created;
}

std::vector<const Table*> in_order_of_making(const NameMap<Table>& tables) {
  return created_in(NameMap<Table>(), tables);
}

template <class Object>
std::vector<const Object*> by_name(const NameMap<Object>& objects) {
  std::vector<const Object*> list;
  for (const auto& [name, object] : objects) list.push_back(&object);
  std::ranges::sort(list, {},
                    [](const Object* object) { return std::tie(object->name.schema, object->name.name); });
  return list;
}

class Differ {
 public:
  explicit Differ(const Sides& sides) : sides_(sides), steps_(sides.options.spelling) {}

  Difference run() {
    add_schemas();
    add_extensions();
    add_enums();
    for (const Table* before : by_name(sides_.from.tables)) {
      if (is_out(*before)) continue;
      if (const Table* after = in(sides_.to, before->name)) {
        alter(*before, *after);
      } else {
        drop(*before);
      }
    }
    for (const Table* table : created_in(sides_.from.tables, sides_.to.tables))
      if (!is_out(*table)) create(*table);
    for (const Table* table : in_order_of_making(sides_.to.tables)) add_indexes_and_keys(*table);
    for (const auto& [name, kept] : kept_)
      for (const Index* index : kept.created) create(*index);
    return {.steps = steps_.in_order(),
            .not_expressible = sides_.prisma() ? not_expressible(sides_.from) : std::vector<std::string>{}};
  }

 private:
  using Kind = DiffStep::Kind;

  static const Table* in(const Catalog& catalog, const RelationName& name) {
    const auto found = catalog.tables.find(name);
    return found == catalog.tables.end() ? nullptr : &found->second;
  }

  /// Prisma sees the schemas that its models are in, and no others.
  bool is_out(const Table& table) const {
    return is_kept_out(table, sides_.prisma()) || (sides_.prisma() && !is_seen(table.name.schema));
  }
  bool is_seen(const std::string& schema) const {
    return schema == "public" || sides_.to.schemas.contains(schema);
  }

  // ---- Schemas and enums ----------------------------------------------------------------------------------

  void add_schemas() {
    for (const std::string& schema : sides_.to.schemas) {
      if (sides_.from.schemas.contains(schema)) continue;
      CreateSchema create;
      create.schema = schema;
      create.if_not_exists = true;
      steps_.add(Kind::create_schema, in_prose(schema), create);
    }
  }

  /// Prisma asks for each that schema.prisma lists, whatever is there.
  void add_extensions() {
    if (sides_.options.written != nullptr) {
      for (const prisma::Written::Extension& extension : sides_.options.written->extensions)
        steps_.add(Kind::create_extension, in_prose(extension.name), extension.sql);
      return;
    }
    for (const auto& [extension, schema] : sides_.to.extensions) {
      if (!sides_.prisma() && sides_.from.extensions.contains(extension)) continue;
      CreateExtension create;
      create.extension = extension;
      create.if_not_exists = true;
      steps_.add(Kind::create_extension, in_prose(extension), create);
    }
  }

  void add_enums() {
    for (const Enum* made : created_in(sides_.from.enums, sides_.to.enums))
      steps_.add(Kind::create_enum, object_of(made->name),
                 CreateEnum{.type = made->name, .labels = made->labels});
    for (const Enum* before : by_name(sides_.from.enums)) {
      const auto after = sides_.to.enums.find(before->name);
      if (after == sides_.to.enums.end()) {
        if (!sides_.prisma() || is_seen(before->name.schema)) drop_enum(before->name);
      } else if (std::string sql = enum_change(*before, after->second, sides_); !sql.empty()) {
        steps_.add(Kind::alter_enum, object_of(before->name), std::move(sql));
      }
    }
  }

  void drop_enum(const RelationName& name) {
    DropObject drop;
    drop.kind = ObjectKind::type;
    drop.name = name;
    steps_.add(Kind::drop_enum, object_of(name), drop);
  }

  // ---- Tables ---------------------------------------------------------------------------------------------

  void drop(const Table& table) {
    for (const Constraint* key : foreign_keys_by_name(table)) drop_key(table, *key);
    steps_.add(Kind::drop_table, object_of(table.name), DropTable{.table = table.name});
  }

  void create(const Table& table) {
    steps_.add(Kind::create_table, table.name, definition_of(sides_.to, table));
  }

  void alter(const Table& before, const Table& after) {
    TableChange change = change_of(before, after, sides_);
    if (change.any()) steps_.add_change(after.name, change);
    IndexChanges indexes = index_changes(before, after, change, sides_);
    for (const Index* index : indexes.dropped) drop(*index, before, after, change);
    for (const auto& [index, name] : indexes.renamed) rename(*index, name);
    kept_.emplace(after.name,
                  Kept{.created = std::move(indexes.created), .keys = alter_keys(before, after, change)});
  }

  /// Of new tables all, of the others what `alter` found: indexes of new tables stand before those of others.
  void add_indexes_and_keys(const Table& table) {
    if (is_out(table)) return;
    const auto kept = kept_.find(table.name);
    if (kept == kept_.end()) {
      for (const Index* index : indexes_of(table, sides_)) create(*index);
      for (const Constraint* key : foreign_keys(table)) add_key(table, *key);
      return;
    }
    for (const Constraint* key : kept->second.keys) add_key(table, *key);
  }

  // ---- Indexes --------------------------------------------------------------------------------------------

  /// A unique index that a primary key over the same columns replaces goes after the key has come.
  void drop(const Index& index, const Table& before, const Table& after, const TableChange& change) {
    const Constraint* constraint = before.constraint(index.name.name);
    Change drop = DropIndex{.index = index.name};
    if (constraint != nullptr && !sides_.prisma())
      drop = DropConstraint{.table = index.table, .name = constraint->name};
    const bool replaced = change.adds_primary_key && before.primary_key() == nullptr && index.unique &&
                          after.primary_key()->columns == index.columns();
    if (replaced) {
      steps_.add_behind(Kind::drop_index, object_of(index.name), drop);
    } else {
      steps_.add(Kind::drop_index, object_of(index.name), drop);
    }
  }

  void create(const Index& index) {
    steps_.add(Kind::create_index, object_of(index.name), definition_of(index));
  }

  void rename(const Index& before, const std::string& name) {
    RenameObject rename;
    rename.kind = ObjectKind::index;
    rename.name = before.name;
    rename.to = name;
    steps_.add(Kind::rename_index, object_of(before.name), rename);
  }

  // ---- Foreign keys ---------------------------------------------------------------------------------------

  static std::vector<const Constraint*> foreign_keys_by_name(const Table& table) {
    std::vector<const Constraint*> keys = foreign_keys(table);
    std::ranges::sort(keys, {}, &Constraint::name);
    return keys;
  }

  /// Prisma names the keys of its own many-to-many tables in many ways.
  static bool is_between(const Table& table) {
    return table.columns.size() == 2 && table.column("A") != nullptr && table.column("B") != nullptr;
  }

  /// The keys that are still to be made.
  std::vector<const Constraint*> alter_keys(const Table& before, const Table& after,
                                            const TableChange& change) {
    std::vector<const Constraint*> fresh = foreign_keys(after);
    std::vector<const Constraint*> matched;
    for (const Constraint* key : foreign_keys_by_name(before)) {
      const auto is_same = [&](const Constraint* other) { return same_foreign_key(*key, *other); };
      const bool known = std::ranges::any_of(matched, is_same);
      const auto same = std::ranges::find_if(fresh, is_same);
      if (same == fresh.end() || meets(key->columns, change.retyped)) {
        if (!known) drop_key(before, *key);
        continue;
      }
      if ((*same)->name != key->name && !(sides_.prisma() && is_between(after)))
        rename_key(after, *key, **same);
      matched.push_back(*same);
      fresh.erase(same);
    }
    return fresh;
  }

  void drop_key(const Table& table, const Constraint& key) {
    steps_.add(Kind::drop_foreign_key, in_prose(key.name),
               DropConstraint{.table = table.name, .name = key.name});
  }

  void add_key(const Table& table, const Constraint& key) {
    steps_.add(Kind::add_foreign_key, in_prose(key.name), definition_of(table, key));
  }

  void rename_key(const Table& table, const Constraint& before, const Constraint& after) {
    RenameObject rename;
    rename.kind = ObjectKind::constraint;
    rename.name = {.schema = {}, .name = before.name};
    rename.on = table.name;
    rename.to = after.name;
    steps_.add(Kind::rename_foreign_key, in_prose(before.name), rename);
  }

  /// What of a table that stays is to be made, once those of new tables are.
  struct Kept {
    std::vector<const Index*> created;
    std::vector<const Constraint*> keys;
  };

  const Sides& sides_;
  Steps steps_;
  std::map<RelationName, Kept> kept_;
};

}  // namespace

Difference diff(const Catalog& from, const Catalog& to, const DiffOptions& options) {
  const Sides sides{.from = from, .to = to, .options = options};
  return Differ(sides).run();
}

}  // namespace miglint
