#include <algorithm>
#include <fmt/format.h>

#include "lock_support.hpp"
#include "miglint/characters.hpp"
#include "miglint/tokens.hpp"
#include "support.hpp"

namespace miglint {

static bool is_name_byte(char c) {
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return letter || is_digit(c) || c == '_' || c == '$' || static_cast<unsigned char>(c) >= 0x80;
}

/// From `i` on: the end of a quoted thing whose quote stands at `i`, doubled quotes inside.
static std::size_t end_of_quoted(std::string_view text, std::size_t i) {
  const char quote = text[i];
  for (++i; i < text.size(); ++i) {
    if (text[i] != quote) continue;
    if (i + 1 < text.size() && text[i + 1] == quote) {
      ++i;
    } else {
      return i + 1;
    }
  }
  return i;
}

/// The names in a text of tokens (no comments in it) that are longer than PostgreSQL keeps.
static std::vector<std::string> long_names(std::string_view text) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i + 1;
    std::string_view name;
    if (text[i] == '"' || text[i] == '\'') {
      end = end_of_quoted(text, i);
      if (text[i] == '"' && end > i + 2) name = text.substr(i + 1, end - i - 2);
    } else if (is_name_byte(text[i])) {
      while (end < text.size() && is_name_byte(text[end])) ++end;
      if (!is_digit(text[i]) && text[i] != '$') name = text.substr(i, end - i);
    }
    if (name.size() > static_cast<std::size_t>(max_identifier_bytes)) names.emplace_back(name);
    i = end;
  }
  return names;
}

/// Cheap, for the many statements that have none: no run of name bytes, blanks among them for quoted names,
/// is that long. One that is has a byte wherever one looks in steps of its length.
static bool may_have_long_name(std::string_view sql) {
  constexpr std::size_t too_long = static_cast<std::size_t>(max_identifier_bytes) + 1;
  const auto in_run = [](char c) { return is_name_byte(c) || c == ' ' || c == '.' || c == '-'; };
  // a run that begins after what is known to be none, and reaches to `end`
  for (std::size_t end = too_long; end <= sql.size();) {
    std::size_t begin = end;
    while (begin > end - too_long && in_run(sql[begin - 1])) --begin;
    if (begin == end - too_long) return true;
    end = begin + too_long;
  }
  return false;
}

static void check_identifier_too_long(const Step& step, RuleContext& ctx) {
  if (step.in_do_block) return;
  const std::string_view sql = step.migration.sql(step.statement);
  // a body's names are its own
  if (!may_have_long_name(sql) || sql.find("$$") != std::string_view::npos) return;
  const std::vector<std::string> names = long_names(normalised(sql));
  if (names.empty()) return;
  const std::string& name = names.front();
  const std::string kept = truncate_identifier(name);
  ctx.report(
      {.message = fmt::format("{} is {} bytes long: PostgreSQL cuts it to {}", in_prose(name), name.size(),
                              in_prose(kept)),
       .object = {.name = kept},
       .why = fmt::format("Names keep 63 bytes. The object gets another name than the file says, {}and a "
                          "second long name may come out the same.",
                          step.history.layout == Layout::prisma
                              ? "so Prisma finds a difference with every migration, "
                              : ""),
       .safer = {{.text = with_prisma("Give it a shorter name", "map:", step.history)}}});
}

extern const Rule identifier_too_long{
    .id = "identifier-too-long", .severity = Severity::note, .check = on<check_identifier_too_long>};

}  // namespace miglint
