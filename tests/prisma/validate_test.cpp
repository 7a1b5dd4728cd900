#include "prisma/validate.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <string>
#include <vector>

using namespace miglint::prisma;

TEST_SUITE_BEGIN("prisma/validate");

namespace {

const std::string datasource = "datasource db { provider\n  provider = \"postgresql\"\n}\n";

std::string printed(const Tree& tree) {
  std::string text;
  for (const Problem& problem : problems_of(tree)) {
    const Position at = position(tree, problem.place);
    text += (text.empty() ? "" : "\n") + std::to_string(at.line) + ":" + std::to_string(at.column) + " " +
            problem.message;
  }
  return text;
}

/// `3:4 message`, one a line.
std::string problems(const std::string& text) { return printed(parse({{"schema.prisma", text}})); }

/// Lines 3 and later of a model of a PostgreSQL schema; positions count from the model's first line.
std::string in_model(const std::string& lines) {
  return problems("model Thing {\n  id Int @id\n  " + lines + "\n}\n" + datasource);
}

/// A model Author and a model Book, whose lines start at 3 and at 103.
std::string between(const std::string& author, const std::string& book) {
  const std::string first = "model Author {\n  id Int @id\n  " + author + "\n}\n";
  std::string gap;
  for (long lines = std::count(first.begin(), first.end(), '\n'); lines < 100; ++lines) gap += "\n";
  return problems(first + gap + "model Book {\n  id Int @id\n  " + book + "\n}\n" + datasource);
}

struct Case {
  std::string text, expected;
};

}  // namespace

TEST_CASE("what Prisma takes has no problems") {
  const std::vector<std::string> cases = {
      "",
      "generator client {\n  provider = \"x\"\n}\ngenerator Thing {\n  provider = \"x\"\n}\nmodel Thing {\n  "
      "id "
      "Int @id\n}\n",
      "model A {\n  x Int\n  y Int\n  z Int?\n  @@id([x, y])\n  @@unique([z])\n}\n",
      "model A {\n  x Int @unique\n}\nmodel B {\n  x Int\n  @@unique([x])\n}\nmodel C {\n  x Int[] "
      "@unique\n}\n",
      "model A {\n  x Int?\n  @@ignore\n}\nview V {\n  x Int?\n}\n",
      "model A {\n  id Int @id\n  @@map(\"t\")\n  @@schema(\"a\")\n}\nmodel B {\n  id Int @id\n  "
      "@@map(\"t\")\n  "
      "@@schema(\"b\")\n}\n",
      "model A {\n  id Int @id\n  @@map(\"t\")\n}\nenum E {\n  X\n  @@map(\"t\")\n}\n",
      "enum E {\n  X @map(\"a\")\n  Y @map(\"a\")\n  @@map(\"e\")\n  @@schema(\"s\")\n}\n",
      "model A {\n  id String @id @default(auto()) @map(\"_id\") @db.ObjectId\n  t T\n  u T[]\n  "
      "@@index([t.a])\n}\n"
      "type T {\n  a Int @default(1) @map(\"b\") @db.Long\n}\ndatasource db {\n  provider = \"mongodb\"\n}\n",
      "generator E {\n  provider = \"x\"\n}\nenum E {\n  X\n}\n",
      "type T {\n  a Int\n}\nmodel A {\n  id Int @id\n  @@map(\"T\")\n}\n",
      "model A {\n  id Int @id @db.UnsignedInt\n}\ndatasource db {\n  provider = \"mysql\"\n}\n",
      "model A {\n  id Int @id @pg.Foo\n}\n",
      "model A {\n  id Int @id\n  p Int\n  b B @relation(fields: p, references: x)\n  @@index(p)\n}\n"
      "model B {\n  x Int @id\n  a A[]\n}\n" +
          datasource,
  };
  for (const std::string& text : cases) {
    CAPTURE(text);
    CHECK(problems(text) == "");
  }
}

