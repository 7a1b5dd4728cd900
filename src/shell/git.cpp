// git's commands, as far as they make commits, change files or switch hooks off.

#include <algorithm>
#include <array>

#include "shell/acts.hpp"

namespace miglint::shell {

namespace {

constexpr std::string_view global_valued =
    "-c --git-dir --work-tree --namespace --exec-path --config-env --super-prefix";

constexpr std::string_view commit_valued =
    "-m -F -C -c -t --message --file --author --date --template --reuse-message --reedit-message --fixup "
    "--squash "
    "--cleanup --trailer --pathspec-from-file";

/// What git is told to do: its subcommand's words, and what stands before them.
struct GitCommand {
  Fields words;
  Fields folders;                   ///< -C, one after the other; --work-tree; the one around --git-dir
  std::vector<std::string> config;  ///< -c
};

Field around_git_folder(Field folder) {
  for (const std::string_view end : {"/.git/", "/.git", ".git/", ".git"}) {
    if (!folder.text.ends_with(end)) continue;
    folder.text.resize(folder.text.size() - end.size());
    break;
  }
  return folder;
}

GitCommand git_command(const Run& run) {
  GitCommand command;
  for (const auto& [name, value] : run.environment) {
    if (name == "GIT_WORK_TREE") command.folders.push_back(value);
    if (name == "GIT_DIR" && command.folders.empty()) command.folders.push_back(around_git_folder(value));
  }
  const Fields& words = run.words;
  std::size_t at = 1;
  const auto is_absent = [](const Field& word) {
    return !word.known && word.text.empty();
  };  // git $OPTIONS commit
  for (; at < words.size() && (is_option(words[at].text) || is_absent(words[at])); ++at) {
    const std::string& word = words[at].text;
    const bool has_next = at + 1 < words.size();
    if (word == "-C" && has_next) {
      command.folders.push_back(words[++at]);
    } else if (word == "-c" && has_next) {
      command.config.push_back(words[++at].text);
    } else if (word == "--work-tree" && has_next) {
      command.folders.push_back(words[++at]);
    } else if (word == "--git-dir" && has_next) {
      command.folders.push_back(around_git_folder(words[++at]));
    } else if (word.starts_with("--work-tree=")) {
      command.folders.push_back(field(word.substr(word.find('=') + 1)));
    } else if (word.starts_with("--git-dir=")) {
      command.folders.push_back(around_git_folder(field(word.substr(word.find('=') + 1))));
    } else if (is_in(word, global_valued)) {
      ++at;
    } else if (is_in(word, "--help -h --version")) {
      return {};
    }
  }
  if (words.front().text.starts_with("git-")) command.words.push_back(field(words.front().text.substr(4)));
  command.words.insert(command.words.end(),
                       words.begin() + static_cast<std::ptrdiff_t>(std::min(at, words.size())), words.end());
  return command;
}

/// `git -c alias.ci=commit ci`: what the alias stands for.
void resolve_alias(GitCommand& git) {
  for (const std::string& setting : git.config) {
    const std::string prefix = "alias." + git.words.front().text + "=";
    if (!setting.starts_with(prefix)) continue;
    std::string meant = setting.substr(prefix.size());
    if (meant.starts_with("!git ")) meant.erase(0, 5);
    Fields words;
    for (std::size_t at = 0; at < meant.size();) {
      const std::size_t end = std::min(meant.find(' ', at), meant.size());
      if (end > at) words.push_back(field(meant.substr(at, end - at)));
      at = end + 1;
    }
    words.insert(words.end(), git.words.begin() + 1, git.words.end());
    if (!words.empty()) git.words = std::move(words);
  }
}

/// Whether an option is among a cluster of short ones (`-qnm x`), before one that takes the rest as its
/// value.
bool has_short(const Fields& words, char wanted) {
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::string& word = words[i].text;
    if (word == "--") return false;
    if (!is_option(word)) continue;
    if (is_in(word, commit_valued)) {
      ++i;
      continue;
    }
    if (word.starts_with("--")) continue;
    const std::size_t value = word.find_first_of("mFCctSu");
    if (word.substr(0, value).find(wanted) != std::string::npos) return true;
    if (value != std::string::npos && value + 1 == word.size() && word[value] != 'S' && word[value] != 'u')
      ++i;
  }
  return false;
}

/// Its index is made from the work tree as it commits: -a, --only, a path.
bool commits_work_tree(const Fields& words) {
  if (has_option(words, "--all --include --only --pathspec-from-file --patch --interactive", commit_valued))
    return true;
  if (has_short(words, 'a') || has_short(words, 'i') || has_short(words, 'o') || has_short(words, 'p'))
    return true;
  bool options_end = false;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::string& word = words[i].text;
    if (options_end || !is_option(word)) return true;
    options_end = word == "--";
    const std::size_t value = word.starts_with("--") ? std::string::npos : word.find_first_of("mFCct");
    if (is_in(word, commit_valued) || (value != std::string::npos && value + 1 == word.size())) ++i;
  }
  return false;
}

