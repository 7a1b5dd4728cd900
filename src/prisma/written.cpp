#include "prisma/written.hpp"

#include "prisma/column.hpp"
#include "prisma/extensions.hpp"
#include "prisma/names.hpp"

namespace miglint::prisma {

namespace {

using Default = WrittenColumn::Default;

WrittenColumn of_call(const Value& call) {
  if (call.text == "now") return {.kind = Default::now, .text = {}};
  if (call.text == "autoincrement") return {.kind = Default::counter, .text = {}};
  if (call.text != "dbgenerated") return {};
  if (call.arguments.empty()) return {.kind = Default::open, .text = {}};
  return {.kind = Default::expression, .text = call.arguments.front().value.text};
}

WrittenColumn column_of(const Field& field) {
  WrittenColumn column;
  if (const Value* value = default_of(field))
    column = value->kind == Value::Kind::call ? of_call(*value)
                                              : WrittenColumn{.kind = Default::value, .text = {}};
  column.unsupported = field.unsupported;
  return column;
}

}  // namespace

Written written(const Tree& tree) {
  Written all;
  for (const Block& model : tree.blocks) {
    if (model.kind != Block::Kind::model) continue;
    RelationName table = relation_of(model);
    if (table.schema.empty()) table.schema = "public";
    for (const Field& field : model.fields)
      if (has_column(tree, field)) all.columns[{table, database_name(field)}] = column_of(field);
  }
  all.extensions = extensions_of(tree);
  return all;
}

}  // namespace miglint::prisma
