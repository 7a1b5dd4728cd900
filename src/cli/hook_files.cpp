#include "cli/hook_files.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "cli/hook_judge.hpp"
#include "engine/directive.hpp"
#include "report/clean.hpp"

namespace miglint {

namespace {

namespace fs = std::filesystem;
using shell::Act;
using shell::Field;

constexpr std::streamsize longest_read = 4 << 20;  // of a patch, or of SQL that psql is given

bool is_there(const fs::path& path) {
  std::error_code ignored;
  return fs::exists(path, ignored);
}

std::string text_of(const shell::Run& run) {
  std::string text = run.input;
  for (const Field& word : run.words) text += "\n" + word.text;
  return text;
}

/// The files that a patch names, with the folder that its lines begin with and without.
std::vector<std::string> files_of_patch(const std::string& patch) {
  std::vector<std::string> files;
  std::istringstream lines(patch);
  for (std::string line; std::getline(lines, line);) {
    for (const std::string_view mark : {"+++ ", "--- ", "rename from ", "rename to "}) {
      if (!line.starts_with(mark)) continue;
      const std::string file = line.substr(mark.size(), line.find('\t') - mark.size());
      files.push_back(file);
      if (const std::size_t slash = file.find('/'); slash != std::string::npos)
        files.push_back(file.substr(slash + 1));
    }
  }
  return files;
}

bool is_link(const fs::path& path) {
  std::error_code ignored;
  return fs::is_symlink(path, ignored);
}

HookDecision decide(const ProtectedFile& file) { return decide_on("This command", file); }

/// A migration that is not committed gets a comment that allows a hazard, or has one and is changed.
HookDecision judge_allow(const Field& file, const shell::Run& run, const std::string& folder,
                         const ProtectedFiles& repository) {
  const std::string path = meant_path(folder, file.text);
  const bool may_be_one =
      repository.is_migration(path) || (!file.pattern.empty() && file.text.ends_with(".sql"));
  if (!may_be_one) return {};
  const auto there = read_front(path);
  if (!mentions_directive(text_of(run)) && !(there && mentions_directive(*there))) return {};
  return ask_about_decision("This command writes a migration with a comment that allows a hazard: " +
                            json_string(file.text));
}

bool copies_contents(const Field& source) {
  return source.text.ends_with("/.") || source.text.ends_with("/") || source.text == "." ||
         !source.pattern.empty();
}

/// A file below the target is among what the sources bring.
bool overwrites(const Act& act, const std::string& folder, const std::string& to, const ProtectedFile& file,
                const ProtectedFiles& repository) {
  const fs::path relative = fs::path(file.path).lexically_relative(to);
  if (relative.empty() || relative.begin()->string() == "..") return false;
  const bool into_migrations =
      std::ranges::any_of(repository.migration_folders, [&](const std::string& migrations) {
        return (fs::path(to) / "").string().starts_with((fs::path(migrations) / "").string());
      });
  if (act.contents) return into_migrations;  // an archive's
  return std::ranges::any_of(act.sources, [&](const Field& source) {
    const bool contents = copies_contents(source);
    const std::string path =
        !source.pattern.empty() ? fs::path(source.text).parent_path().string() : source.text;
    const fs::path from = meant_path(folder, path.empty() ? "." : path);
    if (contents && from == to) return false;
    if (contents && is_there(from)) return is_there(from / relative);
    if (contents) return file.kind == ProtectedFile::Kind::migration ? into_migrations : is_there(file.path);
    const fs::path name = from.filename();
    if (relative == name) return true;
    return *relative.begin() == name && is_there(from / relative.lexically_relative(name));
  });
}

HookDecision judge_copied_allow(const Act& act, const std::string& folder, const std::string& to,
                                const ProtectedFiles& repository) {
  for (const Field& source : act.sources) {
    const std::string from = meant_path(folder, source.text);
    const std::string put = is_folder(to) ? to + "/" + fs::path(from).filename().string() : to;
    if (!repository.is_migration(put)) continue;
    const auto text = read_front(from);
    if (text && mentions_directive(*text))
      return ask_about_decision(
          "This command puts a migration in place with a comment that allows a hazard: " + json_string(put));
  }
  return {};
}

}  // namespace

bool is_folder(const std::string& path) {
  std::error_code ignored;
  return fs::is_directory(path, ignored);
}

/// The folder, or the nearest one above it that is there: it may be made by the line itself.
std::string nearest_folder(const std::string& path) {
  fs::path folder = path;
  while (!is_folder(folder.string()) && folder.has_relative_path()) folder = folder.parent_path();
  return folder.string();
}

/// What is at the front of a regular file; nothing where there is none.
std::optional<std::string> read_front(const std::string& path) {
  std::error_code ignored;
  if (!fs::is_regular_file(path, ignored)) return std::nullopt;
  std::ifstream file(path, std::ios::binary);
  std::string text(static_cast<std::size_t>(longest_read), '\0');
  file.read(text.data(), longest_read);
  text.resize(static_cast<std::size_t>(file.gcount()));
  return text;
}

bool FileJudge::wrote(const std::string& path) const {
  return written_.contains(fs::path(path).filename().string());
}

HookDecision FileJudge::judge(const Act& act, const shell::Run& run,
                              const std::vector<std::string>& folders) {
  HookDecision first;
  for (const std::string& folder : folders) {
    HookDecision here = act.kind == Act::Kind::apply ? judge_patch(act, folder)
                        : act.kind == Act::Kind::put ? judge_put(act, folder)
                                                     : judge_change(act, run, folder);
    if (here.kind == HookDecision::Kind::deny) return here;
    if (first.kind == HookDecision::Kind::nothing) first = std::move(here);
  }
  return first;
}

/// The repositories that a change may touch: the one it is made in, and the one of the file.
std::vector<const ProtectedFiles*> FileJudge::repositories(const std::string& folder,
                                                           const std::string& path) {
  std::vector<const ProtectedFiles*> found = {&protection_.around(nearest_folder(folder))};
  if (!path.starts_with("/") && path.find("..") == std::string::npos && !is_link(fs::path(folder) / path))
    return found;
  const ProtectedFiles& other = protection_.around(nearest_folder(meant_path(folder, path)));
  if (&other != found.front()) found.push_back(&other);
  return found;
}

/// A file that is not there yet may be the configuration, too: in a repository, not in a copy of it.
HookDecision FileJudge::decide_by_name(const std::string& path) {
  const auto file = protected_by_name(path);
  if (!file || protection_.around(nearest_folder(path)).root.empty()) return {};
  return decide(*file);
}

HookDecision FileJudge::judge_change(const Act& act, const shell::Run& run, const std::string& folder) {
  if (!act.file.known || act.file.text.starts_with("/dev/") || act.file.text.empty()) return {};
  const Reach reach = act.kind == Act::Kind::remove ? Reach::below : Reach::itself;
  const std::string path = act.file.text;
  const NamedFiles named(act.file, folder);
  if (act.is_new_too) written_.insert(fs::path(path).filename().string());
  for (const ProtectedFiles* repository : repositories(folder, path)) {
    for (const ProtectedFile& file : repository->files) {
      // a folder may be removed that would hold what isn't there
      if (file.kind != ProtectedFile::Kind::migration && reach == Reach::below && !is_there(file.path) &&
          !named.include(file.path, Reach::itself))
        continue;
      if (named.include(file.path, reach)) return decide(file);
    }
    if (act.is_new_too) {
      if (HookDecision decision = judge_allow(act.file, run, folder, *repository);
          decision.kind != HookDecision::Kind::nothing)
        return decision;
    }
  }
  const std::string meant = meant_path(folder, path);
  if (reach == Reach::below && holds_guards(meant))
    return decide({.kind = ProtectedFile::Kind::guard, .path = meant, .name = path});
  return decide_by_name(meant);
}

HookDecision FileJudge::judge_put(const Act& act, const std::string& folder) {
  if (!act.file.known) return {};
  const std::string to = meant_path(folder, act.file.text);
  const NamedFiles named(act.file, folder);
  for (const ProtectedFiles* repository : repositories(folder, act.file.text)) {
    for (const ProtectedFile& file : repository->files) {
      if (named.include(file.path, Reach::itself) || overwrites(act, folder, to, file, *repository))
        return decide(file);
    }
    if (HookDecision decision = judge_copied_allow(act, folder, to, *repository);
        decision.kind != HookDecision::Kind::nothing)
      return decision;
  }
  for (const Field& source : act.sources) {
    const std::string put = is_folder(to) ? to + "/" + fs::path(source.text).filename().string() : to;
    if (HookDecision decision = decide_by_name(put); decision.kind != HookDecision::Kind::nothing)
      return decision;
    for (const char* name : {".miglint.yaml", ".miglint-decisions.yaml"}) {
      if (copies_contents(source) && is_there(fs::path(meant_path(folder, source.text)) / name))
        return decide(*protected_by_name(name));
    }
  }
  return {};
}

HookDecision FileJudge::judge_patch(const Act& act, const std::string& folder) {
  const ProtectedFiles& repository = protection_.around(nearest_folder(folder));
  std::string patch = act.text;
  bool is_seen = !patch.empty();
  for (const Field& source : act.sources) {
    const auto text = source.known ? read_front(meant_path(folder, source.text)) : std::nullopt;
    is_seen = text.has_value();
    if (!is_seen) break;
    patch += "\n" + *text;
  }
  const bool freezes = std::ranges::any_of(repository.files, [](const ProtectedFile& file) {
    return file.kind == ProtectedFile::Kind::migration;
  });
  if (!is_seen && freezes)
    return {.kind = HookDecision::Kind::ask,
            .text =
                "This command applies a patch that can't be read here: it may change committed migrations. "
                "Ask the user."};
  for (const std::string& name : files_of_patch(patch)) {
    for (const std::string& base : {folder, repository.root}) {
      const std::string path = meant_path(base, name);
      for (const ProtectedFile& file : repository.files) {
        if (file.path == path) return decide(file);
      }
      if (repository.is_migration(path) && mentions_directive(patch))
        return ask_about_decision("This patch brings a comment that allows a hazard in " + json_string(name));
    }
  }
  return {};
}

}  // namespace miglint
