// What the functions that a statement calls may do to the schema: those it names in its expressions, the
// procedure of a CALL, and the triggers that its rows fire.

#include <algorithm>
#include <set>

#include "analysis/builtin_types.hpp"
#include "analysis/builtins.hpp"
#include "catalog/edit.hpp"
#include "catalog/knowledge.hpp"

namespace miglint {

namespace {

// ---- Who is called ----------------------------------------------------------------------------------------

void add_calls(const RowSource& source, std::vector<FunctionName>& called);

void add_calls(const Expression& expression, std::vector<FunctionName>& called) {
  if (expression.args.empty() && expression.kind != Expression::Kind::function && !expression.subselect)
    return;  // as most values are
  walk(expression, [&](const Expression& part) {
    if (part.kind == Expression::Kind::function) called.push_back(part.function);
    if (part.subselect == nullptr) return;
    for (const Expression& output : part.subselect->output) add_calls(output, called);
    add_calls(part.subselect->source, called);
  });
}

void add_calls(const RowSource& source, std::vector<FunctionName>& called) {
  for (const Expression& condition : source.conditions) add_calls(condition, called);
  for (const RowSource::Output& output : source.outputs) add_calls(output.value, called);
}

/// Every function that returns this pseudo-type: which of them is meant is not kept.
void add_all_returning(const Catalog& catalog, std::string_view type, std::vector<FunctionName>& called) {
  for (const auto& [name, function] : catalog.functions)
    if (function.returns && function.returns->name == type) called.push_back(name);
}

void add_triggers(const Catalog& catalog, const RelationName& name, std::vector<FunctionName>& called) {
  if (const Table* table = catalog.table(name))
    for (const Trigger& trigger : table->triggers) called.push_back(trigger.function);
  if (!catalog.functions.empty() && catalog.view(name) != nullptr)
    add_all_returning(catalog, "trigger", called);  // INSTEAD OF
}

/// What the defaults of the columns left out call, as far as the history made it.
void add_defaults(const Catalog& catalog, const Insert& change, std::vector<FunctionName>& called) {
  const Table* table = catalog.functions.empty() ? nullptr : catalog.table(change.table);
  if (table == nullptr) return;
  for (const Column& column : table->columns) {
    const bool given = std::ranges::find(change.columns, column.name) != change.columns.end();
    if (column.default_value && !given) add_calls(*column.default_value, called);
  }
}

struct Callers {
  const Catalog& catalog;
  std::vector<FunctionName> called = {};
  std::vector<FunctionName> by_default = {};

  void take(const QuerySummary& query) {
    called.insert(called.end(), query.functions.begin(), query.functions.end());
  }
  void operator()(const Select& change) { take(change.query); }
  void operator()(const Insert& change) {
    if (change.query) take(*change.query);
    for (const auto& row : change.rows)
      for (const Expression& value : row) add_calls(value, called);
    for (const Expression& value : change.query_output) add_calls(value, called);
    add_triggers(catalog, change.table, called);
    add_defaults(catalog, change, by_default);
  }
  void operator()(const Update& change) {
    add_calls(change.source, called);
    for (const Assignment& assignment : change.assignments) add_calls(assignment.value, called);
    if (change.where) add_calls(*change.where, called);
    add_triggers(catalog, change.table, called);
  }
  void operator()(const Delete& change) {
    if (change.where) add_calls(*change.where, called);
    add_triggers(catalog, change.table, called);
  }
  void operator()(const Truncate& change) { add_triggers(catalog, change.table, called); }
  void operator()(const CopyRows& change) {
    if (change.from) add_triggers(catalog, change.table, called);
  }
  void operator()(const CallProcedure& change) { called.push_back(change.procedure); }
  void operator()(const CreateTable& change) {
    if (change.as_query && change.with_data) take(*change.as_query);
  }
  void operator()(const CreateView& change) {
    if (change.materialized && change.with_data) take(change.query);
  }
  void operator()(const AddColumn& change) {
    if (change.column.default_value) add_calls(*change.column.default_value, called);
  }
  void operator()(const CreateObject& change) {
    if (change.object.kind == ObjectKind::event_trigger) add_all_returning(catalog, "event_trigger", called);
  }
  template <class Other>
  void operator()(const Other&) {}
};

Callers callers_of(const Catalog& catalog, const Change& change) {
  Callers callers{.catalog = catalog};
  std::visit(callers, static_cast<const AnyChange&>(change));
  return callers;
}

// ---- What they do -----------------------------------------------------------------------------------------

std::vector<const Function*> made_by_history(const Catalog& catalog, const FunctionName& name) {
  std::vector<const Function*> found;
  const auto look = [&](const std::string& schema) {
    const auto [begin, end] = catalog.functions.equal_range({schema, name.name});
    for (auto entry = begin; entry != end; ++entry) found.push_back(&entry->second);
  };
  if (!name.schema.empty()) {
    look(name.schema);
  } else {
    for (const std::string& schema : catalog.search_path) look(schema);
  }
  return found;
}

/// PostgreSQL's own, and the usual extensions': they compute, count and draw random numbers.
bool is_harmless(const FunctionName& name) {
  static constexpr auto triggers = std::to_array<std::string_view>(
      {"autoinc", "check_foreign_key", "check_primary_key", "insert_username", "lo_manage", "moddatetime"});
  return name.schema == "pg_catalog" || name.schema == "cron" || builtin_volatility(name.name) ||
         std::ranges::find(triggers, name.name) != triggers.end() || is_extension_function(name.name);
}

/// Rows, settings and words alone: the schema stays as it is, but for what such a change calls.
bool leaves_schema_alone(const Change& change) {
  return std::holds_alternative<Insert>(change) || std::holds_alternative<Update>(change) ||
         std::holds_alternative<Delete>(change) || std::holds_alternative<Truncate>(change) ||
         std::holds_alternative<Select>(change) || std::holds_alternative<CopyRows>(change) ||
         std::holds_alternative<LockTable>(change) || std::holds_alternative<SetVariable>(change) ||
         std::holds_alternative<Transaction>(change) || std::holds_alternative<CallProcedure>(change) ||
         std::holds_alternative<CommentOn>(change) || std::holds_alternative<Grant>(change) ||
         std::holds_alternative<NoEffect>(change) || std::holds_alternative<CreateObject>(change) ||
         std::holds_alternative<AlterObject>(change) || std::holds_alternative<ChangeOwner>(change) ||
         std::holds_alternative<ReassignOwned>(change) || std::holds_alternative<Maintenance>(change) ||
         std::holds_alternative<Reindex>(change) || std::holds_alternative<RefreshMaterializedView>(change);
}

/// Follows calls into the bodies of the functions that the history made.
class Deeds {
 public:
  explicit Deeds(const Catalog& catalog) : catalog_(catalog) {}

