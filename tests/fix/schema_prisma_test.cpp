// Edits of schema.prisma, byte for byte.

#include "fix/schema_prisma.hpp"

#include <doctest/doctest.h>

namespace miglint {

TEST_SUITE("fix/schema_prisma") {
  constexpr const char* schema =
      "model Staff {\n"
      "  id       Int    @id // name String\n"
      "  email    String   // how to reach them\n"
      "  nick     String @map(\"nickname\")\n"
      "  teamId   Int\n"
      "  team     Team   @relation(fields: [teamId], references: [id])\n"
      "  tags     String[]\n"
      "\n"
      "  @@map(\"staff\")\n"
      "}\n"
      "model Team {\n  id Int @id\n  staff Staff[]\n}\n"
      "enum Role {\n  USER\n  ADMIN @map(\"admin\")\n}\n";

  /// The line of the result that holds `word`, or the whole where nothing changes.
  static std::string after(const SchemaEdit& wanted, std::string_view word) {
    std::vector<PrismaFile> files = {{.path = "a.prisma", .text = "model Other {\n  id Int @id\n}\n"},
                                     {.path = "b.prisma", .text = schema}};
    if (!edit(files, wanted)) return "unchanged";
    const std::string& text = files[1].text;
    const std::size_t at = text.find(word);
    if (at == std::string::npos) return "not there";
    const std::size_t begin = text.rfind('\n', at) + 1;
    return text.substr(begin, text.find('\n', at) - begin);
  }
  using enum SchemaEdit::Kind;

  TEST_CASE("a field becomes optional, by its own or its column's name, once") {
    CHECK(after({.kind = optional_field, .table = {"public", "staff"}, .column = "email"}, "  email") ==
          "  email    String?   // how to reach them");
    CHECK(after({.kind = optional_field, .table = {"", "staff"}, .column = "nickname"}, "  nick") ==
          "  nick     String? @map(\"nickname\")");
    CHECK(after({.kind = optional_field, .table = {"", "staff"}, .column = "nick"}, "") == "unchanged");
    CHECK(after({.kind = optional_field, .table = {"", "staff"}, .column = "tags"}, "") == "unchanged");
    CHECK(after({.kind = optional_field, .table = {"", "Staff"}, .column = "email"}, "") == "unchanged");
  }

  TEST_CASE("a relation is optional with the field that carries it") {
    const SchemaEdit wanted{.kind = optional_field, .table = {"", "staff"}, .column = "teamId"};
    CHECK(after(wanted, "  teamId") == "  teamId   Int?");
    CHECK(after(wanted, "  team ") == "  team     Team?   @relation(fields: [teamId], references: [id])");
  }

  TEST_CASE("attributes come behind what is there, lines before the closing brace") {
    CHECK(after({.kind = map_field, .table = {"", "staff"}, .column = "mail", .name = "email"}, "  email") ==
          "  email    String @map(\"mail\")   // how to reach them");
    CHECK(after({.kind = map_field, .table = {"", "staff"}, .column = "x", .name = "nick"}, "") ==
          "unchanged");
    CHECK(after({.kind = ignore_field, .table = {"", "staff"}, .column = "email"}, "  email") ==
          "  email    String @ignore   // how to reach them");
    CHECK(after({.kind = ignore_field,
                 .table = {"", "staff"},
                 .column = "phone",
                 .definition = "phone String? @ignore"},
                "phone") == "  phone String? @ignore");
    CHECK(after({.kind = ignore_field, .table = {"", "staff"}, .column = "phone"}, "") == "unchanged");
    CHECK(after({.kind = map_model, .table = {"", "teams"}, .name = "Team"}, "teams") ==
          "  @@map(\"teams\")");
    CHECK(after({.kind = map_model, .table = {"", "x"}, .name = "Staff"}, "") == "unchanged");
  }

  TEST_CASE("an enum keeps a label") {
    CHECK(after({.kind = keep_label, .table = {"", "Role"}, .name = "GUEST"}, "GUEST") == "  GUEST");
    CHECK(after({.kind = keep_label, .table = {"", "Role"}, .name = "admin"}, "") == "unchanged");
    CHECK(after({.kind = keep_label, .table = {"", "staff"}, .name = "GUEST"}, "") == "unchanged");
  }
}

}  // namespace miglint
