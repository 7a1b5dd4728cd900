// DO $$ … $$: the statements plainly inside it, run as far as their guards let them.

#include "catalog/condition.hpp"
#include "catalog/replay.hpp"

namespace miglint {

using BlockStep = DoBlock::Step;

/// Runs a step whose error would be caught or would not have come up: it leaves all or nothing.
static void attempt(Catalog& catalog, const Statement& statement) {
  push_mark(catalog, false);
  if (replay_statement(catalog, statement) == Outcome::refused) {
    roll_back_to_mark(catalog);
  } else {
    release_mark(catalog);
  }
}

/// Nobody can say whether the step ran: what it names may or may not be as it would have it.
static void doubt(Catalog& catalog, const Statement& statement) {
  if (Table* table = edit(catalog, &Catalog::tables, catalog.resolve(statement.target))) table->certain = false;
  if (Enum* enumeration = edit(catalog, &Catalog::enums, catalog.resolve(statement.target))) enumeration->certain = false;
}

/// A condition holds or not for the whole of its IF: it is asked once, before the first step changes what it is about.
struct Guards {
  const Expression* asked = nullptr;
  std::optional<bool> answer;

  std::optional<bool> let_run(const Catalog& catalog, const BlockStep& step) {
    if (step.guard != BlockStep::Guard::conditional) return true;
    if (!step.when) return std::nullopt;
    const bool same = asked != nullptr && !step.when->text.empty() && asked->text == step.when->text;
    if (!same) {
      asked = &*step.when;
      answer = evaluate(catalog, *asked);
    }
    return answer && step.negated ? std::optional(!*answer) : answer;
  }
};

Outcome apply(Replaying& replaying, const DoBlock& change) {
  Catalog& catalog = replaying.catalog;
  Guards guards;
  push_mark(catalog, false);
  for (const BlockStep& step : change.steps) {
    const std::optional<bool> running = guards.let_run(catalog, step);
    if (running == false) continue;
    if (step.guard == BlockStep::Guard::always) {
      if (replay_statement(catalog, step.statement) != Outcome::refused) continue;
      roll_back_to_mark(catalog);
      return Outcome::refused;
    }
    attempt(catalog, step.statement);
    if (!running) doubt(catalog, step.statement);
  }
  if (change.dynamic) catalog.complete = false;
  release_mark(catalog);
  return Outcome::done;
}

}  // namespace miglint
