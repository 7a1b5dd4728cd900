#include "cli/shell_commands.hpp"

#include <algorithm>
#include <array>

namespace miglint {

namespace {

using Words = std::vector<std::string>;

bool is_one_of(std::string_view word, const auto& list) {
  return std::ranges::find(list, word) != list.end();
}

std::string_view base_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

/// `prisma` of `./node_modules/.bin/prisma` and of `prisma@6.19.0`.
std::string_view program(std::string_view word) {
  if (word.ends_with("prisma/build/index.js")) return "prisma";
  const std::string_view name = base_name(word);
  return name.substr(0, std::max<std::size_t>(name.find('@'), 1));
}

bool is_assignment(std::string_view word) {
  const auto equals = word.find('=');
  return equals != std::string_view::npos && equals > 0 &&
         word.substr(0, equals).find_first_of("/.-") == std::string_view::npos;
}

/// A program that runs the one named after it: which of its options take a value, and how many words of its
/// own come first.
struct Wrapper {
  std::string_view name;
  std::string_view with_value = {};
  int words = 0;
};
constexpr std::array wrappers = {
    Wrapper{"sudo", "-u -g -h -p -C -T -U -R -D"},
    Wrapper{"doas", "-u -C"},
    Wrapper{"env", "-u -C -S --chdir --unset"},
    Wrapper{"nice", "-n"},
    Wrapper{"ionice", "-c -n -p"},
    Wrapper{"timeout", "-s -k --signal --kill-after", 1},
    Wrapper{"xargs", "-n -I -P -L -a -d -E -s"},
    Wrapper{"time", "-o -f"},
    Wrapper{"stdbuf", "-i -o -e"},
    Wrapper{"npx", "-p --package -w --workspace"},
    Wrapper{"command"},
    Wrapper{"exec", "-a"},
    Wrapper{"nohup"},
    Wrapper{"setsid"},
    Wrapper{"bunx"},
    Wrapper{"corepack"},
    Wrapper{"dotenv", "-e -v -c -p"},
};
constexpr std::array<std::string_view, 4> package_managers = {"npm", "pnpm", "yarn", "bun"};
constexpr std::array<std::string_view, 5> runners = {"exec", "dlx", "run", "x", "workspace"};
constexpr std::array<std::string_view, 11> keywords = {"then",  "do", "else", "elif", "if",    "while",
                                                       "until", "!",  "{",    "}",    "coproc"};

bool takes_value(std::string_view option, std::string_view list) {
  for (std::size_t at = list.find(option); at != std::string_view::npos; at = list.find(option, at + 1)) {
    const std::size_t end = at + option.size();
    if ((at == 0 || list[at - 1] == ' ') && (end == list.size() || list[end] == ' ')) return true;
  }
  return false;
}

/// How many words a wrapper with its options and arguments takes.
std::size_t length_of(const Wrapper& wrapper, const Words& words) {
  std::size_t at = 1;
  for (; at < words.size(); ++at) {
    if (words[at] == "--") {
      ++at;
      break;
    }
    if (words[at].starts_with("-") && words[at].size() > 1) {
      at += takes_value(words[at], wrapper.with_value) ? 1 : 0;
    } else if (!is_assignment(words[at])) {
      break;
    }
  }
  return std::min(at + static_cast<std::size_t>(wrapper.words), words.size());
}

/// pnpm --filter db exec, yarn workspace db, npm exec -w db --: up to the program; 0 where the manager does
/// its own work (npm rm).
std::size_t length_of_package_manager(const Words& words) {
  constexpr std::string_view with_value =
      "-F --filter -C --dir --cwd -w --workspace --prefix -p --package workspace";
  bool runs = false;
  std::size_t at = 1;
  for (; at < words.size(); ++at) {
    runs = runs || is_one_of(words[at], runners);
    if (takes_value(words[at], with_value)) {
      ++at;
    } else if (!words[at].starts_with("-") && !is_one_of(words[at], runners)) {
      break;
    }
  }
  return runs ? std::min(at, words.size()) : 0;
}

/// How many words at the front only lead to the program; 0: the first is it.
std::size_t leading_words(const Words& words) {
  const std::string_view name = base_name(words[0]);
  if (is_assignment(words[0]) || is_one_of(words[0], keywords)) return 1;
  if (is_one_of(name, package_managers)) return length_of_package_manager(words);
  const auto wrapper = std::ranges::find(wrappers, name, &Wrapper::name);
  return wrapper == wrappers.end() ? 0 : length_of(*wrapper, words);
}

/// Programs that only speak of the words they are given.
bool only_mentions(const Words& words) {
  constexpr std::array<std::string_view, 17> speakers = {"echo", "printf", "grep", "rg",  "egrep", "cat",
                                                         "less", "head",   "tail", "man", "which", "type",
                                                         "git",  "sed",    "awk",  "jq",  "find"};
  const Words inner = unwrapped(words);
  return inner.empty() || is_one_of(inner.front(), speakers);
}

bool asks_for_help(const Words& words) {
  return std::ranges::any_of(words, [](const std::string& word) { return word == "--help" || word == "-h"; });
}

Words::const_iterator find_program(const Words& words, std::string_view name) {
  return std::ranges::find_if(words, [&](const std::string& word) { return program(word) == name; });
}

bool is_shell(std::string_view word) {
  constexpr std::array<std::string_view, 6> shells = {"sh", "bash", "zsh", "dash", "ksh", "fish"};
  return is_one_of(base_name(word), shells);
}

bool is_short_option(std::string_view word) {
  return word.size() > 1 && word.starts_with("-") && !word.starts_with("--");
}

}  // namespace

std::vector<std::string> unwrapped(std::vector<std::string> words) {
  while (!words.empty()) {
    const std::size_t leading = leading_words(words);
    if (leading == 0) {
      words[0] = std::string(program(words[0]));
      return words;
    }
    words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(leading));
  }
  return words;
}

