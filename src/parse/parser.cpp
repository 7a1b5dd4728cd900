#include "parse/parser.hpp"

#include <algorithm>

#include "miglint/lexer.hpp"
#include "parse/bulk_insert.hpp"
#include "parse/comments.hpp"
#include "parse/lower.hpp"
#include "parse/novelties.hpp"
#include "parse/prescan.hpp"
#include "parse/splitter.hpp"
#include "parse/syntax_error.hpp"
#include "parse/tree_reader.hpp"

// A file is parsed as a whole: PostgreSQL knows best where its statements end. Only when that fails is it cut
// into statements, each parsed by itself, so that one bad statement does not blind us to the rest. Large
// files are read in parts, for a tree takes forty times its text.

namespace miglint {
namespace {

constexpr int large_bytes = 512 << 10;  ///< a file, or a statement, that is read in parts
/// whose tree, of megabytes, stays in the processor's cache while it is printed and read
constexpr int part_bytes = 64 << 10;

/// A statement's extent without what stands around it: stmt_location begins right after the previous `;`,
/// stmt_len may be 0 for "to the end".
Span statement_span(std::string_view text, int begin, int length, int range_end) {
  const int end = length > 0 ? begin + length : range_end;
  const int first = skip_blanks_and_comments(text, begin, end);
  const std::string_view body =
      text.substr(static_cast<std::size_t>(first), static_cast<std::size_t>(std::max(0, end - first)));
  const std::size_t length_without_blanks = body.find_last_not_of(" \t\r\n\f\v") + 1;  // of blanks alone: 0
  const std::string_view trimmed = body.substr(0, length_without_blanks);
  const std::size_t last_line = trimmed.find_last_of('\n');
  const std::string_view tail = body.substr(last_line == std::string_view::npos ? 0 : last_line);
  if (tail.find("--") == std::string_view::npos && !trimmed.ends_with("*/"))
    return {first, first + static_cast<int>(trimmed.size())};
  // A comment may stand at the end: only the tokens tell.
  Lexer lexer(text, first, end);
  int after = first;
  for (Token token = lexer.next(); token.kind != Token::Kind::end; token = lexer.next()) {
    if (lexer.text(token) != ";") after = token.span.end;
  }
  return {first, after};
}

/// By its colon, which is rarer than an m.
bool may_hold_directives(std::string_view text) {
  for (std::size_t at = text.find(':'); at != std::string_view::npos; at = text.find(':', at + 1)) {
    if (text.substr(0, at).ends_with("miglint")) return true;
  }
  return false;
}

/// The end of a part that begins there: the text's, or after the last line within reach that ends in `;`; -1
/// when there is none.
int part_end(std::string_view text, int begin) {
  const std::string_view rest = text.substr(static_cast<std::size_t>(begin));
  if (rest.size() <= part_bytes) return static_cast<int>(text.size());
  const auto ends_line = [&](std::size_t at) {
    return rest.substr(at + 1).starts_with('\n') || rest.substr(at + 1).starts_with("\r\n");
  };
  std::size_t at = rest.rfind(';', part_bytes - 1);
  while (at != std::string_view::npos && !ends_line(at)) at = rest.substr(0, at).rfind(';');
  return at == std::string_view::npos ? -1 : begin + static_cast<int>(at) + 1;
}

/// Reads one file on this thread.
class FileParser {
 public:
  FileParser(TreeReader& reader, SourceFile file) : reader_(reader) { migration_.source = std::move(file); }

  Migration run() {
    Prescan scanned = prescan(migration_.source);
    migration_.issues = std::move(scanned.issues);
    if (scanned.refused) return std::move(migration_);
    prepared_ = std::move(scanned.text);
    text_ = prepared_ ? *prepared_ : migration_.source.text;
    judge_file();
    if (may_hold_directives(migration_.source.text)) migration_.comments = find_comments(text_);
    std::stable_sort(migration_.issues.begin(), migration_.issues.end(),
                     [](const ParseIssue& a, const ParseIssue& b) { return a.span.begin < b.span.begin; });
    return std::move(migration_);
  }

