#include "report/clean.hpp"

#include <doctest/doctest.h>

#include "report/style.hpp"

namespace miglint {

TEST_SUITE("report/clean") {
  TEST_CASE("bytes that are no UTF-8 are replaced") {
    CHECK(valid_utf8("caf\xC3\xA9") == "caf\xC3\xA9");
    CHECK(valid_utf8("caf\xE9!") == "caf\xEF\xBF\xBD!");
    CHECK(valid_utf8("\xC0\x80") == "\xEF\xBF\xBD\xEF\xBF\xBD");          // overlong
    CHECK(valid_utf8("\xED\xA0\x80").find("\xED") == std::string::npos);  // a surrogate
    CHECK(valid_utf8("\xF0\x9F\x98") == "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
    CHECK(valid_utf8("\xF0\x9F\x98\x80") == "\xF0\x9F\x98\x80");
  }

  TEST_CASE("no control character reaches a terminal") {
    CHECK(one_line("a\x1b[31mb") == "a␛[31mb");
    CHECK(one_line("a\nb\tc\rd\x7f") == "a␊b␉c␍d␡");
    CHECK(one_line("\xC2\x9B") == "<U+009B>");  // C1: CSI in one character
    CHECK(one_line("\u202e") == "<U+202E>");    // right-to-left override
  }

  TEST_CASE("what is shown as nothing is shown after all") {
    CHECK(one_line("\u200b\ufeff\u00ad") == "<U+200B><U+FEFF><U+00AD>");
    CHECK(one_line("a\U000e0041\u3164\ufe0f") ==
          "a<U+E0041><U+3164><U+FE0F>");           // a tag, a filler, a selector
    CHECK(one_line("\U000e0fff") == "<U+E0FFF>");  // kept free for more of them
    CHECK(one_line("é 名前 😀") == "é 名前 😀");
    CHECK(json_string("\u200b\U000e0041") == "\"\\u200b\\udb40\\udc41\"");
  }

  TEST_CASE("lines stay lines, tabs become blanks, commands are pulled apart") {
    CHECK(several_lines("a\r\n\tb") == "a\n  b");
    CHECK(one_line("x ##[command]y ##vso[task.x] ##teamcity[m]") ==
          "x # #[command]y # #vso[task.x] # #teamcity[m]");
  }

  TEST_CASE("widths count wide, combining and plain characters") {
    CHECK(display_width("abc") == 3);
    CHECK(display_width("日本") == 4);
    CHECK(display_width("e\xCC\x81") == 1);
    CHECK(display_width("é") == 1);
  }

  TEST_CASE("text is broken at blanks") {
    CHECK(wrapped("one two three", 8) == std::vector<std::string>{"one two", "three"});
    CHECK(wrapped("enormously long", 4) == std::vector<std::string>{"enormously", "long"});
    CHECK(wrapped("a\n\nb", 8) == std::vector<std::string>{"a", "", "b"});
    CHECK(wrapped("", 8) == std::vector<std::string>{""});
  }
}

}  // namespace miglint
