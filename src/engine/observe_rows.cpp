// What a migration's own INSERT, UPDATE and DELETE prove about rows. For instance
//
//   ALTER TABLE t ADD COLUMN c text;          -- all_null(c); from here on other writers wait
//   UPDATE t SET c = 'x' WHERE c IS NULL;     -- no_nulls(c), guarded by that lock
//   ALTER TABLE t ALTER c SET NOT NULL;       -- cannot fail
//
// An UPDATE that may leave rows out (its own WHERE, FROM, a subselect, CASE without ELSE) is plausible, never
// a proof.

#include "engine/observe_rows.hpp"

#include <algorithm>
#include <utility>

#include "effect/infer.hpp"
#include "engine/conditions.hpp"
#include "engine/numbering.hpp"
#include "miglint/tokens.hpp"

namespace miglint {

namespace {

class RowObserver {
 public:
  RowObserver(Evidence& evidence, const Observed& seen) : evidence_(evidence), seen_(seen) {}

  void operator()(const Insert& insert) {
    const RelationName table = resolve(insert.table);
    filled(table);
    end(table, [&](const Fact& fact) {
      const bool listed =
          insert.columns.empty() ||
          std::ranges::any_of(fact.columns, [&](const std::string& column) { return lists(insert, column); });
      return fact.kind == Fact::Kind::no_duplicates || (fact.kind == Fact::Kind::all_null && listed) ||
             fact.kind == Fact::Kind::only_label;
    });
    weaken_nulls(table, insert);
    note_inserted_keys(table, insert);
    if (insert.query) note_copied_rows(evidence_, seen_, *insert.query);
  }

  void operator()(const CopyRows& copy) {
    if (!copy.from) return;
    const RelationName table = resolve(copy.table);
    filled(table);
    end(table, [](const Fact& fact) {
      return fact.kind != Fact::Kind::own_rows && fact.kind != Fact::Kind::mended;
    });
  }

  void operator()(const Update& update) {
    const RelationName table = resolve(update.table);
    for (const Assignment& assignment : update.assignments) {
      note_copies(update, assignment, table);
      assigned(update, assignment, table);
    }
    learn_duplicates_moved(update, table);
  }

  void operator()(const Delete& deletion) {
    const RelationName table = resolve(deletion.table);
    if (!deletion.where && deletion.using_relations.empty()) {
      learn({.kind = Fact::Kind::no_rows, .table = table});
      return;
    }
    // A key that still holds would have kept the rows that others refer to.
    evidence_.change_references(table, [](Fact& fact) {
      if (fact.kind == Fact::Kind::no_orphans) fact.proof = std::min(fact.proof, Proof::plausible);
    });
    const bool joined = !deletion.using_relations.empty();
    if (!joined) learn_removed(table, deletion.where, deletion.alias);
    learn_removed_duplicates(table, deletion);
    learn({.kind = Fact::Kind::rewritten,
           .table = table,
           .columns = deletion.where ? columns_of(*deletion.where) : std::vector<std::string>{},
           .proof = Proof::plausible});
  }

  void operator()(const Truncate& truncate) {
    const RelationName table = resolve(truncate.table);
    learn({.kind = Fact::Kind::no_rows, .table = table});
    if (!truncate.cascade) return;
    for (const auto& [child, key] : seen_.before.referencing(table))
      learn({.kind = Fact::Kind::no_rows, .table = child->name});
  }

  template <class Other>
  void operator()(const Other&) {}

 private:
  RelationName resolve(const RelationName& name) const { return seen_.before.resolve(name); }

  void learn(Fact fact) { learn_from(evidence_, seen_, std::move(fact)); }

  template <class Which>
  void end(const RelationName& table, Which which) {
    evidence_.forget(table, which);
  }

  /// An empty table that gets rows holds this migration's only.
  void filled(const RelationName& table) {
    const bool was_empty = evidence_.no_rows(table).proven();
    end(table, [](const Fact& fact) { return fact.kind == Fact::Kind::no_rows; });
    if (was_empty) learn({.kind = Fact::Kind::own_rows, .table = table, .proof = Proof::plausible});
  }

