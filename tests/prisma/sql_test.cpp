// What schema.prisma makes of nothing. Each line of SQL is what Prisma's engine (8.1, 7.4, 6.19) printed.

#include <doctest/doctest.h>

#include "support/schemas.hpp"

using miglint::test::made_of;

TEST_SUITE_BEGIN("prisma/sql");

namespace {

/// The column's line in a table of its own.
std::string column(const std::string& field, const std::string& more = "") {
  const std::string sql = made_of("model T {\n  key Int @id\n  " + field + "\n}\n" + more);
  const std::string before = "\"key\" INTEGER NOT NULL,\n    ";
  const std::size_t at = sql.find(before);
  if (at == std::string::npos) return sql;
  const std::size_t begin = at + before.size(), end = sql.find(",\n\n", begin);
  return sql.substr(begin, end - begin);
}

/// The steps after the tables.
std::string behind(const std::string& models, int prisma_major = 7) {
  const std::string sql = made_of(models, prisma_major);
  const std::size_t last = sql.rfind("-- CreateTable"), end = sql.find("\n);\n", last);
  return sql.substr(std::min(end + 5, sql.size()));
}

struct Case {
  const char *schema, *sql;
};

}  // namespace

TEST_CASE("types") {
  const Case cases[] = {
      {"a String", "\"a\" TEXT NOT NULL"},
      {"a String?", "\"a\" TEXT"},
      {"a String[]", "\"a\" TEXT[]"},
      {"a Boolean", "\"a\" BOOLEAN NOT NULL"},
      {"a Int", "\"a\" INTEGER NOT NULL"},
      {"a BigInt", "\"a\" BIGINT NOT NULL"},
      {"a Float", "\"a\" DOUBLE PRECISION NOT NULL"},
      {"a Decimal", "\"a\" DECIMAL(65,30) NOT NULL"},
      {"a DateTime", "\"a\" TIMESTAMP(3) NOT NULL"},
      {"a Json", "\"a\" JSONB NOT NULL"},
      {"a Bytes", "\"a\" BYTEA NOT NULL"},
      {"a String @db.VarChar(20)", "\"a\" VARCHAR(20) NOT NULL"},
      {"a String[] @db.VarChar(20)", "\"a\" VARCHAR(20)[]"},
      {"a Decimal? @db.Decimal(10, 2)", "\"a\" DECIMAL(10,2)"},
      {"a DateTime @db.Timestamptz", "\"a\" TIMESTAMPTZ NOT NULL"},
      {"a DateTime @db.Timestamptz(6)", "\"a\" TIMESTAMPTZ(6) NOT NULL"},
      {"a DateTime @db.Date", "\"a\" DATE NOT NULL"},
      {"a Json @db.Json", "\"a\" JSON NOT NULL"},
      {"a Int @db.SmallInt", "\"a\" SMALLINT NOT NULL"},
      {"a Float @db.Real", "\"a\" REAL NOT NULL"},
      {"a String @db.Uuid", "\"a\" UUID NOT NULL"},
      {"a Unsupported(\"vector(3)\")?", "\"a\" vector(3)"},
      {"a Int @default(autoincrement())", "\"a\" SERIAL NOT NULL"},
      {"a BigInt @default(autoincrement())", "\"a\" BIGSERIAL NOT NULL"},
      {"a Int @default(autoincrement()) @db.SmallInt", "\"a\" SMALLSERIAL NOT NULL"},
      {"a Int @default(autoincrement()) @db.Oid", "\"a\" OID NOT NULL"},
      {"a Int @map(\"b c\")", "\"b c\" INTEGER NOT NULL"},
      {"a Int @ignore", "\"a\" INTEGER NOT NULL"},
  };
  for (const auto& [schema, sql] : cases) {
    CAPTURE(schema);
    CHECK(column(schema) == sql);
  }
}

