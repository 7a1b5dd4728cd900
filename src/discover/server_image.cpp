#include "discover/server_image.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "miglint/characters.hpp"

namespace miglint {

namespace {

constexpr int oldest = 8, newest = 29;  // beyond them a number counts something else

/// Images whose tag starts with PostgreSQL's version, by the last part of their name.
constexpr std::array servers =
    std::to_array<std::string_view>({"pgautoupgrade", "percona-distribution-postgresql", "postgis",
                                     "postgres", "postgres-ssl", "postgresql", "postgresql-repmgr", "spilo"});

bool is_name(char c) { return c == '_' || is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// The number at the front of `text`, with nothing but a separator or a word behind it.
std::optional<int> leading_major(std::string_view text) {
  int major = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), major);
  if (error != std::errc{} || text.empty() || !is_digit(text.front())) return std::nullopt;
  return major >= oldest && major <= newest ? std::optional(major) : std::nullopt;
}

/// `pg16` as a word of a tag or a name: how images of extensions say it.
std::optional<int> marked_major(std::string_view text) {
  constexpr std::string_view mark = "pg";
  for (std::size_t at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at + 1)) {
    if (at > 0 && (is_name(text[at - 1]) && text[at - 1] != '_')) continue;
    if (const std::optional<int> major = leading_major(text.substr(at + mark.size()))) return major;
  }
  return std::nullopt;
}

/// `${…}` at the front of `text`, taken off it: its value.
std::string take_braced(std::string_view& text, const Variables& value) {
  int depth = 0;
  std::size_t end = 1;
  for (; end < text.size(); ++end) {
    if (text[end] == '{') ++depth;
    if (text[end] == '}' && --depth == 0) break;
  }
  const std::string_view inside = text.substr(2, std::max<std::size_t>(end, 2) - 2);
  text.remove_prefix(std::min(end + 1, text.size()));
  const std::size_t name_end =
      static_cast<std::size_t>(std::ranges::find_if_not(inside, is_name) - inside.begin());
  if (const std::optional<std::string> known = value(inside.substr(0, name_end)); known && !known->empty())
    return *known;
  std::string_view rest = inside.substr(name_end);
  if (rest.starts_with(':')) rest.remove_prefix(1);
  return rest.starts_with('-') ? interpolated(rest.substr(1), value) : "";
}

}  // namespace

std::optional<int> postgres_of_version(std::string_view version) {
  if (version.starts_with('v')) version.remove_prefix(1);
  return leading_major(version);
}

std::optional<int> postgres_of_image(std::string_view image) {
  image = image.substr(0, image.find('@'));  // a digest
  image.remove_prefix(image.rfind('/') + 1);
  const std::string_view name = image.substr(0, image.find(':'));
  const std::string_view tag = name.size() == image.size() ? "" : image.substr(name.size() + 1);
  if (const std::optional<int> major = marked_major(tag)) return major;
  if (std::ranges::find(servers, name) != servers.end()) return postgres_of_version(tag);
  constexpr std::string_view numbered = "postgresql-";  // Red Hat's: the version is in the name
  return name.starts_with(numbered) ? leading_major(name.substr(numbered.size())) : std::nullopt;
}

std::string interpolated(std::string_view text, const Variables& value) {
  std::string result;
  while (!text.empty()) {
    const std::size_t dollar = std::min(text.find('$'), text.size());
    result += text.substr(0, dollar);
    text.remove_prefix(dollar);
    if (text.starts_with("${")) {
      result += take_braced(text, value);
    } else if (!text.empty()) {
      text.remove_prefix(1);
      const std::size_t end =
          static_cast<std::size_t>(std::ranges::find_if_not(text, is_name) - text.begin());
      result += value(text.substr(0, end)).value_or("");
      text.remove_prefix(end);
    }
  }
  return result;
}

}  // namespace miglint