TEST_CASE("lines of a model that Prisma takes") {
  const std::vector<std::string> cases = {
      "a String @unique(map: \"u\", sort: Desc) @map(\"b\") @db.VarChar(80) @default(\"x\") @ignore",
      "a DateTime @updatedAt @default(now()) @db.Timestamptz(3)\n  b DateTime[] "
      "@default([\"2020-01-01T00:00:00Z\"])",
      "a BigInt @db.BigInt\n  b Int @db.Oid\n  c Int @db.SmallInt\n  d Int @db.Integer\n  e Float @db.Real\n "
      " f "
      "Float @db.DoublePrecision\n  g Decimal @db.Money\n  h Decimal @db.Decimal(10, 2)\n  i Boolean "
      "@db.Boolean",
      "a DateTime @db.Timestamp\n  b DateTime @db.Timestamptz(6)\n  c DateTime @db.Date\n  d DateTime "
      "@db.Time(3)\n  e DateTime @db.Timetz\n  f Json @db.Json\n  g Json @db.JsonB\n  h Bytes @db.ByteA",
      "a String @db.Text\n  b String @db.Char(3)\n  c String @db.VarChar\n  d String @db.Bit(1)\n  e String "
      "@db.VarBit(3)\n  f String @db.Uuid\n  g String @db.Xml\n  h String @db.Inet\n  i String[] @db.Citext",
      "a Decimal @default(1.5)\n  b Decimal @default(\"1.5\")\n  c Json @default(\"{}\")\n  d Bytes "
      "@default(\"aGk=\")\n  e Float @default(1)\n  f BigInt @default(-1)\n  g Boolean @default(false)",
      "a String @default(cuid(2))\n  b String @default(uuid(7))\n  c String @default(nanoid(9))\n  d String "
      "@default(ulid())\n  e String @default(dbgenerated(\"f()\"))\n  f BigInt @default(autoincrement())",
      "a Int @default(sequence(start: 1))\n  b Int @default(dbgenerated())",
      "a Int[] @default([])\n  b Int[] @default([1, -2])\n  c Int[] @default(dbgenerated(\"f()\"))",
      "a Unsupported(\"circle\")? @map(\"c\")\n  b Unsupported(\"x\") @default(dbgenerated(\"f()\"))",
      "a Int\n  b Json\n  @@index([a(sort: Desc)], map: \"x\")\n  @@index([b(ops: raw(\"x\"))], type: Gin)\n "
      " "
      "@@index([a, b])\n  @@unique([a], name: \"u\", where: { a: 1 })\n  @@fulltext([a])",
      "parentId Int?\n  parent Thing? @relation(\"tree\", fields: [parentId], references: [id])\n  children "
      "Thing[] "
      "@relation(\"tree\")",
      "likes Thing[] @relation(\"likes\")\n  likedBy Thing[] @relation(name: \"likes\")",
  };
  for (const std::string& lines : cases) {
    CAPTURE(lines);
    CHECK(in_model(lines) == "");
  }
}

TEST_CASE("relations that Prisma takes") {
  struct Both {
    std::string author, book;
  };
  const std::vector<Both> cases = {
      {"books Book[]", "authorId Int\n  author Author @relation(fields: [authorId], references: [id])"},
      {"book Book?", "authorId Int @unique\n  author Author @relation(fields: [authorId], references: [id])"},
      {"books Book[]", "authors Author[]"},
      {"books Book[] @relation(\"a\")\n  edited Book[] @relation(\"b\")",
       "a Int\n  b Int?\n  author Author @relation(\"a\", fields: [a], references: [id], onDelete: "
       "Cascade)\n  editor "
       "Author? @relation(\"b\", fields: [b], references: [id], onUpdate: NoAction)"},
      {"x Int\n  y String\n  books Book[]\n  @@unique([y, x])",
       "p Int\n  q String\n  author Author @relation(fields: [p, q], references: [x, y])"},
      {"x Unsupported(\"u\") @unique\n  books Book[]",
       "p Unsupported(\"u\")\n  author Author @relation(fields: [p], references: [x])"},
      {"books Book[]",
       "authorId Int @map(\"author\")\n  author Author @relation(fields: [authorId], references: [id])"},
  };
  for (const Both& both : cases) {
    CAPTURE(both.book);
    CHECK(between(both.author, both.book) == "");
  }
}

