// schema.prisma against the migrations, as a change brings it.

#include "git/scenario.hpp"

using namespace miglint;
using namespace miglint::test;

TEST_SUITE_BEGIN("git/schema-drift");

namespace {

const std::string datasource = "datasource db {\n  provider = \"postgresql\"\n}\n\n";
const std::string user = datasource + "model User {\n  id Int @id @default(autoincrement())\n";
const std::string create =
    "CREATE TABLE \"User\" (\n    \"id\" SERIAL NOT NULL,\n\n    CONSTRAINT \"User_pkey\" PRIMARY KEY "
    "(\"id\")\n);\n";

/// One model and its migration, committed, in step.
class Shop : public GitProject {
 public:
  explicit Shop(const std::string& more = "", const std::string& schema = user + "}\n") {
    migration(first, create + more);
    put("prisma/schema.prisma", schema);
    commit("Create users");
    shell("git checkout -q -b change");
  }
  void schema(const std::string& text) const { put("prisma/schema.prisma", text); }
};

CommandResult check(const std::string& options = "") { return run_miglint("check --color never " + options); }

int count(const CommandResult& result, const std::string& part) {
  int found = 0;
  for (std::size_t at = result.output.find(part); at != std::string::npos;
       at = result.output.find(part, at + 1))
    ++found;
  return found;
}

/// The one finding about the schema, with this statement.
void says(const CommandResult& result, const std::string& sql) {
  CAPTURE(result.output);
  CHECK(has(result, "warning[schema-drift]: prisma/schema.prisma and the migrations disagree"));
  CHECK(has(result, sql));
  CHECK(count(result, "schema-drift") == 1);
  CHECK(count(result, "schema-change-without-migration") == 0);
  CHECK(count(result, "migration-without-schema-change") == 0);
}

}  // namespace

TEST_CASE("a field without its migration, however it is looked at") {
  const Shop shop;
  CHECK(check().status == 0);
  shop.schema(user + "  email String?\n}\n");
  const std::string sql = "ALTER TABLE \"User\" ADD COLUMN     \"email\" TEXT;";
  says(check(), sql);
  shell("git add -A");
  says(check("--staged"), sql);
  shop.commit("Add an address");
  says(check(), sql);
  CHECK(check().status == 0);
  CHECK(check("--fail-on warning").status == 1);
}

TEST_CASE("a migration without its field; with it, nothing is said") {
  const Shop shop;
  shop.migration(second, "ALTER TABLE \"User\" ADD COLUMN \"email\" TEXT;\n");
  says(check(), "ALTER TABLE \"User\" DROP COLUMN \"email\";");
  shop.schema(user + "  email String?\n}\n");
  CHECK_FALSE(has(check(), "schema"));
}

TEST_CASE("a renamed field, and one made required") {
  const Shop shop("ALTER TABLE \"User\" ADD COLUMN \"name\" TEXT;\n", user + "  name String?\n}\n");
  CHECK_FALSE(has(check(), "schema"));
  shop.schema(user + "  title String?\n}\n");
  says(check(), "ADD COLUMN     \"title\" TEXT;");
  shop.schema(user + "  title String? @map(\"name\")\n}\n");
  CHECK_FALSE(has(check(), "schema"));
  shop.schema(user + "  name String\n}\n");
  says(check(), "ALTER TABLE \"User\" ALTER COLUMN \"name\" SET NOT NULL;");
  shop.migration(
      second,
      "UPDATE \"User\" SET \"name\" = '' WHERE \"name\" IS NULL;\nALTER TABLE \"User\" ALTER COLUMN "
      "\"name\" SET NOT NULL;\n");
  CHECK_FALSE(has(check(), "schema-drift"));
}

TEST_CASE("what differed before is counted in --verbose, and only that") {
  const Shop shop("CREATE INDEX \"by_hand\" ON \"User\" (\"id\" DESC);\n");
  CHECK_FALSE(has(check(), "schema"));
  shop.migration(second, "ALTER TABLE \"User\" ADD COLUMN \"email\" TEXT;\n");
  shop.schema(user + "  email String?\n}\n");
  CHECK_FALSE(has(check(), "schema"));
  CHECK(has(check("--verbose"), "differed by 1 statement before this change"));
  shop.schema(user + "  email String?\n  age Int?\n}\n");
  says(check(), "ADD COLUMN     \"age\" INTEGER;");
  CHECK_FALSE(has(check(), "by_hand"));
}

