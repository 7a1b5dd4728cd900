// The walk. A history is replayed migration by migration, statement by statement; those asked for are judged
// on the way:
//
//   effect_of   what the statement does, given the catalog so far
//   settle      what the migration itself has already taken care of leaves the effect
//   rules       say what they think of it
//   observe     what the statement teaches about rows
//   replay      the catalog after it
//
// A statement inside a DO block is a step like any other; the block then replays as a whole, since it knows
// its own conditions.

#include "miglint/lint.hpp"

#include <algorithm>
#include <deque>
#include <utility>

#include "engine/findings.hpp"
#include "engine/not_understood.hpp"
#include "engine/observe.hpp"
#include "engine/pending_checks.hpp"
#include "engine/plan.hpp"
#include "engine/schema_drift.hpp"
#include "engine/settle_rows.hpp"
#include "engine/summary.hpp"
#include "engine/suppress.hpp"
#include "engine/unread.hpp"
#include "miglint/transactions.hpp"

namespace miglint {

namespace {

template <class Wanted>
std::vector<std::pair<ActiveRule, Wanted>> with_check(const std::vector<ActiveRule>& rules) {
  std::vector<std::pair<ActiveRule, Wanted>> chosen;
  for (const ActiveRule& rule : rules) {
    if (const Wanted* check = std::get_if<Wanted>(&rule.entry->rule->check))
      chosen.emplace_back(rule, *check);
  }
  return chosen;
}

using ChangeChecks = std::vector<std::pair<ActiveRule, ChangeCheck>>;

/// For each kind of change the checks that want to see it, in the rules' order.
std::vector<ChangeChecks> change_checks(const std::vector<ActiveRule>& rules) {
  std::vector<ChangeChecks> by_kind(std::variant_size_v<AnyChange>);
  for (const ActiveRule& rule : rules) {
    const Check& check = rule.entry->rule->check;
    if (const auto* of_kind = std::get_if<KindCheck>(&check))
      by_kind[of_kind->kind].emplace_back(rule, of_kind->check);
    if (const auto* of_any = std::get_if<ChangeCheck>(&check)) {
      for (ChangeChecks& checks : by_kind) checks.emplace_back(rule, *of_any);
    }
  }
  return by_kind;
}

/// Every rule's checks by what they want to see.
struct Checks {
  explicit Checks(const std::vector<ActiveRule>& rules)
      : steps(with_check<StepCheck>(rules)),
        changes(change_checks(rules)),
        migrations(with_check<MigrationCheck>(rules)),
        histories(with_check<HistoryCheck>(rules)) {}

  std::vector<std::pair<ActiveRule, StepCheck>> steps;
  std::vector<ChangeChecks> changes;  ///< by Change::index()
  std::vector<std::pair<ActiveRule, MigrationCheck>> migrations;
  std::vector<std::pair<ActiveRule, HistoryCheck>> histories;
};

const DoBlock* do_block(const Statement& statement) {
  return statement.changes.size() == 1 ? std::get_if<DoBlock>(&statement.changes.front().change) : nullptr;
}

/// The replay knows what exists, not which type becomes which: that is the effect's to say, for statements
/// that nobody judges as well.
bool is_refused_for_its_types(const Statement& statement, const Catalog& catalog, int postgres) {
  const bool converts = std::ranges::any_of(statement.changes, [](const StatementChange& one) {
    return std::holds_alternative<ChangeType>(one.change) ||
           std::holds_alternative<AddForeignKey>(one.change) ||
           std::holds_alternative<CreateView>(one.change);
  });
  return converts && effect_of(statement, catalog, postgres).always_fails;
}

bool comes_first(const Finding& one, const Finding& other) {
  const auto key = [](const Finding& f) {
    return std::tuple<bool, int, const std::string&, int, int, const std::string&>(
        f.migration < 0, f.migration, f.path, f.span.begin, f.span.end, f.rule);
  };
  return key(one) < key(other);
}

void sort(std::vector<Finding>& findings) {
  if (!std::ranges::is_sorted(findings, comes_first)) std::ranges::stable_sort(findings, comes_first);
}

/// What is known while one migration is judged.
struct Run {
  const Migration& migration;
  int index = 0;
  Mentions mentions;
  std::vector<std::vector<TransactionOf>> cuts;  ///< for each mode, one a statement
  std::vector<TransactionOf> transactions;       ///< the same by statements: for each, one a mode
  Evidence evidence;
  HeldTables held;
  PendingChecks pending;
  std::deque<Effect> effects;  ///< of the records, but for those of nothing
  std::vector<StepRecord> records;
  std::vector<std::size_t> whole;  ///< which of the records are of whole statements, one a statement
  std::vector<Draft> drafts;

