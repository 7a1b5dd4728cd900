// miglint fix: the safer path, written.

#include "fix/fix.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/follow_up.hpp"
#include "cli/output.hpp"
#include "cli/project.hpp"
#include "discover/files.hpp"
#include "discover/patch.hpp"
#include "discover/prisma_schema.hpp"
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

/// A path as `git apply` wants it: from the repository's root.
std::string from_root(const std::string& path) {
  const std::string whole = absolute(path);
  const std::string root = root_around(parent(whole));
  return root.empty() ? path : relative_to(whole, root);
}

FixedHistory fixed(History history, const Project& project, const FixRequest& base, const Options& options) {
  FixRequest request = base;
  if (project.config.fail_on && !options.fail_on) request.fail_on = *project.config.fail_on;
  request.schema = schema_of(history);
  const std::string folder = follow_up_folder(project.config, history.migrations_dir);
  request.later_folder = join(folder, "later");
  request.outside_folder = join(folder, "outside");
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
    const auto text = std::ranges::find(texts, left.finding.path, &std::pair<std::string, std::string>::first);
    const int line = text == texts.end() ? 1 : LineIndex(text->second).at(left.finding.span.begin).line;
    shown.places.push_back(fmt::format("{}:{}", left.finding.path, line));
  }
  return shown;
}

void write(const FixOutcome& outcome) {
  for (const FixedHistory& history : outcome.histories) {
    for (const FileChange& change : history.result.changes) {
      fs::create_directories(fs::path(absolute(change.path)).parent_path());
      replace_file(change.path, change.after);
    }
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
  for (Project& project : loaded.projects) {
    for (const std::string& answer : options.set) project.config.answers.insert(parse_answer(answer));
    for (std::size_t i = 0; i < project.histories.size(); ++i) {
      if (project.read[i])
        outcome.histories.push_back(fixed(std::move(project.histories[i]), project, request, options));
    }
  }
  if (options.write) write(outcome);
  for (const Destination& report : reports) {
    deliver(report, [&](std::ostream& out) {
      (report.format == "json"    ? report_fixes_json
       : report.format == "patch" ? report_fixes_patch
                                  : report_fixes_text)(outcome, out);
    });
  }
  const bool left = std::ranges::any_of(outcome.histories, [](const FixedHistory& history) {
    return !history.result.left.empty();
  });
  return !loaded.errors.empty() ? 2 : left ? 1 : 0;
}

}  // namespace miglint