TEST_CASE("names that clash") {
  const std::string model = "model A {\n  id Int @id\n}\n";
  const std::vector<Case> cases = {
      {model + model, "4:7 The model \"A\" cannot be defined because a model with that name already exists."},
      {model + "enum A {\n  X\n}",
       "4:6 The enum \"A\" cannot be defined because a model with that name already exists."},
      {model + "view A {\n  x Int\n}\n",
       "4:6 The view \"A\" cannot be defined because a model with that name already exists."},
      {"generator g {\n}\ngenerator g {\n}\n",
       "3:11 The generator \"g\" cannot be defined because a generator with that name already exists."},
      {datasource + "datasource two {\n}\n",
       "4:12 You defined more than one datasource: \"two\" after \"db\"."},
      {"model String {\n  id Int @id\n}\n",
       "1:7 \"String\" is a reserved scalar type name and cannot be used."},
      {"model A {\n  id Int @id\n  b Int\n  b Int\n}\n",
       "4:3 Field \"b\" is already defined on model \"A\"."},
      {"type A {\n  b Int\n  b Int\n}\n", "3:3 Field \"b\" is already defined on composite type \"A\"."},
      {"enum A {\n  X\n  X\n}\n", "3:3 Value \"X\" is already defined on enum \"A\"."},
      {"enum A {\n  @@map(\"x\")\n}\n", "1:6 An enum must have at least one value, but \"A\" has none."},
      {"generator g {\n  a = 1\n  a = 2\n}\n", "3:3 Key \"a\" is already defined in generator \"g\"."},
      {"model 1A {\n  id Int @id\n}\n", "1:7 The name of model \"1A\" must not start with a number."},
      {"enum A {\n  1B\n}\n", "2:3 The name of enum value \"1B\" must not start with a number."},
      {"model A {\n  id Int @id\n  b-c Int\n}\n",
       "3:3 The character \"-\" is not allowed in the name of field \"b-c\"."},
      {model + "model B {\n  id Int @id\n  @@map(\"A\")\n}\n",
       "4:7 The model \"B\" has the database name \"A\", which model \"A\" has already."},
      {model + "view B {\n  id Int\n  @@map(\"A\")\n}\n",
       "4:6 The view \"B\" has the database name \"A\", which model \"A\" has already."},
      {"enum A {\n  X\n}\nenum B {\n  X\n  @@map(\"A\")\n}\n",
       "4:6 The enum \"B\" has the database name \"A\", which enum \"A\" has already."},
      {"model A {\n  id Int @id\n  b Int @map(\"c\")\n  c Int\n}\n",
       "4:3 Fields \"b\" and \"c\" of model \"A\" both have the database name \"c\"."},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(problems(c.text) == c.expected);
  }
}

TEST_CASE("types and attributes that are not known") {
  const std::string no_type =
      " is neither a built-in type, nor refers to another model, composite type, or enum";
  const std::vector<Case> cases = {
      {"a Strin", "3:5 Type \"Strin\"" + no_type + " (did you mean \"String\"?)."},
      {"a thing?", "3:5 Type \"thing\"" + no_type + " (did you mean \"Thing\"?)."},
      {"a Foo @db.Text @bar", "3:5 Type \"Foo\"" + no_type + "."},
      {"a db", "3:5 Type \"db\"" + no_type + "."},
      {"a Unsupported", "3:5 Type \"Unsupported\"" + no_type + "."},
      {"a Int @uniqe", "3:9 Attribute not known: \"@uniqe\" (did you mean \"unique\"?)."},
      {"@@indx([id])", "3:3 Attribute not known: \"@@indx\" (did you mean \"index\"?)."},
      {"@@db.Text", "3:3 Attribute not known: \"@@db.Text\"."},
      {"a Int @index", "3:9 Attribute not known: \"@index\"."},
      {"@@default(1)", "3:3 Attribute not known: \"@@default\"."},
      {"a Unsupported(\"x\") @db.Text", "3:22 Attribute not known: \"@db.Text\"."},
      {"a Int @map(\"x\") @map(\"y\")", "3:19 Attribute \"@map\" can only be defined once."},
      {"@@map(\"x\")\n  @@map(\"y\")", "4:3 Attribute \"@@map\" can only be defined once."},
      {"a Int @relation(\"x\")", "3:9 Field \"a\" has \"@relation\", but its type \"Int\" is not a model."},
      {"a Int @updatedAt", "3:9 Field \"a\" is marked with \"@updatedAt\" and must be of type DateTime."},
      {"a DateTime[] @updatedAt",
       "3:16 Field \"a\" is marked with \"@updatedAt\" and must be of type DateTime."},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(in_model(c.text) == c.expected);
  }
  CHECK(problems("enum E {\n  X @id\n  @@id([X])\n}") ==
        "2:5 Attribute not known: \"@id\".\n3:3 Attribute not known: \"@@id\".");
  CHECK(problems("type T {\n  a A\n}\nmodel A {\n  id Int @id\n}\n") ==
        "2:5 Field \"a\" of composite type \"T\" cannot refer to the model \"A\".");
  CHECK(problems("type T {\n  x Int @id @map(\"y\")\n  @@map(\"z\")\n}") ==
        "2:9 Attribute not known: \"@id\".\n3:3 Attribute not known: \"@@map\".");
}

