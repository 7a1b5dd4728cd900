#include "diff/definitions.hpp"

#include <algorithm>
#include <array>

#include "diff/defaults.hpp"

namespace miglint {

namespace {

struct Serial {
  std::string_view type, serial;
};
constexpr auto serials =
    std::to_array<Serial>({{"int2", "smallserial"}, {"int4", "serial"}, {"int8", "bigserial"}});

/// What the catalog has not made is PostgreSQL's own, or an extension's: found without a schema, and spelled
/// as it stands.
TypeName spelled(const TypeName& type, const Catalog& catalog) {
  if ((!type.schema.empty() && type.schema != "public") || catalog.type_exists({type.schema, type.name}) ||
      catalog.type_exists({"public", type.name}))
    return type;
  TypeName plain = type;
  plain.schema = "pg_catalog";
  return plain;
}

/// A sequence of the column's own, made with it.
bool owns_sequence(const Catalog& catalog, const Table& table, const Column& column) {
  return std::ranges::any_of(catalog.sequences, [&](const auto& entry) {
    const Sequence& sequence = entry.second;
    return sequence.owned_by_table == table.name && sequence.owned_by_column == column.name;
  });
}

}  // namespace

TypeName type_of(const Catalog& catalog, const Column& column) { return spelled(column.type, catalog); }

ColumnDefinition definition_of(const Catalog& catalog, const Table& table, const Column& column) {
  ColumnDefinition definition{.name = column.name,
                              .type = spelled(column.type, catalog),
                              .not_null = column.not_null,
                              .default_value = column.default_value,
                              .identity = column.identity,
                              .sequence = {},
                              .generated = column.generated,
                              .generated_virtual = column.generated_virtual,
                              .collation = column.collation,
                              .contradiction = {}};
  const auto serial = std::ranges::find(serials, column.type.name, &Serial::type);
  const bool counts = column.identity == Identity::none && draws_from_sequence(column) &&
                      serial != serials.end() && owns_sequence(catalog, table, column);
  if (counts) {
    definition.type = {
        .schema = {}, .name = std::string(serial->serial), .modifiers = {}, .interval_fields = {}};
    definition.default_value = {};
  }
  return definition;
}

std::vector<Change> definition_of(const Catalog& catalog, const Table& table) {
  CreateTable create;
  create.table = table.name;
  create.persistence = table.persistence;
  for (const Column& column : table.columns) create.columns.push_back(definition_of(catalog, table, column));
  std::vector<Change> changes;
  changes.emplace_back(std::move(create));
  if (const Constraint* key = table.primary_key()) changes.emplace_back(primary_key_of(table, *key));
  return changes;
}

CreateIndex definition_of(const Index& index) {
  CreateIndex create;
  create.table = index.table;
  create.name = index.name.name;
  create.unique = index.unique;
  create.nulls_not_distinct = index.nulls_not_distinct;
  create.method = index.method;
  create.elements = index.elements;
  create.include = index.include;
  create.where = index.where;
  return create;
}

AddForeignKey definition_of(const Table& table, const Constraint& key) {
  AddForeignKey add;
  add.table = table.name;
  add.name = key.name;
  add.columns = key.columns;
  add.referenced = key.referenced;
  add.referenced_columns = key.referenced_columns;
  add.on_delete = key.on_delete;
  add.on_update = key.on_update;
  return add;
}

AddPrimaryKey primary_key_of(const Table& table, const Constraint& key) {
  AddPrimaryKey add;
  add.table = table.name;
  add.name = key.name;
  add.columns = key.columns;
  return add;
}

}  // namespace miglint
