#pragma once

// What the rooms of src/effect share: the statement being judged, the state before it, the target as the
// statement's earlier commands left it, and the effect as it adds up. Everything is said through these
// functions, which leave out what nobody else can see (relations of this migration) and name each relation
// once.

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/scope.hpp"
#include "miglint/characters.hpp"
#include "miglint/effect.hpp"

namespace miglint {

struct Context {
  const Statement& statement;
  const Catalog& catalog;
  int postgres = 15;
  Effect effect = {};
  int change = 0;  ///< the one at hand
  /// The table that the statement creates, or alters with several commands, as far as it has got.
  std::optional<Table> working = {};
  bool creating = false;  ///< `working` is new with this statement
  /// Columns that this statement added; what they hold follows from the definition.
  std::map<std::string, const ColumnDefinition*, std::less<>> added = {};
  /// ADD COLUMN IF NOT EXISTS found them there: their constraints are not added either
  std::set<std::string, std::less<>> skipped_columns = {};
  /// whose type this statement changed
  std::set<std::string, std::less<>> retyped_columns = {};
  /// `catalog`, where statements may be tried on it; null: on a copy
  Catalog* trying_ground = nullptr;
  /// IF NOT EXISTS found the table there: the rest of the statement is not executed
  bool skipped = false;
};

/// Deeper trees of partitions are not followed up.
inline constexpr int deepest_partition = 64;

// ---- Names ------------------------------------------------------------------------------------------------

RelationName resolve(const Context& context, const RelationName& name);
/// The table as the statement finds it at this change; `before`: as it was when the statement began.
const Table* table_now(const Context& context, const RelationName& name);
const Table* table_before(const Context& context, const RelationName& name);
/// Nobody but this migration sees the relation.
bool is_new(const Context& context, const RelationName& name);
/// The table's partitions and children at every level, itself first.
std::vector<RelationName> with_descendants(const Context& context, const RelationName& table);
/// Those that a command on the table reaches: itself alone for ALTER TABLE ONLY.
std::vector<RelationName> reached(const Context& context, const RelationName& table);
bool is_partitioned(const Context& context, const RelationName& table);
/// The statement drops (or truncates) this table too, or one that it is a partition of.
bool also_dropped(const Context& context, const RelationName& table);

// ---- Saying -----------------------------------------------------------------------------------------------

void lock(Context& context, const RelationName& relation, LockMode mode);
void lock_reached(Context& context, const RelationName& table, LockMode mode);
/// Tables only: what is partitioned holds no rows of its own and is left out.
void scan(Context& context, const RelationName& table);
void scan_reached(Context& context, const RelationName& table);
void rewrite(Context& context, const RelationName& table);
void rewrite_reached(Context& context, const RelationName& table);
void build(Context& context, const RelationName& index);
void rebuild(Context& context, const RelationName& index);
void drop(Context& context, const RelationName& object);
void may_fail(Context& context, std::string_view sqlstate, const RelationName& table,
              std::vector<std::string> columns, bool any_row = false);
void always_fails(Context& context, std::string_view sqlstate, std::string reason);
void lose(Context& context, Loss::Kind kind, const RelationName& relation, std::string_view column = {});
bool failed(const Context& context);
/// The same for a check to return.
bool refuse(Context& context, std::string_view sqlstate, std::string reason);

// ---- Names ------------------------------------------------------------------------------------------------

bool contains(const std::vector<std::string>& names, std::string_view name);
bool is_any_of(std::string_view name, std::initializer_list<std::string_view> names);

// ---- Asking, and failing where the answer is certain ------------------------------------------------------

/// The table of an ALTER TABLE or of a command on a table: null where nothing more is known of it, or where
/// the statement fails or does nothing.
const Table* target_table(Context& context, const RelationName& name);
/// `table.column`, as messages name it.
std::string full_name(const Table& table, std::string_view column);
/// The column, null where it is not known; 42703 where it is certainly not there, 0A000 of a system column:
/// nothing is done to those.
const Column* target_column(Context& context, const Table& table, std::string_view column);
/// Has children or partitions.
bool has_children(const Context& context, const RelationName& table);
/// A table OF a type has that type's columns (42809): `what` can't be done.
bool is_no_typed_table(Context& context, const Table& table, std::string_view what);
/// 42P01 where the relation is certainly missing.
bool relation_is_there(Context& context, const RelationName& name);
/// Of the history's own: enums, domains, composite and row types.
bool is_made_here(const TypeName& resolved, const Catalog& catalog);
/// 42704 where the type certainly does not exist.
bool type_is_there(Context& context, const TypeName& type);
/// The same of each that is written; an operator may lack one.
bool types_are_there(Context& context, const std::vector<TypeName>& types);

}  // namespace miglint
