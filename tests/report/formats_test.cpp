// Each format over the same outcomes: a golden file to read (tests/report/golden, written anew with MIGLINT_UPDATE=1), and a real parser to read it
// back.

#include <doctest/doctest.h>
#include <libxml/parser.h>
#include <memory>
#include <rapidjson/document.h>
#include <regex>
#include <set>
#include <sstream>

#include "report/report.hpp"
#include "support/golden.hpp"
#include "support/sample_outcome.hpp"

namespace miglint {

TEST_SUITE("report/formats") {
  static std::string rendered(std::string_view format, const Outcome& outcome, ReportStyle style = {}) {
    std::ostringstream out;
    find_reporter(format)(outcome, style, out);
    return out.str();
  }

  static const std::vector<std::string> all_formats = {"text",   "concise", "json",       "sarif",    "github",
                                                       "gitlab", "junit",   "checkstyle", "markdown", "agent"};

  static rapidjson::Document parse_json(const std::string& text) {
    rapidjson::Document document;
    document.Parse<rapidjson::kParseValidateEncodingFlag>(text.data(), text.size());
    CHECK_FALSE(document.HasParseError());
    return document;
  }

  using XmlDocument = std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)>;
  static XmlDocument parse_xml(const std::string& text) {
    XmlDocument document(xmlReadMemory(text.data(), static_cast<int>(text.size()), "report.xml", nullptr, XML_PARSE_NOERROR | XML_PARSE_NONET),
                         &xmlFreeDoc);
    CHECK(document != nullptr);
    return document;
  }

  /// How many elements of a name a document has.
  static int count_elements(const xmlNode* node, std::string_view name) {
    int number = 0;
    for (; node != nullptr; node = node->next) {
      if (node->type == XML_ELEMENT_NODE && name == reinterpret_cast<const char*>(node->name)) ++number;
      number += count_elements(node->children, name);
    }
    return number;
  }

  TEST_CASE("golden files") {
    for (const std::string& format : all_formats) {
      CAPTURE(format);
      CHECK(matches_golden("tests/report/golden/sample." + format, rendered(format, sample_outcome())));
      CHECK(matches_golden("tests/report/golden/clean." + format, rendered(format, clean_outcome())));
      CHECK(matches_golden("tests/report/golden/hostile." + format, rendered(format, hostile_outcome())));
    }
  }

  TEST_CASE("the same outcome gives the same bytes") {
    for (const std::string& format : all_formats) CHECK(rendered(format, sample_outcome()) == rendered(format, sample_outcome()));
  }

  TEST_CASE("JSON is read back") {
    const auto document = parse_json(rendered("json", sample_outcome()));
    CHECK(std::string(document["verdict"].GetString()) == "stop");
    CHECK(document["migrations"].Size() == 3);
    CHECK(document["migrations"][0]["verdict"].IsNull());
    const auto& finding = document["findings"][1];
    CHECK(finding["line"].GetInt() == 2);
    CHECK(finding["column"].GetInt() == 21);
    CHECK(finding["statement"]["index"].GetInt() == 0);
    CHECK(finding["object"]["name"].IsNull());
    CHECK(std::string(finding["fails"][0].GetString()) == "23502");
    CHECK(document["findings"][0]["statement"].IsNull());
    CHECK(std::string(document["suppressed"][0]["reason"].GetString()) == "archived in release 4.2");
    CHECK(document["summary"]["errors"].GetInt() == 2);
    CHECK(std::string(parse_json(rendered("json", clean_outcome()))["verdict"].GetString()) == "safe");
  }

