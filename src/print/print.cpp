#include "miglint/print.hpp"

#include <map>
#include <optional>

#include "print/command.hpp"
#include "print/object.hpp"
#include "print/table.hpp"

namespace miglint {
namespace {

using printing::Command;
using printing::Pen;
using printing::Target;

Target target_of(const Statement& statement) {
  const std::string_view words = printing::kind_words(statement.target_kind);
  return {words.empty() ? "TABLE" : words, statement.if_exists, statement.only};
}

std::string alter(const RelationName& table, std::string_view commands, const Target& target, Pen& pen) {
  return "ALTER " + std::string(target.words) + " " + printing::if_exists(target.if_exists) +
         (target.only ? "ONLY " : "") + pen.relation(table) + std::string(commands);
}

std::string statement(const Change& change, Target target, Pen& pen) {
  const std::optional<Command> command = printing::command(change, pen);
  if (!command) return printing::sentence(change, target, pen).text();
  return alter(command->table, " " + command->text, target, pen);
}

std::string statement(const Change& change, Pen& pen) {
  const bool of_type = std::holds_alternative<AlterType>(change);
  return statement(change, {.words = of_type ? "TYPE" : "TABLE"}, pen);
}

// ---- Several changes --------------------------------------------------------------------------------------

bool is_inline(const Change& change) {
  const ConstraintHeader* head = printing::constraint_header(change);
  return head != nullptr && !head->inline_column.empty();
}

/// The changes in the order of the text, where those of one command belong together.
std::vector<std::vector<const Change*>> by_command(const Statement& statement) {
  std::map<int, std::vector<const Change*>> commands;
  for (const StatementChange& one : statement.changes) commands[one.command].push_back(&one.change);
  std::vector<std::vector<const Change*>> list;
  for (auto& [command, changes] : commands) list.push_back(std::move(changes));
  return list;
}

/// One command, with the constraints that stand behind its column; empty when it can't be one.
std::string command_text(const std::vector<const Change*>& changes, Pen& pen) {
  std::vector<const Change*> constraints;
  std::string text;
  for (const Change* change : changes) {
    if (is_inline(*change)) {
      constraints.push_back(change);
      continue;
    }
    const std::optional<Command> command = printing::command(*change, pen);
    if (!command || !text.empty()) return pen.unknown();
    text = command->text;
  }
  return text + printing::inline_constraints(constraints, pen);
}

/// Prisma breaks the line after a comma, without indenting.
std::string alter(const Statement& statement, Pen& pen) {
  std::vector<std::string> commands;
  for (const std::vector<const Change*>& changes : by_command(statement))
    commands.push_back(command_text(changes, pen));
  const bool indented = commands.size() > 1 && !pen.prisma();
  const std::string list = printing::join(commands, pen.prisma() ? ",\n" : ",\n  ");
  return alter(statement.target, (indented ? "\n  " : " ") + list, target_of(statement), pen);
}

/// DROP, TRUNCATE, … of several names: the same words around each of them.
std::string of_several_names(const Statement& statement, Pen& pen) {
  std::vector<std::string> names;
  std::optional<printing::Sentence> first;
  for (const std::vector<const Change*>& changes : by_command(statement)) {
    const printing::Sentence one = printing::sentence(*changes.front(), target_of(statement), pen);
    if (!first) first = one;
    if (one.name.empty() || one.before != first->before || one.after != first->after) return pen.unknown();
    names.push_back(one.name);
  }
  return first->before + printing::join(names, ", ") + first->after;
}

std::string text_of(const Statement& written, Pen& pen) {
  if (written.changes.empty()) return pen.unknown();
  const Change& first = written.changes.front().change;
  if (const auto* table = std::get_if<CreateTable>(&first))
    return printing::create_table(*table, written, pen);
  Pen trial = pen;
  if (printing::command(first, trial)) return alter(written, pen);
  if (written.changes.size() == 1) return statement(first, target_of(written), pen);
  return of_several_names(written, pen);
}

std::string ended(const std::string& sql, Pen& pen) { return pen.complete ? sql + ";" : std::string(); }

}  // namespace

std::string print(const Change& change, Spelling spelling) {
  Pen pen{spelling};
  return ended(statement(change, pen), pen);
}

std::string print(const Statement& statement, Spelling spelling) {
  Pen pen{spelling};
  return ended(text_of(statement, pen), pen);
}

bool prints(const Change& change) { return !print(change, Spelling::plain).empty(); }

}  // namespace miglint
