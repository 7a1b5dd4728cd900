#include "miglint/change.hpp"

#include "miglint/migration.hpp"  // completes DoBlock::Step

namespace miglint {

Change::Change() = default;
Change::Change(const Change& other) = default;
Change::Change(Change&& other) noexcept = default;
Change& Change::operator=(const Change& other) = default;
Change& Change::operator=(Change&& other) noexcept = default;
Change::~Change() = default;

void Migration::forget_changes() {
  for (Statement& statement : statements) {
    statement.forgotten_changes = statement.change_count();
    std::vector<StatementChange>().swap(statement.changes);
  }
}

}  // namespace miglint