TEST_CASE("a schema that was not there before, several files, what the client alone sees") {
  const GitProject project;
  project.migration(first, create);
  project.commit("Create users");
  project.put("prisma/schema/base.prisma", datasource);
  project.put("prisma/schema/user.prisma",
              "/// People\nmodel User {\n  id Int @id @default(autoincrement()) // the key\n}\n");
  CHECK_FALSE(has(check(), "schema"));
  project.put("prisma/schema/post.prisma", "model Post {\n  id Int @id\n}\n");
  const CommandResult result = check();
  CHECK(
      has(result, "prisma/schema/base.prisma and the migrations disagree by 1 statement: CreateTable Post"));
  CHECK(has(result, "CREATE TABLE \"Post\" ("));
}

TEST_CASE("of many statements the first are shown, and where the others are") {
  const Shop shop;
  shop.schema(user + "  a Int?\n}\n");
  CHECK_FALSE(has(check(), "which begins so"));
  std::string models;
  for (const char* name : {"A", "B", "C", "D", "E", "F"})
    models += "model " + std::string(name) + " {\n  id Int @id\n}\n";
  shop.schema(user + "}\n" + models);
  CHECK(has(check(), "which begins so"));
  CHECK(has(check(), "disagree by 6 statements: CreateTable A, …"));
}

TEST_CASE("a schema without models is there for the runner alone") {
  const Shop shop("", datasource);
  shop.migration(second, "CREATE TABLE \"more\" (id int PRIMARY KEY);\n");
  CHECK_FALSE(has(check(), "schema-drift"));
}

TEST_CASE("of two schemas in one folder nobody says which is meant") {
  const Shop shop;
  shop.put("prisma/other.prisma", user + "  email String?\n}\n");
  CHECK_FALSE(has(check(), "schema-drift"));
  CHECK_FALSE(has(check(), "invalid-prisma-schema"));
}

TEST_CASE("outside git, and before the first commit, everything is new") {
  const TemporaryProject outside;
  isolate_git(outside.path());
  const auto write = [&](const std::string& folder) {
    outside.write(folder + "prisma/migrations/" + std::string(first) + "/migration.sql", create);
    outside.write(folder + "prisma/schema.prisma", user + "  email String?\n}\n");
  };
  write("");
  says(check(), "ADD COLUMN     \"email\" TEXT;");
  write("inside/");
  shell("git init -q inside");
  outside.enter("inside");
  says(check(), "ADD COLUMN     \"email\" TEXT;");
}

TEST_CASE("one migration alone, or a merge in progress, says nothing of the schema") {
  const Shop shop;
  shop.migration(second, "ALTER TABLE \"User\" ADD COLUMN \"email\" TEXT;\n");
  CHECK_FALSE(has(check("prisma/migrations/" + std::string(second)), "schema-drift"));
  shop.commit("Add an address");
  shell("git checkout -q main");
  shop.schema(user + "  age Int?\n}\n");
  shop.migration(third, "ALTER TABLE \"User\" ADD COLUMN \"age\" INTEGER;\n");
  shop.commit("Add an age");
  shell("git merge -q --no-commit --no-ff change");
  CHECK_FALSE(has(check("--staged"), "schema-drift"));
}

TEST_CASE("an edited migration is spoken of as that alone") {
  const Shop shop;
  shop.migration(first, create + "CREATE TABLE \"more\" (id int);\n");
  const CommandResult result = check();
  CHECK(has(result, "edit-committed-migration"));
  CHECK_FALSE(has(result, "schema-drift"));
}

TEST_CASE("where something was not understood, the coarser rules speak") {
  const Shop shop("DO $$ BEGIN EXECUTE current_setting('x.sql'); END $$;\n");
  shop.schema(user + "  email String?\n}\n");
  const CommandResult result = check();
  CHECK_FALSE(has(result, "schema-drift"));
  CHECK(has(result, "schema-change-without-migration"));
}

TEST_CASE("a mistake in schema.prisma is one finding, with line and column, where it is new") {
  const Shop shop;
  shop.schema(user + "  email Strin?\n  age Itn\n}\n");
  const CommandResult result = check();
  CAPTURE(result.output);
  CHECK(has(result, "warning[invalid-prisma-schema]: Type \"Strin\" is neither a built-in type"));
  CHECK(has(result, "(1 more)"));
  CHECK(has(result, "prisma/schema.prisma:7:9"));
  CHECK(has(result, "7 |   email Strin?"));
  CHECK(count(result, "invalid-prisma-schema]") == 1);
  CHECK_FALSE(has(result, "schema-change-without-migration"));
  CHECK_FALSE(has(result, "schema-drift"));
  shop.commit("Add an address");
  shell("git checkout -q -b later && git branch -f main");
  shop.migration(second, "ALTER TABLE \"User\" ADD COLUMN \"x\" TEXT;\n");
  CHECK_FALSE(has(check(), "invalid-prisma-schema"));
}
