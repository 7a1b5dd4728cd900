#include "cli/follow_up.hpp"

#include <algorithm>
#include <chrono>
#include <fmt/chrono.h>
#include <fmt/format.h>

#include "cli/changed_files.hpp"
#include "cli/project.hpp"
#include "discover/files.hpp"
#include "fix/new_migration.hpp"
#include "miglint/characters.hpp"
#include "miglint/error.hpp"
#include "parse/parser.hpp"

namespace miglint {

namespace {

FollowUp read_follow_up(const std::string& path, const std::string& typed) {
  FollowUp found{.name = std::string(stem(file_name(path))), .path = typed};
  std::string text = read_file(path, largest_settings);
  std::string_view rest = text;
  while (rest.starts_with("--")) {
    const std::size_t end = std::min(rest.find('\n'), rest.size() - 1);
    std::string_view line = rest.substr(2, end - 2);
    line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    constexpr std::string_view not_before = "Not before ";
    if (!found.after.empty() && !line.starts_with("Then: ")) break;  // a statement's own comment
    if (line.starts_with(not_before))
      found.after = line.substr(not_before.size(), line.size() - not_before.size());
    rest.remove_prefix(end + 1);
  }
  if (found.after.ends_with('.')) found.after.pop_back();
  found.sql = rest;
  return found;
}

/// The one that is meant, and the history whose migration left it.
struct Due {
  FollowUp follow_up;
  Project* project = nullptr;
  History* history = nullptr;
};

Due find_due(Loaded& loaded, const std::string& name) {
  std::string known;
  for (Project& project : loaded.projects) {
    for (History& history : project.histories) {
      for (const FollowUp& one : follow_ups(follow_up_folder(project.config, history.migrations_dir))) {
        if (!left_by(history, one)) continue;
        if (one.name == name) return {.follow_up = one, .project = &project, .history = &history};
        known.append(known.empty() ? "" : ", ").append(in_prose(one.name));
      }
    }
  }
  throw Error(fmt::format("fix --due: there is no follow-up {}{}", json_string(name),
                          known.empty() ? std::string() : ": there are " + known));
}

SourceFile migration_of(const Due& due) {
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  const NewMigration wanted{.words = words_for(parse({.text = due.follow_up.sql})),
                            .sql = due.follow_up.sql,
                            .moment = fmt::format("{:%Y%m%d%H%M%S}", fmt::gmtime(now))};
  std::optional<SourceFile> file = due.history->migrations.empty()
                                       ? std::nullopt
                                       : file_after(*due.history, due.history->migrations.size() - 1, wanted);
  if (!file)
    throw Error(
        fmt::format("fix --due: {} can't be named in this folder's order: make the migration with its "
                    "own tool, and put the SQL there",
                    in_prose(due.follow_up.name)));
  return std::move(*file);
}

/// What it would stop at as the last migration is left, and nothing is written.
void judge_due(Due& due, SourceFile file, FixedHistory& shown) {
  file.judged = true;
  due.history->migrations.all().push_back(parse(std::move(file)));
  const LintResult result = lint(*due.history, due.project->config, due.project->decisions);
  const int index = static_cast<int>(due.history->migrations.size()) - 1;
  for (const Finding& finding : result.findings) {
    if (finding.migration != index || finding.severity != Severity::error) continue;
    shown.result.left.push_back(
        {.finding = finding,
         .why = fmt::format("It is not due yet, or something that it needs was left out. {}", finding.why)});
  }
}

}  // namespace

std::string follow_up_folder(const Config& config, const std::string& migrations_dir) {
  const std::string root = root_around(migrations_dir);
  const std::string beside = !config.path.empty() ? parent(absolute(config.path))
                             : root.empty()       ? absolute(".")
                                                  : root;
  return Display()(join(beside, ".miglint"));
}

bool left_by(const History& history, const FollowUp& follow_up) {
  return std::ranges::any_of(history.migrations, [&](const Migration& migration) {
    return follow_up.name.starts_with(migration.source.name + "_");
  });
}

std::vector<FollowUp> follow_ups(const std::string& folder) {
  std::vector<FollowUp> found;
  const std::string later = join(absolute(folder), "later");
  for (const DirectoryEntry& entry : disk_files().list(later)) {
    if (entry.kind == FileKind::file && entry.name.ends_with(".sql"))
      found.push_back(read_follow_up(join(later, entry.name), Display()(join(later, entry.name))));
  }
  return found;
}

int bring_due(const Options& options) {
  Loaded loaded = load(options, true);
  Due due = find_due(loaded, *options.due);
  SourceFile file = migration_of(due);
  FixedHistory shown;
  shown.result.changes = {{.kind = FileChange::Kind::create, .path = file.path, .after = file.text},
                          {.kind = FileChange::Kind::remove,
                           .path = due.follow_up.path,
                           .before = read_file(due.follow_up.path, largest_settings),
                           .after = std::nullopt}};
  show_changes(shown);
  shown.result.said.push_back(fmt::format("not before {}", due.follow_up.after));
  shown.result.mended = 1;
  judge_due(due, std::move(file), shown);
  const bool refused = !shown.result.left.empty();
  FixOutcome outcome{.written = options.write && !refused};
  outcome.histories.push_back(std::move(shown));
  if (outcome.written) write_files(outcome);
  report_fixes(outcome, destinations(options));
  return refused ? 1 : 0;
}

}  // namespace miglint
