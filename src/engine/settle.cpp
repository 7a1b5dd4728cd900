// Which row failures the migration has already taken care of. Each SQLSTATE has facts that rule it out; the
// strongest answer decides: proven takes the failure away, unguarded leaves it for rows that other sessions
// write meanwhile, plausible leaves it with what to verify.

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

#include "effect/infer.hpp"
#include "engine/conditions.hpp"
#include "engine/observe.hpp"
#include "engine/settle_rows.hpp"
#include "miglint/characters.hpp"

namespace miglint {

namespace {

/// An answer, and what somebody should look at when it is only plausible.
struct Settled {
  Answer answer;
  std::string verify;
  bool disproved = false;  ///< any row at all makes it fail
};

void improve(Settled& verdict, const Answer& answer, std::string verify = {}) {
  if (answer.proof <= verdict.answer.proof) return;
  verdict.answer = answer;
  verdict.verify = std::move(verify);
}

std::string list(const std::vector<std::string>& columns) {
  return fmt::format("{}", fmt::join(in_prose(columns), ", "));
}

class Settler {
 public:
  Settler(const RowFailure& failure, const Change& change, const Catalog& before, const Evidence& evidence)
      : failure_(failure), change_(change), before_(before), evidence_(evidence) {}

  Settled verdict() const {
    Settled verdict;
    if (writes_rows(change_) && !(std::holds_alternative<Insert>(change_) && failure_.sqlstate == "23505")) {
      improve(verdict, settled_for_rows(failure_, change_, before_, evidence_), "the rows that it meets");
      return verdict;
    }
    improve(verdict, evidence_.no_rows(failure_.relation), "that the table is empty by then");
    for (const std::string& column : failure_.columns)
      improve(verdict, evidence_.mended(failure_.relation, column));
    if (failure_.columns.empty()) improve(verdict, evidence_.mended(failure_.relation));
    by_sqlstate(verdict);
    improve(verdict, evidence_.own_rows(failure_.relation), "the rows that this migration inserts");
    return verdict;
  }

 private:
  void by_sqlstate(Settled& verdict) const {
    if (failure_.sqlstate == "23502") {
      nulls(verdict);
    } else if (failure_.sqlstate == "23505" || failure_.sqlstate == "23P01") {
      duplicates(verdict);
    } else if (failure_.sqlstate == "23503") {
      orphans(verdict);
    } else if (failure_.sqlstate == "23514") {
      check(verdict);
    } else {
      values(verdict);
    }
  }

  void nulls(Settled& verdict) const {
    if (failure_.columns.empty()) return;
    Answer weakest{.proof = Proof::proven};
    for (const std::string& column : failure_.columns) {
      const Column* found = before_.column(failure_.relation, column);
      if (found && found->not_null && !std::holds_alternative<AddColumn>(change_)) continue;
      const Answer answer = evidence_.no_nulls(failure_.relation, column);
      if (answer.proof <= weakest.proof) weakest = answer;
    }
    improve(verdict, weakest, fmt::format("that no row is left with NULL in {}", list(failure_.columns)));
  }

  void duplicates(Settled& verdict) const {
    if (!nulls_are_equal()) {
      for (const std::string& column : failure_.columns)
        improve(verdict, evidence_.all_null(failure_.relation, column));
    }
    // What this migration inserted itself is the same everywhere: its own keys clash on the first machine
    // that runs it, or never.
    if (std::holds_alternative<Insert>(change_) && evidence_.own_rows(failure_.relation))
      return improve(verdict,
                     {.proof = Proof::proven, .statement = evidence_.own_rows(failure_.relation).statement});
    if (const auto* insert = std::get_if<Insert>(&change_))
      for (const std::string& column : failure_.columns) improve(verdict, keys_deleted(*insert, column));
    // A key that told NULLs apart proves nothing for one that does not.
    if (nulls_are_equal() && may_hold_null() && !std::holds_alternative<AddPrimaryKey>(change_)) return;
    improve(verdict, evidence_.no_duplicates(failure_.relation, failure_.columns, predicate()),
            fmt::format("that no two rows agree in {}", list(failure_.columns)));
  }

