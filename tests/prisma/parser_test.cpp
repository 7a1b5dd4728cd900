#include <algorithm>
#include <chrono>
#include <doctest/doctest.h>
#include <string>
#include <vector>

#include "prisma/scanner.hpp"
#include "prisma/tree.hpp"

using namespace miglint::prisma;

TEST_SUITE_BEGIN("prisma/parser");

namespace {

Tree parsed(const std::string& text) { return parse({{"schema.prisma", text}}); }

std::string printed(const Value& value);

std::string printed(const std::vector<Argument>& arguments) {
  std::string text;
  for (const Argument& argument : arguments) {
    text += text.empty() ? "" : ", ";
    text += (argument.name.empty() ? "" : argument.name + ": ") + printed(argument.value);
  }
  return text;
}

/// As it was written, but for a string's `'` and a number's `#`.
std::string printed(const Value& value) {
  std::string items;
  for (const Value& item : value.items) items += (items.empty() ? "" : ", ") + printed(item);
  switch (value.kind) {
    case Value::Kind::string:
      return "'" + value.text + "'";
    case Value::Kind::number:
      return "#" + value.text;
    case Value::Kind::constant:
      return value.text;
    case Value::Kind::call:
      return value.text + "(" + printed(value.arguments) + ")";
    case Value::Kind::list:
      return "[" + items + "]";
    case Value::Kind::object:
      return "{" + printed(value.arguments) + "}";
  }
  return {};
}

std::string printed(const std::vector<Attribute>& attributes, const char* at) {
  std::string text;
  for (const Attribute& attribute : attributes) {
    text += (text.empty() ? "" : " ") + std::string(at) + attribute.name;
    if (!attribute.arguments.empty()) text += "(" + printed(attribute.arguments) + ")";
  }
  return text;
}

std::string printed(const Field& field) {
  std::string text = field.name + " " + (field.unsupported ? "'" + field.type + "'" : field.type);
  if (field.arity != Arity::required) text += field.arity == Arity::list ? "[]" : "?";
  return text + (field.attributes.empty() ? "" : " ") + printed(field.attributes, "@");
}

std::string printed(const Block& block) {
  constexpr const char* kinds[] = {"model", "view", "enum", "type", "datasource", "generator"};
  std::string text = std::string(kinds[static_cast<int>(block.kind)]) + " " + block.name + ":";
  for (const Field& field : block.fields) text += " " + printed(field) + ";";
  for (const EnumValue& value : block.values)
    text += " " + value.name + (value.attributes.empty() ? "" : " ") + printed(value.attributes, "@") + ";";
  for (const Property& property : block.properties)
    text += " " + property.name + " = " + printed(property.value) + ";";
  return text + (block.attributes.empty() ? "" : " ") + printed(block.attributes, "@@");
}

std::string printed(const Tree& tree) {
  std::string text;
  for (const Block& block : tree.blocks) text += (text.empty() ? "" : " | ") + printed(block);
  return text;
}

/// `3:4 message`, one a line.
std::string problems(const Tree& tree) {
  std::string text;
  for (const Problem& problem : tree.problems) {
    const Position at = position(tree, problem.place);
    text += (text.empty() ? "" : "\n") + std::to_string(at.line) + ":" + std::to_string(at.column) + " " +
            problem.message;
  }
  return text;
}

std::string text_at(const Tree& tree, const Place& place) {
  return tree.files[static_cast<std::size_t>(place.file)].text.substr(
      static_cast<std::size_t>(place.begin), static_cast<std::size_t>(place.end - place.begin));
}

struct Case {
  std::string text;
  std::string expected;
};

}  // namespace

