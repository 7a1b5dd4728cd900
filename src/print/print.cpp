#include "miglint/print.hpp"

#include "print/command.hpp"
#include "print/object.hpp"

namespace miglint {
namespace {

using printing::Pen;

/// Without its `;`.
std::string statement(const Change& change, Pen& pen) {
  if (const auto command = printing::command(change, pen))
    return "ALTER TABLE " + pen.relation(command->table) + " " + command->text;
  return printing::object(change, pen);
}

}  // namespace

std::string print(const Change& change, Spelling spelling) {
  Pen pen{spelling};
  const std::string sql = statement(change, pen);
  return pen.complete ? sql + ";" : std::string();
}

std::string print(const Statement& written, Spelling spelling) {
  if (written.changes.size() != 1) return {};
  return print(written.changes.front().change, spelling);
}

bool prints(const Change& change) { return !print(change, Spelling::plain).empty(); }

}  // namespace miglint
