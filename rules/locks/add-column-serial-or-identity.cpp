#include <fmt/format.h>

#include "lock_support.hpp"

namespace miglint {

static bool is_serial(const TypeName& type) {
  return type.name == "serial" || type.name == "bigserial" || type.name == "smallserial";
}

static std::string_view plain_type(const ColumnDefinition& column) {
  if (column.type.name == "smallserial" || column.type.name == "int2") return "SMALLINT";
  return column.type.name == "bigserial" || column.type.name == "int8" ? "BIGINT" : "INTEGER";
}

static std::vector<SaferStep> safer(const AddColumn& add) {
  const std::string table = alter_table(add.table), column = quote(add.column.name);
  const std::string sequence = make_object_name(add.table.name, add.column.name, "seq");
  return {
      {.text = "Add a plain column, with a sequence for the rows to come",
       .sql = fmt::format(
           "CREATE SEQUENCE {0};\n{1} ADD COLUMN {2} {3};\n{1} ALTER COLUMN {2} SET DEFAULT nextval({4});\n"
           "ALTER SEQUENCE {0} OWNED BY {5}.{2};",
           quote(sequence), table, column, plain_type(add.column), quote_literal(quote(sequence)),
           quote(add.table))},
      {.text = "Number the old rows in batches, outside of migrations",
       .sql = fmt::format("UPDATE {} SET {} = nextval({}) WHERE {} IS NULL AND …;", quote(add.table), column,
                          quote_literal(quote(sequence)), column)},
      {.text = "Make it NOT NULL, or a key, in a later migration"}};
}

static void check(const AddColumn& add, const Step& step, RuleContext& ctx) {
  if (!is_serial(add.column.type) && add.column.identity == Identity::none) return;
  if (!does(step.effect.rewrites, step, add.table) || surely_empty(step, add.table)) return;
  const std::string table = shown(add.table, step);
  ctx.report(
      {.message = fmt::format(
           "ADD COLUMN {} as {} numbers every row: {} is rewritten while its reads and writes wait",
           in_prose(add.column.name), is_serial(add.column.type) ? add.column.type.name : "identity", table),
       .object = object_of(add.table, step, add.column.name),
       .why = fmt::format("Each row of {} takes a number from the sequence, so all are written anew, "
                          "and all indexes built again, under ACCESS EXCLUSIVE.",
                          table),
       .safer = safer(add)});
}

extern const Rule add_column_serial_or_identity{
    .id = "add-column-serial-or-identity",
    .severity = Severity::warning,
    .check = on<check>,
    .overrides = {"add-unique-without-using-index", "add-column-volatile-default"}};

}  // namespace miglint
