#include "engine/numbering.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "engine/conditions.hpp"

namespace miglint {

namespace {

using Kind = Expression::Kind;

constexpr std::array<std::string_view, 3> whole_types = {"int2", "int4", "int8"};
constexpr std::array<std::string_view, 3> text_types = {"text", "varchar", "bytea"};

template <std::size_t N>
bool is_one_of(const TypeName& type, const std::array<std::string_view, N>& names) {
  return type.array_dimensions == 0 && type.modifiers.empty() &&
         std::ranges::find(names, std::string_view(type.name)) != names.end();
}

/// What a row's number was made into: it still differs from row to row, and where it is whole a cast to an
/// integer loses nothing.
struct Numbered {
  Expression number;  ///< row_number() OVER …
  bool whole = true;
  bool moment = false;  ///< a date or time: in steps that a coarser type may not tell apart
};

class Reader {
 public:
  Reader(const RowScope& scope, const Catalog& catalog) : scope_(scope), catalog_(catalog) {}

  std::optional<Numbered> read(const Expression& value) const {
    switch (value.kind) {
      case Kind::column:
        return of_column(value);
      case Kind::cast:
        return of_cast(value);
      case Kind::op:
        return value.args.size() == 2 ? of_operator(value) : std::nullopt;
      case Kind::function:
        return value.function.name == "to_jsonb" && value.args.size() == 1 ? lasting(value.args.front())
                                                                           : std::nullopt;
      case Kind::subscript:  // a slice has a `:`
        return value.value.empty() && value.args.size() == 2 && lists_keys(value.args.front())
                   ? lasting(value.args.back())
                   : std::nullopt;
      default:
        return std::nullopt;
    }
  }

 private:
  std::optional<Numbered> of_column(const Expression& column) const {
    std::optional<Expression> made = scope_.computed(column);
    const bool numbers =
        made && made->kind == Kind::function && made->function.name == "row_number" && made->call.over;
    return numbers ? std::optional(Numbered{.number = std::move(*made)}) : std::nullopt;
  }

  std::optional<Numbered> of_cast(const Expression& cast) const {
    std::optional<Numbered> inner = read(cast.args.front());
    if (!inner) return std::nullopt;
    if (is_one_of(cast.type, text_types)) {
      inner->whole = false;
      return inner;
    }
    return inner->whole && is_one_of(cast.type, whole_types) ? inner : std::nullopt;
  }

  /// The number, and on the other side what is the same for all rows.
  std::optional<Numbered> of_operator(const Expression& op) const {
    for (const std::size_t i : {std::size_t{0}, std::size_t{1}}) {
      std::optional<Numbered> found = read(op.args[i]);
      if (!found) continue;
      const Expression& other = op.args[1 - i];
      if (op.value == "||" && without_casts(other).is_constant()) {
        found->whole = false;
        return found;
      }
      if (op.value == "+" && (is_whole(other) || is_largest(other))) return found;
      if (op.value == "+" && (is_moment(other) || found->moment)) {
        found->whole = false;
        found->moment = true;
        return is_moment(other) ? found : std::nullopt;
      }
      if (op.value == "*" && is_whole(other) && other.value.find_first_not_of('0') != std::string::npos)
        return found;
      if (op.value == "*" && is_interval(other)) {
        found->whole = false;
        found->moment = true;
        return found;
      }
      return std::nullopt;
    }
    return std::nullopt;
  }

  /// The same, no longer a number.
  std::optional<Numbered> lasting(const Expression& value) const {
    std::optional<Numbered> found = read(value);
    if (found && !found->whole) return std::nullopt;
    if (found) found->whole = false;
    return found;
  }

  static bool is_whole(const Expression& value) {
    return value.is_constant() && !value.value.empty() &&
           value.value.find_first_not_of("0123456789") == std::string::npos;
  }
  static bool is_interval(const Expression& value) {
    return value.kind == Kind::cast && value.type.name == "interval" &&
           value.args.front().value == "1 second";
  }
  static bool is_moment(const Expression& value) {
    return value.kind == Kind::function && value.args.empty() &&
           (value.function.name == "now" || value.function.name == "current_date");
  }