  /// No row is left that holds one of the values that the INSERT gives the column.
  Answer keys_deleted(const Insert& insert, const std::string& name) const {
    const Table* table = before_.table(failure_.relation);
    std::vector<std::string> columns = insert.columns;
    if (columns.empty() && table)
      for (const Column& column : table->columns) columns.push_back(column.name);
    const auto at = static_cast<std::size_t>(std::ranges::find(columns, name) - columns.begin());
    Answer weakest{.proof = insert.rows_left_out > 0 || insert.rows.empty() ? Proof::none : Proof::proven};
    for (const std::vector<Expression>& row : insert.rows) {
      if (at >= row.size() || !without_casts(row[at]).is_constant()) return {};
      const Answer answer = evidence_.label_unused(failure_.relation, name, without_casts(row[at]).value);
      if (answer.proof <= weakest.proof) weakest = answer;
    }
    return weakest;
  }

  std::vector<std::string> predicate() const {
    const auto* index = std::get_if<CreateIndex>(&change_);
    return index ? conjuncts(index->where) : std::vector<std::string>{};
  }

  bool may_hold_null() const {
    return std::ranges::any_of(failure_.columns, [&](const std::string& name) {
      const Column* column = before_.column(failure_.relation, name);
      return !column || !column->not_null;
    });
  }

  bool nulls_are_equal() const {
    if (const auto* index = std::get_if<CreateIndex>(&change_)) return index->nulls_not_distinct;
    if (const auto* unique = std::get_if<AddUnique>(&change_)) return unique->nulls_not_distinct;
    return std::holds_alternative<AddPrimaryKey>(change_);
  }

  void orphans(Settled& verdict) const {
    const RelationName referenced = referenced_table();
    for (const std::string& column : failure_.columns)
      improve(verdict, evidence_.all_null(failure_.relation, column));
    const std::string column = referenced_column(referenced);
    if (failure_.columns.size() == 1) {
      improve(verdict,
              evidence_.refers_to_inserted(failure_.relation, failure_.columns.front(), referenced, column));
    }
    improve(verdict, evidence_.no_orphans(failure_.relation, failure_.columns, referenced, column),
            fmt::format("that every value of {} is in {}", list(failure_.columns), in_prose(referenced)));
    rewritten(verdict,
              fmt::format("that every value of {} is in {}", list(failure_.columns), in_prose(referenced)));
  }

  std::string referenced_column(const RelationName& referenced) const {
    const auto* key = std::get_if<AddForeignKey>(&change_);
    if (key && key->referenced_columns.size() == 1) return key->referenced_columns.front();
    if (const Constraint* constraint = validated())
      return constraint->referenced_columns.size() == 1 ? constraint->referenced_columns.front()
                                                        : std::string();
    const Table* table = before_.table(referenced);
    const Constraint* primary = table ? table->primary_key() : nullptr;
    return primary && primary->columns.size() == 1 ? primary->columns.front() : std::string{};
  }

  RelationName referenced_table() const {
    if (const auto* key = std::get_if<AddForeignKey>(&change_)) return before_.resolve(key->referenced);
    const Constraint* constraint = validated();
    return constraint ? constraint->referenced : RelationName{};
  }

  const Constraint* validated() const {
    const auto* validate = std::get_if<ValidateConstraint>(&change_);
    const Table* table = validate ? before_.table(failure_.relation) : nullptr;
    return table ? table->constraint(validate->name) : nullptr;
  }

  const Expression* condition() const {
    if (const auto* check = std::get_if<AddCheck>(&change_)) return &*check->expression;
    const Constraint* constraint = validated();
    return constraint && constraint->expression ? &*constraint->expression : nullptr;
  }

  void check(Settled& verdict) const {
    const Expression* expression = condition();
    if (expression) {
      improve(verdict, evidence_.satisfies(failure_.relation, normal_form(without_nulls(*expression))));
      fold(*expression, verdict);
      improve(verdict, holds(*expression), "that every row satisfies the check");
    }
    rewritten(verdict, "that every row satisfies the check");
  }

