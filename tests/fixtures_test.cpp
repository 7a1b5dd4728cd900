// fixtures/<case>/ is a small project; expected.txt, expected.json and expected.sarif (its results) beside it
// are what `miglint check` says of all its migrations. A case called quiet-* must have no finding at all.
// Arguments other than `--all .` stand in a file `arguments`, one a line.
//
// To write the expected files anew: MIGLINT_UPDATE=1 build/dev/tests/miglint_tests
// --source-file='*fixtures_test.cpp'. Read the difference like prose.

#include <algorithm>
#include <doctest/doctest.h>
#include <filesystem>
#include <rapidjson/document.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>
#include <sstream>

#include "support/golden.hpp"
#include "support/run_program.hpp"
#include "support/temporary_project.hpp"

namespace miglint {

TEST_SUITE("fixtures") {
  namespace fs = std::filesystem;

  /// The cases, by name: folders with an expected.txt, or with nothing expected yet but migrations.
  static std::vector<std::string> cases() {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(std::string(MIGLINT_SOURCE_DIR) + "/fixtures")) {
      if (entry.is_directory()) names.push_back(entry.path().filename().string());
    }
    std::ranges::sort(names);
    return names;
  }

  static std::vector<std::string> arguments(const std::string& folder) {
    std::vector<std::string> words = {"check"};
    std::istringstream lines(read_text(folder + "/arguments"));
    for (std::string line; std::getline(lines, line);) words.push_back(line);
    if (words.size() == 1) words.insert(words.end(), {"--all", "."});
    return words;
  }

  /// Runs on a copy outside of any repository: what git thinks of the fixture is not part of it.
  static RunResult check(const std::string& name, const std::string& format) {
    const std::string folder = std::string(MIGLINT_SOURCE_DIR) + "/fixtures/" + name;
    const test::TemporaryProject project;
    fs::copy(folder, project.path(), fs::copy_options::recursive | fs::copy_options::overwrite_existing);
    std::vector<std::string> words = arguments(folder);
    words.insert(words.end(), {"--format", format});
    return run_miglint(words, {.folder = project.path()});
  }

  static std::string pretty(const rapidjson::Value& value) {
    rapidjson::StringBuffer buffer;
    rapidjson::PrettyWriter<rapidjson::StringBuffer> writer(buffer);
    writer.SetIndent(' ', 2);
    value.Accept(writer);
    return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
  }

  /// What is expected of a report: without the program's version and the rules' pages, which are no fixture's
  /// business.
  static std::string expected_part(std::string_view format, const std::string& report) {
    if (format == "text") return report;
    rapidjson::Document document;
    document.Parse(report.data(), report.size());
    REQUIRE_FALSE(document.HasParseError());
    if (format == "json") {
      document.EraseMember("tool");
      return pretty(document);
    }
    auto& results = document["runs"][0]["results"];
    for (auto& result : results.GetArray()) result.EraseMember("ruleIndex");
    return pretty(results);
  }

  TEST_CASE("every fixture gives what is expected") {
    for (const std::string& name : cases()) {
      CAPTURE(name);
      for (const auto& [format, extension] :
           {std::pair{"text", "txt"}, std::pair{"json", "json"}, std::pair{"sarif", "sarif"}}) {
        CAPTURE(format);
        const RunResult result = check(name, format);
        CHECK(result.err.empty());
        CHECK(result.status < 2);
        CHECK(
            matches_golden("fixtures/" + name + "/expected." + extension, expected_part(format, result.out)));
      }
    }
  }

  TEST_CASE("quiet fixtures have no finding") {
    for (const std::string& name : cases()) {
      if (!name.starts_with("quiet-")) continue;
      CAPTURE(name);
      const RunResult result = check(name, "json");
      rapidjson::Document document;
      document.Parse(result.out.data(), result.out.size());
      REQUIRE_FALSE(document.HasParseError());
      CHECK(document["findings"].Empty());
      CHECK(result.status == 0);
    }
  }
}

}  // namespace miglint
