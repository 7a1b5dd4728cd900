#include <algorithm>
#include <optional>

#include "miglint/characters.hpp"
#include "miglint/lexer.hpp"
#include "parse/execute_text.hpp"
#include "parse/lower.hpp"
#include "parse/novelties.hpp"
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

constexpr int most_nested = 8;  // blocks and function bodies inside one another; deeper ones stay unread

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
  /// `parameters`: what the body may name without declaring it.
  DoBlockLowering(Body body, Context& ctx, std::vector<std::string> parameters = {})
      : body_(std::move(body)), ctx_(ctx), parameters_(std::move(parameters)) {}

  DoBlock run() {
    const plpgsql::Block block = plpgsql::read_block(body_.text);
    ctx_.too_deep = ctx_.too_deep || block.too_deep;
    for (const plpgsql::Step& step : block.steps) lower(step);
    take_calls(block);
    lowered_.ends_transaction = block.ends_transaction;
    take_block_flaw(block);
    if (!block.understood) {
      // what was met may have been cut wrongly
      if (!block.unbalanced) lowered_.flaw.reset();
      const plpgsql::Step rest{.span = {0, static_cast<int>(body_.text.size())}, .conditional = true};
      lowered_.dynamic = true;
      lowered_.unread.push_back({ctx_.statement.span, "PL/pgSQL that could not be read"});
      add_unmodelled(rest, "DO");
    }
    return std::move(lowered_);
  }

  /// The body of a function in SQL: each of its statements runs.
  DoBlock run_sql() {
    sql_ = true;
    lower_sql({.span = {0, static_cast<int>(body_.text.size())}}, body_.text, 0, false);
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
      if (step.kind != plpgsql::Step::Kind::execute) take_failure(sql, *tree.failure);
      lowered_.dynamic = true;
      lowered_.unread.push_back({place(step.span), "a statement that PostgreSQL's grammar does not read"});
      return add(step, guess_statement(sql, {0, static_cast<int>(sql.size())}), offset, verbatim, sql.size());
    }
    std::vector<Statement> statements;
    for (const simdjson::dom::element raw : tree.statements) {
      statements.push_back(lower_raw(ast::Node::bare(raw), sql));
      if (step.kind != plpgsql::Step::Kind::execute)
        take_novelty(newest_syntax_in(ast::Node::bare(raw).node("stmt"), sql));
    }
    for (Statement& statement : statements) add(step, std::move(statement), offset, verbatim, sql.size());
  }

  /// PL/pgSQL parses every statement of a body when it is created, or begun; what it names is looked for when
  /// it runs.
  void take_failure(const std::string& sql, const ParseFailure& failure) {
    const ParseIssue issue = explain_failure(sql, {0, static_cast<int>(sql.size())}, failure);
    if (issue.kind == ParseIssue::Kind::syntax_error && !lowered_.flaw)
      lowered_.flaw = Flaw{.sqlstate = "42601", .reason = "in the body: " + issue.message};
    take_novelty(novelty_of(issue));
  }
  void take_novelty(const Boxed<Novelty>& novelty) {
    ctx_.statement.novelty = newer(ctx_.statement.novelty, novelty);
  }

  void take_block_flaw(const plpgsql::Block& block) {
    if (lowered_.flaw) return;
    if (!block.understood && block.unbalanced && !block.too_deep)
      lowered_.flaw =
          Flaw{.sqlstate = "42601",
               .reason = "in the body: IF and END IF, or LOOP and END LOOP, do not come out even"};
    for (const std::string& name : block.undeclared) {
      const bool known = name == "new" || name == "old" || name == "found" || name.starts_with("tg_") ||
                         std::ranges::find(parameters_, name) != parameters_.end();
      if (!known && block.understood && !lowered_.flaw)
        lowered_.flaw =
            Flaw{.sqlstate = "42601", .reason = "in the body: " + in_prose(name) + " is not declared"};
    }
  }

  Statement lower_raw(const ast::Node& raw, const std::string& sql) {
    Statement statement;
    const int begin = raw.integer("stmt_location");
    const int end = begin + raw.integer("stmt_len", static_cast<int>(sql.size()) - begin);
    statement.span = {skip_blanks_and_comments(sql, begin, end), end};
    const bool follow = ctx_.depth < most_nested;
    Context inner(sql, 0, statement, follow ? &ctx_.reader->inner() : nullptr);
    inner.depth = ctx_.depth + 1;
    inner.names_are_columns = sql_;
    lower_statement(raw.node("stmt"), inner);
    return statement;
  }

  void add(const plpgsql::Step& step, Statement statement, int offset, bool verbatim, std::size_t size) {
    const int first = ctx_.statement.span.begin;
    const int last = ctx_.statement.span.end;
    statement.span.end = std::min(statement.span.end, static_cast<int>(size));
    const auto in_file = [&](Span span) {
      return verbatim ? Span{std::max(first, span.begin + offset), std::min(last, span.end + offset)}
                      : ctx_.statement.span;
    };
    statement.span = in_file(statement.span);
    for (StatementChange& change : statement.changes)
      if (auto* block = std::get_if<DoBlock>(&change.change)) move_spans(*block, in_file);
    DoBlock::Step lowered{.guard = guard(step),
                          .caught = step.caught,
                          .handled_block = step.handled_block,
                          .statement = std::move(statement)};
    if (!step.opaque) take_conditions(step.conditions, lowered);
    lowered_.steps.push_back(std::move(lowered));
  }

  /// A block inside: its places count from the text it stands in.
  template <class Moved>
  static void move_spans(DoBlock& block, const Moved& moved) {
    for (Unread& unread : block.unread) unread.span = moved(unread.span);
    for (DoBlock::Step& step : block.steps) {
      step.statement.span = moved(step.statement.span);
      for (StatementChange& change : step.statement.changes)
        if (auto* inner = std::get_if<DoBlock>(&change.change)) move_spans(*inner, moved);
    }
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
    if (const std::optional<ExecutedText> constant = executed_text(text)) {
      const int offset = body_.offset + step.span.begin + constant->offset;
      return lower_sql(step, constant->text, offset, body_.offset >= 0 && constant->offset >= 0);
    }
    lowered_.unread.push_back({place(step.span), "EXECUTE of a text that is put together at run time"});
    if (leaves_schema_alone(text)) return;
    lowered_.dynamic = true;
    add_unmodelled(step, "EXECUTE");
  }

  void add_unmodelled(const plpgsql::Step& step, std::string tag) {
    Statement statement{.tag = tag};
    statement.changes.push_back({.change = Unmodelled{.tag = std::move(tag)}});
    statement.span = {0, step.span.length()};
    add(step, std::move(statement), body_.offset + step.span.begin, body_.offset >= 0,
        static_cast<std::size_t>(step.span.length()));
  }

  /// What of the body stands in the file; the whole statement for a body in quotes.
  Span place(Span in_body) const {
    if (body_.offset < 0) return ctx_.statement.span;
    return {body_.offset + in_body.begin, body_.offset + in_body.end};
  }

  /// Names with a parenthesis behind them, outside of the SQL statements: what assignments, conditions, loops
  /// and RETURN may call. IF (…) and the like are among them; nobody has a function of that name.
  void take_calls(const plpgsql::Block& block) {
    Lexer lexer(body_.text);
    FunctionName name;
    bool dot = false;
    auto step = block.steps.begin();
    for (Token token = lexer.next(); token.kind != Token::Kind::end; token = lexer.next()) {
      while (step != block.steps.end() && step->span.end <= token.span.begin) ++step;
      if (step != block.steps.end() && step->span.begin <= token.span.begin) continue;
      const std::string_view word = lexer.text(token);
      if (token.kind == Token::Kind::word || token.kind == Token::Kind::identifier) {
        name = {.schema = dot ? std::move(name.name) : std::string(), .name = identifier_of(token, word)};
        dot = false;
        continue;
      }
      dot = word == "." && !name.name.empty();
      if (dot) continue;
      if (word == "(" && !name.name.empty()) lowered_.calls.push_back(name);
      name = {};
    }
    std::ranges::sort(lowered_.calls);
    const auto repeated = std::ranges::unique(lowered_.calls);
    lowered_.calls.erase(repeated.begin(), repeated.end());
  }

  static std::string identifier_of(const Token& token, std::string_view word) {
    if (token.kind == Token::Kind::identifier && word.size() > 2)
      return std::string(word.substr(1, word.size() - 2));
    std::string folded(word);
    std::ranges::transform(folded, folded.begin(), [](char c) {
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    });
    return folded;
  }

  /// The statement with `INTO [STRICT] variable, …` blanked out; INSERT INTO and MERGE INTO keep theirs.
  static std::string without_into(std::string_view text) {
    std::string sql(text);
    Lexer lexer(text);
    int depth = 0;
    std::string_view previous;
    const bool imports = text.size() > 6 && is_word(text.substr(0, 6), "import");  // FOREIGN SCHEMA … INTO
    for (Token token = lexer.next(); token.kind != Token::Kind::end; token = lexer.next()) {
      const std::string_view word = lexer.text(token);
      depth += word == "(" ? 1 : word == ")" ? -1 : 0;
      if (depth == 0 && token.kind == Token::Kind::word && is_word(word, "into") &&
          !is_word(previous, "insert") && !is_word(previous, "merge") && !imports) {
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
  bool sql_ = false;  ///< an SQL function's body
  std::vector<std::string> parameters_;
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
  if (ctx.reader != nullptr && language == "plpgsql")
    return ctx.emit(DoBlockLowering(std::move(body), ctx).run());
  Statement step{.span = ctx.statement.span, .tag = "DO"};
  step.changes.push_back({.change = Unmodelled{.tag = "DO"}});
  DoBlock block{.dynamic = true};
  block.unread.push_back({ctx.statement.span, language == "plpgsql"
                                                  ? std::string("a block too deep inside others")
                                                  : "a block in the language " + language});
  block.steps.push_back({.guard = DoBlock::Step::Guard::conditional, .statement = std::move(step)});
  ctx.emit(std::move(block));
}

std::shared_ptr<const DoBlock> function_block(const CreateFunction& function, Context& ctx) {
  if (ctx.reader == nullptr || function.body.empty()) return nullptr;
  if (function.language == "sql")
    return std::make_shared<const DoBlock>(DoBlockLowering({.text = function.body}, ctx).run_sql());
  if (function.language == "plpgsql") {
    std::vector<std::string> parameters = function.argument_names;
    for (const OutputParameter& output : function.outputs) parameters.push_back(output.name);
    return std::make_shared<const DoBlock>(
        DoBlockLowering({.text = function.body}, ctx, std::move(parameters)).run());
  }
  return nullptr;
}

}  // namespace miglint::lower
