#include "parse/syntax_error.hpp"

// A statement that the compiled-in grammar refuses is one of three things: wrong everywhere, right in a newer
// PostgreSQL, or in nobody's PostgreSQL though many believe in it (ALTER TYPE … DROP VALUE). The last two are
// told by their words, since there is no tree to ask.

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <string>
#include <vector>

#include "miglint/characters.hpp"
#include "miglint/lexer.hpp"
#include "miglint/tokens.hpp"
#include "parse/lower.hpp"
#include "parse/novelties.hpp"
#include "parse/word_pattern.hpp"

namespace miglint {
namespace {

constexpr std::size_t longest_message = 160;

struct Newer {
  int version;
  std::string_view pattern;  ///< of words: parse/word_pattern.hpp
  std::string_view feature;
  std::string_view locks = {};  ///< what its documentation says of locks
};

constexpr auto newer_syntax = std::to_array<Newer>({
    {19, "^ repack ( … concurrently", "REPACK (CONCURRENTLY)",
     "It takes SHARE UPDATE EXCLUSIVE while it copies the table, and ACCESS EXCLUSIVE for the moment in "
     "which it "
     "puts the copy in its place; it runs in no transaction."},
    {19, "^ repack", "REPACK",
     "It locks the table against reads and writes (ACCESS EXCLUSIVE) while it writes all of it anew."},
    {19, "^ wait for lsn", "WAIT FOR LSN"},
    {19, "^ checkpoint (", "CHECKPOINT (…)"},
    {19, "^ copy … format json", "COPY … (FORMAT json)"},
    {19, "^ create publication … all tables except", "publications FOR ALL TABLES EXCEPT"},
    {19, "^ create publication … all sequences", "publications FOR ALL SEQUENCES"},
    {19, "^ alter publication * set all", "ALTER PUBLICATION … SET ALL"},
    {19, "^ create subscription * server", "CREATE SUBSCRIPTION … SERVER"},
    {19, "^ create foreign data wrapper * connection", "CREATE FOREIGN DATA WRAPPER … CONNECTION"},
    {19, "^ alter subscription * refresh sequences", "ALTER SUBSCRIPTION … REFRESH SEQUENCES"},
    {19, ") ignore nulls", "IGNORE NULLS"},
    {19, ") respect nulls", "RESPECT NULLS"},
    {19, "do select", "ON CONFLICT … DO SELECT"},
    {18, "not enforced", "NOT ENFORCED constraints"},
    {18, "without overlaps", "WITHOUT OVERLAPS"},
    {18, ") virtual", "virtual generated columns"},
    {17, "^ alter domain … add not null", "ALTER DOMAIN … ADD NOT NULL"},
    {17, "^ alter domain … add constraint * not null", "ALTER DOMAIN … ADD NOT NULL"},
    {18, "add constraint * not null", "named NOT NULL constraints"},
    {18, "add not null", "NOT NULL as a table constraint"},
    {18, "constraint * not null *", "named NOT NULL constraints"},
    {18, "not null no inherit", "NOT NULL … NO INHERIT"},
    {18, "not null * not valid", "NOT NULL … NOT VALID"},
    {18, "alter constraint * inherit", "ALTER CONSTRAINT … INHERIT"},
    {18, "alter constraint * no inherit", "ALTER CONSTRAINT … NO INHERIT"},
    {18, "alter constraint * enforced", "ALTER CONSTRAINT … ENFORCED"},
    {18, ", period", "foreign keys with PERIOD"},
    {18, "on large objects", "default privileges on large objects"},
    {18, "returning with (", "RETURNING WITH (OLD AS …)"},
    {17, "set expression as", "ALTER COLUMN … SET EXPRESSION"},
    {17, "set statistics default", "SET STATISTICS DEFAULT"},
    {17, "set access method default", "SET ACCESS METHOD DEFAULT"},
    {17, "json_table (", "JSON_TABLE"},
    {17, "json_exists (", "JSON_EXISTS"},
    {17, "json_value (", "JSON_VALUE"},
    {17, "json_query (", "JSON_QUERY"},
    {17, "json_scalar (", "JSON_SCALAR"},
    {17, "json_serialize (", "JSON_SERIALIZE"},
    {17, "not matched by", "MERGE … WHEN NOT MATCHED BY"},
    {17, "merge … returning", "MERGE … RETURNING"},
    {17, "at local", "AT LOCAL"},
    {16, "is json", "IS JSON"},
    {16, "is not json", "IS JSON"},
    {16, "json_array (", "JSON_ARRAY"},
    {16, "json_arrayagg (", "JSON_ARRAYAGG"},
    {16, "json_object (", "JSON_OBJECT"},
    {16, "json_objectagg (", "JSON_OBJECTAGG"},
    {16, "with inherit", "GRANT … WITH INHERIT"},
    {16, "with set", "GRANT … WITH SET"},
    {16, "storage external", "STORAGE in a column's definition"},
    {16, "storage extended", "STORAGE in a column's definition"},
    {16, "storage main", "STORAGE in a column's definition"},
    {16, "storage plain", "STORAGE in a column's definition"},
    {16, "storage default", "SET STORAGE DEFAULT"},
    {16, "create statistics on", "CREATE STATISTICS without a name"},
});

/// A word, or two, that a version has made its own: a name from then on only in quotes.
struct Taken {
  int since;
  std::string_view word;
  std::string_view next = {};
};

constexpr auto taken_words = std::to_array<Taken>({
    {16, "json_array"},
    {16, "json_arrayagg"},
    {16, "json_object"},
    {16, "json_objectagg"},
    {16, "system_user"},
    {16, "format", "json"},
    {16, "without", "time"},
    {17, "json_exists"},
    {17, "json_query"},
    {17, "json_scalar"},
    {17, "json_serialize"},
    {17, "json_table"},
    {17, "json_value"},
    {17, "merge_action"},
    {18, "recheck"},
});

/// A generated column without STORED is virtual from 18 on.
bool generated_without_stored(const std::vector<Word>& words) {
  for (std::size_t at = 0; at + 3 < words.size(); ++at) {
    if (!matches_from(words, at, {"generated", "always", "as", "("})) continue;
    int depth = 0;
    std::size_t end = at + 3;
    for (; end < words.size(); ++end) {
      depth += words[end].text == "(" ? 1 : words[end].text == ")" ? -1 : 0;
      if (depth == 0) break;
    }
    if (end + 1 >= words.size() || words[end + 1].text != "stored") return true;
  }
  return false;
}

struct Newest {
  int version = 0;
  std::string_view feature;
  std::string_view locks;
};

Newest newer_than_grammar(const std::vector<Word>& words, const ParseFailure& failure, int grammar) {
  Newest found;
  const auto consider = [&](int version, std::string_view feature, std::string_view locks = {}) {
    if (version > grammar && found.version == 0) found = {version, feature, locks};
  };
  for (const Newer& newer : newer_syntax) {
    if (newer.version > grammar && has_phrase(words, newer.pattern))
      consider(newer.version, newer.feature, newer.locks);
  }
  if (generated_without_stored(words)) consider(18, "virtual generated columns");
  if (failure.message.find("trailing junk") != std::string::npos &&
      std::any_of(words.begin(), words.end(), [](const Word& word) { return is_newer_number(word.text); })) {
    consider(16, "hexadecimal, octal and binary numbers and _ in numbers");
  }
  if (failure.message.starts_with("subquery in FROM must have an alias"))
    consider(16, "a subquery in FROM without an alias");
  return found;
}

/// Such a word where the grammar has stopped, or a few words before; null where there is none.
const Taken* word_taken(const std::vector<Word>& words, int place) {
  constexpr std::ptrdiff_t near = 4;
  const auto stopped = std::ranges::find_if(words, [&](const Word& word) { return word.span.end > place; });
  const auto last = stopped == words.end() ? stopped : stopped + 1;
  for (auto word = last - std::min(last - words.begin(), near); word != last; ++word) {
    for (const Taken& taken : taken_words) {
      const bool followed = taken.next.empty() || (word + 1 != words.end() && (word + 1)->text == taken.next);
      if (taken.since <= grammar_major() && word->text == taken.word && followed) return &taken;
    }
  }
  return nullptr;
}

std::string shorten(std::string message) {
  if (message.size() <= longest_message) return message;
  std::size_t end = longest_message;
  while (end > 0 && (static_cast<unsigned char>(message[end]) & 0xC0U) == 0x80U) --end;
  return message.substr(0, end) + "…";
}

/// PostgreSQL's own words, in which the file's text stands as all text of strangers does in a message:
/// `syntax error at or near "x"`. Other messages have it anywhere, after a colon or in quotes.
std::string in_words(const std::string& message) {
  constexpr std::string_view mark = " at or near \"";
  const std::size_t at = message.find(mark);
  if (at != std::string::npos && at < message.find('"')) {
    std::string_view token = std::string_view(message).substr(at + mark.size());
    if (token.ends_with('"')) token.remove_suffix(1);
    return message.substr(0, at) + " at or near " + json_string(shorten(std::string(token)));
  }
  return message.find_first_of(":\"\n") == std::string::npos ? shorten(message)
                                                             : json_string(shorten(message));
}

/// The token the grammar stopped at; at the end of the statement, its last byte.
Span failure_span(std::string_view text, Span statement, int offset) {
  const int at = std::min(statement.begin + offset, statement.end);
  if (at >= statement.end) return {std::max(statement.begin, statement.end - 1), statement.end};
  Lexer lexer(text, at, statement.end);
  const Token token = lexer.next();
  if (token.kind == Token::Kind::end) return {std::max(statement.begin, statement.end - 1), statement.end};
  // A quote that never closes spans the rest: its first line is enough to point at.
  const std::size_t line_end = text.find('\n', static_cast<std::size_t>(token.span.begin));
  const int end = token.kind == Token::Kind::unterminated && line_end != std::string_view::npos
                      ? static_cast<int>(line_end)
                      : token.span.end;
  return {token.span.begin, std::min(end, token.span.end)};
}

Span span_of_words(const std::vector<Word>& words, std::string_view first, std::string_view second) {
  for (std::size_t at = 0; at + 1 < words.size(); ++at) {
    if (words[at].text == first && words[at + 1].text == second)
      return {words[at].span.begin, words[at + 1].span.end};
  }
  return words.front().span;
}

/// What can be named in a statement, by where the name stands: past its verb, what kind of thing it is, and
/// the noise words.
bool is_noise(std::string_view word) {
  static constexpr auto noise = std::to_array<std::string_view>(
      {"if", "not", "exists", "only", "concurrently", "or", "replace", "unlogged", "temp", "temporary",
       "global", "local", "unique", "foreign", "materialized", "recursive", "constraint"});
  return std::find(noise.begin(), noise.end(), word) != noise.end();
}

struct Guess {
  std::string tag;
  RelationName name;
  ObjectKind kind = ObjectKind::other;
};

std::string bare(const Word& word) {
  if (word.text.size() < 2 || word.text.front() != '"') return truncate_identifier(word.text);
  std::string name;
  for (std::size_t at = 1; at + 1 < word.text.size(); ++at) {
    name += word.text[at];
    if (word.text[at] == '"') ++at;
  }
  return truncate_identifier(name);
}

RelationName name_at(const std::vector<Word>& words, std::size_t at) {
  RelationName name{.schema = {}, .name = bare(words[at])};
  while (at + 2 < words.size() && words[at + 1].text == ".") {
    at += 2;
    name.schema = std::move(name.name);
    name.name = bare(words[at]);
  }
  return name;
}

std::string upper(std::string_view word) {
  std::string text(word);
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  return text;
}

/// ALTER, CREATE, DROP: the kind's word, then the name. An index's and a trigger's table stands after ON.
Guess guess_definition(const std::vector<Word>& words) {
  Guess guess{.tag = upper(words.front().text)};
  std::size_t at = 1;
  while (at < words.size() && is_noise(words[at].text)) ++at;
  if (at >= words.size()) return guess;
  const std::string kind = words[at].text;
  guess.tag += " " + upper(kind);
  guess.kind = kind == "table"   ? ObjectKind::table
               : kind == "index" ? ObjectKind::index
               : kind == "type"  ? ObjectKind::type
               : kind == "view"  ? ObjectKind::view
                                 : ObjectKind::other;
  if (kind == "index" || kind == "trigger" || kind == "policy" || kind == "rule") {
    while (at < words.size() && words[at].text != "on") ++at;
  }
  for (++at; at < words.size() && is_noise(words[at].text);) ++at;
  if (at < words.size()) guess.name = name_at(words, at);
  return guess;
}

Guess guess_of(const std::vector<Word>& words) {
  const auto begins_word = [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; };
  if (words.empty() || !begins_word(words.front().text.front())) return {.tag = "unknown", .name = {}};
  const std::string& verb = words.front().text;
  if (verb == "alter" || verb == "create" || verb == "drop") return guess_definition(words);
  Guess guess{.tag = upper(verb)};
  std::size_t at = 1;
  if (verb == "insert" || verb == "delete" || verb == "merge") at = 2;
  if (verb != "insert" && verb != "delete" && verb != "merge" && verb != "update" && verb != "truncate" &&
      verb != "copy")
    return guess;
  while (at < words.size() && (words[at].text == "only" || words[at].text == "table")) ++at;
  guess.kind = ObjectKind::table;
  if (at < words.size()) guess.name = name_at(words, at);
  return guess;
}

}  // namespace

ParseIssue explain_failure(std::string_view text, Span statement, const ParseFailure& failure) {
  using Kind = ParseIssue::Kind;
  if (failure.too_deep) {
    return {
        .kind = Kind::too_deep,
        .span = statement,
        .message = "nested too deeply to be read",
        .hint = "PostgreSQL itself gives up on such a statement (54001); generate it flatter, or in parts."};
  }
  const std::vector<Word> words = words_of(text, statement);
  const Span at = failure_span(text, statement, failure.offset);
  if (matches_from(words, 0, {"alter", "type", "…", "drop", "value"})) {
    return {.kind = Kind::drop_enum_value,
            .span = span_of_words(words, "drop", "value"),
            .message = "PostgreSQL has no ALTER TYPE … DROP VALUE: a label cannot be taken out of an enum",
            .hint =
                "Create a new type without the label, move the columns over with ALTER COLUMN … TYPE … "
                "USING, drop the old type and rename the new one."};
  }
  if (const Newest newer = newer_than_grammar(words, failure, grammar_major()); newer.version != 0) {
    return {.kind = Kind::newer_grammar,
            .span = at,
            .message = fmt::format("{} came with PostgreSQL {}; this miglint reads PostgreSQL {}",
                                   newer.feature, newer.version, grammar_version()),
            .hint = fmt::format(
                "{}{}On a server older than {} the statement is a syntax error (42601). The statement "
                "is not judged.",
                newer.locks, newer.locks.empty() ? "" : " ", newer.version),
            .postgres = newer.version};
  }
  if (const Taken* taken = word_taken(words, statement.begin + failure.offset)) {
    return {
        .kind = Kind::newer_grammar,
        .span = at,
        .message =
            fmt::format("the word {} is no name any more in PostgreSQL {}; this miglint reads PostgreSQL {}",
                        upper(taken->word), taken->since, grammar_version()),
        .hint = fmt::format("An older server runs the statement, which is not judged; one of {} refuses it "
                            "(42601). In quotes the name is right in all of them.",
                            taken->since),
        .until = taken->since - 1};
  }
  return {.kind = Kind::syntax_error, .span = at, .message = in_words(failure.message), .hint = {}};
}

Statement guess_statement(std::string_view text, Span span) {
  const Guess guess = guess_of(words_of(text, span));
  Unmodelled change{.tag = guess.tag};
  if (!guess.name.empty()) change.relations.push_back(guess.name);
  Statement statement{.span = span, .tag = guess.tag, .target = guess.name, .target_kind = guess.kind};
  statement.changes.push_back({.change = std::move(change)});
  return statement;
}

}  // namespace miglint
