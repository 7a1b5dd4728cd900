#include "lock_support.hpp"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>

#include "miglint/lexer.hpp"

namespace miglint {

std::string shown(const RelationName& resolved) {
  const bool is_public = resolved.schema.empty() || resolved.schema == "public";
  return is_public ? in_prose(resolved.name) : in_prose(resolved);
}

std::string shown(const RelationName& relation, const Step& step) {
  return shown(step.before.resolve(relation));
}

std::string shown(const RelationName& relation, std::string_view column, const Step& step) {
  return fmt::format("{}.{}", shown(relation, step), in_prose(column));
}

std::string listed(const std::vector<std::string>& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? " and " : ", ";
    text += words[i];
  }
  return text;
}

ObjectName object_of(const RelationName& relation, const Step& step, std::string column, std::string name) {
  const RelationName resolved = step.before.resolve(relation);
  return {.schema = resolved.schema,
          .table = resolved.name,
          .column = std::move(column),
          .name = std::move(name)};
}

bool does(const std::vector<Work>& work, const Step& step) {
  return std::ranges::any_of(work, [&](const Work& w) { return w.change == step.change; });
}

/// The relation itself, or what an ALTER TABLE of it reaches: a partitioned table has no rows of its own.
static bool reaches(const RelationName& resolved, const RelationName& other, const Step& step) {
  const auto is_other = [&](const Table* table) { return table->name == other; };
  return resolved == other || std::ranges::any_of(step.before.partitions_of(resolved), is_other) ||
         std::ranges::any_of(step.before.children_of(resolved), is_other);
}

bool does(const std::vector<Work>& work, const Step& step, const RelationName& relation) {
  if (work.empty()) return false;
  const RelationName resolved = step.before.resolve(relation);
  return std::ranges::any_of(
      work, [&](const Work& w) { return w.change == step.change && reaches(resolved, w.relation, step); });
}

bool statement_does(const std::vector<Work>& work, const Step& step, const RelationName& relation) {
  const RelationName resolved = step.before.resolve(relation);
  return std::ranges::any_of(work, [&](const Work& w) { return reaches(resolved, w.relation, step); });
}

bool surely_empty(const Step& step, const RelationName& relation) {
  return step.evidence.no_rows(step.before.resolve(relation)).proven();
}

namespace {

std::string default_name(const ConstraintHeader& constraint, const std::vector<std::string>& columns,
                         std::string_view label) {
  if (!constraint.name.empty()) return constraint.name;
  return make_object_name(constraint.table.name, fmt::format("{}", fmt::join(columns, "_")), label);
}

}  // namespace

