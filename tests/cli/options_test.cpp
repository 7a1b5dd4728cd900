#include "cli/options.hpp"

#include <doctest/doctest.h>

#include "cli/output.hpp"
#include "miglint/error.hpp"
#include "miglint/nearest.hpp"

namespace miglint {

TEST_SUITE("cli/options") {
  static Options parsed(std::vector<const char*> arguments) {
    arguments.insert(arguments.begin(), "miglint");
    return parse_options(static_cast<int>(arguments.size()), arguments.data()).value();
  }
  static std::string complaint(std::vector<const char*> arguments) {
    try {
      parsed(std::move(arguments));
    } catch (const Error& error) {
      return error.what();
    }
    return "";
  }

  TEST_CASE("check is the default command") {
    CHECK(parsed({}).command == "check");
    const Options options = parsed({"a", "b", "--all", "--base", "main"});
    CHECK(options.command == "check");
    CHECK(options.arguments == std::vector<std::string>{"a", "b"});
    CHECK(options.all);
    CHECK(options.base == "main");
    CHECK(parsed({"explain", "drop-column"}).command == "explain");
    CHECK(parsed({"-", "--stdin-filename", "x.sql"}).arguments == std::vector<std::string>{"-"});
    CHECK(parsed({"check", "--", "--odd"}).arguments == std::vector<std::string>{"--odd"});
  }

  TEST_CASE("formats repeat; paths may follow them") {
    const Options options = parsed({"check", "--format", "text", "--format", "json=out.json", "folder"});
    CHECK(options.formats == std::vector<std::string>{"text", "json=out.json"});
    CHECK(options.arguments == std::vector<std::string>{"folder"});
    const auto reports = destinations(options);
    REQUIRE(reports.size() == 2);
    CHECK(reports[0].file.empty());
    CHECK(reports[1].format == "json");
    CHECK(reports[1].file == "out.json");
  }

  TEST_CASE("--output is for the one format without a file") {
    CHECK(destinations(parsed({"--output", "x", "--format", "json"})).front().file == "x");
    CHECK_THROWS_AS(destinations(parsed({"--format", "json", "--format", "text"})), Error);
    CHECK_THROWS_AS(destinations(parsed({"--format", "json=a", "--output", "b"})), Error);
  }

  TEST_CASE("usage errors name the nearest known name") {
    CHECK(complaint({"check", "--fromat", "json"})
              .find("unknown option --fromat (did you mean \"--format\"?)") != std::string::npos);
    CHECK(complaint({"--format", "jsno"}).find("has no value \"jsno\" (did you mean \"json\"?)") !=
          std::string::npos);
    CHECK(complaint({"--color", "blue"}).find("known are auto, always, never") != std::string::npos);
    CHECK_FALSE(complaint({"check", "--base"}).empty());
    CHECK(complaint({"chekc"}) ==
          "there is neither a command nor a path \"chekc\" (did you mean \"check\"?)");
  }

  TEST_CASE("what other linters call it is answered") {
    CHECK(complaint({"lint"}) == "there is no command \"lint\": `miglint check` is the one");
    CHECK(complaint({"allow", "drop-column"}).find("`miglint accept`") != std::string::npos);
    CHECK(complaint({"check", "--fail-on", "warn"}).find("did you mean \"warning\"?") != std::string::npos);
    CHECK(complaint({"help", "chekc"}).find("did you mean \"check\"?") != std::string::npos);
  }

  TEST_CASE("the nearest name is near") {
    CHECK(nearest("drop-colunm", {"drop-column", "drop-table"}) == "drop-column");
    CHECK_FALSE(nearest("xyz", {"drop-column"}));
    CHECK_FALSE(nearest("", {"a-name"}));
  }
}

}  // namespace miglint
