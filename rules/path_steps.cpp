#include "path_steps.hpp"

#include <algorithm>
#include <utility>

namespace miglint {

namespace {

PathStep step_at(PathStep::Place place, std::string text, std::string sql) {
  return {.place = place, .text = std::move(text), .sql = std::move(sql)};
}

}  // namespace

PathStep before(std::string text, std::string sql) {
  return step_at(PathStep::Place::before, std::move(text), std::move(sql));
}
PathStep here(std::string text, std::string sql) {
  return step_at(PathStep::Place::here, std::move(text), std::move(sql));
}
PathStep left_out(std::string text) { return step_at(PathStep::Place::here, std::move(text), {}); }
PathStep next_migration(std::string text, std::string sql) {
  return step_at(PathStep::Place::next_migration, std::move(text), std::move(sql));
}
PathStep next_release(std::string text, std::string sql) {
  return step_at(PathStep::Place::next_release, std::move(text), std::move(sql));
}
PathStep outside(std::string text, std::string sql) {
  return step_at(PathStep::Place::outside, std::move(text), std::move(sql));
}
PathStep by_hand(PathStep::Place place, std::string text) { return step_at(place, std::move(text), {}); }

Spelling spelling_of(const Step& step) {
  return step.history.layout == Layout::prisma ? Spelling::prisma : Spelling::plain;
}

std::string sql(const Change& change, const Step& step) { return print(change, spelling_of(step)); }

std::string identifier(std::string_view name, const Step& step) { return quoted(name, spelling_of(step)); }

std::string relation(const RelationName& resolved, const Step& step) {
  return quoted(resolved, spelling_of(step));
}

std::string columns(const std::vector<std::string>& names, const Step& step) {
  std::string list;
  for (const std::string& name : names) list.append(list.empty() ? "" : ", ").append(identifier(name, step));
  return list;
}

static const StatementChange& place_of(const Step& step) {
  return step.statement.changes[static_cast<std::size_t>(std::max(step.change, 0))];
}

const Change& change_at(const Step& step) { return place_of(step).change; }

Statement command_at(const Step& step) {
  Statement command = step.statement;
  const int number = place_of(step).command;
  std::erase_if(command.changes, [&](const StatementChange& change) { return change.command != number; });
  return command;
}

std::string answer(const Need& need, const Step& step) {
  const auto found = step.config.answers.find(need.name);
  return found == step.config.answers.end() ? need.sample : found->second;
}

bool has_schema_prisma(const Step& step) { return step.history.layout == Layout::prisma; }

}  // namespace miglint
