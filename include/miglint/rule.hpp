#pragma once

// A rule is two files side by side: rules/<group>/<id>.cpp and <id>.md. The folder is the group, the file's
// stem the id; CMake pairs them.

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "miglint/catalog.hpp"
#include "miglint/config.hpp"
#include "miglint/effect.hpp"
#include "miglint/evidence.hpp"
#include "miglint/finding.hpp"
#include "miglint/history.hpp"
#include "miglint/mentions.hpp"
#include "miglint/schema_drift.hpp"

namespace miglint {

/// How one statement runs in one mode. `id` numbers the migration's transactions; statements with the same id
/// commit together.
struct TransactionOf {
  enum class Kind { implicit, explicit_, own };
  Kind kind = Kind::own;
  int id = 0;
  bool rolled_back = false;  ///< ends with ROLLBACK, or is never ended: nothing of it stays
};

/// A statement at the moment it runs: its effect, the state before it, and what its migration did so far. A
/// DO block's static statements are steps of their own.
struct Step {
  const History& history;
  const Migration& migration;
  int migration_index = 0;  ///< into the history's migrations
  const Statement& statement;
  int index = 0;         ///< of the statement (of the DO block, for what is inside one) in the migration
  const Effect& effect;  ///< row failures that the evidence disproves are gone from it
  const Catalog& before;
  const Evidence& evidence;
  const Execution& execution;
  const Config& config;
  const Mentions& mentions;  ///< of the migration
  /// for each of execution.modes, one a statement of the migration
  const std::vector<std::vector<TransactionOf>>& cuts;
  std::span<const TransactionOf> transactions;  ///< this statement's, one for each of execution.modes
  /// in a DO block, under a condition or with its errors caught
  bool conditional = false;
  bool in_do_block = false;
  /// index into statement.changes of the change a rule is asked about; -1 while it sees the whole step
  int change = -1;

  /// The modes' transactions say: may run inside a transaction with other statements.
  bool may_share_transaction() const;
  /// What rows already there can make fail in the change at hand (in the whole statement, while `change` is
  /// -1).
  std::vector<RowFailure> failures() const;
  /// The change at hand always fails, empty tables or not.
  const AlwaysFails* certain_failure() const;
};

/// What stays of a step once its migration has run: the catalog has moved on by then. A rule that needs the
/// state before a statement is a step's rule and looks ahead with `step.mentions`.
struct StepRecord {
  const Statement* statement = nullptr;
  int index = 0;  ///< as Step::index
  const Effect& effect;
  std::span<const TransactionOf> transactions;
  bool conditional = false;
  bool in_do_block = false;
};

/// A whole migration with its steps' facts, for what a single step can't show.
struct MigrationView {
  const Migration& migration;
  int index = 0;
  std::span<const StepRecord> steps;
  const History& history;
  const Catalog& after;
  const Config& config;
};

/// Git and folders.
struct HistoryView {
  const History& history;
  const Config& config;
  /// null where it can't be told exactly: no schema.prisma, or something in the history that nobody
  /// understood
  const SchemaDrift* drift = nullptr;
};

/// What a rule says; the engine adds where, the group, the statement's locks, rewrites and losses.
struct Report {
  std::string message;
  ObjectName object;
  std::vector<std::string> fails;
  std::string why;
  std::vector<SaferPath> paths;
  std::vector<SaferStep> safer;  ///< where there is no path: what to do, in words
  std::string check_first;
  std::vector<Related> related;
  std::optional<Severity> severity;               ///< instead of the rule's own
  std::optional<std::vector<std::string>> loses;  ///< instead of those of the change
  /// Other commands that the finding speaks of too, as {statement, change}: `overrides` holds there as well.
  std::vector<std::pair<int, int>> covers;
  /// Where a migration's or history's rule points: migration and statement by index, or a path. A step's rule
  /// leaves all this to the engine.
  int migration = -1;
  int statement = -1;
  int change = -1;
  std::string path;
  std::optional<Span> span;
  /// The migration's name where it is none of the history's: deleted, or without its SQL file.
  std::string migration_name;
  /// What the fingerprint is made of instead of the message, where that names what a rebase changes (a
  /// commit).
  std::string identity;
};

/// Takes what rules report; the engine hands one to each check and reads it after.
struct RuleContext {
  std::vector<Report> reports;
  void report(Report report) { reports.push_back(std::move(report)); }
};

using StepCheck = void (*)(const Step&, RuleContext&);
using ChangeCheck = void (*)(const Change&, int change, const Step&, RuleContext&);
/// One for a single kind of change: a hundred rules are not asked about each of ten thousand statements.
struct KindCheck {
  std::size_t kind = 0;  ///< which of Change's alternatives it wants to see
  ChangeCheck check = nullptr;
};
using MigrationCheck = void (*)(const MigrationView&, RuleContext&);
using HistoryCheck = void (*)(const HistoryView&, RuleContext&);
/// What the engine itself finds: the rule gives it a name, a page and a level.
struct FoundByEngine {};
using Check = std::variant<FoundByEngine, StepCheck, ChangeCheck, KindCheck, MigrationCheck, HistoryCheck>;

struct Rule {
  std::string_view id;
  Severity severity = Severity::error;
  Check check;
  /// Rules that stay silent about a command this one speaks of: one cause, one finding. `*`: all of them.
  std::array<std::string_view, 8> overrides = {};
  bool enabled = true;  ///< without configuration
  int since = 12;       ///< first server version it holds for
  int until = 99;       ///< last server version it holds for
};

namespace detail {

template <class T>
struct FirstParameter;
template <class First, class... Rest>
struct FirstParameter<void (*)(const First&, Rest...)> {
  using type = First;
};

template <class Kind, class... Kinds>
constexpr std::size_t index_among(const std::variant<Kinds...>*) {
  std::size_t index = 0;
  const auto is_other = [&](bool same) {
    if (!same) ++index;
    return !same;
  };
  (is_other(std::is_same_v<Kind, Kinds>) && ...);
  return index;
}

}  // namespace detail

/// Makes a Check of a function that takes what it wants to see: a change (and its step), a step, a migration,
/// a history.
/// `on<check>` with `void check(const CreateIndex&, const Step&, RuleContext&)` runs for every CreateIndex;
/// with `const Change&`, for every change.
template <auto function>
constexpr Check on_check() {
  using First = typename detail::FirstParameter<decltype(function)>::type;
  if constexpr (std::is_same_v<First, Change>) {
    return Check(ChangeCheck([](const Change& change, int, const Step& step, RuleContext& context) {
      function(change, step, context);
    }));
  } else if constexpr (std::is_same_v<First, Step> || std::is_same_v<First, MigrationView> ||
                       std::is_same_v<First, HistoryView>) {
    return Check(function);
  } else {
    return Check(KindCheck{.kind = detail::index_among<First>(static_cast<const AnyChange*>(nullptr)),
                           .check = [](const Change& change, int, const Step& step, RuleContext& context) {
                             if (const First* wanted = std::get_if<First>(&change))
                               function(*wanted, step, context);
                           }});
  }
}
template <auto function>
inline constexpr Check on = on_check<function>();

/// A rule, the folder it lies in and its page, as CMake paired them.
struct RegisteredRule {
  const Rule* rule = nullptr;
  Group group = Group::data;
  std::string_view page;  ///< the markdown
};

/// Every rule, by group and id. Generated at configure time.
std::span<const RegisteredRule> all_rules();
const RegisteredRule* find_rule(std::string_view id);

}  // namespace miglint