TEST_CASE("native types") {
  const std::vector<Case> cases = {
      {"a Int @db.Smalint",
       "3:9 Native type \"Smalint\" is not supported for PostgreSQL (did you mean \"SmallInt\"?)."},
      {"a String @db.text",
       "3:12 Native type \"text\" is not supported for PostgreSQL (did you mean \"Text\"?)."},
      {"a Int @db.Text",
       "3:9 Native type Text is not compatible with declared field type Int, expected field type String."},
      {"a BigInt @db.Integer",
       "3:12 Native type Integer is not compatible with declared field type BigInt, expected field type "
       "Int."},
      {"a Int @pg.Integer", "3:9 The prefix of \"@pg.Integer\" must be the name of the datasource, \"db\"."},
      {"a Int @db.Integer(1)", "3:9 Native type Integer takes no arguments, but received 1."},
      {"a String @db.Char(1, 2)", "3:12 Native type Char takes at most 1 argument, but received 2."},
      {"a Decimal @db.Decimal(1, 2, 3)",
       "3:13 Native type Decimal takes at most 2 arguments, but received 3."},
      {"a String @db.Char(x)", "3:21 Native type Char takes numbers only."},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(in_model(c.text) == c.expected);
  }
  CHECK(problems("model A {\n  id Int @id @db.Foo\n}\ndatasource db {\n  provider = \"postgres\"\n}\n") ==
        "2:14 Native type \"Foo\" is not supported for PostgreSQL.");
  CHECK(problems("model A {\n  id Int @id @db.Int4\n}\ndatasource db {\n  provider = \"cockroachdb\"\n}\n") ==
        "");
}

TEST_CASE("defaults") {
  const std::vector<Case> cases = {
      {"a Int @default(\"1\")", "3:18 The default value of field \"a\" is no Int value."},
      {"a String @default(x)", "3:21 The default value of field \"a\" is no String value."},
      {"a Boolean @default(1)", "3:22 The default value of field \"a\" is no Boolean value."},
      {"a Boolean @default(TRUE)", "3:22 The default value of field \"a\" is no Boolean value."},
      {"a Int[] @default([1, \"2\"])", "3:24 The default value of field \"a\" is no Int value."},
      {"a Int @default(value: [1])", "3:25 The default value of field \"a\" cannot be a list."},
      {"a Int[] @default(1)", "3:20 The default value of the list field \"a\" must be a list."},
      {"a Int @default", "3:9 Argument \"value\" is missing in attribute \"@default\"."},
      {"a String @default(now())", "3:21 The function \"now()\" cannot be used on fields of type String."},
      {"a String @default(autoincrement())",
       "3:21 The function \"autoincrement()\" cannot be used on fields of type String."},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(in_model(c.text) == c.expected);
  }
}

TEST_CASE("defaults of an enum's fields are its values, by their names in the schema") {
  const auto with_default = [](const std::string& field) {
    return problems("enum Role {\n  USER @map(\"user\")\n  ADMIN\n}\nmodel A {\n  id Int @id\n  r Role" +
                    field + "\n}\n" + datasource);
  };
  for (const char* field : {"@default(USER)", "[] @default([USER, ADMIN])", "[] @default([])",
                            "? @default(dbgenerated(\"f()\"))"})
    CHECK(with_default(field) == "");
  const std::string no_value = "The default value of field \"r\" is no value of enum \"Role\"";
  const std::vector<Case> cases = {
      {"@default(USR)", "7:18 " + no_value + " (did you mean \"USER\"?)."},
      {"@default(user)", "7:18 " + no_value + "."},
      {"@default(\"USER\")", "7:18 " + no_value + " (did you mean \"USER\"?)."},
      {"@default(now())", "7:18 " + no_value + "."},
      {"[] @default([ADMIN, X])", "7:29 " + no_value + "."},
      {" @db.Text", "7:10 Attribute not known: \"@db.Text\"."},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(with_default(c.text).substr(0, c.expected.size()) == c.expected);
  }
}