  static bool lists(const Insert& insert, std::string_view column) {
    return std::ranges::find(insert.columns, column) != insert.columns.end();
  }

  /// New rows may hold NULL in a column that held none: only a constraint keeps them out, and then nobody
  /// asks.
  void weaken_nulls(const RelationName& table, const Insert& insert) {
    evidence_.change_facts(table, [&](Fact& fact) {
      if (fact.kind != Fact::Kind::no_nulls || fact.columns.empty()) return;
      const Column* column = seen_.before.column(table, fact.columns.front());
      const bool by_default =
          column && column->default_value && !insert.columns.empty() && !lists(insert, fact.columns.front());
      if (!by_default) fact.proof = std::min(fact.proof, Proof::plausible);
    });
  }

  void note_inserted_keys(const RelationName& table, const Insert& insert) {
    const std::vector<std::string> columns = columns_given(table, insert);
    for (std::size_t c = 0; c < columns.size(); ++c) {
      if (!is_key(table, columns[c], seen_.before)) continue;
      for (const std::vector<Expression>& row : insert.rows) {
        if (c >= row.size() || !without_casts(row[c]).is_constant()) continue;
        learn({.kind = Fact::Kind::holds_value,
               .table = table,
               .columns = {columns[c]},
               .text = without_casts(row[c]).value});
      }
    }
  }

  /// Those listed, else the table's, in order.
  std::vector<std::string> columns_given(const RelationName& name, const Insert& insert) const {
    std::vector<std::string> columns = insert.columns;
    if (const Table* table = columns.empty() ? seen_.before.table(name) : nullptr)
      for (const Column& column : table->columns) columns.push_back(column.name);
    return columns;
  }

  /// Columns that the value reads are copied; so are those of other tables.
  void note_copies(const Update& update, const Assignment& assignment, const RelationName& table) {
    std::vector<std::string> own;
    std::vector<std::string> foreign;
    walk(assignment.value, [&](const Expression& part) {
      if (part.kind != Expression::Kind::column || part.value == assignment.column) return;
      const bool of_target =
          part.qualifier.empty() || part.qualifier == update.alias || part.qualifier == table.name;
      (of_target ? own : foreign).push_back(part.value);
    });
    for (const std::string& column : own)
      learn({.kind = Fact::Kind::copied, .table = table, .columns = {column}});
    for (const RelationName& relation : update.from) {
      for (const std::string& column : foreign)
        learn({.kind = Fact::Kind::copied, .table = resolve(relation), .columns = {column}});
    }
    for (const RelationName& relation : relations_of(assignment.value, seen_.before)) {
      if (relation != table)
        learn({.kind = Fact::Kind::rows_copied, .table = relation, .proof = Proof::plausible});
    }
  }

  void assigned(const Update& update, const Assignment& assignment, const RelationName& table) {
    const bool was_all_null = evidence_.all_null(table, assignment.column).proven();
    const bool was_distinct = evidence_.no_duplicates(table, {assignment.column}).proven();
    const std::vector<Parent> parents = parents_kept(update, assignment, table);
    const RowScope scope(table, update.alias, &update.source, seen_.before, evidence_);
    const Proof not_null = never_null(assignment.value, scope, seen_.before, evidence_);
    const bool to_null = without_casts(assignment.value).kind == Expression::Kind::null;
    evidence_.forget_column(table, assignment.column,
                            [&](const Fact& fact) { return ends(fact, to_null, not_null); });
    if (!to_null) learn_filled(update, assignment, table, not_null);
    learn_moved(update, assignment, table);
    learn_orphans_nulled(update, assignment, table);
    if (!to_null) learn_distinct(update, assignment, table, was_all_null, was_all_null || was_distinct);
    if (was_all_null || !update.where) learn_numbered(update, assignment, table, scope);
    if (!to_null && was_all_null) learn_origin(update, assignment, table);
    for (const Parent& parent : parents) learn_parent(table, assignment.column, parent);
    learn({.kind = Fact::Kind::rewritten,
           .table = table,
           .columns = {assignment.column},
           .proof = Proof::plausible});
  }

