#include "parse/prescan.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <simdjson.h>

#include "miglint/lexer.hpp"

namespace miglint {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr int deepest_comment = 200;
// With 256 MB of stack libpg_query prints trees of a million levels; a text shorter than this can't hold
// more.
constexpr int always_shallow = 1 << 20;
constexpr int longest_expression = 500'000;  // tokens without a comma

bool is_utf16(std::string_view text) {
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) return true;
  // Without a mark: ASCII in UTF-16 has a NUL in every second byte.
  const std::string_view head = text.substr(0, 256);
  return head.size() >= 4 &&
         std::count(head.begin(), head.end(), '\0') * 5 >= static_cast<std::ptrdiff_t>(head.size()) * 2;
}

/// The length of the valid UTF-8 character at `at`; 0 when it is not one.
std::size_t character_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
  };
  const unsigned first = byte(0);
  const std::size_t length = first < 0x80                    ? 1
                             : first >= 0xC2 && first < 0xE0 ? 2
                             : first >= 0xE0 && first < 0xF0 ? 3
                             : first >= 0xF0 && first < 0xF5 ? 4
                                                             : 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0U) != 0x80U) return 0;
  }
  const bool overlong = (first == 0xE0 && byte(1) < 0xA0) || (first == 0xF0 && byte(1) < 0x90);
  const bool outside = (first == 0xED && byte(1) >= 0xA0) || (first == 0xF4 && byte(1) >= 0x90);
  return overlong || outside ? 0 : length;
}

/// Replaces what is not UTF-8 by question marks; says where the first such byte stands and how many there
/// are.
struct Invalid {
  int first = -1;
  int count = 0;
};
Invalid replace_invalid(std::string& text) {
  Invalid found;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = character_length(text, at);
    if (length == 0) {
      if (found.first < 0) found.first = static_cast<int>(at);
      ++found.count;
      text[at] = '?';
    }
    at += std::max<std::size_t>(length, 1);
  }
  return found;
}

void blank(std::string& text, std::size_t begin, std::size_t end) {
  for (std::size_t at = begin; at < end; ++at) {
    if (text[at] != '\n' && text[at] != '\r') text[at] = ' ';
  }
}

/// Leaves only what the runner executes on the way up.
void keep_sections(std::string& text, const std::vector<Span>& sections) {
  std::size_t from = 0;
  for (const Span& section : sections) {
    blank(text, from, static_cast<std::size_t>(section.begin));
    from = static_cast<std::size_t>(section.end);
  }
  blank(text, from, text.size());
}

class Preparation {
 public:
  explicit Preparation(const SourceFile& file) : file_(file) {}

  Prescan run() {
    if (file_.text.size() > largest_file)
      return refuse(ParseIssue::Kind::too_large, too_large_message(),
                    "Split it, or load the data outside migrations.");
    if (is_utf16(file_.text)) {
      return refuse(ParseIssue::Kind::utf16, "the file is UTF-16, which PostgreSQL cannot read",
                    "Save it as UTF-8 without a byte order mark.");
    }
    replace_nul_bytes();
    check_encoding();
    strip_byte_order_mark();
    if (!file_.sections.empty()) keep_sections(copy(), file_.sections);
    return std::move(result_);
  }

 private:
  std::string too_large_message() const {
    return fmt::format("the file has more than {} MB, and is not read", largest_file >> 20);
  }
  Prescan refuse(ParseIssue::Kind kind, std::string message, std::string hint) {
    const int end =
        static_cast<int>(std::min(file_.text.find('\n'), std::min<std::size_t>(file_.text.size(), 80)));
    return {
        .refused = true,
        .issues = {{.kind = kind, .span = {0, end}, .message = std::move(message), .hint = std::move(hint)}},
        .text = std::nullopt};
  }
  std::string& copy() {
    if (!result_.text) result_.text = file_.text;
    return *result_.text;
  }

  void replace_nul_bytes() {
    const std::size_t first = file_.text.find('\0');
    if (first == std::string::npos) return;
    std::replace(copy().begin(), copy().end(), '\0', ' ');
    const int at = static_cast<int>(first);
    result_.issues.push_back(
        {.kind = ParseIssue::Kind::nul_byte,
         .span = {at, at + 1},
         .message = "a NUL byte: PostgreSQL refuses the file, or does not see what stands after it",
         .hint = "Remove the byte."});
  }

  void check_encoding() {
    const std::string& text = result_.text ? *result_.text : file_.text;
    if (simdjson::validate_utf8(text)) return;
    const Invalid invalid = replace_invalid(copy());
    result_.issues.push_back(
        {.kind = ParseIssue::Kind::invalid_utf8,
         .span = {invalid.first, invalid.first + 1},
         .message = fmt::format("not UTF-8: {} byte{} that PostgreSQL refuses in a UTF-8 database (22021)",
                                invalid.count, invalid.count == 1 ? "" : "s"),
         .hint = "Save the file as UTF-8."});
  }

  void strip_byte_order_mark() {
    if (!file_.text.starts_with(byte_order_mark)) return;
    blank(copy(), 0, byte_order_mark.size());
    result_.issues.push_back(
        {.kind = ParseIssue::Kind::byte_order_mark,
         .span = {0, static_cast<int>(byte_order_mark.size())},
         .message =
             "the file begins with a byte order mark, which PostgreSQL refuses as a syntax error (42601)",
         .hint = "Save the file as UTF-8 without a byte order mark."});
  }

  const SourceFile& file_;
  Prescan result_;
};

int count_pairs(std::string_view text) {
  int count = 0;
  for (std::size_t at = text.find("/*"); at != std::string_view::npos; at = text.find("/*", at + 2)) ++count;
  return count;
}

bool has_endless_expression(std::string_view text, Span range) {
  Lexer lexer(text, range.begin, range.end);
  int run = 0;
  for (Token token = lexer.next(); token.kind != Token::Kind::end && run <= longest_expression;
       token = lexer.next()) {
    const std::string_view word = lexer.text(token);
    run = word == "," || word == ";" ? 0 : run + 1;
  }
  return run > longest_expression;
}

}  // namespace

Prescan prescan(const SourceFile& file) {
  Prescan result = Preparation(file).run();
  std::stable_sort(result.issues.begin(), result.issues.end(),
                   [](const ParseIssue& a, const ParseIssue& b) { return a.span.begin < b.span.begin; });
  return result;
}

bool is_too_deep(std::string_view text, Span range) {
  const std::string_view part =
      text.substr(static_cast<std::size_t>(range.begin), static_cast<std::size_t>(range.length()));
  if (count_pairs(part) > deepest_comment) {
    Lexer lexer(text, range.begin, range.end);
    while (lexer.next().kind != Token::Kind::end && lexer.position() < range.end) {
    }
    if (lexer.comment_nesting() > deepest_comment) return true;
  }
  return range.length() > always_shallow && has_endless_expression(text, range);
}

}  // namespace miglint
