// What turns one schema into another. What is expected of schema.prisma is what Prisma's engine printed
// (8.1), but where PostgreSQL would have refused that.

#include "diff/diff.hpp"

#include <doctest/doctest.h>

#include "support/schemas.hpp"

using miglint::test::between;
using miglint::test::from_sql;

TEST_SUITE_BEGIN("diff");

namespace {

/// A table T(id) with one more column, and a model T with one more field.
std::string field(const std::string& column, const std::string& field, const std::string& more = "",
                  const std::string& before = "") {
  const std::string sql = from_sql(before + "CREATE TABLE \"T\" (\"id\" int PRIMARY KEY, " + column +
                                       "); ALTER TABLE \"T\" RENAME CONSTRAINT \"T_pkey\" TO \"T_pkey\";",
                                   "model T {\n  id Int @id\n  " + field + "\n}\n" + more);
  const std::string head = "-- AlterTable\nALTER TABLE \"T\" ";
  return sql.starts_with(head) ? sql.substr(head.size()) : sql;
}

struct Case {
  const char *column, *field, *sql;
};

}  // namespace

TEST_CASE("types that are the same, that are altered, and that no cast leads to") {
  const Case cases[] = {
      {"a text NOT NULL", "a String", ""},
      {"a timestamp NOT NULL", "a DateTime @db.Timestamp(6)", ""},
      {"a timestamp(3) NOT NULL", "a DateTime @db.Timestamp", ""},
      {"a timestamptz(3) NOT NULL", "a DateTime @db.Timestamptz", ""},
      {"a timestamp NOT NULL", "a DateTime", "ALTER COLUMN \"a\" SET DATA TYPE TIMESTAMP(3);\n"},
      {"a numeric(10) NOT NULL", "a Decimal @db.Decimal(10, 0)", ""},
      {"a numeric NOT NULL", "a Decimal", "ALTER COLUMN \"a\" SET DATA TYPE DECIMAL(65,30);\n"},
      {"a int NOT NULL", "a BigInt", "ALTER COLUMN \"a\" SET DATA TYPE BIGINT;\n"},
      {"a text NOT NULL", "a String @db.VarChar(5)", "ALTER COLUMN \"a\" SET DATA TYPE VARCHAR(5);\n"},
      {"a text NOT NULL", "a Int", "DROP COLUMN \"a\",\nADD COLUMN     \"a\" INTEGER NOT NULL;\n"},
      {"a int NOT NULL", "a Boolean", "DROP COLUMN \"a\",\nADD COLUMN     \"a\" BOOLEAN NOT NULL;\n"},
      {"a boolean NOT NULL", "a String", "ALTER COLUMN \"a\" SET DATA TYPE TEXT;\n"},
      {"a boolean NOT NULL", "a String @db.VarChar(3)",
       "DROP COLUMN \"a\",\nADD COLUMN     \"a\" VARCHAR(3) NOT NULL;\n"},
      {"a uuid NOT NULL", "a String @db.VarChar(32)", "ALTER COLUMN \"a\" SET DATA TYPE VARCHAR(32);\n"},
      {"a uuid NOT NULL", "a String @db.VarChar(31)",
       "DROP COLUMN \"a\",\nADD COLUMN     \"a\" VARCHAR(31) NOT NULL;\n"},
      {"a text NOT NULL", "a String @db.Uuid", "DROP COLUMN \"a\",\nADD COLUMN     \"a\" UUID NOT NULL;\n"},
      {"a json NOT NULL", "a Json", "ALTER COLUMN \"a\" SET DATA TYPE JSONB;\n"},
      {"a money NOT NULL", "a Int", "ALTER COLUMN \"a\" SET DATA TYPE INTEGER;\n"},
      {"a bit(4) NOT NULL", "a String @db.VarBit(3)",
       "DROP COLUMN \"a\",\nADD COLUMN     \"a\" VARBIT(3) NOT NULL;\n"},
      {"a bit(4) NOT NULL", "a String @db.VarBit(4)", "ALTER COLUMN \"a\" SET DATA TYPE VARBIT(4);\n"},
      {"a varbit(4) NOT NULL", "a String @db.Bit(4)", "ALTER COLUMN \"a\" SET DATA TYPE BIT(4);\n"},
      {"a text[]", "a String[]", ""},
      {"a text[] NOT NULL", "a String[]", ""},
      {"a timestamp[]", "a DateTime[]", ""},
      {"a text NOT NULL", "a String[]", "DROP COLUMN \"a\",\nADD COLUMN     \"a\" TEXT[];\n"},
      {"a text[]", "a String", "ALTER COLUMN \"a\" SET NOT NULL,\nALTER COLUMN \"a\" SET DATA TYPE TEXT;\n"},
      {"a text[]", "a Int?", "DROP COLUMN \"a\",\nADD COLUMN     \"a\" INTEGER;\n"},
      {"a macaddr", "a Unsupported(\"cidr\")?", ""},
      {"a text", "a Unsupported(\"cidr\")?", "ALTER COLUMN \"a\" SET DATA TYPE cidr;\n"},
      {"a cidr", "a String?", "ALTER COLUMN \"a\" SET DATA TYPE TEXT;\n"},
  };
  for (const auto& [column, model, sql] : cases) {
    CAPTURE(column);
    CAPTURE(model);
    CHECK(field(column, model) == sql);
  }
  CHECK(field("a d", "a Int?", "", "CREATE DOMAIN d AS int CHECK (VALUE > 0);").empty());
}

