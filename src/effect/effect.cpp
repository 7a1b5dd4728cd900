// What PostgreSQL does with one statement, given the state before it.
//
// The unit is the statement, because that is PostgreSQL's: an ALTER TABLE takes the strongest lock any of its
// commands needs, once, before the first of them; sorts its commands into passes (drops before type changes
// before new columns before constraints); and reads or rewrites each table once at the end, whatever the
// number of commands. Statement::changes has the order of the passes, so the walk below is the order of
// execution:
//
//   ALTER TABLE t DROP CONSTRAINT t_pkey, ADD COLUMN id bigserial, ADD PRIMARY KEY (id);
//
// drops the key, adds a column whose values come from a sequence (a rewrite: each row gets its own), then
// builds an index that can't meet a duplicate or a NULL, because of how the column was made. `working` is the
// table as the commands so far left it, `added` the new columns with what they hold.
//
// What is said concerns others: locks, scans and rewrites of relations that this very migration made are left
// out, nobody else can see them. So are the failures their rows could cause; what fails on an empty table too
// is said of new tables as well. A statement that always fails does nothing else: its effect is that alone.
//
// Each change has its function in one of the rooms: column, type_change, constraint, foreign_key, index,
// table, partition, table_option, type, view, object, drop, dml. conversion and value_risk know types, infer
// and volatility know expressions, analysis/builtins knows PostgreSQL's own catalogs.

#include <algorithm>
#include <fmt/format.h>
#include <utility>

#include "catalog/objects.hpp"
#include "effect/changes.hpp"
#include "effect/expressions.hpp"
#include "effect/keys.hpp"
#include "effect/presence.hpp"
#include "effect/relation_kind.hpp"
#include "effect/system_catalog.hpp"
#include "effect/working.hpp"