TEST_CASE("lists of fields") {
  const std::vector<Case> cases = {
      {"title String\n  @@index([titel])",
       "4:12 \"@@index\" refers to the unknown field \"titel\" of model \"Thing\" (did you mean "
       "\"title\"?)."},
      {"@@unique([id, x(sort: Desc)])",
       "3:17 \"@@unique\" refers to the unknown field \"x\" of model \"Thing\"."},
      {"@@fulltext(fields: x)", "3:22 \"@@fulltext\" refers to the unknown field \"x\" of model \"Thing\"."},
      {"@@index([id.x])", "3:12 \"@@index\" refers to the unknown field \"id.x\" of model \"Thing\"."},
      {"@@index([\"id\"])", "3:12 \"@@index\" must be a list of the names of fields."},
      {"@@index", "3:3 \"@@index\" of model \"Thing\" names no fields."},
      {"@@unique([])", "3:3 \"@@unique\" of model \"Thing\" names no fields."},
      {"@@index([id, id])", "3:16 \"@@index\" refers to the field \"id\" multiple times."},
      {"@@index([id], type: Ginger)", "3:23 Unknown index type: \"Ginger\"."},
      {"@@index([id], type: Bree)", "3:23 Unknown index type: \"Bree\" (did you mean \"BTree\"?)."},
      {"a Thing[] @relation(\"x\")\n  b Thing[] @relation(\"x\")\n  @@index([a])",
       "5:12 \"@@index\" refers to the relation field \"a\", but must name scalar fields only."},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(in_model(c.text) == c.expected);
  }
  CHECK(problems("model A {\n  x Int\n  @@id([yes])\n}\n") ==
        "3:9 \"@@id\" refers to the unknown field \"yes\" of model \"A\".");
}

TEST_CASE("what identifies a model's rows") {
  const std::string missing =
      "Model \"A\" must have at least one unique criterion that has only required fields: \"@id\", "
      "\"@unique\", "
      "\"@@id\" or \"@@unique\".";
  const std::vector<Case> cases = {
      {"x Int", "1:7 " + missing},
      {"x Int? @unique", "1:7 " + missing},
      {"x Unsupported(\"x\") @unique", "1:7 " + missing},
      {"x Int\n  y Int?\n  @@unique([x, y])\n  @@index([x])", "1:7 " + missing},
      {"x Int? @id", "2:10 Fields that are marked as id must be required, but \"x\" is optional."},
      {"x Int[] @id", "2:11 Fields that are marked as id must be required, but \"x\" is a list."},
      {"x Int\n  y Int?\n  z Int @unique\n  @@id([x, y])",
       "5:3 \"@@id\" of model \"A\" refers to the optional field \"y\"."},
      {"x Int @id\n  y Int @id", "1:7 At most one field of model \"A\" must be marked with \"@id\"."},
      {"x Int @id\n  @@id([x])", "3:3 The model \"A\" can't have \"@id\" and \"@@id\" at the same time."},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(problems("model A {\n  " + c.text + "\n}\n" + datasource) == c.expected);
  }
}