 private:
  void judge_file() {
    const Span whole{0, static_cast<int>(text_.size())};
    if (whole.length() > large_bytes) {
      judge_large();
    } else if (is_too_deep(text_, whole)) {
      judge_parts(split_statements(text_, whole));
    } else {
      judge_range(whole);
    }
  }

  /// Part by part, each ended at the last line that ends in `;`. Where the grammar takes a part and ends its
  /// last statement there, a statement does end: inside a quote, a comment or a routine's body it would not.
  /// From the first part on that it does not take, the splitter cuts.
  void judge_large() {
    int at = 0;
    while (at < static_cast<int>(text_.size())) {
      const int end = part_end(text_, at);
      if (end < 0 || is_too_deep(text_, {at, end}) || !lower_terminated({at, end})) break;
      if (at == 0)
        migration_.statements.reserve(migration_.statements.size() *
                                      (text_.size() / static_cast<std::size_t>(end) + 1) * 9 / 8);
      at = end;
    }
    if (at == static_cast<int>(text_.size())) return;
    if (!migration_.statements.empty()) {  // to be read again: of a COPY, what follows may be the rows
      at = migration_.statements.back().span.begin;
      migration_.statements.pop_back();
    }
    judge_parts(split_statements(text_, {at, static_cast<int>(text_.size())}));
  }

  /// Statements by the part.
  void judge_parts(const std::vector<Piece>& pieces) {
    migration_.statements.reserve(migration_.statements.size() + pieces.size());
    std::vector<Piece> part;
    const auto flush = [&] {
      if (!part.empty()) judge_part(part);
      part.clear();
    };
    for (const Piece& piece : pieces) {
      if (!part.empty() && piece.span.end - part.front().span.begin > part_bytes) flush();
      part.push_back(piece);
    }
    flush();
  }

  void judge_part(const std::vector<Piece>& part) {
    const Span range{part.front().span.begin, part.back().span.end};
    const bool plain = std::all_of(part.begin(), part.end(),
                                   [](const Piece& piece) { return piece.kind == Piece::Kind::sql; });
    if (part.size() == 1 || !plain || is_too_deep(text_, range) || !lower_range(range)) judge_pieces(part);
  }

  void judge_range(Span range) {
    if (!lower_range(range)) judge_pieces(split_statements(text_, range));
  }

  void judge_pieces(const std::vector<Piece>& pieces) {
    for (const Piece& piece : pieces) judge_piece(piece);
  }

  void judge_piece(const Piece& piece) {
    if (piece.kind != Piece::Kind::sql) return report_psql(piece);
    if (is_too_deep(text_, piece.span))
      return report_failure(piece.span, {.message = {}, .offset = 0, .too_deep = true});
    const std::optional<BulkInsert> bulk =
        piece.span.length() > large_bytes ? bulk_insert(text_, piece.span) : std::nullopt;
    const bool lowered = bulk ? lower_bulk(*bulk, piece.span) : lower_range(piece.span);
    if (!lowered && !piece.guessed) report_failure(piece.span, failure_);
  }

  /// The first rows make the statement; the others are read for their errors alone, and counted.
  bool lower_bulk(const BulkInsert& bulk, Span span) {
    for (const RowRange& rows : row_ranges(bulk, large_bytes)) {
      const TreeReader::Tree tree = reader_.parse(with_rows(text_, bulk, rows));
      if (tree.failure) {
        failure_ = *tree.failure;
        failure_.offset = offset_with_rows(bulk, rows, failure_.offset) - span.begin;
        if (rows.first > 0) migration_.statements.pop_back();
        return false;
      }
      if (rows.first == 0) lower_raw(ast::Node::bare(tree.statements.at(0)), span);
      auto* insert = std::get_if<Insert>(&migration_.statements.back().changes.back().change);
      if (rows.first > 0 && insert != nullptr) insert->rows_left_out += static_cast<int>(rows.count);
    }
    return true;
  }

