#include <algorithm>
#include <fmt/format.h>

#include "lock_paths.hpp"

namespace miglint {

namespace {

using Action = Transaction::Action;

struct Block {
  int begin = 0;
  int end = -1;  // of its COMMIT or ROLLBACK; -1: never ended
  bool rolled_back = false;
};

/// A file's transaction commands, taken apart.
struct Commands {
  std::vector<Block> blocks;
  std::vector<int> nested;  // BEGIN inside a block
  std::vector<int> stray;   // COMMIT or ROLLBACK outside of one
};

}  // namespace

static std::optional<Action> command_of(const Statement& statement) {
  const auto* command =
      statement.changes.empty() ? nullptr : std::get_if<Transaction>(&statement.changes.front().change);
  return command ? std::optional(command->action) : std::nullopt;
}

static Commands read_commands(const Migration& migration) {
  Commands commands;
  bool open = false;
  for (std::size_t i = 0; i < migration.statements.size(); ++i) {
    const int index = static_cast<int>(i);
    const std::optional<Action> command = command_of(migration.statements[i]);
    if (command == Action::begin) {
      if (open) commands.nested.push_back(index);
      if (!open) commands.blocks.push_back({.begin = index});
      open = true;
    } else if (command == Action::commit || command == Action::rollback || command == Action::prepare) {
      if (open)
        commands.blocks.back() = {
            .begin = commands.blocks.back().begin, .end = index, .rolled_back = command == Action::rollback};
      if (!open) commands.stray.push_back(index);
      open = false;
    }
  }
  return commands;
}

/// What Prisma writes by itself to take a value off an enum: a new type, the columns moved over, the names
/// swapped.
static bool belongs_to_enum_pattern(const StatementChange& c) {
  return std::holds_alternative<CreateEnum>(c.change) || std::holds_alternative<ChangeType>(c.change) ||
         std::holds_alternative<DropDefault>(c.change) || std::holds_alternative<SetDefault>(c.change) ||
         std::holds_alternative<RenameObject>(c.change) || std::holds_alternative<DropObject>(c.change);
}

static bool is_enum_pattern(const Block& block, const Migration& migration) {
  for (int i = block.begin + 1; i < block.end; ++i) {
    if (!std::ranges::all_of(migration.statements[static_cast<std::size_t>(i)].changes,
                             belongs_to_enum_pattern))
      return false;
  }
  return block.end > block.begin + 1;
}

static SaferPath taken_out(std::string title, std::string result = std::string(same_result)) {
  return {.title = std::move(title),
          .result = std::move(result),
          .steps = {left_out("It goes")},
          .leaves = {"transaction-control"}};
}

/// What stands behind the block follows in a migration of its own, where nothing goes on with it.
static SaferPath behind(int statement, const MigrationView& migration) {
  const auto step = std::ranges::find(migration.steps, statement, &StepRecord::index);
  const Mentions mentions(migration.migration);
  const Site site = site_of(migration, *step, mentions);
  if (is_built_on(site))
    return {
        .title = "Move COMMIT to the end of the file",
        .steps = {by_hand(PathStep::Place::before, "Take COMMIT from where it is, and put it at the end")}};
  return moved_behind(site, "Give it a migration of its own", text_of(site));
}

static void report(int statement, Severity severity, std::string message, std::string why, SaferPath path,
                   RuleContext& ctx) {
  ctx.report({.message = std::move(message),
              .why = std::move(why),
              .paths = {std::move(path)},
              .severity = severity,
              .statement = statement,
              .change = 0});
}

static bool changes_something(const Statement& statement) {
  return std::ranges::any_of(statement.changes, [](const StatementChange& c) {
    return !std::holds_alternative<Transaction>(c.change) && !std::holds_alternative<SetVariable>(c.change) &&
           !std::holds_alternative<Select>(c.change);
  });
}

static void check_blocks(const Commands& commands, const MigrationView& migration, RuleContext& ctx) {
  for (const Block& block : commands.blocks) {
    if (block.end < 0) {
      report(block.begin, Severity::error, "BEGIN without COMMIT: nothing from here on stays",
             "The transaction is still open when the file ends. It is rolled back when the connection "
             "closes, and with it the record that the "
             "migration was applied.",
             taken_out("Take BEGIN out, and leave the transaction to the runner",
                       "what the statements do stays"),
             ctx);
    } else if (block.rolled_back) {
      report(
          block.end, Severity::error,
          fmt::format("ROLLBACK undoes everything since line {}", line_of(migration.migration, block.begin)),
          "The migration is recorded as applied, though nothing of the block stays: the database is no "
          "longer what the history says.",
          {.title = "Commit the block",
           .result = "what the block does stays",
           .steps = {here("End the block with what it did", "COMMIT;")}},
          ctx);
    }
  }
}

static void check_nested(const Commands& commands, RuleContext& ctx) {
  for (const int statement : commands.nested) {
    report(statement, Severity::warning,
           "BEGIN inside a transaction does nothing: the first COMMIT ends the whole block",
           "PostgreSQL has no nested transactions. What follows the first COMMIT, though it looks as if it "
           "were inside, is outside of the block.",
           taken_out("Take the inner BEGIN out, and its COMMIT"), ctx);
  }
}

static void check_stray(const Commands& commands, const MigrationView& migration, RuleContext& ctx) {
  for (const int statement : commands.stray) {
    const bool rollback =
        command_of(migration.migration.statements[static_cast<std::size_t>(statement)]) == Action::rollback;
    const auto is_whole = [&](RunMode mode) { return run_mode(migration.migration, mode) != RunMode::split; };
    const bool whole = std::ranges::any_of(migration.history.execution.modes, is_whole);
    if (rollback && whole && statement > 0) {
      report(
          statement, Severity::error,
          "ROLLBACK without BEGIN undoes all that the file did before it, where it runs as one transaction",
          "Sent as one string the statements before it are one transaction: the migration is recorded as "
          "applied, though they are undone.",
          taken_out("Take it out"), ctx);
    } else {
      report(statement, Severity::warning, fmt::format("{} without BEGIN", rollback ? "ROLLBACK" : "COMMIT"),
             "Where the file runs as one transaction, it ends here, and a later failure no longer undoes "
             "what came before; where each statement "
             "commits by itself, it does nothing.",
             taken_out("Take it out"), ctx);
    }
  }
}

static void check_outside(const Commands& commands, const MigrationView& migration, RuleContext& ctx) {
  const auto whole = [&](const Block& block) {
    return block.end >= 0 && !block.rolled_back && !is_enum_pattern(block, migration.migration);
  };
  const auto block = std::ranges::find_if(commands.blocks, whole);
  if (block == commands.blocks.end() || commands.blocks.size() > 1) return;  // several blocks: cut on purpose
  for (std::size_t i = static_cast<std::size_t>(block->end) + 1; i < migration.migration.statements.size();
       ++i) {
    if (!changes_something(migration.migration.statements[i])) continue;
    return report(
        static_cast<int>(i), Severity::warning,
        fmt::format("{} stands after the COMMIT on line {}: if it fails, what came before stays",
                    migration.migration.statements[i].tag, line_of(migration.migration, block->end)),
        "The block that BEGIN and COMMIT were meant to keep whole ends before the file does.",
        behind(static_cast<int>(i), migration), ctx);
  }
}

static void check_transaction_control(const MigrationView& migration, RuleContext& ctx) {
  const Commands commands = read_commands(migration.migration);
  check_blocks(commands, migration, ctx);
  check_nested(commands, ctx);
  check_stray(commands, migration, ctx);
  check_outside(commands, migration, ctx);
}

extern const Rule transaction_control{
    .id = "transaction-control", .severity = Severity::error, .check = on<check_transaction_control>};

}  // namespace miglint
