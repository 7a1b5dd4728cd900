#include "release_paths.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <fmt/format.h>
#include <set>

namespace miglint {

bool can_be_rewritten(const Step& step) { return !step.in_do_block && !step.conditional; }

void take_along(SaferPath& path, std::vector<std::pair<int, int>> commands) {
  path.along = std::move(commands);
}

// ---- Two releases -----------------------------------------------------------------------------------------

std::string allowed(std::string_view rules, std::string_view reason, std::string_view sql) {
  return fmt::format("-- miglint: allow {}: {}\n{}", rules, reason, sql);
}

std::string add_line(std::string text, const std::string& line) {
  return text.empty() ? line : std::move(text) + "\n" + line;
}

PathStep in_next_release(const Postponed& command) {
  return next_release(
      fmt::format("In the next release, when {}, {}, then allow it:", command.when, command.what),
      allowed(command.rule, command.when, command.sql));
}

SaferPath not_now(std::string title, const Postponed& command) {
  return {.title = std::move(title),
          .steps = {left_out("Leave it out of this migration."), in_next_release(command)}};
}

// ---- Copies -----------------------------------------------------------------------------------------------

namespace {

constexpr std::string_view schema_of_copies = "kept";

/// `users_kept`, or the first of `users_kept1`, … that no relation has.
RelationName free_name(const Step& step, const std::string& schema, std::string_view table,
                       std::string_view column, std::string_view label) {
  for (int number = 0;; ++number) {
    const std::string numbered = number == 0 ? std::string(label) : fmt::format("{}{}", label, number);
    RelationName name{.schema = schema, .name = make_object_name(table, column, numbered)};
    if (!step.before.relation_exists(NameView(name))) return name;
  }
}

Copy copy_as(const Step& step, const RelationName& table, std::string_view column, bool in_migration,
             const std::string& query) {
  const bool apart = in_migration && has_schema_prisma(step);
  const RelationName name =
      free_name(step, apart ? std::string(schema_of_copies) : table.schema, table.name, column, "kept");
  const std::string schema =
      apart ? fmt::format("CREATE SCHEMA IF NOT EXISTS {};\n", identifier(schema_of_copies, step)) : "";
  return {.name = name, .sql = fmt::format("{}CREATE TABLE {} AS {};", schema, relation(name, step), query)};
}

}  // namespace

namespace {

/// A copy holds an enum's labels as text: it must not keep the enum from being dropped.
std::string copied_column(const Step& step, const Column& column) {
  const std::string name = identifier(column.name, step);
  const bool is_label = step.before.enumeration(column.type) != nullptr;
  return is_label ? fmt::format("{0}::text{1} AS {0}", name, column.type.array_dimensions > 0 ? "[]" : "")
                  : name;
}

bool has_labels(const Step& step, const Table& table) {
  return std::ranges::any_of(
      table.columns, [&](const Column& column) { return step.before.enumeration(column.type) != nullptr; });
}

}  // namespace

Copy copy_of(const Step& step, const RelationName& table, bool in_migration) {
  const Table* found = step.before.table(table);
  if (!found || !found->certain || !has_labels(step, *found))
    return copy_as(step, table, {}, in_migration, "TABLE " + relation(table, step));
  std::vector<std::string> list;
  for (const Column& column : found->columns) list.push_back(copied_column(step, column));
  return copy_as(step, table, {}, in_migration,
                 fmt::format("SELECT {} FROM {}", fmt::join(list, ", "), relation(table, step)));
}

Copy copy_of(const Step& step, const RelationName& table, std::string_view column, bool in_migration) {
  const Table* found = step.before.table(table);
  const Constraint* key = found ? found->primary_key() : nullptr;
  // without a key nobody would know whose value it was
  if (!key || std::ranges::find(key->columns, column) != key->columns.end())
    return copy_as(step, table, column, in_migration, "TABLE " + relation(table, step));
  const Column* values = found->column(column);
  return copy_as(
      step, table, column, in_migration,
      fmt::format("SELECT {}, {} FROM {}", columns(key->columns, step),
                  values ? copied_column(step, *values) : identifier(column, step), relation(table, step)));
}

SaferPath copied_first(const Step& step, const std::vector<RelationName>& tables) {
  SaferPath path{.title = "Keep a copy of the rows first"};
  std::vector<std::string> copies;
  for (const RelationName& table : tables) {
    const Copy copy = copy_of(step, table, true);
    path.steps.push_back(before(fmt::format("Keep the rows of {}.", in_words(table)), copy.sql));
    copies.push_back(in_words(copy.name));
  }
  path.result = fmt::format("{} {} stay{}, with the rows", copies.size() > 1 ? "tables" : "table",
                            in_words(copies), copies.size() > 1 ? "" : "s");
  return path;
}

std::optional<Mention> drop_of_its_type(const Step& step, const RelationName& table, const Column& column) {
  const RelationName type{.schema = column.type.schema, .name = column.type.name};
  const auto users = step.before.columns_of_type(type);
  const bool alone = std::ranges::all_of(
      users, [&](const auto& user) { return user.first->name == table && user.second->name == column.name; });
  if (users.empty() || !alone) return std::nullopt;
  return later(step, type.name, [&](const Change& change) {
    const auto* drop = std::get_if<DropObject>(&change);
    return drop && step.before.resolve(drop->name) == type;
  });
}

}  // namespace miglint
