#include "fix/take_path.hpp"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>
#include <map>
#include <optional>
#include <set>

#include "fix/replacement.hpp"
#include "miglint/error.hpp"
#include "miglint/lexer.hpp"
#include "miglint/tokens.hpp"
#include "parse/parser.hpp"

namespace miglint {

namespace {

std::string_view part(std::string_view text, Span span) {
  return text.substr(static_cast<std::size_t>(span.begin), static_cast<std::size_t>(span.length()));
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r") == std::string_view::npos; }

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

/// A line that a runner reads: what is ahead of it is not the statement's.
bool is_marker(std::string_view line) {
  return line.starts_with("-->") || line.find("migrate:") != std::string_view::npos ||
         line.find("+migrate") != std::string_view::npos || line.ends_with("Migration") ||
         (line.find("+goose") != std::string_view::npos &&
          line.find("StatementBegin") == std::string_view::npos);
}

/// `ALTER TABLE` → `AlterTable`: what Prisma writes above a statement.
std::string step_comment(std::string_view tag) {
  std::string words = "-- ";
  bool first = true;
  for (const char c : tag) {
    const auto byte = static_cast<unsigned char>(c);
    if (c != ' ') words += static_cast<char>(first ? std::toupper(byte) : std::tolower(byte));
    first = c == ' ';
  }
  return words;
}

/// Past `ALTER TABLE [IF EXISTS] [ONLY] name [*]`; nullopt: it is no ALTER TABLE.
std::optional<int> command_begin(std::string_view sql) {
  Lexer lexer(sql);
  if (!is_word(lexer.text(lexer.next()), "alter") || !is_word(lexer.text(lexer.next()), "table"))
    return std::nullopt;
  Token token = lexer.next();
  while (is_word(lexer.text(token), "if") || is_word(lexer.text(token), "exists") ||
         is_word(lexer.text(token), "only"))
    token = lexer.next();
  Token after = lexer.next();  // `token` is the name, or the first part of it
  while (lexer.text(after) == ".") {
    lexer.next();
    after = lexer.next();
  }
  if (lexer.text(after) == "*") after = lexer.next();
  return after.span.begin;
}

/// An ALTER TABLE of several commands takes it.
bool may_stand_in_list(const Statement& statement) {
  return std::ranges::none_of(statement.changes, [](const StatementChange& one) {
    return std::holds_alternative<RenameColumn>(one.change) ||
           std::holds_alternative<RenameObject>(one.change) ||
           std::holds_alternative<SetSchema>(one.change) ||
           std::holds_alternative<AttachPartition>(one.change) ||
           std::holds_alternative<DetachPartition>(one.change);
  });
}

/// The comments of a step's SQL right above a statement, each on a line of its own: a decision stands there.
std::string comments_above(const Migration& parsed, std::size_t index) {
  const int from = index == 0 ? 0 : parsed.statements[index - 1].span.end;
  std::string_view between = part(parsed.source.text, {from, parsed.statements[index].span.begin});
  std::string comments;
  while (!between.empty()) {
    const std::size_t end = std::min(between.find('\n'), between.size() - 1) + 1;
    const std::string_view line = trimmed(between.substr(0, end));
    if (line.starts_with("--")) comments.append(line).append("\n");
    between.remove_prefix(end);
  }
  return comments;
}

class Surgeon {
 public:
  Surgeon(const Migration& migration, const Finding& finding)
      : migration_(migration),
        text_(migration.source.text),
        index_(static_cast<std::size_t>(finding.statement)),
        statement_(migration.statements.at(index_)),
        commands_(command_spans(migration, statement_)) {
    const auto found = std::ranges::find(commands_, finding.span);
    if (commands_.size() > 1 && found != commands_.end())
      command_ = static_cast<std::size_t>(found - commands_.begin());
  }

  TakenPath take(const SaferPath& path, Ahead place) {
    TakenPath taken;
    std::string ahead, behind;
    bool replaced = false;
    for (const PathStep& step : path.steps) {
      switch (step.place) {
        case PathStep::Place::before:
          if (!step.sql.empty()) ahead += laid_out(step.sql, layout(), true) + gap();
          break;
        case PathStep::Place::here:
          behind += replaced ? step.sql : put_in_place(step.sql);
          if (!behind.empty() && behind.back() != '\n') behind += '\n';
          replaced = true;
          break;
        case PathStep::Place::next_migration:
          if (!step.sql.empty()) taken.next_migrations.push_back(step.sql);
          break;
        case PathStep::Place::next_release:
          if (!step.sql.empty()) taken.next_releases.push_back(step.sql);
          break;
        case PathStep::Place::outside:
          if (!step.sql.empty()) taken.outside += step.sql + "\n";
          break;
      }
    }
    for (const auto& [statement, change] : path.along) {
      const auto index = static_cast<std::size_t>(statement);
      gone_[index].insert(static_cast<std::size_t>(
          migration_.statements.at(index).changes.at(static_cast<std::size_t>(change)).command));
    }
    for (const auto& [statement, commands] : gone_) {
      const bool all = !keeps_any(statement, commands);
      if (all)
        remove_statement(migration_.statements[statement], statement == index_ ? behind : std::string());
      if (all && statement == index_) behind.clear();
      if (!all) remove(statement, commands);
    }
    if (!ahead.empty()) insert(block_begin(place == Ahead::of_migration ? 0 : index_), ahead);
    if (!behind.empty()) put_behind(behind);
    taken.text = edited(text_, std::move(edits_));
    return taken;
  }

 private:
  Layout layout() const { return migration_.source.layout; }
  std::string gap() const { return layout() == Layout::prisma ? "\n" : ""; }

  void insert(int at, const std::string& text) { replace({at, at}, text); }
  void replace(Span span, const std::string& text) {
    edits_.push_back({span, with_line_ends_of(text_, text)});
  }

  /// Puts the SQL where the command is, as far as it fits there; gives back what has to come behind.
  std::string put_in_place(const std::string& sql) {
    if (sql.empty()) {
      take_away();
      return {};
    }
    const Migration parsed = parse({.text = sql});
    if (parsed.statements.empty()) throw Error("a step of the path holds no statement");
    const Statement& first = parsed.statements.front();
    const std::string rest(trimmed(
        std::string_view(sql).substr(std::min(sql.size(), static_cast<std::size_t>(first.span.end) + 1))));
    if (!command_) {
      replace(statement_.span, comments_above(parsed, 0) + std::string(parsed.sql(first)));
      return rest;
    }
    const std::optional<int> begin = command_begin(parsed.sql(first));
    const bool fits = begin && first.target == statement_.target &&
                      command_spans(parsed, first).size() == 1 && may_stand_in_list(first) &&
                      comments_above(parsed, 0).empty();
    if (!fits) {
      take_away();
      return sql;
    }
    replace(commands_[*command_], std::string(parsed.sql(first).substr(static_cast<std::size_t>(*begin))));
    return rest;
  }

  void take_away() { gone_[index_].insert(command_.value_or(0)); }

  /// What goes from one statement: commands with their commas, or all of it.
  void remove(std::size_t index, const std::set<std::size_t>& gone) {
    const std::vector<Span> commands = command_spans(migration_, migration_.statements[index]);
    std::size_t last_kept = 0;
    for (std::size_t i = 0; i < commands.size(); ++i)
      if (!gone.contains(i)) last_kept = i;
    for (const std::size_t i : gone)
      if (i < last_kept) replace({commands[i].begin, commands[i + 1].begin}, {});
    if (last_kept + 1 < commands.size()) replace({commands[last_kept].end, commands.back().end}, {});
  }

  bool keeps_any(std::size_t index, const std::set<std::size_t>& gone) const {
    return gone.size() < command_spans(migration_, migration_.statements[index]).size();
  }

  /// With its semicolon, the comment that Prisma put above and the blank line behind; what comes behind it
  /// comes in its place.
  void remove_statement(const Statement& statement, const std::string& behind) {
    int begin = statement.span.begin;
    const int line = line_begin(line_begin(begin) - 1);
    const std::string above(trimmed(part(text_, {line, line_begin(begin)})));
    if (above == step_comment(statement.tag) && is_blank(part(text_, {line_begin(begin), begin})))
      begin = line;
    int end = line_end(past_semicolon(statement));
    if (behind.empty() && end < size() && is_blank(trimmed(part(text_, {end, line_end(end)}))))
      end = line_end(end);
    replace({begin, end}, behind.empty() ? std::string() : laid_out(behind, layout(), true));
  }

  void put_behind(const std::string& sql) {
    const int semicolon = past_semicolon(statement_);
    const int end = line_end(semicolon);
    const std::string_view on_line = trimmed(part(text_, {semicolon, end}));
    const bool own_line = on_line.empty() || on_line.starts_with("--");
    const bool ended = semicolon > statement_.span.end;
    int at = own_line ? end : semicolon;
    if (const int block = past_statement_end(at); own_line) at = block;
    const bool another = on_line.starts_with("-->");
    std::string text = laid_out(sql, layout(), another);
    if (layout() == Layout::drizzle && !another) text = "--> statement-breakpoint\n" + text;
    if (!own_line || at == 0 || text_[static_cast<std::size_t>(at) - 1] != '\n')
      text = (ended ? "\n" : ";\n") + text;
    const bool tight = at < size() && text_[static_cast<std::size_t>(at)] != '\n' &&
                       text_[static_cast<std::size_t>(at)] != '\r';
    insert(at, std::string(gap()) + text + (tight ? gap() : ""));
  }

  int size() const { return static_cast<int>(text_.size()); }
  /// Behind the `;`; the statement's end where there is none.
  int past_semicolon(const Statement& statement) const {
    const int at = skip_blanks_and_comments(text_, statement.span.end, size());
    return at < size() && text_[static_cast<std::size_t>(at)] == ';' ? at + 1 : statement.span.end;
  }
  int line_begin(int at) const {
    if (at <= 0) return 0;
    const std::size_t line = text_.rfind('\n', static_cast<std::size_t>(at) - 1);
    return line == std::string_view::npos ? 0 : static_cast<int>(line) + 1;
  }
  /// Past the line's LF.
  int line_end(int at) const {
    const std::size_t line = text_.find('\n', static_cast<std::size_t>(at));
    return line == std::string_view::npos ? size() : static_cast<int>(line) + 1;
  }
  /// goose's StatementEnd belongs to the statement.
  int past_statement_end(int at) const {
    const Span line{at, line_end(at)};
    const bool closes = part(text_, line).find("+goose StatementEnd") != std::string_view::npos;
    return closes ? line.end : at;
  }

  /// Where the comments right above a statement begin; the statement itself where something else stands on
  /// its line.
  int block_begin(std::size_t index) const {
    const int statement = migration_.statements[index].span.begin;
    const int own = line_begin(statement);
    const int floor = index == 0 ? 0 : migration_.statements[index - 1].span.end;
    if (own < floor || !is_blank(part(text_, {own, statement}))) return statement;
    int begin = own;
    while (begin > 0) {
      const int above = line_begin(begin - 1);
      const std::string_view line = trimmed(part(text_, {above, begin}));
      if (above < floor || !line.starts_with("--") || is_marker(line)) break;
      begin = above;
    }
    return begin;
  }

  const Migration& migration_;
  std::string_view text_;
  std::size_t index_;
  const Statement& statement_;
  std::vector<Span> commands_;
  std::optional<std::size_t> command_;                 ///< which of several; none: the statement as a whole
  std::map<std::size_t, std::set<std::size_t>> gone_;  ///< statement → its commands that go
  std::vector<Replacement> edits_;
};

}  // namespace

std::string laid_out(const std::string& sql, Layout layout, bool another_follows) {
  const Migration parsed = parse({.text = sql});
  std::string text;
  for (std::size_t i = 0; i < parsed.statements.size(); ++i) {
    const Statement& statement = parsed.statements[i];
    const std::string_view words = parsed.sql(statement);
    const std::string comments = comments_above(parsed, i);
    const bool last = i + 1 == parsed.statements.size();
    switch (layout) {
      case Layout::prisma:
        text += fmt::format("{}{}\n{}{};\n", i > 0 ? "\n" : "", step_comment(statement.tag), comments, words);
        break;
      case Layout::drizzle:
        text += fmt::format("{}{};{}\n", comments, words,
                            last && !another_follows ? "" : "--> statement-breakpoint");
        break;
      case Layout::goose:
        if (words.find(';') != std::string_view::npos)
          text += fmt::format("{}-- +goose StatementBegin\n{};\n-- +goose StatementEnd\n", comments, words);
        else
          text += fmt::format("{}{};\n", comments, words);
        break;
      default:
        text += fmt::format("{}{};\n", comments, words);
    }
  }
  return text;
}

TakenPath take(const Migration& migration, const Finding& finding, const SaferPath& path, Ahead ahead) {
  if (finding.statement < 0 || static_cast<std::size_t>(finding.statement) >= migration.statements.size())
    throw Error("the finding is about the migration as a whole: its steps are yours to make");
  if (migration.statements[static_cast<std::size_t>(finding.statement)].tag == "DO")
    throw Error("the command stands inside a DO block, which is not rewritten");
  return Surgeon(migration, finding).take(path, ahead);
}

}  // namespace miglint
