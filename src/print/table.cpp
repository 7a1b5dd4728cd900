#include "print/table.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <type_traits>
#include <utility>

#include "print/column.hpp"
#include "print/constraint.hpp"
#include "print/index.hpp"

// CREATE TABLE. Its constraints follow it in the order in which PostgreSQL makes them, kind by kind, whether
// they stood with a column or in the list; so each has to stand where that order comes out again: a table's
// constraint before the column whose own of the same kind is made after it.

namespace miglint::printing {
namespace {

using Constraints = std::vector<const Change*>;

std::string constraint_sql(const Change& change, Place place, Pen& pen) {
  return std::visit(
      [&](const auto& c) -> std::string {
        if constexpr (std::is_base_of_v<ConstraintHeader, std::remove_cvref_t<decltype(c)>>)
          return constraint(c, place, pen);
        return pen.unknown();
      },
      static_cast<const AnyChange&>(change));
}

const std::string& inline_column(const Change& change) {
  static const std::string none;
  const ConstraintHeader* head = constraint_header(change);
  return head == nullptr ? none : head->inline_column;
}

/// A table's constraint and the first inline one of its kind that is made after it.
struct TableConstraint {
  const Change* change;
  std::string before_column;  ///< empty: none
};

std::vector<TableConstraint> table_constraints(const Constraints& constraints) {
  std::vector<TableConstraint> found;
  for (auto one = constraints.begin(); one != constraints.end(); ++one) {
    if (!inline_column(**one).empty()) continue;
    const auto next = std::find_if(one, constraints.end(), [&](const Change* other) {
      return other->index() == (*one)->index() && !inline_column(*other).empty();
    });
    found.push_back({*one, next == constraints.end() ? std::string() : inline_column(**next)});
  }
  return found;
}

std::string like_sql(const LikeClause& like, Pen& pen) {
  if (like.left_out) return pen.unknown();
  if (like.all) return "LIKE " + pen.relation(like.source) + " INCLUDING ALL";
  return "LIKE " + pen.relation(like.source) + when(like.defaults, "INCLUDING DEFAULTS") +
         when(like.constraints, "INCLUDING CONSTRAINTS") + when(like.indexes, "INCLUDING INDEXES") +
         when(like.identity, "INCLUDING IDENTITY") + when(like.generated, "INCLUDING GENERATED");
}

/// What stands between the parentheses, each on a line of its own.
class Body {
 public:
  Body(const CreateTable& table, const Constraints& constraints, Pen& pen)
      : table_(table), constraints_(constraints), waiting_(table_constraints(constraints)), pen_(pen) {}

  std::string write() {
    for (std::size_t i = 0; i < table_.columns.size(); ++i) {
      const ColumnDefinition& definition = table_.columns[i];
      add_likes(i);
      add_constraints_before(definition.name);
      add(column(definition, pen_) + inline_constraints(of(definition.name), pen_));
    }
    add_likes(table_.columns.size());
    for (const TableConstraint& last : waiting_) add_constraint(last);
    return text_.empty() ? text_ : text_ + "\n";
  }

 private:
  void add(const std::string& line, bool blank_before = false) {
    text_.append(text_.empty() ? "" : ",").append(blank_before && !text_.empty() ? "\n" : "");
    text_.append("\n    ").append(line);
  }
  void add_likes(std::size_t columns_before) {
    for (const LikeClause& like : table_.like)
      if (static_cast<std::size_t>(like.after) == columns_before) add(like_sql(like, pen_));
  }
  /// With those that stand before them: they keep their order.
  void add_constraints_before(const std::string& column) {
    const auto last = std::find_if(waiting_.rbegin(), waiting_.rend(),
                                   [&](const TableConstraint& one) { return one.before_column == column; });
    for (auto one = waiting_.begin(); one != last.base(); ++one) add_constraint(*one);
    waiting_.erase(waiting_.begin(), last.base());
  }
  /// Prisma leaves a blank line before the first.
  void add_constraint(const TableConstraint& one) {
    const bool first = !std::exchange(has_constraint_, true);
    add(constraint_sql(*one.change, Place::create_table, pen_), pen_.prisma() && first);
  }
  Constraints of(const std::string& column) const {
    Constraints own;
    for (const Change* change : constraints_)
      if (inline_column(*change) == column) own.push_back(change);
    return own;
  }

  const CreateTable& table_;
  const Constraints& constraints_;
  std::vector<TableConstraint> waiting_;
  Pen& pen_;
  std::string text_;
  bool has_constraint_ = false;
};

std::string partition_key(const PartitionKey& key, Pen& pen) {
  return fmt::format(" PARTITION BY {} ({})", key.strategy, index_elements(key.elements, pen));
}

/// What follows the list.
std::string tail(const CreateTable& table, Pen& pen) {
  std::string sql;
  if (!table.inherits.empty()) sql += " INHERITS (" + pen.relations(table.inherits) + ")";
  if (table.bound) sql += " " + (table.bound->is_default() ? "DEFAULT" : "FOR VALUES " + table.bound->text);
  if (table.partition_key) sql += partition_key(*table.partition_key, pen);
  if (!table.access_method.empty()) sql += " USING " + quote(table.access_method);
  sql += with_parameters(table.parameters, pen);
  return sql + when(table.on_commit_drop, "ON COMMIT DROP");
}

std::string create_table(const CreateTable& table, const Constraints& constraints, Pen& pen) {
  static constexpr std::array<std::string_view, 3> persistence{"", "UNLOGGED ", "TEMPORARY "};
  if (table.as_query || table.left_out || (table.on_commit && !table.on_commit_drop)) return pen.unknown();
  std::string sql =
      fmt::format("CREATE {}TABLE {}{}", persistence.at(static_cast<std::size_t>(table.persistence)),
                  table.if_not_exists ? "IF NOT EXISTS " : "", pen.relation(table.table));
  if (table.partition_of) sql += " PARTITION OF " + pen.relation(*table.partition_of);
  if (table.of_type) sql += " OF " + pen.relation(*table.of_type);
  const std::string body = Body(table, constraints, pen).write();
  if (!body.empty() || (!table.partition_of && !table.of_type)) sql += " (" + body + ")";
  return sql + tail(table, pen);
}

}  // namespace

const ConstraintHeader* constraint_header(const Change& change) {
  return std::visit(
      [](const auto& c) -> const ConstraintHeader* {
        if constexpr (std::is_base_of_v<ConstraintHeader, std::remove_cvref_t<decltype(c)>>) return &c;
        return nullptr;
      },
      static_cast<const AnyChange&>(change));
}

std::string inline_constraints(const std::vector<const Change*>& constraints, Pen& pen) {
  std::string sql;
  for (const Change* change : constraints) sql += " " + constraint_sql(*change, Place::column, pen);
  return sql;
}

std::string create_table(const CreateTable& table, Pen& pen) {
  return create_table(table, Constraints{}, pen);
}

std::string create_table(const CreateTable& table, const Statement& statement, Pen& pen) {
  Constraints constraints;
  for (std::size_t i = 1; i < statement.changes.size(); ++i) {
    constraints.push_back(&statement.changes[i].change);
    if (constraint_header(*constraints.back()) == nullptr) return pen.unknown();
  }
  return create_table(table, constraints, pen);
}

}  // namespace miglint::printing
