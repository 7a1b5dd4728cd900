// A change that brings its own configuration, decisions or allow comments says so, in every format.

#include <doctest/doctest.h>
#include <rapidjson/document.h>

#include "support/git_project.hpp"
#include "support/run_program.hpp"

namespace miglint {

TEST_SUITE("cli/terms") {
  static const std::vector<std::string> all_formats = {
      "text", "concise", "json", "sarif", "github", "gitlab", "junit", "checkstyle", "markdown", "agent"};

  /// What stands in a report about a file, whatever the format makes of blanks and quotes.
  static bool says(const std::string& format, const std::vector<std::string>& options,
                   const std::string& words) {
    std::vector<std::string> arguments = {"check", "--format", format};
    arguments.insert(arguments.end(), options.begin(), options.end());
    const std::string out = run_miglint(arguments).out;
    INFO(format << ": " << out);
    return out.find(words) != std::string::npos;
  }

  static void init(const test::GitProject& project) {
    project.migration("20240101000000_init", "CREATE TABLE a (id int);\nCREATE TABLE b (id int);\n");
    project.put(".miglint.yaml", "postgres: 15\n");
    project.commit("init");
    test::shell("git checkout -q -b change");
    project.migration("20240102000000_drop", "DROP TABLE b;\n");
  }

  TEST_CASE("a change that edits the configuration, committed or not") {
    const test::GitProject project;
    init(project);
    for (const std::string& format : all_formats) CHECK_FALSE(says(format, {}, "edits the configuration"));
    project.put(".miglint.yaml",
                "rules: {data: off, drop-index-without-concurrently: note}\nfail-on: never\n");
    for (const std::string& format : all_formats) {
      CHECK(says(format, {}, "this change edits the configuration that it is judged by"));
      CHECK(says(format, {}, "rules off: data"));
      CHECK(says(format, {}, "severity lowered: drop-index-without-concurrently"));
      CHECK(says(format, {}, "fail-on: never"));
    }
    CHECK_FALSE(says("text", {"--staged"}, "edits the configuration"));
    project.commit("change");
    for (const std::string& format : all_formats)
      CHECK(says(format, {"--base", "main"}, "this change edits the configuration"));
    CHECK(says("text", {"--base", "main", "--quiet"}, "this change edits the configuration"));
  }

  TEST_CASE("a configuration that comes with the change, in any folder, or that goes") {
    const test::GitProject project;
    init(project);
    test::shell("git rm -q --cached .miglint.yaml && rm .miglint.yaml");
    CHECK(says("text", {}, ".miglint.yaml:1: this change edits the configuration"));
    CHECK(says("text", {"--staged"}, ".miglint.yaml:1: this change edits the configuration"));
    project.put("prisma/.miglint.yaml", "rules: {locks: off}\n");
    CHECK(says("text", {"prisma"}, "prisma/.miglint.yaml:1: this change edits the configuration"));
  }

  TEST_CASE("a configuration that was there and weakens the verdict is named, without a change of it") {
    const test::GitProject project;
    project.put(".miglint.yaml", "rules: {data: off}\n");
    project.commit("configuration");
    test::shell("git checkout -q -b change");
    project.migration("20240101000000_init", "CREATE TABLE a (id int);\n");
    for (const std::string& format : all_formats) {
      CHECK(says(format, {}, "the configuration weakens the verdict: rules off: data"));
      CHECK_FALSE(says(format, {}, "this change edits"));
    }
    // who runs it may say so: that is no configuration
    project.put(".miglint.yaml", "postgres: 15\n");
    project.commit("configuration");
    CHECK_FALSE(says("text", {"--base", "HEAD", "--fail-on", "never"}, "weakens"));
  }

  TEST_CASE("allow comments of the change are listed, however far to the right they stand") {
    const test::GitProject project;
    init(project);
    project.migration("20240102000000_drop",
                      "-- nothing here" + std::string(5000, ' ') + "\n" + std::string(5000, ' ') +
                          "-- miglint: allow drop-table: nobody reads it\nDROP TABLE b;\n");
    for (const std::string& format : all_formats) {
      CHECK(says(format, {}, "a comment allows drop-table here: "));
      CHECK(says(format, {}, "nobody reads it"));
    }
    CHECK(says("concise", {}, "migration.sql:2:1: note review a comment allows drop-table"));
  }

  TEST_CASE("SARIF carries what the change itself allowed, and says by what") {
    const test::GitProject project;
    init(project);
    project.migration("20240102000000_drop",
                      "-- miglint: allow drop-table: nobody reads it\nDROP TABLE b;\n");
    const auto results = [] {
      rapidjson::Document document;
      document.Parse(run_miglint({"check", "--format", "sarif"}).out.c_str());
      rapidjson::Document found;
      found.CopyFrom(document["runs"][0]["results"], found.GetAllocator());
      return found;
    };
    const auto own = results();
    REQUIRE(own.Size() == 1);
    CHECK(std::string(own[0]["suppressions"][0]["kind"].GetString()) == "inSource");
    CHECK(std::string(own[0]["suppressions"][0]["justification"].GetString()) == "nobody reads it");
    CHECK(std::string(own[0]["suppressions"][0]["status"].GetString()) == "accepted");

    const std::string ignore = "ignore: [{rule: drop-table, reason: nobody reads it}]\n";
    project.migration("20240102000000_drop", "DROP TABLE b;\n");
    project.put(".miglint.yaml", ignore);
    const auto external = results();
    REQUIRE(external.Size() == 1);
    CHECK(std::string(external[0]["suppressions"][0]["kind"].GetString()) == "external");

    // on the base already: left out, as ever, of an audit too
    project.put(".miglint.yaml", "postgres: 15\n");
    project.migration("20240102000000_drop",
                      "-- miglint: allow drop-table: nobody reads it\nDROP TABLE b;\n");
    project.commit("change");
    CHECK(results().Size() == 1);
    const RunResult audit = run_miglint({"check", "--format", "sarif", "--all", "--base", "HEAD"});
    CHECK(audit.out.find("\"suppressions\"") == std::string::npos);
    test::shell("git reset -q --hard main");
    project.migration("20240102000000_drop", "DROP TABLE b;\n");

    // decided before the change: left out, as ever
    test::shell("git stash -q -u && git checkout -q main");
    project.put(".miglint.yaml", ignore);
    project.commit("ignored");
    test::shell("git checkout -q -b other");
    project.migration("20240102000000_drop", "DROP TABLE b;\n");
    CHECK(results().Size() == 0);
  }

  TEST_CASE("a change that edits the decisions") {
    const test::GitProject project;
    init(project);
    project.put(
        ".miglint-decisions.yaml",
        "decisions:\n  - {finding: \"0123456789abcdef\", rule: drop-table, reason: agreed on Monday}\n");
    for (const std::string& format : all_formats)
      CHECK(says(format, {}, "this change edits the decisions that it is judged by"));
    test::shell("git add -A");
    CHECK(says("text", {"--staged"}, ".miglint-decisions.yaml:1: this change edits the decisions"));
  }

  TEST_CASE("a reason is words") {
    const test::GitProject project;
    init(project);
    for (const char* reason : {".", "\u200b", "1234", "x"}) {
      project.migration("20240102000000_drop",
                        std::string("-- miglint: allow drop-table: ") + reason + "\nDROP TABLE b;\n");
      const RunResult result = run_miglint({"check"});
      CHECK(result.status == 1);
      CHECK(result.out.find("it gives no reason") != std::string::npos);
      project.put(".miglint.yaml", std::string("ignore: [{rule: drop-table, reason: \"") + reason + "\"}]\n");
      CHECK(run_miglint({"check"}).err.find("needs a \"reason\"") != std::string::npos);
      project.put(".miglint.yaml", "postgres: 15\n");
      project.put(".miglint-decisions.yaml",
                  std::string("decisions: [{finding: abc, rule: drop-table, reason: \"") + reason + "\"}]\n");
      CHECK(run_miglint({"check"}).err.find("needs a \"reason\" in words") != std::string::npos);
      CHECK(run_miglint({"accept", "012345", "--reason", reason}).status == 2);
      project.remove("project/.miglint-decisions.yaml");
    }
    project.migration("20240102000000_drop", "-- miglint: allow drop-table: да\nDROP TABLE b;\n");
    CHECK(run_miglint({"check"}).status == 0);
  }

  TEST_CASE("a second document of the configuration is refused, with its line") {
    const test::GitProject project;
    init(project);
    project.put(".miglint.yaml", "# ours\n---\npostgres: 15\n---\nrules: {data: off}\n");
    const RunResult result = run_miglint({"check"});
    CHECK(result.status == 2);
    CHECK(result.err.find(".miglint.yaml:4: a second document begins here") != std::string::npos);
    project.put(".miglint.yaml", "---\npostgres: 15\n");
    CHECK(run_miglint({"check"}).status == 1);
    project.put(".miglint.yaml", "postgres: 15\n---\n");
    CHECK(run_miglint({"check"}).err.find(".miglint.yaml:2: ") != std::string::npos);
  }
}

}  // namespace miglint
