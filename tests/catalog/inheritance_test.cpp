#include "catalog/inheritance.hpp"

#include <doctest/doctest.h>

#include "catalog/edit.hpp"
#include "support/replayed.hpp"

using namespace miglint;
using namespace miglint::testing;

namespace {

RelationName in_public(const std::string& name) { return {"public", name}; }

/// `a b c`: what inherits from the table, at any distance.
std::string descendants(const Catalog& catalog, const std::string& table) {
  std::string names;
  for (const RelationName& name : family(catalog, in_public(table), false))
    if (name.name != table) names += names.empty() ? name.name : " " + name.name;
  return names;
}

}  // namespace

TEST_SUITE("catalog/inheritance") {
  TEST_CASE("an edge that closes a circle is never stored") {
    CHECK(descendants(replayed({"CREATE TABLE p (a int); ALTER TABLE p INHERIT p;"}), "p").empty());
    CHECK(descendants(replayed({"CREATE TABLE a (x int); CREATE TABLE c () INHERITS (a); "
                                "ALTER TABLE a INHERIT c;"}),
                      "c")
              .empty());
    CHECK(descendants(replayed({"CREATE TABLE a (x int); CREATE TABLE b () INHERITS (a); "
                                "CREATE TABLE c () INHERITS (b); ALTER TABLE a RENAME TO z; "
                                "ALTER TABLE z INHERIT c;"}),
                      "c")
              .empty());
    CHECK(replayed({"CREATE TABLE p (a int) PARTITION BY RANGE (a); "
                    "ALTER TABLE p ATTACH PARTITION p DEFAULT;"})
              .partitions_of(in_public("p"))
              .empty());
    CHECK(replayed({"CREATE TABLE p (a int) PARTITION BY RANGE (a); "
                    "CREATE TABLE q PARTITION OF p DEFAULT PARTITION BY RANGE (a); "
                    "ALTER TABLE q ATTACH PARTITION p DEFAULT;"})
              .partitions_of(in_public("q"))
              .empty());
  }

  TEST_CASE("nor where the tables are no migration's, or one is made over a guess") {
    const Catalog guessed = replayed({"ALTER TABLE a INHERIT b; ALTER TABLE b INHERIT a;"});
    CHECK(descendants(guessed, "b") == "a");
    CHECK(descendants(guessed, "a").empty());
    const Catalog made = replayed({"ALTER TABLE a INHERIT b; CREATE TABLE b () INHERITS (a);"});
    CHECK(descendants(made, "a").empty());
    const Catalog itself = replayed({"SELECT 1; CREATE TABLE a () INHERITS (a);"});
    CHECK(descendants(itself, "a").empty());
  }

  TEST_CASE("an edge that is gone closes nothing") {
    const std::string chain =
        "CREATE TABLE a (x int); CREATE TABLE b () INHERITS (a); CREATE TABLE c () INHERITS (b);";
    CHECK(descendants(replayed({chain + "ALTER TABLE c NO INHERIT b; ALTER TABLE a INHERIT c;"}), "c") ==
          "a b");
    CHECK(
        descendants(
            replayed({chain + "BEGIN; ALTER TABLE c NO INHERIT b; ROLLBACK; ALTER TABLE a INHERIT c;"}), "c")
            .empty());
  }

  TEST_CASE("a circle is certain only by way of what is known") {
    const Catalog known = replayed({"CREATE TABLE a (x int); CREATE TABLE b () INHERITS (a);"});
    CHECK(circle_through(known, in_public("a"), in_public("b")) == Circle::certain);
    CHECK(circle_through(known, in_public("b"), in_public("a")) == Circle::none);
    CHECK(circle_through(known, in_public("a"), in_public("a")) == Circle::certain);
    const Catalog guessed = replayed({"ALTER TABLE b INHERIT a;"});
    CHECK(circle_through(guessed, in_public("a"), in_public("b")) == Circle::possible);
    const Catalog doubted =
        replayed({"CREATE TABLE a (x int); CREATE TABLE b () INHERITS (a); "
                  "DO $$ BEGIN EXECUTE (SELECT x FROM y); END $$;"});
    CHECK(circle_through(doubted, in_public("a"), in_public("b")) == Circle::possible);
  }

  TEST_CASE("a child of two parents comes once, and generations have no limit") {
    std::string sql = "CREATE TABLE a0 (x int); CREATE TABLE b0 (x int);";
    for (int i = 1; i <= 40; ++i) {
      const std::string before = std::to_string(i - 1), number = std::to_string(i);
      for (const char* name : {"a", "b"})
        sql += "CREATE TABLE " + (name + number) + " () INHERITS (a" + before + ", b" + before + ");";
    }
    CHECK(family(replayed({sql}), in_public("a0"), false).size() == 81);
  }

  TEST_CASE("a parent in another schema is found, one whose name has a point in it too") {
    CHECK(descendants(replayed({R"(CREATE TABLE "x.y" (a int); CREATE TABLE c (a int);
                                   ALTER TABLE c INHERIT "x.y";)"}),
                      "x.y") == "c");
  }
}