std::vector<std::string> scripts_in(const std::vector<std::string>& words) {
  Words scripts;
  for (std::size_t i = 0; i + 2 < words.size(); ++i) {
    if (!is_shell(words[i])) continue;
    const auto is_command_option = [](const std::string& word) {
      return is_short_option(word) && word.find('c') != std::string::npos;
    };
    std::size_t option = i + 1;
    while (option + 2 < words.size() && words[option].starts_with("-") && !is_command_option(words[option]))
      ++option;
    if (is_command_option(words[option])) scripts.push_back(words[option + 1]);
  }
  if (!words.empty() && words[0] == "eval") {
    std::string script;
    for (std::size_t i = 1; i < words.size(); ++i) script += words[i] + " ";
    scripts.push_back(script);
  }
  return scripts;
}

GitCommand git_command(const std::vector<std::string>& unwrapped) {
  GitCommand command;
  if (unwrapped.empty() || unwrapped[0] != "git") return command;
  std::size_t at = 1;
  for (; at < unwrapped.size() && unwrapped[at].starts_with("-"); ++at) {
    if (!takes_value(unwrapped[at], "-C -c --git-dir --work-tree --namespace --exec-path --config-env"))
      continue;
    const bool folder =
        (unwrapped[at] == "-C" || unwrapped[at] == "--work-tree") && at + 1 < unwrapped.size();
    ++at;
    if (!folder) continue;
    const bool relative = !command.folder.empty() && !unwrapped[at].starts_with("/");
    command.folder = relative ? command.folder + "/" + unwrapped[at] : unwrapped[at];
  }
  if (at < unwrapped.size())
    command.words.assign(unwrapped.begin() + static_cast<std::ptrdiff_t>(at), unwrapped.end());
  return command;
}

bool commits_work_tree(const GitCommand& commit) {
  constexpr std::string_view with_value =
      "-m -F -C -c -t --message --file --author --date --template --reuse-message --reedit-message --fixup "
      "--squash --cleanup --trailer";
  for (std::size_t i = 1; i < commit.words.size(); ++i) {
    const std::string& word = commit.words[i];
    if (word == "--all" || word == "--include" || word == "--only" ||
        word.starts_with("--pathspec-from-file"))
      return true;
    if (is_short_option(word)) {
      // what follows in the word is the option's value
      const std::size_t value = word.find_first_of("mFCctSu");
      if (std::string_view(word).substr(0, value).find_first_of("aio") != std::string_view::npos) return true;
      if (value + 1 == word.size() && word[value] != 'S' && word[value] != 'u') ++i;
    } else if (takes_value(word, with_value)) {
      ++i;
    } else if (!word.starts_with("-") || (word == "--" && i + 1 < commit.words.size())) {
      return true;
    }
  }
  return false;
}

bool runs_prisma(const std::vector<std::string>& words, std::string_view first, std::string_view second) {
  const auto prisma = find_program(words, "prisma");
  if (prisma == words.end() || only_mentions(words) || asks_for_help(words)) return false;
  const auto command = std::adjacent_find(
      prisma + 1, words.end(),
      [&](const std::string& a, const std::string& b) { return a == first && b == second; });
  return prisma + 1 < words.end() && command != words.end();
}

bool runs_miglint(const std::vector<std::string>& words, std::string_view command) {
  const auto miglint = find_program(words, "miglint");
  if (miglint == words.end() || only_mentions(words) || asks_for_help(words)) return false;
  return miglint + 1 < words.end() && *(miglint + 1) == command;
}

std::vector<ChangedFile> changed_files(const std::vector<std::string>& unwrapped) {
  constexpr std::array<std::string_view, 4> removing = {"rm", "unlink", "shred", "rmdir"};
  constexpr std::array<std::string_view, 3> writing = {"tee", "truncate", "patch"};
  constexpr std::array<std::string_view, 4> copying = {"cp", "install", "ln", "rsync"};
  if (unwrapped.size() < 2) return {};
  const GitCommand git = git_command(unwrapped);
  const Words& words = git.words.empty() ? unwrapped : git.words;
  const bool moves = words[0] == "mv", removes = is_one_of(words[0], removing);
  const bool in_place = std::ranges::any_of(
      words, [](const std::string& word) { return word.starts_with("-i") || word == "--in-place"; });
  const bool edits = is_one_of(words[0], writing) || ((words[0] == "sed" || words[0] == "perl") && in_place);
  const bool copies = is_one_of(words[0], copying);
  if (!moves && !removes && !edits && !copies) return {};
  std::vector<ChangedFile> files;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const bool last = i + 1 == words.size();
    if (words[i].starts_with("-") || (copies && !last)) continue;
    files.push_back({.path = git.folder.empty() ? words[i] : git.folder + "/" + words[i],
                     .below = removes || (moves && !last)});
  }
  return files;
}

}  // namespace miglint
