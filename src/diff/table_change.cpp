#include "diff/table_change.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "catalog/edit.hpp"
#include "diff/defaults.hpp"
#include "diff/definitions.hpp"

namespace miglint {

namespace {

const std::vector<std::string>& columns_of(const Constraint* key) {
  static const std::vector<std::string> none;
  return key == nullptr ? none : key->columns;
}

/// What of `a` is not in `b`, by name.
std::vector<const Column*> missing(const Table& a, const Table& b) {
  std::vector<const Column*> columns;
  for (const Column& column : a.columns)
    if (b.column(column.name) == nullptr) columns.push_back(&column);
  std::ranges::sort(columns, {}, &Column::name);
  return columns;
}

class Changing {
 public:
  Changing(const Table& before, const Table& after, const Sides& sides)
      : before_(before), after_(after), sides_(sides) {
    for (const Column& column : before.columns)
      if (const Column* kept = after.column(column.name))
        columns_.push_back(compare(after, column, *kept, sides));
  }

  TableChange run() {
    const Constraint *old_key = before_.primary_key(), *new_key = after_.primary_key();
    const bool keyed_anew = columns_of(old_key) != columns_of(new_key) || is_retyped(columns_of(old_key));
    if (keyed_anew && old_key != nullptr) add(DropConstraint{.table = after_.name, .name = old_key->name});
    for (const Column* column : missing(before_, after_)) drop(*column, change_.dropped);
    for (const Column* column : missing(after_, before_)) add(*column);
    for (const ColumnChange& change : columns_) alter(change);
    if (keyed_anew && new_key != nullptr) {
      change_.adds_primary_key = true;
      add(primary_key_of(after_, *new_key));
    } else if (old_key != nullptr && new_key != nullptr && old_key->name != new_key->name) {
      rename(*old_key, *new_key);
    }
    return std::move(change_);
  }

 private:
  void add(Change change) { change_.commands.push_back(std::move(change)); }

  /// Prisma takes a key off while the type of one of its columns changes.
  bool is_retyped(const std::vector<std::string>& key) const {
    return sides_.prisma() && std::ranges::any_of(columns_, [&](const ColumnChange& change) {
             return (change.recreated || change.type) &&
                    std::ranges::find(key, change.before->name) != key.end();
           });
  }

  void drop(const Column& column, std::set<std::string>& gone) {
    gone.insert(column.name);
    add(DropColumn{.table = after_.name, .column = column.name});
  }

  void add(const Column& column) {
    AddColumn change;
    change.table = after_.name;
    change.column = definition_of(sides_.to, after_, column);
    add(Change(std::move(change)));
  }

  void alter(const ColumnChange& change) {
    const Column& column = *change.after;
    if (change.type || change.recreated) change_.retyped.insert(column.name);
    if (change.recreated) {
      drop(column, change_.recreated);
      return add(column);
    }
    if (change.nullability && column.not_null) add(SetNotNull{.table = after_.name, .column = column.name});
    if (change.nullability && !column.not_null) add(DropNotNull{.table = after_.name, .column = column.name});
    if (change.default_value) alter_default(*change.before, column);
    if (change.type) {
      ChangeType type;
      type.table = after_.name;
      type.column = column.name;
      type.type = type_of(sides_.to, column);
      add(Change(std::move(type)));
    }
  }

  void alter_default(const Column& before, const Column& column) {
    if (draws_from_sequence(column) && !draws_from_sequence(before)) return begin_counting(column);
    if (column.default_value) {
      add(SetDefault{.table = after_.name, .column = column.name, .value = column.default_value});
    } else if (before.identity != Identity::none) {
      add(AlterIdentity{.action = AlterIdentity::Action::drop,
                        .table = after_.name,
                        .column = column.name,
                        .sequence = {}});
    } else {
      add(DropDefault{.table = after_.name, .column = column.name});
    }
    if (draws_from_sequence(before)) drop_sequence(before);
  }

  /// Prisma makes the sequence that SERIAL would have made.
  void begin_counting(const Column& column) {
    std::string name = after_.name.name + "_" + column.name + "_seq";
    std::ranges::transform(name, name.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    const std::string schema = after_.name.schema == "public"
                                   ? ""
                                   : quoted(std::string_view(after_.name.schema), Spelling::prisma) + ".";
    const std::string written = schema + quote(name);
    change_.before.push_back(fmt::format("CREATE SEQUENCE {};", written));
    change_.behind.push_back(fmt::format("ALTER SEQUENCE {} OWNED BY {}.{};", written,
                                         quoted(after_.name, sides_.options.spelling),
                                         quoted(std::string_view(column.name), sides_.options.spelling)));
    Expression next{.kind = Expression::Kind::function, .function = {.schema = {}, .name = "nextval"}};
    next.text = fmt::format("nextval({})", quote_literal(written));
    add(SetDefault{.table = after_.name, .column = column.name, .value = std::move(next)});
  }

  void drop_sequence(const Column& before) {
    for (const auto& [name, sequence] : sides_.from.sequences)
      if (!sequence.identity && sequence.owned_by_table == before_.name &&
          sequence.owned_by_column == before.name)
        change_.behind.push_back(fmt::format("DROP SEQUENCE {};", quoted(name, sides_.options.spelling)));
  }

  void rename(const Constraint& before, const Constraint& after) {
    RenameObject change;
    change.kind = ObjectKind::constraint;
    change.name = {.schema = {}, .name = before.name};
    change.on = after_.name;
    change.to = after.name;
    change_.behind.push_back(print(change, sides_.options.spelling));
  }

  const Table& before_;
  const Table& after_;
  const Sides& sides_;
  std::vector<ColumnChange> columns_;
  TableChange change_;
};

}  // namespace

bool meets(const std::vector<std::string>& columns, const std::set<std::string>& these) {
  return std::ranges::any_of(columns, [&](const std::string& column) { return these.contains(column); });
}

TableChange change_of(const Table& before, const Table& after, const Sides& sides) {
  return Changing(before, after, sides).run();
}

}  // namespace miglint
