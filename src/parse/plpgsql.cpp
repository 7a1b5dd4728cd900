#include "parse/plpgsql.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "miglint/lexer.hpp"

// Grammar, as far as it decides what runs (pl_gram.y):
//
//   block      [<<label>>] [DECLARE …] BEGIN statements
//              [EXCEPTION {WHEN condition [OR …] THEN statements}] END [label]
//   statement  block ; | IF … THEN statements {ELSIF … THEN statements} [ELSE statements] END IF ;
//            | CASE [...] {WHEN … THEN statements} [ELSE statements] END CASE ;
//            | [WHILE …|FOR …|FOREACH …] LOOP statements END LOOP ;
//            | EXECUTE … ; | PERFORM … ; | RAISE, RETURN, an assignment, … ; | any SQL statement ;
//
// A RETURN under a condition makes everything after it conditional: `IF EXISTS (…) THEN RETURN; END IF;
// CREATE …`.

namespace miglint::plpgsql {
namespace {

// blocks, branches and loops inside one another; deeper ones are said to be too deep
constexpr int deepest = 200;
// conditions around a statement that are told: a chain of ELSIFs puts all those before a branch on it
constexpr std::size_t most_conditions = 16;

/// How sure it is that the statement at hand runs.
struct Path {
  std::vector<Condition> conditions;
  bool conditional = false;
  bool opaque = false;
  std::vector<std::string> caught;
};

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {
    Lexer lexer(text);
    for (Token token = lexer.next(); token.kind != Token::Kind::end; token = lexer.next())
      tokens_.push_back(token);
  }

  Block read() {
    Path path;
    block(path, 0);
    block_.understood = block_.understood && !broken_;
    block_.unbalanced = !is_balanced();
    for (const std::string& name : assigned_)
      if (!declared_.contains(name)) block_.undeclared.push_back(name);
    return std::move(block_);
  }

 private:
  // ---- tokens ----

  std::string_view word(std::size_t i) const {
    return i < tokens_.size() ? text_.substr(static_cast<std::size_t>(tokens_[i].span.begin),
                                             static_cast<std::size_t>(tokens_[i].span.length()))
                              : std::string_view{};
  }
  bool at(std::string_view expected) const { return is_word(word(at_), expected); }
  bool at_any(std::initializer_list<std::string_view> words) const {
    return std::any_of(words.begin(), words.end(), [&](std::string_view candidate) { return at(candidate); });
  }
  bool done() const { return broken_ || at_ >= tokens_.size(); }
  bool accept(std::string_view expected) {
    if (!at(expected)) return false;
    ++at_;
    return true;
  }
  void expect(std::string_view expected) { broken_ = !accept(expected) || broken_; }

  /// Past everything up to the word `stop` outside parentheses and CASE … END; the text in between.
  Span until(std::string_view stop) {
    const std::size_t first = at_;
    int depth = 0;
    for (; at_ < tokens_.size(); ++at_) {
      if (depth == 0 && at(stop)) break;
      if (word(at_) == "(" || at("case")) ++depth;
      if (word(at_) == ")" || (at("end") && depth > 0)) --depth;
    }
    const Span span = span_of(first, at_);
    expect(stop);
    return span;
  }
  Span span_of(std::size_t first, std::size_t end) const {
    if (first >= end) return {};
    return {tokens_[first].span.begin, tokens_[end - 1].span.end};
  }

  bool is_too_deep(int depth) {
    if (depth > deepest) broken_ = block_.too_deep = true;
    return depth > deepest;
  }

  // ---- statements ----

  /// A block from its label or DECLARE on; leaves its END [label] behind.
  void block(Path& path, int depth) {
    if (is_too_deep(depth) || done()) return;
    labels();
    if (accept("declare")) skip_declarations();
    expect("begin");
    const std::size_t first_step = block_.steps.size();
    statements(path, depth);
    if (accept("exception")) handlers(path, first_step, depth);
    expect("end");
    if (!done() && word(at_) != ";") ++at_;  // the label
  }

  void labels() {
    while (word(at_) == "<<") at_ += 3;
  }

  /// A block's declarations end at its BEGIN, which begins one.
  void skip_declarations() {
    while (!done() && !at("begin")) {
      if (accept("declare")) continue;  // once more is no harm
      declare(at_);
      until(";");
    }
  }

  static std::string folded(std::string_view name) {
    if (name.starts_with('"')) return std::string(name.substr(1, name.size() > 1 ? name.size() - 2 : 0));
    std::string lower(name);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
    return lower;
  }
  void declare(std::size_t at) { declared_.insert(folded(word(at))); }