TEST_CASE("defaults") {
  const Case cases[] = {
      {"a String @default(\"it's\")", "DEFAULT 'it''s'"},
      {"a String @default(\"a\\\\b\")", "DEFAULT 'a\\b'"},
      {"a Int @default(-5)", "DEFAULT -5"},
      {"a Int @default(007)", "DEFAULT 7"},
      {"a Float @default(1.50)", "DEFAULT 1.50"},
      {"a Float @default(-0.0)", "DEFAULT 0.0"},
      {"a Decimal @default(\"00.10\")", "DEFAULT 0.10"},
      {"a Boolean @default(true)", "DEFAULT true"},
      {"a DateTime @default(now())", "DEFAULT CURRENT_TIMESTAMP"},
      {"a DateTime @updatedAt @default(now())", "DEFAULT CURRENT_TIMESTAMP"},
      {"a DateTime @default(\"2020-01-02T03:04:05.1Z\")", "DEFAULT '2020-01-02 03:04:05.100 +00:00'"},
      {"a DateTime @default(\"2020-01-02t03:04:05+02:00\")", "DEFAULT '2020-01-02 03:04:05 +02:00'"},
      {"a Json @default(\"{\\\"a\\\": 'x'}\")", "DEFAULT '{\"a\": ''x''}'"},
      {"a Bytes @default(\"aGVsbG8=\")", "DEFAULT '\\x68656c6c6f'"},
      {"a String @default(dbgenerated(\"gen_random_uuid()\")) @db.Uuid", "DEFAULT gen_random_uuid()"},
      {"a Int[] @default([1, -2])", "DEFAULT ARRAY[1, -2]::INTEGER[]"},
      {"a String[] @default([]) @db.VarChar(9)", "DEFAULT ARRAY[]::VARCHAR(9)[]"},
      {"a Colour @default(RED)", "DEFAULT 'red ''un'"},
      {"a Colour[] @default([RED, BLUE])", "DEFAULT ARRAY['red ''un', 'BLUE']::\"paint\"[]"},
  };
  const std::string colour = "enum Colour {\n  RED @map(\"red 'un\")\n  BLUE\n  @@map(\"paint\")\n}\n";
  for (const auto& [schema, sql] : cases) {
    CAPTURE(schema);
    const std::string line = column(schema, colour);
    CHECK(line.substr(std::min(line.find("DEFAULT"), line.size())) == sql);
  }
  for (const char* none : {"uuid()", "uuid(7)", "cuid()", "nanoid(5)", "ulid()", "dbgenerated()"})
    CHECK(column("a String @default(" + std::string(none) + ")") == "\"a\" TEXT NOT NULL");
}

TEST_CASE("a table's key, and models without one") {
  CHECK(made_of("model T {\n  a Int\n  b Int @map(\"c\")\n  @@id([b, a])\n  @@map(\"ts\")\n}\n") ==
        "-- CreateTable\nCREATE TABLE \"ts\" (\n    \"a\" INTEGER NOT NULL,\n    \"c\" INTEGER NOT NULL,\n\n "
        "   "
        "CONSTRAINT \"ts_pkey\" PRIMARY KEY (\"c\",\"a\")\n);\n");
  CHECK(made_of("model T {\n  a Int @id(map: \"k\")\n}\n").find("CONSTRAINT \"k\" PRIMARY KEY (\"a\")") !=
        std::string::npos);
  CHECK(
      made_of("model T {\n  a Int @unique\n}\n") ==
      "-- CreateTable\nCREATE TABLE \"T\" (\n    \"a\" INTEGER NOT NULL\n);\n\n-- CreateIndex\nCREATE UNIQUE "
      "INDEX \"T_a_key\" ON \"T\"(\"a\");\n");
  CHECK(made_of("view V {\n  a Int @unique\n}\n").empty());
}

