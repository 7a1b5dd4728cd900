// The commands of a shell line: an agent writes
//
//   cd packages/db && git commit -m "$(cat <<'EOF'
//   Say "git commit" in a message
//   EOF
//   )"
//
// and what stands in the here-document is no command, while what stands in $(…) is one.

#include "shell/reader.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include "shell/cursor.hpp"

namespace miglint::shell {

namespace {

using Closers = std::span<const std::string_view>;

constexpr auto no_closers = std::to_array<std::string_view>({"\n"});  // is no word
constexpr auto then_closers = std::to_array<std::string_view>({"then"});
constexpr auto if_closers = std::to_array<std::string_view>({"elif", "else", "fi"});
constexpr auto do_closers = std::to_array<std::string_view>({"do"});
constexpr auto done_closers = std::to_array<std::string_view>({"done", "}"});
constexpr auto group_closers = std::to_array<std::string_view>({"}"});
constexpr auto case_closers = std::to_array<std::string_view>({"esac"});
/// Words that only order commands: where they stand alone, what follows is a command.
constexpr auto connectives =
    std::to_array<std::string_view>({"then", "do", "else", "elif", "fi", "done", "esac", "}", "!", "coproc"});

class Reader {
 public:
  explicit Reader(Cursor& cursor) : cursor_(cursor) {}

  Script read(bool in_parentheses, Closers closers) {
    Script script;
    for (;;) {
      skip_to_command();
      if (cursor_.done() || (in_parentheses && cursor_.peek() == ')') || is_one_of(next_word(), closers))
        return script;
      if (closers.data() == case_closers.data() && cursor_.here(";;")) return script;
      const std::size_t before = cursor_.at;
      List list = read_list(in_parentheses, closers);
      if (!list.steps.empty()) script.lists.push_back(std::move(list));
      if (cursor_.at == before) ++cursor_.at;  // what can't stand here
    }
  }

 private:
  static bool is_one_of(std::string_view word, Closers list) {
    return std::ranges::find(list, word) != list.end();
  }

  /// The word at the cursor as far as it is plain.
  std::string_view next_word() const {
    std::size_t end = cursor_.at;
    while (end < cursor_.text.size() && !ends_word(cursor_.text[end])) ++end;
    constexpr std::size_t longest_keyword = 8;
    return cursor_.rest().substr(0, std::min(end - cursor_.at, longest_keyword + 1));
  }

  void skip_blanks() {
    for (;;) {
      if (is_blank(cursor_.peek())) {
        ++cursor_.at;
      } else if (cursor_.here("\\\n")) {
        cursor_.at += 2;
      } else {
        return;
      }
    }
  }

  void skip_comment() {
    if (cursor_.peek() == '#')
      cursor_.at = std::min(cursor_.text.find('\n', cursor_.at), cursor_.text.size());
  }

  void skip_lines() {
    for (;;) {
      skip_blanks();
      skip_comment();
      if (cursor_.peek() != '\n' || cursor_.done()) return;
      ++cursor_.at;
      read_here_documents(cursor_);
    }
  }

  void skip_to_command() {
    skip_lines();
    while (cursor_.peek() == ';' && cursor_.peek(1) != ';') {
      ++cursor_.at;
      skip_lines();
    }
  }

  List read_list(bool in_parentheses, Closers closers) {
    List list;
    Step::When when = Step::When::always;
    for (;;) {
      skip_lines();
      if (cursor_.done() || (in_parentheses && cursor_.peek() == ')') || is_one_of(next_word(), closers))
        break;
      Step step = read_pipeline(closers);
      step.when = when;
      if (!step.commands.empty()) list.steps.push_back(std::move(step));
      skip_blanks();
      if (cursor_.here("&&") || cursor_.here("||")) {
        when = cursor_.peek() == '&' ? Step::When::after_success : Step::When::after_failure;
        cursor_.at += 2;
        continue;
      }
      if (cursor_.peek() == '&') {
        list.background = true;
        ++cursor_.at;
      }
      break;
    }
    return list;
  }

  Step read_pipeline(Closers closers) {
    Step step;
    for (;;) {
      skip_lines();
      for (std::string_view word = next_word(); is_one_of(word, connectives) && !is_one_of(word, closers);
           word = next_word()) {
        if (word == "!") step.negated = true;
        cursor_.at += word.size();
        skip_lines();
      }
      if (is_one_of(next_word(), closers)) return step;
      if (std::optional<Command> command = read_command()) step.commands.push_back(std::move(*command));
      skip_blanks();
      if (cursor_.peek() != '|' || cursor_.peek(1) == '|') return step;
      cursor_.at += cursor_.peek(1) == '&' ? 2 : 1;
    }
  }

  std::shared_ptr<const Script> part(bool in_parentheses, Closers closers) {
    return std::make_shared<const Script>(read(in_parentheses, closers));
  }

