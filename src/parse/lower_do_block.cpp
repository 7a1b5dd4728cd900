#include <algorithm>
#include <optional>

#include "miglint/lexer.hpp"
#include "parse/lower.hpp"
#include "parse/plpgsql.hpp"
#include "parse/syntax_error.hpp"
#include "parse/tree_reader.hpp"

// DO $$ … $$: the static SQL inside becomes steps, each with how surely it runs. PL/pgSQL's own words are
// taken out first: the target of `SELECT … INTO variable`, which SQL would read as a new table. EXECUTE of a
// text that is plainly constant counts as static; any other is `dynamic`, and so is a block that plpgsql.hpp
// does not understand.
//
// The body of a dollar-quoted block stands verbatim in the file, so every step has its place there. One in
// quotes has not: then its steps have the place of the whole statement.

namespace miglint::lower {
namespace {

struct Body {
  std::string text;
  int offset = -1;  ///< in the file; -1: the body is not verbatim there
};

/// Where the body stands in the file, for a dollar-quoted one.
int verbatim_offset(const std::string& body, int location, const Context& ctx) {
  if (location <= 0) return -1;
  const std::size_t at = static_cast<std::size_t>(ctx.base) + static_cast<std::size_t>(location);
  if (at >= ctx.text.size()) return -1;
  const std::size_t quote = ctx.text.find('$', at);
  const std::size_t end = quote == std::string_view::npos ? quote : ctx.text.find('$', quote + 1);
  if (end == std::string_view::npos || ctx.text.substr(end + 1, body.size()) != body) return -1;
  return static_cast<int>(end) + 1;
}

class DoBlockLowering {
 public:
  DoBlockLowering(Body body, Context& ctx) : body_(std::move(body)), ctx_(ctx) {}

  DoBlock run() {
    const plpgsql::Block block = plpgsql::read_block(body_.text);
    lowered_.dynamic = !block.understood;
    for (const plpgsql::Step& step : block.steps) lower(step);
    return std::move(lowered_);
  }

 private:
  void lower(const plpgsql::Step& step) {
    const std::string_view text =
        std::string_view(body_.text)
            .substr(static_cast<std::size_t>(step.span.begin), static_cast<std::size_t>(step.span.length()));
    switch (step.kind) {
      case plpgsql::Step::Kind::sql:
        return lower_sql(step, without_into(text), body_.offset + step.span.begin, body_.offset >= 0);
      case plpgsql::Step::Kind::perform:
        return lower_sql(step, "SELECT " + std::string(text), body_.offset + step.span.begin - 7,
                         body_.offset >= 0);
      case plpgsql::Step::Kind::execute:
        return lower_execute(step, text);
    }
  }

  /// `offset`: where `sql` stands in the file, when it does so verbatim.
  void lower_sql(const plpgsql::Step& step, const std::string& sql, int offset, bool verbatim) {
    const TreeReader::Tree tree = ctx_.reader->inner().parse(sql);
    if (tree.failure) {
      lowered_.dynamic = true;
      return add(step, guess_statement(sql, {0, static_cast<int>(sql.size())}), offset, verbatim, sql.size());
    }
    std::vector<Statement> statements;
    for (const simdjson::dom::element raw : tree.statements)
      statements.push_back(lower_raw(ast::Node::bare(raw), sql));
    for (Statement& statement : statements) add(step, std::move(statement), offset, verbatim, sql.size());
  }

  static Statement lower_raw(const ast::Node& raw, const std::string& sql) {
    Statement statement;
    const int begin = raw.integer("stmt_location");
    const int end = begin + raw.integer("stmt_len", static_cast<int>(sql.size()) - begin);
    statement.span = {skip_blanks_and_comments(sql, begin, end), end};
    Context inner(sql, 0, statement);
    lower_statement(raw.node("stmt"), inner);
    return statement;
  }