TEST_CASE("relation fields") {
  struct Refused {
    std::string author, book, expected;
  };
  const std::string key = "@relation(fields: [a], references: [id])";
  const std::vector<Refused> cases = {
      {"", "a Int\n  author Author " + key,
       "104:3 The relation field \"author\" of model \"Book\" is missing an opposite relation field on the "
       "model "
       "\"Author\"."},
      {"books Book[] @relation(\"x\")", "a Int\n  author Author " + key,
       "3:3 The relation field \"books\" of model \"Author\" is missing an opposite relation field on the "
       "model "
       "\"Book\".\n104:3 The relation field \"author\" of model \"Book\" is missing an opposite relation "
       "field on "
       "the model \"Author\"."},
      {"books Book[]", "a Int\n  b Int\n  author Author " + key + "\n  editor Author " + key,
       "106:3 Fields \"author\" and \"editor\" of model \"Book\" both refer to \"Author\": give each "
       "relation a name of "
       "its own with \"@relation\"."},
      {"books Book[] @relation(\"x\")\n  more Book[] @relation(\"x\")",
       "a Int\n  author Author @relation(\"x\", "
       "fields: [a], references: [id])",
       "4:3 Fields \"books\" and \"more\" of model \"Author\" both refer to \"Book\" by one relation's name: "
       "give each "
       "relation a name of its own with \"@relation\"."},
      {"books Book[]", "author Author",
       "103:3 The relation field \"author\" of model \"Book\" must specify the argument \"fields\" in "
       "\"@relation\".\n103:3 The relation field \"author\" of model \"Book\" must specify the argument "
       "\"references\" in \"@relation\"."},
      {"books Book[]", "a Int\n  author Author @relation(fields: [a])",
       "104:3 The relation field \"author\" of model \"Book\" must specify the argument \"references\" in "
       "\"@relation\"."},
      {"book Book?", "author Author",
       "3:3 The relation field \"book\" of model \"Author\" must specify the argument \"fields\" in "
       "\"@relation\".\n3:3 The relation field \"book\" of model \"Author\" must specify the argument "
       "\"references\" in \"@relation\"."},
      {"b Int @unique\n  book Book? @relation(fields: [b], references: [id])",
       "a Int @unique\n  author Author " + key,
       "4:3 The relation fields \"book\" of model \"Author\" and \"author\" of model \"Book\" both say what "
       "refers to "
       "what: only one of them must."},
      {"books Book[]", "a Int\n  b Int\n  author Author @relation(fields: [a, b], references: [id])",
       "105:17 The relation field \"author\" of model \"Book\" must have the same number of fields in "
       "\"fields\" and "
       "\"references\"."},
      {"books Book[]", "a String\n  author Author " + key,
       "104:17 The type of field \"a\" in model \"Book\" is not that of the referenced field \"id\" in model "
       "\"Author\"."},
      {"books Book[]", "a Int?\n  author Author " + key,
       "104:3 The relation field \"author\" of model \"Book\" must be optional as well, for its field \"a\" "
       "is."},
      {"x Int\n  books Book[]", "a Int\n  author Author @relation(fields: [a], references: [x])",
       "104:17 The argument \"references\" of the relation field \"author\" of model \"Book\" must refer to "
       "a unique "
       "criterion of model \"Author\"."},
      {"books Book[]", "a Int\n  author Author @relation(fields: [bad], references: [id])",
       "104:36 The argument \"fields\" refers to the unknown field \"bad\" of model \"Book\"."},
      {"name Int\n  books Book[]", "a Int\n  author Author @relation(fields: [a], references: [nam])",
       "104:53 The argument \"references\" refers to the unknown field \"nam\" of model \"Author\" (did you "
       "mean "
       "\"name\"?)."},
      {"books Book[]", "a Int\n  author Author @relation(fields: [author], references: [id])",
       "104:36 The argument \"fields\" refers to the relation field \"author\", but must name scalar fields "
       "only."},
      {"books Book[]", "a Int\n  author Author @relation(fields: [a(sort: Desc)], references: [id])",
       "104:36 The argument \"fields\" must be a list of the names of fields."},
      {"books Book[]", "a Int\n  author Author @relation(fields: [a], references: [id], onDelete: CASCADE)",
       "104:68 Invalid referential action: \"CASCADE\"."},
      {"books Book[]", "a Int\n  author Author @relation(fields: [a], references: [id], onUpdate: Cascde)",
       "104:68 Invalid referential action: \"Cascde\" (did you mean \"Cascade\"?)."},
      {"books Book[] @default(1)", "a Int\n  author Author " + key,
       "3:16 Field \"books\" is a relation field and cannot have the attribute \"@default\"."},
      {"books Book[]", "a Int\n  author Author " + key + " @unique @map(\"x\")",
       "104:58 Field \"author\" is a relation field and cannot have the attribute \"@unique\".\n104:66 Field "
       "\"author\" is a relation field and cannot have the attribute \"@map\"."},
      {"books Book[] @db.Text", "a Int\n  author Author " + key, "3:16 Attribute not known: \"@db.Text\"."},
  };
  for (const Refused& c : cases) {
    CAPTURE(c.book);
    CHECK(between(c.author, c.book) == c.expected);
  }
}

