#pragma once

// What PostgreSQL does with a statement: facts, each checked on a real server (tests/server). Opinions are
// the rules' business.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "miglint/catalog.hpp"
#include "miglint/migration.hpp"

namespace miglint {

/// PostgreSQL's table-level lock modes, weakest first (manual, 13.3.1).
enum class LockMode {
  access_share,
  row_share,
  row_exclusive,
  share_update_exclusive,
  share,
  share_row_exclusive,
  exclusive,
  access_exclusive
};

/// As pg_locks names it: `AccessExclusiveLock`.
std::string_view to_string(LockMode mode);
/// SELECT waits for it.
constexpr bool blocks_reads(LockMode mode) { return mode == LockMode::access_exclusive; }
/// INSERT, UPDATE and DELETE wait for it.
constexpr bool blocks_writes(LockMode mode) { return mode >= LockMode::share; }

struct Lock {
  RelationName relation;
  LockMode mode = LockMode::access_share;
};

/// Rows that are already there can make the statement fail. `change` is the index into Statement::changes.
struct RowFailure {
  std::string sqlstate;
  RelationName relation;
  std::vector<std::string> columns;
  int change = 0;
  bool any_row = false;  ///< every row makes it fail, whatever is in it
  /// It fails where the migrations alone have made the tables: the rows it needs come from elsewhere.
  bool new_database = false;
  /// The migration plausibly took care of it, and can't be proved to have: what to verify. Set by the
  /// evidence, not by the effect.
  std::optional<std::string> handled;
  /// Every row that was there is taken care of; only one that another session writes before the statement
  /// runs can raise it. Set likewise.
  bool only_new_rows = false;
};

/// The statement fails on empty tables too.
struct AlwaysFails {
  std::string sqlstate;
  std::string reason;  ///< one sentence, with the objects' names
  int change = 0;
};

/// Data that is gone or different afterwards.
struct Loss {
  enum class Kind { table, column, rows, values };
  Kind kind = Kind::table;
  RelationName relation;
  std::string column;
  int change = 0;
};
/// `table:public.users`, `column:public.users.email`, `rows:public.users`, `values:public.users.age`.
std::string to_string(const Loss& loss);

/// A table read whole or rewritten, an index built or rebuilt: work done while the statement's locks are
/// held.
struct Work {
  RelationName relation;
  int change = 0;
};

/// An enum label that an earlier statement of this migration added: using it fails with 55P04 while that
/// statement's transaction is open.
struct NewLabel {
  RelationName type;
  std::string label;
  int added_by = 0;  ///< the statement's ordinal in the migration
  int change = 0;
};

/// Relations are resolved names. Locks, rewrites and scans name only relations that existed before the
/// migration: nobody else sees the others.
struct Effect {
  std::vector<Lock> locks;  ///< the strongest mode on each relation, the target first
  std::vector<Work> rewrites;
  std::vector<Work> scans;
  std::vector<Work> builds;    ///< indexes built
  std::vector<Work> rebuilds;  ///< indexes built again
  std::vector<Work> drops;     ///< relations and indexes dropped, those dropped along included
  /// of tables that the migration made as well: whether they hold rows is the evidence's to know
  std::vector<RowFailure> row_failures;
  std::optional<AlwaysFails> always_fails;
  std::vector<Loss> losses;
  bool refuses_transaction = false;  ///< 25001 inside a transaction or a string of several statements
  bool ends_transaction = false;     ///< COMMIT in a block or procedure: 2D000 likewise
  std::vector<NewLabel> new_labels;
  /// Tables whose deferred constraint checks the statement leaves waiting: an ALTER TABLE of them in the same
  /// transaction fails with 55006.
  std::vector<RelationName> pending_checks;

  /// Others notice nothing, and it can't fail: what most statements do to tables that their migration made.
  bool nothing() const;
  std::optional<LockMode> lock_on(const RelationName& relation) const;
  bool blocks_writes(const RelationName& relation) const;
  bool blocks_reads(const RelationName& relation) const;
};

/// `catalog` is the state before the statement; `postgres` the server's major version, 12 to 18.
Effect effect_of(const Statement& statement, const Catalog& catalog, int postgres);
/// The same, sparing a copy: a DO block's statements are tried on the catalog itself, which is as it was when
/// this returns.
Effect effect_of(const Statement& statement, Catalog& catalog, int postgres);

/// What an expression's functions come to, by PostgreSQL's own table and the functions the migrations define.
Volatility volatility_of(const Expression& expression, const Catalog& catalog);

}  // namespace miglint