  static bool ends(const Fact& fact, bool to_null, Proof not_null) {
    using Kind = Fact::Kind;
    switch (fact.kind) {
      case Kind::all_null:
        return !to_null;
      case Kind::no_nulls:
        return not_null != Proof::proven;
      case Kind::no_duplicates:
      case Kind::no_orphans:
        return !to_null;
      case Kind::satisfies:
      case Kind::label_unused:
      case Kind::only_label:
      case Kind::one_of:
        return true;
      default:
        return false;
    }
  }

  void learn_filled(const Update& update, const Assignment& assignment, const RelationName& table,
                    Proof not_null) {
    const bool proves = not_null == Proof::proven && reaches_every_null(update, assignment, table);
    learn({.kind = Fact::Kind::no_nulls,
           .table = table,
           .columns = {assignment.column},
           .proof = proves ? Proof::proven : Proof::plausible,
           .guarded_by =
               keeps_nulls_out(table, assignment.column) ? std::vector<int>{} : seen_.held.guards(table)});
  }

  /// Every row whose column is NULL gets a value: the WHERE leaves none of them out, and each finds its
  /// partners in FROM.
  bool reaches_every_null(const Update& update, const Assignment& assignment,
                          const RelationName& table) const {
    if (update.from.empty() && update.source.tables.empty())
      return picks_nulls(update.where, assignment.column);
    const RowScope scope(table, update.alias, &update.source, seen_.before, evidence_);
    return scope.every_row_matches(conditions_of(update.source, update.where), [&](const Expression& part) {
      return picks_nulls(part, assignment.column);
    });
  }

  /// The value is made of the row that gets it: no FROM, and no name of a WITH query.
  static bool reads_own_rows(const Update& update, const Assignment& assignment, const RelationName& table) {
    bool own = update.from.empty();
    walk(assignment.value, [&](const Expression& part) {
      own &= part.kind != Expression::Kind::column || is_own(part, update, table);
    });
    return own;
  }

  static bool is_own(const Expression& column, const Update& update, const RelationName& table) {
    return column.qualifier.empty() || column.qualifier == update.alias || column.qualifier == table.name;
  }

  /// Nobody can write a NULL meanwhile: a CHECK that was added NOT VALID holds for new rows, and those who
  /// don't know the column leave it to its default.
  bool keeps_nulls_out(const RelationName& name, const std::string& column) const {
    const Table* table = seen_.before.table(name);
    const Column* found = seen_.before.column(name, column);
    if (!table || !found) return false;
    if (seen_.before.is_new(name)) return true;
    const bool by_default =
        found->default_value && without_casts(*found->default_value).kind != Expression::Kind::null;
    if (by_default && seen_.before.is_new(found->origin)) return true;
    return std::ranges::any_of(table->constraints, [&](const Constraint& constraint) {
      return constraint.kind == Constraint::Kind::check && constraint.enforced && constraint.expression &&
             constraint.expression->kind == Expression::Kind::is_not_null &&
             mentions(*constraint.expression, column);
    });
  }

  void learn_moved(const Update& update, const Assignment& assignment, const RelationName& table) {
    const Expression& value = without_casts(assignment.value);
    const bool known = value.is_constant() || value.kind == Expression::Kind::null;
    if (!known || !update.from.empty()) return;
    if (!update.where && value.is_constant()) {
      learn({.kind = Fact::Kind::only_label,
             .table = table,
             .columns = {assignment.column},
             .text = value.value});
      return;
    }
    for (const std::string& label : values_picked(update.where, assignment.column)) {
      if (label != value.value)
        learn({.kind = Fact::Kind::label_unused,
               .table = table,
               .columns = {assignment.column},
               .text = label});
    }
  }

