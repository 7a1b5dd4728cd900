#include "report/fix.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "miglint/lexer.hpp"
#include "report/wording.hpp"

namespace miglint {

namespace {

/// A rule whose safer path is a word more. `after`: behind this many of the statement's first words (UNIQUE
/// aside); 0: at the end.
struct Insertion {
  std::string_view rule;
  std::string_view words;
  int after = 0;
  bool alone = true;  ///< the result is refused inside a transaction
  std::string_view description;
};
constexpr std::string_view concurrently = "Do it CONCURRENTLY, without blocking writes.";
constexpr std::string_view not_valid =
    "Add the constraint NOT VALID: it holds for new rows, and old ones are not read under the lock. VALIDATE "
    "CONSTRAINT it in a later migration.";
constexpr std::array insertions = {
    Insertion{"create-index-without-concurrently", "CONCURRENTLY", 2, true,
              "Build the index CONCURRENTLY, without blocking writes. A build that fails leaves an INVALID "
              "index: drop it before trying again."},
    Insertion{"drop-index-without-concurrently", "CONCURRENTLY", 2, true, concurrently},
    Insertion{"reindex-without-concurrently", "CONCURRENTLY", 2, true, concurrently},
    Insertion{"detach-partition-without-concurrently", "CONCURRENTLY", 0, true, concurrently},
    Insertion{"add-constraint-without-not-valid", "NOT VALID", 0, false, not_valid},
    Insertion{"add-foreign-key-on-existing-rows", "NOT VALID", 0, false, not_valid},
    Insertion{"add-check-on-existing-rows", "NOT VALID", 0, false, not_valid},
};

/// The rule itself offers this path here: on partitions, say, there is another one.
bool is_offered(const Insertion& insertion, const Finding& finding) {
  const auto has = [](const SaferStep& step, std::string_view words) {
    return step.sql.find(words) != std::string::npos;
  };
  const auto step =
      std::ranges::find_if(finding.safer, [&](const SaferStep& each) { return has(each, insertion.words); });
  return step != finding.safer.end() && !has(*step, "…") && !has(*step, "<partition>");
}

/// The file may be run so that its one statement stands in no transaction: a runner that opens one of its own
/// (RunMode::file) takes that away.
bool runs_alone(const Migration& migration, const History& history) {
  return migration.statements.size() == 1 && migration.statements.front().change_count() == 1 &&
         !history.execution.may_be(RunMode::file);
}

/// Where the words go: an offset into the file.
std::optional<int> place_of(const Insertion& insertion, std::string_view text, const Span& span) {
  Lexer lexer(text, span.begin, span.end);
  if (insertion.after == 0) {
    const std::string_view first = lexer.text(lexer.next()), second = lexer.text(lexer.next());
    const bool own_command = is_word(first, "alter") || (is_word(first, "add") && !is_word(second, "column"));
    return own_command ? std::optional(span.end) : std::nullopt;
  }
  int left = insertion.after;
  for (Token token = lexer.next(); token.kind == Token::Kind::word; token = lexer.next()) {
    if (is_word(lexer.text(token), "unique")) continue;
    if (--left == 0) return token.span.end;
  }
  return std::nullopt;
}

/// ALTER TABLE t ADD COLUMN …: the constraint is part of a column there, where NOT VALID can't stand.
bool adds_column(std::string_view sql) {
  Lexer lexer(sql);
  bool adds = false;
  for (Token token = lexer.next(); token.kind != Token::Kind::end; token = lexer.next()) {
    if (adds)
      return !is_word(lexer.text(token), "constraint") && !is_word(lexer.text(token), "foreign") &&
             !is_word(lexer.text(token), "check");
    adds = token.kind == Token::Kind::word && is_word(lexer.text(token), "add");
  }
  return false;
}

}  // namespace

std::optional<Fix> mechanical_fix(const Finding& finding, const History& history) {
  const auto insertion = std::ranges::find(insertions, finding.rule, &Insertion::rule);
  if (insertion == insertions.end() || finding.statement < 0 || needs_decision(finding, history))
    return std::nullopt;
  const Migration& migration = history.migrations.at(static_cast<std::size_t>(finding.migration));
  if (migration.statements.at(static_cast<std::size_t>(finding.statement)).tag == "DO") return std::nullopt;
  if (!is_offered(*insertion, finding) || (insertion->alone && !runs_alone(migration, history)))
    return std::nullopt;
  const std::string_view text = migration.source.text;
  const std::string_view flagged = text.substr(static_cast<std::size_t>(finding.span.begin),
                                               static_cast<std::size_t>(finding.span.length()));
  if (insertion->after == 0 && !insertion->alone && adds_column(flagged)) return std::nullopt;
  const std::optional<int> place = place_of(*insertion, text, finding.span);
  if (!place) return std::nullopt;
  std::string mended(flagged);
  mended.insert(static_cast<std::size_t>(*place - finding.span.begin), fmt::format(" {}", insertion->words));
  return Fix{.description = std::string(insertion->description), .text = std::move(mended)};
}

}  // namespace miglint