  /// Takes the word where it stands next.
  bool take(std::string_view word) {
    skip_to_command();
    if (next_word() != word) return false;
    cursor_.at += word.size();
    return true;
  }

  std::optional<Command> read_command() {
    const Nested nested(cursor_);
    const std::string_view word = next_word();
    Command command;
    if (cursor_.here("((")) {
      if (read_arithmetic_command(command)) return with_redirections(std::move(command));
    }
    if (cursor_.peek() == '(') {
      ++cursor_.at;
      command.kind = Command::Kind::subshell;
      command.parts.push_back(part(true, no_closers));
      if (cursor_.peek() == ')') ++cursor_.at;
      return with_redirections(std::move(command));
    }
    if (word == "{") return read_group();
    if (word == "if") return read_if();
    if (word == "while" || word == "until") return read_while(word);
    if (word == "for" || word == "select") return read_for(word);
    if (word == "case") return read_case();
    if (word == "function") return read_function_keyword();
    if (word == "[[") return read_condition();
    return read_simple();
  }

  /// `:`, of which conditions and expressions are the arguments: nothing in them is a command's name.
  static Word no_operation() {
    Word word;
    word.atoms.push_back({.character = ':', .quoted = true});
    word.is_there = true;
    return word;
  }

  bool read_arithmetic_command(Command& command) {
    cursor_.at += 2;
    const std::size_t end = end_of_arithmetic(cursor_);
    if (end == std::string_view::npos) {
      cursor_.at -= 2;
      return false;
    }
    Word expression;
    read_arithmetic(cursor_, end, expression);
    command.words = {no_operation(), std::move(expression)};
    return true;
  }

  Command with_redirections(Command command) {
    for (;;) {
      skip_blanks();
      if (!read_redirection(command)) return command;
    }
  }

  Command read_group() {
    ++cursor_.at;
    Command command{.kind = Command::Kind::group, .words = {}, .name = {}, .parts = {}, .redirections = {}};
    command.parts.push_back(part(false, group_closers));
    take("}");
    return with_redirections(std::move(command));
  }

  static Command branches() {
    return {.kind = Command::Kind::branches, .words = {}, .name = {}, .parts = {}, .redirections = {}};
  }

  Command read_if() {
    cursor_.at += 2;
    Command command = branches();
    do {
      command.parts.push_back(part(false, then_closers));
      take("then");
      command.parts.push_back(part(false, if_closers));
    } while (take("elif"));
    if (take("else")) command.parts.push_back(part(false, if_closers));
    take("fi");
    return with_redirections(std::move(command));
  }

  void read_body(Command& command) {
    if (!take("do")) take("{");
    command.parts.push_back(part(false, done_closers));
    if (!take("done")) take("}");
  }

  Command read_while(std::string_view word) {
    cursor_.at += word.size();
    Command command = branches();
    command.parts.push_back(part(false, do_closers));
    read_body(command);
    return with_redirections(std::move(command));
  }

  Command read_for(std::string_view word) {
    cursor_.at += word.size();
    Command command = branches();
    skip_blanks();
    if (cursor_.here("((") && read_arithmetic_command(command)) {
      read_body(command);
      return with_redirections(std::move(command));
    }
    while (is_name_character(cursor_.peek())) command.name += cursor_.text[cursor_.at++];
    if (take("in")) {
      for (;;) {
        skip_blanks();
        Word value = read_word(cursor_);
        if (!value.is_there) break;
        command.words.push_back(std::move(value));
      }
    }
    read_body(command);
    return with_redirections(std::move(command));
  }

  Command read_case() {
    cursor_.at += 4;
    Command command = branches();
    skip_lines();
    command.words.push_back(read_word(cursor_));
    take("in");
    while (!cursor_.done() && !take("esac")) {
      skip_lines();
      if (cursor_.peek() == '(') ++cursor_.at;
      while (!cursor_.done() && cursor_.peek() != ')') {  // its patterns
        const std::size_t before = cursor_.at;
        command.words.push_back(read_word(cursor_));
        if (cursor_.at == before && cursor_.peek() != ')') ++cursor_.at;
      }
      ++cursor_.at;
      command.parts.push_back(part(false, case_closers));
      while (cursor_.peek() == ';' || cursor_.peek() == '&') ++cursor_.at;
    }
    return with_redirections(std::move(command));
  }

  Command read_function(std::string name) {
    Command command{.kind = Command::Kind::function,
                    .words = {},
                    .name = std::move(name),
                    .parts = {},
                    .redirections = {}};
    skip_lines();
    auto body = std::make_shared<Script>();
    if (std::optional<Command> inner = read_command()) {
      Step step;
      step.commands.push_back(std::move(*inner));
      List list;
      list.steps.push_back(std::move(step));
      body->lists.push_back(std::move(list));
    }
    command.parts.push_back(std::move(body));
    return command;
  }

