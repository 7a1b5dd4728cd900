#pragma once

// What this migration has already taken care of by the time a statement runs. The safer paths are SQL in the
// same file, so a linter that does not recognise them punishes those who did right. Written by
// src/engine/evidence as the migration is walked; read by rules.

#include <functional>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "miglint/boxed.hpp"
#include "miglint/name.hpp"

namespace miglint {

/// How surely a hazard is gone. `plausible`: a mitigation is there that may not cover every row; it leaves a
/// warning that says what to verify. `unguarded`: every row that was there is taken care of, but nothing
/// keeps other sessions from writing a bad one before the statement runs (no lock is held since, or each
/// statement commits by itself).
enum class Proof { none, plausible, unguarded, proven };

/// An answer and the statement of the migration it rests on (-1: none, or one of an earlier migration).
struct Answer {
  Proof proof = Proof::none;
  int statement = -1;

  explicit operator bool() const { return proof != Proof::none; }
  bool proven() const { return proof == Proof::proven; }
};

/// One thing known about rows. Which members matter depends on the kind.
struct Fact {
  enum class Kind {
    no_rows,   ///< the table is empty
    no_nulls,  ///< the column holds no NULL
    all_null,  ///< the column holds nothing else
    /// no two rows agree in the columns, NULLs aside; of those that satisfy `text` (conditions, a line each)
    /// if there is any
    no_duplicates,
    /// every value of the columns has its row in `other`; by its column `text`, where one is known
    no_orphans,
    label_unused,  ///< no row of the column holds `text`
    only_label,    ///< every row of the column holds `text`
    one_of,        ///< the column holds nothing but the values in `text`, a line each
    holds_value,   ///< a row of the table has `text` in the column
    copied,        ///< the column's values were written into another column or table
    rows_copied,   ///< the table's rows were written into another table
    satisfies,     ///< every row satisfies the expression of normal form `text`
    /// values were changed by an UPDATE, or rows deleted: whatever was wrong with them may be mended; no
    /// columns: any
    rewritten,
    own_rows,  ///< the table's only rows are those this migration wrote
    /// a statement failed on any row: everything about the table (or the column) is taken as mended, or it
    /// would be noise
    mended,
  };
  Kind kind = Kind::no_rows;
  RelationName table;                ///< resolved
  std::vector<std::string> columns;  ///< sorted
  Boxed<RelationName> other;
  std::string text;
  Proof proof = Proof::proven;
  int statement = -1;
  static constexpr int no_guard = -1;
  /// a constraint or a default sees to it, or nobody else knows the object
  static constexpr int needs_no_guard = -2;
  /// For each way the file may run: the transaction whose lock keeps other sessions from undoing this, or one
  /// of the two above. Empty: needs none.
  std::vector<int> guarded_by;
};

/// Facts about rows as of the statement at hand. A value; tables are resolved names.
class Evidence {
 public:
  /// The table holds no rows: made by this migration and not filled since, truncated, deleted from without
  /// WHERE.
  Answer no_rows(const RelationName& table) const;
  /// The column holds no NULL.
  Answer no_nulls(const RelationName& table, std::string_view column) const;
  /// The column holds nothing but NULL: added by this migration, nullable, without default, not filled since.
  Answer all_null(const RelationName& table, std::string_view column) const;
  /// No two rows agree in these columns, NULLs aside: a key over some of them held, or the duplicates were
  /// removed.
  /// `conditions`: the normal forms of what the rows asked about satisfy.
  Answer no_duplicates(const RelationName& table, const std::vector<std::string>& columns,
                       const std::vector<std::string>& conditions = {}) const;
  /// Every value has its row in the referenced table: a foreign key held, or the orphans were removed.
  /// `referenced_column`: the one that is asked about; empty: several, or not known.
  Answer no_orphans(const RelationName& table, const std::vector<std::string>& columns,
                    const RelationName& referenced, std::string_view referenced_column) const;
  /// No row holds the label in this column: an UPDATE or DELETE moved them off.
  Answer label_unused(const RelationName& table, std::string_view column, std::string_view label) const;
  /// Each of the column's values is in the table `referenced`, for this migration put both there.
  Answer refers_to_inserted(const RelationName& table, std::string_view column,
                            const RelationName& referenced, std::string_view referenced_column) const;
  /// Every row satisfies the condition, given in the form `normal_form` (src/engine) writes.
  Answer satisfies(const RelationName& table, std::string_view condition) const;
  /// An UPDATE or DELETE of this migration changed the column's values or took rows away. Never more than
  /// plausible.
  Answer rewritten(const RelationName& table, std::string_view column) const;
  /// The table was empty and this migration filled it. Never more than plausible.
  Answer own_rows(const RelationName& table) const;
  /// The column's values were copied somewhere before: an UPDATE or INSERT … SELECT of this migration reads
  /// it into another column.
  Answer copied(const RelationName& table, std::string_view column) const;
  /// The table's rows were copied into another table by this migration.
  Answer rows_copied(const RelationName& table) const;
  /// An earlier statement of the migration fails on any row of the table; what it adds is judged as if it
  /// were mended.
  Answer mended(const RelationName& table, std::string_view column = {}) const;

  // The rest is the walk's (src/engine/evidence.cpp).
  /// What is known of these tables alone, to go on from.
  Evidence about(const std::set<RelationName>& tables) const;
  /// What is known already is not kept twice.
  void learn(Fact fact);
  /// Takes back what no longer holds of a table.
  void forget(const RelationName& table, const std::function<bool(const Fact&)>& which);
  /// The same of the facts that name this column. Quick where none does, as of a column that is new.
  void forget_column(const RelationName& table, std::string_view column,
                     const std::function<bool(const Fact&)>& which);
  /// The table's facts, in the order they were learnt.
  const std::vector<Fact>& facts(const RelationName& table) const;
  /// `change` leaves the facts' columns as they are.
  void change_facts(const RelationName& table, const std::function<void(Fact&)>& change);
  void rename_column(const RelationName& table, const std::string& from, const std::string& to);
  /// Facts about other tables that refer to this one.
  void change_references(const RelationName& other, const std::function<void(Fact&)>& change);
  void rename_table(const RelationName& from, const RelationName& to);
  /// The migration is over. What `lasts` is plausible from here on, for others may have written since; the
  /// rest is forgotten.
  void end_migration(const std::function<bool(const Fact&)>& lasts);
  /// The transaction the statement at hand runs in, for each way the file may run.
  void now(std::vector<int> transactions) { now_ = std::move(transactions); }

 private:
  template <class Which>
  Answer best(const RelationName& table, const Which& which) const;
  Proof strength(const Fact& fact) const;
  /// Of the facts that name the column, or none.
  template <class Which>
  Answer best_about(const RelationName& table, std::string_view column, const Which& which) const;
  void improve(Answer& answer, const Fact& fact) const;
  /// What is known of one table.
  struct Known;
  /// To be changed: a copy's own from now on. Null when nothing is known of the table.
  Known* own(const RelationName& table);
  const Known* known(const RelationName& table) const;

  /// copies share them until one of them learns more
  std::unordered_map<RelationName, std::shared_ptr<Known>> known_;
  /// table → tables that a fact with it as `other` is about, or was
  std::unordered_map<RelationName, std::set<RelationName>> referring_;
  std::vector<int> now_;
};

}  // namespace miglint
