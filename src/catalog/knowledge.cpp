#include "catalog/knowledge.hpp"

#include <algorithm>
#include <array>
#include <type_traits>

#include "catalog/drop.hpp"
#include "catalog/objects.hpp"

namespace miglint {

// ---- Others' objects --------------------------------------------------------------------------------------

bool is_runners_table(const RelationName& resolved) {
  static constexpr auto tables = std::to_array<std::string_view>({
      "SequelizeMeta",
      "__EFMigrationsHistory",
      "__diesel_schema_migrations",
      "__drizzle_migrations",
      "_prisma_migrations",
      "_sqlx_migrations",
      "alembic_version",
      "ar_internal_metadata",
      "atlas_schema_revisions",
      "databasechangelog",
      "databasechangeloglock",
      "django_migrations",
      "doctrine_migration_versions",
      "flyway_schema_history",
      "goose_db_version",
      "gorp_migrations",
      "kysely_migration",
      "kysely_migration_lock",
      "knex_migrations",
      "knex_migrations_lock",
      "migrations",
      "migrations_lock",
      "mikro_orm_migrations",
      "pgmigrations",
      "phinxlog",
      "refinery_schema_history",
      "schema_migration",
      "schema_migrations",
      "schema_version",
      "seaql_migrations",
      "typeorm_metadata",
  });
  return std::ranges::find(tables, resolved.name) != tables.end();
}

// PostgreSQL's contrib modules, and what else databases usually have; of the modules, pg_stat_statements and
// pg_buffercache bring views.
bool brings_no_relations(std::string_view extension) {
  static constexpr auto known = std::to_array<std::string_view>({
      "adminpack",
      "amcheck",
      "autoinc",
      "bloom",
      "btree_gin",
      "btree_gist",
      "citext",
      "cube",
      "dblink",
      "dict_int",
      "dict_xsyn",
      "earthdistance",
      "file_fdw",
      "fuzzystrmatch",
      "hll",
      "hstore",
      "http",
      "insert_username",
      "intagg",
      "intarray",
      "ip4r",
      "isn",
      "lo",
      "ltree",
      "moddatetime",
      "pageinspect",
      "pg_freespacemap",
      "pg_hashids",
      "pg_prewarm",
      "pg_trgm",
      "pg_uuidv7",
      "pg_visibility",
      "pgcrypto",
      "pgrowlocks",
      "pgstattuple",
      "pgulid",
      "plpgsql",
      "postgres_fdw",
      "refint",
      "rum",
      "seg",
      "semver",
      "sslinfo",
      "tablefunc",
      "tcn",
      "tsm_system_rows",
      "tsm_system_time",
      "unaccent",
      "uuid-ossp",
      "vector",
      "xml2",
  });
  return std::ranges::binary_search(known, extension);
}

std::span<const std::string_view> extension_views(std::string_view extension) {
  static constexpr auto statements =
      std::to_array<std::string_view>({"pg_stat_statements", "pg_stat_statements_info"});
  static constexpr auto cache = std::to_array<std::string_view>({"pg_buffercache"});
  if (extension == "pg_stat_statements") return statements;
  if (extension == "pg_buffercache") return cache;
  return {};
}

std::span<const std::string_view> extensions_requiring(std::string_view extension) {
  static constexpr auto cube = std::to_array<std::string_view>({"earthdistance"});
  static constexpr auto postgis = std::to_array<std::string_view>(
      {"pgrouting", "postgis_raster", "postgis_sfcgal", "postgis_tiger_geocoder", "postgis_topology"});
  static constexpr auto fuzzystrmatch = std::to_array<std::string_view>({"postgis_tiger_geocoder"});
  if (extension == "cube") return cube;
  if (extension == "postgis") return postgis;
  if (extension == "fuzzystrmatch") return fuzzystrmatch;
  return {};
}

// ---- Doubts -----------------------------------------------------------------------------------------------

/// The names of relations and types in a change, as they are written: what it changes, and what it only
/// reads.
template <class Visit, class VisitRead>
static void each_name(const Change& change, const Visit& visit, const VisitRead& read) {
  const auto of_type = [&](const TypeName& type) { read(RelationName{type.schema, type.name}); };
  std::visit(
      [&](const auto& held) {
        if constexpr (requires { visit(held.table); }) visit(held.table);
        if constexpr (requires { visit(held.name); }) visit(held.name);
        if constexpr (requires { visit(held.on); }) visit(held.on);
        if constexpr (requires { visit(held.view); }) visit(held.view);
        if constexpr (requires { visit(held.sequence); }) visit(held.sequence);
        if constexpr (requires { visit(held.index); }) visit(held.index);
        if constexpr (requires { visit(held.partition); }) visit(held.partition);
        if constexpr (requires { visit(held.partition_index); }) visit(held.partition_index);
        if constexpr (requires { visit(held.parent); }) visit(held.parent);
        if constexpr (requires { visit(held.referenced); }) visit(held.referenced);
        if constexpr (requires { visit(held.owned_by_table); }) visit(held.owned_by_table);
        if constexpr (requires { visit(held.type); }) visit(held.type);
        if constexpr (requires { of_type(held.type); }) of_type(held.type);
        if constexpr (requires { of_type(held.base); }) of_type(held.base);
        if constexpr (requires { of_type(held.column.type); }) of_type(held.column.type);
        if constexpr (requires { held.query.relations; })
          for (const RelationName& relation : held.query.relations) read(relation);
        if constexpr (requires { held.relations; })
          for (const RelationName& relation : held.relations) visit(relation);
        if constexpr (std::is_same_v<std::decay_t<decltype(held)>, CreateTable>) {
          for (const LikeClause& like : held.like) read(like.source);
          for (const RelationName& parent : held.inherits) visit(parent);
          if (held.partition_of) visit(*held.partition_of);
          if (held.of_type) read(*held.of_type);
          if (held.as_query)
            for (const RelationName& relation : held.as_query->relations) read(relation);
          for (const ColumnDefinition& column : held.columns) of_type(column.type);
        }
      },
      change);
}

template <class Visit>
static void each_name(const Change& change, const Visit& visit) {
  each_name(change, visit, visit);
}

/// The names a change gives: what it makes, and what a rename or a move turns something into.
static std::vector<RelationName> names_given(const Catalog& catalog, const Change& change) {
  std::vector<RelationName> names;
  if (const auto* index = std::get_if<CreateIndex>(&change)) {
    if (!index->name.empty()) names.push_back({catalog.resolve(index->table).schema, index->name});
  } else if (const auto* rename = std::get_if<RenameObject>(&change)) {
    names.push_back({catalog.resolve(rename->name).schema, rename->to});
  } else if (const auto* move = std::get_if<SetSchema>(&change)) {
    names.push_back({move->schema, move->name.name});
  } else if (const auto* unique = std::get_if<AddUnique>(&change)) {
    if (!unique->name.empty()) names.push_back({catalog.resolve(unique->table).schema, unique->name});
  } else if (const auto* key = std::get_if<AddPrimaryKey>(&change)) {
    if (!key->name.empty()) names.push_back({catalog.resolve(key->table).schema, key->name});
  } else {
    const auto take = [&](const RelationName& name) {
      if (!name.empty()) names.push_back(catalog.creation_name(name));
    };
    each_name(change, take, [](const RelationName&) {});
  }
  return names;
}

static RelationName resolve_any(const Catalog& catalog, const RelationName& written) {
  const RelationName relation = catalog.resolve(written);
  if (catalog.relation_exists(relation) || catalog.type_exists(relation)) return relation;
  const TypeName type = catalog.resolve(TypeName{.schema = written.schema, .name = written.name});
  return type.schema.empty() ? relation : RelationName{type.schema, type.name};
}

static Origin now(const Catalog& catalog) {
  return {.migration = catalog.current_migration, .statement = catalog.current_statement};
}

void doubt_everything(Catalog& catalog) {
  catalog.doubted = std::max(catalog.doubted, now(catalog));
  catalog.complete = false;
  catalog.dropped.clear();
  catalog.gone_objects.clear();
}

static void doubt(Catalog& catalog, const RelationName& resolved) {
  save(catalog, &Catalog::doubts, resolved);
  catalog.doubts[resolved] = now(catalog);
  catalog.dropped.erase(resolved);
}

RelationName doubt_name(const std::string& key) { return {.schema = "\x1f", .name = key}; }

static void doubt_registered(Catalog& catalog, const ObjectReference& reference) {
  const std::string key = key_of(catalog, creation_reference(catalog, reference));
  doubt(catalog, doubt_name(key));
  save_entry(catalog, &Catalog::gone_objects, key);
  catalog.gone_objects.erase(key);
}

/// What of the register a statement makes, drops or names anew.
static void doubt_registered(Catalog& catalog, const Change& change) {
  if (const auto* create = std::get_if<CreateObject>(&change))
    return doubt_registered(catalog, create->object);
  const auto* drop = std::get_if<DropObject>(&change);
  if (drop != nullptr && is_registered(drop->kind)) return doubt_registered(catalog, reference_of(*drop));
  const auto* rename = std::get_if<RenameObject>(&change);
  if (rename != nullptr && is_registered(rename->kind)) {
    ObjectReference named = reference_of(*rename);
    doubt_registered(catalog, named);
    named.name.name = rename->to;
    doubt_registered(catalog, named);
  }
}

void doubt_names(Catalog& catalog, const Statement& statement) {
  for (const StatementChange& one : statement.changes) {
    doubt_registered(catalog, one.change);
    const auto take = [&](const RelationName& name) {
      if (!name.empty()) doubt(catalog, resolve_any(catalog, name));
    };
    each_name(one.change, take, [](const RelationName&) {});
    for (const RelationName& name : names_given(catalog, one.change)) doubt(catalog, name);
    if (const auto* schema = std::get_if<CreateSchema>(&one.change)) doubt(catalog, {{}, schema->schema});
    if (const auto* function = std::get_if<CreateFunction>(&one.change))
      doubt(catalog, catalog.creation_name(function->function));
  }
}

bool Catalog::knows(const RelationName& resolved, const Origin& origin) const {
  const auto found = doubts.find(resolved);
  const Origin latest = found == doubts.end() ? doubted : std::max(doubted, found->second);
  return !latest.known() || origin > latest;
}

/// When the object of this name was made, as far as the history did that.
static Origin origin_of(const Catalog& catalog, const RelationName& name) {
  const auto in = [&](const auto& map) -> const Origin* {
    const auto found = map.find(name);
    return found == map.end() ? nullptr : &found->second.origin;
  };
  for (const Origin* found : {in(catalog.tables), in(catalog.views), in(catalog.enums), in(catalog.domains),
                              in(catalog.composites), in(catalog.sequences)})
    if (found != nullptr) return *found;
  const Index* index = catalog.index(name);
  return index == nullptr ? Origin{} : index->origin;
}

bool Catalog::knows(const RelationName& resolved) const {
  if (!doubted.known() && doubts.empty()) return true;
  return knows(resolved, origin_of(*this, resolved));
}

static bool of_whole_database(ObjectKind kind) {
  return kind == ObjectKind::schema || kind == ObjectKind::extension || kind == ObjectKind::publication ||
         kind == ObjectKind::function || kind == ObjectKind::procedure;
}

bool is_doubtful(const Catalog& catalog, const Statement& statement) {
  const bool anything = catalog.doubted.known();
  if (!anything && catalog.doubts.empty()) return false;
  for (const StatementChange& one : statement.changes) {
    bool doubtful = false;
    if (const auto* drop = std::get_if<DropObject>(&one.change))
      doubtful = anything && of_whole_database(drop->kind);
    if (std::holds_alternative<CreateSchema>(one.change) ||
        std::holds_alternative<CreateExtension>(one.change) ||
        std::holds_alternative<CreatePublication>(one.change) ||
        std::holds_alternative<CreateFunction>(one.change))
      doubtful = anything;
    const auto ask = [&](const RelationName& resolved) {
      const bool exists = catalog.relation_exists(resolved) || catalog.type_exists(resolved);
      doubtful |= (exists || catalog.doubts.contains(resolved)) && !catalog.knows(resolved);
    };
    if (const auto* schema = std::get_if<CreateSchema>(&one.change))
      doubtful |= catalog.doubts.contains({{}, schema->schema});
    each_name(one.change, [&](const RelationName& name) {
      if (!name.empty()) ask(resolve_any(catalog, name));
    });
    for (const RelationName& name : names_given(catalog, one.change)) ask(name);
    if (doubtful) return true;
  }
  return false;
}

// ---- As if it ran -----------------------------------------------------------------------------------------

/// The object of a name that a doubtful statement is about to give, gone: it was dropped or renamed
/// meanwhile.
static void clear_name(Catalog& catalog, const RelationName& name) {
  using Kind = Object::Kind;
  std::vector<Object> objects;
  if (catalog.tables.contains(name)) objects.push_back({.kind = Kind::table, .name = name});
  if (catalog.views.contains(name)) objects.push_back({.kind = Kind::view, .name = name});
  if (catalog.sequences.contains(name)) objects.push_back({.kind = Kind::sequence, .name = name});
  if (catalog.index_tables.contains(name)) objects.push_back({.kind = Kind::index, .name = name});
  if (catalog.enums.contains(name) || catalog.domains.contains(name) || catalog.composites.contains(name))
    objects.push_back({.kind = Kind::type, .name = name});
  drop(catalog, objects, true);
}

static void clear_part(Catalog& catalog, const RelationName& table, Object::Kind kind,
                       const std::string& part) {
  if (!part.empty()) drop(catalog, {{.kind = kind, .name = catalog.resolve(table), .part = part}}, true);
}

Statement make_way(Catalog& catalog, const Statement& statement) {
  using Kind = Object::Kind;
  Statement forced = statement;
  for (StatementChange& one : forced.changes) {
    each_name(one.change, [&](const RelationName& name) {
      if (Table* table = edit(catalog, &Catalog::tables, catalog.resolve(name))) table->certain = false;
    });
    std::visit(
        [&](auto& held) {
          using T = std::decay_t<decltype(held)>;
          if constexpr (requires { held.cascade; }) held.cascade = true;
          if constexpr (requires { held.if_exists; }) held.if_exists = true;
          constexpr bool makes = std::is_same_v<T, CreateTable> || std::is_same_v<T, CreateView> ||
                                 std::is_same_v<T, CreateSequence> || std::is_same_v<T, CreateEnum> ||
                                 std::is_same_v<T, CreateDomain> || std::is_same_v<T, CreateType> ||
                                 std::is_same_v<T, CreateIndex> || std::is_same_v<T, RenameObject> ||
                                 std::is_same_v<T, SetSchema>;
          if constexpr (makes) {
            if constexpr (!std::is_same_v<T, CreateTable>)
              for (const RelationName& name : names_given(catalog, one.change)) clear_name(catalog, name);
            else
              clear_name(catalog, catalog.creation_name(held.table));
          } else if constexpr (std::is_same_v<T, AddColumn>) {
            clear_part(catalog, held.table, Kind::column, held.column.name);
          } else if constexpr (std::is_same_v<T, RenameColumn>) {
            clear_part(catalog, held.table, Kind::column, held.to);
          } else if constexpr (std::is_base_of_v<ConstraintHeader, T>) {
            clear_part(catalog, held.table, Kind::constraint, held.name);
          } else if constexpr (std::is_same_v<T, CreateTrigger>) {
            clear_part(catalog, held.table, Kind::trigger, held.name);
          } else if constexpr (std::is_same_v<T, CreatePolicy>) {
            clear_part(catalog, held.table, Kind::policy, held.name);
          } else if constexpr (std::is_same_v<T, CreateFunction>) {
            held.or_replace = true;
          }
        },
        static_cast<AnyChange&>(one.change));
  }
  return forced;
}

}  // namespace miglint