namespace miglint {

// ---- Maintenance ------------------------------------------------------------------------------------------

static std::vector<RelationName> maintained_tables(const Context& context, const Maintenance& change) {
  if (!change.table.empty()) return {resolve(context, change.table)};
  std::vector<RelationName> all;
  const bool clustered_only = change.action == Maintenance::Action::cluster;
  for (const auto& [name, table] : context.catalog.tables)
    if (!clustered_only || std::ranges::any_of(table.indexes, &Index::clustered)) all.push_back(name);
  return all;
}

/// CLUSTER names an index of the table, or relies on the one of an earlier CLUSTER.
static bool clustering_is_known(Context& context, const Maintenance& change) {
  const Table* table = change.table.empty() ? nullptr : context.catalog.table(change.table);
  if (table == nullptr || !table->certain || table->kind == Table::Kind::partitioned) return true;
  if (!change.index.empty()) return index_of_table(context, *table, change.index) != nullptr;
  if (std::ranges::any_of(table->indexes, &Index::clustered)) return true;
  always_fails(context, "42704", fmt::format("{} was never clustered: name an index", in_prose(table->name)));
  return false;
}

void apply(Context& context, const Maintenance& change) {
  using Action = Maintenance::Action;
  const bool on_tables = change.action == Action::vacuum || change.action == Action::vacuum_full ||
                         change.action == Action::cluster || change.action == Action::analyze;
  const bool one_cluster =
      change.action == Action::cluster && !change.table.empty() && !is_partitioned(context, change.table);
  context.effect.refuses_transaction =
      change.action != Action::analyze && change.action != Action::checkpoint && !one_cluster;
  if (!on_tables || (!change.table.empty() && !relation_is_there(context, change.table))) return;
  if (change.action == Action::cluster && !clustering_is_known(context, change)) return;
  for (const RelationName& table : maintained_tables(context, change)) {
    const bool rewrites = change.action == Action::vacuum_full || change.action == Action::cluster;
    lock(context, table, rewrites ? LockMode::access_exclusive : LockMode::share_update_exclusive);
    if (rewrites) rewrite(context, table);
  }
}

/// Something nobody looks into: the worst is assumed of what it plainly names.
void apply(Context& context, const Unmodelled& change) {
  for (const RelationName& relation : change.relations)
    if (!context.catalog.certainly_missing(relation)) lock(context, relation, LockMode::access_exclusive);
}

// ---- DO blocks --------------------------------------------------------------------------------------------

static void merge(Context& context, const Effect& inner) {
  for (const Lock& held : inner.locks) lock(context, held.relation, held.mode);
  const auto join = [](auto& into, const auto& from) { into.insert(into.end(), from.begin(), from.end()); };
  const auto join_work = [](std::vector<Work>& into, const std::vector<Work>& from) {
    for (const Work& work : from)
      if (std::ranges::find(into, work.relation, &Work::relation) == into.end()) into.push_back(work);
  };
  Effect& effect = context.effect;
  join_work(effect.rewrites, inner.rewrites);
  join_work(effect.scans, inner.scans);
  join_work(effect.builds, inner.builds);
  join_work(effect.rebuilds, inner.rebuilds);
  join_work(effect.drops, inner.drops);
  join(effect.row_failures, inner.row_failures);
  join(effect.losses, inner.losses);
  join(effect.new_labels, inner.new_labels);
  join(effect.pending_checks, inner.pending_checks);
}

/// The statements inside, each against the state the ones before it left. One whose error is caught does
/// nothing when it always fails. Most blocks hold one statement: the others are tried only where a further
/// one comes after them.
void apply(Context& context, const DoBlock& change) {
  std::optional<Catalog> copy;
  std::optional<Trial> trial;
  const auto try_out = [&]() -> Trial& {
    if (!trial && context.trying_ground == nullptr) copy = context.catalog;
    if (!trial) trial.emplace(copy ? *copy : *context.trying_ground);
    return *trial;
  };
  if (change.flaw) return always_fails(context, change.flaw->sqlstate, change.flaw->reason);
  context.effect.ends_transaction = change.ends_transaction;
  if (!change.calls.empty() && !change.steps.empty()) try_out().call(change.calls);
  for (std::size_t i = 0; i < change.steps.size(); ++i) {
    const DoBlock::Step& step = change.steps[i];
    Effect inner = effect_of(step.statement, copy ? std::as_const(*copy) : context.catalog, context.postgres);
    for (Loss& loss : inner.losses) loss.change = context.change;
    for (RowFailure& failure : inner.row_failures) failure.change = context.change;
    const bool runs = step.guard == DoBlock::Step::Guard::always;
    if (inner.refuses_transaction && runs)
      return always_fails(context, "25001",
                          fmt::format("{} can't run inside a DO block", step.statement.tag));
    if (inner.always_fails && runs)
      return always_fails(context, inner.always_fails->sqlstate, inner.always_fails->reason);
    if (inner.always_fails) continue;  // caught
    merge(context, inner);
    context.effect.ends_transaction |= inner.ends_transaction && runs;
    if (i + 1 == change.steps.size()) return;
    try_out().run(step.statement);
  }
}

// ---- The walk ---------------------------------------------------------------------------------------------

static bool alters_table(const Statement& statement) {
  return statement.changes.size() > 1 && !statement.target.empty() && statement.tag.starts_with("ALTER");
}

static void begin(Context& context) {
  if (!alters_table(context.statement)) return;
  if (const Table* table = context.catalog.table(context.statement.target)) context.working = *table;
}

/// ALTER … IF EXISTS on what is certainly not there: a notice, and nothing else.
static bool is_spared(const Statement& statement, const Catalog& catalog) {
  const bool routine = statement.target_kind == ObjectKind::function ||
                       statement.target_kind == ObjectKind::procedure ||
                       statement.target_kind == ObjectKind::aggregate;
  const bool relation = !routine && !is_registered(statement.target_kind);
  if (!statement.if_exists || statement.target.empty() || !relation) return false;
  return catalog.certainly_missing(statement.target) ||
         (!statement.target.schema.empty() && catalog.schema_certainly_missing(statement.target.schema));
}

/// CREATE SCHEMA with elements: they find each other, which the catalog before the statement has not.
static bool makes_schema_with_elements(const Statement& statement) {
  return statement.changes.size() > 1 &&
         std::holds_alternative<CreateSchema>(statement.changes.front().change);
}

/// JSON_ARRAY(…) and the like are syntax in the newer grammar; before, they called a function of that name.
static bool calls_own_function(const Novelty& novelty, const Catalog& catalog) {
  std::string name;
  for (const char c : novelty.feature + ' ') {
    if ((c >= 'A' && c <= 'Z') || c == '_') {
      name += c == '_' ? c : static_cast<char>(c - 'A' + 'a');
    } else {
      const FunctionName called{.schema = {}, .name = std::exchange(name, {})};
      if (!called.name.empty() && !catalog.functions_named(called).empty()) return true;
    }
  }
  return false;
}

static Effect run(Context context) {
  const Statement& statement = context.statement;
  if (statement.novelty && !statement.novelty->runs_on(context.postgres) &&
      !calls_own_function(*statement.novelty, context.catalog)) {
    const Novelty& novelty = *statement.novelty;
    const bool is_newer = context.postgres < novelty.since;
    return {.always_fails = AlwaysFails{
                .sqlstate = novelty.sqlstate,
                .reason = is_newer
                              ? fmt::format("PostgreSQL {} does not know {} yet, which came with {}",
                                            context.postgres, novelty.feature, novelty.since)
                              : fmt::format("PostgreSQL {} does not know {} any more, which went with {}",
                                            context.postgres, novelty.feature, novelty.until + 1)}};
  }
  if (statement.flaw)
    return {.always_fails =
                AlwaysFails{.sqlstate = statement.flaw->sqlstate, .reason = statement.flaw->reason}};
  if (is_spared(statement, context.catalog)) return {};
  if (!statement.if_exists && !schema_is_there(context, statement.target.schema))
    return {.always_fails = std::move(context.effect.always_fails)};
  if (makes_schema_with_elements(statement)) {
    std::visit([&](const auto& schema) { apply(context, schema); }, statement.changes.front().change);
    return std::move(context.effect);
  }
  begin(context);
  for (const StatementChange& change : statement.changes) {
    spare_system_catalogs(context, change.change);
    if (!failed(context)) check_relation_kind(context, change.change);
    if (!failed(context)) check_queries(context, change.change);
    if (!failed(context)) std::visit([&](const auto& known) { apply(context, known); }, change.change);
    if (context.skipped) break;
    if (!failed(context)) {
      advance(context, change.change);
      check_definitions(context, change.change);
    }
    if (context.effect.always_fails)
      return {.always_fails = std::move(context.effect.always_fails),
              .refuses_transaction = context.effect.refuses_transaction};
    ++context.change;
  }
  return std::move(context.effect);
}

Effect effect_of(const Statement& statement, const Catalog& catalog, int postgres) {
  return run({.statement = statement, .catalog = catalog, .postgres = postgres});
}

Effect effect_of(const Statement& statement, Catalog& catalog, int postgres) {
  return run({.statement = statement, .catalog = catalog, .postgres = postgres, .trying_ground = &catalog});
}

}  // namespace miglint