  TEST_CASE("SARIF holds what no validator checks") {
    for (const Outcome& outcome : {sample_outcome(), clean_outcome(), hostile_outcome()}) {
      const auto document = parse_json(rendered("sarif", outcome));
      const auto& run = document["runs"][0];
      const auto& rules = run["tool"]["driver"]["rules"];
      CHECK(std::string(run["columnKind"].GetString()) == "utf16CodeUnits");
      for (const auto& result : run["results"].GetArray()) {
        CHECK(std::string(rules[result["ruleIndex"].GetUint()]["id"].GetString()) == result["ruleId"].GetString());
        const std::string uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].GetString();
        CHECK(uri.find_first_of(" <>\"\n\\") == std::string::npos);
        CHECK(result["partialFingerprints"].HasMember("miglint/v1"));
        CHECK(result.HasMember("suppressions") == outcome.show_suppressed);
      }
      CHECK(document["runs"].Size() == 1);
    }
    CHECK(parse_json(rendered("sarif", clean_outcome()))["runs"][0]["results"].Empty());
  }

  TEST_CASE("GitLab's fingerprints are unique") {
    Outcome outcome = sample_outcome();
    auto& findings = outcome.histories[0].result.findings;
    findings.push_back(findings.back());
    const auto document = parse_json(rendered("gitlab", outcome));
    std::set<std::string> fingerprints;
    for (const auto& issue : document.GetArray()) fingerprints.insert(issue["fingerprint"].GetString());
    CHECK(fingerprints.size() == findings.size());
  }

  TEST_CASE("XML is read back") {
    const XmlDocument junit = parse_xml(rendered("junit", sample_outcome()));
    CHECK(count_elements(xmlDocGetRootElement(junit.get()), "failure") == 2);
    CHECK(count_elements(xmlDocGetRootElement(parse_xml(rendered("junit", clean_outcome())).get()), "testcase") == 2);
    const XmlDocument checkstyle = parse_xml(rendered("checkstyle", sample_outcome()));
    CHECK(count_elements(xmlDocGetRootElement(checkstyle.get()), "error") == 3);
    parse_xml(rendered("junit", hostile_outcome()));
    parse_xml(rendered("checkstyle", hostile_outcome()));
  }

  TEST_CASE("GitHub: ten of a level, and the last line says how many are missing") {
    Outcome outcome = sample_outcome();
    auto& findings = outcome.histories[0].result.findings;
    for (int i = 0; i < 20; ++i) findings.push_back(findings[1]);
    const std::string text = rendered("github", outcome);
    int errors = 0;
    for (auto at = text.find("::error "); at != std::string::npos; at = text.find("::error ", at + 1)) ++errors;
    CHECK(errors == 10);
    CHECK(text.find("12 findings more") != std::string::npos);
  }

  TEST_CASE("nothing hostile reaches a terminal or a CI log") {
    for (const std::string& format : all_formats) {
      CAPTURE(format);
      std::istringstream lines(rendered(format, hostile_outcome()));
      for (std::string line; std::getline(lines, line);) {
        CAPTURE(line);
        const auto word = line.find_first_not_of(" \t");
        const std::string_view rest = word == std::string::npos ? std::string_view() : std::string_view(line).substr(word);
        const bool own_command = format == "github" && (rest.starts_with("::error file=") || rest.starts_with("::warning file="));
        CHECK((own_command || !rest.starts_with("::")));
        CHECK(line.find('\x1b') == std::string::npos);
        CHECK(line.find('\r') == std::string::npos);
        CHECK(line.find("##[") == std::string::npos);
        CHECK(line.find("\xC2\x9B") == std::string::npos);
      }
    }
  }

  TEST_CASE("the problem matcher matches every concise line") {
    const auto document = parse_json(read_text(std::string(MIGLINT_SOURCE_DIR) + "/.github/miglint-matcher.json"));
    const std::regex pattern(document["problemMatcher"][0]["pattern"][0]["regexp"].GetString());
    std::istringstream lines(rendered("concise", sample_outcome()));
    int matched = 0;
    for (std::string line; std::getline(lines, line);) {
      std::smatch match;
      CAPTURE(line);
      REQUIRE(std::regex_match(line, match, pattern));
      CHECK(match[1].str().ends_with("migration.sql"));
      ++matched;
    }
    CHECK(matched == 3);
  }

  TEST_CASE("colours only where asked for") {
    CHECK(rendered("text", sample_outcome()).find('\x1b') == std::string::npos);
    CHECK(rendered("text", sample_outcome(), {.colour = true}).find("\x1b[1;31merror") != std::string::npos);
  }

  TEST_CASE("quiet says nothing about what is clean") { CHECK(rendered("text", clean_outcome(), {.quiet = true}).empty()); }
}

}  // namespace miglint