  void add(const plpgsql::Step& step, Statement statement, int offset, bool verbatim, std::size_t size) {
    const int first = ctx_.statement.span.begin;
    const int last = ctx_.statement.span.end;
    statement.span.end = std::min(statement.span.end, static_cast<int>(size));
    statement.span = verbatim ? Span{std::max(first, statement.span.begin + offset),
                                     std::min(last, statement.span.end + offset)}
                              : ctx_.statement.span;
    DoBlock::Step lowered{.guard = guard(step),
                          .caught = step.caught,
                          .handled_block = step.handled_block,
                          .statement = std::move(statement)};
    if (!step.opaque) take_conditions(step.conditions, lowered);
    lowered_.steps.push_back(std::move(lowered));
  }

  static DoBlock::Step::Guard guard(const plpgsql::Step& step) {
    if (step.conditional) return DoBlock::Step::Guard::conditional;
    return step.caught.empty() ? DoBlock::Step::Guard::always : DoBlock::Step::Guard::tolerated;
  }

  /// One condition stays as it is, with `negated` beside it; several become a conjunction.
  void take_conditions(const std::vector<plpgsql::Condition>& conditions, DoBlock::Step& step) {
    std::vector<Expression> lowered;
    for (const plpgsql::Condition& condition : conditions) {
      std::optional<Expression> expression = lower_condition(condition.span);
      if (!expression) return;
      lowered.push_back(std::move(*expression));
    }
    if (lowered.size() == 1) {
      step.when = std::move(lowered.front());
      step.negated = conditions.front().negated;
    } else if (!lowered.empty()) {
      for (std::size_t i = 0; i < lowered.size(); ++i) {
        if (conditions[i].negated)
          lowered[i] = {.kind = Expression::Kind::negation, .args = {std::move(lowered[i])}};
      }
      step.when = Expression{.kind = Expression::Kind::conjunction, .args = std::move(lowered)};
    }
  }

  std::optional<Expression> lower_condition(Span span) {
    const std::string select = "SELECT " + body_.text.substr(static_cast<std::size_t>(span.begin),
                                                             static_cast<std::size_t>(span.length()));
    const TreeReader::Tree tree = ctx_.reader->inner().parse(select);
    if (tree.failure || tree.statements.size() != 1) return std::nullopt;
    const ast::Node target = ast::Node::bare(tree.statements.at(0)).node("stmt").list("targetList").front();
    Statement unused;
    Expression condition = expression_shape(target.node("val"), Context(select, 0, unused));
    condition.text = select.substr(7);
    return condition;
  }

  void lower_execute(const plpgsql::Step& step, std::string_view text) {
    const std::optional<Constant> constant = constant_text(text);
    if (!constant) {
      lowered_.dynamic = true;
      return;
    }
    const int offset = body_.offset + step.span.begin + constant->offset;
    lower_sql(step, constant->text, offset, body_.offset >= 0 && constant->offset >= 0);
  }

  struct Constant {
    std::string text;
    int offset = -1;  ///< of the text in the expression, where it stands there verbatim
  };

  /// The text of a literal, of several joined by ||, or of format() with literals alone; none for anything
  /// else.
  static std::optional<Constant> constant_text(std::string_view text) {
    Lexer lexer(text);
    Token token = lexer.next();
    if (is_word(lexer.text(token), "format")) return formatted(lexer);
    Constant constant;
    int literals = 0;
    for (;; token = lexer.next()) {
      if (token.kind != Token::Kind::string) return std::nullopt;
      const std::string_view literal = lexer.text(token);
      constant.text += unquoted(literal);
      constant.offset = token.span.begin + opening_length(literal);
      ++literals;
      token = lexer.next();
      if (lexer.text(token) != "||") break;
    }
    if (token.kind != Token::Kind::end && !is_word(lexer.text(token), "into") &&
        !is_word(lexer.text(token), "using"))
      return std::nullopt;
    const bool verbatim = literals == 1 && text.substr(static_cast<std::size_t>(constant.offset),
                                                       constant.text.size()) == constant.text;
    if (!verbatim) constant.offset = -1;
    return constant;
  }

  static int opening_length(std::string_view literal) {
    if (literal.front() != '$') return static_cast<int>(literal.find('\'')) + 1;
    return static_cast<int>(literal.find('$', 1)) + 1;
  }

