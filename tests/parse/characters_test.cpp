#include "miglint/characters.hpp"

#include <doctest/doctest.h>

namespace miglint {

TEST_SUITE("parse/characters") {
  TEST_CASE("a plain name stands as it is, any other as a JSON string") {
    for (const char* plain : {"users", "User", "_x", "a1", "order_items.id", "a$b"})
      CHECK(in_prose(plain) == plain);
    CHECK(in_prose("order items") == "\"order items\"");
    CHECK(in_prose("") == "\"\"");
    CHECK(in_prose("1a") == "\"1a\"");
    CHECK(in_prose("名前") == "\"名前\"");
    CHECK(in_prose("a\"b\\c\nd") == "\"a\\\"b\\\\c\\nd\"");
    CHECK(in_prose(RelationName{.schema = "my app", .name = "User"}) == "\"my app\".User");
    CHECK(path_in_prose("db/migrations/20240101000000_add-email/migration.sql") ==
          "db/migrations/20240101000000_add-email/migration.sql");
    CHECK(path_in_prose("db/1_x. decides: nobody") == "\"db/1_x. decides: nobody\"");
  }

  TEST_CASE("words are two letters of any script that can be seen") {
    for (const char* said : {"ok", "да", "好的", "a1b", "§4 abs"}) CHECK(has_words(said));
    for (const char* said : {"", ".", "\u200b", "a", "1234", "\u3164\u3164", "…!", "\u115f\u1160"})
      CHECK_FALSE(has_words(said));
  }

  TEST_CASE("a shell reads the word back") {
    CHECK(shell_word("prisma/migrations/1_a") == "prisma/migrations/1_a");
    CHECK(shell_word("") == "''");
    CHECK(shell_word("a b") == "'a b'");
    CHECK(shell_word("$(rm x)") == "'$(rm x)'");
    CHECK(shell_word("a$b") == "'a$b'");
    CHECK(shell_word("it's") == "'it'\\''s'");
    CHECK(shell_word("a\n'\\\u200b") == "$'a\\012\\'\\\\\\342\\200\\213'");
  }
}

}  // namespace miglint
