#include "report/markdown_text.hpp"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>

#include "miglint/characters.hpp"
#include "report/clean.hpp"

namespace miglint {

namespace {

bool is_alphanumeric(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }

/// The mark of a reference that begins here: GitHub's and GitLab's `@name` and `#1`, GitLab's `!1`, `$1`,
/// `%1`,
/// `&1`, `~label` and `^alert#1`.
bool is_reference_mark(std::string_view rest) {
  if (rest.front() == '@' || rest.front() == '#') return true;
  const bool mark = std::string_view("!$%&~^").find(rest.front()) != std::string_view::npos;
  return mark && rest.size() > 1 && (is_alphanumeric(rest[1]) || rest[1] == '"' || rest[1] == '\'');
}

/// `GH-123`: as good as `#123`.
bool is_github_dash(std::string_view text, std::size_t at) {
  const auto is = [&](std::size_t i, char c) {
    return std::toupper(static_cast<unsigned char>(text[i])) == c;
  };
  return text[at] == '-' && at >= 2 && is(at - 2, 'G') && is(at - 1, 'H') && at + 1 < text.size() &&
         is_digit(text[at + 1]);
}

std::string entity(char c) { return fmt::format("&#{};", static_cast<int>(c)); }

/// The characters that both kinds of text must not have as they are; empty: this is none of them.
std::string common_escape(std::string_view line, std::size_t at) {
  const char c = line[at];
  const std::string written = c == '<' || c == '&' ? entity(c) : std::string(1, c);
  if (is_reference_mark(line.substr(at)) || is_github_dash(line, at)) return "<span>" + written + "</span>";
  return c == '<' || c == '&' ? written : std::string();
}

}  // namespace

std::string markdown_text(std::string_view text) {
  const std::string line = one_line(text);
  std::string out;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const std::string_view rest = std::string_view(line).substr(i);
    if (const std::string escape = common_escape(line, i); !escape.empty()) {
      out += escape;
    } else if (rest.starts_with("://")) {
      out += entity(':');
    } else if (rest.starts_with("www.")) {
      out += "www&#46;";
      i += 3;
    } else {
      if (std::string_view("\\`*_[]|~").find(line[i]) != std::string_view::npos) out += '\\';
      out += line[i];
    }
  }
  return out;
}

std::string markdown_sentence(std::string_view text) {
  const auto is_plain = [](char c) {
    return is_alphanumeric(c) || std::string_view(" -_./=:,'\"()[]…").find(c) != std::string_view::npos;
  };
  const std::string line = one_line(text);
  std::string out;
  std::size_t begin = 0;
  while (begin < line.size()) {
    const std::size_t open = line.find('`', begin);
    const std::size_t close = open == std::string::npos ? open : line.find('`', open + 1);
    if (close == std::string::npos) break;
    const std::string_view inside = std::string_view(line).substr(open + 1, close - open - 1);
    if (inside.empty() || !std::ranges::all_of(inside, is_plain)) {
      out += markdown_text(std::string_view(line).substr(begin, open + 1 - begin));
      begin = open + 1;
      continue;
    }
    out += markdown_text(std::string_view(line).substr(begin, open - begin));
    out += fmt::format("`{}`", inside);
    begin = close + 1;
  }
  return out + markdown_text(std::string_view(line).substr(begin));
}

std::string html_text(std::string_view text) {
  const std::string line = one_line(text);
  std::string out;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const std::string escape = common_escape(line, i);
    out += escape.empty() ? std::string(1, line[i]) : escape;
  }
  return out;
}

}  // namespace miglint
