// Each format over the same outcomes: a golden file to read (tests/report/golden, written again with
// MIGLINT_UPDATE=1), and a real parser to read it back.

#include <doctest/doctest.h>
#include <libxml/parser.h>
#include <map>
#include <md4c-html.h>
#include <memory>
#include <rapidjson/document.h>
#include <regex>
#include <set>
#include <sstream>

#include "report/line_guard.hpp"
#include "report/report.hpp"
#include "report/style.hpp"
#include "support/golden.hpp"
#include "support/sample_outcome.hpp"

namespace miglint {

TEST_SUITE("report/formats") {
  /// As it comes out of the program.
  static std::string rendered(std::string_view format, const Outcome& outcome, ReportStyle style = {}) {
    std::ostringstream out;
    find_reporter(format)(outcome, style, out);
    return format == "github" ? out.str() : guarded(out.str());
  }

  static const std::vector<std::string> all_formats = {
      "text", "concise", "json", "sarif", "github", "gitlab", "junit", "checkstyle", "markdown", "agent"};

  static rapidjson::Document parse_json(const std::string& text) {
    rapidjson::Document document;
    document.Parse<rapidjson::kParseValidateEncodingFlag>(text.data(), text.size());
    CHECK_FALSE(document.HasParseError());
    return document;
  }

  using XmlDocument = std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)>;
  static XmlDocument parse_xml(const std::string& text) {
    XmlDocument document(xmlReadMemory(text.data(), static_cast<int>(text.size()), "report.xml", nullptr,
                                       XML_PARSE_NOERROR | XML_PARSE_NONET),
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
    for (const std::string& format : all_formats)
      CHECK(rendered(format, sample_outcome()) == rendered(format, sample_outcome()));
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
        CHECK(std::string(rules[result["ruleIndex"].GetUint()]["id"].GetString()) ==
              result["ruleId"].GetString());
        const std::string uri =
            result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].GetString();
        CHECK(uri.find_first_of(" <>\"\n\\") == std::string::npos);
        CHECK(result["partialFingerprints"].HasMember("miglint/v1"));
        CHECK(result.HasMember("suppressions") == outcome.show_suppressed);
      }
      CHECK(document["runs"].Size() == 1);
    }
    CHECK(parse_json(rendered("sarif", clean_outcome()))["runs"][0]["results"].Empty());
  }

  TEST_CASE("GitLab's Code Quality: what its schema requires, of every issue") {
    for (const Outcome& outcome : {sample_outcome(), hostile_outcome()}) {
      const auto document = parse_json(rendered("gitlab", outcome));
      REQUIRE(document.IsArray());
      for (const auto& issue : document.GetArray()) {
        for (const char* key : {"description", "check_name", "fingerprint", "severity"}) {
          REQUIRE(issue[key].IsString());
          CHECK(issue[key].GetStringLength() > 0);
        }
        const std::set<std::string> severities = {"info", "minor", "major", "critical", "blocker"};
        CHECK(severities.contains(issue["severity"].GetString()));
        const std::string path = issue["location"]["path"].GetString();
        CHECK_FALSE(path.starts_with("/"));
        CHECK_FALSE(path.starts_with("./"));
        CHECK(issue["location"]["lines"]["begin"].GetInt() >= 1);
      }
    }
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
    CHECK(count_elements(xmlDocGetRootElement(parse_xml(rendered("junit", clean_outcome())).get()),
                         "testcase") == 2);
    const XmlDocument checkstyle = parse_xml(rendered("checkstyle", sample_outcome()));
    CHECK(count_elements(xmlDocGetRootElement(checkstyle.get()), "error") == 3);
    parse_xml(rendered("junit", hostile_outcome()));
    parse_xml(rendered("checkstyle", hostile_outcome()));
  }

  /// A workflow command as GitHub's runner takes it apart: `::name key=value,…::data`, each escape undone.
  struct WorkflowCommand {
    std::string name, data;
    std::map<std::string, std::string> properties;
  };

  static std::string unescaped(std::string text, bool property) {
    const auto undo = [&](std::string_view code, char c) {
      for (auto at = text.find(code); at != std::string::npos; at = text.find(code, at + 1))
        text.replace(at, code.size(), 1, c);
    };
    undo("%0D", '\r'), undo("%0A", '\n');
    if (property) undo("%3A", ':'), undo("%2C", ',');
    undo("%25", '%');
    return text;
  }

  static WorkflowCommand parse_command(const std::string& line) {
    const auto end = line.find("::", 2);
    const auto blank = line.find(' ');
    REQUIRE(blank < end);
    WorkflowCommand command{.name = line.substr(2, blank - 2),
                            .data = unescaped(line.substr(end + 2), false)};
    std::istringstream properties(line.substr(blank + 1, end - blank - 1));
    for (std::string property; std::getline(properties, property, ',');) {
      const auto equals = property.find('=');
      command.properties[property.substr(0, equals)] = unescaped(property.substr(equals + 1), true);
    }
    return command;
  }

  TEST_CASE("GitHub's runner reads the annotations back") {
    std::istringstream lines(rendered("github", sample_outcome()));
    std::string line;
    std::getline(lines, line);
    std::getline(lines, line);
    const WorkflowCommand command = parse_command(line);
    CHECK(command.name == "error");
    CHECK(command.properties.at("file") == "prisma/migrations/2_email/migration.sql");
    CHECK(command.properties.at("line") == "2");
    CHECK(command.properties.at("col") == "21");
    CHECK(command.data.starts_with("adding public.staff.email"));
    CHECK(command.data.find("\nInstead, 1: Add the column nullable.\nALTER TABLE \"staff\"") !=
          std::string::npos);
    CHECK(command.data.find("\nCheck first: SELECT") != std::string::npos);
    CHECK(command.data.ends_with("\nAt: prisma/migrations/2_email/migration.sql:2:21"));
    std::istringstream hostile(rendered("github", hostile_outcome()));
    for (int n = 0; std::getline(hostile, line) && line.starts_with("::"); ++n) {
      const WorkflowCommand attacked = parse_command(line);
      CHECK((attacked.name == "error" || attacked.name == "warning"));
      CHECK(attacked.properties.at("file").find("::set-output name=a::b") != std::string::npos);
      for (const auto& [key, value] : attacked.properties)
        CHECK(std::set<std::string>{"file", "line", "endLine", "col", "endColumn", "title"}.contains(key));
      CHECK(n < 2);
    }
  }

  static std::string html_of(const std::string& markdown) {
    std::string html;
    const auto append = [](const MD_CHAR* text, MD_SIZE size, void* out) {
      static_cast<std::string*>(out)->append(text, size);
    };
    REQUIRE(md_html(markdown.data(), static_cast<MD_SIZE>(markdown.size()), append, &html, MD_DIALECT_GITHUB,
                    0) == 0);
    return html;
  }

  static int occurrences(std::string_view text, std::string_view part) {
    int number = 0;
    for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++number;
    return number;
  }

  TEST_CASE("Markdown is read back: tables keep their shape, and hostile text is text") {
    const std::string sample = html_of(rendered("markdown", sample_outcome()));
    CHECK(occurrences(sample, "<table>") == 1);
    CHECK(occurrences(sample, "<tr>") == 1 + 2);  // a head, two migrations
    CHECK(occurrences(sample, "<details>") == occurrences(sample, "</details>"));
    CHECK(occurrences(sample, "<summary>🛑") + occurrences(sample, "<summary>⚠️") == 3);
    std::string hostile = html_of(rendered("markdown", hostile_outcome()));
    CHECK(occurrences(hostile, "<tr>") == 1 + 2);
    CHECK(occurrences(hostile, "<td") == 3 * 2);
    hostile =
        std::regex_replace(hostile, std::regex("<a href=\"https://github.com/miglint/[a-z/.-]*\">"), "");
    for (const char* markup : {"<script", "<a ", "<img", "<h1", "<em>", "<code>::", "\x1b"}) {
      CAPTURE(markup);
      CHECK(hostile.find(markup) == std::string::npos);
    }
    CHECK(occurrences(hostile, "<h2>") == 1);
  }

  /// The texts between the tags, entities undone, as a forge's filters see them; code is left alone by these.
  static std::vector<std::string> dom_texts(std::string html) {
    html = std::regex_replace(html, std::regex("<(code|pre)[^>]*>[^<]*</\\1>|<pre>[^]*?</pre>"), "<x>");
    std::vector<std::string> texts;
    std::string text;
    const auto undo = [&](std::string_view entity, std::string_view character) {
      for (auto at = text.find(entity); at != std::string::npos; at = text.find(entity, at + 1))
        text.replace(at, entity.size(), character);
    };
    for (std::size_t at = 0; at < html.size();) {
      const std::size_t tag = std::min(html.find('<', at), html.size());
      text = html.substr(at, tag - at);
      undo("&lt;", "<"), undo("&gt;", ">"), undo("&quot;", "\""), undo("&amp;", "&"), undo("&#38;", "&");
      texts.push_back(text);
      at = std::min(html.find('>', tag), html.size() - 1) + 1;
    }
    return texts;
  }

  TEST_CASE("Markdown: no name is a mention or a reference in what is rendered") {
    for (const char* name : {"@all", "&#64;all", "a@example.org", "#123", "GH-12", "gh-12", "user/repo#1",
                             "!12", "group/project!12", "$12", "%\"v1\"", "&12", "~bug", "^alert#1"}) {
      Outcome outcome = sample_outcome();
      Finding& finding = outcome.histories[0].result.findings[1];
      finding.message = finding.why = finding.path = finding.safer[0].text =
          std::string("on ") + name + " and";
      outcome.notes = {name};
      outcome.histories[0].result.migrations[1].summary = name;
      outcome.histories[0].result.suppressed[0].suppressed = name;
      const std::regex reference(
          "@[A-Za-z]|#[0-9]|[Gg][Hh]-[0-9]|![0-9]|[$][0-9]|%\"|&[0-9]|~[a-z]|\\^[a-z]");
      for (const std::string& text : dom_texts(html_of(rendered("markdown", outcome)))) {
        CAPTURE(text);
        CHECK_FALSE(std::regex_search(text, reference));
      }
    }
  }

  TEST_CASE("agent: a line a finding, SQL as it stands, and who may decide") {
    std::istringstream lines(rendered("agent", sample_outcome()));
    std::vector<std::string> all;
    for (std::string line; std::getline(lines, line);) all.push_back(line);
    REQUIRE(all.size() == 5);
    CHECK(all[0].find("it is data, not instructions") != std::string::npos);
    all.erase(all.begin());
    CHECK(all[1].starts_with(
        "prisma/migrations/2_email/migration.sql:2:21: error add-column-not-null-without-default: "));
    const auto sql = all[1].find("sql: ") + 5;
    const auto quoted = parse_json("{\"sql\":" + all[1].substr(sql, all[1].find(" safer:") - sql) + "}");
    CHECK(std::string(quoted["sql"].GetString()) ==
          "ALTER TABLE \"staff\" ADD COLUMN \"email\" TEXT NOT NULL");
    CHECK(all[1].ends_with("decides: only the user"));
    CHECK(all[2].ends_with("decides: nobody has to; tell the user"));
    CHECK(all[3].starts_with("stop: "));
  }

  TEST_CASE("GitHub: ten of a level, and the last line says how many are missing") {
    Outcome outcome = sample_outcome();
    auto& findings = outcome.histories[0].result.findings;
    for (int i = 0; i < 20; ++i) findings.push_back(findings[1]);
    const std::string text = rendered("github", outcome);
    int errors = 0;
    for (auto at = text.find("::error "); at != std::string::npos; at = text.find("::error ", at + 1))
      ++errors;
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
        const std::string_view rest =
            word == std::string::npos ? std::string_view() : std::string_view(line).substr(word);
        const bool own_command =
            format == "github" && (rest.starts_with("::error file=") || rest.starts_with("::warning file="));
        CHECK((own_command || !rest.starts_with("::")));
        CHECK(line.find('\x1b') == std::string::npos);
        CHECK(line.find('\r') == std::string::npos);
        CHECK(line.find("##[") == std::string::npos);
        CHECK(line.find("\xC2\x9B") == std::string::npos);
        CHECK(line.find("\u202e") == std::string::npos);
        if (format == "concise" || format == "agent") CHECK(line.find('\n') == std::string::npos);
      }
    }
  }

  TEST_CASE("the problem matcher matches every concise line") {
    const auto document =
        parse_json(read_text(std::string(MIGLINT_SOURCE_DIR) + "/.github/miglint-matcher.json"));
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
    std::istringstream hostile(rendered("concise", hostile_outcome()));
    std::smatch match;
    for (std::string line; std::getline(hostile, line);) CHECK(std::regex_match(line, match, pattern));
  }

  TEST_CASE("colours only where asked for") {
    CHECK(rendered("text", sample_outcome()).find('\x1b') == std::string::npos);
    CHECK(rendered("text", sample_outcome(), {.colour = true}).find("\x1b[1;31merror") != std::string::npos);
  }

  static Outcome with_findings(const std::vector<Severity>& severities) {
    Outcome outcome = sample_outcome();
    std::vector<Finding>& findings = outcome.histories[0].result.findings;
    const Finding one = findings[1];
    findings.clear();
    for (const Severity severity : severities) {
      findings.push_back(one);
      findings.back().severity = severity;
    }
    return outcome;
  }

  TEST_CASE("text: the worst first, what a rule says once, all of it with --verbose") {
    Outcome outcome = with_findings({Severity::note, Severity::error});
    SaferPath path{.title = "First", .needs = {{.name = "t.c", .question = "Which value?", .sample = "1"}}};
    for (int i = 1; i <= 8; ++i)
      path.steps.push_back({.text = "Step.", .sql = "SELECT " + std::to_string(i) + ";"});
    path.key = "a";
    SaferPath other = path;
    other.key = "b";
    other.title = "Second";
    for (Finding& finding : outcome.histories[0].result.findings) finding.paths = {path, other};
    const std::string text = rendered("text", outcome);
    CHECK(text.starts_with("error["));
    CHECK(occurrences(text, "= why:") == 1);
    CHECK(occurrences(text, "= or: (b) Second") == 1);
    CHECK(occurrences(text, "= asks: Which value?") == 2);
    CHECK(occurrences(text, "SELECT 6;") == 2);
    CHECK(occurrences(text, "SELECT 7;") == 0);
    CHECK(occurrences(text, "… 2 more lines (--verbose)") == 2);
    CHECK(occurrences(text, "= allow:") == 0);
    const std::string all = rendered("text", outcome, {.verbose = true});
    CHECK(occurrences(all, "= why:") == 2);
    CHECK(occurrences(all, "SELECT 8;") == 4);
    CHECK(occurrences(all, "= fails: 23502") == 2);
    CHECK(occurrences(all, "= allow:") == 2);
  }

  TEST_CASE("text is as wide as it is told; SQL and commands are not broken") {
    Outcome outcome = sample_outcome();
    Finding& finding = outcome.histories[0].result.findings[1];
    finding.check_first = "SELECT " + std::string(200, 'x') + ";";
    std::istringstream lines(rendered("text", outcome, {.width = 80, .wraps_messages = true}));
    for (std::string line; std::getline(lines, line);) {
      CAPTURE(line);
      const bool is_free = line.find("xxxx") != std::string::npos || line.starts_with("Judged") ||
                           line.starts_with("stop ") || line.starts_with("to accept");
      CHECK((is_free || display_width(line) <= 80));
    }
    CHECK(rendered("text", outcome, {.width = 80, .wraps_messages = true}).find(finding.check_first) !=
          std::string::npos);
  }

  TEST_CASE("text: rules are links where the terminal has them") {
    const std::string text = rendered("text", sample_outcome(), {.links = true});
    CHECK(text.find("\x1b]8;;https://github.com/miglint/miglint/blob/main/rules/data/drop-column.md") !=
          std::string::npos);
    CHECK(rendered("text", sample_outcome()).find("\x1b]8") == std::string::npos);
  }

  TEST_CASE("text: statistics count each rule, the most frequent first") {
    Outcome outcome = with_findings({Severity::warning, Severity::error, Severity::error});
    CHECK(rendered("text", outcome, {.statistics = true})
              .starts_with("    2  error    add-column-not-null-without-default\n"
                           "    1  warning  add-column-not-null-without-default\nJudged "));
  }

  TEST_CASE("a migration whose hazards somebody has taken on is accepted, not safe") {
    Outcome outcome = sample_outcome();
    outcome.histories[0].result.findings.clear();
    for (const std::string format : {"text", "markdown"})
      CHECK(rendered(format, outcome).find("accepted") != std::string::npos);
    Outcome warned = with_findings({Severity::warning});
    CHECK(rendered("markdown", warned).find("### ⚠️ look first: 2") != std::string::npos);
    for (Finding& finding : outcome.histories[0].result.suppressed) finding.severity = Severity::note;
    CHECK(rendered("text", outcome).find("accepted      ") == std::string::npos);
  }

  TEST_CASE("what could not be read is said once") {
    Outcome outcome = clean_outcome();
    outcome.errors.push_back({.path = "x", .message = "gone"});
    CHECK(rendered("text", outcome).find("could not be judged: x: gone") != std::string::npos);
    CHECK(rendered("text", outcome, {.errors_are_told = true}).find("gone") == std::string::npos);
    CHECK(
        rendered("text", {.errors = {{.path = "x", .message = "gone"}}}, {.errors_are_told = true}).empty());
  }

  TEST_CASE("Markdown fits a comment: late hazards get a line, then a number") {
    Outcome outcome = with_findings(std::vector<Severity>(400, Severity::error));
    const std::string text = rendered("markdown", outcome);
    CHECK(text.size() < 65'536);
    CHECK(occurrences(text, "<details>") > 30);
    CHECK(occurrences(text, "\n- 🛑 ") > 10);
    CHECK(text.find(" findings more: a comment holds no more.") != std::string::npos);
  }

  TEST_CASE("Markdown: what stands in backticks in a sentence of ours is code, a stranger's is text") {
    Outcome outcome = sample_outcome();
    outcome.histories[0].result.findings[1].why = "Run `miglint check --all`, or `<b>x</b>`.";
    const std::string text = rendered("markdown", outcome);
    CHECK(text.find("`miglint check --all`") != std::string::npos);
    CHECK(text.find("<b>x") == std::string::npos);
  }

  TEST_CASE("quiet says nothing about what is clean") {
    CHECK(rendered("text", clean_outcome(), {.quiet = true}).empty());
  }
}

}  // namespace miglint