  Run(const Migration& judged, int at, std::span<const RunMode> modes, Evidence known)
      : migration(judged), index(at), mentions(judged), evidence(std::move(known)) {
    for (const RunMode mode : modes) cuts.push_back(miglint::transactions(migration, mode));
    for (std::size_t i = 0; i < migration.statements.size(); ++i) {
      for (const auto& mode : cuts) transactions.push_back(mode[i]);
    }
    records.reserve(migration.statements.size());
  }

  /// For as long as the migration is judged. A file of ten megabytes has as many effects as statements,
  /// nearly all of them of nothing.
  const Effect& keep(Effect effect) {
    static const Effect of_nothing;
    return effect.nothing() ? of_nothing : effects.emplace_back(std::move(effect));
  }

  std::span<const TransactionOf> transactions_of(int statement) const {
    return std::span(transactions).subspan(static_cast<std::size_t>(statement) * cuts.size(), cuts.size());
  }
};

/// A statement, or one inside a DO block.
struct Part {
  const Statement& statement;
  int index = 0;  ///< of the statement in the migration
  std::span<const TransactionOf> transactions;
  bool conditional = false;
  bool in_do_block = false;
  std::string_view sql = {};  ///< empty inside a DO block
};

/// A backfill, and in a migration right after it what it was for: they are deployed together.
Evidence passed_on(Evidence evidence, const Migration& migration) {
  const auto is_backfill = [&](int statement) {
    return std::ranges::any_of(migration.statements[static_cast<std::size_t>(statement)].changes,
                               [](const StatementChange& one) { return writes_rows(one.change); });
  };
  evidence.end_migration([&](const Fact& fact) {
    using Kind = Fact::Kind;
    const bool is_mending = fact.kind == Kind::no_nulls || fact.kind == Kind::no_duplicates ||
                            fact.kind == Kind::no_orphans || fact.kind == Kind::label_unused ||
                            fact.kind == Kind::satisfies;
    return is_mending && (fact.statement < 0 || is_backfill(fact.statement));
  });
  return evidence;
}

class Walk {
 public:
  Walk(const History& history, const Config& config, const LintOptions& options)
      : history_(history), config_(config), options_(options), checks_(active_rules(config)) {
    catalog_.postgres = config.postgres;
  }

  LintResult all() {
    for (std::size_t i = 0; i < history_.migrations.size(); ++i) {
      migration(static_cast<int>(i));
      // a rule may look back at the one before
      if (i > 0 && !changes_are_asked_for_later()) history_.migrations.forget_changes(i - 1);
    }
    judge_history();
    result_.catalog = std::move(catalog_);
    return std::move(result_);
  }

 private:
  bool changes_are_asked_for_later() const;
  bool is_new(const Migration& migration) const;
  void migration(int index);
  void judge(const Migration& migration, int index);
  void judge_statement(Run& run, const Statement& statement, int index);
  bool judge_part(Run& run, const Part& part);
  void judge_block(Run& run, const DoBlock& block, const Part& whole);
  void judge_step(Run& run, Step step);
  void judge_whole(Run& run);
  void judge_history();
  Report said(Report& report) const;
  void keep(std::vector<Finding> findings);
  void plan(const Run& run, MigrationResult& result) const;

