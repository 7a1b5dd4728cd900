#include "diff/enum_change.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <tuple>

#include "miglint/change.hpp"

namespace miglint {

namespace {

bool has(const Enum& enumeration, const std::string& label) {
  return std::ranges::find(enumeration.labels, label) != enumeration.labels.end();
}

std::vector<std::string> added_labels(const Enum& before, const Enum& after) {
  std::vector<std::string> added;
  std::ranges::copy_if(after.labels, std::back_inserter(added),
                       [&](const std::string& label) { return !has(before, label); });
  return added;
}

/// Prisma's words above several new labels.
constexpr std::string_view several_labels =
    "-- This migration adds more than one value to an enum.\n"
    "-- With PostgreSQL versions 11 and earlier, this is not possible\n"
    "-- in a single migration. This can be worked around by creating\n"
    "-- multiple migrations, each migration adding only one value to\n"
    "-- the enum.\n\n\n";

std::string add_labels(const Enum& after, const std::vector<std::string>& labels, Spelling spelling) {
  std::string sql(labels.size() > 1 && spelling == Spelling::prisma ? several_labels : "");
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const AddEnumValue add{.type = after.name, .label = labels[i], .neighbour = {}};
    sql.append(i == 0 ? "" : "\n").append(print(add, spelling));
  }
  return sql;
}

std::string with_schema(const RelationName& name, Spelling spelling) {
  const std::string schema = name.schema.empty() ? "public" : name.schema;
  return quoted(std::string_view(schema), spelling) + "." + quoted(std::string_view(name.name), spelling);
}

struct UsingColumn {
  const Table* table;
  const Column* before;
  const Column* after;  ///< null: it goes, or becomes another type's
  Origin made;          ///< of the table it will be in
  int position = 0;
};

/// How many columns stand before it.
int place_of(const Table& table, const Column& column) {
  int place = 0;
  for (const Column& other : table.columns) {
    if (&other == &column) break;
    ++place;
  }
  return place;
}

/// By table and column, those that go first: Prisma's order.
std::vector<UsingColumn> users(const Enum& before, const Catalog& from, const Catalog& to) {
  std::vector<UsingColumn> found;
  for (const auto& [table, column] : from.columns_of_type(before.name)) {
    UsingColumn user{.table = table, .before = column, .after = nullptr, .made = {}};
    if (const auto kept = to.tables.find(table->name); kept != to.tables.end()) {
      const Column* after = kept->second.column(column->name);
      const bool stays = after != nullptr && after->type.name == before.name.name;
      user.after = stays ? after : nullptr;
      user.made = kept->second.origin;
      if (stays) user.position = place_of(kept->second, *after);
    }
    found.push_back(user);
  }
  std::ranges::sort(found, {}, [](const UsingColumn& user) {
    return std::tuple(user.made.known(), user.table->name.schema, user.table->name.name,
                      user.after != nullptr, user.before->name);
  });
  return found;
}

class Remake {
 public:
  Remake(const Enum& before, const Enum& after, Spelling spelling)
      : before_(before), after_(after), spelling_(spelling) {}

  std::string sql(const std::vector<UsingColumn>& columns) {
    const RelationName fresh = named("_new"), old = named("_old");
    line("BEGIN;");
    line(print(CreateEnum{.type = fresh, .labels = after_.labels}, spelling_));
    for (const UsingColumn& column : columns)
      if (column.before->default_value)
        line(fmt::format("ALTER TABLE {} ALTER COLUMN {} DROP DEFAULT;",
                         with_schema(column.table->name, spelling_), name(column)));
    retype(columns, fresh);
    line(rename(before_.name, old.name));
    line(rename(fresh, before_.name.name));
    line(fmt::format("DROP TYPE {};", with_schema(old, spelling_)));
    for (const UsingColumn& column : columns)
      if (column.after != nullptr && column.before->default_value && column.after->default_value)
        line(print(SetDefault{.table = column.table->name,
                              .column = column.after->name,
                              .value = column.after->default_value},
                   spelling_));
    sql_ += "COMMIT;";
    return std::move(sql_);
  }

 private:
  /// In the order of the schema to come. A column that goes later on has to let go of the old type, too.
  void retype(std::vector<UsingColumn> columns, const RelationName& fresh) {
    std::ranges::stable_sort(columns, {}, [](const UsingColumn& user) {
      return std::tuple(user.made.known(), user.made, user.after != nullptr, user.position);
    });
    for (const UsingColumn& column : columns) {
      const std::string table = quoted(column.table->name, spelling_);
      const std::string_view array = column.before->type.array_dimensions > 0 ? "[]" : "";
      if (column.after == nullptr) {
        line(fmt::format("ALTER TABLE {} ALTER COLUMN {} TYPE TEXT{};", table, name(column), array));
      } else {
        line(fmt::format("ALTER TABLE {0} ALTER COLUMN {1} TYPE {2}{3} USING ({1}::text::{2}{3});", table,
                         name(column), quoted(fresh, spelling_), array));
      }
    }
  }

  void line(const std::string& text) { sql_.append(text).append("\n"); }
  RelationName named(std::string_view suffix) const {
    return {.schema = before_.name.schema, .name = before_.name.name + std::string(suffix)};
  }
  std::string name(const UsingColumn& column) const {
    return quoted(std::string_view(column.before->name), spelling_);
  }
  std::string rename(const RelationName& from, const std::string& to) const {
    return fmt::format("ALTER TYPE {} RENAME TO {};", quoted(from, spelling_),
                       quoted(std::string_view(to), spelling_));
  }

  const Enum& before_;
  const Enum& after_;
  Spelling spelling_;
  std::string sql_;
};

}  // namespace

std::string enum_change(const Enum& before, const Enum& after, const Sides& sides) {
  const Spelling spelling = sides.options.spelling;
  const bool lost =
      std::ranges::any_of(before.labels, [&](const std::string& label) { return !has(after, label); });
  if (lost) return Remake(before, after, spelling).sql(users(before, sides.from, sides.to));
  const std::vector<std::string> labels = added_labels(before, after);
  return labels.empty() ? std::string() : add_labels(after, labels, spelling);
}

}  // namespace miglint