  static std::string unquoted(std::string_view literal) {
    const auto opening = static_cast<std::size_t>(opening_length(literal));
    if (literal.front() == '$') return std::string(literal.substr(opening, literal.size() - 2 * opening));
    std::string text;
    for (std::size_t at = opening; at + 1 < literal.size(); ++at) {
      text += literal[at];
      if (literal[at] == '\'') ++at;
    }
    return text;
  }

  /// format('… %I …', 'a'): the lexer stands behind the word.
  static std::optional<Constant> formatted(Lexer& lexer) {
    std::vector<std::string> arguments;
    if (lexer.text(lexer.next()) != "(") return std::nullopt;
    for (;;) {
      const Token literal = lexer.next();
      if (literal.kind != Token::Kind::string) return std::nullopt;
      arguments.push_back(unquoted(lexer.text(literal)));
      const Token after = lexer.next();
      if (lexer.text(after) == ")") break;
      if (lexer.text(after) != ",") return std::nullopt;
    }
    if (lexer.next().kind != Token::Kind::end) return std::nullopt;
    return substitute(arguments);
  }

  /// %I an identifier, %L a literal, %s as it is; positions and widths (%1$I) are left to the server.
  static std::optional<Constant> substitute(const std::vector<std::string>& arguments) {
    Constant constant;
    const std::string& format = arguments.front();
    std::size_t next = 1;
    for (std::size_t at = 0; at < format.size(); ++at) {
      if (format[at] != '%') {
        constant.text += format[at];
        continue;
      }
      const char letter = at + 1 < format.size() ? format[++at] : '\0';
      if (letter == '%') {
        constant.text += '%';
        continue;
      }
      if (next >= arguments.size() || (letter != 'I' && letter != 'L' && letter != 's')) return std::nullopt;
      const std::string& argument = arguments[next++];
      constant.text += letter == 'I' ? quote(argument) : letter == 'L' ? quote_literal(argument) : argument;
    }
    return constant;
  }

  /// The statement with `INTO [STRICT] variable, …` blanked out; INSERT INTO and MERGE INTO keep theirs.
  static std::string without_into(std::string_view text) {
    std::string sql(text);
    Lexer lexer(text);
    int depth = 0;
    std::string_view previous;
    for (Token token = lexer.next(); token.kind != Token::Kind::end; token = lexer.next()) {
      const std::string_view word = lexer.text(token);
      depth += word == "(" ? 1 : word == ")" ? -1 : 0;
      if (depth == 0 && token.kind == Token::Kind::word && is_word(word, "into") &&
          !is_word(previous, "insert") && !is_word(previous, "merge")) {
        const int end = end_of_targets(text, token.span.end);
        std::fill(sql.begin() + token.span.begin, sql.begin() + end, ' ');
        return sql;
      }
      previous = word;
    }
    return sql;
  }

  static int end_of_targets(std::string_view text, int from) {
    Lexer lexer(text, from, static_cast<int>(text.size()));
    Token token = lexer.next();
    if (is_word(lexer.text(token), "strict")) token = lexer.next();
    int end = token.span.end;
    for (token = lexer.next(); lexer.text(token) == "," || lexer.text(token) == "."; token = lexer.next())
      end = lexer.next().span.end;
    return end;
  }

  Body body_;
  Context& ctx_;
  DoBlock lowered_;
};

}  // namespace

void lower_do_block(const ast::Node& node, Context& ctx) {
  Body body;
  std::string language = "plpgsql";
  for (const ast::Node option : node.list("args")) {
    if (option.text("defname") == "language") language = option_text(option);
    if (option.text("defname") != "as") continue;
    body.text = option.node("arg").text("sval");
    body.offset = verbatim_offset(body.text, option.location(), ctx);
  }
  if (ctx.reader == nullptr || language != "plpgsql") {
    ctx.emit(DoBlock{.dynamic = true});
    return;
  }
  ctx.emit(DoBlockLowering(std::move(body), ctx).run());
}

}  // namespace miglint::lower
