#include "engine/settle_rows.hpp"

#include <algorithm>
#include <unordered_set>

namespace miglint {

namespace {

/// The constants of which each row that satisfies the condition holds one in the column; none: it may hold
/// others.
std::vector<std::string> values_required(const Expression& where, std::string_view column) {
  const Expression& bare = without_casts(where);
  if (bare.kind == Expression::Kind::conjunction) {
    for (const Expression& part : bare.args)
      if (auto values = values_required(part, column); !values.empty()) return values;
  }
  if (bare.kind != Expression::Kind::op || (bare.value != "=" && bare.value != "IN") || bare.args.size() < 2)
    return {};
  const Expression& left = without_casts(bare.args.front());
  if (left.kind != Expression::Kind::column || left.value != column) return {};
  std::vector<std::string> values;
  for (std::size_t at = 1; at < bare.args.size(); ++at) {
    const Expression& value = without_casts(bare.args[at]);
    if (!value.is_constant()) return {};
    values.push_back(value.value);
  }
  return values;
}

class RowSettler {
 public:
  RowSettler(const RowFailure& failure, const Catalog& before, const Evidence& evidence)
      : failure_(failure), before_(before), evidence_(evidence), table_(before.table(failure.relation)) {}

  Answer of(const Insert& insert) const {
    if (failure_.sqlstate == "23503") return parents_inserted(insert);
    if (!insert.query || insert.query->relations.empty()) return {};
    return nothing_selected(*insert.query);
  }

  Answer of(const Update& update) const {
    const RelationName target = before_.resolve(update.table);
    Answer best = evidence_.no_rows(target);
    if (failure_.relation != target) improve(best, referring_gone());
    if (failure_.sqlstate == "23503" && takes_from_parent(update)) improve(best, plausible());
    improve(best, evidence_.own_rows(target));
    return best;
  }

  Answer of(const Delete& deletion) const {
    Answer best = evidence_.no_rows(before_.resolve(deletion.table));
    improve(best, referring_gone());
    if (deletion.where) improve(best, looks_for_referring(deletion));
    return best;
  }

 private:
  static void improve(Answer& best, const Answer& answer) {
    if (answer.proof > best.proof) best = answer;
  }
  static Answer plausible() { return {.proof = Proof::plausible}; }

  const Constraint* key() const {
    if (table_ == nullptr) return nullptr;
    const auto found = std::ranges::find_if(table_->constraints, [&](const Constraint& constraint) {
      return constraint.kind == Constraint::Kind::foreign_key && constraint.columns == failure_.columns;
    });
    return found == table_->constraints.end() ? nullptr : &*found;
  }

  /// None of the tables that a query reads has a row: it gives none.
  Answer nothing_selected(const QuerySummary& query) const {
    Answer best;
    for (const RelationName& relation : query.relations)
      improve(best, evidence_.no_rows(before_.resolve(relation)));
    return best;
  }

  /// This migration inserted each of the parents.
  Answer parents_inserted(const Insert& insert) const {
    const Constraint* key = this->key();
    if (key == nullptr || key->columns.size() != 1 || key->referenced_columns.size() != 1) return {};
    std::vector<std::string> columns = insert.columns;
    if (columns.empty())
      for (const Column& column : table_->columns) columns.push_back(column.name);
    const auto at =
        static_cast<std::size_t>(std::ranges::find(columns, key->columns.front()) - columns.begin());
    std::unordered_set<std::string_view> missing;
    const auto take = [&](const std::vector<Expression>& row) {
      if (at >= row.size()) return false;
      const Expression& value = without_casts(row[at]);
      if (value.is_constant()) missing.insert(value.value);
      return value.is_constant() || value.kind == Expression::Kind::null;
    };
    const bool known = insert.query ? take(insert.query_output) : std::ranges::all_of(insert.rows, take);
    Answer weakest{.proof = insert.rows_left_out > 0 || !known ? Proof::none : Proof::proven};
    for (const Fact& fact : evidence_.facts(key->referenced)) {
      if (fact.kind != Fact::Kind::holds_value || !missing.contains(fact.text) ||
          fact.columns != key->referenced_columns)
        continue;
      missing.erase(fact.text);
      if (fact.proof < weakest.proof) weakest = {.proof = fact.proof, .statement = fact.statement};
    }
    return missing.empty() ? weakest : Answer{};
  }

