#include "catalog/edit.hpp"

#include <utility>

#include "analysis/literal.hpp"
#include "catalog/knowledge.hpp"
#include "catalog/partition_bounds.hpp"
#include "catalog/system_rows.hpp"

namespace miglint {

void save_functions(Catalog& catalog, const FunctionName& name) {
  if (!catalog.journal.recording()) return;
  const auto [begin, end] = catalog.functions.equal_range(name);
  catalog.journal.undo.emplace_back(
      [name, before = std::vector<std::pair<const FunctionName, Function>>(begin, end)](Catalog& c) {
        c.functions.erase(name);
        c.functions.insert(before.begin(), before.end());
      });
}

void push_mark(Catalog& catalog, bool transaction) {
  catalog.journal.marks.push_back({.position = catalog.journal.undo.size(), .transaction = transaction});
  catalog.journal.saved.clear();
}

void release_mark(Catalog& catalog) {
  Journal& journal = catalog.journal;
  if (journal.marks.empty()) return;
  journal.marks.pop_back();
  if (journal.recording()) return;
  journal.undo.clear();
  journal.saved.clear();
}

void roll_back_to_mark(Catalog& catalog) {
  Journal& journal = catalog.journal;
  if (journal.marks.empty()) return;
  const std::size_t position = journal.marks.back().position;
  journal.marks.pop_back();
  while (journal.undo.size() > position) {
    const auto undo = std::move(journal.undo.back());
    journal.undo.pop_back();
    undo(catalog);
  }
  journal.saved.clear();
}

void find_temporary_first(Catalog& catalog) {
  if (!catalog.search_path.empty() && catalog.search_path.front() == "pg_temp") return;
  save_whole(catalog, &Catalog::search_path);
  catalog.search_path.insert(catalog.search_path.begin(), "pg_temp");
}

Origin here(const Catalog& catalog) {
  return {.migration = catalog.current_migration, .statement = catalog.current_statement};
}

Table* edit_table(Catalog& catalog, const RelationName& name) {
  const RelationName resolved = catalog.resolve(name);
  if (Table* found = edit(catalog, &Catalog::tables, resolved)) return found;
  if (catalog.relation_exists(resolved) || catalog.certainly_missing(resolved)) return nullptr;
  // one that something not understood made, the runner's or PostgreSQL's own says nothing of the others
  catalog.partial |= !catalog.doubts.contains(resolved) && !is_runners_table(resolved) &&
                     resolved.schema != "pg_catalog" && resolved.schema != "information_schema";
  return &put(catalog, &Catalog::tables, resolved, Table{.name = resolved, .certain = false});
}

Column* find_column(Table& table, std::string_view name) { return table.columns.own_named(name); }

Column* edit_column(Table& table, std::string_view name) {
  if (Column* found = find_column(table, name)) return found;
  if (table.certain) return nullptr;
  return &table.columns.push_back({.name = std::string(name)});
}

static void note(Catalog::Dependents::Names& names, const RelationName& key, const RelationName& dependent) {
  names[key].insert(dependent);
}

/// A literal that is read as regclass at once; with another cast between, the sequence is looked up at each
/// call, and nothing depends on it (dependency.c knows a constant of type regclass alone).
static const Expression* regclass_literal(const Expression& argument) {
  const bool cast = argument.kind == Expression::Kind::cast && argument.type.name == "regclass";
  const Expression& inner = cast && !argument.args.empty() ? argument.args.front() : argument;
  return inner.kind == Expression::Kind::constant ? &inner : nullptr;
}

RelationName drawn_from(const Catalog& catalog, const Expression& default_value) {
  RelationName sequence;
  walk(default_value, [&](const Expression& e) {
    if (e.kind != Expression::Kind::function || e.function.name != "nextval" || e.args.empty()) return;
    if (const Expression* literal = regclass_literal(e.args.front()))
      sequence = catalog.resolve(parse_relation_name(literal->value));
  });
  return sequence;
}

void note_default(Catalog& catalog, const RelationName& table, const Column& column) {
  if (!column.default_value) return;
  walk(*column.default_value, [&](const Expression& part) {
    if (part.kind != Expression::Kind::cast || part.type.schema == "pg_catalog") return;
    const TypeName type = catalog.resolve(part.type);
    note(catalog.dependents.of_type, {type.schema, type.name}, table);
  });
  if (const RelationName sequence = drawn_from(catalog, *column.default_value); !sequence.empty())
    note(catalog.dependents.drawing, sequence, table);
}

void note_column(Catalog& catalog, const RelationName& table, const Column& column) {
  note_default(catalog, table, column);
  if (column.type.schema != "pg_catalog")
    note(catalog.dependents.of_type, {column.type.schema, column.type.name}, table);
}

void note_constraint(Catalog& catalog, const RelationName& table, const Constraint& constraint) {
  note(catalog.dependents.constraints, {table.schema, constraint.name}, table);
  if (constraint.kind == Constraint::Kind::foreign_key)
    note(catalog.dependents.referencing, constraint.referenced, table);
}

void note_dependents(Catalog& catalog, const Table& table) {
  for (const Column& column : table.columns) note_column(catalog, table.name, column);
  for (const Constraint& constraint : table.constraints) note_constraint(catalog, table.name, constraint);
  for (const RelationName& parent : table.inherits) note(catalog.dependents.children, parent, table.name);
  if (table.of_type) note(catalog.dependents.of_type, *table.of_type, table.name);
  if (!table.partition_of) return;
  note(catalog.dependents.children, *table.partition_of, table.name);
  if (table.bound.is_default()) note(catalog.dependents.defaults, *table.partition_of, table.name);
  for (std::vector<std::string>& place : places_of(table.bound)) {
    catalog.dependents.bounds[*table.partition_of].insert_or_assign(std::move(place), table.name);
  }
}

void note_dependents(Catalog& catalog, const View& view) {
  for (const RelationName& relation : view.relations) note(catalog.dependents.views, relation, view.name);
  for (const RelationName& type : view.types_named) note(catalog.dependents.of_type, type, view.name);
}

void note_dependents(Catalog& catalog, const Function& function) {
  const auto note_type = [&](const TypeName& type) {
    if (type.schema != "pg_catalog") note(catalog.dependents.taking, {type.schema, type.name}, function.name);
  };
  for (const TypeName& argument : function.arguments) note_type(argument);
  for (const OutputParameter& output : function.outputs) note_type(output.type);
  if (function.returns) note_type(catalog.resolve(*function.returns));
  for (const RelationName& relation : function.relations)
    note(catalog.dependents.functions, relation, function.name);
}

std::vector<RelationName> typed_tables(const Catalog& catalog, const RelationName& type) {
  std::vector<RelationName> typed;
  const auto candidates = catalog.dependents.of_type.find(type);
  if (candidates == catalog.dependents.of_type.end()) return typed;
  for (const RelationName& name : candidates->second) {
    const auto table = catalog.tables.find(name);
    if (table != catalog.tables.end() && table->second.of_type == type) typed.push_back(name);
  }
  return typed;
}

std::string current_role(const Catalog& catalog) {
  if (catalog.settings.empty()) return {};  // as most sessions have it
  for (const char* setting : {"role", "session_authorization"})
    if (const auto found = catalog.settings.find(setting);
        found != catalog.settings.end() && found->second != "none")
      return found->second;
  return {};
}

std::string role_named(const Catalog& catalog, const std::string& written) {
  return written.empty() ? current_role(catalog) : written;
}

void set_owner_of_relation(Catalog& catalog, const RelationName& name, const std::string& role) {
  if (Table* table = edit(catalog, &Catalog::tables, name)) table->owner = role;
  if (View* view = edit(catalog, &Catalog::views, name)) view->owner = role;
  if (Sequence* sequence = edit(catalog, &Catalog::sequences, name)) sequence->owner = role;
}

RelationName resolve_type(const Catalog& catalog, const RelationName& written) {
  TypeName type = catalog.resolve(TypeName{.schema = written.schema, .name = written.name});
  return {std::move(type.schema), std::move(type.name)};
}

std::vector<RelationName> family(const Catalog& catalog, const RelationName& table, bool only) {
  std::vector<RelationName> names = {table};
  if (only || catalog.dependents.children.empty()) return names;
  std::set<RelationName> seen = {table};  // a child of two parents comes once
  for (std::size_t at = 0; at < names.size(); ++at)
    for (const Table* child : catalog.children_of(RelationName(names[at])))
      if (seen.insert(child->name).second) names.push_back(child->name);
  return names;
}

void note_filled(Catalog& catalog, const RelationName& written) {
  constexpr int deepest_view = 64;
  RelationName name = catalog.resolve(written);
  for (int depth = 0; depth < deepest_view; ++depth) {
    const View* view = catalog.view(name);
    if (view == nullptr || view->relations.size() != 1) break;
    name = RelationName(*view->relations.begin());
  }
  const Table* table = catalog.table(name);
  if (table != nullptr && !table->filled) edit(catalog, &Catalog::tables, name)->filled = true;
}

}  // namespace miglint
