// What of a file its runner executes on the way up, and what the file says about how.
//
//   -- +goose Up                      -- migrate:up transaction:false       CREATE TABLE a (…);
//   -- +goose StatementBegin          CREATE INDEX CONCURRENTLY …;          --> statement-breakpoint
//   CREATE FUNCTION …                                                       CREATE TABLE b (…);
//   -- +goose StatementEnd            -- migrate:down
//   -- +goose Down                    DROP INDEX …;
//   DROP FUNCTION …;
//
// sql-migrate's are `-- +migrate Up` and `Down`, node-pg-migrate's `-- Up Migration` and `-- Down Migration`.

#include <algorithm>
#include <cctype>
#include <utility>

#include "discover/layouts.hpp"

namespace miglint {

namespace {

struct Line {
  int begin = 0;
  int end = 0;  // past its LF
  std::string_view text;
};

template <class Visit>
void each_line(std::string_view text, Visit visit) {
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t lf = text.find('\n', begin);
    const std::size_t end = lf == std::string_view::npos ? text.size() : lf + 1;
    visit(Line{static_cast<int>(begin), static_cast<int>(end), text.substr(begin, end - begin)});
    begin = end;
  }
}

std::string_view without_margin(std::string_view text) {
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front()))) text.remove_prefix(1);
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back()))) text.remove_suffix(1);
  return text;
}

/// What follows `marker` in the line, when the line begins with it; goose ignores case.
std::optional<std::string> after(std::string_view line, std::string_view marker) {
  line = without_margin(line);
  if (!line.starts_with(marker)) return std::nullopt;
  std::string rest(without_margin(line.substr(marker.size())));
  for (char& c : rest) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return rest;
}

enum class Marker { none, up, down, no_transaction };

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

Marker goose_marker(std::string_view line) {
  std::optional<std::string> command = after(line, "-- +goose");
  if (!command) command = after(line, "--+goose");
  if (!command) return Marker::none;
  if (command->starts_with("up")) return Marker::up;
  if (command->starts_with("down")) return Marker::down;
  return command->starts_with("no transaction") ? Marker::no_transaction : Marker::none;
}

Marker dbmate_marker(std::string_view line, bool& no_transaction) {
  if (const auto options = after(line, "-- migrate:up")) {
    no_transaction |= options->find("transaction:false") != std::string::npos;
    return Marker::up;
  }
  return after(line, "-- migrate:down") ? Marker::down : Marker::none;
}

Marker sql_migrate_marker(std::string_view line, bool& no_transaction) {
  const auto command = after(line, "-- +migrate ");
  if (!command) return Marker::none;
  no_transaction |= command->find("notransaction") != std::string::npos;
  if (command->starts_with("up")) return Marker::up;
  return command->starts_with("down") ? Marker::down : Marker::none;
}

/// `-- Up Migration`, with any number of dashes and blanks before it, in any case.
Marker node_pg_marker(std::string_view line) {
  const auto words = after(line, "--");
  if (!words) return Marker::none;
  const std::string_view rest =
      std::string_view(*words).substr(std::min(words->find_first_not_of("- \t"), words->size()));
  for (const auto& [word, marker] : {std::pair("up", Marker::up), std::pair("down", Marker::down)}) {
    const std::size_t length = std::string_view(word).size();
    if (!rest.starts_with(word) || rest.size() == length || !is_blank(rest[length])) continue;
    if (without_margin(rest.substr(length)).starts_with("migration")) return marker;
  }
  return rest.starts_with("no") && without_margin(rest.substr(2)).starts_with("transaction")
             ? Marker::no_transaction
             : Marker::none;
}

Marker marker_in(std::string_view line, SourceFile& file) {
  switch (file.layout) {
    case Layout::goose:
      return goose_marker(line);
    case Layout::dbmate:
      return dbmate_marker(line, file.no_transaction);
    case Layout::sql_migrate:
      return sql_migrate_marker(line, file.no_transaction);
    default:
      return node_pg_marker(line);
  }
}

bool has_up_sections(Layout layout) {
  return layout == Layout::goose || layout == Layout::dbmate || layout == Layout::sql_migrate ||
         layout == Layout::node_pg_migrate;
}

/// The spans between an up marker and the next down marker. A file without any marker is left whole: its
/// runner refuses it, but its SQL can still be judged. node-pg-migrate runs all of a file without an up
/// marker.
void mark_up_sections(SourceFile& file) {
  int open = -1;
  bool any_up = false, any_down = false;
  each_line(file.text, [&](const Line& line) {
    const Marker marker = marker_in(line.text, file);
    if (marker == Marker::no_transaction) file.no_transaction = true;
    if (marker == Marker::up && open < 0) open = line.end;
    if (marker == Marker::down && open >= 0) file.sections.push_back({open, line.begin});
    if (marker == Marker::down) open = -1;
    any_up |= marker == Marker::up;
    any_down |= marker == Marker::down;
  });
  if (open >= 0) file.sections.push_back({open, static_cast<int>(file.text.size())});
  const bool only_down = any_down && !any_up && file.layout != Layout::node_pg_migrate;
  if (only_down || (any_up && file.sections.empty())) file.sections.push_back({0, 0});  // nothing runs
}

/// Drizzle sends what is between two breakpoints as one statement, with or without a semicolon at its end.
void mark_breakpoints(SourceFile& file) {
  constexpr std::string_view breakpoint = "--> statement-breakpoint";
  const std::string_view text = file.text;
  std::size_t begin = 0;
  for (std::size_t at = text.find(breakpoint); at != std::string_view::npos;
       at = text.find(breakpoint, begin)) {
    file.sections.push_back({static_cast<int>(begin), static_cast<int>(at)});
    begin = at + breakpoint.size();
  }
  if (!file.sections.empty())
    file.sections.push_back({static_cast<int>(begin), static_cast<int>(text.size())});
}

}  // namespace

bool has_node_pg_markers(std::string_view text) {
  bool found = false;
  each_line(text, [&](const Line& line) {
    const Marker marker = node_pg_marker(line.text);
    found |= marker == Marker::up || marker == Marker::down;
  });
  return found;
}

void mark_sections(SourceFile& file) {
  if (has_up_sections(file.layout)) mark_up_sections(file);
  if (file.layout == Layout::drizzle) mark_breakpoints(file);
}

}  // namespace miglint
