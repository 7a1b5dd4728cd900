// DO $$ … $$: the statements plainly inside it, run as far as their guards let them.

#include <algorithm>
#include <set>
#include <vector>

#include "catalog/condition.hpp"
#include "catalog/knowledge.hpp"
#include "catalog/replay.hpp"

namespace miglint {

using BlockStep = DoBlock::Step;

/// The blocks with a handler around the step at hand, the innermost last: an error takes back all that its
/// block did, and ends it.
class HandledBlocks {
 public:
  explicit HandledBlocks(Catalog& catalog) : catalog_(catalog) {}

  /// Steps come in the order of the text: a block that is open is the one they stand in, or was left.
  void enter(int block) {
    const bool inside = std::ranges::find(open_, block) != open_.end();
    while (!open_.empty() && open_.back() != block && (inside || block < 0)) leave(release_mark);
    if (inside || block < 0) return;
    push_mark(catalog_, false);
    open_.push_back(block);
  }
  void fail() {
    if (open_.empty()) return;
    failed_.insert(open_.back());
    leave(roll_back_to_mark);
  }
  bool failed(int block) const { return failed_.contains(block); }
  void leave_all() {
    while (!open_.empty()) leave(release_mark);
  }

 private:
  void leave(void (*end_mark)(Catalog&)) {
    end_mark(catalog_);
    open_.pop_back();
  }

  Catalog& catalog_;
  std::vector<int> open_;
  std::set<int> failed_;
};

/// Runs a step that stands in no block with a handler and may not have run at all: it leaves all or nothing.
static void attempt(Catalog& catalog, const Statement& statement, bool in_body) {
  push_mark(catalog, false);
  (replay_statement(catalog, statement, in_body) == Replayed::refused ? roll_back_to_mark
                                                                      : release_mark)(catalog);
}

/// Nobody can say whether the step ran: what it names may or may not be as it would have it.
static void doubt(Catalog& catalog, const Statement& statement) {
  if (Table* table = edit(catalog, &Catalog::tables, catalog.resolve(statement.target)))
    table->certain = false;
  if (Enum* enumeration = edit(catalog, &Catalog::enums, catalog.resolve(statement.target)))
    enumeration->certain = false;
  doubt_names(catalog, statement);
}

/// A condition holds or not for the whole of its IF: it is asked once, before the first step changes what it
/// is about.
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

Replayed apply(Replaying& replaying, const DoBlock& change) {
  Catalog& catalog = replaying.catalog;
  if (change.flaw) return Replayed::refused;
  Guards guards;
  replay_calls(catalog, change.calls);
  push_mark(catalog, false);
  HandledBlocks handled(catalog);
  for (const BlockStep& step : change.steps) {
    const std::optional<bool> running = guards.let_run(catalog, step);
    if (running == false || handled.failed(step.handled_block)) continue;
    handled.enter(step.handled_block);
    if (step.guard == BlockStep::Guard::always) {
      if (replay_statement(catalog, step.statement, replaying.in_body) != Replayed::refused) continue;
      handled.leave_all();
      roll_back_to_mark(catalog);
      return Replayed::refused;
    }
    if (running == true && step.handled_block >= 0) {
      if (replay_statement(catalog, step.statement, replaying.in_body) == Replayed::refused) handled.fail();
      continue;
    }
    attempt(catalog, step.statement, replaying.in_body);
    if (!running) doubt(catalog, step.statement);
  }
  handled.leave_all();
  release_mark(catalog);
  return Replayed::done;
}

}  // namespace miglint
