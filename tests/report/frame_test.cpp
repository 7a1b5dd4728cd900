#include "report/frame.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <sstream>

#include "report/line_guard.hpp"

namespace miglint {

TEST_SUITE("report/frame") {
  static Position position(std::string_view text, int offset) {
    const auto before = text.substr(0, static_cast<std::size_t>(offset));
    return {.line = 1 + static_cast<int>(std::ranges::count(before, '\n')), .column = 1};
  }

  /// The frame around the part of the text between « and ».
  static std::string frame(std::string text, int statement_begin = -1) {
    const std::string open = "«", close = "»";
    const auto begin = text.find(open);
    text.erase(begin, open.size());
    const auto end = text.find(close);
    text.erase(end, close.size());
    FrameSource source{.text = text,
                       .span = {static_cast<int>(begin), static_cast<int>(end)},
                       .statement_begin = statement_begin};
    source.place = {.begin = position(text, source.span.begin), .end = position(text, source.span.end)};
    std::ostringstream out;
    print_frame(source, Severity::error, Palette(false), out);
    return out.str();
  }

  TEST_CASE("the span is underlined") {
    CHECK(frame("-- AlterTable\nALTER TABLE a «DROP COLUMN b»;\n") == R"(  |
2 | ALTER TABLE a DROP COLUMN b;
  |               ^^^^^^^^^^^^^
)");
  }

  TEST_CASE("tabs, wide and combining characters keep the underline in place") {
    CHECK(frame("\tALTER TABLE \"日本\" «DROP COLUMN \"e\xCC\x81\"»;") ==
          "  |\n1 |     ALTER TABLE \"日本\" DROP COLUMN \"e\xCC\x81\";\n"
          "  |                        ^^^^^^^^^^^^^^^\n");
  }

  TEST_CASE("the statement's first line is shown where the span begins later") {
    CHECK(frame("ALTER TABLE a\n  ADD b int,\n  «DROP c»;", 0) == R"(  |
1 | ALTER TABLE a
...
3 |   DROP c;
  |   ^^^^^^
)");
  }

  TEST_CASE("of a long span the beginning and the end are shown") {
    CHECK(frame("«CREATE TABLE a (\n  b int,\n  c int,\n  d int,\n  e int,\n  f int,\n  g int\n)»;") == R"(  |
1 | CREATE TABLE a (
  | ^^^^^^^^^^^^^^^^
2 |   b int,
  |   ^^^^^^
3 |   c int,
  |   ^^^^^^
4 |   d int,
  |   ^^^^^^
...
8 | );
  | ^
)");
  }

  TEST_CASE("in brief: two lines, one underline, no more room than there is") {
    const std::string text = "CREATE TABLE a (\n  b int,\n  c int\n);";
    FrameSource source{.text = text,
                       .span = {0, static_cast<int>(text.size())},
                       .place = {.begin = {1, 1}, .end = {4, 2}},
                       .brief = true};
    std::ostringstream out;
    print_frame(source, Severity::error, Palette(false), out);
    CHECK(out.str() == "1 | CREATE TABLE a (\n  | ^^^^^^^^^^^^^^^^\n2 |   b int,\n");
    const std::string wide = "SELECT '" + std::string(300, 'x') + "';";
    source = {.text = wide,
              .span = {0, static_cast<int>(wide.size())},
              .place = {.begin = {1, 1}, .end = {1, 311}},
              .width = 80,
              .brief = true};
    std::ostringstream cut;
    print_frame(source, Severity::error, Palette(false), cut);
    std::istringstream lines(cut.str());
    for (std::string line; std::getline(lines, line);) CHECK(display_width(line) <= 80);
    CHECK(cut.str().find("……") == std::string::npos);
  }

  TEST_CASE("a line of megabytes is cut around the span") {
    const std::string filler(1000000, 'x');
    const std::string shown = frame("SELECT '" + filler + "'; «DROP TABLE a»; SELECT '" + filler + "';");
    CHECK(shown.size() < 1000);
    CHECK(shown.find("DROP TABLE a; SELECT 'xxx") != std::string::npos);
    CHECK(shown.find("…xxx") != std::string::npos);
  }

  TEST_CASE("escape codes in the source are shown, not obeyed") {
    CHECK(frame("COMMENT ON TABLE a IS '\x1b[2J' «x»").find('\x1b') == std::string::npos);
  }

  TEST_CASE("no command to a CI runner comes together at the ends of the span") {
    CHECK(guarded(frame("SELECT 1 ##«[error]»x")).find("##[") == std::string::npos);
    CHECK(guarded(frame("SELECT 1 #«#[error]»x")).find("##[") == std::string::npos);
    CHECK(frame("SELECT «a»::text").find("SELECT a::text") != std::string::npos);
  }

  TEST_CASE("CRLF") { CHECK(frame("«DROP TABLE a\r\n  CASCADE»;\r\n").find("␍") == std::string::npos); }
}

}  // namespace miglint