TEST_CASE("nullability and defaults") {
  const Case cases[] = {
      {"a int", "a Int", "ALTER COLUMN \"a\" SET NOT NULL;\n"},
      {"a int NOT NULL", "a Int?", "ALTER COLUMN \"a\" DROP NOT NULL;\n"},
      {"a int DEFAULT 1", "a Int?", "ALTER COLUMN \"a\" DROP DEFAULT;\n"},
      {"a int", "a Int? @default(1)", "ALTER COLUMN \"a\" SET DEFAULT 1;\n"},
      {"a int DEFAULT 1", "a BigInt @default(2)",
       "ALTER COLUMN \"a\" SET NOT NULL,\nALTER COLUMN \"a\" SET DEFAULT 2,\nALTER COLUMN \"a\" SET DATA "
       "TYPE "
       "BIGINT;\n"},
      {"a int DEFAULT '0'", "a Int? @default(0)", ""},
      {"a int DEFAULT -5", "a Int? @default(-5)", ""},
      {"a numeric(65,30) DEFAULT 1.50", "a Decimal? @default(1.5)", ""},
      {"a text DEFAULT 'x'::text", "a String? @default(\"x\")", ""},
      {"a varchar(9) DEFAULT 'x'", "a String? @default(\"x\") @db.VarChar(9)", ""},
      {"a text DEFAULT upper('x')", "a String? @default(\"X\")", "ALTER COLUMN \"a\" SET DEFAULT 'X';\n"},
      {"a text DEFAULT '1'", "a String? @default(\"1\")", ""},
      {"a int DEFAULT 1", "a String? @default(\"1\")",
       "ALTER COLUMN \"a\" SET DEFAULT '1',\nALTER COLUMN \"a\" SET DATA TYPE TEXT;\n"},
      {"a boolean DEFAULT 't'", "a Boolean? @default(true)", ""},
      {"a boolean DEFAULT false", "a Boolean? @default(true)", "ALTER COLUMN \"a\" SET DEFAULT true;\n"},
      {"a jsonb DEFAULT '{\"b\": [1,  2], \"a\": null}'",
       "a Json? @default(\"{\\\"a\\\":null,\\\"b\\\":[1,2]}\")", ""},
      {"a jsonb DEFAULT '{\"a\": 1.0}'", "a Json? @default(\"{\\\"a\\\":1}\")",
       "ALTER COLUMN \"a\" SET DEFAULT '{\"a\":1}';\n"},
      {"a bytea DEFAULT '\\x68656C6c6f'", "a Bytes? @default(\"aGVsbG8=\")", ""},
      {"a bytea DEFAULT 'hello'", "a Bytes? @default(\"aGVsbG8=\")", ""},
      {"a timestamp(3) DEFAULT now()", "a DateTime? @default(now())", ""},
      {"a timestamp(3) DEFAULT CURRENT_TIMESTAMP", "a DateTime? @default(now())", ""},
      {"a timestamp(3) DEFAULT CURRENT_TIMESTAMP(3)", "a DateTime? @default(now())",
       "ALTER COLUMN \"a\" SET DEFAULT CURRENT_TIMESTAMP;\n"},
      {"a timestamp(3) DEFAULT now()", "a DateTime? @default(\"2020-01-01T00:00:00Z\")", ""},
      {"a timestamp(3)", "a DateTime? @default(\"2020-01-01T00:00:00Z\")",
       "ALTER COLUMN \"a\" SET DEFAULT '2020-01-01 00:00:00 +00:00';\n"},
      {"a timestamp(3) DEFAULT now()", "a DateTime? @updatedAt", "ALTER COLUMN \"a\" DROP DEFAULT;\n"},
      {"a uuid DEFAULT gen_random_uuid()", "a String? @default(dbgenerated(\"gen_random_uuid()\")) @db.Uuid",
       ""},
      {"a uuid DEFAULT gen_random_uuid()", "a String? @default(dbgenerated()) @db.Uuid", ""},
      {"a uuid DEFAULT gen_random_uuid()", "a String? @default(uuid()) @db.Uuid",
       "ALTER COLUMN \"a\" DROP DEFAULT;\n"},
      {"a timestamptz(6) DEFAULT now() + interval '1 day'",
       "a DateTime? @default(dbgenerated(\"(now() + '1 day'::interval)\")) @db.Timestamptz(6)", ""},
      {"a timestamp(3) DEFAULT timezone('utc', now())",
       "a DateTime? @default(dbgenerated(\"timezone('utc'::text, now())\"))", ""},
      {"a timestamp(3) DEFAULT timezone('utc', now())",
       "a DateTime? @default(dbgenerated(\"timezone('utc', now())\"))",
       "ALTER COLUMN \"a\" SET DEFAULT timezone('utc', now());\n"},
      {"a timestamp(3) DEFAULT (now() AT TIME ZONE 'utc')",
       "a DateTime? @default(dbgenerated(\"(now() AT TIME ZONE 'utc'::text)\"))", ""},
      {"a text DEFAULT concat('a', 'b')", "a String? @default(dbgenerated(\"concat('a', 'b')\"))", ""},
      {"a int DEFAULT 1 + 2", "a Int? @default(dbgenerated(\"1 + 2\"))",
       "ALTER COLUMN \"a\" SET DEFAULT 1 + 2;\n"},
      {"a int DEFAULT 0", "a Int? @default(dbgenerated(\"0\"))", "ALTER COLUMN \"a\" SET DEFAULT 0;\n"},
      {"a text[] DEFAULT '{}'", "a String[] @default([])", ""},
      {"a text[] DEFAULT '{a,\"b c\"}'", "a String[] @default([\"a\", \"b c\"])", ""},
      {"a int[] DEFAULT ARRAY[1, 2]", "a Int[] @default([1, 2])", ""},
      {"a int[] DEFAULT ARRAY[1, 2]", "a Int[] @default([2, 1])",
       "ALTER COLUMN \"a\" SET DEFAULT ARRAY[2, 1]::INTEGER[];\n"},
      {"a int GENERATED ALWAYS AS (id + 1) STORED", "a Int?", ""},
  };
  for (const auto& [column, model, sql] : cases) {
    CAPTURE(column);
    CAPTURE(model);
    CHECK(field(column, model) == sql);
  }
}