  /// FOR a, b IN …, FOREACH a …
  void declare_targets(std::size_t first, std::size_t end) {
    if (!is_word(word(first), "for") && !is_word(word(first), "foreach")) return;
    for (std::size_t i = first + 1; i < end && !is_word(word(i), "in") && !is_word(word(i), "slice"); ++i)
      declare(i);
  }

  bool begins_statement(std::size_t at) const {
    static constexpr auto before =
        std::to_array<std::string_view>({";", ">>", "begin", "else", "loop", "then"});
    return at == 0 || std::any_of(before.begin(), before.end(),
                                  [&](std::string_view w) { return is_word(word(at - 1), w); });
  }

  bool is_balanced() const {
    int ifs = 0, loops = 0;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const bool end = i > 0 && is_word(word(i - 1), "end");
      if (is_word(word(i), "if")) ifs += end ? -1 : begins_statement(i) ? 1 : 0;
      if (is_word(word(i), "loop")) loops += end ? -1 : 1;
    }
    return ifs == 0 && loops == 0;
  }

  void handlers(const Path& path, std::size_t first_step, int depth) {
    const std::size_t last_step = block_.steps.size();
    while (accept("when")) {
      const std::vector<std::string> caught = conditions(until("then"));
      Path handler = path;
      handler.conditional = handler.opaque = true;
      const bool raised_before = raises_;
      raises_ = false;
      statements(handler, depth);
      for (std::size_t i = first_step; i < last_step && !raises_; ++i) {
        Step& step = block_.steps[i];
        step.caught.insert(step.caught.end(), caught.begin(), caught.end());
        if (step.handled_block < 0) step.handled_block = handled_blocks_;
      }
      raises_ = raised_before;
    }
    ++handled_blocks_;
  }

