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
    CHECK(one_line("\xC2\x9B") == "\xEF\xBF\xBD");      // C1: CSI in one character
    CHECK(one_line("\xE2\x80\xAE") == "\xEF\xBF\xBD");  // right-to-left override
  }

  TEST_CASE("no line is a command to a CI runner") {
    CHECK(several_lines("SELECT a\n  ::set-output name=x::y") == "SELECT a\n/**/  ::set-output name=x::y");
    CHECK(one_line("::error::x") == "/**/::error::x");
    CHECK(one_line("x ##[command]y ##vso[task.x]") == "x # #[command]y # #vso[task.x]");
    CHECK(several_lines("\xC2\xA0::x") == "/**/\xC2\xA0::x");  // a no-break space is trimmed too
    CHECK(several_lines("a\r\n\tb") == "a\n  b");
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