std::string with_words_after(const Step& step, std::string_view word, std::string_view addition) {
  std::string text(step.migration.sql(step.statement));
  std::string lower(word);
  std::ranges::transform(lower, lower.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  Lexer lexer(text);
  for (Token token = lexer.next(); token.kind != Token::Kind::end; token = lexer.next()) {
    if (token.kind != Token::Kind::word || !is_word(lexer.text(token), lower)) continue;
    return text.insert(static_cast<std::size_t>(token.span.end), addition) + ";";
  }
  return {};
}

std::string name_of(const AddForeignKey& key) { return default_name(key, key.columns, "fkey"); }
std::string name_of(const AddCheck& check) {
  const std::vector<std::string> columns = columns_of(*check.expression);
  return default_name(check, columns.size() == 1 ? columns : std::vector<std::string>{}, "check");
}
std::string name_of(const AddUnique& key) { return default_name(key, key.columns, "key"); }
std::string name_of(const AddPrimaryKey& key) { return default_name(key, {}, "pkey"); }
std::string name_of(const CreateIndex& index) {
  if (!index.name.empty()) return index.name;
  std::vector<std::string> columns;
  for (const IndexElement& element : index.elements)
    columns.push_back(element.column.empty() ? "expr" : element.column);
  return make_object_name(index.table.name, fmt::format("{}", fmt::join(columns, "_")),
                          index.unique ? "key" : "idx");
}

std::string_view describe(RunMode mode, const History& history) {
  const bool is_prisma = history.layout == Layout::prisma;
  switch (mode) {
    case RunMode::batch:
      return is_prisma ? "sent as one string (Prisma up to 7.3)" : "sent as one string";
    case RunMode::split:
      return is_prisma ? "sent statement by statement (Prisma from 7.4 on)" : "sent statement by statement";
    case RunMode::file:
      return "run in the runner's transaction";
  }
  return "";
}

std::string where_modes_differ(const Step& step, const std::vector<bool>& in_question) {
  if (std::ranges::count(in_question, true) == std::ssize(in_question)) return {};
  const auto first = std::ranges::find(in_question, true);
  if (first == in_question.end()) return {};
  return fmt::format(
      " when the file is {}",
      describe(step.execution.modes[static_cast<std::size_t>(first - in_question.begin())], step.history));
}

std::vector<bool> shares_with(const Step& step, int statement) {
  std::vector<bool> shares;
  for (const std::vector<TransactionOf>& cut : step.cuts) {
    shares.push_back(cut[static_cast<std::size_t>(step.index)].id ==
                     cut[static_cast<std::size_t>(statement)].id);
  }
  return shares;
}

bool any(const std::vector<bool>& modes) { return std::ranges::find(modes, true) != modes.end(); }

static bool is_sole_key(const Statement& statement, const std::string& column) {
  return std::ranges::any_of(statement.changes, [&](const StatementChange& c) {
    const auto* key = std::get_if<AddPrimaryKey>(&c.change);
    return key && key->columns == std::vector<std::string>{column};
  });
}

std::vector<TypedColumn> typed_columns(const Change& change, const Step& step,
                                       bool (*wanted)(const TypeName&)) {
  std::vector<TypedColumn> columns;
  const auto add = [&](const RelationName& table, const ColumnDefinition& column, bool on_new_table) {
    const bool key = column.primary_key || is_sole_key(step.statement, column.name);
    columns.push_back({.table = table,
                       .name = column.name,
                       .type = column.type,
                       .on_new_table = on_new_table,
                       .primary_key = key});
  };
  if (const auto* create = std::get_if<CreateTable>(&change)) {
    for (const ColumnDefinition& column : create->columns)
      if (wanted(column.type)) add(create->table, column, true);
  } else if (const auto* added = std::get_if<AddColumn>(&change); added && wanted(added->column.type)) {
    add(added->table, added->column, step.before.is_new(added->table));
  } else if (const auto* changed = std::get_if<ChangeType>(&change); changed && wanted(changed->type)) {
    columns.push_back({.table = changed->table,
                       .name = changed->column,
                       .type = changed->type,
                       .on_new_table = step.before.is_new(changed->table)});
  }
  return columns;
}

bool is_builtin(const TypeName& type, std::string_view name) {
  return type.name == name && (type.schema.empty() || type.schema == "pg_catalog");
}

int line_of(const Migration& migration, int statement) {
  return migration.line_at(migration.statements[static_cast<std::size_t>(statement)].span.begin);
}

// A DO block's steps share its statement: what counts is the statement's place in the file.
void LocksOverTime::advance(std::size_t i) {
  for (; next_ <= i; ++next_) {
    for (std::size_t mode = 0; mode < modes_.size(); ++mode) {
      if (next_ > 0)
        modes_[mode].take(migration_.steps[next_ - 1].effect.locks, migration_.steps[next_ - 1].index);
      modes_[mode].enter(migration_.steps[next_].transactions[mode]);
    }
  }
}

std::string LocksOverTime::fmt_mode(std::size_t mode) const {
  return fmt::format(" when the file is {}",
                     describe(migration_.history.execution.modes[mode], migration_.history));
}

}  // namespace miglint