  void learn_orphans_nulled(const Update& update, const Assignment& assignment, const RelationName& table) {
    if (without_casts(assignment.value).kind != Expression::Kind::null) return;
    if (const auto orphans = orphans_picked(update.where, table, update.alias, seen_.before))
      learn_orphans(table, *orphans);
  }

  /// `differed`: what the column held before, if anything, differs from row to row.
  void learn_distinct(const Update& update, const Assignment& assignment, const RelationName& table,
                      bool was_all_null, bool differed) {
    Proof differs = reads_own_rows(update, assignment, table)
                        ? differs_by_row(assignment.value, table, seen_.before)
                        : Proof::plausible;
    if (is_one_to_one(update, assignment, table)) differs = Proof::proven;
    if (differs == Proof::proven && !fits_apart(update, assignment, table)) differs = Proof::plausible;
    if (update.where && !differed) differs = std::min(differs, Proof::plausible);
    if (differs != Proof::none)
      learn({.kind = Fact::Kind::no_duplicates,
             .table = table,
             .columns = {assignment.column},
             .proof = differs});
    const bool of_all_rows = !update.where || (was_all_null && picks_nulls(update.where, assignment.column));
    if (of_all_rows && reads_own_rows(update, assignment, table)) learn_stand_in(update, assignment, table);
  }

  /// The column takes its values with nothing lost.
  bool fits_apart(const Update& update, const Assignment& assignment, const RelationName& table) const {
    const Column* column = seen_.before.column(table, assignment.column);
    const Expression& bare = without_casts(assignment.value);
    const bool own = bare.kind == Expression::Kind::column && is_own(bare, update, table);
    const RelationName& source = update.from.size() == 1 && !own ? update.from.front() : update.table;
    return !column || keeps_apart(assignment.value, column->type, CastContext::assignment,
                                  seen_.before.table(resolve(source)), seen_.before);
  }

  void learn_numbered(const Update& update, const Assignment& assignment, const RelationName& table,
                      const RowScope& scope) {
    std::optional<std::vector<std::string>> columns =
        numbered_within(assignment, scope, conditions_of(update.source, update.where), seen_.before);
    if (!columns) return;
    columns->push_back(assignment.column);
    std::ranges::sort(*columns);
    learn({.kind = Fact::Kind::no_duplicates, .table = table, .columns = std::move(*columns)});
  }

  /// `SET c = p.id FROM p WHERE p.t_id = t.id`: both are keys, so no two rows get the same.
  bool is_one_to_one(const Update& update, const Assignment& assignment, const RelationName& table) const {
    if (update.from.size() != 1) return false;
    const RelationName other = resolve(update.from.front());
    const Expression& value = without_casts(assignment.value);
    const bool other_key = value.kind == Expression::Kind::column && !is_own(value, update, table) &&
                           is_key(other, value.value, seen_.before);
    const auto join = join_of(update.where, table, update.alias, [](const Expression&) { return false; });
    return other_key && join && is_key(table, join->column, seen_.before);
  }

  /// A column that is made of another one, nothing lost, takes its place in every key.
  void learn_stand_in(const Update& update, const Assignment& assignment, const RelationName& name) {
    const Table* table = seen_.before.table(name);
    const std::optional<std::string> original =
        table ? stands_for(assignment.value, *table, seen_.before) : std::nullopt;
    if (!original || !fits_apart(update, assignment, name)) return;
    for (const Index& index : table->indexes) {
      std::vector<std::string> columns = index.columns();
      const bool is_part = std::ranges::find(columns, *original) != columns.end() &&
                           std::ranges::find(columns, "") == columns.end();
      if (!index.unique || index.where || !is_part) continue;
      std::ranges::replace(columns, *original, assignment.column);
      learn({.kind = Fact::Kind::no_duplicates, .table = name, .columns = columns});
    }
    std::vector<Fact> stood;  // a copy: to learn changes the list
    for (const Fact& fact : evidence_.facts(name)) {
      if (fact.kind == Fact::Kind::no_duplicates && fact.proof == Proof::proven && fact.text.empty() &&
          std::ranges::find(fact.columns, *original) != fact.columns.end())
        stood.push_back(fact);
    }
    for (Fact& fact : stood) {
      std::ranges::replace(fact.columns, *original, assignment.column);
      learn(std::move(fact));
    }
  }