TEST_CASE("the lines of a model") {
  const Case cases[] = {
      {"id Int @id", "id Int @id;"},
      {"id Int@id@map(\"a\")", "id Int @id @map('a');"},
      {"\tid\tInt\t@id", "id Int @id;"},
      {"id\u00a0Int\u2003@id", "id Int @id;"},
      {"id Int @ id @default (now ())", "id Int @id @default(now());"},
      {"name String?\n  tags String[]\n  more String []\n  less String ?",
       "name String?; tags String[]; more String[]; less String?;"},
      {"area Unsupported(\"circle\")?\n  areas Unsupported( \"a \\\"b\\\"\" )[]",
       "area 'circle'?; areas 'a \"b\"'[];"},
      {"kind Unsupported", "kind Unsupported;"},
      {"model Int\n  enum Int\n  type Int\n  view Int\n  datasource Int\n  generator Int",
       "model Int; enum Int; type Int; view Int; datasource Int; generator Int;"},
      {"straße Int\n  名前 Int", "straße Int; 名前 Int;"},
      {"a-b Int\n  2c Int\n  d_e Int", "a-b Int; 2c Int; d_e Int;"},
      {"price Decimal @db.Decimal(10, 2)", "price Decimal @db.Decimal(#10, #2);"},
      {"n Float @default(-1.5)\n  m Float @default(2)", "n Float @default(#-1.5); m Float @default(#2);"},
      {"on Boolean @default(true)", "on Boolean @default(true);"},
      {"n Int @default(sequence(start: 1, minValue: -5))",
       "n Int @default(sequence(start: #1, minValue: #-5));"},
      {"id String @default(uuid(7))", "id String @default(uuid(#7));"},
      {"tags Int[] @default([1, [2], x(y)])", "tags Int[] @default([#1, [#2], x(y)]);"},
      {"tags Int[] @default([])", "tags Int[] @default([]);"},
      {"id String @default(dbgenerated(\"f('a \\\"b\\\"')\"))",
       "id String @default(dbgenerated('f('a \"b\"')'));"},
      {"a String @default(\"}\") // }\n  b Int /// {", "a String @default('}'); b Int;"},
      {"owner User @relation(\"Owns\", fields: [a, b], references: [c, d], onDelete: Cascade, map: \"fk\")",
       "owner User @relation('Owns', fields: [a, b], references: [c, d], onDelete: Cascade, map: 'fk');"},
      {"owner User @relation(name: \"Owns\")", "owner User @relation(name: 'Owns');"},
      {"@@index([a(sort: Desc, ops: raw(\"x\")), b(length: 10)], type: Gin, map: \"i\")",
       "@@index([a(sort: Desc, ops: raw('x')), b(length: #10)], type: Gin, map: 'i')"},
      {"@@index(fields: [a])\n  @@unique([a, b], name: \"n\")\n  @@ignore",
       "@@index(fields: [a]) @@unique([a, b], name: 'n') @@ignore"},
      {"@@unique([a], where: { b: null, c: { not: \"x\" } }) // partial",
       "@@unique([a], where: {b: null, c: {not: 'x'}})"},
      {"@@map(name: \"users\")\n  @@schema(\"audit\")", "@@map(name: 'users') @@schema('audit')"},
      {"@@index([address.city])", "@@index([address.city])"},
      {"a Int /* why */\n  /* b Int\n  c Int */\n  /* here */ d Int /* more\n  and more */\n  e Int /**/",
       "a Int; d Int; e Int;"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const Tree tree = parsed("model Thing {\n  " + c.text + "\n}\n");
    CHECK(printed(tree) == "model Thing: " + c.expected);
    CHECK(problems(tree) == "");
  }
}

TEST_CASE("blocks") {
  const Case cases[] = {
      {"", ""},
      {"// nothing\n\n/// here\n/* either */", ""},
      {"model A{\n id Int\n}", "model A: id Int;"},
      {"model A { id Int, which is not read /* \n id Int\n}", "model A: id Int;"},
      {"model A {\r\n id Int // c\r\n}\r\n", "model A: id Int;"},
      {"model A {\r id Int // c\r}\r", "model A: id Int;"},
      {"\xEF\xBB\xBFmodel A {\n}", "model A:"},
      {"view A {\n id Int\n}\ntype B {\n x Int\n}", "view A: id Int; | type B: x Int;"},
      {"model A {\n} enum B {\n X\n} // c\n/* d */ enum C {\n Y\n/* e */ }",
       "model A: | enum B: X; | enum C: Y;"},
      {"enum Role {\n  ADMIN @map(\"admin\") // all\n  model\n  user-x\n\n  @@map(\"roles\")\n}",
       "enum Role: ADMIN @map('admin'); model; user-x; @@map('roles')"},
      {"datasource db {\n  provider = \"postgresql\"\n  url = env(\"URL\") // c\n  extensions = "
       "[hstore(schema: "
       "\"x\"), ltree]\n}",
       "datasource db: provider = 'postgresql'; url = env('URL'); extensions = [hstore(schema: 'x'), "
       "ltree];"},
      {"generator client {\n  engine-type = library\n  on = true\n  sizes = [1, [-2.5]]\n  o = { a: { b: 1 } "
       "}\n}",
       "generator client: engine-type = library; on = true; sizes = [#1, [#-2.5]]; o = {a: {b: #1}};"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const Tree tree = parsed(c.text);
    CHECK(printed(tree) == c.expected);
    CHECK(problems(tree) == "");
  }
}

TEST_CASE("the escapes of a string are JSON's") {
  const Case cases[] = {
      {R"(a\"b\\c\/d)", "a\"b\\c/d"},
      {R"(\b\f\n\r\t)", "\b\f\n\r\t"},
      {R"(\u0041\u00e9\u20aC)", "Aé€"},
      {R"(\ud83d\ude00!)", "😀!"},
      {R"(\q)", "!"},
      {R"(a\é)", "!a"},
      {R"(\u12)", "!12"},
      {R"(\u00g0)", "!00g0"},
      {R"(\ud83d)", "!d83d"},
      {R"(\ud83dx)", "!d83dx"},
      {R"(\ud83d\u0041)", "!d83dA"},
      {R"(\ude00)", "!de00"},
      {R"(\ud83d\ude0)", "!d83dde0"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const Tree tree = parsed("model A {\n  a String @map(\"" + c.text + "\")\n}");
    const bool refused = c.expected.starts_with('!');
    const Value* name = tree.blocks.at(0).fields.at(0).attributes.at(0).argument("name", 0);
    REQUIRE(name != nullptr);
    CHECK(name->text == c.expected.substr(refused ? 1 : 0));
    CHECK(tree.problems.empty() == !refused);
  }
  CHECK(problems(parsed("model A {\n  a String @map(\"é\\q\")\n}")) ==
        "2:19 This string has an escape sequence that is not known: a backslash itself is written \\\\.");
}

TEST_CASE("a line that is wrong costs no other") {
  const std::string invalid = "This line is not a valid field or attribute definition: expected ";
  const Case cases[] = {
      {"a", "3:3 " + invalid + "the type of field \"a\", found its end."},
      {"a @map(\"x\")", "3:5 " + invalid + "the type of field \"a\", found \"@\"."},
      {"a !", "3:5 " + invalid + "a type, found \"!\"."},
      {"!!! what", "3:3 " + invalid + "a name, found \"!\"."},
      {"_a Int", "3:3 " + invalid + "a name, found \"_\"."},
      {"a.b Int", "3:3 " + invalid + "a name, found \"a.b\"."},
      {"-1 Int", "3:3 " + invalid + "a name, found \"-1\"."},
      {"😀 Int", "3:3 " + invalid + "a name, found \"😀\"."},
      {"a a.b", "3:5 " + invalid + "a type, found \"a.b\"."},
      {"a Int Int", "3:9 " + invalid + "the end of the line, found \"Int\"."},
      {"a Int @@id", "3:9 " + invalid + "the end of the line, found \"@@\"."},
      {"@@id([a]) @@map(\"x\")", "3:13 " + invalid + "the end of the line, found \"@@\"."},
      {"@id", "3:3 " + invalid + "a name, found \"@\"."},
      {"a Int @", "3:3 " + invalid + "an attribute's name, found its end."},
      {"a Int @()", "3:10 " + invalid + "an attribute's name, found \"(\"."},
      {"a Int @default(1", "3:3 " + invalid + "a \")\", found its end."},
      {"a Int @default(1 2)", "3:20 " + invalid + "a \")\", found \"2\"."},
      {"a Int @default(+1)", "3:18 " + invalid + "a value, found \"+\"."},
      {"a Int @default(1e5)", "3:18 " + invalid + "a number, found \"1e5\"."},
      {"a Int @default(-1-)", "3:18 " + invalid + "a number, found \"-1-\"."},
      {"a Int @default(1.)", "3:18 " + invalid + "a number, found \"1.\"."},
      {"a Int @x(\"y\": 1)", "3:15 " + invalid + "a \")\", found \":\"."},
      {"a Int @default({ \"b\": 1 })", "3:20 " + invalid + "a name and a colon, found \"\\\"b\\\"\"."},
      {"a Int @default([1)", "3:20 " + invalid + "a \"]\", found \")\"."},
      {"a Int @default({ 1 })", "3:20 " + invalid + "a name and a colon, found \"1\"."},
      {"a Int @default({ b: 1 )", "3:25 " + invalid + "a \"}\", found \")\"."},
      {"a Int @map(\"x)", "3:14 " + invalid + "a value, found \"\\\"x)\"."},
      {"a Int @map(\"tab\tin it\")", "3:14 " + invalid + "a value, found \"\\\"tab\"."},
      {"a Int @map(\"x\\", "3:14 " + invalid + "a value, found \"\\\"x\\\\\"."},
      {"a Int @map(\"" + std::string(39, 'x') + "é",
       "3:14 " + invalid + "a value, found \"\\\"" + std::string(39, 'x') + "…\"."},
      {"a Int @map(\"" + std::string(38, 'x') + "éx",
       "3:14 " + invalid + "a value, found \"\\\"" + std::string(38, 'x') + "…\"."},
      {"a Unsupported(x)", "3:17 " + invalid + "a string, found \"x\"."},
      {"a Unsupported(\"x\"", "3:3 " + invalid + "a \")\", found its end."},
      {"a Int[", "3:3 " + invalid + "a \"]\", found its end."},
      {"a Int(3)", "3:8 " + invalid + "the end of the line, found \"(\"."},
      {"a Int /* never closed", "3:9 " + invalid + "the end of the line, found \"/\"."},
      {"a Int\v", "3:8 " + invalid + "the end of the line, found \"\\u000b\"."},
      {std::string(1001, 'a') + " Int",
       "3:3 " + invalid + "a name, found \"" + std::string(40, 'a') + "…\"."},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const Tree tree = parsed("model Thing {\n  id Int\n  " + c.text + "\n  z Int\n}\nenum E {\n  X\n}\n");
    CHECK(problems(tree) == c.expected);
    CHECK(printed(tree) == "model Thing: id Int; z Int; | enum E: X;");
  }
}

TEST_CASE("in other blocks, too") {
  const Case cases[] = {
      {"enum E {\n  A B\n  C\n}",
       "2:5 This line is not an enum value definition: expected the end of the line, "
       "found \"B\".\nenum E: C;"},
      {"enum E {\n  A, C\n  C\n}",
       "2:4 This line is not an enum value definition: expected the end of the line, "
       "found \",\".\nenum E: C;"},
      {"enum E {\n  A @map(\n  C\n}",
       "2:3 This line is not an enum value definition: expected a \")\", found its "
       "end.\nenum E: C;"},
      {"generator g {\n  a\n  b = 1\n}",
       "2:3 This line is not a valid definition within a generator: expected a "
       "\"=\", found its end.\ngenerator g: b = #1;"},
      {"datasource d {\n  a = 1 2\n  @@x\n  b = 1\n}",
       "2:9 This line is not a valid definition within a datasource: expected the end of the line, found "
       "\"2\".\n3:3 This line is not a valid definition within a datasource: expected a name, found "
       "\"@@\".\ndatasource d: b = #1;"},
      {"generator g {\n  a =\n  b = 1\n}",
       "2:3 Property \"a\" in \"g\" needs to be assigned a value.\ngenerator g: b = #1;"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const Tree tree = parsed(c.text);
    CHECK(problems(tree) + "\n" + printed(tree) == c.expected);
  }
}

TEST_CASE("what Prisma once had, or might have, is read and refused") {
  struct Refused {
    std::string text, problem, read;
  };
  const std::string breaks =
      "A line of Prisma's schema language ends at its line break, between brackets as well.";
  const Refused cases[] = {
      {"a: Int", "2:4 Field declarations don't require a \":\".", "a Int;"},
      {"a Int!", "2:8 Fields are required by default, \"!\" is no longer required.", "a Int;"},
      {"a [Int] @x", "2:5 A list is written \"Int[]\", not in brackets.", "a Int[] @x;"},
      {"a Int[]?", "2:10 Optional lists are not supported: a field is either a list or optional.",
       "a Int[];"},
      {"a Int @x(1,)", "2:13 A comma before a closing bracket is not valid here.", "a Int @x(#1);"},
      {"@@x([a, ])", "2:9 A comma before a closing bracket is not valid here.", "@@x([a])"},
      {"a Int @x(value:, b: 1)", "2:12 The \"value\" argument is missing a value.", "a Int @x(b: #1);"},
      {"a Int @x(value:)", "2:12 The \"value\" argument is missing a value.", "a Int @x;"},
      {"@@x(\n  [ // c\n    a,\n\n    b\n  ],\n  map: \"m\"\n)\n  c Int", "2:3 " + breaks,
       "c Int; @@x([a, b], map: 'm')"},
      {"a Int[] @x(\n1)\n b Unsupported(\"x\") @x(\n2)", "2:3 " + breaks + "\n4:2 " + breaks,
       "a Int[] @x(#1); b 'x' @x(#2);"},
  };
  for (const Refused& c : cases) {
    CAPTURE(c.text);
    const Tree tree = parsed("model A {\n  " + c.text + "\n}");
    CHECK(problems(tree) == c.problem);
    CHECK(printed(tree) == "model A: " + c.read);
  }
}

TEST_CASE("a bracket that is never closed costs its line, not those that it would swallow") {
  const Tree tree = parsed("model A {\n  a Int @x(\n  b Int @id\n  @@y([\n  c Int\n}\nenum E {\n  X\n}");
  CHECK(printed(tree) == "model A: b Int @id; c Int; | enum E: X;");
  CHECK(tree.problems.size() == 2);
}

TEST_CASE("blocks that are wrong cost no other") {
  const std::string wrong_line =
      "This line is invalid: it does not start with any known Prisma schema keyword.";
  const std::string unknown =
      "This block is invalid: it does not start with \"model\", \"enum\", \"view\", \"type\", \"datasource\" "
      "or "
      "\"generator\".";
  const std::string own_line = "The \"}\" of a block begins a line of its own.";
  const std::string one_line = "A block is written in several lines, its \"}\" in one of its own.";
  struct Wrong {
    std::string text, problems, read;
  };
  const Wrong cases[] = {
      {"hello\nenum E {\n X\n}", "1:1 " + wrong_line, "enum E: X;"},
      {"hello\nyou\nthere\n\nenum E {\n X\n}\nagain", "1:1 " + wrong_line + "\n8:1 " + wrong_line,
       "enum E: X;"},
      {"enum E {\n X\n} hello", "3:3 " + wrong_line, "enum E: X;"},
      {"}", "1:1 " + wrong_line, ""},
      {"model\nenum E {\n X\n}", "1:1 " + wrong_line, "enum E: X;"},
      {"\"w\" {\n", "1:1 " + wrong_line, ""},
      {"model a.b {\n", "1:1 " + wrong_line, ""},
      {"type Id = Int @id\nenum E {\n X\n}",
       "1:1 A type cannot be an alias: only composite types are defined with \"type\".", "enum E: X;"},
      {"widget W {\n a Int\n @@x\n}\nenum E {\n X\n}", "1:1 " + unknown, "enum E: X;"},
      {"widget {\n a\n}\nenum E {\n X\n}", "1:1 " + unknown, "enum E: X;"},
      {"datasource {\n a\n}\nenum E {\n X\n}", "1:1 " + unknown, "enum E: X;"},
      {"widget {\n a\nenum E {\n X\n}", "1:1 " + unknown, "enum E: X;"},
      {"model A\n\n{\n id Int\n}", "3:1 The \"{\" of a block stands in the line that it begins with.",
       "model A: id Int;"},
      {"model A {}\nenum E {\n X\n}", "1:9 " + one_line, "model A: | enum E: X;"},
      {"model A { id Int } // c\nenum E {\n X\n}", "1:9 " + one_line, "model A: | enum E: X;"},
      {"model A { // { }\n id Int }\nenum E {\n X\n}", "2:9 " + own_line, "model A: id Int; | enum E: X;"},
      {"model A {\n id Int\nenum E {\n X\n}", "1:7 The block \"A\" is not closed by a \"}\".",
       "model A: id Int; | enum E: X;"},
      {"enum E {\n X", "1:6 The block \"E\" is not closed by a \"}\".", "enum E: X;"},
      {"model A {", "1:7 The block \"A\" is not closed by a \"}\".", "model A:"},
  };
  for (const Wrong& c : cases) {
    CAPTURE(c.text);
    const Tree tree = parsed(c.text);
    CHECK(problems(tree) == c.problems);
    CHECK(printed(tree) == c.read);
  }
}

TEST_CASE("places") {
  const Tree tree = parsed(
      "/// doc\nmodel A { // c\n  owner  User? @relation(fields: [a]) // why\n  area Unsupported(\"x\")[]\n\n"
      "  @@index([b(sort: Desc)], map: \"m\") // c\n}\nenum E {\n  X @map(\"x\") // c\n}\ndatasource d {\n  "
      "p  = "
      "env(\"U\") // c\n}");
  const Block& model = tree.blocks.at(0);
  const Field &owner = model.fields.at(0), &area = model.fields.at(1);
  CHECK(text_at(tree, model.place).starts_with("model A {"));
  CHECK(text_at(tree, model.place).ends_with("// c\n}"));
  CHECK(text_at(tree, model.name_place) == "A");
  CHECK(text_at(tree, owner.place) == "owner  User? @relation(fields: [a])");
  CHECK(text_at(tree, owner.name_place) == "owner");
  CHECK(text_at(tree, owner.type_place) == "User?");
  CHECK(text_at(tree, owner.attributes.at(0).place) == "@relation(fields: [a])");
  CHECK(text_at(tree, owner.attributes.at(0).arguments.at(0).place) == "fields: [a]");
  CHECK(text_at(tree, owner.attributes.at(0).arguments.at(0).value.place) == "[a]");
  CHECK(text_at(tree, area.place) == "area Unsupported(\"x\")[]");
  CHECK(text_at(tree, area.type_place) == "Unsupported(\"x\")[]");
  const Attribute& index = model.attributes.at(0);
  CHECK(text_at(tree, index.place) == "@@index([b(sort: Desc)], map: \"m\")");
  CHECK(text_at(tree, index.arguments.at(0).value.items.at(0).place) == "b(sort: Desc)");
  CHECK(text_at(tree, index.arguments.at(1).value.place) == "\"m\"");
  CHECK(text_at(tree, tree.blocks.at(1).values.at(0).place) == "X @map(\"x\")");
  CHECK(text_at(tree, tree.blocks.at(2).properties.at(0).place) == "p  = env(\"U\")");
  CHECK(text_at(tree, tree.blocks.at(2).properties.at(0).value.place) == "env(\"U\")");
}

TEST_CASE("positions: columns are code points, and every kind of line break ends a line") {
  struct Spot {
    std::string text;
    int line, column;
  };
  const Spot cases[] = {
      {"model A {\n  x Foo\n}", 2, 3},
      {"model A {\r\n  x Foo\r\n}", 2, 3},
      {"model A {\r  x Foo\r}", 2, 3},
      {"model A { // é\n /* 名前 😀 */ x Foo\n}", 2, 13},
      {"\n\r\n\r\rmodel A {\n/*\r\n*/x Foo\n}", 7, 3},
      {"\xEF\xBB\xBF/* a */ model A {\nx Foo\n}", 2, 1},
  };
  for (const Spot& c : cases) {
    CAPTURE(c.text);
    const Tree tree = parsed(c.text);
    const Position at = position(tree, tree.blocks.at(0).fields.at(0).place);
    CHECK(at.line == c.line);
    CHECK(at.column == c.column);
  }
  const Tree marked = parsed("\xEF\xBB\xBF/* é */ model A {\n}");
  CHECK(position(marked, marked.blocks.at(0).place).column == 9);
  CHECK(position(marked, {0, 1000, 1001}).line == 2);
}

TEST_CASE("what is looked up by name") {
  const Tree tree = parsed(
      "generator A {\n  x = 1\n}\ndatasource db {\n  provider = \"p\"\n}\nmodel A {\n  id Int @id "
      "@db.Integer\n  b "
      "Int @relation(fields: [x], \"Name\", \"Second\")\n\n  @@map(\"a\")\n}\ndatasource second {\n}");
  const Block* model = tree.block("A");
  REQUIRE(model != nullptr);
  CHECK(model->kind == Block::Kind::model);
  CHECK(tree.block("db") == nullptr);
  CHECK(tree.datasource() == &tree.blocks.at(1));
  CHECK(tree.datasource()->property("provider")->text == "p");
  CHECK(tree.datasource()->property("url") == nullptr);
  CHECK(model->attribute("map") != nullptr);
  CHECK(model->attribute("id") == nullptr);
  CHECK(model->field("c") == nullptr);
  CHECK(model->field("id")->attribute("id") != nullptr);
  CHECK(model->field("id")->native_type()->name == "db.Integer");
  CHECK(model->field("b")->native_type() == nullptr);
  const Attribute& relation = model->field("b")->attributes.at(0);
  CHECK(relation.argument("fields")->kind == Value::Kind::list);
  CHECK(relation.argument("name", 0)->text == "Name");
  CHECK(relation.argument("", 1)->text == "Second");
  CHECK(relation.argument("name", 2) == nullptr);
  CHECK(relation.argument("name") == nullptr);
  CHECK(relation.argument("") == nullptr);
  CHECK(parsed("").datasource() == nullptr);
}

TEST_CASE("a schema of several files") {
  const Tree tree = parse({{"a.prisma", "model A {\n  x\n}"}, {"b.prisma", "\nmodel B {\n  y\n}"}});
  CHECK(tree.blocks.at(1).place.file == 1);
  CHECK(tree.problems.at(1).place.file == 1);
  CHECK(position(tree, tree.problems.at(1).place).line == 3);
}

TEST_CASE("bytes that are no text are one problem, and are read over in comments and strings") {
  const Tree tree = parsed("// \xFF\xFE\nmodel A {\n  a Int @map(\"\xC3\")\n}");
  CHECK(problems(tree) == "1:4 This file is not UTF-8 text.");
  CHECK(printed(tree) == "model A: a Int @map('\xC3');");
  CHECK(parsed("model A {\n  a\xFFInt\n}").problems.size() == 2);
  CHECK(parsed(std::string("model A {\n  a\0 Int\n}", 20)).problems.size() == 1);
}

TEST_CASE("depth, size and the number of problems have limits") {
  const auto nested = [](std::size_t depth) {
    return parsed("model A {\n  a Int @x(" + std::string(depth, '[') + std::string(depth, ']') + ")\n}");
  };
  CHECK(nested(63).problems.empty());
  CHECK(problems(nested(70)).find("expected a value less deep in brackets") != std::string::npos);
  std::string lines = "model A {\n";
  for (int i = 0; i < 3000; ++i) lines += "!\n";
  CHECK(parsed(lines + "}").problems.size() == 1000);
  const Tree large = parsed(std::string((64U << 20U) + 1, '\n'));
  CHECK(problems(large) == "1:1 This file is larger than 64 MB, and is not read.");
}

TEST_CASE("hostile text takes no more than its length in time") {
  const std::string head = "model A {\n  id Int @id\n";
  const auto repeated = [](std::string_view what) {
    std::string text;
    while (text.size() < 1'000'000) text += what;
    return text;
  };
  const auto begin = std::chrono::steady_clock::now();
  for (const char* what : {"[", "(", "\"", "/*", "{", "[\n", "/*\n", "model a\n", "w {", " @@x([\n 1, /*\n",
                           " b X @a([\n", " @@x([\n1,\n1,\n1,\n"}) {
    for (const std::string& before : {std::string(), head, head + " b Int @default(", head + " @@index(["})
      CHECK_FALSE(parsed(before + repeated(what)).problems.empty());
  }
  // Some 5 s for a build with sanitizers; by the square of the length it would be hours.
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(120));
}

TEST_CASE("tokens: a comment that is not closed is none") {
  Scanner scanner("a/*b*/\r\nc /* d");
  std::vector<Token::Kind> kinds;
  for (Token token = scanner.next(); token.kind != Token::Kind::end; token = scanner.next())
    kinds.push_back(token.kind);
  using Kind = Token::Kind;
  CHECK(kinds ==
        std::vector<Kind>{Kind::word, Kind::newline, Kind::word, Kind::invalid, Kind::invalid, Kind::word});
}

TEST_SUITE_END();
