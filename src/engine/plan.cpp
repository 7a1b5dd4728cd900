#include "engine/plan.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "miglint/transactions.hpp"

namespace miglint {

namespace {

// ---- What the transaction makes fail ----------------------------------------------------------------------

/// The statements before this one in its transaction, in order; `plan` holds those of the migration up to
/// now.
std::vector<const PlannedStatement*> earlier_in_transaction(std::span<const PlannedStatement> plan,
                                                            const PlannedStatement& planned) {
  std::vector<const PlannedStatement*> earlier;
  for (const PlannedStatement& other : plan)
    if (other.index >= 0 && other.index < planned.index && other.transaction.id == planned.transaction.id)
      earlier.push_back(&other);
  return earlier;
}

void refuse_transaction(PlannedStatement& planned, const Statement& statement) {
  if (planned.effect.ends_transaction && in_transaction(planned.transaction) && !planned.effect.always_fails)
    planned.effect.always_fails = AlwaysFails{
        "2D000", fmt::format("{} ends the transaction it stands in with others", statement.tag), 0};
  if (!planned.effect.refuses_transaction || !in_transaction(planned.transaction)) return;
  planned.effect.always_fails = AlwaysFails{
      "25001", fmt::format("{} can't run in a transaction with other statements", statement.tag), 0};
}

void refuse_new_labels(std::span<const PlannedStatement> plan, PlannedStatement& planned) {
  for (const NewLabel& label : planned.effect.new_labels)
    for (const PlannedStatement* earlier : earlier_in_transaction(plan, planned)) {
      if (planned.effect.always_fails || earlier->index != label.added_by) continue;
      planned.effect.always_fails = AlwaysFails{
          "55P04",
          fmt::format("label '{}' of {} is used before the transaction that adds it has committed",
                      label.label, to_string(label.type)),
          label.change};
    }
}

// ---- What could not be read -------------------------------------------------------------------------------

/// The grammar's actions and the scanner refuse some of what the rules take (gram.y, scan.l).
static const char* sqlstate_of(std::string_view message) {
  const auto says = [&](std::string_view words) { return message.find(words) != std::string_view::npos; };
  if (message.starts_with("frame ")) return "42P20";
  if (says("invalid byte sequence")) return "22021";
  if (says("cannot be marked") || says("is no longer supported")) return "0A000";
  const bool reserved = (says("role name") && says("is reserved")) || says("cannot be used as a role name");
  return reserved ? "42939" : "42601";
}

/// What PostgreSQL says of text its grammar refuses; none where a newer server may well read it.
std::optional<AlwaysFails> refusal_of(const ParseIssue& issue, int postgres) {
  using Kind = ParseIssue::Kind;
  const bool refused = issue.kind == Kind::syntax_error || issue.kind == Kind::drop_enum_value ||
                       issue.kind == Kind::psql_command ||
                       (issue.kind == Kind::newer_grammar && !issue.is_read_by(postgres));
  if (!refused) return std::nullopt;
  return AlwaysFails{sqlstate_of(issue.message), issue.message, 0};
}

PlannedStatement unread(const ParseIssue& issue, int postgres) {
  PlannedStatement planned{.index = -1,
                           .span = issue.span,
                           .changes = {"unread"},
                           .transaction = {},
                           .effect = {},
                           .held_since = {}};
  planned.transaction.id = -1;
  planned.effect.always_fails = refusal_of(issue, postgres);
  return planned;
}

// ---- The worst moment -------------------------------------------------------------------------------------

/// The strongest mode on each relation while a statement runs: what it takes, and what its transaction has
/// taken before.
std::vector<Lock> locks_during(std::span<const PlannedStatement> plan, const PlannedStatement& planned) {
  std::vector<Lock> locks = planned.effect.locks;
  for (const PlannedStatement* earlier : earlier_in_transaction(plan, planned))
    for (const Lock& lock : earlier->effect.locks) {
      const auto known = std::ranges::find(locks, lock.relation, &Lock::relation);
      if (known == locks.end())
        locks.push_back(lock);
      else
        known->mode = std::max(known->mode, lock.mode);
    }
  return locks;
}

struct Moment {
  int badness = 0;
  std::vector<RelationName> tables;
  bool reads_wait = false;
  std::string meanwhile;
};

std::string work_in_words(const Effect& effect, const std::vector<RelationName>& waiting) {
  const auto phrase = [&](const RelationName& relation, std::string_view verb) {
    const bool self = waiting.size() == 1 && waiting.front() == relation;
    return fmt::format("while {} is {}", self ? "it" : relation.name, verb);
  };
  if (!effect.rewrites.empty()) return phrase(effect.rewrites.front().relation, "rewritten");
  if (!effect.scans.empty()) return phrase(effect.scans.front().relation, "scanned");
  return "for a moment";
}

Moment moment_of(std::span<const PlannedStatement> plan, const PlannedStatement& planned) {
  Moment moment;
  const std::vector<Lock> locks = locks_during(plan, planned);
  for (const Lock& lock : locks) moment.reads_wait = moment.reads_wait || blocks_reads(lock.mode);
  for (const Lock& lock : locks)
    if (moment.reads_wait ? blocks_reads(lock.mode) : blocks_writes(lock.mode))
      moment.tables.push_back(lock.relation);
  if (moment.tables.empty() || planned.effect.always_fails) return {};
  const int work = !planned.effect.rewrites.empty() ? 4 : !planned.effect.scans.empty() ? 3 : 0;
  moment.badness =
      10 * work + (moment.reads_wait ? 15 : 1) + std::min(static_cast<int>(moment.tables.size()), 9);
  moment.meanwhile = work_in_words(planned.effect, moment.tables);
  return moment;
}

std::string names_in_words(const std::vector<RelationName>& tables) {
  constexpr std::size_t most = 3;
  std::string names;
  for (std::size_t i = 0; i < std::min(most, tables.size()); ++i)
    names += (names.empty() ? "" : ", ") + tables[i].name;
  if (tables.size() > most) names += fmt::format(" and {} more", tables.size() - most);
  return names;
}

}  // namespace

std::vector<PlannedStatement> plan_of(const Migration& migration, std::span<const Effect> effects,
                                      std::span<const TransactionOf> transactions, int postgres) {
  LocksHeld held;
  std::vector<PlannedStatement> plan;
  for (std::size_t i = 0; i < effects.size(); ++i) {
    const Statement& statement = migration.statements[i];
    PlannedStatement planned{.index = static_cast<int>(i),
                             .span = statement.span,
                             .changes = {},
                             .transaction = transactions[i],
                             .effect = effects[i],
                             .held_since = {}};
    for (const StatementChange& change : statement.changes)
      planned.changes.emplace_back(kind_of(change.change));
    held.enter(transactions[i]);
    for (const Lock& lock : effects[i].locks) planned.held_since.push_back(held.since(lock, planned.index));
    held.take(effects[i].locks, planned.index);
    plan.push_back(std::move(planned));
    refuse_transaction(plan.back(), statement);
    refuse_new_labels(plan, plan.back());
  }
  for (const ParseIssue& issue : migration.issues) plan.push_back(unread(issue, postgres));
  std::ranges::stable_sort(plan, {}, [](const PlannedStatement& planned) { return planned.span.begin; });
  return plan;
}

std::string worst_moment(std::span<const PlannedStatement> plan) {
  Moment worst;
  for (const PlannedStatement& planned : plan)
    if (Moment moment = moment_of(plan, planned); moment.badness > worst.badness) worst = std::move(moment);
  if (worst.badness == 0) return "nobody waits";
  return fmt::format("{}: {} {}", names_in_words(worst.tables),
                     worst.reads_wait ? "reads and writes wait" : "writes wait", worst.meanwhile);
}

}  // namespace miglint