TEST_CASE("sequences: serial and identity are alike; one is made, or goes") {
  CHECK(field("a serial", "a Int @default(autoincrement())").empty());
  CHECK(field("a int GENERATED ALWAYS AS IDENTITY", "a Int @default(autoincrement())").empty());
  CHECK(field("a serial", "a Int") == "ALTER COLUMN \"a\" DROP DEFAULT;\nDROP SEQUENCE \"T_a_seq\";\n");
  CHECK(field("a int NOT NULL GENERATED ALWAYS AS IDENTITY", "a Int") ==
        "ALTER COLUMN \"a\" DROP IDENTITY;\n");
  CHECK(from_sql("CREATE TABLE \"T\" (\"id\" int PRIMARY KEY, a int NOT NULL);",
                 "model T {\n  id Int @id\n  a Int @default(autoincrement())\n}\n") ==
        "-- AlterTable\nCREATE SEQUENCE t_a_seq;\nALTER TABLE \"T\" ALTER COLUMN \"a\" SET DEFAULT "
        "nextval('t_a_seq');\nALTER SEQUENCE t_a_seq OWNED BY \"T\".\"a\";\n");
}

TEST_CASE("one ALTER TABLE: the key off, columns dropped and added by name, altered in place, the key on") {
  CHECK(
      from_sql(
          "CREATE TABLE \"T\" (z int, b int NOT NULL, m text, old int, a int NOT NULL, CONSTRAINT \"T_pkey\" "
          "PRIMARY KEY (b));",
          "model T {\n  z BigInt?\n  b Int\n  m String\n  y Int?\n  c Int?\n  a Int\n  @@id([b, a])\n}\n") ==
      "-- AlterTable\nALTER TABLE \"T\" DROP CONSTRAINT \"T_pkey\",\nDROP COLUMN \"old\",\nADD COLUMN     "
      "\"c\" "
      "INTEGER,\nADD COLUMN     \"y\" INTEGER,\nALTER COLUMN \"z\" SET DATA TYPE BIGINT,\nALTER COLUMN \"m\" "
      "SET "
      "NOT NULL,\nADD CONSTRAINT \"T_pkey\" PRIMARY KEY (\"b\", \"a\");\n");
  CHECK(from_sql("CREATE TABLE \"T\" (id int CONSTRAINT k PRIMARY KEY);", "model T {\n  id Int @id\n}\n") ==
        "-- AlterTable\nALTER TABLE \"T\" RENAME CONSTRAINT \"k\" TO \"T_pkey\";\n");
  CHECK(from_sql("CREATE TABLE \"T\" (id int PRIMARY KEY);", "model T {\n  id BigInt @id\n}\n") ==
        "-- AlterTable\nALTER TABLE \"T\" DROP CONSTRAINT \"T_pkey\",\nALTER COLUMN \"id\" SET DATA TYPE "
        "BIGINT,\n"
        "ADD CONSTRAINT \"T_pkey\" PRIMARY KEY (\"id\");\n");
}