  /// `(SELECT coalesce(max(n), 0) FROM t)`, of whole numbers.
  bool is_largest(const Expression& value) const {
    const Subselect* select = value.kind == Kind::subquery ? value.subselect.get() : nullptr;
    if (select == nullptr || select->output.size() != 1 || select->source.tables.size() != 1 ||
        !select->source.conditions.empty())
      return false;
    const Expression* largest = &select->output.front();
    if (largest->kind == Kind::coalesce && largest->args.size() == 2 && is_whole(largest->args.back()))
      largest = &largest->args.front();
    if (largest->kind != Kind::function || largest->function.name != "max" || largest->args.size() != 1)
      return false;
    const Expression& argument = largest->args.front();
    const Column* column =
        argument.kind == Kind::column
            ? catalog_.column(catalog_.resolve(select->source.tables.front().relation), argument.value)
            : nullptr;
    return column != nullptr && is_one_of(column->type, whole_types);
  }

  /// `(SELECT array_agg(id) FROM p)`: each of its elements is another one.
  bool lists_keys(const Expression& value) const {
    const Subselect* select = value.kind == Kind::subquery ? value.subselect.get() : nullptr;
    if (select == nullptr || select->output.size() != 1 || select->source.tables.size() != 1 ||
        !select->source.conditions.empty())
      return false;
    const Expression& list = select->output.front();
    if (list.kind != Kind::function || list.function.name != "array_agg" || list.args.empty()) return false;
    const Expression& element = list.args.front();
    return element.kind == Kind::column &&
           is_key(catalog_.resolve(select->source.tables.front().relation), element.value, catalog_);
  }

  const RowScope& scope_;
  const Catalog& catalog_;
};

/// In a type that tells all of them apart.
bool fits(const Numbered& numbered, const RowScope& scope, std::string_view assigned,
          const Catalog& catalog) {
  if (!numbered.moment) return true;
  const Column* column = catalog.column(scope.table(), assigned);
  return column != nullptr && column->type.modifiers.empty() &&
         (column->type.name == "timestamp" || column->type.name == "timestamptz" ||
          column->type.name == "interval");
}

bool is_target(const Expression& column, const RowScope& scope) {
  return column.qualifier == (scope.alias().empty() ? std::string_view(scope.table().name) : scope.alias());
}

/// The target's columns that the conditions hold equal to the same ones of the numbered row.
std::set<std::string> same_columns(const RowScope& scope, const std::vector<Expression>& conditions) {
  std::set<std::string> same;
  for (const Expression& condition : conditions) {
    if (condition.kind != Kind::op || condition.value != "=" || condition.args.size() != 2) continue;
    for (const std::size_t i : {std::size_t{0}, std::size_t{1}}) {
      const Expression& own = without_casts(condition.args[i]);
      const Expression& other = without_casts(condition.args[1 - i]);
      if (own.kind != Kind::column || other.kind != Kind::column || !is_target(own, scope)) continue;
      const std::optional<Expression> made = scope.computed(other);
      if (made && without_casts(*made).kind == Kind::column && without_casts(*made).value == own.value)
        same.insert(own.value);
    }
  }
  return same;
}

bool tells_rows_apart(const std::set<std::string>& columns, const RelationName& name,
                      const Catalog& catalog) {
  const Table* table = catalog.table(name);
  if (table == nullptr) return false;
  if (columns.contains("ctid")) return table->kind == Table::Kind::table;
  return std::ranges::any_of(table->indexes, [&](const Index& index) {
    return index.unique && index.valid && !index.where &&
           std::ranges::all_of(index.columns(), [&](const std::string& part) {
             const Column* column = table->column(part);
             return column != nullptr && column->not_null && columns.contains(part);
           });
  });
}

/// PARTITION BY's columns, all of the target; nothing where one is another's.
std::optional<std::vector<std::string>> groups_of(const Expression& number, const RowScope& scope) {
  std::vector<std::string> groups;
  const std::size_t partitioned = number.args.size() - static_cast<std::size_t>(number.call.over->keys);
  for (std::size_t i = 0; i < partitioned; ++i) {
    const std::optional<RowScope::Cell> cell = scope.cell(number.args[i]);
    if (!cell || cell->optional || cell->relation != scope.table()) return std::nullopt;
    groups.push_back(cell->column);
  }
  return groups;
}

}  // namespace

std::optional<std::vector<std::string>> numbered_within(const Assignment& assignment, const RowScope& scope,
                                                        const std::vector<Expression>& conditions,
                                                        const Catalog& catalog) {
  const std::optional<Numbered> numbered = Reader(scope, catalog).read(assignment.value);
  if (!numbered || !fits(*numbered, scope, assignment.column, catalog) ||
      !tells_rows_apart(same_columns(scope, conditions), scope.table(), catalog))
    return std::nullopt;
  return groups_of(numbered->number, scope);
}

}  // namespace miglint