bool makes_a_commit(const Fields& words) {
  const std::string& subcommand = words.front().text;
  if (has_option(words, "--help", commit_valued)) return false;
  if (subcommand == "commit") return !has_short(words, 'h') && !has_option(words, "--dry-run", commit_valued);
  if (has_option(words, "-h")) return false;
  if (subcommand == "commit-tree") return true;
  if (subcommand == "merge") return has_option(words, "--continue");
  if (is_in(subcommand, "rebase cherry-pick revert am"))
    return !has_option(words, "--abort --quit --skip --show-current-patch --edit-todo -n --no-commit");
  return false;
}

bool skips_hooks(const GitCommand& git, const Run& run) {
  if (has_option(git.words, "--no-verify", commit_valued)) return true;
  if (git.words.front().text == "commit" && has_short(git.words, 'n')) return true;
  const bool moves_hooks = std::ranges::any_of(git.config, [](const std::string& setting) {
    return setting.starts_with("core.hooksPath") || setting.starts_with("core.hookspath");
  });
  return moves_hooks || std::ranges::any_of(run.environment, [](const auto& one) {
           const bool is_off = is_in(one.second.text, "0 false");
           return (is_in(one.first, "HUSKY LEFTHOOK") && is_off) || one.first == "SKIP" ||
                  one.first == "HUSKY_SKIP_HOOKS" || one.first == "LEFTHOOK_EXCLUDE";
         });
}

/// `git config core.hooksPath X`, as opposed to a look at it.
bool moves_hooks(const Fields& words) {
  if (words.front().text != "config" || has_option(words, "--get --get-all --list -l")) return false;
  if (has_option(words, "--remove-section") && words.back().text == "core") return true;
  const auto key = std::ranges::find_if(words, [](const Field& word) {
    std::string name = word.text;
    std::ranges::transform(name, name.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return name == "core.hookspath";
  });
  if (key == words.end()) return false;
  const bool removes = has_option(words, "--unset --unset-all") ||
                       std::ranges::any_of(words, [](const Field& word) { return word.text == "unset"; });
  const bool looks = std::ranges::any_of(words, [](const Field& word) { return word.text == "get"; });
  return removes || (key + 1 != words.end() && !looks);
}

/// `checkout REF -- FILE…`, `restore --source REF FILE…`: another version of a file put in place. The version
/// that is committed may always come back.
void add_restores(const GitCommand& git, std::vector<Act>& acts) {
  const std::string& subcommand = git.words.front().text;
  Fields files;
  if (subcommand == "checkout") {
    const auto dashes = std::ranges::find(git.words, "--", &Field::text);
    const Fields before = operands_of({git.words.begin(), dashes}, "-b -B --orphan --conflict");
    if (dashes != git.words.end()) {
      if (before.empty() || is_in(before.front().text, "HEAD @")) return;
      files.assign(dashes + 1, git.words.end());
    } else if (before.size() > 1 && !is_in(before.front().text, "HEAD @") &&
               !has_option(git.words, "-b -B --orphan -t")) {
      files.assign(before.begin() + 1, before.end());
    }
  } else if (subcommand == "restore") {
    const Fields source = values_of(git.words, "-s --source");
    if (source.empty() || is_in(source.front().text, "HEAD @")) return;
    files = operands_of(git.words, "-s --source --conflict");
  }
  for (Field& file : files) {
    Act act{.kind = Act::Kind::remove,
            .text = {},
            .file = std::move(file),
            .sources = {},
            .folders = git.folders};
    acts.push_back(std::move(act));
  }
}

void add_file_commands(const GitCommand& git, const Run& run, std::vector<Act>& acts) {
  const std::string& subcommand = git.words.front().text;
  if (subcommand == "rm" && !has_option(git.words, "--cached -n --dry-run")) {
    for (const Field& file : operands_of(git.words, "--pathspec-from-file"))
      acts.push_back(
          {.kind = Act::Kind::remove, .text = {}, .file = file, .sources = {}, .folders = git.folders});
  }
  if (subcommand == "rm" && has_option(git.words, "--cached")) {
    for (const Field& file : operands_of(git.words, ""))
      acts.push_back(
          {.kind = Act::Kind::remove, .text = {}, .file = file, .sources = {}, .folders = git.folders});
  }
  if (subcommand == "mv" && !has_option(git.words, "-n --dry-run")) {
    const Fields files = operands_of(git.words, "");
    for (std::size_t i = 0; i + 1 < files.size(); ++i)
      acts.push_back(
          {.kind = Act::Kind::remove, .text = {}, .file = files[i], .sources = {}, .folders = git.folders});
  }
  if ((subcommand == "apply" && !has_option(git.words, "--check --stat --numstat --summary")) ||
      subcommand == "am") {
    Act act{.kind = Act::Kind::apply,
            .text = run.input,
            .file = {},
            .sources = operands_of(git.words, "-p -C --directory --exclude --include"),
            .folders = git.folders};
    act.sources.insert(act.sources.end(), run.reads.begin(), run.reads.end());
    if (!has_option(git.words, "--continue --abort --quit --skip")) acts.push_back(std::move(act));
  }
  add_restores(git, acts);
}

}  // namespace