TEST_CASE("indexes: of fields, then @@index, then @@unique, each in its order") {
  const std::string fields = "  a Int @id\n  b Int @map(\"bb\")\n  c Json\n  d String @unique\n";
  const Case cases[] = {
      {"@@index([b])", "CREATE INDEX \"T_bb_idx\" ON \"T\"(\"bb\")"},
      {"@@index(b)", "CREATE INDEX \"T_bb_idx\" ON \"T\"(\"bb\")"},
      {"@@index(fields: [b, a])", "CREATE INDEX \"T_bb_a_idx\" ON \"T\"(\"bb\", \"a\")"},
      {"@@index([b], map: \"x\")", "CREATE INDEX \"x\" ON \"T\"(\"bb\")"},
      {"@@index([b], name: \"x\")", "CREATE INDEX \"x\" ON \"T\"(\"bb\")"},
      {"@@unique([b, a], name: \"x\")", "CREATE UNIQUE INDEX \"T_bb_a_key\" ON \"T\"(\"bb\", \"a\")"},
      {"@@unique([b(sort: Desc)])", "CREATE UNIQUE INDEX \"T_bb_key\" ON \"T\"(\"bb\" DESC)"},
      {"@@index([b(sort: Asc)])", "CREATE INDEX \"T_bb_idx\" ON \"T\"(\"bb\" ASC)"},
      {"@@index([c], type: Gin)", "CREATE INDEX \"T_c_idx\" ON \"T\" USING GIN (\"c\")"},
      {"@@index([b], type: BTree)", "CREATE INDEX \"T_bb_idx\" ON \"T\"(\"bb\")"},
      {"@@index([c(ops: JsonbPathOps)], type: Gin)",
       "CREATE INDEX \"T_c_idx\" ON \"T\" USING GIN (\"c\" jsonb_path_ops)"},
      {"@@index([b(ops: Int4MinMaxMultiOps)], type: Brin)",
       "CREATE INDEX \"T_bb_idx\" ON \"T\" USING BRIN (\"bb\" int4_minmax_multi_ops)"},
      {"@@index([d(ops: raw(\"text_pattern_ops\"), sort: Desc)])",
       "CREATE INDEX \"T_d_idx\" ON \"T\"(\"d\" text_pattern_ops DESC)"},
      {"@@index([b], where: raw(\"b > 5\"))", "CREATE INDEX \"T_bb_idx\" ON \"T\"(\"bb\") WHERE (b > 5)"},
      {"@@index([b], where: { b: { not: null }, d: \"it's\" })",
       "CREATE INDEX \"T_bb_idx\" ON \"T\"(\"bb\") WHERE (\"bb\" IS NOT NULL AND \"d\" = 'it''s')"},
  };
  for (const auto& [schema, sql] : cases) {
    CAPTURE(schema);
    CHECK(behind("model T {\n" + fields + "  " + schema + "\n}\n") ==
          "-- CreateIndex\nCREATE UNIQUE INDEX \"T_d_key\" ON \"T\"(\"d\");\n\n-- CreateIndex\n" +
              std::string(sql) + ";\n");
  }
  const std::string sql = behind("model T {\n" + fields + "  @@unique([b])\n  @@index([a])\n}\n");
  CHECK(sql.find("T_a_idx") < sql.find("T_bb_key"));
}

TEST_CASE("names are cut to 63 bytes in front of their suffix, at a character's end") {
  const std::string sql =
      made_of("model " + std::string(40, 'M') + " {\n  id Int @id\n  " + std::string(30, 'c') +
              " Int\n  @@index([" + std::string(30, 'c') + "])\n}\n");
  CHECK(sql.find("\"" + std::string(40, 'M') + "_" + std::string(18, 'c') + "_idx\"") != std::string::npos);
  const std::string wide = made_of("model M {\n  id Int @id\n  a Int @map(\"" + std::string(10, 'x') +
                                   "ééééééééééééééééééééééééééééé\")\n  @@index([a])\n}\n");
  CHECK(wide.find("\"M_xxxxxxxxxxééééééééééééééééééééééé_idx\"") != std::string::npos);
}

TEST_CASE("foreign keys: actions by default, by name, none with relationMode") {
  const auto key = [](const std::string& fields, const std::string& relation,
                      const std::string& before = "") {
    return behind(before +
                  "model P {\n  x Int\n  y Int\n  c C[]\n  @@id([x, y])\n}\nmodel C {\n  id Int @id\n" +
                  fields + "  p P? @relation(fields: [a, b], references: [x, y]" + relation + ")\n}\n");
  };
  const std::string both = "  a Int?\n  b Int?\n", one = "  a Int\n  b Int?\n";
  const std::string head =
      "-- AddForeignKey\nALTER TABLE \"C\" ADD CONSTRAINT \"C_a_b_fkey\" FOREIGN KEY (\"a\", "
      "\"b\") REFERENCES \"P\"(\"x\", \"y\") ON DELETE ";
  CHECK(key(both, "") == head + "SET NULL ON UPDATE CASCADE;\n");
  CHECK(key(one, "") == head + "RESTRICT ON UPDATE CASCADE;\n");
  CHECK(key(one, ", onDelete: Cascade, onUpdate: NoAction") == head + "CASCADE ON UPDATE NO ACTION;\n");
  CHECK(key(both, ", onDelete: SetDefault, onUpdate: Restrict") ==
        head + "SET DEFAULT ON UPDATE RESTRICT;\n");
  CHECK(key(both, ", map: \"k\"").find("ADD CONSTRAINT \"k\" FOREIGN KEY") != std::string::npos);
  CHECK(key(both, "", "datasource db {\n  provider = \"postgresql\"\n  relationMode = \"prisma\"\n}\n")
            .empty());
  CHECK_FALSE(
      key(both, "", "datasource db {\n  provider = \"postgresql\"\n  relationMode = \"foreignKeys\"\n}\n")
          .empty());
}

