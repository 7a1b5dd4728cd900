// `miglint init`: a commented configuration, and the hook. It asks nothing and overwrites nothing: where
// something is there already, it says what to add.

#include <array>
#include <filesystem>
#include <fmt/ostream.h>
#include <fstream>
#include <sstream>
#include <sys/stat.h>

#include "cli/agents.hpp"
#include "cli/commands.hpp"
#include "cli/init_texts.hpp"
#include "cli/output.hpp"
#include "discover/files.hpp"
#include "discover/hooks_folder.hpp"
#include "hook_texts.hpp"
#include "miglint/error.hpp"

namespace miglint {

namespace {

namespace fs = std::filesystem;

std::string read_text(const std::string& path) { return disk_files().read(path).text.value_or(""); }

bool exists(const std::string& path) { return disk_files().kind(path).has_value(); }

void write_file(const std::string& path, std::string_view text, bool executable) {
  fs::create_directories(fs::path(path).parent_path());
  std::ofstream file(path, std::ios::binary);
  file << text;
  if (!file.flush()) throw Error(fmt::format("{} cannot be written", path));
  constexpr mode_t executable_for_all = 0755;
  if (executable) ::chmod(path.c_str(), executable_for_all);
}

void write_configuration(const std::string& root, const Display& display, std::ostream& out) {
  if (exists(join(root, ".miglint.yaml"))) {
    fmt::print(out, "{} is there already: left as it is\n", display(join(root, ".miglint.yaml")));
    return;
  }
  if (exists(join(root, ".miglint.yml"))) {
    fmt::print(out, "{} is not read: rename it to .miglint.yaml\n", display(join(root, ".miglint.yml")));
    return;
  }
  const std::string_view schema =
      exists(join(root, "node_modules/miglint/miglint.schema.json"))
          ? "node_modules/miglint/miglint.schema.json"
          : "https://raw.githubusercontent.com/miglint/miglint/main/docs/miglint.schema.json";
  write_file(join(root, ".miglint.yaml"),
             fmt::format("# yaml-language-server: $schema={}\n{}", schema, configuration_text), false);
  fmt::print(out, "wrote {}\n", display(join(root, ".miglint.yaml")));
}

/// The program that is running: what the hook falls back on where neither the project nor PATH has one.
std::string this_program() {
  std::error_code error;
  const fs::path path = fs::read_symlink("/proc/self/exe", error);
  return error ? "miglint" : path.string();
}

std::string single_quoted(std::string_view text) {
  std::string quoted = "'";
  for (const char c : text) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

/// The program that installs the hook is a last resort of this machine alone: what is committed has none.
std::string hook_text(bool committed) {
  std::string text(hook_template);
  const std::string_view place = " @PROGRAM@";
  text.replace(text.find(place), place.size(), committed ? "" : " " + single_quoted(this_program()));
  return text;
}

/// As a line of somebody's own hook has to call it: npm's is on no PATH.
std::string_view command_of(const std::string& root) {
  const bool by_npm = exists(join(root, "node_modules/.bin/miglint")) ||
                      (exists(join(root, "package.json")) &&
                       read_text(join(root, "package.json")).find("\"miglint\"") != std::string::npos);
  return by_npm ? "npx --no-install miglint check --staged" : "miglint check --staged";
}

/// A snippet with that command in it.
std::string with_command(std::string_view snippet, std::string_view command) {
  std::string text(snippet);
  const std::string_view place = "miglint check --staged";
  text.replace(text.find(place), place.size(), command);
  return text;
}

/// Whether commits are judged from now on.
enum class Installed { yes, not_yet };

/// A tool that manages the hooks of this repository, and what to add to its file.
struct Manager {
  std::string_view file;
  std::string_view name;
  std::string_view snippet;
};
constexpr std::array<Manager, 5> managers = {{{".pre-commit-config.yaml", "pre-commit", pre_commit_snippet},
                                              {"lefthook.yml", "lefthook", lefthook_snippet},
                                              {".lefthook.yml", "lefthook", lefthook_snippet},
                                              {"lefthook.yaml", "lefthook", lefthook_snippet},
                                              {".lefthook.yaml", "lefthook", lefthook_snippet}}};

/// Nothing: no tool manages them.
std::optional<Installed> left_to_manager(const std::string& root, const Display& display, std::ostream& out) {
  for (const Manager& manager : managers) {
    const std::string file = join(root, manager.file);
    if (!exists(file)) continue;
    if (read_text(file).find("miglint") != std::string::npos) {
      fmt::print(out, "{} has miglint already\n", display(file));
      return Installed::yes;
    }
    fmt::print(out, "{} manages the hooks here; add to {}:\n\n{}\n", manager.name, display(file),
               with_command(manager.snippet, command_of(root)));
    return Installed::not_yet;
  }
  return std::nullopt;
}

Installed install_hook(const std::string& root, const std::string& file, const std::string& text,
                       const Display& display, std::ostream& out) {
  if (!exists(file)) {
    write_file(file, text, true);
    fmt::print(out, "installed {}\n", display(file));
    return Installed::yes;
  }
  if (read_text(file).find("miglint") != std::string::npos) {
    fmt::print(out, "{} calls miglint already\n", display(file));
    return Installed::yes;
  }
  fmt::print(out,
             "{} is there already and is left as it is; to chain, add this line to it:\n\n  {} || exit 1\n\n",
             display(file), command_of(root));
  return Installed::not_yet;
}

/// husky 9 points core.hooksPath at .husky/_, whose stubs call the plain scripts beside it.
Installed write_hook(const HooksFolder& hooks, const Display& display, std::ostream& out) {
  if (const auto managed = left_to_manager(hooks.root, display, out)) return *managed;
  const std::string husky = join(hooks.root, ".husky");
  if (disk_files().kind(husky) == FileKind::directory)
    return install_hook(hooks.root, join(husky, "pre-commit"), hook_text(true), display, out);
  if (hooks.configured && !is_within(hooks.folder, hooks.root)) {
    fmt::print(out,
               "core.hooksPath names {}, outside this repository: not touched; add to its pre-commit "
               "hook:\n\n  {} || exit 1\n\n",
               hooks.folder, command_of(hooks.root));
    return Installed::not_yet;
  }
  return install_hook(hooks.root, join(hooks.folder, "pre-commit"), hook_text(hooks.configured), display,
                      out);
}

void write_agents(const std::string& root, const Display& display, std::ostream& out) {
  const std::string file = join(root, "AGENTS.md");
  if (!exists(file)) {
    write_file(file, hook_texts::agents, false);
    fmt::print(out, "wrote {}\n", display(file));
  } else if (read_text(file).find("miglint") != std::string::npos) {
    fmt::print(out, "{} speaks of miglint already\n", display(file));
  } else {
    fmt::print(out, "{} is there already and is left as it is; add to it:\n\n{}\n", display(file),
               hook_texts::agents);
  }
}

}  // namespace

int init(const Options& options) {
  const Display display;
  const HooksFolder hooks =
      hooks_folder(absolute(options.arguments.empty() ? "." : options.arguments.front()));
  std::ostringstream text;
  write_configuration(hooks.root, display, text);
  const Installed installed = write_hook(hooks, display, text);
  if (options.agents) {
    write_agents(hooks.root, display, text);
    for (const std::string& sentence : write_agent_settings(hooks.root)) fmt::print(text, "{}\n", sentence);
  }
  if (installed == Installed::not_yet)
    fmt::print(text, "NOT installed: no commit is judged until you add these lines.\n");
  print_text(text.str());
  return 0;
}

}  // namespace miglint
