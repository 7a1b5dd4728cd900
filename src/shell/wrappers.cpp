#include "shell/wrappers.hpp"

#include <algorithm>
#include <array>

namespace miglint::shell {

namespace {

/// How a program names what it runs. Lists are words that blanks separate.
struct Wrapper {
  std::string_view name;
  std::string_view subcommands = {};  ///< one of which has to come first; empty: none
  std::string_view valued = {};       ///< options with a value in the next word
  std::string_view scripts = {};      ///< options whose value a shell runs
  std::string_view folders = {};      ///< options whose value is the folder to run in
  int operands = 0;                   ///< its own words before the command
  bool joins = false;                 ///< hands the words, joined, to a shell
  bool reads = false;                 ///< a shell runs its standard input where it is given no command
  bool each = false;                  ///< hands each word to a shell
};

constexpr auto wrappers = std::to_array<Wrapper>({
    {.name = "sudo",
     .valued = "-u -g -h -p -C -T -U -R -r -t --user --group --host --prompt --close-from --role --type "
               "--other-user --chroot --command-timeout",
     .folders = "-D --chdir"},
    {.name = "doas", .valued = "-u -C"},
    {.name = "env", .valued = "-u --unset", .scripts = "-S --split-string", .folders = "-C --chdir"},
    {.name = "command"},
    {.name = "builtin"},
    {.name = "exec", .valued = "-a"},
    {.name = "nohup"},
    {.name = "setsid"},
    {.name = "nice", .valued = "-n --adjustment"},
    {.name = "ionice", .valued = "-c -n -p --class --classdata"},
    {.name = "chrt", .operands = 1},
    {.name = "taskset", .operands = 1},
    {.name = "timeout", .valued = "-s -k --signal --kill-after", .operands = 1},
    {.name = "gtimeout", .valued = "-s -k --signal --kill-after", .operands = 1},
    {.name = "time", .valued = "-o -f --output --format"},
    {.name = "stdbuf", .valued = "-i -o -e"},
    {.name = "unbuffer"},
    {.name = "caffeinate", .valued = "-t -w"},
    {.name = "xargs",
     .valued =
         "-n -I -P -L -a -d -E -s -J --max-args --max-procs --max-lines --replace --delimiter --arg-file"},
    {.name = "parallel", .valued = "-j --jobs -a -n -N -I --joblog", .joins = true},
    {.name = "watch", .valued = "-n --interval", .joins = true},
    {.name = "hyperfine", .valued = "-w -r -m -M --warmup --runs --export-json", .joins = true},
    {.name = "script", .scripts = "-c --command"},
    {.name = "su",
     .valued = "-s -g -G --shell --group",
     .scripts = "-c --command --session-command",
     .operands = 99},
    {.name = "runuser", .valued = "-u -g -G -s --user --group --shell", .scripts = "-c --command"},
    {.name = "flock",
     .valued = "-w -E --timeout --conflict-exit-code",
     .scripts = "-c --command",
     .operands = 1},
    {.name = "strace", .valued = "-o -e -p -s -a -u -E -P"},
    {.name = "ltrace", .valued = "-o -e -p -s -a -u"},
    {.name = "perf", .subcommands = "stat record trace", .valued = "-o -e -r"},
    {.name = "direnv", .subcommands = "exec", .operands = 1},
    {.name = "mise", .subcommands = "exec x", .valued = "-C --cd -E -j"},
    {.name = "rtx", .subcommands = "exec x"},
    {.name = "asdf", .subcommands = "exec"},
    {.name = "nix", .subcommands = "develop shell run", .valued = "--option --override-input -I"},
    {.name = "nix-shell", .valued = "-p --packages -A -I", .scripts = "--run --command"},
    {.name = "op", .subcommands = "run", .valued = "--env-file --account"},
    {.name = "doppler", .subcommands = "run", .valued = "-p -c --project --config", .scripts = "--command"},
    {.name = "infisical", .subcommands = "run", .valued = "--env --projectId --path", .scripts = "--command"},
    {.name = "dotenv", .valued = "-e -v -c -p"},
    {.name = "dotenvx", .subcommands = "run", .valued = "-f --env-file -e --env"},
    {.name = "env-cmd", .valued = "-f --file -e --environments"},
    {.name = "cross-env"},
    {.name = "cross-env-shell", .joins = true},
    {.name = "npx", .valued = "-p --package -w --workspace", .scripts = "-c --call", .folders = "--prefix"},
    {.name = "pnpx"},
    {.name = "bunx", .valued = "-p --package"},
    {.name = "corepack"},
    {.name = "ssh",
     .valued = "-b -c -D -E -e -F -I -i -J -L -l -m -O -o -p -Q -R -S -W -w",
     .operands = 1,
     .joins = true,
     .reads = true},
    {.name = "heroku",
     .subcommands = "run run:detached local:run",
     .valued = "-a --app -s --size -r --remote",
     .joins = true},
    {.name = "fly", .subcommands = "ssh console", .scripts = "-C --command"},
    {.name = "flyctl", .subcommands = "ssh console", .scripts = "-C --command"},
    {.name = "vagrant", .subcommands = "ssh", .scripts = "-c --command"},
    {.name = "nodemon", .valued = "-w --watch -e --ext -i --ignore", .scripts = "-x --exec"},
    {.name = "watchexec", .valued = "-w --watch -e --exts -i --ignore", .joins = true},
    {.name = "chokidar", .scripts = "-c --command", .operands = 99},
    {.name = "at", .valued = "-f -q", .operands = 99, .reads = true},
    {.name = "batch", .reads = true},
    {.name = "spawn"},
    {.name = "entr"},
    {.name = "concurrently", .valued = "-n --names -c --prefix-colors", .each = true},
    {.name = "start-server-and-test", .each = true},
    {.name = "wait-on", .valued = "-t --timeout"},
    {.name = "tmux",
     .subcommands = "new new-session new-window split-window",
     .valued = "-s -n -c -t -x -y",
     .joins = true},
    {.name = "screen", .valued = "-S -t -c"},
    {.name = "node", .valued = "-r --require --import --loader -C --conditions --env-file"},
    {.name = "tsx", .valued = "-r --require --import --tsconfig"},
    {.name = "ts-node", .valued = "-r --require -P --project"},
    {.name = "deno", .subcommands = "run x", .valued = "-c --config --import-map"},
    {.name = "python"},
    {.name = "python3"},
    {.name = "php"},
    {.name = "ruby", .valued = "-r -I"},
    {.name = "bundle", .subcommands = "exec"},
    {.name = "poetry", .subcommands = "run"},
    {.name = "uv", .subcommands = "run"},
    {.name = "uvx"},
    {.name = "busybox"},
    {.name = "chroot", .operands = 1},
    {.name = "gosu", .operands = 1},
    {.name = "su-exec", .operands = 1},
    {.name = "tini"},
    {.name = "dumb-init"},
    {.name = "xvfb-run", .valued = "-n -s"},
    {.name = "systemd-run", .valued = "-p -u --unit --property"},
});

/// Package managers run what their own commands don't name.
struct PackageManager {
  std::string_view name;
  bool runs_binaries;  ///< without a word between: `pnpm prisma …`
};
constexpr auto package_managers =
    std::to_array<PackageManager>({{"npm", false}, {"pnpm", true}, {"yarn", true}, {"bun", true}});
constexpr std::string_view run_commands = "exec dlx x run run-script workspace workspaces foreach node";
constexpr std::string_view own_commands =
    "add install i in ci view info show v why explain list ls ll la outdated remove rm uninstall un unlink "
    "update up "
    "upgrade audit publish pack link ln search find help help-search docs home bugs repo config c get set "
    "prune "
    "dedupe ddp init create patch patch-commit store root prefix bin version login logout adduser whoami "
    "owner "
    "token dist-tag deprecate team access cache ping star fund sbom query pkg set-script rebuild rb import "
    "fetch "
    "env setup licenses plugin constraints npm up upgrade-interactive self-update doctor completion pm build";
constexpr std::string_view manager_valued =
    "-F --filter -w --workspace -p --package --cache --registry --userconfig --loglevel --from --include "
    "--exclude "
    "workspace";
constexpr std::string_view manager_folders = "-C --dir --cwd --prefix";

constexpr std::string_view speakers =
    "echo printf grep egrep fgrep rg ag ack cat bat less more head tail man which type whereis whatis "
    "apropos tldr "
    "help jq ls ll tree exa eza wc nl diff colordiff cmp comm stat file du df sort uniq cut tr test [ [[ "
    "true false : "
    "sleep kill date history gh glab jira linear slack notify-send say wall logger cowsay figlet code cursor "
    "subl "
    "open xdg-open md5sum sha1sum sha256sum basename dirname realpath readlink strings xxd hexdump od fold "
    "fmt column "
    "paste seq yes export declare local readonly typeset unset let expr set shift read return exit alias "
    "unalias hash "
    "umask ulimit jobs wait disown bg fg mkdir touch chmod chown ping host dig nslookup brew apt apt-get apk "
    "yum dnf "
    "pip pip3 pipx gem pgrep pkill ps top lsof terraform eslint pytest playwright cypress tsc jest vitest "
    "mocha ctags fzf delta";

constexpr std::string_view shells = "sh bash zsh dash ksh mksh ash fish";

bool is_assignment(std::string_view word) {
  const std::size_t equals = word.find('=');
  return equals != std::string_view::npos && equals > 0 &&
         word.substr(0, equals).find_first_of("/.-") == std::string_view::npos;
}

Fields from(const Fields& words, std::size_t at) {
  return {words.begin() + static_cast<std::ptrdiff_t>(std::min(at, words.size())), words.end()};
}

std::string joined(const Fields& words, std::size_t at) {
  std::string text;
  for (std::size_t i = at; i < words.size(); ++i) text += words[i].text + " ";
  return text;
}

/// `--name=value` or `-nvalue` of an option in the list: its value.
std::optional<std::string> attached_value(std::string_view word, std::string_view list) {
  const std::size_t equals = word.find('=');
  if (word.starts_with("--")) {
    if (equals == std::string_view::npos || !is_in(word.substr(0, equals), list)) return std::nullopt;
    return std::string(word.substr(equals + 1));
  }
  // -qc SCRIPT is handled where the option stands last in a cluster
  if (word.size() > 2 && is_in(word.substr(0, 2), list)) return std::string(word.substr(2));
  return std::nullopt;
}

/// The last letter of a cluster (`-qc`) is an option of the list.
bool ends_in_one_of(std::string_view word, std::string_view list) {
  if (word.size() < 3 || !is_option(word) || word.starts_with("--")) return false;
  return is_in(std::string("-") + word.back(), list);
}

/// The words are a shell line of their own, in one piece or with its operators among them.
bool is_one_line(const Fields& words, std::size_t from) {
  return from + 1 == words.size() ||
         std::any_of(words.begin() + static_cast<std::ptrdiff_t>(std::min(from, words.size())), words.end(),
                     [](const Field& word) {
                       return is_in(word.text, "&& || ; | > >> < &") || word.text.ends_with(";");
                     });
}

struct OptionReader {
  const Fields& words;
  Layer& layer;
  std::size_t at = 1;

