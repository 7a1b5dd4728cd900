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
  for (const char* name : {".miglint.yaml", ".miglint.yml"}) {
    if (!exists(join(root, name))) continue;
    fmt::print(out, "{} is there already: left as it is\n", display(join(root, name)));
    return;
  }
  write_file(join(root, ".miglint.yaml"), configuration_text, false);
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

std::string hook_text() {
  std::string text(hook_template);
  const std::string_view place = "@PROGRAM@";
  text.replace(text.find(place), place.size(), single_quoted(this_program()));
  return text;
}

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

bool is_left_to_manager(const std::string& root, const Display& display, std::ostream& out) {
  for (const Manager& manager : managers) {
    const std::string file = join(root, manager.file);
    if (!exists(file)) continue;
    if (read_text(file).find("miglint") != std::string::npos)
      fmt::print(out, "{} has miglint already\n", display(file));
    else
      fmt::print(out, "{} manages the hooks here; add to {}:\n\n{}\n", manager.name, display(file),
                 manager.snippet);
    return true;
  }
  return false;
}

void install_hook(const std::string& file, const std::string& text, const Display& display,
                  std::ostream& out) {
  if (!exists(file)) {
    write_file(file, text, true);
    fmt::print(out, "installed {}\n", display(file));
  } else if (read_text(file).find("miglint") != std::string::npos) {
    fmt::print(out, "{} calls miglint already\n", display(file));
  } else {
    fmt::print(out,
               "{} is there already and is left as it is; to chain, add this line to it:\n\n  miglint check "
               "--staged || exit 1\n\n",
               display(file));
  }
}

/// husky 9 points core.hooksPath at .husky/_, whose stubs call the plain scripts beside it.
void write_hook(const HooksFolder& hooks, const Display& display, std::ostream& out) {
  if (is_left_to_manager(hooks.root, display, out)) return;
  const std::string husky = join(hooks.root, ".husky");
  if (disk_files().kind(husky) == FileKind::directory) {
    install_hook(join(husky, "pre-commit"), hook_text(), display, out);
  } else if (hooks.configured && !is_within(hooks.folder, hooks.root)) {
    fmt::print(out,
               "core.hooksPath names {}, outside this repository: not touched; add to its pre-commit "
               "hook:\n\n  miglint check --staged || exit 1\n\n",
               hooks.folder);
  } else {
    install_hook(join(hooks.folder, "pre-commit"), hook_text(), display, out);
  }
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
  write_hook(hooks, display, text);
  if (options.agents) {
    write_agents(hooks.root, display, text);
    for (const std::string& sentence : write_agent_settings(hooks.root)) fmt::print(text, "{}\n", sentence);
  }
  print_text(text.str());
  return 0;
}

}  // namespace miglint
