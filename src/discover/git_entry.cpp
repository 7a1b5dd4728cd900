#include "discover/git_entry.hpp"

#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>
#include <string_view>
#include <sys/stat.h>
#include <vector>

#include "discover/files.hpp"
#include "discover/handle.hpp"
#include "miglint/error.hpp"

namespace miglint {

namespace {

/// Deeper than git lets configuration files include each other.
constexpr int max_depth = 10;

bool is_null_device(const struct stat& status) {
  struct stat null{};
  return S_ISCHR(status.st_mode) && ::stat("/dev/null", &null) == 0 && null.st_rdev == status.st_rdev;
}

/// Sockets can't be opened at all: git's fsmonitor has one in .git.
void refuse_pipe(const std::string& path) {
  struct stat status{};
  if (::stat(path.c_str(), &status) != 0 || is_null_device(status)) return;
  if (!S_ISFIFO(status.st_mode) && !S_ISCHR(status.st_mode) && !S_ISBLK(status.st_mode)) return;
  throw Error(
      fmt::format("{} is a pipe or a device where git has a file: the repository can't be read, and "
                  "nothing was judged",
                  path));
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r";
  const std::size_t begin = text.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(blanks) + 1 - begin);
}

/// The first line of a small file of git's: `gitdir: …`, the path in `commondir`; empty: it is not there.
std::string first_line(const std::string& file) {
  const std::string text = disk_files().read(file).text.value_or("");
  return std::string(trimmed(std::string_view(text).substr(0, text.find('\n'))));
}

std::string from_folder(const std::string& folder, const std::string& path) {
  return path.starts_with('/') ? path : join(folder, path);
}

/// The folder that `git` is, links followed, or that it names: a linked work tree's and a submodule's .git is
/// a file.
std::string folder_behind(const std::string& git) {
  const auto kind = disk_files().kind(git);
  if (kind == FileKind::directory) return git;
  if (!kind) throw Error(fmt::format("{} is a symbolic link to what is not there: nothing was judged", git));
  refuse_pipe(git);
  constexpr std::string_view key = "gitdir:";
  const std::string line = first_line(git);
  if (!line.starts_with(key))
    throw Error(fmt::format("{} names no repository (gitdir: PATH): nothing was judged", git));
  const std::string target =
      from_folder(parent(git), std::string(trimmed(std::string_view(line).substr(key.size()))));
  if (disk_files().kind(target) == FileKind::directory) return target;
  throw Error(fmt::format(
      "{} names {}, which is not there, so that git can't say what changed: make the repository "
      "that this work tree or submodule belongs to available at that place (in a container, mount "
      "it, too), or judge all migrations without git, with miglint check --all",
      git, target));
}

/// What is listed says itself what it is, without a further question to the disk.
void check_files_in(const std::string& folder, int depth) {
  for (const DirectoryEntry& entry : disk_files().list(folder)) {
    const std::string path = join(folder, entry.name);
    if (entry.kind == FileKind::directory && depth > 0) check_files_in(path, depth - 1);
    if (entry.kind == FileKind::symlink || entry.kind == FileKind::other) refuse_pipe(path);
  }
}

std::string home_path(const std::string& path) {
  const char* home = std::getenv("HOME");
  return path.starts_with("~/") && home != nullptr ? join(home, path.substr(2)) : path;
}

/// `path = value` of a configuration file's line, quotes taken off; empty: another line.
std::string path_value(std::string_view line) {
  line = trimmed(line);
  if (line.starts_with('[')) line = trimmed(line.substr(std::min(line.find(']'), line.size() - 1) + 1));
  if (line.size() < 4 || (line.substr(0, 4) != "path" && line.substr(0, 4) != "Path")) return {};
  line = trimmed(line.substr(4));
  if (!line.starts_with('=')) return {};
  line = trimmed(line.substr(1));
  const bool quoted = line.size() > 1 && line.starts_with('"') && line.find('"', 1) != std::string_view::npos;
  return std::string(quoted ? line.substr(1, line.find('"', 1) - 1) : line);
}

/// A configuration file and what it may include, whatever the condition.
void check_configuration(const std::string& file, int depth) {
  refuse_pipe(file);
  if (depth == 0) return;
  const std::string text = disk_files().read(file).text.value_or("");
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    if (const std::string path = path_value(rest.substr(0, end)); !path.empty())
      check_configuration(from_folder(parent(file), home_path(path)), depth - 1);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

std::vector<std::string> configuration_files(const std::string& folder, const std::string& common) {
  std::vector<std::string> files = {join(common, "config"), join(folder, "config.worktree"),
                                    home_path("~/.gitconfig")};
  const char* configured = std::getenv("XDG_CONFIG_HOME");
  files.push_back(configured != nullptr && *configured != '\0' ? join(configured, "git/config")
                                                               : home_path("~/.config/git/config"));
  return files;
}

/// A repository borrows objects from others, which may borrow in turn.
void check_objects(const std::string& objects, int depth) {
  check_files_in(join(objects, "pack"), 0);
  check_files_in(join(objects, "info"), 1);
  const std::string alternates = disk_files().read(join(objects, "info/alternates")).text.value_or("");
  std::string_view rest = depth > 0 ? alternates : std::string_view();
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string other(trimmed(rest.substr(0, end)));
    if (!other.empty() && !other.starts_with('#')) check_objects(from_folder(objects, other), depth - 1);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

}  // namespace

void check_git_folder(const std::string& git) {
  const std::string folder = folder_behind(git);
  check_files_in(folder, 0);
  const std::string shared = first_line(join(folder, "commondir"));
  const std::string common = shared.empty() ? folder : from_folder(folder, shared);
  if (!shared.empty()) {
    if (disk_files().kind(common) != FileKind::directory)
      throw Error(fmt::format("{} belongs to the repository {}, which is not there: nothing was judged", git,
                              common));
    check_files_in(common, 0);
  }
  check_files_in(join(common, "info"), 0);
  check_files_in(join(common, "refs"), max_depth);
  if (common != folder) check_files_in(join(folder, "refs"), max_depth);
  check_objects(join(common, "objects"), max_depth);
  for (const std::string& file : configuration_files(folder, common)) check_configuration(file, max_depth);
}

void check_configured_files(git_repository* repository) {
  const auto configuration = acquire<ConfigHandle>(git_repository_config_snapshot, repository);
  for (const char* key : {"core.excludesfile", "core.attributesfile"}) {
    git_buf path = GIT_BUF_INIT;
    const bool named = configuration && git_config_get_path(&path, configuration.get(), key) == 0;
    const std::string file = named ? path.ptr : "";
    git_buf_dispose(&path);
    if (named) refuse_pipe(file);
  }
}

}  // namespace miglint