  /// A column that was empty takes its values from the table they will refer to.
  void learn_origin(const Update& update, const Assignment& assignment, const RelationName& table) {
    const std::string column = column_read(update, assignment, table);
    for (const RelationName& source : sources(update, assignment))
      learn_parent(table, assignment.column, {.table = source, .column = column});
  }

  /// A table, and the column of it that values come from; empty: not known.
  struct Parent {
    RelationName table;
    std::string column;
  };

  void learn_parent(const RelationName& table, const std::string& column, const Parent& parent) {
    learn({.kind = Fact::Kind::no_orphans,
           .table = table,
           .columns = {column},
           .other = parent.table,
           .text = parent.column});
  }

  /// Where every value has its row already, and the new ones come from: a foreign key that went a moment ago,
  /// say.
  std::vector<Parent> parents_kept(const Update& update, const Assignment& assignment,
                                   const RelationName& table) const {
    std::vector<Parent> kept;
    const std::string column = column_read(update, assignment, table);
    if (column.empty()) return kept;
    for (const RelationName& parent : sources(update, assignment)) {
      if (is_key(parent, column, seen_.before) &&
          evidence_.no_orphans(table, {assignment.column}, parent, column).proven())
        kept.push_back({.table = parent, .column = column});
    }
    return kept;
  }

  /// Another table's column that the value is: `p.id` of FROM, `(SELECT id FROM p …)`, `(SELECT array_agg(id)
  /// FROM p)[n]`. Empty: it is something else.
  static std::string column_read(const Update& update, const Assignment& assignment,
                                 const RelationName& table) {
    const Expression* bare = &without_casts(assignment.value);
    if (bare->kind == Expression::Kind::column) return is_own(*bare, update, table) ? "" : bare->value;
    if (bare->kind == Expression::Kind::subscript && !bare->args.empty()) bare = &bare->args.front();
    if (bare->kind != Expression::Kind::subquery || !bare->subselect || bare->subselect->output.size() != 1)
      return {};
    const Expression* shown = &bare->subselect->output.front();
    const auto is_call_of = [&](std::string_view name) {
      return shown->kind == Expression::Kind::function && shown->function.name == name;
    };
    const bool picks = is_call_of("array_agg") || is_call_of("min") || is_call_of("max");
    if (picks && !shown->args.empty()) shown = &shown->args.front();
    return shown->kind == Expression::Kind::column ? shown->value : std::string();
  }

  std::vector<RelationName> sources(const Update& update, const Assignment& assignment) const {
    std::vector<RelationName> found = relations_of(assignment.value, seen_.before);
    for (const RelationName& relation : update.from) found.push_back(resolve(relation));
    return found;
  }

  void learn_orphans(const RelationName& table, const Orphans& orphans) {
    learn({.kind = Fact::Kind::no_orphans,
           .table = table,
           .columns = orphans.columns,
           .other = orphans.referenced});
  }

  void learn_removed(const RelationName& table, const Condition& where, std::string_view alias) {
    for (const std::string& column : columns_of(*where)) {
      if (picks_nulls(where, column)) {
        learn({.kind = Fact::Kind::no_nulls,
               .table = table,
               .columns = {column},
               .guarded_by = seen_.held.guards(table)});
      }
      for (const std::string& label : values_picked(where, column)) {
        learn({.kind = Fact::Kind::label_unused, .table = table, .columns = {column}, .text = label});
      }
    }
    if (const auto orphans = orphans_picked(where, table, alias, seen_.before))
      learn_orphans(table, *orphans);
  }

