// Which path is taken.

#include "fix/choices.hpp"

#include <doctest/doctest.h>

#include "miglint/error.hpp"

namespace miglint {

TEST_SUITE("fix/choices") {
  static Finding finding(std::vector<SaferPath> paths) {
    Finding made{.rule = "drop-column", .object = {.schema = "public", .table = "users", .column = "nick"}};
    made.paths = std::move(paths);
    return made;
  }
  static SaferPath path(std::string key, std::string result, std::vector<Need> needs = {}) {
    return {.key = std::move(key),
            .title = "a title",
            .result = std::move(result),
            .needs = std::move(needs),
            .steps = {}};
  }
  static std::string picked(const Finding& about, const std::vector<std::string>& choices,
                            const Config& config = {}) {
    std::vector<PathChoice> parsed;
    for (const std::string& choice : choices) parsed.push_back(parse_choice(choice));
    const Picked one = pick(about, parsed, config);
    return one.path != nullptr ? one.path->key : "none";
  }

  TEST_CASE("without a choice: the same schema, and nothing asked") {
    const Need need{.name = "users.nick", .question = "Which?", .sample = "''"};
    CHECK(picked(finding({path("a", "otherwise"), path("b", "same")}), {}) == "b");
    CHECK(picked(finding({path("a", "same", {need}), path("b", "otherwise")}), {}) == "none");
    Config answered;
    answered.answers["users.nick"] = "'x'";
    CHECK(picked(finding({path("a", "same", {need})}), {}, answered) == "a");
    CHECK(picked(finding({path("a", "same",
                               {{.name = "n", .question = "q", .sample = "0", .sample_is_safe = true}})}),
                 {}) == "a");
    CHECK(picked(finding({}), {}) == "none");
  }

  TEST_CASE("what is left says which paths there are, and what they ask") {
    const Picked none =
        pick(finding({path("a", "same", {{.name = "users.nick", .question = "Which value?", .sample = "''"}}),
                      path("b", "it stays")}),
             {}, {});
    CHECK(none.why ==
          "the choice is yours (--choose drop-column=KEY): (a) a title [--set users.nick=…: Which value?]; "
          "(b) a "
          "title [it stays]");
  }

  TEST_CASE("a choice for the object goes before the one for all") {
    const Finding about = finding({path("a", "same"), path("b", "otherwise"), path("c", "otherwise")});
    CHECK(picked(about, {"drop-column=b"}) == "b");
    CHECK(picked(about, {"drop-column@users.nick=c", "drop-column=b"}) == "c");
    CHECK(picked(about, {"drop-column=b", "drop-column@public.users=c"}) == "c");
    CHECK(picked(about, {"drop-column@users.mail=c"}) == "a");
    CHECK(picked(about, {"drop-table=c"}) == "a");
    CHECK(picked(about, {"drop-column=z"}) == "none");
  }

  TEST_CASE("what can't be read says how it is written") {
    CHECK_THROWS_WITH_AS(parse_choice("drop-column"),
                         "--choose \"drop-column\": RULE=KEY, or RULE@OBJECT=KEY", Error);
    CHECK_THROWS_WITH_AS(parse_choice("drop-colum=a"),
                         "--choose: there is no rule \"drop-colum\" (did you mean \"drop-column\"?)", Error);
    CHECK_THROWS_AS(parse_choice("=a"), Error);
    CHECK_THROWS_AS(parse_choice("drop-column="), Error);
    CHECK_THROWS_AS(parse_answer("users.nick"), Error);
    CHECK(parse_answer("users.nick='a=b'") == std::pair<std::string, std::string>("users.nick", "'a=b'"));
    CHECK(parse_choice("drop-column@a.b=c'").key == "c'");
  }
}

}  // namespace miglint
