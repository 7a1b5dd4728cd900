#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <sstream>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/project.hpp"
#include "engine/active_rules.hpp"
#include "report/report.hpp"

namespace miglint {

namespace {

JudgedHistory judge(History history, const Project& project, bool read, const LintOptions& wanted) {
  JudgedHistory judged{.history = std::move(history), .result = {}, .fail_on = Severity::error, .read = read};
  if (project.config.fail_on) judged.fail_on = project.config.fail_on;
  if (project.config.fail_never) judged.fail_on = std::nullopt;
  if (read) judged.result = lint(judged.history, project.config, project.decisions, wanted);
  judged.result.migrations.resize(judged.history.migrations.size());
  return judged;
}

/// The rules that are on under any of the configurations.
std::vector<const RegisteredRule*> rules_in_use(const std::vector<Project>& projects) {
  std::vector<const RegisteredRule*> rules;
  for (const Project& project : projects) {
    for (const ActiveRule& rule : active_rules(project.config)) {
      if (std::ranges::find(rules, rule.entry) == rules.end()) rules.push_back(rule.entry);
    }
  }
  return rules;
}

Outcome judge(Loaded loaded, const Options& options, const LintOptions& wanted) {
  Outcome outcome{.histories = {}, .errors = std::move(loaded.errors), .notes = std::move(loaded.notes), .selection = std::move(loaded.selection)};
  outcome.show_suppressed = options.show_suppressed;
  outcome.current_folder = std::filesystem::current_path().string();
  outcome.repository = repository_root(options.arguments.empty() ? std::string() : options.arguments.front());
  outcome.rules = rules_in_use(loaded.projects);
  for (Project& project : loaded.projects) {
    for (std::size_t i = 0; i < project.histories.size(); ++i) {
      outcome.histories.push_back(judge(std::move(project.histories[i]), project, project.read[i], wanted));
    }
  }
  return outcome;
}

void report(const Outcome& outcome, const Options& options, const Destination& destination) {
  const ReportStyle style{.colour = wants_colour(options, destination), .quiet = options.quiet, .verbose = options.verbose};
  std::ostringstream text;
  find_reporter(destination.format)(outcome, style, text);
  deliver(destination, std::move(text).str());
}

}  // namespace

int check(const Options& options) {
  const std::vector<Destination> reports = destinations(options);
  const LintOptions wanted{.keep_plan = std::ranges::find(reports, "markdown", &Destination::format) != reports.end()};
  const Outcome outcome = judge(load(options, false), options, wanted);  // from here on nothing reads files or git
  for (const FileError& error : outcome.errors) print_error(fmt::format("{}: {}", error.path, error.message));
  for (const Destination& destination : reports) report(outcome, options, destination);
  return exit_status(outcome);
}

}  // namespace miglint