  Command read_function_keyword() {
    cursor_.at += std::string_view("function").size();
    skip_blanks();
    std::string name;
    while (!cursor_.done() && !ends_word(cursor_.peek())) name += cursor_.text[cursor_.at++];
    skip_blanks();
    if (cursor_.here("()")) cursor_.at += 2;
    return read_function(std::move(name));
  }

  /// `[[ … ]]`, in which `<`, `>`, `(` and `&&` are operators of their own.
  Command read_condition() {
    Command command;
    command.words.push_back(no_operation());
    cursor_.at += 2;
    while (!cursor_.done() && !cursor_.here("]]")) {
      const std::size_t before = cursor_.at;
      Word word = read_word(cursor_);
      command.words.push_back(std::move(word));
      if (cursor_.at == before) ++cursor_.at;
    }
    cursor_.at = std::min(cursor_.at + 2, cursor_.text.size());
    return with_redirections(std::move(command));
  }

  /// The name of a function whose definition `NAME ()` was begun.
  static std::string plain(const Word& word) {
    std::string text;
    for (const Atom& atom : word.atoms) {
      if (atom.quoted || atom.expansion >= 0) return {};
      text += atom.character;
    }
    return text;
  }

  std::optional<Command> read_simple() {
    Command command;
    for (;;) {
      skip_blanks();
      if (read_redirection(command)) continue;
      if (cursor_.peek() == '#') {
        skip_comment();
        break;
      }
      Word word = read_word(cursor_);
      if (!word.is_there) break;
      command.words.push_back(std::move(word));
      if (command.words.size() == 1 && cursor_.peek() == '(') {
        std::string name = plain(command.words.front());
        const std::size_t close = cursor_.text.find_first_not_of(" \t", cursor_.at + 1);
        if (!name.empty() && close != std::string_view::npos && cursor_.text[close] == ')') {
          cursor_.at = close + 1;
          return read_function(std::move(name));
        }
      }
    }
    if (command.words.empty() && command.redirections.empty()) return std::nullopt;
    return command;
  }

  bool read_redirection(Command& command) {
    std::size_t digits = 0;
    while (cursor_.peek(digits) >= '0' && cursor_.peek(digits) <= '9') ++digits;
    const char c = cursor_.peek(digits), next = cursor_.peek(digits + 1);
    const bool both = digits == 0 && c == '&' && next == '>';
    if ((c != '<' && c != '>' && !both) || ((c == '<' || c == '>') && next == '(' && digits == 0))
      return false;
    cursor_.at += digits;
    if (c == '<' && next == '<') {
      cursor_.at += 2;
      cursor_.peek() == '<' ? read_here_string(command) : begin_here_document(command);
      return true;
    }
    cursor_.at += both ? 2 : 1;
    const bool writes = c != '<' || next == '>';  // `<>` opens for both
    while (std::string_view("<>|&").find(cursor_.peek()) != std::string_view::npos && !cursor_.done())
      ++cursor_.at;
    skip_blanks();
    Word file = read_word(cursor_);
    if (file.is_there) {
      command.redirections.push_back({.kind = writes ? Redirection::Kind::write : Redirection::Kind::read,
                                      .word = std::make_shared<Word>(std::move(file))});
    }
    return true;
  }

  void read_here_string(Command& command) {
    ++cursor_.at;
    skip_blanks();
    command.redirections.push_back(
        {.kind = Redirection::Kind::text, .word = std::make_shared<Word>(read_word(cursor_))});
  }

  void begin_here_document(Command& command) {
    HereDocument document{.end = {}, .text = std::make_shared<Word>()};
    document.strips_tabs = cursor_.peek() == '-';
    if (document.strips_tabs) ++cursor_.at;
    skip_blanks();
    const Word end = read_word(cursor_);
    for (const Atom& atom : end.atoms) {
      document.end += atom.character;
      document.is_literal = document.is_literal || atom.quoted;
    }
    command.redirections.push_back({.kind = Redirection::Kind::text, .word = document.text});
    cursor_.awaited.push_back(std::move(document));
  }

  Cursor& cursor_;
};

}  // namespace

std::shared_ptr<const Script> read_substitution(Cursor& cursor) {
  const Nested nested(cursor);
  auto script = std::make_shared<Script>(Reader(cursor).read(true, no_closers));
  if (cursor.peek() == ')') ++cursor.at;
  return script;
}

std::shared_ptr<const Script> read_script(std::string_view text) {
  std::string unix_lines;
  if (text.find('\r') != std::string_view::npos) {  // typed on Windows
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] != '\r' || i + 1 == text.size() || text[i + 1] != '\n') unix_lines += text[i];
    }
    text = unix_lines;
  }
  Cursor cursor{.text = text, .awaited = {}};
  return std::make_shared<const Script>(Reader(cursor).read(false, no_closers));
}

}  // namespace miglint::shell