TEST_CASE("indexes: renamed, replaced, left alone") {
  const auto indexes = [](const std::string& sql, const std::string& attributes) {
    return from_sql(
        "CREATE TABLE \"T\" (id int PRIMARY KEY, a int, b int, j jsonb, s text);" + sql,
        "model T {\n  id Int @id\n  a Int?\n  b Int?\n  j Json?\n  s String?\n  " + attributes + "\n}\n");
  };
  CHECK(indexes("CREATE INDEX \"T_a_idx\" ON \"T\" (a);", "@@index([a])").empty());
  CHECK(indexes("CREATE INDEX \"T_a_idx\" ON \"T\" (a NULLS FIRST);", "@@index([a])").empty());
  CHECK(indexes("CREATE INDEX x ON \"T\" (a);", "@@index([a])") ==
        "-- RenameIndex\nALTER INDEX \"x\" RENAME TO \"T_a_idx\";\n");
  CHECK(indexes("CREATE INDEX x ON \"T\" (a); CREATE INDEX y ON \"T\" (a);", "@@index([a])").empty());
  CHECK(indexes("CREATE INDEX x ON \"T\" (a); CREATE INDEX y ON \"T\" (a);", "") ==
        "-- DropIndex\nDROP INDEX \"x\";\n\n-- DropIndex\nDROP INDEX \"y\";\n");
  CHECK(indexes("CREATE INDEX \"T_a_idx\" ON \"T\" (a);", "@@index([a(sort: Desc)])") ==
        "-- DropIndex\nDROP INDEX \"T_a_idx\";\n\n-- CreateIndex\nCREATE INDEX \"T_a_idx\" ON \"T\"(\"a\" "
        "DESC);\n");
  CHECK(indexes("CREATE INDEX \"T_a_idx\" ON \"T\" (a);", "@@unique([a])") ==
        "-- DropIndex\nDROP INDEX \"T_a_idx\";\n\n-- CreateIndex\nCREATE UNIQUE INDEX \"T_a_key\" ON "
        "\"T\"(\"a\");\n");
  CHECK(
      indexes("CREATE INDEX \"T_a_idx\" ON \"T\" (a) INCLUDE (b);", "@@index([a])") ==
      "-- DropIndex\nDROP INDEX \"T_a_idx\";\n\n-- CreateIndex\nCREATE INDEX \"T_a_idx\" ON \"T\"(\"a\");\n");
  CHECK(indexes("ALTER TABLE \"T\" ADD CONSTRAINT \"T_a_key\" UNIQUE (a);", "@@unique([a])").empty());
  CHECK(indexes("CREATE INDEX \"T_s_idx\" ON \"T\" (s text_pattern_ops);", "@@index([s])").empty());
  CHECK(indexes("CREATE INDEX \"T_j_idx\" ON \"T\" USING gin (j);", "@@index([j], type: Gin)").empty());
  CHECK(indexes("CREATE INDEX \"T_j_idx\" ON \"T\" USING gin (j);", "@@index([j(ops: JsonbOps)], type: Gin)")
            .empty());
  CHECK_FALSE(indexes("CREATE INDEX \"T_j_idx\" ON \"T\" USING gin (j);",
                      "@@index([j(ops: JsonbPathOps)], type: Gin)")
                  .empty());
  // what schema.prisma has no words for
  CHECK(indexes("CREATE INDEX x ON \"T\" (a) WHERE b > 0; CREATE INDEX y ON \"T\" (lower(s)); ALTER TABLE "
                "\"T\" ADD "
                "CHECK (a > 0); ALTER TABLE \"T\" ADD EXCLUDE USING btree (b WITH =);",
                "")
            .empty());
  CHECK(indexes("CREATE UNIQUE INDEX x ON \"T\" (a) WHERE b > 0;", "@@index([a])") ==
        "-- CreateIndex\nCREATE INDEX \"T_a_idx\" ON \"T\"(\"a\");\n");
}

