#include "diff/steps.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <utility>

#include "miglint/characters.hpp"
#include "miglint/migration.hpp"

namespace miglint {

std::string object_of(const RelationName& name) {
  return name.schema == "public" ? in_prose(name.name) : in_prose(name);
}

void Steps::add(DiffStep::Kind kind, std::string object, std::string sql) {
  steps_.push_back(
      {kind, {.kind = kind, .sql = std::move(sql), .object = std::move(object), .commands = {}}});
}

void Steps::add(DiffStep::Kind kind, std::string object, const Change& change) {
  add(kind, std::move(object), print(change, spelling_));
}

std::string Steps::text_of(const RelationName& table, const std::vector<Change>& changes) const {
  Statement statement;
  statement.target = table;
  statement.target_kind = ObjectKind::table;
  int command = 0;
  for (const Change& change : changes) statement.changes.push_back({change, command++});
  return print(statement, spelling_);
}

void Steps::add(DiffStep::Kind kind, const RelationName& table, const std::vector<Change>& changes) {
  add(kind, object_of(table), text_of(table, changes));
}

void Steps::add_change(const RelationName& table, const TableChange& change) {
  std::vector<std::string> statements = change.before;
  if (!change.commands.empty()) statements.push_back(text_of(table, change.commands));
  statements.insert(statements.end(), change.behind.begin(), change.behind.end());
  add(DiffStep::Kind::alter_table, object_of(table), fmt::format("{}", fmt::join(statements, "\n")));
  std::vector<std::string>& commands = steps_.back().step.commands;
  commands = change.before;
  for (const Change& command : change.commands) commands.push_back(print(command, spelling_));
  commands.insert(commands.end(), change.behind.begin(), change.behind.end());
}

void Steps::add_behind(DiffStep::Kind kind, std::string object, const Change& change) {
  const DiffStep::Kind order = steps_.empty() ? kind : steps_.back().order;
  add(kind, std::move(object), change);
  steps_.back().order = order;
}

std::vector<DiffStep> Steps::in_order() {
  std::ranges::stable_sort(steps_, {}, &Placed::order);
  std::vector<DiffStep> list;
  for (Placed& placed : steps_) list.push_back(std::move(placed.step));
  return list;
}

std::string_view to_string(DiffStep::Kind kind) {
  static constexpr auto names = std::to_array<std::string_view>(
      {"CreateSchema", "CreateExtension", "CreateEnum", "AlterEnum", "DropForeignKey", "DropIndex",
       "AlterTable", "DropTable", "DropEnum", "CreateTable", "CreateIndex", "RenameForeignKey",
       "AddForeignKey", "RenameIndex"});
  return names.at(static_cast<std::size_t>(kind));
}

std::string to_sql(const std::vector<DiffStep>& steps) {
  if (steps.empty()) return "-- This is an empty migration.\n";
  std::string text;
  for (const DiffStep& step : steps)
    text.append(text.empty() ? "-- " : "\n-- ")
        .append(to_string(step.kind))
        .append("\n")
        .append(step.sql)
        .append("\n");
  return text;
}

}  // namespace miglint