  /// The columns hold one value each, NULL or another, and with those the check holds or does not.
  void fold(const Expression& check, Settled& verdict) const {
    static const Expression null_value{.kind = Expression::Kind::null};
    Answer weakest{.proof = Proof::proven};
    std::map<std::string, Expression, std::less<>> values;
    const auto rests_on = [&](const Answer& answer) {
      if (answer.proof <= weakest.proof) weakest = answer;
    };
    const Verdict folded = evaluate(check, [&](std::string_view name) -> const Expression* {
      if (const Answer null = evidence_.all_null(failure_.relation, name)) {
        rests_on(null);
        return &null_value;
      }
      const Column* column = before_.column(failure_.relation, name);
      for (const Fact& fact : evidence_.facts(failure_.relation)) {
        if (fact.kind != Fact::Kind::only_label || fact.columns.front() != name || !column) continue;
        rests_on({.proof = fact.proof, .statement = fact.statement});
        const Expression constant{.kind = Expression::Kind::constant, .value = fact.text};
        return &values.insert_or_assign(std::string(name), as_type(constant, column->type)).first->second;
      }
      return nullptr;
    });
    if (folded == Verdict::yes || folded == Verdict::null) improve(verdict, weakest);
    verdict.disproved = folded == Verdict::no && weakest.proven();
  }

  /// Columns that hold nothing but NULL count for nothing in num_nonnulls and COALESCE: with a new one the
  /// check says what it said before.
  Expression without_nulls(Expression expression) const {
    const bool ignores =
        expression.kind == Expression::Kind::coalesce ||
        (expression.kind == Expression::Kind::function && expression.function.name == "num_nonnulls");
    if (ignores) {
      std::erase_if(expression.args, [&](const Expression& arg) {
        const Expression& bare = without_casts(arg);
        return bare.kind == Expression::Kind::column &&
               evidence_.all_null(failure_.relation, bare.value).proven();
      });
    }
    for (Expression& arg : expression.args) arg = without_nulls(std::move(arg));
    return expression;
  }

  /// The weakest of the conjuncts' answers, the best of the alternatives'.
  Answer holds(const Expression& expression) const {
    using Kind = Expression::Kind;
    if (expression.kind == Kind::conjunction || expression.kind == Kind::disjunction) {
      const bool all = expression.kind == Kind::conjunction;
      Answer answer{.proof = all ? Proof::proven : Proof::none};
      for (const Expression& arm : expression.args) {
        const Answer of_arm = holds(arm);
        if (all ? of_arm.proof < answer.proof : of_arm.proof > answer.proof) answer = of_arm;
      }
      return answer;
    }
    if (expression.kind == Kind::is_not_null && !expression.args.empty()) {
      const Expression& column = without_casts(expression.args.front());
      return column.kind == Kind::column ? evidence_.no_nulls(failure_.relation, column.value) : Answer{};
    }
    return holds_comparison(expression);
  }

  /// NULL satisfies a comparison, and so does the one value that every row holds if it is on the list.
  Answer holds_comparison(const Expression& expression) const {
    if (expression.kind == Expression::Kind::is_null) {
      const std::vector<std::string> columns = columns_of(expression);
      return columns.size() == 1 ? evidence_.all_null(failure_.relation, columns.front()) : Answer{};
    }
    if (expression.kind != Expression::Kind::op) return {};
    Answer best;
    for (const std::string& column : columns_of(expression)) {
      const bool operand = std::ranges::any_of(expression.args, [&](const Expression& arg) {
        const Expression& bare = without_casts(arg);
        return bare.kind == Expression::Kind::column && bare.value == column;
      });
      const Answer null = operand ? evidence_.all_null(failure_.relation, column) : Answer{};
      if (null.proof > best.proof) best = null;
      for (const Fact& fact : evidence_.facts(failure_.relation)) {
        const bool of_values = fact.kind == Fact::Kind::only_label || fact.kind == Fact::Kind::one_of;
        if (!of_values || fact.columns.front() != column) continue;
        if (lists_all(values_picked(expression, column), fact.text))
          best = {.proof = fact.proof, .statement = fact.statement};
      }
    }
    return best;
  }

  /// Every line of `values` is among those allowed.
  static bool lists_all(const std::vector<std::string>& allowed, const std::string& values) {
    for (std::size_t begin = 0; begin <= values.size();) {
      const std::size_t end = std::min(values.find('\n', begin), values.size());
      if (std::ranges::find(allowed, values.substr(begin, end - begin)) == allowed.end()) return false;
      begin = end + 1;
    }
    return true;
  }

  /// A conversion that some values don't survive.
  void values(Settled& verdict) const {
    for (const std::string& column : failure_.columns)
      improve(verdict, evidence_.all_null(failure_.relation, column));
    if (failure_.columns.size() == 1)
      improve(verdict, labels(failure_.columns.front()), "that no row holds a label that goes");
    rewritten(verdict, fmt::format("that every value of {} can be converted", list(failure_.columns)));
  }