TEST_CASE("what a dropped or recreated column takes along") {
  CHECK(from_sql(
            "CREATE TABLE \"T\" (id int PRIMARY KEY, a int, b int); CREATE INDEX \"T_a_idx\" ON \"T\" (a);",
            "model T {\n  id Int @id\n  b Int?\n}\n") ==
        "-- DropIndex\nDROP INDEX \"T_a_idx\";\n\n-- AlterTable\nALTER TABLE \"T\" DROP COLUMN \"a\";\n");
  CHECK(
      from_sql("CREATE TABLE \"T\" (id int PRIMARY KEY, a text); CREATE INDEX \"T_a_idx\" ON \"T\" (a);",
               "model T {\n  id Int @id\n  a Int?\n  @@index([a])\n}\n") ==
      "-- AlterTable\nALTER TABLE \"T\" DROP COLUMN \"a\",\nADD COLUMN     \"a\" INTEGER;\n\n-- CreateIndex\n"
      "CREATE INDEX \"T_a_idx\" ON \"T\"(\"a\");\n");
}

TEST_CASE("foreign keys: changed, renamed, taken off for a type") {
  const auto keys = [](const std::string& key, const std::string& id = "Int", const std::string& more = "") {
    return from_sql(
        "CREATE TABLE \"P\" (id int PRIMARY KEY); CREATE TABLE \"C\" (id int PRIMARY KEY, p int);" + key,
        "model P {\n  id " + id + " @id\n  c C[]\n}\nmodel C {\n  id Int @id\n  p " + id +
            "?\n  parent P? @relation(fields: [p], references: [id]" + more + ")\n}\n");
  };
  const std::string as_prisma =
      "ALTER TABLE \"C\" ADD CONSTRAINT \"C_p_fkey\" FOREIGN KEY (p) REFERENCES \"P\"(id) ON DELETE SET NULL "
      "ON "
      "UPDATE CASCADE;";
  CHECK(keys(as_prisma).empty());
  CHECK(
      keys("ALTER TABLE \"C\" ADD CONSTRAINT k FOREIGN KEY (p) REFERENCES \"P\" ON DELETE SET NULL ON UPDATE "
           "CASCADE DEFERRABLE NOT VALID;") ==
      "-- RenameForeignKey\nALTER TABLE \"C\" RENAME CONSTRAINT \"k\" TO \"C_p_fkey\";\n");
  CHECK(
      keys("ALTER TABLE \"C\" ADD CONSTRAINT \"C_p_fkey\" FOREIGN KEY (p) REFERENCES \"P\"(id);") ==
      "-- DropForeignKey\nALTER TABLE \"C\" DROP CONSTRAINT \"C_p_fkey\";\n\n-- AddForeignKey\nALTER TABLE "
      "\"C\" "
      "ADD CONSTRAINT \"C_p_fkey\" FOREIGN KEY (\"p\") REFERENCES \"P\"(\"id\") ON DELETE SET NULL ON UPDATE "
      "CASCADE;\n");
  const std::string retyped = keys(as_prisma, "BigInt");
  CHECK(retyped.starts_with("-- DropForeignKey\nALTER TABLE \"C\" DROP CONSTRAINT \"C_p_fkey\";\n"));
  CHECK(retyped.find("-- AddForeignKey\nALTER TABLE \"C\" ADD CONSTRAINT \"C_p_fkey\"") != std::string::npos);
}

