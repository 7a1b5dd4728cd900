#include <algorithm>
#include <fmt/format.h>

#include "lock_paths.hpp"

namespace miglint {

static bool is_serial(const TypeName& type) {
  return type.name == "serial" || type.name == "bigserial" || type.name == "smallserial";
}

static TypeName plain_type(const ColumnDefinition& column) {
  TypeName type = column.type;
  if (is_serial(type))
    type.name = type.name == "smallserial" ? "int2" : type.name == "bigserial" ? "int8" : "int4";
  type.schema = "pg_catalog";
  return type;
}

/// The numbers go on in the identity's own sequence.
static PathStep becomes_identity(const AddColumn& add, const std::string& sequence, const Step& step) {
  const RelationName resolved = step.before.resolve(add.table);
  const std::string table = relation(resolved, step), column = identifier(add.column.name, step);
  const std::string_view kind = add.column.identity == Identity::always ? "ALWAYS" : "BY DEFAULT";
  return next_release(
      "Make it the identity that it is to be: its sequence goes on where the other one is",
      fmt::format(
          "BEGIN;\nALTER TABLE {0} ALTER COLUMN {1} DROP DEFAULT, ALTER COLUMN {1} ADD GENERATED {2} AS "
          "IDENTITY;\nSELECT setval(pg_get_serial_sequence({3}, {4}), last_value, is_called) FROM "
          "{5};\nDROP SEQUENCE {5};\nCOMMIT;",
          table, column, kind, quote_literal(table), quote_literal(add.column.name), sequence));
}

static std::optional<SaferPath> numbered_apart(const AddColumn& add, const Step& step) {
  const bool is_key = std::ranges::any_of(step.statement.changes, [&](const StatementChange& c) {
    const auto* unique = std::get_if<AddUnique>(&c.change);
    return std::holds_alternative<AddPrimaryKey>(c.change) || (unique && !unique->inline_column.empty());
  });
  const bool identity = add.column.identity != Identity::none;
  const RelationName table = step.before.resolve(add.table);
  const RelationName sequence{
      .schema = table.schema,
      .name = make_object_name(table.name, add.column.name, identity ? "numbers" : "seq")};
  // a key needs its numbers at once
  if (is_key || add.column.sequence || add.if_not_exists || step.before.relation_exists(sequence))
    return std::nullopt;
  AddColumn bare = add;
  bare.column.type = plain_type(add.column);
  bare.column.not_null = bare.column.primary_key = false;
  bare.column.identity = Identity::none;
  const std::string name = relation(sequence, step), column = identifier(add.column.name, step);
  // as PostgreSQL writes a serial column's default
  const std::string next = fmt::format("nextval({}::regclass)", quote_literal(quote(sequence)));
  std::string defaults =
      fmt::format("ALTER TABLE {} ALTER COLUMN {} SET DEFAULT {};", relation(table, step), column, next);
  if (!identity)
    defaults += fmt::format("\nALTER SEQUENCE {} OWNED BY {}.{};", name, relation(table, step), column);
  AddColumn required = add;
  required.column.not_null = true;
  std::optional<SaferPath> path =
      filled_apart(step, required,
                   {here("Add a plain column, which writes no row", sql(Change(bare), step)),
                    here("Number the rows to come", std::move(defaults))},
                   next);
  if (!path) return path;
  const std::string type = format_type(bare.column.type, step.before);
  path->steps.insert(path->steps.begin(), before("A sequence for the numbers",
                                                 fmt::format("CREATE SEQUENCE {} AS {};", name, type)));
  if (identity) path->steps.push_back(becomes_identity(add, name, step));
  return path;
}

static void check_add_column_serial_or_identity(const AddColumn& add, const Step& step, RuleContext& ctx) {
  if (!is_serial(add.column.type) && add.column.identity == Identity::none) return;
  if (!does(step.effect.rewrites, step, add.table) || surely_empty(step, add.table)) return;
  const std::string table = shown(add.table, step);
  ctx.report(
      {.message = fmt::format(
           "ADD COLUMN {} as {} numbers every row: {} is rewritten while its reads and writes wait",
           in_prose(add.column.name), is_serial(add.column.type) ? add.column.type.name : "identity", table),
       .object = object_of(add.table, step, add.column.name),
       .why = fmt::format("Each row of {} takes a number from the sequence, so all are written again, "
                          "and all indexes built again, under ACCESS EXCLUSIVE.",
                          table),
       .paths =
           offered({numbered_apart(add, step), with_lock_timeout(step, "add-column-serial-or-identity")})});
}

extern const Rule add_column_serial_or_identity{
    .id = "add-column-serial-or-identity",
    .severity = Severity::warning,
    .check = on<check_add_column_serial_or_identity>,
    .overrides = {"add-unique-without-using-index", "add-column-volatile-default"}};

}  // namespace miglint