  /// `duplicate_object OR SQLSTATE '42701'` → {duplicate_object, 42701}
  std::vector<std::string> conditions(Span span) const {
    std::vector<std::string> names;
    Lexer lexer(text_, span.begin, span.end);
    for (Token token = lexer.next(); token.kind != Token::Kind::end; token = lexer.next()) {
      std::string name(lexer.text(token));
      std::transform(name.begin(), name.end(), name.begin(),
                     [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
      if (name == "or" || name == "sqlstate") continue;
      if (token.kind == Token::Kind::string && name.size() > 2) name = name.substr(1, name.size() - 2);
      names.push_back(std::move(name));
    }
    return names;
  }

  bool at_end_of_list() const { return at_any({"end", "exception", "else", "elsif", "elseif", "when"}); }

  void statements(Path& path, int depth) {
    while (!done() && !at_end_of_list()) statement(path, depth);
  }

  void statement(Path& path, int depth) {
    labels();
    if (at_any({"begin", "declare"})) {
      block(path, depth + 1);
      expect(";");
    } else if (accept("if")) {
      if_statement(path, depth);
    } else if (accept("case")) {
      case_statement(path, depth);
    } else if (at_any({"loop", "while", "for", "foreach"})) {
      loop(path, depth);
    } else {
      simple(path);
    }
  }

  static void add_conditions(Path& path, const std::vector<Condition>& conditions) {
    if (path.conditions.size() + conditions.size() > most_conditions)
      path.opaque = true;
    else
      path.conditions.insert(path.conditions.end(), conditions.begin(), conditions.end());
  }

  /// Runs `statements` under one more condition; true when it may have returned.
  bool branch(const Path& path, const std::vector<Condition>& conditions, int depth) {
    Path inner = path;
    inner.conditional = true;
    add_conditions(inner, conditions);
    const bool returned_before = returns_;
    returns_ = false;
    if (!is_too_deep(depth)) statements(inner, depth + 1);
    const bool returned = returns_;
    returns_ = returned_before;
    return returned;
  }

  void if_statement(Path& path, int depth) {
    std::vector<Condition> passed_over;
    bool returned = false;
    do {
      const Span condition = until("then");
      std::vector<Condition> conditions = passed_over;
      conditions.push_back({condition, false});
      const bool here = branch(path, conditions, depth);
      returned = returned || here;
      if (passed_over.size() <= most_conditions) passed_over.push_back({condition, true});
      if (here && at("end")) add_conditions(path, passed_over);
    } while (!done() && (accept("elsif") || accept("elseif")));
    if (accept("else") && branch(path, passed_over, depth)) {
      returned = true;
      path.opaque = true;
    }
    path.conditional = path.conditional || returned;
    returns_ = returns_ || returned;
    expect("end");
    expect("if");
    expect(";");
  }

  void case_statement(Path& path, int depth) {
    until("when");
    Path inner = path;
    inner.opaque = true;
    bool returned = false;
    do {
      until("then");
      returned = branch(inner, {}, depth) || returned;
    } while (!done() && accept("when"));
    if (accept("else")) returned = branch(inner, {}, depth) || returned;
    note_return(path, returned);
    expect("end");
    expect("case");
    expect(";");
  }

  /// FOR … IN EXECUTE …, RETURN QUERY EXECUTE …, OPEN … FOR EXECUTE …: up to the token at `end`.
  void embedded_execute(std::size_t first, std::size_t end, const Path& path) {
    for (std::size_t i = first; i + 1 < end; ++i) {
      if (!is_word(word(i), "execute")) continue;
      block_.steps.push_back({Step::Kind::execute, span_of(i + 1, end), path.conditions, path.conditional,
                              path.opaque, path.caught});
      return;
    }
  }

  void loop(Path& path, int depth) {
    const std::size_t first = at_;
    until("loop");
    declare_targets(first, at_);
    embedded_execute(first, at_ - 1, path);
    Path inner = path;
    inner.opaque = true;
    note_return(path, branch(inner, {}, depth));
    expect("end");
    expect("loop");
    until(";");
  }

  void note_return(Path& path, bool returned) {
    if (!returned) return;
    path.conditional = path.opaque = returns_ = true;
  }

  /// Everything that ends at the next `;`.
  void simple(Path& path) {
    static constexpr auto no_sql =
        std::to_array<std::string_view>({"raise", "return", "exit", "continue", "null", "get", "assert",
                                         "open", "fetch", "move", "close", "commit", "rollback"});
    const std::size_t first = at_;
    const bool assignment = is_assignment(first);
    const bool plain_name = word(first + 1) == ":=" || word(first + 1) == "=" || word(first + 1) == ":";
    if (assignment && plain_name && !word(first).starts_with('$')) assigned_.push_back(folded(word(first)));
    const Path before = path;  // RETURN QUERY EXECUTE runs before it makes what follows doubtful
    if (at("raise")) raises_ = raises_ || raises_an_error(first);
    if (at("return")) {
      returns_ = true;
      path.conditional = path.opaque = true;
    }
    if (at_any({"commit", "rollback"}) && !assignment) block_.ends_transaction = true;
    const bool plain =
        std::any_of(no_sql.begin(), no_sql.end(), [&](std::string_view candidate) { return at(candidate); });
    const Step::Kind kind = at("perform")   ? Step::Kind::perform
                            : at("execute") ? Step::Kind::execute
                                            : Step::Kind::sql;
    Span span = until(";");
    if (plain) embedded_execute(first, at_ - 1, before);
    if (plain || assignment || span.length() == 0) return;
    if (kind != Step::Kind::sql && first + 1 < at_) span.begin = tokens_[first + 1].span.begin;
    block_.steps.push_back({kind, span, path.conditions, path.conditional, path.opaque, path.caught});
  }

  /// RAISE, RAISE EXCEPTION and RAISE 'text' raise an error; NOTICE and the like only speak.
  bool raises_an_error(std::size_t raise) const {
    static constexpr auto levels =
        std::to_array<std::string_view>({"debug", "log", "info", "notice", "warning"});
    return std::none_of(levels.begin(), levels.end(),
                        [&](std::string_view level) { return is_word(word(raise + 1), level); });
  }

  /// `name := …`, `name = …`, `name.field[1].part := …`
  bool is_assignment(std::size_t first) const {
    std::size_t i = first + 1;
    while (word(i) == "." || word(i) == "[") {
      const bool subscript = word(i) == "[";
      while (subscript && i < tokens_.size() && word(i) != "]") ++i;
      i += subscript ? 1 : 2;
    }
    return word(i) == "=" || word(i) == ":=" || (word(i) == ":" && word(i + 1) == "=");
  }

  std::string_view text_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  bool broken_ = false;
  int handled_blocks_ = 0;
  bool raises_ = false;   ///< the handler at hand raises again
  bool returns_ = false;  ///< the branch at hand may have returned
  Block block_;
  std::vector<std::string> assigned_;
  std::set<std::string> declared_;
};

}  // namespace

Block read_block(std::string_view text) { return Reader(text).read(); }

}  // namespace miglint::plpgsql