TEST_CASE("tables come and go, with their keys; what is nobody's is left alone") {
  CHECK(
      from_sql("CREATE TABLE \"P\" (id int PRIMARY KEY); CREATE TABLE \"Q\" (p int REFERENCES \"P\");",
               "model P {\n  id Int @id\n}\nmodel N {\n  id Int @id\n  p Int @unique\n}\n") ==
      "-- DropForeignKey\nALTER TABLE \"Q\" DROP CONSTRAINT \"Q_p_fkey\";\n\n-- DropTable\nDROP TABLE "
      "\"Q\";\n\n"
      "-- CreateTable\nCREATE TABLE \"N\" (\n    \"id\" INTEGER NOT NULL,\n    \"p\" INTEGER NOT NULL,\n\n   "
      " "
      "CONSTRAINT \"N_pkey\" PRIMARY KEY (\"id\")\n);\n\n-- CreateIndex\nCREATE UNIQUE INDEX \"N_p_key\" ON "
      "\"N\"(\"p\");\n");
  CHECK(
      from_sql(
          "CREATE TABLE \"T\" (id int PRIMARY KEY) PARTITION BY RANGE (id); CREATE TABLE p PARTITION OF "
          "\"T\" "
          "DEFAULT; CREATE TABLE _prisma_migrations (id int); CREATE TABLE spatial_ref_sys (id int); CREATE "
          "SCHEMA x; CREATE TABLE x.t (id int); CREATE TYPE x.e AS ENUM ('a'); CREATE VIEW v AS SELECT 1; "
          "CREATE TEMP TABLE z (id int);",
          "model T {\n  id Int @id\n}\n")
          .empty());
  CHECK(
      from_sql(
          "CREATE TABLE \"_AToB\" (\"A\" int NOT NULL, \"B\" int NOT NULL); CREATE UNIQUE INDEX "
          "\"_AToB_AB_unique\" ON \"_AToB\" (\"A\", \"B\"); CREATE INDEX \"_AToB_B_index\" ON \"_AToB\" "
          "(\"B\"); CREATE TABLE \"A\" (id int PRIMARY KEY); CREATE TABLE \"B\" (id int PRIMARY KEY); ALTER "
          "TABLE \"_AToB\" ADD CONSTRAINT x FOREIGN KEY (\"A\") REFERENCES \"A\"(id) ON DELETE CASCADE ON "
          "UPDATE CASCADE, ADD CONSTRAINT y FOREIGN KEY (\"B\") REFERENCES \"B\"(id) ON DELETE CASCADE ON "
          "UPDATE CASCADE;",
          "model A {\n  id Int @id\n  b B[]\n}\nmodel B {\n  id Int @id\n  a A[]\n}\n") ==
      "-- AlterTable\nALTER TABLE \"_AToB\" ADD CONSTRAINT \"_AToB_AB_pkey\" PRIMARY KEY (\"A\", \"B\");\n\n"
      "-- DropIndex\nDROP INDEX \"_AToB_AB_unique\";\n");
}

