#include "diff/compare.hpp"

#include <algorithm>

#include "diff/defaults.hpp"
#include "diff/expressible.hpp"
#include "diff/types.hpp"

namespace miglint {

namespace {

const prisma::WrittenColumn* written_of(const Table& table, const Column& column, const Sides& sides) {
  if (sides.options.written == nullptr) return nullptr;
  const auto found = sides.options.written->columns.find({table.name, column.name});
  return found == sides.options.written->columns.end() ? nullptr : &found->second;
}

/// Prisma reads a domain as what it is made of.
TypeName read_type(const TypeName& type, const Catalog& catalog) {
  const Domain* domain = catalog.domain(type);
  return domain == nullptr ? type : domain->base;
}

/// `@db.Timestamp` without an argument leaves open how precise it is.
bool has_any_precision(const TypeName& before, const TypeName& after) {
  return after.name.starts_with("time") && after.name == before.name && after.modifiers.empty() &&
         after.array_dimensions == 0 && before.array_dimensions == 0;
}

bool is_same_type(const Column& before, const Column& after, const prisma::WrittenColumn* written,
                  const Sides& sides) {
  if (!sides.prisma()) return same_type(before.type, after.type);
  const TypeName type = read_type(before.type, sides.from);
  const bool unknown = !is_known_to_prisma(type) && sides.from.enumeration(type) == nullptr;
  if (written != nullptr && written->unsupported && unknown) return true;
  return same_type(type, after.type) || has_any_precision(type, after.type);
}

bool is_list(const Column& column) { return column.type.array_dimensions > 0; }

/// Of lists Prisma does not know whether they may be NULL.
bool differs_in_nullability(const Column& before, const Column& after, const Sides& sides) {
  if (!sides.prisma() || !is_list(before))
    return before.not_null != after.not_null && !(sides.prisma() && is_list(after));
  return !is_list(after);
}

/// Prisma reads them of these methods only; where it names one for btree, none that is there will do.
bool same_operator_class(const std::string& before, const std::string& after, const std::string& method,
                         const Sides& sides) {
  if (!sides.prisma()) return before == after;
  if (method == "btree" || method == "hash") return after.empty();
  const auto is_default = [](const std::string& name) {
    return name.empty() || name == "jsonb_ops" || name == "array_ops" || name == "text_ops" ||
           name.ends_with("_minmax_ops");
  };
  return before == after || (is_default(before) && is_default(after));
}

bool same_element(const IndexElement& a, const IndexElement& b, const std::string& method,
                  const Sides& sides) {
  const bool same_expressions = a.expression && b.expression ? same_expression(*a.expression, *b.expression)
                                                             : !a.expression && !b.expression;
  return a.column == b.column && same_expressions && a.descending == b.descending &&
         same_operator_class(a.operator_class, b.operator_class, method, sides);
}

bool same_where(const Index& a, const Index& b) {
  return a.where && b.where ? same_expression(*a.where, *b.where) : !a.where && !b.where;
}

bool is_behind_exclusion(const Table& table, const Index& index) {
  const Constraint* constraint = table.constraint(index.name.name);
  return constraint != nullptr && constraint->kind == Constraint::Kind::exclude;
}

}  // namespace

ColumnChange compare(const Table& table, const Column& before, const Column& after, const Sides& sides) {
  ColumnChange change{.before = &before, .after = &after};
  const prisma::WrittenColumn* written = written_of(table, after, sides);
  if (!is_same_type(before, after, written, sides)) {
    change.recreated =
        sides.prisma() && !is_castable(read_type(before.type, sides.from), sides.from, after.type, sides.to);
    change.type = !change.recreated;
  }
  if (change.recreated) return change;
  change.nullability = differs_in_nullability(before, after, sides);
  const bool same = written == nullptr ? same_default(before, after) : same_default(before, after, *written);
  change.default_value = !before.generated && !after.generated && !same;
  return change;
}

std::vector<const Index*> indexes_of(const Table& table, const Sides& sides) {
  std::vector<const Index*> indexes;
  for (const Index& index : table.indexes) {
    const bool unseen = sides.prisma() && (has_expression(index) || is_behind_exclusion(table, index));
    if (!index.primary && !unseen) indexes.push_back(&index);
  }
  return indexes;
}

bool same_index(const Index& before, const Index& after, const Sides& sides) {
  const auto same = [&](const IndexElement& a, const IndexElement& b) {
    return same_element(a, b, before.method, sides);
  };
  return before.unique == after.unique && before.method == after.method &&
         std::ranges::equal(before.elements, after.elements, same) &&
         (sides.prisma() || same_where(before, after)) && before.include == after.include &&
         (sides.prisma() || before.nulls_not_distinct == after.nulls_not_distinct);
}

std::vector<const Constraint*> foreign_keys(const Table& table) {
  std::vector<const Constraint*> keys;
  for (const Constraint& constraint : table.constraints)
    if (constraint.kind == Constraint::Kind::foreign_key) keys.push_back(&constraint);
  return keys;
}

bool same_foreign_key(const Constraint& a, const Constraint& b) {
  return a.columns == b.columns && a.referenced == b.referenced &&
         a.referenced_columns == b.referenced_columns && a.on_delete == b.on_delete &&
         a.on_update == b.on_update;
}

}  // namespace miglint
