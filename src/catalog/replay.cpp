// The replay of a history, statement by statement. A statement does all of what it says or nothing, as in
// PostgreSQL: its changes are applied in order under a mark of the journal, and the first that PostgreSQL
// would refuse takes them all back.
//
//   ALTER TABLE t ADD COLUMN a int, ADD COLUMN a text;     -- 42701: neither is there afterwards
//   CREATE TABLE IF NOT EXISTS t (…, PRIMARY KEY (id));    -- t exists: skipped, its constraints with it
//   BEGIN; DROP TABLE t; ROLLBACK;                         -- t is as it was

#include "catalog/replay.hpp"

#include <algorithm>
#include <cctype>
#include <set>
#include <utility>

#include "catalog/drop.hpp"
#include "catalog/edit.hpp"
#include "catalog/knowledge.hpp"

namespace miglint {

// What changes rows, locks or privileges leaves the schema as it is.
template <class Other>
static Replayed apply(Replaying&, const Other&) {
  return Replayed::done;
}

static Replayed apply(Replaying& replaying, const Insert& change) {
  note_filled(replaying.catalog, change.table);
  return Replayed::done;
}

static Replayed apply(Replaying& replaying, const CopyRows& change) {
  if (change.from && !change.table.empty()) note_filled(replaying.catalog, change.table);
  return Replayed::done;
}

// ---- Sessions: settings, search_path, transactions --------------------------------------------------------

/// A runner may keep one session for all migrations: then a bare name still means what the path of the one
/// before has.
static void doubt_names_on_the_path(Catalog& catalog) {
  const auto doubt = [&](const auto& objects) {
    for (const auto& [name, object] : objects)
      if (name.schema != "public" &&
          std::ranges::find(catalog.search_path, name.schema) != catalog.search_path.end())
        catalog.doubts[{.schema = "public", .name = name.name}] = here(catalog);
  };
  if (catalog.search_path == std::vector<std::string>{"public"}) return;
  doubt(catalog.tables);
  doubt(catalog.views);
  doubt(catalog.sequences);
  doubt(catalog.enums);
  doubt(catalog.domains);
  doubt(catalog.composites);
  doubt(catalog.functions);
}

/// A runner may keep one session for all migrations: then they are still there.
static void doubt_temporary_names(Catalog& catalog) {
  const auto doubt = [&](const auto& objects) {
    for (const auto& [name, object] : objects)
      if (name.schema == "pg_temp")
        for (const char* schema : {"public", "pg_temp"})
          catalog.doubts[{.schema = schema, .name = name.name}] = here(catalog);
  };
  doubt(catalog.tables);
  doubt(catalog.views);
  doubt(catalog.sequences);
}

/// With what depends on them (namespace.c, RemoveTempRelations).
static void drop_temporary_objects(Catalog& catalog) {
  doubt_temporary_names(catalog);
  drop(catalog, {{.kind = Object::Kind::schema, .name = {{}, "pg_temp"}}}, true);
}

static bool has_temporary_objects(const Catalog& catalog) {
  return !catalog.search_path.empty() && catalog.search_path.front() == "pg_temp";
}

void begin_session(Catalog& catalog) {
  if (catalog.session_migration == catalog.current_migration) return;
  catalog.session_migration = catalog.current_migration;
  catalog.journal = {};
  catalog.settings.clear();
  if (has_temporary_objects(catalog)) drop_temporary_objects(catalog);
  doubt_names_on_the_path(catalog);
  catalog.search_path = {"public"};
}

static bool in_transaction(const Catalog& catalog) {
  const auto& marks = catalog.journal.marks;
  return std::any_of(marks.begin(), marks.end(), [](const Journal::Mark& mark) { return mark.transaction; });
}

/// What SET LOCAL sets is as before from COMMIT on.
static void keep_for_commit(Catalog& catalog, const std::string& name) {
  if (!in_transaction(catalog)) return;
  Journal::AtCommit& at_commit = catalog.journal.at_commit;
  const auto now = catalog.settings.find(name);
  at_commit.settings.emplace(name, now == catalog.settings.end() ? std::string() : now->second);
  if (name == "search_path" && !at_commit.search_path) at_commit.search_path = catalog.search_path;
}

Replayed apply(Replaying& replaying, const SetVariable& change) {
  Catalog& catalog = replaying.catalog;
  std::string name = change.name;
  std::transform(name.begin(), name.end(), name.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  if (change.local) keep_for_commit(catalog, name);
  save_entry(catalog, &Catalog::settings, name);
  if (change.reset || change.value.empty()) {
    catalog.settings.erase(name);
  } else {
    catalog.settings[name] = change.value;
  }
  if (name != "search_path") return Replayed::done;
  save_whole(catalog, &Catalog::search_path);
  const bool temporary = has_temporary_objects(catalog);
  catalog.search_path = change.reset ? std::vector<std::string>{"public"} : change.values;
  std::erase(catalog.search_path, "$user");
  if (temporary) catalog.search_path.insert(catalog.search_path.begin(), "pg_temp");
  return Replayed::done;
}

static void commit(Catalog& catalog) {
  const Journal::AtCommit at_commit = std::exchange(catalog.journal.at_commit, {});
  for (const auto& [name, value] : at_commit.settings) {
    if (value.empty()) {
      catalog.settings.erase(name);
    } else {
      catalog.settings[name] = value;
    }
  }
  if (at_commit.search_path) {
    const bool temporary = has_temporary_objects(catalog);
    catalog.search_path = *at_commit.search_path;
    if (temporary) find_temporary_first(catalog);
  }
  std::vector<Object> objects;
  for (const RelationName& table : at_commit.drops)
    if (catalog.tables.contains(table)) objects.push_back({.kind = Object::Kind::table, .name = table});
  drop(catalog, objects, true);
}

static void end_transaction(Catalog& catalog, void (*end_mark)(Catalog&)) {
  while (catalog.journal.recording()) {
    const bool outermost = catalog.journal.marks.back().transaction;
    end_mark(catalog);
    if (outermost) return;
  }
}

static bool has_savepoint(const Catalog& catalog, const std::string& name) {
  return std::ranges::any_of(catalog.journal.marks,
                             [&](const Journal::Mark& mark) { return mark.savepoint == name; });
}

/// Ends the savepoints made since the one of this name, and that one.
static void end_savepoint(Catalog& catalog, const std::string& name, void (*end_mark)(Catalog&)) {
  while (catalog.journal.marks.back().savepoint != name) end_mark(catalog);
  end_mark(catalog);
}

static void set_savepoint(Catalog& catalog, const std::string& name) {
  push_mark(catalog, false);
  catalog.journal.marks.back().savepoint = name;
}

Replayed apply(Replaying& replaying, const Transaction& change) {
  using Action = Transaction::Action;
  Catalog& catalog = replaying.catalog;
  const bool inside = in_transaction(catalog);
  switch (change.action) {
    case Action::begin:
      if (inside) break;
      catalog.journal.at_commit = {};
      push_mark(catalog, true);
      break;
    case Action::commit:
    case Action::prepare:
      if (inside) commit(catalog);
      if (inside) end_transaction(catalog, release_mark);
      if (inside && change.chain) push_mark(catalog, true);
      break;
    case Action::rollback:
      if (inside) end_transaction(catalog, roll_back_to_mark);
      if (inside && change.chain) push_mark(catalog, true);
      break;
    case Action::savepoint:
      if (inside) set_savepoint(catalog, change.savepoint);
      break;
    case Action::release:
      if (has_savepoint(catalog, change.savepoint)) end_savepoint(catalog, change.savepoint, release_mark);
      break;
    case Action::rollback_to:
      if (!has_savepoint(catalog, change.savepoint)) break;
      end_savepoint(catalog, change.savepoint, roll_back_to_mark);
      set_savepoint(catalog, change.savepoint);  // it stays after ROLLBACK TO
      break;
  }
  return Replayed::done;
}

/// A rollback does not take it back: what may have been made is not certainly missing.
Replayed apply(Replaying& replaying, const NoEffect& change) {
  if (change.tag.starts_with("CREATE ")) replaying.catalog.not_kept.insert(change.tag);
  return Replayed::done;
}

/// CLUSTER … USING: what a later CLUSTER goes by.
Replayed apply(Replaying& replaying, const Maintenance& change) {
  if (change.action != Maintenance::Action::cluster || change.index.empty()) return Replayed::done;
  Catalog& catalog = replaying.catalog;
  Table* table = edit(catalog, &Catalog::tables, catalog.resolve(change.table));
  if (table == nullptr) return Replayed::done;
  for (Index& index : table->indexes.edit()) index.clustered = index.name.name == change.index;
  return Replayed::done;
}

Replayed apply(Replaying& replaying, const Unmodelled& change) {
  Catalog& catalog = replaying.catalog;
  if (!change.drops_owned_by.empty()) drop_owned(catalog, change.drops_owned_by, change.cascade);
  if (change.relations.empty()) doubt_everything(catalog);
  for (const RelationName& relation : change.relations)
    if (Table* table = edit(catalog, &Catalog::tables, catalog.resolve(relation))) table->certain = false;
  doubt_names(catalog, replaying.statement);
  return Replayed::done;
}

// ---- Statements -------------------------------------------------------------------------------------------

/// CREATE SCHEMA app CREATE TABLE t (…) CREATE VIEW v AS SELECT … FROM t: its elements find each other first.
static void enter_new_schema(Catalog& catalog, const Statement& statement) {
  const auto* schema = std::get_if<CreateSchema>(&statement.changes.front().change);
  if (schema != nullptr && statement.changes.size() > 1)
    catalog.search_path.insert(catalog.search_path.begin(), schema->schema);
}

static Replayed apply_in_order(Replaying& replaying) {
  std::set<int> skipped;  // commands of this ALTER TABLE that an IF NOT EXISTS made nothing of
  for (const auto& [change, command] : replaying.statement.changes) {
    if (skipped.contains(command)) continue;
    const Replayed outcome = std::visit([&](const auto& one) { return apply(replaying, one); }, change);
    if (outcome == Replayed::refused) return outcome;
    if (!run_called_body(replaying, change)) replay_calls(replaying.catalog, change);
    if (outcome != Replayed::skipped) continue;
    if (std::holds_alternative<CreateTable>(change)) return outcome;
    skipped.insert(command);
  }
  return Replayed::done;
}

/// ALTER … IF EXISTS of what is surely not there.
static bool spared(const Catalog& catalog, const Statement& statement) {
  if (!statement.if_exists || statement.target.empty()) return false;
  const RelationName target = catalog.resolve(statement.target);
  if (catalog.relation_exists(target) || catalog.type_exists(target)) return false;
  return catalog.complete;
}

static Replayed replay_as_known(Catalog& catalog, const Statement& statement, bool in_body) {
  Replaying replaying{.catalog = catalog, .statement = statement, .in_body = in_body};
  // IF EXISTS spares each name by itself
  if (is_drop(statement.changes.front().change)) return apply_drops(replaying);
  if (spared(catalog, statement)) return Replayed::skipped;
  if (statement.changes.size() == 1 && std::holds_alternative<Transaction>(statement.changes.front().change))
    return apply_in_order(replaying);
  // A single command that may touch several objects checks before it begins, so that only a statement of
  // several needs a mark.
  const bool several = statement.changes.size() > 1 || catalog.journal.recording();
  if (several) push_mark(catalog, false);
  const std::vector<std::string> search_path = catalog.search_path;
  enter_new_schema(catalog, statement);
  const Replayed outcome = apply_in_order(replaying);
  if (std::holds_alternative<CreateSchema>(statement.changes.front().change))
    catalog.search_path = search_path;
  if (several) (outcome == Replayed::refused ? roll_back_to_mark : release_mark)(catalog);
  return outcome;
}

/// A schema that the history does without, and a statement names all the same, is there: somebody else makes
/// it.
static void assume_schema(Catalog& catalog, const std::string& schema) {
  if (!schema.empty() && !catalog.schemas.contains(schema)) catalog.assumed_schemas.insert(schema);
}

Replayed replay_statement(Catalog& catalog, const Statement& statement, bool in_body) {
  if (statement.changes.empty()) return Replayed::skipped;
  if (statement.flaw) return Replayed::refused;
  const std::string& schema = statement.target.schema;
  if (!schema.empty() && !statement.if_exists && catalog.schema_certainly_missing(schema))
    return Replayed::refused;
  Replayed outcome = replay_as_known(catalog, statement, in_body);
  if (outcome == Replayed::refused && is_doubtful(catalog, statement))
    outcome = replay_as_known(catalog, make_way(catalog, statement), in_body);
  if (outcome != Replayed::refused) assume_schema(catalog, schema);
  return outcome;
}

void replay(Catalog& catalog, const Statement& statement) {
  begin_session(catalog);
  replay_statement(catalog, statement);
}

Trial::Trial(Catalog& catalog)
    : catalog_(catalog), complete_(catalog.complete), partial_(catalog.partial), doubted_(catalog.doubted) {
  begin_session(catalog_);
  push_mark(catalog_, false);
}

Trial::~Trial() {
  roll_back_to_mark(catalog_);
  catalog_.complete = complete_;
  catalog_.partial = partial_;
  catalog_.doubted = doubted_;
}

void Trial::call(const std::vector<FunctionName>& functions) { replay_calls(catalog_, functions); }

void Trial::run(const Statement& statement) {
  const bool ends_it = std::ranges::any_of(statement.changes, [](const StatementChange& c) {
    return std::holds_alternative<Transaction>(c.change);
  });
  if (!ends_it) replay(catalog_, statement);
}

}  // namespace miglint
