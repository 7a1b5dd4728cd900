// Enough of the shell's grammar to know which commands a line runs: an agent writes
//
//   cd packages/db && git commit -m "$(cat <<'EOF'
//   Say "git commit" in a message
//   EOF
//   )"
//
// and what stands in the here-document is no command, while what stands in $(…) is one.

#include "cli/shell_words.hpp"

#include <algorithm>
#include <utility>

#include "cli/shell_commands.hpp"

namespace miglint {

namespace {

constexpr int deepest = 8;  // scripts within scripts: nobody writes more

struct HereDocument {
  std::string end;
  bool strip_tabs = false;
};

class ShellReader {
 public:
  ShellReader(std::string_view line, int depth, std::vector<SimpleCommand>& out)
      : line_(line), depth_(depth), out_(out) {}

  void read() {
    while (at_ < line_.size()) take_one();
    end_command();
  }

 private:
  bool here(std::string_view text) const { return line_.substr(at_).starts_with(text); }

  void take_one() {
    const char c = line_[at_];
    if (c == '\\') return take_escaped();
    if (c == '\'' || here("$'")) return take_single_quoted();
    if (c == '"') return take_double_quoted();
    if (here("$(") || here("<(") || here(">(")) return take_substitution();
    if (c == '`') return take_backquoted();
    if (c == '#' && !in_word_) return skip_comment();
    if (here("<<") && !here("<<<")) return begin_here_document();
    if (c == '>' || here("&>")) return begin_redirection();
    if (c == '\n') return end_line();
    ++at_;
    if (c == ';' || c == '&' || c == '|' || c == '(' || c == ')') return end_command();
    if (c == ' ' || c == '\t' || c == '<' || c == '\r') return end_word();
    add(c);
  }

  void add(char c) {
    word_ += c;
    in_word_ = true;
  }
  void add(std::string_view text) {
    word_ += text;
    in_word_ = true;  // '' is a word too
  }

  void end_word() {
    if (!in_word_) return;
    if (awaits_here_document_) {
      here_documents_.back().end = word_;
    } else if (!redirects_) {
      current_.words.push_back(word_);
    } else if (word_.find_first_not_of("0123456789-") != std::string::npos) {  // not 2>&1, 2>&-
      current_.writes.push_back(word_);
    }
    word_.clear();
    in_word_ = redirects_ = awaits_here_document_ = false;
  }

  void end_command() {
    end_word();
    redirects_ = false;
    if (current_.words.empty() && current_.writes.empty()) return;
    const std::vector<std::string> scripts =
        depth_ < deepest ? scripts_in(current_.words) : std::vector<std::string>();
    out_.push_back(std::exchange(current_, {}));
    for (const std::string& script : scripts) ShellReader(script, depth_ + 1, out_).read();
  }

  void end_line() {
    ++at_;
    end_command();
    for (const HereDocument& document : std::exchange(here_documents_, {})) skip_here_document(document);
  }

  void take_escaped() {
    ++at_;
    if (at_ < line_.size() && line_[at_] != '\n') add(line_[at_]);
    ++at_;
  }

  void take_single_quoted() {
    const bool escapes = line_[at_] == '$';
    at_ += escapes ? 2 : 1;
    add("");
    for (; at_ < line_.size() && line_[at_] != '\''; ++at_) {
      if (escapes && line_[at_] == '\\' && at_ + 1 < line_.size()) ++at_;
      add(line_[at_]);
    }
    ++at_;
  }

  void take_double_quoted() {
    ++at_;
    add("");
    while (at_ < line_.size() && line_[at_] != '"') {
      if (here("$(")) {
        take_substitution();
      } else if (line_[at_] == '`') {
        take_backquoted();
      } else if (line_[at_] == '\\' && at_ + 1 < line_.size()) {
        take_escaped();
      } else {
        add(line_[at_++]);
      }
    }
    ++at_;
  }

  /// `$(…)`, `<(…)`: its commands run before the one it stands in.
  void take_substitution() {
    const std::size_t begin = at_;
    at_ += 2;
    const std::size_t inner = at_;
    at_ = end_of_substitution(inner);
    run(line_.substr(inner, at_ - inner));
    at_ = std::min(at_ + 1, line_.size());
    add(line_.substr(begin, at_ - begin));
  }

  void take_backquoted() {
    const std::size_t begin = at_ + 1;
    at_ = std::min(line_.find('`', begin), line_.size());
    run(line_.substr(begin, at_ - begin));
    add(line_.substr(begin - 1, at_ - begin + 1));
    ++at_;
  }

  void run(std::string_view script) {
    if (depth_ < deepest) ShellReader(script, depth_ + 1, out_).read();
  }

  /// Where the `)` stands that closes a substitution; a reader of its own finds it, since quotes and
  /// here-documents may hold others.
  std::size_t end_of_substitution(std::size_t from) const {
    std::vector<SimpleCommand> ignored;
    ShellReader inner(line_, deepest, ignored);
    inner.at_ = from;
    for (int open = 0; inner.at_ < line_.size();) {
      const char c = line_[inner.at_];
      if (c == ')' && open-- == 0) return inner.at_;
      if (c == '(') ++open;
      inner.take_one();
    }
    return line_.size();
  }

  void skip_comment() { at_ = std::min(line_.find('\n', at_), line_.size()); }

  void begin_here_document() {
    end_word();
    at_ += 2;
    const bool strip_tabs = at_ < line_.size() && line_[at_] == '-';
    if (strip_tabs) ++at_;
    while (at_ < line_.size() && line_[at_] == ' ') ++at_;
    here_documents_.push_back({.end = {}, .strip_tabs = strip_tabs});
    awaits_here_document_ = true;
  }

  void skip_here_document(const HereDocument& document) {
    while (at_ < line_.size()) {
      const std::size_t feed = std::min(line_.find('\n', at_), line_.size());
      std::string_view text = line_.substr(at_, feed - at_);
      at_ = std::min(feed + 1, line_.size());
      if (document.strip_tabs) text.remove_prefix(std::min(text.find_first_not_of('\t'), text.size()));
      if (text == document.end) return;
    }
  }

  void begin_redirection() {
    if (word_.find_first_not_of("0123456789") == std::string::npos) {  // 2>file
      word_.clear();
      in_word_ = false;
    }
    end_word();
    at_ += line_[at_] == '&' ? 2 : 1;
    while (at_ < line_.size() && (line_[at_] == '>' || line_[at_] == '|' || line_[at_] == '&')) ++at_;
    redirects_ = true;
  }

  std::string_view line_;
  int depth_;
  std::vector<SimpleCommand>& out_;
  std::size_t at_ = 0;
  SimpleCommand current_;
  std::string word_;
  bool in_word_ = false;
  bool redirects_ = false;
  bool awaits_here_document_ = false;
  std::vector<HereDocument> here_documents_;
};

}  // namespace

std::vector<SimpleCommand> simple_commands(std::string_view line) {
  std::vector<SimpleCommand> commands;
  ShellReader(line, 0, commands).read();
  return commands;
}

}  // namespace miglint