  /// Of a statement with many changes in its WITH, the text doesn't tell which of them it is about; and to
  /// read it for each would cost the square of their number.
  std::vector<std::string> grouped_by() const {
    constexpr std::size_t few = 8;
    if (seen_.statement.changes.size() > few) return {};
    return duplicates_grouped_by(seen_.sql);
  }

  /// `DELETE FROM t a USING t b WHERE a.id > b.id AND a.email = b.email` leaves one row for each email; a
  /// subselect over the table itself probably does likewise, over columns that its GROUP BY or PARTITION BY
  /// names.
  void learn_removed_duplicates(const RelationName& table, const Delete& deletion) {
    const bool self_join =
        deletion.using_relations.size() == 1 && resolve(deletion.using_relations.front()) == table;
    if (self_join) {
      if (const auto columns = columns_in_common(deletion.where); !columns.empty()) {
        const bool surely = breaks_ties(deletion.where, table, seen_.before);
        learn({.kind = Fact::Kind::no_duplicates,
               .table = table,
               .columns = columns,
               .proof = surely ? Proof::proven : Proof::plausible});
      }
    }
    const std::vector<std::string> grouped = grouped_by();
    if (!grouped.empty()) learn({.kind = Fact::Kind::no_duplicates, .table = table, .columns = grouped});
    if (const auto twins = duplicates_picked(deletion.where, table, deletion.alias, seen_.before))
      learn({.kind = Fact::Kind::no_duplicates,
             .table = table,
             .columns = twins->columns,
             .text = twins->text()});
    const bool subselect = deletion.where && has_subquery(*deletion.where);
    if (self_join || subselect || !deletion.using_relations.empty()) {
      learn({.kind = Fact::Kind::no_duplicates, .table = table, .proof = Proof::plausible});
    }
  }

  /// `UPDATE t a SET archived_at = now() WHERE archived_at IS NULL AND EXISTS (SELECT FROM t b WHERE b.k =
  /// a.k AND b.archived_at IS NULL AND b.id > a.id)` leaves one row for each k among those not archived; `SET
  /// k = NULL` leaves one for each k that is left.
  void learn_duplicates_moved(const Update& update, const RelationName& table) {
    const auto duplicates = duplicates_picked(update.where, table, update.alias, seen_.before);
    const RowScope scope(table, update.alias, &update.source, seen_.before, evidence_);
    for (const Assignment& assignment : update.assignments) {
      const bool is_key = duplicates && std::ranges::find(duplicates->columns, assignment.column) !=
                                            duplicates->columns.end();
      const bool to_null = without_casts(assignment.value).kind == Expression::Kind::null;
      const bool leaves = duplicates && duplicates->requires_null(assignment.column) &&
                          never_null(assignment.value, scope, seen_.before, evidence_) == Proof::proven;
      if ((is_key && to_null) || leaves || (duplicates && duplicates->requires_other_than(assignment)))
        learn({.kind = Fact::Kind::no_duplicates,
               .table = table,
               .columns = duplicates->columns,
               .text = duplicates->text()});
    }
    if (!grouped_by().empty())
      learn({.kind = Fact::Kind::no_duplicates, .table = table, .proof = Proof::plausible});
  }

  Evidence& evidence_;
  const Observed& seen_;
};

}  // namespace

void learn_from(Evidence& evidence, const Observed& seen, Fact fact) {
  if (seen.conditional) fact.proof = std::min(fact.proof, Proof::plausible);
  fact.statement = seen.index;
  evidence.learn(std::move(fact));
}

void observe_rows(Evidence& evidence, const Observed& seen, const Change& change) {
  std::visit(RowObserver(evidence, seen), change);
}

void note_copied_rows(Evidence& evidence, const Observed& seen, const QuerySummary& query) {
  for (const RelationName& relation : query.relations) {
    evidence.learn(
        {.kind = Fact::Kind::rows_copied, .table = seen.before.resolve(relation), .statement = seen.index});
  }
}

}  // namespace miglint
