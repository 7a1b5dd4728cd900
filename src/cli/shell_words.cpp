#include "cli/shell_words.hpp"

#include <algorithm>
#include <array>

namespace miglint {

namespace {

/// Collects words and redirections; `break_command` ends a simple command.
class Splitter {
 public:
  void add(char c) {
    word_ += c;
    in_word_ = true;
  }
  void begin_word() { in_word_ = true; }  // '' is a word too
  void break_word() {
    if (!in_word_) return;
    if (redirects_) {
      current_.writes.push_back(word_);
    } else {
      current_.words.push_back(word_);
    }
    word_.clear();
    in_word_ = redirects_ = false;
  }
  void redirect() {
    if (word_.find_first_not_of("0123456789") == std::string::npos) word_.clear(), in_word_ = false;  // 2>file
    break_word();
    redirects_ = true;
  }
  void break_command() {
    break_word();
    redirects_ = false;
    if (!current_.words.empty() || !current_.writes.empty()) commands_.push_back(std::move(current_));
    current_ = {};
  }
  std::vector<SimpleCommand> take() {
    break_command();
    return std::move(commands_);
  }

 private:
  std::vector<SimpleCommand> commands_;
  SimpleCommand current_;
  std::string word_;
  bool in_word_ = false;
  bool redirects_ = false;
};

/// Takes a quoted part; `at` is at its opening quote and ends at the closing one.
void take_quoted(std::string_view line, std::size_t& at, Splitter& out) {
  const char quote = line[at];
  out.begin_word();
  for (++at; at < line.size() && line[at] != quote; ++at) {
    if (quote == '"' && line[at] == '\\' && at + 1 < line.size()) ++at;
    out.add(line[at]);
  }
}

constexpr std::array<std::string_view, 12> wrappers = {"sudo", "env",  "command", "exec", "npx",      "bunx",
                                                       "bun",  "time", "nohup",   "yarn", "corepack", "dotenv"};
constexpr std::array<std::string_view, 3> package_managers = {"npm", "pnpm", "yarn"};
constexpr std::array<std::string_view, 4> runners = {"exec", "dlx", "run", "x"};

bool is_assignment(std::string_view word) {
  const auto equals = word.find('=');
  return equals != std::string_view::npos && equals > 0 && word.substr(0, equals).find_first_of("/.-") == std::string_view::npos;
}

std::string_view base_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

bool is_one_of(std::string_view word, const auto& list) { return std::ranges::find(list, word) != list.end(); }

/// git -C dir -c key=value --no-pager commit → git commit
void drop_git_options(std::vector<std::string>& words) {
  while (words.size() > 1 && words[1].starts_with("-")) {
    const bool takes_value = words[1] == "-C" || words[1] == "-c" || words[1] == "--git-dir" || words[1] == "--work-tree";
    words.erase(words.begin() + 1, words.begin() + (takes_value && words.size() > 2 ? 3 : 2));
  }
}

}  // namespace

std::vector<SimpleCommand> simple_commands(std::string_view line) {
  Splitter out;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    if (c == '\\' && at + 1 < line.size()) {
      if (line[++at] != '\n') out.add(line[at]);
    } else if (c == '\'' || c == '"') {
      take_quoted(line, at, out);
    } else if (c == '>') {
      out.redirect();
      while (at + 1 < line.size() && (line[at + 1] == '>' || line[at + 1] == '|' || line[at + 1] == '&')) ++at;
    } else if (std::string_view(";&|()\n`").find(c) != std::string_view::npos) {
      out.break_command();
    } else if (c == ' ' || c == '\t' || c == '<') {
      out.break_word();
    } else {
      out.add(c);
    }
  }
  return out.take();
}

std::vector<std::string> unwrapped(std::vector<std::string> words) {
  while (!words.empty()) {
    const std::string name(base_name(words[0]));
    const bool runs_package = words.size() > 1 && is_one_of(name, package_managers) && is_one_of(words[1], runners);
    const bool skips = is_assignment(words[0]) || words[0].starts_with("-") || is_one_of(name, wrappers) || (name == "pnpm" && words.size() > 1);
    if (!runs_package && !skips) {
      words[0] = name;
      if (name == "git") drop_git_options(words);
      return words;
    }
    words.erase(words.begin(), words.begin() + (runs_package ? 2 : 1));
  }
  return words;
}

}  // namespace miglint