  /// Takes the option at the cursor with its value.
  void take(std::string_view valued, std::string_view scripts, std::string_view folders) {
    const std::string_view word = words[at].text;
    const bool is_script = is_in(word, scripts) || ends_in_one_of(word, scripts);
    if (is_script || is_in(word, folders)) {
      ++at;
      if (at < words.size())
        (is_script) ? layer.scripts.push_back(words[at].text) : layer.folders.push_back(words[at]);
    } else if (const auto script = attached_value(word, scripts)) {
      layer.scripts.push_back(*script);
    } else if (const auto folder = attached_value(word, folders)) {
      layer.folders.push_back(field(*folder));
    } else if (is_in(word, valued)) {
      if (word == "-I" && at + 1 < words.size()) layer.placeholder = words[at + 1].text;
      ++at;
    } else if (word.starts_with("-I") && is_in("-I", valued)) {
      layer.placeholder = word.substr(2);
    }
    ++at;
  }
};

Layer take_wrapper(const Wrapper& wrapper, const Fields& words) {
  Layer layer;
  layer.is_wrapper = true;
  if (wrapper.name == "command" && words.size() > 1 && is_in(words[1].text, "-v -V")) return layer;
  layer.takes_paths = wrapper.name == "xargs";
  OptionReader reader{.words = words, .layer = layer};
  bool has_subcommand = wrapper.subcommands.empty();
  int operands = wrapper.operands;
  for (; reader.at < words.size();) {
    const std::string_view word = words[reader.at].text;
    if (word == "--") {
      ++reader.at;
      operands = 0;
      break;
    }
    if (is_option(word)) {
      // nix develop -c COMMAND …: the option before the command
      if (wrapper.name == "nix" && is_in(word, "-c --command")) {
        ++reader.at;
        break;
      }
      reader.take(wrapper.valued, wrapper.scripts, wrapper.folders);
    } else if (is_assignment(word)) {
      ++reader.at;
    } else if (!has_subcommand) {
      if (!is_in(word, wrapper.subcommands)) return layer;  // it does its own work
      has_subcommand = true;
      ++reader.at;
    } else if (operands > 0) {
      --operands;
      ++reader.at;
    } else {
      break;
    }
  }
  if (wrapper.each) {
    for (; reader.at < words.size(); ++reader.at) layer.scripts.push_back(words[reader.at].text);
  } else if (wrapper.joins && is_one_line(words, reader.at)) {
    layer.scripts.push_back(joined(words, reader.at));
  } else {
    layer.words = from(words, reader.at);
    std::erase_if(layer.words, [](const Field& word) { return word.text == ":::"; });  // parallel's arguments
  }
  layer.reads_script = wrapper.reads && layer.words.empty() && layer.scripts.empty();
  return layer;
}

Layer take_package_manager(const PackageManager& manager, const Fields& words) {
  Layer layer;
  layer.is_wrapper = true;
  bool runs = false;
  OptionReader reader{.words = words, .layer = layer};
  while (reader.at < words.size()) {
    const std::string_view word = words[reader.at].text;
    if (word == "--") {
      ++reader.at;
      continue;
    }
    if (is_option(word) || word == "workspace") {
      reader.take(manager_valued, runs ? "-c --call --shell-mode" : "", manager_folders);
    } else if (is_in(word, run_commands)) {
      runs = true;
      ++reader.at;
    } else {
      break;
    }
  }
  if (reader.at >= words.size()) return layer;
  const bool is_own = !runs && is_in(words[reader.at].text, own_commands);
  if (runs || (manager.runs_binaries && !is_own)) layer.words = from(words, reader.at);
  return layer;
}

Layer take_shell(const Fields& words) {
  Layer layer;
  layer.is_wrapper = true;
  bool has_script = false, reads = false;
  std::size_t at = 1;
  for (; at < words.size(); ++at) {
    const std::string_view word = words[at].text;
    if (word == "--" || word == "-") {
      ++at;
      break;
    }
    if (word.size() < 2 || (word[0] != '-' && word[0] != '+')) break;
    if (word.starts_with("--")) {
      if (word.starts_with("--command=")) layer.scripts.emplace_back(word.substr(10));
      has_script = has_script || word == "--command";
      if (is_in(word, "--rcfile --init-file")) ++at;
      continue;
    }
    has_script = has_script || (word[0] == '-' && word.find('c') != std::string_view::npos);
    reads = reads || word.find('s') != std::string_view::npos;
    at += static_cast<std::size_t>(std::ranges::count_if(word, [](char c) { return c == 'o' || c == 'O'; }));
  }
  if (has_script && at < words.size()) {
    layer.scripts.push_back(words[at].text);
    layer.script_words = from(words, at + 1);
  }
  layer.reads_script = !has_script && layer.scripts.empty() &&
                       (at >= words.size() || reads || words[at].text == "/dev/stdin" ||
                        words[at].text.starts_with("/dev/fd/"));
  return layer;
}

}  // namespace

bool is_in(std::string_view word, std::string_view list) {
  if (word.empty()) return false;
  for (std::size_t at = list.find(word); at != std::string_view::npos; at = list.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || list[at - 1] == ' ') && (end == list.size() || list[end] == ' ')) return true;
  }
  return false;
}