TEST_CASE("relations of a model to itself") {
  const std::string key = "fields: [up], references: [id])";
  const std::vector<Case> cases = {
      {"up Int\n  parent Thing @relation(" + key,
       "4:3 The relation field \"parent\" of model \"Thing\" is missing an opposite relation field on the "
       "model "
       "\"Thing\"."},
      {"up Int\n  parent Thing @relation(" + key + "\n  children Thing[]",
       "5:3 Fields \"parent\" and \"children\" of model \"Thing\" both refer to \"Thing\": give each "
       "relation a name of "
       "its own with \"@relation\"."},
      {"up Int\n  parent Thing @relation(\"x\", " + key +
           "\n  a Thing[] @relation(\"x\")\n  b Thing[] "
           "@relation(\"x\")",
       "5:3 Fields \"parent\" and \"a\" of model \"Thing\" both refer to \"Thing\" by one relation's name: "
       "give each "
       "relation a name of its own with \"@relation\"."},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(in_model(c.text) == c.expected);
  }
}

TEST_CASE("many to many needs an id of one field") {
  const auto many = [](const std::string& key) {
    return problems("model A {\n  id Int @id\n  b B[]\n}\nmodel B {\n  x Int\n  y Int\n  a A[]\n  " + key +
                    "\n}\n" + datasource);
  };
  CHECK(many("@@id([x])") == "");
  for (const char* key : {"@@id([x, y])", "@@unique([x])"})
    CHECK(many(key) ==
          "3:3 The relation field \"b\" of model \"A\" refers to many of \"B\", which has no \"@id\" field "
          "as a many to "
          "many relation needs.");
}

TEST_CASE("whether a relation leads to what is unique is judged for PostgreSQL alone") {
  const std::string models =
      "model A {\n  id Int @id\n  x Int\n  b B[]\n  c B[] @relation(\"c\")\n}\nmodel B {\n  x Int\n  y Int\n "
      " a "
      "A[]\n  p Int\n  c A @relation(\"c\", fields: [p], references: [x])\n  @@id([x, y])\n}\n";
  CHECK(problems(models) == "");
  CHECK(problems(models + "datasource db {\n  provider = \"mysql\"\n}\n") == "");
  CHECK(problems(models + datasource).find("12:5 ") == std::string::npos);
  CHECK(problems(models + datasource).find("many of \"B\"") != std::string::npos);
}

TEST_CASE("relations go across files, and so do names that clash") {
  const Tree related = parse(
      {{"a.prisma", "model A {\n  id Int @id\n  b B[]\n  r Role @default(X)\n}\n"},
       {"b.prisma", "model B {\n  id Int @id\n  a Int\n  up A @relation(fields: [a], references: [id])\n}\n"},
       {"c.prisma", datasource + "enum Role {\n  X\n}\n"}});
  CHECK(printed(related) == "");
  const Tree clashing = parse({{"a.prisma", "enum A {\n  X\n}\n"}, {"b.prisma", "\n\nenum A {\n  X\n}\n"}});
  CHECK(printed(clashing) ==
        "3:6 The enum \"A\" cannot be defined because an enum with that name already exists.");
  CHECK(problems_of(clashing).at(0).place.file == 1);
}

TEST_CASE("what would only follow from other problems is not said") {
  // of a line that could not be read, of names that clash, of a type that is not known
  CHECK(problems("model A {\n  id Int @id(\n  b Foo\n}\n").find("Foo") == std::string::npos);
  CHECK(problems("enum A {\n  X\n}\nenum A {\n  Y\n}\nmodel B {\n  id Int @id\n  a A @default(Y)\n}\n")
            .find("default") == std::string::npos);
  CHECK(problems("model A {\n  b Foo\n}\n").find("unique") == std::string::npos);
}

TEST_CASE("texts that reach a message are written so that a terminal takes them for text") {
  CHECK(problems("model A {\n  id Int @id\n  @@map(\"\\u001b[1m\")\n}\nmodel B {\n  id Int @id\n  "
                 "@@map(\"\\u001b[1m\")\n}\n") ==
        "5:7 The model \"B\" has the database name \"\\u001b[1m\", which model \"A\" has already.");
}

TEST_CASE("a thousand problems are enough, and twenty hints") {
  std::string lines;
  for (int i = 0; i < 3000; ++i) lines += "  f" + std::to_string(i) + " Strin\n";
  const auto found = problems_of(parse({{"a", "model A {\n  id Int @id\n" + lines + "}\n"}}));
  CHECK(found.size() == 1000);
  CHECK(found.at(19).message.find("did you mean") != std::string::npos);
  CHECK(found.at(20).message.find("did you mean") == std::string::npos);
}

TEST_SUITE_END();