  bool is_parent(const RelationName& relation) const {
    const Constraint* key = this->key();
    return key != nullptr && before_.resolve(relation) == key->referenced;
  }

  /// The value comes from the table that it refers to.
  bool takes_from_parent(const Update& update) const {
    bool found = std::ranges::any_of(update.from, [&](const RelationName& r) { return is_parent(r); });
    for (const Assignment& assignment : update.assignments) {
      walk(assignment.value, [&](const Expression& part) {
        found |= std::ranges::any_of(part.relations, [&](const RelationName& r) { return is_parent(r); });
      });
    }
    return found;
  }

  /// No row refers to those that go, or they were seen to.
  Answer referring_gone() const {
    Answer best = evidence_.no_rows(failure_.relation);
    for (const std::string& column : failure_.columns)
      improve(best, evidence_.all_null(failure_.relation, column));
    for (const Fact& fact : evidence_.facts(failure_.relation)) {
      if (fact.kind == Fact::Kind::rewritten || fact.kind == Fact::Kind::own_rows)
        improve(best, {.proof = Proof::plausible, .statement = fact.statement});
    }
    return best;
  }

  /// `WHERE id = 5`, of rows that an earlier statement freed of what referred to 5; `WHERE NOT EXISTS (SELECT
  /// FROM child …)`.
  Answer looks_for_referring(const Delete& deletion) const {
    Answer best;
    walk(*deletion.where, [&](const Expression& part) {
      for (const RelationName& relation : part.relations)
        if (before_.resolve(relation) == failure_.relation) improve(best, plausible());
    });
    const Constraint* key = this->key();
    if (key == nullptr || key->columns.size() != 1 || key->referenced_columns.size() != 1) return best;
    const std::vector<std::string> going = values_required(*deletion.where, key->referenced_columns.front());
    Answer weakest{.proof = going.empty() ? Proof::none : Proof::proven};
    for (const std::string& value : going) {
      const Answer unused = evidence_.label_unused(failure_.relation, key->columns.front(), value);
      if (unused.proof <= weakest.proof) weakest = unused;
    }
    improve(best, weakest);
    return best;
  }

  const RowFailure& failure_;
  const Catalog& before_;
  const Evidence& evidence_;
  const Table* table_;
};

}  // namespace

bool writes_rows(const Change& change) {
  return std::holds_alternative<Insert>(change) || std::holds_alternative<Update>(change) ||
         std::holds_alternative<Delete>(change);
}

Answer settled_for_rows(const RowFailure& failure, const Change& change, const Catalog& before,
                        const Evidence& evidence) {
  const RowSettler settler(failure, before, evidence);
  if (const auto* insert = std::get_if<Insert>(&change)) return settler.of(*insert);
  if (const auto* update = std::get_if<Update>(&change)) return settler.of(*update);
  if (const auto* deletion = std::get_if<Delete>(&change)) return settler.of(*deletion);
  return {};
}

std::vector<RelationName> tables_deciding(const Change& change, const Catalog& before) {
  std::vector<RelationName> tables;
  const auto add = [&](const RelationName& written) {
    tables.push_back(before.resolve(written));
    const Table* table = before.table(tables.back());
    for (const Constraint& key : table ? table->constraints : SharedList<Constraint>{})
      if (key.kind == Constraint::Kind::foreign_key) tables.push_back(key.referenced);
  };
  if (const auto* insert = std::get_if<Insert>(&change)) {
    add(insert->table);
    if (insert->query)
      for (const RelationName& relation : insert->query->relations)
        tables.push_back(before.resolve(relation));
  }
  if (const auto* update = std::get_if<Update>(&change)) add(update->table);
  if (const auto* deletion = std::get_if<Delete>(&change)) add(deletion->table);
  return tables;
}

}  // namespace miglint