  /// `known_only`: a name that may be no function at all (see DoBlock::calls).
  void call(const FunctionName& name, bool known_only) {
    const std::vector<const Function*> functions = made_by_history(catalog_, name);
    if (functions.empty() && !known_only && !is_harmless(name) && !makes_a_value(name))
      note(name, "no migration makes, so that what it does is not known", true);
    for (const Function* function : functions)
      if (seen_.insert(function).second) waiting_.push_back(function);
  }

  void calls_of(const Change& change) {
    const Callers callers = callers_of(catalog_, change);
    for (const FunctionName& name : callers.called) call(name, false);
    for (const FunctionName& name : callers.by_default) call(name, true);
  }

  /// Into the bodies, and the bodies of what they call: a chain may be as long as a history.
  void follow_all() {
    for (std::size_t next = 0; next < waiting_.size(); ++next) follow(*waiting_[next]);
  }

  bool anything = false;  ///< they may do anything
  std::vector<const Statement*>
      statements;                 ///< what they surely or possibly run, as far as it changes the schema
  std::set<RelationName> filled;  ///< tables that they may put rows into, as written
  std::optional<UnknownCall> first;

 private:
  /// A range's or composite's constructor, a cast written as a call.
  bool makes_a_value(const FunctionName& name) const { return catalog_.type_exists(catalog_.resolve(name)); }

  void note(const FunctionName& name, std::string why, bool everything) {
    anything |= everything;
    if (!first) first = UnknownCall{.function = name, .why = std::move(why)};
  }

  void follow(const Function& function) {
    if (function.block == nullptr) {
      const bool atomic = function.language == "sql";  // BEGIN ATOMIC, or a body of nothing: no DDL in it
      if (!atomic) note(function.name, "is written in " + function.language + ", which is not read", true);
      filled.insert(function.relations.begin(), function.relations.end());
      return;
    }
    follow(function.name, *function.block);
  }

  void follow(const FunctionName& name, const DoBlock& block) {
    for (const FunctionName& called : block.calls) call(called, true);
    for (const DoBlock::Step& step : block.steps)
      for (const StatementChange& one : step.statement.changes) follow(name, step.statement, one.change);
  }

  void follow(const FunctionName& name, const Statement& statement, const Change& change) {
    if (const auto* block = std::get_if<DoBlock>(&change)) return follow(name, *block);
    if (const auto* insert = std::get_if<Insert>(&change)) filled.insert(insert->table);
    if (const auto* copy = std::get_if<CopyRows>(&change); copy != nullptr && copy->from)
      filled.insert(copy->table);
    if (leaves_schema_alone(change)) return calls_of(change);
    const auto* unmodelled = std::get_if<Unmodelled>(&change);
    if (unmodelled != nullptr && unmodelled->relations.empty())
      return note(name, "runs SQL that is put together at run time or could not be read", true);
    if (const auto* table = std::get_if<CreateTable>(&change))
      if (table->persistence == Persistence::temporary) return;
    statements.push_back(&statement);
    note(name, "runs " + statement.tag, false);
  }

  const Catalog& catalog_;
  std::set<const Function*> seen_;
  std::vector<const Function*> waiting_;
};

void apply_deeds(Catalog& catalog, Deeds& deeds) {
  deeds.follow_all();
  for (const Statement* statement : deeds.statements) doubt_names(catalog, *statement);
  for (const RelationName& table : deeds.filled) note_filled(catalog, table);
  if (deeds.anything) doubt_everything(catalog);
}

}  // namespace

void replay_calls(Catalog& catalog, const Change& change) {
  Deeds deeds(catalog);
  deeds.calls_of(change);
  apply_deeds(catalog, deeds);
}

void replay_calls(Catalog& catalog, const std::vector<FunctionName>& functions) {
  Deeds deeds(catalog);
  for (const FunctionName& function : functions) deeds.call(function, true);
  apply_deeds(catalog, deeds);
}

std::optional<UnknownCall> unknown_call(const Catalog& catalog, const Change& change) {
  Deeds deeds(catalog);
  if (const auto* block = std::get_if<DoBlock>(&change)) {
    for (const FunctionName& called : block->calls) deeds.call(called, true);
  } else {
    deeds.calls_of(change);
  }
  deeds.follow_all();
  return deeds.first;
}

}  // namespace miglint