TEST_CASE("implicit many-to-many tables: named by models or relation, keyed since Prisma 6") {
  const std::string models =
      "model Post {\n  id String @id @default(uuid()) @db.Uuid\n  tags Label[]\n}\nmodel Label {\n  id Int "
      "@id "
      "@default(autoincrement())\n  posts Post[]\n  @@map(\"tags\")\n}\n";
  const std::string sql = made_of(models);
  CHECK(sql.find(
            "CREATE TABLE \"_LabelToPost\" (\n    \"A\" INTEGER NOT NULL,\n    \"B\" UUID NOT NULL,\n\n    "
            "CONSTRAINT \"_LabelToPost_AB_pkey\" PRIMARY KEY (\"A\",\"B\")\n);") != std::string::npos);
  CHECK(behind(models) ==
        "-- CreateIndex\nCREATE INDEX \"_LabelToPost_B_index\" ON \"_LabelToPost\"(\"B\");\n\n"
        "-- AddForeignKey\nALTER TABLE \"_LabelToPost\" ADD CONSTRAINT \"_LabelToPost_A_fkey\" FOREIGN KEY "
        "(\"A\") "
        "REFERENCES \"tags\"(\"id\") ON DELETE CASCADE ON UPDATE CASCADE;\n\n"
        "-- AddForeignKey\nALTER TABLE \"_LabelToPost\" ADD CONSTRAINT \"_LabelToPost_B_fkey\" FOREIGN KEY "
        "(\"B\") "
        "REFERENCES \"Post\"(\"id\") ON DELETE CASCADE ON UPDATE CASCADE;\n");
  CHECK(made_of(models, 5).find("_AB_pkey") == std::string::npos);
  CHECK(
      behind(models, 5).starts_with("-- CreateIndex\nCREATE UNIQUE INDEX \"_LabelToPost_AB_unique\" ON "
                                    "\"_LabelToPost\"(\"A\", \"B\");\n"));
  const std::string self =
      "model N {\n  id Int @id\n  up N[] @relation(\"tree\")\n  down N[] @relation(\"tree\")\n}\n";
  CHECK(made_of(self).find("CREATE TABLE \"_tree\"") != std::string::npos);
  CHECK(made_of(self).find("CREATE TABLE \"_tree\"") == made_of(self).rfind("CREATE TABLE \"_tree\""));
}

TEST_CASE("schemas, extensions, enums: before the tables; public goes without saying") {
  const std::string sql = miglint::test::made_of(
      "datasource db {\n  provider = \"postgresql\"\n  schemas = [\"public\", \"auth\"]\n  extensions = "
      "[uuidOssp(map: \"uuid-ossp\", schema: \"auth\", version: \"1.1\"), citext]\n}\n"
      "model U {\n  id Int @id\n  r Role\n  @@schema(\"auth\")\n}\nenum Role {\n  A\n  B @map(\"b's\")\n  "
      "@@schema(\"public\")\n}\n");
  CHECK(
      sql ==
      "-- CreateSchema\nCREATE SCHEMA IF NOT EXISTS \"auth\";\n\n-- CreateSchema\nCREATE SCHEMA IF NOT "
      "EXISTS "
      "\"public\";\n\n-- CreateExtension\nCREATE EXTENSION IF NOT EXISTS \"citext\";\n\n-- CreateExtension\n"
      "CREATE EXTENSION IF NOT EXISTS \"uuid-ossp\" WITH SCHEMA \"auth\" VERSION \"1.1\";\n\n-- CreateEnum\n"
      "CREATE TYPE \"Role\" AS ENUM ('A', 'b''s');\n\n-- CreateTable\nCREATE TABLE \"auth\".\"U\" (\n    "
      "\"id\" "
      "INTEGER NOT NULL,\n    \"r\" \"Role\" NOT NULL,\n\n    CONSTRAINT \"U_pkey\" PRIMARY KEY "
      "(\"id\")\n);\n");
}
