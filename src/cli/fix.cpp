// miglint fix: the safer path, written.

#include "fix/fix.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/follow_up.hpp"
#include "cli/output.hpp"
#include "cli/project.hpp"
#include "cli/uncommitted.hpp"
#include "discover/files.hpp"
#include "discover/patch.hpp"
#include "discover/prisma_schema.hpp"
#include "miglint/characters.hpp"
#include "miglint/error.hpp"
#include "report/fixes.hpp"

namespace miglint {

namespace {

namespace fs = std::filesystem;

std::vector<PrismaFile> schema_of(const History& history) {
  std::vector<PrismaFile> schema;
  if (history.layout != Layout::prisma) return schema;
  const Display as_typed;
  for (SchemaText& file : schema_files_beside(absolute(history.migrations_dir), disk_files()))
    schema.push_back({.path = as_typed(file.path), .text = std::move(file.text)});
  return schema;
}

std::optional<std::string> text_of(const std::string& path) {
  return read_regular(absolute(path), largest_settings).text;
}

FixedHistory fixed(History history, const Project& project, const FixRequest& base) {
  FixRequest request = base;
  if (project.config.fail_on) request.fail_on = *project.config.fail_on;
  request.schema = schema_of(history);
  const std::string folder = follow_up_folder(project.config, history.migrations_dir);
  request.later_folder = join(folder, "later");
  for (const FollowUp& one : follow_ups(folder)) request.later_names.push_back(one.name);
  request.outside_folder = join(folder, "outside");
  request.outside_from_root = from_root(request.outside_folder);
  FixedHistory shown;
  std::vector<std::pair<std::string, std::string>> texts;
  for (const Migration& migration : history.migrations.all())
    texts.emplace_back(migration.source.path, migration.source.text);
  shown.result = fix(std::move(history), project.config, project.decisions, request);
  for (const FileChange& change : shown.result.changes)
    shown.changes.push_back({.kind = change.kind,
                             .path = change.path,
                             .diff = unified_diff(from_root(change.path), change.before, change.after)});
  for (const LeftFinding& left : shown.result.left) {
    const auto text =
        std::ranges::find(texts, left.finding.path, &std::pair<std::string, std::string>::first);
    const int line = text == texts.end() ? 1 : LineIndex(text->second).at(left.finding.span.begin).line;
    shown.places.push_back(fmt::format("{}:{}", left.finding.path, line));
  }
  return shown;
}

/// What was judged is what is rewritten: with --staged, or while somebody types, the file may be another.
void refuse_where_changed(const FileChange& change) {
  const std::optional<std::string> there = read_regular(absolute(change.path), max_file_bytes).text;
  if (there == change.before) return;
  throw Error(
      fmt::format("{}: its text in the work tree is not the one that was judged: nothing was written. "
                  "Stage it, or take the changes back",
                  path_in_prose(change.path)));
}

void write(const FixOutcome& outcome) {
  for (const FixedHistory& history : outcome.histories)
    std::ranges::for_each(history.result.changes, refuse_where_changed);
  for (const FixedHistory& history : outcome.histories) {
    for (const FileChange& change : history.result.changes) {
      fs::create_directories(fs::path(absolute(change.path)).parent_path());
      if (change.after)
        replace_file(change.path, *change.after);
      else
        fs::remove(absolute(change.path));
    }
  }
}

void print_idle(const FixOutcome& outcome) {
  for (const FixedHistory& history : outcome.histories) {
    for (const PathChoice& choice : history.result.idle_choices)
      print_error(fmt::format("note: --choose {}{}={}: there is no such finding", choice.rule,
                              choice.object.empty() ? "" : "@" + in_prose(choice.object),
                              in_prose(choice.key)));
    for (const std::string& name : history.result.idle_answers)
      print_error(fmt::format("note: --set {}: no path asks for it", in_prose(name)));
  }
}

}  // namespace

int fix(const Options& options) {
  if (options.due) return bring_due(options);
  FixRequest request{.needs_answers = options.write, .read = text_of};
  for (const std::string& choice : options.choose) request.choices.push_back(parse_choice(choice));
  const std::vector<Destination> reports = destinations(options);
  Loaded loaded = load(options, false);
  for (const FileError& error : loaded.errors) print_error(fmt::format("{}: {}", error.path, error.message));
  FixOutcome outcome{.written = options.write};
  std::vector<std::string> git_folders;
  for (Project& project : loaded.projects) {
    for (const std::string& answer : options.set) project.config.answers.insert(parse_answer(answer));
    for (std::size_t i = 0; i < project.histories.size(); ++i) {
      if (!project.read[i]) continue;
      git_folders.push_back(project.histories[i].git ? project.histories[i].git->git_folder : std::string());
      outcome.histories.push_back(fixed(std::move(project.histories[i]), project, request));
    }
  }
  if (options.write) {
    write(outcome);
    for (std::size_t i = 0; i < git_folders.size(); ++i)
      record_stacking(git_folders[i], outcome.histories[i].result.stacked_on);
  }
  print_idle(outcome);
  report_fixes(outcome, reports);
  const bool left = std::ranges::any_of(
      outcome.histories, [](const FixedHistory& history) { return !history.result.left.empty(); });
  return !loaded.errors.empty() ? 2 : left ? 1 : 0;
}

}  // namespace miglint
