#include "moving.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <type_traits>

#include "miglint/transactions.hpp"

namespace miglint {

Site site_of(const Step& step) {
  return {.history = step.history,
          .migration = step.migration,
          .statement = step.migration.statements[static_cast<std::size_t>(step.index)],
          .index = step.index,
          .mentions = step.mentions,
          .in_do_block = step.in_do_block};
}

Site site_of(const MigrationView& migration, const StepRecord& step, const Mentions& mentions) {
  return {.history = migration.history,
          .migration = migration.migration,
          .statement = migration.migration.statements[static_cast<std::size_t>(step.index)],
          .index = step.index,
          .mentions = mentions,
          .in_do_block = step.in_do_block};
}

// ---- The statement itself ---------------------------------------------------------------------------------

std::string text_of(const Site& site) { return std::string(site.migration.sql(site.statement)) + ";"; }

namespace {

bool has_one_command(const Statement& statement) {
  const auto other = [&](const StatementChange& c) { return c.command != statement.changes.front().command; };
  return std::ranges::none_of(statement.changes, other);
}

}  // namespace

std::string command_text(const Step& step) {
  if (has_one_command(step.statement)) return text_of(site_of(step));
  return print(command_at(step), spelling_of(step));
}

std::string rest_of_command(const Step& step) {
  Statement rest = step.statement;
  const auto own = rest.changes.begin() + std::max(step.change, 0);
  const int command = own->command;
  rest.changes.erase(own);
  std::erase_if(rest.changes, [&](const StatementChange& c) { return c.command != command; });
  return rest.changes.empty() ? std::string() : print(rest, spelling_of(step));
}

// ---- What moving it would break ---------------------------------------------------------------------------

bool changes_later(const Step& step, const RelationName& resolved) {
  return later(step, resolved.name,
               [&](const Change& change) {
                 return std::holds_alternative<RenameObject>(change) ||
                        std::holds_alternative<RenameColumn>(change) ||
                        std::holds_alternative<SetSchema>(change) ||
                        std::holds_alternative<DropTable>(change) ||
                        std::holds_alternative<DropColumn>(change);
               })
      .has_value();
}

static bool needs_key(const Change& change, const RelationName& resolved, const Step& step) {
  const auto* insert = std::get_if<Insert>(&change);
  const auto* key = std::get_if<AddForeignKey>(&change);
  return (key && step.before.resolve(key->referenced) == resolved) || (insert && insert->conflict);
}

bool names_index(const Change& change) {
  const auto* option = std::get_if<AlterTableOption>(&change);
  return option && (option->option == AlterTableOption::Option::cluster_on ||
                    option->option == AlterTableOption::Option::replica_identity);
}

bool is_needed_later(const Step& step, const RelationName& resolved, std::string_view name, bool key) {
  if (changes_later(step, resolved) || later(step, name, [](const Change&) { return true; })) return true;
  return later(step, resolved.name,
               [&](const Change& change) {
                 return names_index(change) || (key && needs_key(change, resolved, step));
               })
      .has_value();
}

namespace {

template <class Visit>
void visit_name(const RelationName& name, Visit visit) {
  visit(name.name);
}
template <class Visit>
void visit_name(const std::string& name, Visit visit) {
  visit(name);
}
template <class Other, class Visit>
void visit_name(const Other&, Visit) {}

/// What a change works on and what it makes.
template <class Visit>
void each_name(const Change& change, Visit visit) {
  std::visit(
      [&](const auto& kind) {
        if constexpr (requires { kind.table; }) visit_name(kind.table, visit);
        if constexpr (requires { kind.view; }) visit_name(kind.view, visit);
        if constexpr (requires { kind.name; }) visit_name(kind.name, visit);
        if constexpr (requires { kind.index; }) visit_name(kind.index, visit);
        if constexpr (requires { kind.partition; }) visit_name(kind.partition, visit);
      },
      static_cast<const AnyChange&>(change));
}

}  // namespace

bool is_built_on(const Site& site) {
  bool found = false;
  const auto look = [&](const std::string& name) {
    found = found || std::ranges::any_of(site.mentions.of(name),
                                         [&](Mention place) { return place.statement > site.index; });
  };
  look(site.statement.target.name);
  for (const StatementChange& c : site.statement.changes) each_name(c.change, look);
  return found;
}

// ---- Moving it --------------------------------------------------------------------------------------------

std::string_view without_transaction(const History& history) {
  switch (history.layout) {
    case Layout::goose:
      return "-- +goose NO TRANSACTION";
    case Layout::dbmate:
      return "-- migrate:up transaction:false";
    case Layout::sql_migrate:
      return "-- +migrate Up notransaction";
    case Layout::node_pg_migrate:
      return "-- No transaction";
    case Layout::diesel:
      return "run_in_transaction = false in its metadata.toml";
    case Layout::supabase:
      return "the CLI does so by itself from 2.109 on";
    case Layout::plain:
      return "its documentation says how";
    default:
      return {};
  }
}

PathStep in_own_transaction(const History& history, std::string text, const std::string& sql) {
  // drizzle puts all migrations of a deploy into one transaction
  return history.layout == Layout::drizzle ? next_release(std::move(text), sql)
                                           : next_migration(std::move(text), sql);
}

PathStep alone_in_migration(const History& history, std::string text, const std::string& sql) {
  if (history.layout == Layout::drizzle)
    return outside(text + ", with psql: drizzle has a transaction around every migration", sql);
  const std::string_view words = without_transaction(history);
  if (words.empty()) return next_migration(std::move(text), sql);
  return next_migration(fmt::format("{}; the runner is to open no transaction for it ({})", text, words),
                        sql);
}

bool is_alone(const Site& site) {
  const auto opens_none = [&](RunMode mode) { return run_mode(site.migration, mode) != RunMode::file; };
  return site.migration.statements.size() == 1 && site.migration.issues.empty() && !site.in_do_block &&
         std::ranges::all_of(site.history.execution.modes, opens_none);
}

std::vector<PathStep> done_alone(const Site& site, std::string text, const std::string& sql) {
  if (is_alone(site) && has_one_command(site.statement)) return {here(std::move(text), sql)};
  return {left_out("It leaves this migration"),
          alone_in_migration(site.history, text + ", in a migration that holds nothing else", sql)};
}

SaferPath moved_behind(const Site& site, std::string title, const std::string& sql) {
  return {.title = std::move(title),
          .steps = {left_out("It leaves this migration"),
                    in_own_transaction(site.history, "It has a migration of its own, right after", sql)}};
}

}  // namespace miglint
