// The shell lines of an agent. What a line does is told by src/shell from its words; nothing is run. Here it
// is held against the repository: what is committed, what would stop, what is the user's to decide.

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <functional>

#include "cli/hook_files.hpp"
#include "cli/hook_judge.hpp"
#include "cli/judge.hpp"
#include "miglint/error.hpp"
#include "report/clean.hpp"
#include "shell/acts.hpp"
#include "shell/walk.hpp"

namespace miglint {

namespace {

namespace fs = std::filesystem;
using shell::Act;
using shell::Field;

constexpr std::size_t longest_line = std::size_t{1} << 20;  // of bytes; Linux takes 128 KiB for one argument

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
                          std::ranges::any_of(projects, [](const char* name) { return fs::exists(name); });
  if (!is_project) return {};  // not the place to search a whole disk from
  const HookVerdict verdict = verdict_on({});
  if (!verdict.stop) return {};
  return {.kind = HookDecision::Kind::deny, .text = "This deploy is refused.\n" + verdict.report};
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
        return files_.judge(act, run, where(act, run).folders);
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

  /// psql -f, psql < FILE.
  HookDecision judge_sql_files(const Act& act, const shell::Run& run) {
    for (const std::string& folder : run.where.folders) {
      for (const Field& source : act.sources) {
        const auto text = source.known ? read_front(meant_path(folder, source.text)) : std::nullopt;
        const bool made_here = files_.wrote(source.text);
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

  FileJudge files_;
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
  if (line.size() > longest_line) {
    throw Error(
        fmt::format("hook: this shell line has {} bytes, more than the {} that are read: write the data "
                    "to a file by the editor",
                    line.size(), longest_line));
  }
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
