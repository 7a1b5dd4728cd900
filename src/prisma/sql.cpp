#include "prisma/sql.hpp"

#include <fmt/format.h>
#include <set>
#include <utility>

#include "miglint/print.hpp"
#include "prisma/column.hpp"
#include "prisma/extensions.hpp"
#include "prisma/indexes.hpp"
#include "prisma/names.hpp"
#include "prisma/relations.hpp"

// Prisma's order: schemas, extensions, enums, tables, indexes, foreign keys (prisma-engines,
// sql_migration.rs).

namespace miglint::prisma {

namespace {

std::string list(const std::vector<std::string>& columns, std::string_view separator) {
  std::string sql;
  for (const std::string& column : columns) sql.append(sql.empty() ? "" : separator).append(quoted(column));
  return sql;
}

/// The steps, kind by kind as Prisma prints them.
class Writer {
 public:
  Writer(const Tree& tree, int major) : tree_(tree), major_(major), keys_(foreign_keys(tree)) {}

  std::string write() {
    add_schemas();
    add_extensions();
    for_each(Block::Kind::enumeration, [&](const Block& block) { add_enum(block); });
    for_each(Block::Kind::model, [&](const Block& block) { add_table(block); });
    const std::vector<ManyToMany> between = many_to_many(tree_);
    for (const ManyToMany& table : between) add_table(table);
    for_each(Block::Kind::model, [&](const Block& block) { add_indexes(block); });
    for (const ManyToMany& table : between) add_indexes(table);
    for (const ForeignKey& key : keys_) add_foreign_key(key);
    for (const ManyToMany& table : between) add_foreign_keys(table);
    return std::move(sql_);
  }

 private:
  template <class Do>
  void for_each(Block::Kind kind, Do what) {
    for (const Block& block : tree_.blocks)
      if (block.kind == kind) what(block);
  }

  void add(std::string_view step, const std::string& statement) { add_whole(step, statement + ";"); }
  void add_whole(std::string_view step, const std::string& statement) {
    sql_.append(sql_.empty() ? "" : "\n").append(fmt::format("-- {}\n{}\n", step, statement));
  }

  void add_schemas() {
    std::set<std::string> schemas;
    for (const Block& block : tree_.blocks) {
      if (block.kind != Block::Kind::model && block.kind != Block::Kind::enumeration) continue;
      const std::string schema = relation_of(block).schema;
      schemas.insert(schema.empty() ? "public" : schema);
    }
    for (const std::string& schema : schemas)
      add("CreateSchema", "CREATE SCHEMA IF NOT EXISTS " + quoted(schema));
  }

  void add_extensions() {
    for (const Written::Extension& extension : extensions_of(tree_))
      add_whole("CreateExtension", extension.sql);
  }

  void add_enum(const Block& block) {
    CreateEnum create{.type = relation_of(block), .labels = {}};
    for (const EnumValue& value : block.values) create.labels.push_back(database_name(value));
    add_whole("CreateEnum", print(create, Spelling::prisma));
  }

  std::string column_sql(const Field& field) const {
    std::string sql = quoted(database_name(field)) + " " + column_type(tree_, field);
    if (field.arity == Arity::required) sql += " NOT NULL";
    if (const auto value = column_default(tree_, field)) sql += " DEFAULT " + *value;
    return sql;
  }

  void add_table(const Block& model) {
    const std::string name = quoted(relation_of(model));
    std::string body;
    for (const Field& field : model.fields)
      if (has_column(tree_, field))
        body.append(body.empty() ? "" : ",\n").append("    ").append(column_sql(field));
    if (const std::string key = primary_key(model); !key.empty()) body += ",\n\n    " + key;
    add("CreateTable", fmt::format("CREATE TABLE {} (\n{}\n)", name, body));
  }