std::string program_of(std::string_view word) {
  if (word.starts_with("npm:")) word.remove_prefix(4);
  constexpr std::string_view modules = "node_modules/";
  const std::size_t package = word.rfind(modules);
  if (package != std::string_view::npos && !word.substr(package + modules.size()).starts_with(".bin/")) {
    word = word.substr(package + modules.size());
    // of a package with a scope the program counts: @miglint/linux-x64/bin/miglint
    if (!word.starts_with("@")) return std::string(word.substr(0, word.find('/')));
  }
  word = word.substr(word.rfind('/') == std::string_view::npos ? 0 : word.rfind('/') + 1);
  word = word.substr(0, std::max<std::size_t>(word.find('@'), 1));
  for (const std::string_view ending : {".js", ".mjs", ".cjs", ".ts", ".exe", ".cmd", ".py"}) {
    if (word.ends_with(ending) && word.size() > ending.size()) word.remove_suffix(ending.size());
  }
  return std::string(word);
}

bool is_shell(std::string_view program) { return is_in(program, shells); }

bool only_speaks(std::string_view program) { return is_in(program, speakers); }

bool runs_others(std::string_view program) {
  return is_shell(program) ||
         std::ranges::find(package_managers, program, &PackageManager::name) != package_managers.end() ||
         std::ranges::find(wrappers, program, &Wrapper::name) != wrappers.end();
}

Layer take_layer(const Fields& words) {
  const std::string program = program_of(words.front().text);
  if (is_shell(program)) return take_shell(words);
  const auto manager = std::ranges::find(package_managers, program, &PackageManager::name);
  if (manager != package_managers.end()) return take_package_manager(*manager, words);
  const auto wrapper = std::ranges::find(wrappers, program, &Wrapper::name);
  if (wrapper != wrappers.end()) return take_wrapper(*wrapper, words);
  return {};
}

}  // namespace miglint::shell
