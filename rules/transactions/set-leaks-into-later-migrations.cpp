#include <algorithm>
#include <array>
#include <cctype>
#include <fmt/format.h>

#include "lock_paths.hpp"

namespace miglint {

static std::string lower(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return result;
}

/// What decides where and how later statements work. Timeouts end them; other settings hardly matter to a
/// migration.
static std::optional<Severity> weight_of(const SetVariable& set) {
  static constexpr std::array<std::string_view, 6> decisive = {
      "search_path", "session_replication_role", "role", "session_authorization", "timezone", "row_security"};
  static constexpr std::array<std::string_view, 3> timeouts = {"lock_timeout", "statement_timeout",
                                                               "transaction_timeout"};
  const std::string name = lower(set.name);
  if (std::ranges::find(decisive, name) != decisive.end()) return Severity::warning;
  const bool ends_something = std::ranges::any_of(set.value, [](char c) { return c >= '1' && c <= '9'; });
  if (std::ranges::find(timeouts, name) != timeouts.end() && ends_something) return Severity::note;
  return std::nullopt;
}

static bool takes_back(const Statement& statement, std::string_view name) {
  return std::ranges::any_of(statement.changes, [&](const StatementChange& c) {
    const auto* set = std::get_if<SetVariable>(&c.change);
    return set && !set->local && (lower(set->name) == name || (set->reset && lower(set->name) == "all"));
  });
}

/// Where the file is one transaction, the setting can end with it.
static std::optional<SaferPath> within_transaction(SetVariable set, const Step& step) {
  const bool in_one = std::ranges::all_of(step.cuts, [&](const std::vector<TransactionOf>& cut) {
    return in_transaction(cut[static_cast<std::size_t>(step.index)]) && cut.front().id == cut.back().id;
  });
  if (!in_one || step.in_do_block) return std::nullopt;
  set.local = true;
  return SaferPath{.title = "Let it end with the migration's transaction",
                   .steps = {here("SET LOCAL holds to the end of the transaction", sql(Change(set), step))}};
}

static void check_set_leaks_into_later_migrations(const SetVariable& set, const Step& step,
                                                  RuleContext& ctx) {
  const std::optional<Severity> severity = set.local || set.reset ? std::nullopt : weight_of(set);
  if (!severity) return;
  const std::string name = lower(set.name);
  const auto& statements = step.migration.statements;
  const auto later = statements.begin() + step.index + 1;
  if (std::any_of(later, statements.end(), [&](const Statement& s) { return takes_back(s, name); })) return;
  if (std::ranges::all_of(step.transactions, [](const TransactionOf& t) { return t.rolled_back; })) return;
  ctx.report(
      {.message = fmt::format("SET {} stays in force for the migrations that follow in the same deploy",
                              in_prose(set.name)),
       .object = {.name = set.name},
       .why = "A deploy runs its migrations in one session, and SET holds to the session's end. Which "
              "migrations run together differs from "
              "database to database: the same file works here and not there.",
       .paths = offered({within_transaction(set, step)}),
       .safer = {{.text = "Take it back at the end of the file", .sql = fmt::format("RESET {};", set.name)}},
       .severity = severity});
}

extern const Rule set_leaks_into_later_migrations{.id = "set-leaks-into-later-migrations",
                                                  .severity = Severity::warning,
                                                  .check = on<check_set_leaks_into_later_migrations>};

}  // namespace miglint