  /// Prisma has no blank between the columns of this list.
  static std::string primary_key(const Block& model) {
    std::vector<std::string> columns;
    const Attribute* key = model.attribute("id");
    if (const Value* fields = key == nullptr ? nullptr : key->argument("fields", 0)) {
      columns = columns_of(model, *fields);
    } else {
      for (const Field& field : model.fields) {
        if (field.attribute("id") == nullptr) continue;
        key = field.attribute("id");
        columns = {database_name(field)};
      }
    }
    if (key == nullptr) return {};
    const std::string map = key->text("map");
    return fmt::format("CONSTRAINT {} PRIMARY KEY ({})",
                       quoted(map.empty() ? constraint_name(database_name(model), {}, "_pkey") : map),
                       list(columns, ","));
  }

  void add_table(const ManyToMany& table) {
    const RelationName name = relation_of(table);
    std::string body =
        fmt::format("    \"A\" {} NOT NULL,\n    \"B\" {} NOT NULL", id_type(*table.a), id_type(*table.b));
    if (major_ >= 6)
      body += fmt::format(",\n\n    CONSTRAINT {} PRIMARY KEY (\"A\",\"B\")",
                          quoted(constraint_name(table.table, {}, "_AB_pkey")));
    add("CreateTable", fmt::format("CREATE TABLE {} (\n{}\n)", quoted(name), body));
  }

  static RelationName relation_of(const Block& block) { return prisma::relation_of(block); }
  static RelationName relation_of(const ManyToMany& table) {
    return {.schema = prisma::relation_of(*table.a).schema, .name = table.table};
  }

  /// Of the id that a column refers to: it counts there, not here.
  std::string id_type(const Block& model) const {
    const Field* id = identifying_field(model);
    if (id == nullptr) return "TEXT";
    Field plain = *id;
    std::erase_if(plain.attributes, [](const Attribute& attribute) { return attribute.name == "default"; });
    return column_type(tree_, plain);
  }

  void add_indexes(const Block& model) {
    for (const std::string& sql : indexes_of(model)) add("CreateIndex", sql);
  }

  void add_indexes(const ManyToMany& table) {
    const std::string name = quoted(relation_of(table));
    if (major_ < 6)
      add("CreateIndex", fmt::format("CREATE UNIQUE INDEX {} ON {}(\"A\", \"B\")",
                                     quoted(constraint_name(table.table, {}, "_AB_unique")), name));
    add("CreateIndex", fmt::format("CREATE INDEX {} ON {}(\"B\")",
                                   quoted(constraint_name(table.table, {}, "_B_index")), name));
  }

  void add_foreign_key(const ForeignKey& key) {
    AddForeignKey add;
    add.table = relation_of(*key.model);
    add.name = key.name;
    for (const std::string& field : key.fields) add.columns.push_back(column_of(*key.model, field));
    add.referenced = relation_of(*key.referenced);
    for (const std::string& field : key.references)
      add.referenced_columns.push_back(column_of(*key.referenced, field));
    add.on_delete = key.on_delete;
    add.on_update = key.on_update;
    add_whole("AddForeignKey", print(add, Spelling::prisma));
  }

  void add_foreign_keys(const ManyToMany& table) {
    if (!has_foreign_keys(tree_)) return;
    for (const auto& [column, model] : {std::pair("A", table.a), std::pair("B", table.b)}) {
      const Field* id = identifying_field(*model);
      if (id == nullptr) continue;
      AddForeignKey add;
      add.table = relation_of(table);
      add.name = constraint_name(table.table, {}, fmt::format("_{}_fkey", column));
      add.columns = {column};
      add.referenced = relation_of(*model);
      add.referenced_columns = {database_name(*id)};
      add.on_delete = add.on_update = ReferentialAction::cascade;
      add_whole("AddForeignKey", print(add, Spelling::prisma));
    }
  }

  const Tree& tree_;
  int major_;
  std::vector<ForeignKey> keys_;
  std::string sql_;
};

}  // namespace

std::string sql_of(const Tree& tree, int major) { return Writer(tree, major).write(); }

}  // namespace miglint::prisma