TEST_CASE("enums: labels added one by one, or the type made anew") {
  const auto labels = [](const std::string& sql, const std::string& values,
                         const std::string& field = "e E") {
    return from_sql("CREATE TYPE \"E\" AS ENUM (" + sql +
                        "); CREATE TABLE \"T\" (id int PRIMARY KEY, e \"E\" NOT NULL "
                        "DEFAULT 'A', f \"E\"[]);",
                    "model T {\n  id Int @id\n  " + field + "\n  f E[]\n}\nenum E {\n" + values + "}\n");
  };
  const std::string with_default = "e E @default(A)";
  CHECK(labels("'A', 'B'", "  B\n  A\n", with_default).empty());
  CHECK(labels("'A'", "  A\n  B\n", with_default) == "-- AlterEnum\nALTER TYPE \"E\" ADD VALUE 'B';\n");
  const std::string two = labels("'A'", "  A\n  B\n  C\n", with_default);
  CHECK(two.starts_with("-- AlterEnum\n-- This migration adds more than one value to an enum.\n"));
  CHECK(two.ends_with("\n\n\nALTER TYPE \"E\" ADD VALUE 'B';\nALTER TYPE \"E\" ADD VALUE 'C';\n"));
  CHECK(labels("'A', 'B'", "  A\n", with_default) ==
        "-- AlterEnum\nBEGIN;\nCREATE TYPE \"E_new\" AS ENUM ('A');\nALTER TABLE \"public\".\"T\" ALTER "
        "COLUMN \"e\" "
        "DROP DEFAULT;\nALTER TABLE \"T\" ALTER COLUMN \"e\" TYPE \"E_new\" USING "
        "(\"e\"::text::\"E_new\");\nALTER "
        "TABLE \"T\" ALTER COLUMN \"f\" TYPE \"E_new\"[] USING (\"f\"::text::\"E_new\"[]);\nALTER TYPE \"E\" "
        "RENAME TO "
        "\"E_old\";\nALTER TYPE \"E_new\" RENAME TO \"E\";\nDROP TYPE \"public\".\"E_old\";\nALTER TABLE "
        "\"T\" ALTER "
        "COLUMN \"e\" SET DEFAULT 'A';\nCOMMIT;\n");
  CHECK(from_sql("CREATE TYPE \"E\" AS ENUM ('A');", "model T {\n  id Int @id\n  n N\n}\nenum N {\n  X\n}\n")
            .find("DROP TYPE \"E\"") != std::string::npos);
  CHECK(labels("'A', 'B'", "  B\n  A\n", "e String @default(\"A\")") ==
        "-- AlterTable\nALTER TABLE \"T\" DROP COLUMN \"e\",\nADD COLUMN     \"e\" TEXT NOT NULL DEFAULT "
        "'A';\n");
}

TEST_CASE("between two databases everything that a table has is compared") {
  const std::string table = "CREATE TABLE t (id int PRIMARY KEY, a int, b text);";
  CHECK(between(table, table).empty());
  CHECK(between(table, "CREATE TABLE t (id int PRIMARY KEY, a bigint, b text);") ==
        "-- AlterTable\nALTER TABLE t ALTER COLUMN a TYPE bigint;\n");
  CHECK(between(table + "CREATE INDEX i ON t (a) WHERE b = 'x';", table) == "-- DropIndex\nDROP INDEX i;\n");
  CHECK(between(table, table + "CREATE INDEX i ON t (lower(b));") ==
        "-- CreateIndex\nCREATE INDEX i ON t (lower(b));\n");
  CHECK(between(table + "ALTER TABLE t ADD CONSTRAINT u UNIQUE (a);", table).find("DROP CONSTRAINT u") !=
        std::string::npos);
}
