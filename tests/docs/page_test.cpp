#include "docs/page.hpp"

#include <doctest/doctest.h>

#include "miglint/rule.hpp"

namespace miglint {

TEST_SUITE("docs/page") {
  constexpr std::string_view page_text = R"(# drop-column

Old pods still read the column
during a rolling deploy.

More that is not the summary.

## Why

It hurts.

## Bad

```sql setup
CREATE TABLE staff (id int);
-- file: 002_email
ALTER TABLE staff ADD COLUMN email text;
```

```sql bad fails=23502,23505 rewrites config="prisma: '7.4'" also=drop-table
ALTER TABLE staff DROP COLUMN email;
```

## Safer

```sql good
-- file: 003_stop_reading
## not a heading
SELECT 1;
-- file: 004_drop
SELECT 2;
```

```prisma
model Staff {}
```
)";

  TEST_CASE("a page's id, summary and sections") {
    const RulePage page = read_page(page_text);
    CHECK(page.id == "drop-column");
    CHECK(page.summary == "Old pods still read the column during a rolling deploy.");
    REQUIRE(page.sections.size() == 3);
    CHECK(page.section("Why")->markdown == "\nIt hurts.\n\n");
    CHECK(page.section("Options") == nullptr);
    CHECK(page_problems("drop-column", page_text).empty());
  }

  TEST_CASE("a block's attributes") {
    const RulePage page = read_page(page_text);
    const PageBlock& bad = page.section("Bad")->blocks.at(1);
    CHECK(bad.role == "bad");
    CHECK(bad.has("rewrites"));
    CHECK_FALSE(bad.has("lock"));
    CHECK(bad.values("fails") == std::vector<std::string>{"23502", "23505"});
    CHECK(bad.values("lock").empty());
    CHECK(bad.value("config") == "prisma: '7.4'");
    CHECK(page.section("Safer")->blocks.at(1).language == "prisma");
  }

  TEST_CASE("examples carry the setup before them, each file a migration") {
    const auto found = examples(read_page(page_text));
    REQUIRE(found.size() == 2);
    CHECK(found[0].bad);
    REQUIRE(found[0].setup.size() == 2);
    CHECK(found[0].setup[0].name == "001_setup");
    CHECK(found[0].setup[1].name == "002_email");
    CHECK(found[0].files.at(0).sql == "ALTER TABLE staff DROP COLUMN email;\n");
    REQUIRE(found[1].files.size() == 2);
    CHECK(found[1].files[0].sql == "## not a heading\nSELECT 1;\n");
    CHECK(found[1].files[1].name == "004_drop");
  }

  TEST_CASE("what is wrong with a page is named") {
    const auto problems = page_problems("drop-table", "# drop-column\n\n## Safer\n## Why\n## Extra\n");
    CHECK(problems == std::vector<std::string>{"the H1 is \"drop-column\", not the rule's id \"drop-table\"",
                                               "the first paragraph, the summary, is missing",
                                               "line 4: section \"Why\" is unknown or out of order",
                                               "line 5: section \"Extra\" is unknown or out of order",
                                               "section \"Bad\" is missing"});
  }

  TEST_CASE("every rule's page follows the grammar") {
    for (const RegisteredRule& entry : all_rules()) {
      CAPTURE(entry.rule->id);
      CHECK(page_problems(entry.rule->id, entry.page) == std::vector<std::string>{});
    }
  }
}

}  // namespace miglint