  const History& history_;
  const Config& config_;
  const LintOptions& options_;
  Checks checks_;
  Catalog catalog_;
  std::optional<Catalog> before_;  ///< without the migrations that are new, where schema.prisma asks for it
  Evidence evidence_;              ///< of the migrations judged so far
  LintResult result_;
};

/// The plan asks for all of it, and so do the rules about what is new in git: they compare it with what was
/// there before.
bool Walk::changes_are_asked_for_later() const {
  return options_.keep_plan || options_.keep_changes ||
         (history_.git && !history_.git->new_migrations.empty());
}

bool Walk::is_new(const Migration& migration) const {
  return history_.git && std::ranges::find(history_.git->new_migrations, migration.source.name) !=
                             history_.git->new_migrations.end();
}

void Walk::migration(int index) {
  const Migration& migration = history_.migrations[static_cast<std::size_t>(index)];
  if (history_.prisma_schema && !before_ && is_new(migration)) before_ = catalog_;
  catalog_.current_migration = index;
  begin_session(catalog_);
  result_.migrations.push_back({.judged = migration.source.judged});
  if (migration.source.judged) {
    judge(migration, index);
    return;
  }
  evidence_ = {};  // nobody looks at what this one does to rows
  for (std::size_t i = 0; i < migration.statements.size(); ++i) {
    catalog_.current_statement = static_cast<int>(i);
    if (!is_refused_for_its_types(migration.statements[i], catalog_, config_.postgres))
      replay(catalog_, migration.statements[i]);
  }
  replay_unread(catalog_, migration);
}

void Walk::judge(const Migration& migration, int index) {
  Run run(migration, index, history_.execution.modes, std::move(evidence_));
  Summary summary;
  for (std::size_t i = 0; i < migration.statements.size(); ++i) {
    catalog_.current_statement = static_cast<int>(i);
    if (options_.keep_summary) summary.add(migration.statements[i], catalog_);
    add_not_understood(result_.migrations.back().not_understood, migration, migration.statements[i],
                       catalog_);
    judge_statement(run, migration.statements[i], static_cast<int>(i));
  }
  replay_unread(catalog_, migration);
  judge_whole(run);
  MigrationResult& result = result_.migrations.back();
  if (options_.keep_summary) result.summary = summary.sentence();
  if (options_.keep_plan) plan(run, result);
  keep(settle_drafts(std::move(run.drafts), history_));
  evidence_ = passed_on(std::move(run.evidence), migration);
}

void Walk::judge_statement(Run& run, const Statement& statement, int index) {
  const std::span<const TransactionOf> transactions = run.transactions_of(index);
  run.held.enter(transactions);
  std::vector<int> ids;
  for (const TransactionOf& transaction : transactions) ids.push_back(transaction.id);
  run.evidence.now(std::move(ids));
  run.whole.push_back(run.records.size());
  const bool runs = judge_part(run, {.statement = statement,
                                     .index = index,
                                     .transactions = transactions,
                                     .sql = run.migration.sql(statement)});
  if (runs) replay(catalog_, statement);
}

/// Judges a part against the catalog as it is by then, and learns from it. False when PostgreSQL refuses it
/// for certain.
bool Walk::judge_part(Run& run, const Part& part) {
  Effect found = effect_of(part.statement, catalog_, config_.postgres);
  settle(found, part.statement, catalog_, run.evidence, run.held);
  run.pending.refuse(found, part.statement, catalog_, part.transactions);
  run.pending.note(found, part.statement, catalog_, run.evidence, part.transactions);
  run.held.hold(found);
  const Effect& effect = run.keep(std::move(found));
  judge_step(run, Step{.history = history_,
                       .migration = run.migration,
                       .migration_index = run.index,
                       .statement = part.statement,
                       .index = part.index,
                       .effect = effect,
                       .before = catalog_,
                       .evidence = run.evidence,
                       .execution = history_.execution,
                       .config = config_,
                       .mentions = run.mentions,
                       .cuts = run.cuts,
                       .transactions = part.transactions,
                       .conditional = part.conditional,
                       .in_do_block = part.in_do_block});
  run.records.push_back({.statement = &part.statement,
                         .index = part.index,
                         .effect = effect,
                         .transactions = part.transactions,
                         .conditional = part.conditional,
                         .in_do_block = part.in_do_block});
  if (const DoBlock* block = do_block(part.statement)) {
    judge_block(run, *block, part);
  } else {
    observe(run.evidence, {.statement = part.statement,
                           .before = catalog_,
                           .effect = effect,
                           .held = run.held,
                           .index = part.index,
                           .conditional = part.conditional,
                           .sql = part.sql});
  }
  return !effect.always_fails;
}

/// Inside the block the steps see each other's work, which is taken back after it: which of them ran is for
/// the block's own replay to say.
void Walk::judge_block(Run& run, const DoBlock& block, const Part& whole) {
  std::optional<Trial> trial;
  if (!block.calls.empty()) trial.emplace(catalog_).call(block.calls);
  for (std::size_t i = 0; i < block.steps.size(); ++i) {
    const DoBlock::Step& step = block.steps[i];
    const bool conditional = step.guard != DoBlock::Step::Guard::always;
    const Part part{.statement = step.statement,
                    .index = whole.index,
                    .transactions = whole.transactions,
                    .conditional = conditional,
                    .in_do_block = true};
    const bool runs = judge_part(run, part);
    if (i + 1 == block.steps.size()) return;
    if (!trial) trial.emplace(catalog_);
    if (runs) trial->run(step.statement);
  }
}

void Walk::judge_step(Run& run, Step step) {
  const auto take = [&](const ActiveRule& rule, RuleContext& context) {
    if (context.reports.empty()) return;  // as nearly always
    for (Report& report : context.reports) run.drafts.push_back(draft(rule, said(report), step, config_));
    context.reports.clear();
  };
  RuleContext context;
  for (const auto& [rule, check] : checks_.steps) {
    check(step, context);
    take(rule, context);
  }
  for (std::size_t i = 0; i < step.statement.changes.size(); ++i) {
    step.change = static_cast<int>(i);
    const Change& change = step.statement.changes[i].change;
    for (const auto& [rule, check] : checks_.changes[change.index()]) {
      check(change, step.change, step, context);
      take(rule, context);
    }
  }
}

/// What a rule said, for a draft.
Report Walk::said(Report& report) const {
  // half of what a finding takes; swapped, for a string that is cleared keeps its memory
  if (!options_.keep_advice) {
    std::string().swap(report.why);
    std::string().swap(report.check_first);
    std::vector<SaferStep>().swap(report.safer);
    std::vector<SaferPath>().swap(report.paths);
  }
  return std::move(report);
}

void Walk::judge_whole(Run& run) {
  const MigrationView view{.migration = run.migration,
                           .index = run.index,
                           .steps = run.records,
                           .history = history_,
                           .after = catalog_,
                           .config = config_};
  for (const auto& [rule, check] : checks_.migrations) {
    RuleContext context;
    check(view, context);
    for (Report& report : context.reports) {
      report.migration = run.index;
      const Effect* effect = report.statement >= 0
                                 ? &run.records[run.whole[static_cast<std::size_t>(report.statement)]].effect
                                 : nullptr;
      run.drafts.push_back(draft(rule, said(report), history_, effect, config_));
    }
  }
}

void Walk::judge_history() {
  std::vector<Draft> drafts;
  const std::optional<SchemaDrift> drift = drift_of(history_, before_ ? *before_ : catalog_, catalog_);
  for (const auto& [rule, check] : checks_.histories) {
    RuleContext context;
    check({.history = history_, .config = config_, .drift = drift ? &*drift : nullptr}, context);
    for (Report& report : context.reports)
      drafts.push_back(draft(rule, said(report), history_, nullptr, config_));
  }
  if (drift) result_.earlier_drift = static_cast<int>(drift->earlier.size());
  keep(settle_drafts(std::move(drafts), history_));
}

/// Sorted migration by migration, all of them are.
void Walk::keep(std::vector<Finding> findings) {
  sort(findings);
  std::ranges::move(findings, std::back_inserter(result_.findings));
}

void Walk::plan(const Run& run, MigrationResult& result) const {
  std::vector<Effect> effects;
  for (const std::size_t record : run.whole) effects.push_back(run.records[record].effect);
  result.plan = plan_of(run.migration, effects, run.cuts.front(), config_.postgres);
  result.worst = worst_moment(result.plan);
}

}  // namespace

LintResult lint(const History& history, const Config& config, std::span<const Decision> decisions,
                const LintOptions& options) {
  LintResult result = Walk(history, config, options).all();
  suppress(result, history, config, decisions);
  sort(result.findings);
  sort(result.suppressed);
  return result;
}

}  // namespace miglint
