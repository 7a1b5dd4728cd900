#include <map>
#include <tuple>

#include "parse/lower.hpp"

// A key that a CREATE TABLE or one command of an ALTER TABLE writes twice is made once (parse_utilcmd.c,
// transformIndexConstraints): as the primary key where one of them is that, and under the first name that any
// of them has.
//
//   CREATE TABLE t (a int PRIMARY KEY UNIQUE);                            -- t_pkey alone
//   CREATE TABLE t (a int, CONSTRAINT k UNIQUE (a), PRIMARY KEY (a));     -- a primary key, named k

namespace miglint::lower {
namespace {

/// What makes two of them the same; the command is the first.
using KeyParts = std::tuple<int, std::vector<std::string>, std::vector<std::string>, bool, bool, bool>;

std::optional<KeyParts> parts_of(const StatementChange& one) {
  const auto& [change, command] = one;
  if (const auto* primary = std::get_if<AddPrimaryKey>(&change); primary && primary->using_index.empty())
    return KeyParts{command, primary->columns,    primary->include,
                    false,   primary->deferrable, primary->initially_deferred};
  if (const auto* unique = std::get_if<AddUnique>(&change); unique && unique->using_index.empty())
    return KeyParts{command,
                    unique->columns,
                    unique->include,
                    unique->nulls_not_distinct,
                    unique->deferrable,
                    unique->initially_deferred};
  return std::nullopt;
}

std::string& name_of(Change& change) {
  if (auto* primary = std::get_if<AddPrimaryKey>(&change)) return primary->name;
  return std::get<AddUnique>(change).name;
}

}  // namespace

void merge_repeated_keys(Statement& statement) {
  std::map<KeyParts, Change*> first;
  const auto is_primary = [](const Change& change) { return std::holds_alternative<AddPrimaryKey>(change); };
  for (StatementChange& one : statement.changes)
    if (const auto parts = is_primary(one.change) ? parts_of(one) : std::nullopt)
      first.emplace(*parts, &one.change);
  std::vector<const Change*> repeated;
  for (StatementChange& one : statement.changes) {
    const auto parts = parts_of(one);
    if (!parts) continue;
    Change& kept = *first.emplace(*parts, &one.change).first->second;
    if (&kept == &one.change || is_primary(one.change)) continue;
    if (name_of(kept).empty()) name_of(kept) = name_of(one.change);
    repeated.push_back(&one.change);
  }
  if (repeated.empty()) return;
  std::vector<StatementChange> others;
  auto next = repeated.begin();
  for (StatementChange& one : statement.changes) {
    if (next != repeated.end() && *next == &one.change) {
      ++next;
    } else {
      others.push_back(std::move(one));
    }
  }
  statement.changes = std::move(others);
}

}  // namespace miglint::lower
