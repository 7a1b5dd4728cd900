// miglint fix: the safer path, written.

#include "fix/fix.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "cli/changed_files.hpp"
#include "cli/commands.hpp"
#include "cli/follow_up.hpp"
#include "cli/project.hpp"
#include "cli/uncommitted.hpp"
#include "discover/files.hpp"
#include "discover/prisma_schema.hpp"
#include "miglint/characters.hpp"
#include "miglint/error.hpp"
#include "report/fixes.hpp"

namespace miglint {

namespace {

std::vector<PrismaFile> schema_of(const History& history) {
  std::vector<PrismaFile> schema;
  if (history.layout != Layout::prisma) return schema;
  for (SchemaFile& file : schema_files_beside(absolute(history.migrations_dir), disk_files(), Display()))
    schema.push_back({.path = std::move(file.path), .text = std::move(file.text)});
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
  for (const FollowUp& one : follow_ups(folder))
    if (left_by(history, one))
      request.later.push_back({.name = one.name, .sql = one.sql, .after = one.after});
  request.outside_folder = join(folder, "outside");
  request.outside_from_root = from_root(request.outside_folder);
  FixedHistory shown;
  const Config config = project.config_of(history);
  shown.result = fix(std::move(history), config, project.decisions, request);
  show_changes(shown);
  return shown;
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
    write_files(outcome);
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