  /// From one enum to another: every label that the new one lacks is unused.
  Answer labels(const std::string& name) const {
    const auto* change = std::get_if<ChangeType>(&change_);
    const Column* column = before_.column(failure_.relation, name);
    const Enum* from = column ? before_.enumeration(column->type) : nullptr;
    const Enum* to = change ? before_.enumeration(change->type) : nullptr;
    if (!from || !to || !from->certain || !to->certain) return {};
    Answer weakest{.proof = Proof::proven};
    for (const std::string& label : from->labels) {
      if (std::ranges::find(to->labels, label) != to->labels.end() ||
          converts(change->using_expression, name, label))
        continue;
      const Answer answer = evidence_.label_unused(failure_.relation, name, label);
      if (answer.proof < weakest.proof) weakest = answer;
    }
    return weakest;
  }

  /// USING (CASE c WHEN 'old' THEN 'new' ELSE c END) gives the label's rows another one.
  static bool converts(const Boxed<Expression>& conversion, const std::string& column,
                       const std::string& label) {
    if (!conversion) return false;
    const Expression& bare = without_casts(*conversion);
    if (bare.kind != Expression::Kind::case_when) return false;
    for (std::size_t i = 0; i + 1 < bare.args.size(); i += 2) {
      const std::vector<std::string> picked = values_picked(bare.args[i], column);
      if (std::ranges::find(picked, label) != picked.end()) return true;
    }
    return false;
  }

  void rewritten(Settled& verdict, const std::string& verify) const {
    for (const std::string& column : failure_.columns)
      improve(verdict, evidence_.rewritten(failure_.relation, column), verify);
  }

  const RowFailure& failure_;
  const Change& change_;
  const Catalog& before_;
  const Evidence& evidence_;
};

/// False when the failure is gone.
bool keep(RowFailure& failure, const Statement& statement, const Catalog& before, const Evidence& evidence) {
  const Change& change = statement.changes[static_cast<std::size_t>(failure.change)].change;
  Settled verdict = Settler(failure, change, before, evidence).verdict();
  switch (verdict.answer.proof) {
    case Proof::proven:
      return false;
    case Proof::unguarded:
      failure.only_new_rows = true;
      failure.any_row = false;
      return true;
    case Proof::plausible:
      failure.handled = std::move(verdict.verify);
      failure.any_row = false;
      return true;
    case Proof::none:
      failure.any_row = failure.any_row || verdict.disproved;
      return true;
  }
  return true;
}

/// What is known of the tables whose rows can fail, and of those that their foreign keys point at: a
/// migration of a thousand tables knows a lot more.
Evidence about_failures(const Effect& effect, const Statement& statement, const Catalog& before,
                        const Evidence& evidence) {
  std::set<RelationName> tables;
  for (const RowFailure& failure : effect.row_failures) tables.insert(failure.relation);
  for (const StatementChange& change : statement.changes) {
    if (const auto* key = std::get_if<AddForeignKey>(&change.change))
      tables.insert(before.resolve(key->referenced));
    for (RelationName& table : tables_deciding(change.change, before)) tables.insert(std::move(table));
  }
  return evidence.about(tables);
}

}  // namespace

// The statement's own earlier passes count: what ADD COLUMN adds is all NULL by the time the constraint
// beside it is checked.
void settle(Effect& effect, const Statement& statement, const Catalog& before, const Evidence& evidence,
            const HeldTables& held) {
  if (effect.row_failures.empty()) return;
  if (statement.changes.size() == 1) {
    std::erase_if(effect.row_failures,
                  [&](RowFailure& failure) { return !keep(failure, statement, before, evidence); });
    return;
  }
  Evidence so_far = about_failures(effect, statement, before, evidence);
  std::ranges::stable_sort(effect.row_failures, {}, &RowFailure::change);
  std::vector<RowFailure> left;
  auto next = effect.row_failures.begin();
  for (std::size_t i = 0; i < statement.changes.size(); ++i) {
    const int change = static_cast<int>(i);
    Effect judged;
    for (; next != effect.row_failures.end() && next->change == change; ++next) {
      if (keep(*next, statement, before, so_far)) judged.row_failures.push_back(std::move(*next));
    }
    observe_change(so_far, {.statement = statement, .before = before, .effect = judged, .held = held},
                   change);
    std::ranges::move(judged.row_failures, std::back_inserter(left));
  }
  effect.row_failures = std::move(left);
}

}  // namespace miglint
