// The shell lines of an agent. What a line does is told by src/shell from its words; nothing is run. Here it
// is held against the repository: what is committed, what would stop, what is the user's to decide.

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <functional>
#include <set>
#include <sstream>

#include "cli/hook_judge.hpp"
#include "cli/judge.hpp"
#include "cli/protected.hpp"
#include "engine/directive.hpp"
#include "miglint/error.hpp"
#include "report/clean.hpp"
#include "shell/acts.hpp"
#include "shell/walk.hpp"

namespace miglint {

namespace {

namespace fs = std::filesystem;
using shell::Act;
using shell::Field;

constexpr std::streamsize longest_read = 4 << 20;  // of a patch, or of SQL that psql is given

/// Goes where a command goes for as long as it is judged.
class InFolder {
 public:
  explicit InFolder(const std::string& folder) {
    std::error_code ignored;
    before_ = fs::current_path(ignored);
    fs::current_path(folder, ignored);
  }
  ~InFolder() {
    std::error_code ignored;
    fs::current_path(before_, ignored);
  }
  InFolder(const InFolder&) = delete;
  InFolder& operator=(const InFolder&) = delete;

 private:
  fs::path before_;
};

bool is_folder(const std::string& path) {
  std::error_code ignored;
  return fs::is_directory(path, ignored);
}

bool is_there(const fs::path& path) {
  std::error_code ignored;
  return fs::exists(path, ignored);
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

/// After a `git add` anything of the work tree may be in the index by then; `commit -a` and `commit PATH`
/// take along what git tracks.
HookDecision judge_commit(const std::string& folder, bool of_work_tree, bool added) {
  const InFolder there(folder);
  if (root_around(".").empty()) return {};  // git will refuse it
  const HookVerdict verdict = verdict_on({.staged = !(of_work_tree || added)}, !added);
  if (verdict.stop)
    return {.kind = HookDecision::Kind::deny, .text = "This commit is refused.\n" + verdict.report};
  if (verdict.allowed.empty()) return {};
  return {.kind = HookDecision::Kind::advise,
          .text =
              "This commit brings hazards that are allowed by a comment or a decision. Whoever reviews it "
              "should know:\n" +
              verdict.allowed};
}

/// The user decides whether to fold; the agent must not start a second migration beside an uncommitted one.
HookDecision judge_new_migration(const std::string& folder) {
  const InFolder there(folder);
  if (root_around(".").empty()) return {};  // nothing is uncommitted where there are no commits
  const Config config = load_config({}, "");
  for (const FoundHistory& history :
       discover({.base = config.base, .always_read = true, .lenient_base = true}, config).histories) {
    if (!history.git || history.git->uncommitted.empty()) continue;
    const std::string& newest = history.git->uncommitted.back();
    // asked and answered
    if (std::ranges::find(history.git->stacked_on, newest) != history.git->stacked_on.end()) continue;
    return {.kind = HookDecision::Kind::ask,
            .text = fmt::format(
                "There's an uncommitted migration {}. Fold this change into it, or create a new one? Ask the "
                "user. To fold: `miglint fold` says how. "
                "For a new one, when the user wants it: `miglint status --new`, then this command again.",
                json_string(newest))};
  }
  return {};
}

HookDecision judge_deploy(const std::string& folder) {
  const InFolder there(folder);
  constexpr std::array projects = {"prisma", "schema.prisma", "migrations", "package.json"};
  const bool is_project = !root_around(".").empty() ||
                          std::ranges::any_of(projects, [](const char* name) { return is_there(name); });
  if (!is_project) return {};  // not the place to search a whole disk from
  const HookVerdict verdict = verdict_on({});
  if (!verdict.stop) return {};
  return {.kind = HookDecision::Kind::deny, .text = "This deploy is refused.\n" + verdict.report};
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

/// Judges the programs of one line, one after the other. A denial counts more than a question.
class LineJudge {
 public:
  void judge(const shell::Run& run) {
    if (decision_.kind == HookDecision::Kind::deny) return;
    for (const Act& act : shell::acts_of(run)) take(judge(act, run));
  }

  const HookDecision& decision() const { return decision_; }

 private:
  void take(HookDecision decision) {
    if (decision.kind > decision_.kind) decision_ = std::move(decision);
  }

  HookDecision judge(const Act& act, const shell::Run& run) {
    switch (act.kind) {
      case Act::Kind::stage:
        added_ = true;
        return {};
      case Act::Kind::commit:
        return everywhere(act, run, "git commit", [&](const std::string& folder) {
          return judge_commit(folder, act.work_tree, added_);
        });
      case Act::Kind::new_migration:
        return everywhere(act, run, "prisma migrate dev", judge_new_migration);
      case Act::Kind::deploy:
        return everywhere(act, run, "prisma migrate deploy", judge_deploy);
      case Act::Kind::decide:
        return ask_about_decision(act.text);
      case Act::Kind::ask:
        return act.text.empty()
                   ? judge_sql_files(act, run)
                   : HookDecision{.kind = HookDecision::Kind::ask, .text = act.text + " Ask the user."};
      default:
        return judge_files(act, run);
    }
  }

  // ---- Where ----------------------------------------------------------------------------------------------

  /// The folders that the act may take place in. `lost` where one can't be told.
  static shell::Whereabouts where(const Act& act, const shell::Run& run) {
    shell::Whereabouts where = run.where;
    for (const Field& folder : act.folders) {
      const bool absolute = folder.text.starts_with("/");
      if (!folder.known || !folder.pattern.empty()) {
        where.lost = fmt::format("`-C {}`", folder.text);
      } else if (absolute) {
        where = {.folders = {folder.text}, .lost = {}};
      } else {
        for (std::string& here : where.folders)
          here = (fs::path(here) / folder.text).lexically_normal().string();
      }
    }
    return where;
  }

  HookDecision everywhere(const Act& act, const shell::Run& run, std::string_view command,
                          const std::function<HookDecision(const std::string&)>& judge_in) {
    const shell::Whereabouts where = LineJudge::where(act, run);
    if (!where.lost.empty()) {
      throw Error(
          fmt::format("hook: in which folder `{}` runs can't be told after {}: write the folder out "
                      "(cd /a/path, git -C /a/path), or run the command in a line of its own",
                      command, where.lost));
    }
    HookDecision first;
    for (const std::string& folder : where.folders) {
      HookDecision here = judge_in(nearest_folder(folder));
      if (here.kind == HookDecision::Kind::deny) return here;
      if (first.kind == HookDecision::Kind::nothing) first = std::move(here);
    }
    return first;
  }

  // ---- Files ----------------------------------------------------------------------------------------------

  HookDecision judge_files(const Act& act, const shell::Run& run) {
    HookDecision first;
    for (const std::string& folder : where(act, run).folders) {
      HookDecision here = act.kind == Act::Kind::apply ? judge_patch(act, folder)
                          : act.kind == Act::Kind::put ? judge_put(act, folder)
                                                       : judge_change(act, run, folder);
      if (here.kind == HookDecision::Kind::deny) return here;
      if (first.kind == HookDecision::Kind::nothing) first = std::move(here);
    }
    return first;
  }

  /// The repositories that a change may touch: the one it is made in, and the one of the file.
  std::vector<const ProtectedFiles*> repositories(const std::string& folder, const std::string& path) {
    std::vector<const ProtectedFiles*> found = {&protection_.around(nearest_folder(folder))};
    if (!path.starts_with("/") && path.find("..") == std::string::npos && !is_link(fs::path(folder) / path))
      return found;
    const ProtectedFiles& other = protection_.around(nearest_folder(meant_path(folder, path)));
    if (&other != found.front()) found.push_back(&other);
    return found;
  }

  static bool is_link(const fs::path& path) {
    std::error_code ignored;
    return fs::is_symlink(path, ignored);
  }

  static HookDecision decide(const ProtectedFile& file) { return decide_on("This command", file); }

  /// A file that is not there yet may be the configuration, too: in a repository, not in a copy of it.
  HookDecision decide_by_name(const std::string& path) {
    const auto file = protected_by_name(path);
    if (!file || protection_.around(nearest_folder(path)).root.empty()) return {};
    return decide(*file);
  }

  HookDecision judge_change(const Act& act, const shell::Run& run, const std::string& folder) {
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

  /// A migration that is not committed gets a comment that allows a hazard, or has one and is changed.
  static HookDecision judge_allow(const Field& file, const shell::Run& run, const std::string& folder,
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

  HookDecision judge_put(const Act& act, const std::string& folder) {
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

  static bool copies_contents(const Field& source) {
    return source.text.ends_with("/.") || source.text.ends_with("/") || source.text == "." ||
           !source.pattern.empty();
  }

  /// A file below the target is among what the sources bring.
  static bool overwrites(const Act& act, const std::string& folder, const std::string& to,
                         const ProtectedFile& file, const ProtectedFiles& repository) {
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
      if (contents)
        return file.kind == ProtectedFile::Kind::migration ? into_migrations : is_there(file.path);
      const fs::path name = from.filename();
      if (relative == name) return true;
      return *relative.begin() == name && is_there(from / relative.lexically_relative(name));
    });
  }

  static HookDecision judge_copied_allow(const Act& act, const std::string& folder, const std::string& to,
                                         const ProtectedFiles& repository) {
    for (const Field& source : act.sources) {
      const std::string from = meant_path(folder, source.text);
      const std::string put = is_folder(to) ? to + "/" + fs::path(from).filename().string() : to;
      if (!repository.is_migration(put)) continue;
      const auto text = read_front(from);
      if (text && mentions_directive(*text))
        return ask_about_decision(
            "This command puts a migration in place with a comment that allows a hazard: " +
            json_string(put));
    }
    return {};
  }

  HookDecision judge_patch(const Act& act, const std::string& folder) {
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
          return ask_about_decision("This patch brings a comment that allows a hazard in " +
                                    json_string(name));
      }
    }
    return {};
  }

  /// psql -f, psql < FILE.
  HookDecision judge_sql_files(const Act& act, const shell::Run& run) {
    for (const std::string& folder : run.where.folders) {
      for (const Field& source : act.sources) {
        const auto text = source.known ? read_front(meant_path(folder, source.text)) : std::nullopt;
        const bool made_here = written_.contains(fs::path(source.text).filename().string());
        if (!made_here && !(text && shell::is_destructive_sql(*text))) continue;
        return {.kind = HookDecision::Kind::ask,
                .text = fmt::format(
                    "{} changes the schema, or deletes rows, of the database it is run on, which no "
                    "migration records. Ask the user.",
                    json_string(source.text))};
      }
    }
    return {};
  }

  Protection protection_;
  std::set<std::string> written_;  // by name: files that the line itself writes
  bool added_ = false;
  HookDecision decision_;
};

/// What of the environment is the same in the agent's shell.
std::optional<std::string> environment(const std::string& name) {
  constexpr std::array<std::string_view, 4> shared = {"HOME", "CLAUDE_PROJECT_DIR", "TMPDIR", "USER"};
  if (std::ranges::find(shared, name) == shared.end()) return std::nullopt;
  const char* value = std::getenv(name.c_str());
  return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

}  // namespace

HookDecision judge_command(const std::string& line, const std::string& folder) {
  const shell::World world{
      .folder = folder, .is_folder = is_folder, .environment = environment, .repository = root_around};
  LineJudge judge;
  try {
    shell::walk(line, world, [&](const shell::Run& run) { judge.judge(run); });
  } catch (const Error&) {
    if (judge.decision().kind != HookDecision::Kind::deny) throw;
  }
  return judge.decision();
}

}  // namespace miglint
