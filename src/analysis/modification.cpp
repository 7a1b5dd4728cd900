// INSERT, UPDATE, DELETE, MERGE (analyze.c, transformInsertStmt and its like; parse_merge.c): the names and
// types in them. What becomes of their rows is the effect's to say.

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <utility>

#include "analysis/analyser.hpp"
#include "miglint/characters.hpp"

namespace miglint {

/// In RETURNING, from 18 on (parse_clause.c, addNSItemForReturning): the row before and after the change. A
/// relation of that name hides them.
static void name_old_and_new(ScopeLevel& from, const ScopeItem& target) {
  ScopeItem row = target;
  row.aliased = true;
  for (const char* name : {"old", "new"}) {
    if (std::ranges::find(from.items, name, &ScopeItem::alias) != from.items.end()) continue;
    row.alias = name;
    from.items.push_back(row);
  }
}

QueryOutput Analyser::modification(const ScopedQuery& query, const Scope& outer) {
  const Modification& change = *query.modification;
  FromItem named = change.target;
  const ScopeLevel level = level_of_relation(named);
  const ScopeItem& target = level.items.front();
  ScopeLevel from = level;
  if (change.kind == Modification::Kind::insert) {
    insert(query, target, outer);
  } else {
    // FROM and USING don't see the target, WHERE sees both.
    join(from, from_clause(query.from, outer));
  }
  Scope scope = outer;
  scope.push_back(&from);
  if (change.kind == Modification::Kind::update) assignments(change.assignments, target, scope);
  if (change.kind == Modification::Kind::merge) merge_clauses(query, target, scope, outer);
  if (query.where) condition(*query.where, scope, Clause::where, "WHERE");
  if (catalog_.postgres >= 18) name_old_and_new(from, target);
  QueryOutput output;
  targets(query.targets, from, scope, Clause::returning, output);
  return output;
}

/// The columns that values go to, in order.
static std::vector<const ScopeColumn*> written_columns(const std::vector<std::string>& names,
                                                       const ScopeItem& target) {
  std::vector<const ScopeColumn*> columns;
  if (names.empty()) {
    for (const ScopeColumn& column : target.columns) columns.push_back(&column);
  } else {
    for (const std::string& name : names) columns.push_back(column_named(target.columns, name));
  }
  return columns;
}

/// A table's columns are the effect's to count.
bool Analyser::is_view(const ScopeItem& target) const {
  return target.sure && catalog_.table(target.relation) == nullptr;
}

void Analyser::insert(const ScopedQuery& query, const ScopeItem& target, const Scope& outer) {
  const Modification& change = *query.modification;
  for (const std::string& name : change.columns)
    if (is_view(target) && !name.empty() && column_named(target.columns, name) == nullptr &&
        !is_system_column(name))
      refuse("42703", fmt::format("{} has no column {}", in_prose(target.alias), in_prose(name)));
  if (change.source) {
    const QueryOutput rows = this->query(*change.source, outer);
    const std::vector<const ScopeColumn*> columns = written_columns(change.columns, target);
    const bool sure = rows.known && rows.sure && target.sure;
    if (sure && rows.columns.size() > columns.size())
      refuse("42601", fmt::format("the query gives {} columns, and {} are written to", rows.columns.size(),
                                  columns.size()));
    if (sure && !change.columns.empty() && rows.columns.size() < columns.size())
      refuse("42601", fmt::format("{} columns are written to, and the query gives {}", columns.size(),
                                  rows.columns.size()));
    for (std::size_t at = 0; at < std::min(rows.columns.size(), columns.size()); ++at) {
      if (columns[at] == nullptr || !rows.columns[at].sure || !rows.known) continue;
      static const Expression nothing;
      const Expression* literal = rows.columns[at].literal;
      assign(literal == nullptr ? nothing : *literal, type_of(rows.columns[at]), *columns[at]);
    }
  }
  if (rows_to_insert != nullptr && !change.source)
    insert_values(*std::exchange(rows_to_insert, nullptr), change, target);
  conflict(change, target, outer);
}

/// Constants in quotes are the effect's to read.
void Analyser::insert_values(const std::vector<std::vector<Expression>>& values, const Modification& change,
                             const ScopeItem& target) {
  const std::vector<const ScopeColumn*> columns = written_columns(change.columns, target);
  if (is_view(target) && !values.empty() && values.front().size() > columns.size())
    refuse("42601", fmt::format("VALUES gives {} values, and {} columns are written to",
                                values.front().size(), columns.size()));
  for (const std::vector<Expression>& row : values)
    for (std::size_t at = 0; at < std::min(row.size(), columns.size()) && !refusal; ++at) {
      if (row[at].kind == Expression::Kind::default_value) continue;
      const bool quoted = row[at].kind == Expression::Kind::constant && row[at].type.name == "unknown";
      if (quoted || row[at].kind == Expression::Kind::null || columns[at] == nullptr) continue;
      assign(row[at], expression(row[at], {}, Clause::values), *columns[at]);
      compute(row[at]);
    }
}

/// ON CONFLICT sees the target alone, DO UPDATE also the row that was to be inserted.
void Analyser::conflict(const Modification& change, const ScopeItem& target, const Scope& outer) {
  ScopeLevel level{.items = {target}, .columns = target.columns, .known = target.known, .sure = target.sure};
  Scope scope = outer;
  scope.push_back(&level);
  for (const Expression& element : change.conflict_expressions) expression(element, scope, Clause::lone);
  if (change.conflict_assignments.empty()) return;
  ScopeItem excluded = target;
  excluded.alias = "excluded";
  excluded.relation = {};
  ScopeLevel both = level;
  both.columns.insert(both.columns.end(), excluded.columns.begin(), excluded.columns.end());
  both.items.push_back(std::move(excluded));
  scope.back() = &both;
  assignments(change.conflict_assignments, target, scope);
  if (change.conflict_where) condition(*change.conflict_where, scope, Clause::where, "ON CONFLICT … WHERE");
}

void Analyser::merge_clauses(const ScopedQuery& query, const ScopeItem& target, const Scope& scope,
                             const Scope& outer) {
  const Modification& change = *query.modification;
  if (change.conflict_where) condition(*change.conflict_where, scope, Clause::join, "MERGE … ON");
  // WHEN NOT MATCHED has no row of the target.
  ScopeLevel source;
  for (const ScopeItem& item : scope.back()->items) {
    if (item.number == target.number) continue;
    source.items.push_back(item);
    for (const ScopeColumn& column : item.columns) source.columns.push_back(column);
    source.known = source.known && item.known;
    source.sure = source.sure && item.sure;
  }
  Scope without_target = outer;
  without_target.push_back(&source);
  for (const Modification::Clause& clause : change.clauses) {
    const Scope& seen = clause.matched ? scope : without_target;
    if (clause.condition) condition(*clause.condition, seen, Clause::where, "MERGE … WHEN");
    assignments(clause.assignments, target, seen);
    const std::vector<const ScopeColumn*> columns = written_columns(clause.columns, target);
    for (std::size_t at = 0; at < clause.values.size(); ++at) {
      if (clause.values[at].kind == Expression::Kind::default_value) continue;
      const Type given = expression(clause.values[at], seen, Clause::values);
      if (at < columns.size() && columns[at] != nullptr) assign(clause.values[at], given, *columns[at]);
    }
  }
}

void Analyser::assignments(const std::vector<Modification::Assignment>& assignments, const ScopeItem& target,
                           const Scope& scope) {
  std::set<std::string_view> written;
  for (const Modification::Assignment& assignment : assignments) {
    const bool again = !written.insert(assignment.column).second;
    if (again && assignment.whole && target.sure)
      refuse("42601", fmt::format("SET writes {} twice", in_prose(assignment.column)));
    const Type given = assigned(assignment, scope);
    compute(assignment.value);
    const ScopeColumn* column = column_named(target.columns, assignment.column);
    if (column == nullptr && target.sure && !is_system_column(assignment.column))
      refuse("42703",
             fmt::format("{} has no column {}", in_prose(target.alias), in_prose(assignment.column)));
    if (column == nullptr) continue;
    if (assignment.whole) assign(assignment.value, given, *column);
    if (!assignment.fields.empty()) assign_part(assignment, given, *column);
  }
}

/// DEFAULT stands for the whole value, or for one of `(a, b) = (DEFAULT, 1)`.
Type Analyser::assigned(const Modification::Assignment& assignment, const Scope& scope) {
  const Expression& value = assignment.value;
  if (value.kind == Expression::Kind::default_value) return {};
  if (assignment.whole || !assignment.fields.empty()) return expression(value, scope, Clause::set);
  if (value.kind == Expression::Kind::subquery) return rows(value, scope, 0);
  if (value.kind != Expression::Kind::row) return expression(value, scope, Clause::set);
  for (const Expression& part : value.args)
    if (part.kind != Expression::Kind::default_value) expression(part, scope, Clause::set);
  return {};
}

/// `SET c.x = …`, `SET a[1] = …`.
void Analyser::assign_part(const Modification::Assignment& assignment, const Type& given,
                           const ScopeColumn& column) {
  if (!column.sure) return;
  Type type = to_type(catalog_, *column.type);
  for (const std::string& field : assignment.fields) {
    const Type base = base_of(catalog_, type);
    if (field == ":") continue;
    type = field.empty() ? element_of(catalog_, base) : attribute(base, field);
  }
  if (!type.known()) return;
  assign(assignment.value, given, {.name = column.name, .type = &type.name});
}

}  // namespace miglint