void add_git_acts(const Run& run, std::vector<Act>& acts) {
  const std::string& program = run.words.front().text;
  if (program == "pre-commit" || program == "lefthook" || program == "husky") {
    if (run.words.size() > 1 && run.words[1].text == "uninstall")
      acts.push_back(
          {.kind = Act::Kind::ask, .text = "This command takes the git hooks out that judge each commit."});
    return;
  }
  if (program != "git" && program != "hub" && !program.starts_with("git-")) return;
  GitCommand git = git_command(run);
  if (git.words.empty()) return;
  resolve_alias(git);
  const std::string& subcommand = git.words.front().text;
  if (is_in(subcommand, "add stage")) acts.push_back({.kind = Act::Kind::stage});
  if (moves_hooks(git.words))
    acts.push_back({.kind = Act::Kind::ask,
                    .text = "This command moves git's hooks (core.hooksPath), so that the one "
                            "that judges each commit may no longer run."});
  add_file_commands(git, run, acts);
  if (!makes_a_commit(git.words)) return;
  Act commit{.kind = Act::Kind::commit, .text = {}, .file = {}, .sources = {}, .folders = git.folders};
  commit.work_tree = subcommand == "commit" && commits_work_tree(git.words);
  acts.push_back(std::move(commit));
  if (skips_hooks(git, run))
    acts.push_back({.kind = Act::Kind::ask,
                    .text = "This command commits without the git hooks that judge each commit."});
}

Layer git_layer(const Fields& words) {
  Layer layer;
  const GitCommand git =
      git_command({.words = words, .writes = {}, .reads = {}, .input = {}, .environment = {}, .where = {}});
  if (git.words.empty()) return layer;
  layer.folders = git.folders;
  const std::string& subcommand = git.words.front().text;
  if (subcommand == "bisect" && git.words.size() > 2 && git.words[1].text == "run") {
    layer.words.assign(git.words.begin() + 2, git.words.end());
  } else if (subcommand == "submodule" && git.words.size() > 2 && git.words[1].text == "foreach") {
    std::string script;
    for (std::size_t i = 2; i < git.words.size(); ++i) {
      if (!is_option(git.words[i].text)) script += git.words[i].text + " ";
    }
    layer.scripts.push_back(script);
  } else if (subcommand == "rebase") {
    for (const Field& script : values_of(git.words, "-x --exec")) layer.scripts.push_back(script.text);
  }
  layer.is_wrapper = !layer.words.empty() || !layer.scripts.empty();
  return layer;
}

}  // namespace miglint::shell