  void report_psql(const Piece& piece) {
    const bool data = piece.kind == Piece::Kind::copy_data;
    const std::size_t line_end = std::min(text_.find('\n', static_cast<std::size_t>(piece.span.begin)),
                                          static_cast<std::size_t>(piece.span.end));
    migration_.issues.push_back({.kind = ParseIssue::Kind::psql_command,
                                 .span = {piece.span.begin, static_cast<int>(line_end)},
                                 .message = data ? "rows for COPY … FROM stdin: only psql feeds them to the "
                                                   "server; sent as SQL they are a syntax error"
                                                 : "a command of psql's: PostgreSQL refuses it as a syntax "
                                                   "error, with the statement after it",
                                 .hint = data ? "Write the rows as INSERT." : "Remove the line."});
  }

  void report_failure(Span span, const ParseFailure& failure) {
    const ParseIssue& issue = migration_.issues.emplace_back(explain_failure(text_, span, failure));
    Statement& statement = migration_.statements.emplace_back(guess_statement(text_, span));
    statement.novelty = novelty_of(issue);
  }

  /// False when the grammar refuses it; then nothing was lowered.
  bool lower_range(Span range) {
    const std::optional<simdjson::dom::array> statements = read_range(range);
    if (statements) lower_statements(*statements, range);
    return statements.has_value();
  }

  /// False also when what ends the range, a `;` or the text's end, does not end its last statement: then it
  /// is a comment's.
  bool lower_terminated(Span range) {
    const std::optional<simdjson::dom::array> statements = read_range(range);
    if (!statements) return false;
    ast::Node last;
    for (const simdjson::dom::element raw : *statements) last = ast::Node::bare(raw);
    if (last && last.integer("stmt_len") == 0 && range.end < static_cast<int>(text_.size())) return false;
    lower_statements(*statements, range);
    return true;
  }

  /// None when the grammar refuses it; then failure_ says why.
  std::optional<simdjson::dom::array> read_range(Span range) {
    // libpg_query wants a NUL at the end, which only the whole text has.
    const bool whole = range.end == static_cast<int>(text_.size());
    const std::string_view from = text_.substr(static_cast<std::size_t>(range.begin));
    const std::string copy =
        whole ? std::string() : std::string(from.substr(0, static_cast<std::size_t>(range.length())));
    const TreeReader::Tree tree = reader_.parse(whole ? from : std::string_view(copy));
    if (!tree.failure) return tree.statements;
    failure_ = *tree.failure;
    return std::nullopt;
  }

  void lower_statements(simdjson::dom::array statements, Span range) {
    if (migration_.statements.empty()) migration_.statements.reserve(statements.size());
    for (const simdjson::dom::element raw : statements) lower_raw(ast::Node::bare(raw), range);
  }

  void lower_raw(const ast::Node& raw, Span range) {
    Statement statement;
    statement.span =
        statement_span(text_, range.begin + raw.integer("stmt_location"), raw.integer("stmt_len"), range.end);
    lower::Context ctx(text_, range.begin, statement, &reader_);
    lower::lower_statement(raw.node("stmt"), ctx);
    if (ctx.too_deep)
      migration_.issues.push_back(
          {.kind = ParseIssue::Kind::too_deep,
           .span = statement.span,
           .message = "a block in it nests too deeply to be read",
           .hint = "Write it with fewer blocks, branches and loops inside one another: 200 are read."});
    migration_.statements.push_back(std::move(statement));
  }

  TreeReader& reader_;
  Migration migration_;
  std::optional<std::string> prepared_;
  std::string_view text_;
  ParseFailure failure_;
};

}  // namespace

Migration parse_file(TreeReader& reader, SourceFile file) {
  return FileParser(reader, std::move(file)).run();
}

}  // namespace miglint
