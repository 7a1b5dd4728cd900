#include "discover/prisma_schema.hpp"

#include <doctest/doctest.h>
#include <string>

using namespace miglint;

TEST_SUITE_BEGIN("discover/prisma-schema");

namespace {

const std::string schema = R"(
generator client {
  provider = "prisma-client-js"
}
datasource db {
  provider = "postgresql"
  url      = env("DATABASE_URL")
}
model User {
  id    Int     @id @default(autoincrement())
  email String? @db.VarChar(80) // where to write to
  posts Post[]
  role  Role    @default(USER)
  @@map("users")
}
model Post {
  id       String @id @default(cuid())
  title    String
  author   User   @relation(fields: [authorId], references: [id])
  authorId Int
}
enum Role {
  USER
  ADMIN
}
)";

std::string replaced(const std::string& what, const std::string& by) {
  std::string text = schema;
  const std::size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), by);
}

}  // namespace

TEST_CASE("what the database does not see is no change") {
  struct Case {
    const char* what;
    const char* by;
  };
  const Case cases[] = {
      {"  id    Int     @id", "    id Int @id"},     // formatting
      {" // where to write to", ""},                 // a comment
      {"model Post {", "/// a post\nmodel Post {"},  // documentation
      {"provider = \"prisma-client-js\"", "provider = \"prisma-client\"\n  output = \"x\""},
      {"url      = env(\"DATABASE_URL\")", "url = env(\"OTHER_URL\")"},
      {"email String?", "mail String? @map(\"email\")"},  // the client's name
      {"@default(cuid())", "@default(uuid())"},           // computed by the client
      {"@default(cuid())", ""},
      {"  posts Post[]", "  articles Post[]"},              // a relation field without a column
      {"@relation(fields", "@relation(\"wrote\", fields"},  // the relation's name is the client's
  };
  for (const Case& c : cases) {
    CAPTURE(std::string(c.by));
    const SchemaChange change = compare_schemas(schema, replaced(c.what, c.by));
    CHECK_FALSE(change.any());
  }
}

TEST_CASE("what it sees is, and is named") {
  using Names = std::vector<std::string>;
  CHECK(
      compare_schemas(schema, replaced("  title    String", "  title    String\n  body     String?")).added ==
      Names{"field Post.body"});
  CHECK(compare_schemas(schema, replaced("  title    String\n", "")).removed == Names{"field Post.title"});
  CHECK(compare_schemas(schema, replaced("title    String", "title    String?")).changed ==
        Names{"field Post.title"});
  CHECK(compare_schemas(schema, replaced("@db.VarChar(80)", "@db.VarChar(90)")).changed ==
        Names{"field User.email"});
  CHECK(compare_schemas(schema, replaced("  ADMIN\n", "  ADMIN\n  GUEST\n")).added ==
        Names{"value Role.GUEST"});
  CHECK(compare_schemas(schema, replaced("  @@map(\"users\")", "  @@map(\"users\")\n  @@index([email])"))
            .added == Names{"@@index of User"});
  CHECK(compare_schemas(schema, replaced("references: [id])", "references: [id], onDelete: Cascade)")).any());
  CHECK(compare_schemas(schema, schema + "model Tag {\n  id Int @id\n}\n").added ==
        Names{"field Tag.id", "model Tag"});
  CHECK(compare_schemas(schema, replaced("@default(USER)", "@default(ADMIN)")).changed ==
        Names{"field User.role"});
}

TEST_CASE("attributes may go over several lines, strings may hold what looks like syntax") {
  const std::string wide = replaced("@relation(fields: [authorId], references: [id])",
                                    "@relation(\n    fields: [authorId],\n    references: [id]\n  )");
  CHECK_FALSE(compare_schemas(schema, wide).any());
  CHECK(
      compare_schemas(schema, replaced("title    String", "title    String @default(\"// ) }\")")).changed ==
      std::vector<std::string>{"field Post.title"});
  const std::string relation = "@relation(fields: [authorId], references: [id])";
  CHECK_FALSE(
      compare_schemas(schema,
                      replaced(relation, "@relation(\"fields: a, b\", fields: [authorId], references: [id])"))
          .any());
  CHECK(compare_schemas(schema, replaced(relation, "@relation(\"fields:\")")).any());  // the key is gone
  CHECK(
      compare_schemas(schema, replaced(relation, "@relation(\"fields: [authorId], references: [id])")).any());
}

TEST_SUITE_END();
